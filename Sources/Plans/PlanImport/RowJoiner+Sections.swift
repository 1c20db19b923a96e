import Documents

/// Rows that are headings of those below them.
extension RowJoiner {
  /// The section that the row begins: it has a number and a title and nothing else but sums, a title over the whole
  /// width, or the lead of all rows below. Nil if it is a task.
  func section(_ row: Table.Row, _ read: PlanRow, next: Table.Row?) -> Line? {
    guard read.deadline.isEmpty else { return nil }
    let number = read.number.isEmpty ? nil : RowNumber(read.number, after: lastUpperSection)
    if !(read.lead + read.assignment + read.support).isEmpty { return leadingSection(row, read, number, next) }
    let others = row.cells.indices.filter { $0 != numberColumn && !row.cells[$0].text.isBlank && !isSum(row, $0) }
    let isWide = row.cells.contains { $0.cover == .left }
    if others.isEmpty {
      // The title stands in the column of numbers, over the whole width.
      guard !read.number.isEmpty, number == nil, isWide || read.number.count > 6 && !isCode(read.number) else {
        return nil
      }
      return section(titled: read.number, row)
    }
    guard others.count == 1, let column = others.first else { return nil }
    let title = row.cells[column].text.onOneLine
    if let number {
      switch number.kind {
      case .roman, .upper: return .section(number: number, title: title, place: row.place)
      case .arabic, .dotted, .lower:
        guard isWide || hasChildren(number, next) else { return nil }
        return .section(number: number, title: title, place: row.place)
      }
    }
    guard read.number.isEmpty else { return nil }
    if isWide || title.isUppercase && title.count > 5 || lines.isEmpty || isHeading(row, read, column, next)
      || followsHeadings(read, column, next)
    {
      return section(titled: title, row)
    }
    if let leading = RowNumber.leading(title), leading.number.kind == .roman { return section(titled: title, row) }
    return nil
  }

  /// The section of a row with days of its own that only sums up the numbered rows below, as a work breakdown has it: it
  /// names nobody, they do.
  func summary(_ row: Table.Row, _ read: PlanRow, next: Table.Row?) -> Line? {
    guard let next, !read.deadline.isEmpty, !read.title.isEmpty, (read.lead + read.assignment + read.support).isEmpty,
      let number = RowNumber(read.number, after: lastUpperSection)
    else { return nil }
    let below = PlanRow(columns.merged(next).row, roles: roles)
    guard let inner = RowNumber(below.number), inner.text.hasPrefix(number.text + "."),
      !(below.lead + below.assignment).isEmpty, !below.deadline.isEmpty
    else { return nil }
    return .section(number: number, title: read.title.onOneLine, place: row.place)
  }

  /// Whether the cell of another column is a sum without words.
  private func isSum(_ row: Table.Row, _ column: Int) -> Bool {
    guard roles.indices.contains(column) else { return false }
    switch roles[column] {
    case .extra, .note: return [.figure, .status].contains(CellContent(row.cells[column].text))
    default: return false
    }
  }

  private func isCode(_ number: String) -> Bool { !number.contains(" ") && number.contains(where: \.isNumber) }

  /// Whether a title alone stands, without a number, above a numbered row that says for itself who or when.
  private func isHeading(_ row: Table.Row, _ read: PlanRow, _ column: Int, _ next: Table.Row?) -> Bool {
    guard numberColumn != nil, roles.indices.contains(column), roles[column] == .task, let next, !row.startsPage,
      !read.title.startsLowercase, read.title.first?.isLetter == true,
      !row.cells.contains(where: { $0.cover == .above })
    else { return false }
    let below = PlanRow(columns.merged(next).row, roles: roles)
    return !below.number.isEmpty && !(below.lead + below.assignment + below.deadline).isEmpty
  }

  /// Whether the table has no numbers, and began with such a title alone above a row that says who and when.
  private func followsHeadings(_ read: PlanRow, _ column: Int, _ next: Table.Row?) -> Bool {
    guard numberColumn == nil, roles.indices.contains(column), roles[column] == .task, let next,
      case .section(nil, _, _)? = lines.first
    else { return false }
    let below = PlanRow(columns.merged(next).row, roles: roles)
    return !below.title.isEmpty && !below.deadline.isEmpty && !(below.lead + below.assignment).isEmpty
  }

  /// The section that *I | Công tác tổ chức | Phòng Tổ chức | (no day)* begins if the rows below name nobody; else nil.
  private func leadingSection(_ row: Table.Row, _ read: PlanRow, _ number: RowNumber?, _ next: Table.Row?) -> Line? {
    guard let number, number.kind == .roman || number.kind == .upper, roles.contains(.deadline), let next else {
      return nil
    }
    let below = PlanRow(columns.merged(next).row, roles: roles)
    guard let inner = RowNumber(below.number), inner.kind != .roman, inner.kind != .upper, !below.deadline.isEmpty,
      below.lead.isEmpty, below.assignment.isEmpty
    else { return nil }
    return .section(number: number, title: read.title.onOneLine, place: row.place)
  }

  private func section(titled text: String, _ row: Table.Row) -> Line {
    if let (number, rest) = RowNumber.leading(text.onOneLine), !rest.isEmpty {
      return .section(number: number, title: rest, place: row.place)
    }
    return .section(number: nil, title: text.onOneLine, place: row.place)
  }

  /// Whether the next row belongs under `number`: *1.1* under *1*, a letter or a dash under *1.1*.
  private func hasChildren(_ number: RowNumber, _ next: Table.Row?) -> Bool {
    guard let next, numberColumn != nil else { return false }
    let below = PlanRow(columns.merged(next).row, roles: roles)
    let text = below.number
    if ["-", "+", "–"].contains(text) { return true }
    guard let inner = RowNumber(text) else {
      return text.isEmpty && !below.title.isEmpty && !next.startsPage && !below.title.startsLowercase
    }
    return inner.kind == .lower && number.kind != .lower || inner.text.hasPrefix(number.text + ".")
  }
}
