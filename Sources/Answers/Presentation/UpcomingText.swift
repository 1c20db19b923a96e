/// The list of what is due, as aligned tables below the headings of the groups.
package struct UpcomingText {
  private let page: UpcomingPage
  private let wording: UpcomingWording
  private let columns = UpcomingColumn.all.filter { $0.layout != nil }
  private let language: Language
  private let style: TerminalStyle
  private let width: Int?
  private let height: Int?
  private let origin: String?

  /// - Parameters:
  ///   - width: the columns of the terminal; if it is nil, lines are as wide as their texts.
  ///   - height: the lines of the terminal, which the text is cut to; nil shows everything.
  ///   - origin: where rules and facts come from, which the first line says; nil says nothing.
  package init(
    _ page: UpcomingPage, _ language: Language, style: TerminalStyle = .plain, width: Int? = nil,
    height: Int? = nil, origin: String? = nil
  ) {
    self.origin = origin
    self.page = page
    self.language = language
    self.style = style
    (self.width, self.height) = (width, height)
    wording = UpcomingWording(page, language)
  }

  package func text() -> String {
    let head = head
    var text = head.map { $0 + "\n" }.joined()
    guard !page.sections.isEmpty else {
      return text + language.choose(vi: "Không có việc nào.", en: "Nothing is due.") + "\n"
    }
    let all = rows(of: layout)
    let lines = all.reduce(0) { $0 + $1.reduce(2) { $0 + $1.count } } + head.count + (page.next == nil ? 0 : 2)
    // Headings that fill the screen by themselves are no use.
    guard let height, lines > height - 1, page.sections.count < height / 2 else {
      for (section, rows) in zip(page.sections, all) {
        text += "\n" + heading(section) + rows.flatMap(\.self).joined(separator: "\n") + "\n"
      }
      if let more = page.more(language) { text += "\n" + more + "\n" }
      return text
    }
    return text + fitting(height - 1 - head.count)
  }

  /// The day, and where rules and facts come from: behind it where that fits, else in lines below it.
  private var head: [String] {
    let day = wording.dates.weekdayAndDay(page.today)
    let today = language.choose(vi: "Hôm nay: \(day)", en: "Today: \(day)")
    guard let origin = origin.map(TerminalEscaper.escape) else { return [style(.heading, today)] }
    if DisplayWidth.of("\(today) · \(origin)") <= width ?? .max {
      return [style(.heading, today) + style(.faint, " · \(origin)")]
    }
    let below = TextWrapping.lines(of: origin, columns: width ?? .max).map { style(.faint, $0) }
    return [style(.heading, today)] + below
  }

  // MARK: The screen

  /// What is most urgent under each heading, in so many lines, and how much is left.
  private func fitting(_ height: Int) -> String {
    var short = layout
    for column in short.columns.indices { short.columns[column].maximumLines = columns[column].mostLines }
    let all = rows(of: short)
    let shown = Self.shares(of: height - page.sections.count - 1, among: all.map { $0.map(\.count) })
    var text = ""
    for (section, (rows, count)) in zip(page.sections, zip(all, shown)) {
      text += heading(section, left: rows.count - count)
      text += rows.prefix(count).map { $0.joined(separator: "\n") + "\n" }.joined()
    }
    let (part, whole) = (shown.reduce(0, +), page.rows.count)
    return text
      + language.choose(
        vi: "Vừa màn hình: \(part) trong \(whole) dòng; xem hết: --all, hoặc lọc: --plan, --unit, --status.",
        en: "Cut to the screen: \(part) of \(whole) rows; all: --all; or --plan, --unit, --status.") + "\n"
  }

  /// How many rows of each heading fit: each is given one after the other, as long as the next still fits.
  private static func shares(of lines: Int, among rows: [[Int]]) -> [Int] {
    var (shown, left) = (rows.map { _ in 0 }, lines)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for index in rows.indices where shown[index] < rows[index].count && rows[index][shown[index]] <= left {
        left -= rows[index][shown[index]]
        shown[index] += 1
        isGrowing = true
      }
    }
    return shown
  }

  /// - Parameter left: rows under it that are not shown.
  private func heading(_ section: UpcomingPage.Section, left: Int = 0) -> String {
    guard !section.title.isEmpty else { return "" }
    let more =
      left == 0
      ? ""
      : language.choose(vi: " · còn \(left) dòng", en: left == 1 ? " · 1 more row" : " · \(left) more rows")
    return style(.heading, TerminalEscaper.escape("\(section.title) (\(section.count))")) + style(.faint, more) + "\n"
  }

  // MARK: Rows

  /// The lines of each row of each section. Sections with days share their widths, so that columns stand below one another;
  /// those without need others.
  private func rows(of layout: TextTable) -> [[[String]]] {
    let tables = page.sections.map { section in
      var table = layout
      table.rows = section.shown.map { row in columns.map { TerminalEscaper.escape($0.text(row, wording)) } }
      return table
    }
    var (dated, open) = (layout, layout)
    for (section, table) in zip(page.sections, tables) {
      if section.isOpen { open.rows += table.rows } else { dated.rows += table.rows }
    }
    let (datedWidths, openWidths) = (dated.widths(in: width), open.widths(in: width))
    return zip(page.sections, tables).map { section, table in
      table.rowLines(widths: section.isOpen ? openWidths : datedWidths) { row, column, cell in
        columns[column].role(section.shown[row].first.group).map { style($0, cell) } ?? cell
      }
    }
  }

  private var layout: TextTable { TextTable(columns.compactMap(\.layout), indentation: 2) }
}
