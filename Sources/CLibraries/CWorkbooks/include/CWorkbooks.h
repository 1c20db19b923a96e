// libxlsxwriter, which writes workbooks, as far as it is used.
#pragma once

// Only what the library table needs says whether it may be null.
#pragma clang diagnostic ignored "-Wnullability-completeness"

#include <xlsxwriter.h>

#include "CLoading.h"

#define LIBXLSXWRITER(F)                                                                                               \
  F(workbook_new) F(workbook_close) F(workbook_add_worksheet) F(workbook_add_format) F(workbook_add_chart)             \
  F(workbook_set_properties) F(worksheet_write_string) F(worksheet_write_number) F(worksheet_write_blank)              \
  F(worksheet_set_column_opt) F(worksheet_set_row) F(worksheet_freeze_panes) F(worksheet_autofilter)                       \
  F(worksheet_insert_chart_opt) F(worksheet_set_landscape) F(worksheet_set_paper) F(worksheet_fit_to_pages)            \
  F(worksheet_repeat_rows) F(format_set_bold) F(format_set_font_name)                                                  \
  F(format_set_font_size) F(format_set_num_format) F(format_set_align) F(format_set_text_wrap)                         \
  F(format_set_bg_color) F(format_set_border) F(format_set_border_color) F(chart_add_series)                           \
  F(chart_series_set_categories) F(chart_series_set_values) F(chart_series_set_name_range) F(chart_series_set_fill)    \
  F(chart_series_set_points) F(chart_series_set_labels_options) F(chart_series_set_labels_num_format)                   \
  F(chart_title_set_name) F(chart_axis_set_reverse) F(chart_axis_set_crossing_max)                                     \
  F(chart_axis_set_num_format) F(chart_axis_set_interval_unit) F(chart_set_series_gap) F(chart_legend_set_position)
NHACVIEC_LIBRARY(libxlsxwriter, LIBXLSXWRITER)

/// A file in memory alone (memfd_create(2)), as libxlsxwriter of this version writes to a path only; -1 and `errno` where
/// there is none to be had.
int nhacviec_memory_file(void);
