private import CWorkbooks
import CivilCalendar
import Diagnostics
import Glibc

extension Workbook {
  /// The workbook as an Excel file (ECMA-376).
  package func bytes() throws(OfficeDocumentFailure) -> [UInt8] {
    let file = nhacviec_memory_file()
    guard file >= 0 else { throw .unwritten(errno) }
    defer { close(file) }
    try WorkbookWriter(path: "/proc/self/fd/\(file)").write(self)
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unwritten(errno) }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, initialized in
      while initialized < buffer.count {
        count = pread(file, buffer.baseAddress.map { $0 + initialized }, buffer.count - initialized, initialized)
        guard count > 0 else { break }
        initialized += count
      }
    }
    guard count >= 0, !bytes.isEmpty, bytes.count == Int(status.st_size) else { throw .unwritten(errno) }
    return bytes
  }
}

/// Writes one workbook through libxlsxwriter.
private struct WorkbookWriter {
  private static let xlsx = nhacviec_libxlsxwriter().pointee
  private var xlsx: libxlsxwriter { Self.xlsx }
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let styles: Styles

  /// How cells look.
  private struct Styles {
    var title: UnsafeMutablePointer<lxw_format>?
    var line: UnsafeMutablePointer<lxw_format>?
    var head: UnsafeMutablePointer<lxw_format>?
    /// By whether the row is a sum.
    var text: [Bool: UnsafeMutablePointer<lxw_format>] = [:]
    var number: [Bool: UnsafeMutablePointer<lxw_format>] = [:]
    var share: [Bool: UnsafeMutablePointer<lxw_format>] = [:]
    var day: [Bool: UnsafeMutablePointer<lxw_format>] = [:]
  }

