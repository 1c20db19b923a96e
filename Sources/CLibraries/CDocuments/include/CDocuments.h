// The libraries that read documents and fill templates, as far as they are used.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <csv.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <stdint.h>
#include <stdio.h>
#include <zip.h>

#include "CLoading.h"

#define LIBXML2(F)                                                                                                     \
  F(xmlInitParser) F(xmlReaderForMemory) F(xmlFreeTextReader) F(xmlTextReaderSetStructuredErrorHandler)                \
  F(xmlTextReaderRead) F(xmlTextReaderNodeType) F(xmlTextReaderIsEmptyElement) F(xmlTextReaderConstValue)              \
  F(xmlTextReaderConstLocalName) F(xmlTextReaderConstNamespaceUri) F(xmlTextReaderMoveToFirstAttribute)                \
  F(xmlTextReaderMoveToNextAttribute) F(xmlTextReaderMoveToElement) F(xmlTextReaderIsNamespaceDecl)                    \
  F(htmlNewParserCtxt) F(htmlFreeParserCtxt) F(htmlCtxtReadMemory) F(xmlStopParser) F(xmlFreeDoc) F(xmlReadMemory)     \
  F(xmlDocGetRootElement) F(xmlDocDumpMemory) F(xmlDocCopyNode) F(xmlAddPrevSibling) F(xmlAddChild) F(xmlUnlinkNode)   \
  F(xmlFreeNode) F(xmlNewDocTextLen) F(xmlNewDocNode) F(xmlNodeSetSpacePreserve) F(xmlNodeGetContent) F(xmlSetProp)
NHACVIEC_LIBRARY(libxml2, LIBXML2)

#define LIBZIP(F)                                                                                                      \
  F(zip_error_init) F(zip_error_fini) F(zip_source_buffer_create) F(zip_source_free) F(zip_open_from_source)           \
  F(zip_discard) F(zip_name_locate) F(zip_stat_init) F(zip_stat_index) F(zip_fopen_index) F(zip_fread) F(zip_fclose)   \
  F(zip_get_num_entries) F(zip_get_name) F(zip_source_keep) F(zip_source_buffer) F(zip_file_add)                       \
  F(zip_file_set_dostime) F(zip_close) F(zip_source_open) F(zip_source_read) F(zip_source_close)
NHACVIEC_LIBRARY(libzip, LIBZIP)

#define LIBCSV(F) F(csv_init) F(csv_free) F(csv_set_delim) F(csv_set_blk_size) F(csv_parse) F(csv_fini)
NHACVIEC_LIBRARY(libcsv, LIBCSV)

#define LIBCMARK(F)                                                                                                    \
  F(cmark_parser_new_with_mem) F(cmark_find_syntax_extension) F(cmark_parser_attach_syntax_extension)                  \
  F(cmark_parser_feed) F(cmark_parser_finish) F(cmark_render_html_with_mem) F(cmark_parser_get_syntax_extensions)
NHACVIEC_LIBRARY(libcmark, LIBCMARK)

#define LIBCMARK_EXTENSIONS(F) F(cmark_gfm_core_extensions_ensure_registered)
NHACVIEC_LIBRARY(libcmark_extensions, LIBCMARK_EXTENSIONS)

/// The HTML of a Markdown text of `count` bytes, to be released with `free`. NULL where memory fails, or where it takes more
/// than `nanoseconds` of processor time; then `is_slow` is not 0.
char *_Nullable nhacviec_markdown_html(const char *_Nullable text, size_t count, uint64_t nanoseconds,
                                       int *_Nonnull is_slow);
