import Deadlines
import Diagnostics
import Documents

/// Joins the columns that together say when a row is due into one cell: two ends, marks below periods, a rhythm beside
/// a day, a day in a month, an hour of a day, or a deadline for each of several recipients.
struct DeadlineColumns {
  /// The roles after joining: at most one column `tellsWhen`, which is a deadline; a joined one is the last.
  let roles: [ColumnRole]
  private let source: [ColumnRole]
  private let headings: [String]
  private let columns: [Int]

  /// - Parameter headings: as `ColumnRole.roles(of:)` takes them.
  init(_ source: [ColumnRole], headings: [String]) {
    self.source = source
    self.headings = headings
    let tells = source.contains(where: \.tellsWhen)
    columns = source.indices.filter { source[$0].tellsWhen || tells && source[$0] == .hour }
    // The hour stays beside the deadline, because not every deadline can have one.
    let rest = source.indices.filter { !source[$0].tellsWhen }.map {
      source[$0] == .hour ? .extra(ColumnRole.columnName(headings[$0])) : source[$0]
    }
    roles = columns.isEmpty || columns.map({ source[$0] }) == [.deadline] ? source : rest + [.deadline]
  }

  /// The roles, in which columns of periods with numbers and words instead of marks count as extra columns.
  static func withoutFalseMarks(_ roles: [ColumnRole], headings: [String], rows: [Table.Row]) -> [ColumnRole] {
    let columns = roles.indices.filter { if case .mark = roles[$0] { true } else { false } }
    guard !columns.isEmpty else { return roles }
    var (marks, others) = (0, 0)
    for row in rows {
      for column in columns where row.cells.indices.contains(column) && !row.cells[column].text.isBlank {
        if MarkedPeriod.isMark(row.cells[column].text) { marks += 1 } else { others += 1 }
      }
    }
    guard marks <= others else { return roles }
    var roles = roles
    for column in columns { roles[column] = .extra(ColumnRole.columnName(headings[column])) }
    return roles
  }

  /// The row with one cell for its deadline; `isMade` if that was joined.
  func merged(_ row: Table.Row) -> (row: Table.Row, isMade: Bool) {
    guard let column = columns.first else { return (row, false) }
    var row = row
    if roles == source {
      guard row.cells.indices.contains(column) else { return (row, false) }
      row.cells[column].text = named(row.cells[column].text, headings[column])
      return (row, false)
    }
    let texts = columns.map { ($0, row.cells.indices.contains($0) ? row.cells[$0].text.trimmed : "") }
    var cell = Table.Cell(deadline(texts))
    if cell.text.isEmpty, columns.allSatisfy({ row.cells.indices.contains($0) && row.cells[$0].cover == .above }) {
      cell.cover = .above
    }
    row.cells =
      row.cells.indices.filter { source.indices.contains($0) && !source[$0].tellsWhen }.map { row.cells[$0] } + [cell]
    return (row, !cell.text.isEmpty)
  }

  private func deadline(_ all: [(column: Int, text: String)]) -> String {
    let texts = withoutLonger(all)
    func text(_ role: ColumnRole) -> String { texts.first { source[$0.column] == role }?.text ?? "" }
    var parts = parts(texts)
    let marked = self.marked(texts)
    if !marked.isEmpty { parts.append(("", marked)) }
    let (start, finish) = (text(.start), text(.finish))
    if let period = coarse(texts)?.period, !finish.isEmpty {
      // *Tháng 4 | Từ 05 | Đến 10*
      let completed = period.completed(Self.range(start, finish))
      if completed != Self.range(start, finish) { return Self.at(text(.hour), completed) }
    }
    if !finish.isEmpty || !start.isEmpty && parts.isEmpty {
      parts.append(("", Self.range(start, finish)))
    } else if !start.isEmpty, parts.count == 1 {
      parts[0].text = Self.range(start, parts[0].text)
    }
    let rhythm = text(.rhythm)
    if !rhythm.isEmpty {
      if parts.isEmpty { return rhythm }
      if !parts[0].text.folded.contains(rhythm.folded) { parts[0].text = "\(rhythm), \(parts[0].text)" }
    }
    if source.indices.count(where: { source[$0] == .deadline && !isCoarse($0) }) < 2 {
      return Self.at(text(.hour), parts.map(\.text).joined(separator: "; "))
    }
    let labelled = parts.map { $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)" }
    return Self.at(text(.hour), labelled.joined(separator: "; "))
  }