  init(path: String) throws(OfficeDocumentFailure) {
    guard let book = Self.xlsx.workbook_new(path) else { throw .unwritten(ENOMEM) }
    self.book = book
    func format(size: Double = 11, isBold: Bool = false) -> UnsafeMutablePointer<lxw_format>? {
      let format = Self.xlsx.workbook_add_format(book)
      Self.xlsx.format_set_font_name(format, "Times New Roman")
      Self.xlsx.format_set_font_size(format, size)
      if isBold { Self.xlsx.format_set_bold(format) }
      return format
    }
    func cell(isBold: Bool, _ align: lxw_format_alignments, _ pattern: String? = nil) -> UnsafeMutablePointer<
      lxw_format
    >? {
      let format = format(isBold: isBold)
      Self.xlsx.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      Self.xlsx.format_set_border_color(format, 0xA6A6A6)
      Self.xlsx.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      Self.xlsx.format_set_align(format, UInt8(align.rawValue))
      if let pattern {
        Self.xlsx.format_set_num_format(format, pattern)
      } else {
        Self.xlsx.format_set_text_wrap(format)
      }
      return format
    }
    var styles = Styles()
    styles.title = format(size: 14, isBold: true)
    styles.line = format()
    styles.head = cell(isBold: true, LXW_ALIGN_CENTER)
    Self.xlsx.format_set_align(styles.head, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    Self.xlsx.format_set_bg_color(styles.head, 0xDCE6F1)
    for isSum in [false, true] {
      styles.text[isSum] = cell(isBold: isSum, LXW_ALIGN_LEFT)
      styles.number[isSum] = cell(isBold: isSum, LXW_ALIGN_RIGHT, "#,##0")
      styles.share[isSum] = cell(isBold: isSum, LXW_ALIGN_RIGHT, "0.0%")
      styles.day[isSum] = cell(isBold: isSum, LXW_ALIGN_CENTER, "dd/mm/yyyy")
    }
    self.styles = styles
  }

  /// Ends the workbook in any case, so that nothing of it stays in memory.
  func write(_ workbook: Workbook) throws(OfficeDocumentFailure) {
    var failure = LXW_NO_ERROR
    func keep(_ error: lxw_error) { if failure == LXW_NO_ERROR { failure = error } }
    var properties = lxw_doc_properties()
    properties.created = (workbook.day.days(since: Self.unixStart)) * 86_400
    workbook.title.withCString { title in
      properties.title = UnsafeMutablePointer(mutating: title)
      keep(xlsx.workbook_set_properties(book, &properties))
    }
    for sheet in workbook.sheets {
      if let page = xlsx.workbook_add_worksheet(book, sheet.name) {
        write(sheet, page, keep)
      } else {
        keep(LXW_ERROR_PARAMETER_VALIDATION)
      }
    }
    keep(xlsx.workbook_close(book))
    guard failure == LXW_NO_ERROR else { throw .notWritable(code: Int(failure.rawValue)) }
  }

  private static let unixStart = CivilDate(dayNumber: 719_163) ?? .first
  /// The day that Excel counts as 0.
  private static let excelStart = CivilDate(dayNumber: 693_594) ?? .first
  /// Before it Excel and others count differently.
  private static let excelSafe = CivilDate(dayNumber: 693_655) ?? .first
  /// How much of a text Excel keeps in a cell.
  private static let longest = 32_767

  private func write(
    _ sheet: Workbook.Sheet, _ page: UnsafeMutablePointer<lxw_worksheet>, _ keep: (lxw_error) -> Void
  ) {
    let head = UInt32(sheet.lines.isEmpty ? 0 : sheet.lines.count + 1)
    let last = UInt16(max(0, sheet.columns.count - 1))
    for (row, line) in sheet.lines.enumerated() {
      keep(xlsx.worksheet_write_string(page, UInt32(row), 0, line, row == 0 ? styles.title : styles.line))
    }
    for (index, column) in sheet.columns.enumerated() {
      let place = UInt16(index)
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      keep(xlsx.worksheet_set_column_opt(page, place, place, Double(column.width), nil, &options))
      keep(xlsx.worksheet_write_string(page, head, place, column.title, styles.head))
    }
    let seen = sheet.columns.indices.filter { !sheet.columns[$0].isHidden }
    keep(
      fit(
        head, seen.map { ([Double(sheet.columns[$0].title.unicodeScalars.count) * 1.3], sheet.columns[$0].width) }, page
      ))
    for (index, row) in sheet.rows.enumerated() {
      let texts = seen.filter(row.indices.contains).map { (Self.lengths(row[$0]), sheet.columns[$0].width) }
      keep(fit(head + 1 + UInt32(index), texts, page))
      let isSum = sheet.sums.contains(index)
      for (column, cell) in row.enumerated() {
        write(cell, at: head + 1 + UInt32(index), UInt16(column), isSum: isSum, page, keep)
      }
    }
    xlsx.worksheet_freeze_panes(page, head + 1, 1)
    if sheet.isFiltered {
      keep(xlsx.worksheet_autofilter(page, head, 0, head + UInt32(sheet.rows.count), last))
    }
    xlsx.worksheet_set_landscape(page)
    // A4.
    xlsx.worksheet_set_paper(page, 9)
    // A chart is not cut in two by the end of a page where it all fits on one.
    xlsx.worksheet_fit_to_pages(page, 1, sheet.charts.isEmpty || sheet.rows.count > 40 ? 0 : 1)
    keep(xlsx.worksheet_repeat_rows(page, head, head))
    var below = head + UInt32(sheet.rows.count) + 2
    for chart in sheet.charts { below += draw(chart, of: sheet, head: head, at: below, page, keep) }
  }

  /// In characters, of each line of what is broken into more.
  private static func lengths(_ cell: Workbook.Cell) -> [Double] {
    guard case .text(let text) = cell else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { Double($0.unicodeScalars.count) }
  }

  /// Makes a row as high as its longest text needs, which not every program finds out by itself.
  /// - Parameter texts: how many characters a line are to stand in how wide a column.
  private func fit(
    _ row: UInt32, _ texts: [(lines: [Double], width: Int)], _ page: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    // A column is as wide as so many digits; letters are narrower.
    let lines =
      texts.map { text in
        text.lines.reduce(0) { $0 + max(1, ($1 / (1.15 * Double(text.width))).rounded(.up)) }
      }.max() ?? 1
    // In points; Excel has no higher row.
    return xlsx.worksheet_set_row(page, row, min(409, 15 * max(1, lines)), nil)
  }

  private func write(
    _ cell: Workbook.Cell, at row: UInt32, _ column: UInt16, isSum: Bool,
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ keep: (lxw_error) -> Void
  ) {
    switch cell {
    case .text(let text):
      keep(xlsx.worksheet_write_string(page, row, column, Self.shortened(text), styles.text[isSum]))
    case .number(let number):
      keep(xlsx.worksheet_write_number(page, row, column, Double(number), styles.number[isSum]))
    case .share(let part, let whole):
      guard whole > 0 else { return keep(xlsx.worksheet_write_blank(page, row, column, styles.share[isSum])) }
      keep(xlsx.worksheet_write_number(page, row, column, Double(part) / Double(whole), styles.share[isSum]))
    case .day(let day) where day >= Self.excelSafe:
      let days = Double(day.days(since: Self.excelStart))
      keep(xlsx.worksheet_write_number(page, row, column, days, styles.day[isSum]))
    case .day(let day):
      keep(xlsx.worksheet_write_string(page, row, column, day.description, styles.text[isSum]))
    case .noDay: keep(xlsx.worksheet_write_blank(page, row, column, styles.day[isSum]))
    case .empty: keep(xlsx.worksheet_write_blank(page, row, column, styles.text[isSum]))
    }
  }

  /// Ends with `…` where the rest does not fit.
  private static func shortened(_ text: String) -> String {
    let text = text.writable
    guard text.unicodeScalars.count > longest else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest - 1))) + "…"
  }

  // MARK: Charts

  /// Draws the chart with its upper left corner in that row, and returns how many rows it takes.
  private func draw(
    _ chart: Workbook.Chart, of sheet: Workbook.Sheet, head: UInt32, at row: UInt32,
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ keep: (lxw_error) -> Void
  ) -> UInt32 {
    guard !chart.rows.isEmpty else { return 0 }
    let rows = (head + 1 + UInt32(chart.rows.lowerBound))...(head + UInt32(chart.rows.upperBound))
    var height = 288.0
    let picture: UnsafeMutablePointer<lxw_chart>?
    func series(_ column: Int) -> UnsafeMutablePointer<lxw_chart_series>? {
      let series = xlsx.chart_add_series(picture, nil, nil)
      xlsx.chart_series_set_categories(series, sheet.name, rows.lowerBound, 0, rows.upperBound, 0)
      let place = UInt16(column)
      xlsx.chart_series_set_values(series, sheet.name, rows.lowerBound, place, rows.upperBound, place)
      xlsx.chart_series_set_name_range(series, sheet.name, head, place)
      return series
    }
    switch chart.kind {
    case .pie(let column, let colours):
      picture = xlsx.workbook_add_chart(book, UInt8(LXW_CHART_PIE.rawValue))
      let series = series(column)
      xlsx.chart_series_set_labels_options(series, 0, 0, 1)
      // A piece that is not there has no number.
      xlsx.chart_series_set_labels_num_format(series, "#,##0;;")
      keep(colour(series, colours))
    case .bars(let columns):
      picture = xlsx.workbook_add_chart(book, UInt8(LXW_CHART_BAR_STACKED.rawValue))
      for (column, colour) in columns {
        var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
        xlsx.chart_series_set_fill(series(column), &fill)
      }
      // In a bar chart the names stand on the y axis. The first row is on top, as in the table, and counts are whole.
      let (counts, names) = (picture?.pointee.x_axis, picture?.pointee.y_axis)
      xlsx.chart_axis_set_reverse(names)
      xlsx.chart_axis_set_crossing_max(names)
      xlsx.chart_axis_set_interval_unit(names, 1)
      xlsx.chart_axis_set_num_format(counts, "0")
      xlsx.chart_set_series_gap(picture, 60)
      height = max(height, 140 + 40 * Double(chart.rows.count))
    }
    xlsx.chart_title_set_name(picture, chart.title)
    xlsx.chart_legend_set_position(picture, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var options = lxw_chart_options()
    // The library's own size is 480 by 288.
    (options.x_scale, options.y_scale) = (720.0 / 480, height / 288)
    chart.title.withCString { title in
      options.description = UnsafeMutablePointer(mutating: title)
      keep(xlsx.worksheet_insert_chart_opt(page, row, 0, picture, &options))
    }
    return UInt32(height / 20) + 2
  }

  /// Gives each piece of a pie its colour.
  private func colour(_ series: UnsafeMutablePointer<lxw_chart_series>?, _ colours: [UInt32]) -> lxw_error {
    let fills = UnsafeMutableBufferPointer<lxw_chart_fill>.allocate(capacity: colours.count)
    let points = UnsafeMutableBufferPointer<lxw_chart_point>.allocate(capacity: colours.count)
    defer {
      fills.deallocate()
      points.deallocate()
    }
    var list: [UnsafeMutablePointer<lxw_chart_point>?] = []
    for (index, colour) in colours.enumerated() {
      fills.initializeElement(at: index, to: lxw_chart_fill(color: colour, none: 0, transparency: 0))
      points.initializeElement(
        at: index,
        to: lxw_chart_point(line: nil, fill: fills.baseAddress.map { $0 + index }, pattern: nil))
      list.append(points.baseAddress.map { $0 + index })
    }
    list.append(nil)
    return xlsx.chart_series_set_points(series, &list)
  }
}
