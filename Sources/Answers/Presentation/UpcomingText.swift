/// The list of what is due, as aligned tables below the headings of the groups.
package struct UpcomingText {
  private let page: UpcomingPage
  private let wording: UpcomingWording
  private let columns = UpcomingColumn.all.filter { $0.layout != nil }
  private let language: Language
  private let style: TerminalStyle
  private let width: Int?
  private let origin: String?

  /// - Parameters:
  ///   - width: the columns of the terminal; if it is nil, lines are as wide as their texts.
  ///   - origin: where rules and facts come from, which the first line says; nil says nothing.
  package init(
    _ page: UpcomingPage, _ language: Language, style: TerminalStyle = .plain, width: Int? = nil,
    origin: String? = nil
  ) {
    self.origin = origin
    self.page = page
    self.language = language
    self.style = style
    self.width = width
    wording = UpcomingWording(page, language)
  }

  package func text() -> String {
    let day = wording.dates.weekdayAndDay(page.today)
    var text = style(.heading, language.choose(vi: "Hôm nay: \(day)", en: "Today: \(day)"))
    if let origin { text += style(.faint, " · " + TerminalEscaper.escape(origin)) }
    text += "\n"
    guard !page.sections.isEmpty else {
      return text + language.choose(vi: "Không có việc nào.", en: "Nothing is due.") + "\n"
    }
    let tables = page.sections.map { ($0, table(of: $0.shown)) }
    // Sections with days share their widths, so that columns stand below one another; those without need others.
    var dated = layout
    var open = dated
    for (section, table) in tables {
      if section.isOpen { open.rows += table.rows } else { dated.rows += table.rows }
    }
    let (datedWidths, openWidths) = (dated.widths(in: width), open.widths(in: width))
    for (section, table) in tables {
      text += "\n"
      if !section.title.isEmpty {
        text += style(.heading, TerminalEscaper.escape("\(section.title) (\(section.count))")) + "\n"
      }
      let lines = table.lines(widths: section.isOpen ? openWidths : datedWidths, header: false) { row, column, cell in
        columns[column].role(section.shown[row].first.group).map { style($0, cell) } ?? cell
      }
      text += lines.joined(separator: "\n") + "\n"
    }
    if let more = page.more(language) { text += "\n" + more + "\n" }
    return text
  }

  private func table(of rows: [UpcomingRow]) -> TextTable {
    var table = layout
    table.rows = rows.map { row in columns.map { TerminalEscaper.escape($0.text(row, wording)) } }
    return table
  }

  private var layout: TextTable { TextTable(columns.compactMap(\.layout), indentation: 2) }
}
