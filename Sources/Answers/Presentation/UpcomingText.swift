/// The list of what is due, as aligned tables below the headings of the groups.
package struct UpcomingText {
  private let list: UpcomingList
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
    _ list: UpcomingList, _ language: Language, style: TerminalStyle = .plain, width: Int? = nil,
    origin: String? = nil
  ) {
    self.origin = origin
    self.list = list
    self.language = language
    self.style = style
    self.width = width
    wording = UpcomingWording(list, language)
  }

  package func text() -> String {
    let day = wording.dates.weekdayAndDay(list.today)
    var text = style(.heading, language.choose(vi: "Hôm nay: \(day)", en: "Today: \(day)"))
    if let origin { text += style(.faint, " · " + TerminalEscaper.escape(origin)) }
    text += "\n"
    guard !list.items.isEmpty else {
      return text + language.choose(vi: "Không có việc nào.", en: "Nothing is due.") + "\n"
    }
    let tables = list.groups.map { ($0.group, $0.items, table(of: $0.items)) }
    // Groups with days share their widths, so that columns stand below one another; those without need others.
    var dated = layout
    var open = dated
    for (group, _, table) in tables {
      if group < .waiting { dated.rows += table.rows } else { open.rows += table.rows }
    }
    let (datedWidths, openWidths) = (dated.widths(in: width), open.widths(in: width))
    for (group, items, table) in tables {
      text += "\n" + style(.heading, "\(group.title(language)) (\(items.count))") + "\n"
      let lines = table.lines(widths: group < .waiting ? datedWidths : openWidths, header: false) { row, column, cell in
        columns[column].role(items[items.startIndex + row].group).map { style($0, cell) } ?? cell
      }
      text += lines.joined(separator: "\n") + "\n"
    }
    return text
  }

  private func table(of items: ArraySlice<UpcomingItem>) -> TextTable {
    var table = layout
    table.rows = items.map { item in columns.map { TerminalEscaper.escape($0.cell(item, wording)) } }
    return table
  }

  private var layout: TextTable { TextTable(columns.compactMap(\.layout), indentation: 2) }
}