  private typealias Part = (label: String, text: String)

  /// The texts of the columns of deadlines; those of one that names months or weeks complete the others.
  private func parts(_ texts: [(column: Int, text: String)]) -> [Part] {
    let filled = texts.filter { source[$0.column] == .deadline && !$0.text.isEmpty }
    guard let (column, period) = coarse(filled) else {
      return filled.map { (isCoarse($0.column) ? "" : label($0.column), named($0.text, headings[$0.column])) }
    }
    let finer = filled.filter { $0.column != column }
    guard !finer.isEmpty else { return [("", period.words)] }
    return finer.map { part in
      let own = named(part.text, headings[part.column])
      let completed = period.completed(own)
      // What is no time itself does not do without the period.
      let isTime = completed != own || CellContent(completed) == .date
      return (label(part.column), isTime ? completed : "\(completed) (\(period.words))")
    }
  }

  /// The texts without the quarter beside its month; the year beside a month stands behind it.
  private func withoutLonger(_ texts: [(column: Int, text: String)]) -> [(column: Int, text: String)] {
    func named(_ names: [String]) -> Int? {
      texts.firstIndex { isCoarse($0.column) && names.contains(label($0.column).folded) && !$0.text.isEmpty }
    }
    guard let month = named(["tháng", "tháng/năm", "tháng, năm"]) else { return texts }
    var result = texts
    if let year = named(["năm"]).map({ texts[$0].text }), year.count == 4, !texts[month].text.contains("/") {
      result[month].text = "\(self.named(texts[month].text, headings[texts[month].column]))/\(year)"
    }
    return result.filter { !isCoarse($0.column) || !["quý", "năm"].contains(label($0.column).folded) }
  }

  /// The month, quarter or week that one of the columns names, the longest of several; nil if none does.
  private func coarse(_ texts: [(column: Int, text: String)]) -> (column: Int, period: PeriodContext)? {
    let order = ["năm", "quý", "tháng", "tháng/năm", "tháng, năm", "tuần"]
    let found = texts.filter { source[$0.column] == .deadline && !$0.text.isEmpty && isCoarse($0.column) }
    let longest = found.min {
      order.firstIndex(of: label($0.column).folded) ?? 0 < order.firstIndex(of: label($1.column).folded) ?? 0
    }
    guard let longest, let period = PeriodContext(heading: named(longest.text, headings[longest.column])) else {
      return nil
    }
    return (longest.column, period)
  }

  /// The deadline with the hour, where both make sense together.
  private static func at(_ hour: String, _ deadline: String) -> String {
    guard !hour.isEmpty else { return deadline }
    if PeriodContext.isPart(deadline), deadline.first?.isNumber == true { return "\(hour) ngày \(deadline)" }
    let joined = "\(hour) \(deadline)".trimmed
    return deadline.isEmpty || !DeadlineReader().read(joined.onOneLine).freeText.isEmpty ? joined : deadline
  }

  // MARK: Columns beside each other

  /// The texts of a row that says a month in one column and a day in another, as printed; nil for other rows.
  func printed(_ row: Table.Row) -> String? {
    let filled = columns.filter {
      source[$0] == .deadline && row.cells.indices.contains($0) && !row.cells[$0].text.isBlank
    }
    guard filled.count > 1, filled.contains(where: isCoarse) else { return nil }
    return filled.map { "\(label($0)): \(row.cells[$0].text.onOneLine)" }.joined(separator: "; ")
  }

