import Deadlines
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

  private func deadline(_ texts: [(column: Int, text: String)]) -> String {
    func text(_ role: ColumnRole) -> String { texts.first { source[$0.column] == role }?.text ?? "" }
    var parts = parts(texts)
    let marked = self.marked(texts)
    if !marked.isEmpty { parts.list.append(("", marked)) }
    let (start, finish) = (text(.start), text(.finish))
    if !finish.isEmpty || !start.isEmpty && parts.list.isEmpty {
      parts.list.append(("", Self.range(start, finish)))
    } else if !start.isEmpty, parts.list.count == 1 {
      parts.list[0].text = Self.range(start, parts.list[0].text)
    }
    let rhythm = text(.rhythm)
    if !rhythm.isEmpty {
      if parts.list.isEmpty { return rhythm }
      if !parts.list[0].text.folded.contains(rhythm.folded) { parts.list[0].text = "\(rhythm), \(parts.list[0].text)" }
    }
    if source.count(where: { $0 == .deadline }) - (parts.isWithin ? 1 : 0) < 2 {
      return Self.at(text(.hour), parts.list.map(\.text).joined(separator: "; "))
    }
    let labelled = parts.list.map { $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)" }
    return Self.at(text(.hour), labelled.joined(separator: "; "))
  }

  private typealias Part = (label: String, text: String)

  /// The texts of the columns of deadlines; those of one that names months or weeks complete the others.
  private func parts(_ texts: [(column: Int, text: String)]) -> (list: [Part], isWithin: Bool) {
    let filled = texts.filter { source[$0.column] == .deadline && !$0.text.isEmpty }
    guard let coarse = filled.first(where: { isCoarse($0.column) }),
      let period = PeriodContext(named(coarse.text, headings[coarse.column]))
    else {
      return (filled.map { (isCoarse($0.column) ? "" : label($0.column), named($0.text, headings[$0.column])) }, false)
    }
    let finer = filled.filter { !isCoarse($0.column) }
    guard !finer.isEmpty else { return ([("", period.words)], true) }
    return (
      finer.map { part in
        let completed = period.completed(part.text)
        // What is no time itself does not do without the period.
        let isTime = completed != part.text || CellContent(completed) == .date
        return (label(part.column), isTime ? completed : "\(completed) (\(period.words))")
      }, true
    )
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
    source[column] == .deadline
      && ["tháng", "quý", "tuần", "năm", "tháng/năm", "tháng, năm"].contains(label(column).folded)
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
    guard bare.count <= 4, !bare.isEmpty, bare.allSatisfy({ $0.isASCIIDigit }) || RowNumber.isRoman(bare) else {
      return text
    }
    return "\(name) \(bare)"
  }
}