  /// Whether the texts of merged cells in the column hold for the rows that they reach, before it is put together with
  /// others.
  func reaches(_ column: Int) -> Bool { columns.contains(column) && source[column] == .deadline }

  /// Whether the column names the month, quarter or week in which another column names the day.
  func isCoarse(_ column: Int) -> Bool {
    source[column] == .deadline && Self.coarseNames.contains(label(column).folded)
  }

  static let coarseNames: Set<String> = ["tháng", "quý", "tuần", "năm", "tháng/năm", "tháng, năm"]

  /// The question of a row whose day lies in another month than its own column for months says; nil for other rows.
  func contradiction(_ row: Table.Row) -> Bilingual? {
    let texts = columns.filter { row.cells.indices.contains($0) }.map { ($0, row.cells[$0].text.trimmed) }
    guard let (column, period) = coarse(texts), let month = period.outer, month.unit == .month else { return nil }
    let days = texts.filter { $0.0 != column }.compactMap { NumericDate.only(in: $0.1.onOneLine) }
    guard let day = days.first(where: { $0.second != month.number }) else { return nil }
    let (words, printed) = (period.words, "\(day.first)/\(day.second)/\(day.year)")
    return .init(
      vi: "cột tháng ghi “\(words)” nhưng ngày là \(printed): cái nào đúng?",
      en: "the column of months says “\(words)”, but the day is \(printed): which is right?")
  }

  /// Whether another column says more exactly when the row is due.
  func hasFiner(_ row: Table.Row, than column: Int) -> Bool {
    columns.contains { $0 != column && !isCoarse($0) && row.cells.indices.contains($0) }
  }

  private static func range(_ start: String, _ finish: String) -> String {
    if start.isEmpty || start == finish { return finish }
    return finish.isEmpty ? "từ \(start)" : "từ \(start) đến \(finish)"
  }

  private func marked(_ texts: [(column: Int, text: String)]) -> String {
    var periods: [MarkedPeriod] = []
    var count = 0
    var words: [String] = []
    var days: [String] = []
    for (column, text) in texts {
      guard case .mark(let period) = source[column] else { continue }
      count += 1
      guard !text.isEmpty else { continue }
      if MarkedPeriod.isMark(text) {
        periods.append(period)
      } else {
        words.append("(\(period.text)) \(text)")
        // *20/8* below *Tháng 8*
        let own = PeriodContext(period.text)?.completed(text) ?? text
        if CellContent(own) == .date { days.append(own) }
      }
    }
    if periods.isEmpty, words.count == 1, let only = days.first { return only }
    guard words.isEmpty else { return (periods.map { "(\($0.text)) x" } + words).joined(separator: ", ") }
    return MarkedPeriod.deadline(periods, of: count) ?? "(x) " + periods.map(\.text).joined(separator: ", ")
  }

  /// What tells the deadline of this column from the others: the lower heading, or the only one.
  private func label(_ column: Int) -> String {
    let heading = headings[column]
    let own = heading.lastIndex(of: "\n").map { String(heading[heading.index(after: $0)...]) } ?? heading
    return String(own.onOneLine.filter { !":;,()".contains($0) })
  }

  /// The text of a cell, before which the heading stands if it is a bare number below *Tháng* or *Tuần*.
  private func named(_ text: String, _ heading: String) -> String {
    let name = heading.onOneLine
    guard ["tháng", "tuần", "quý", "năm"].contains(name.folded) else { return text }
    let bare = text.trimmed
    // *4*, *4-5*, *4, 5*, *IV*
    let isNumbers = bare.first?.isASCIIDigit == true && bare.allSatisfy { $0.isASCIIDigit || "-–, ".contains($0) }
    guard bare.count <= 8, !bare.isEmpty, isNumbers || RowNumber.isRoman(bare) else { return text }
    return "\(name) \(bare)"
  }
}
