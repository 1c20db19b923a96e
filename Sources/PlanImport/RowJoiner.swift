import Documents
import RuleSyntax

/// Makes whole rows of table rows: drops what only layout needs, joins what a page end cut, and fills in what merged
/// cells share.
struct RowJoiner {
  enum Line {
    case section(number: RowNumber?, title: String, place: SourcePlace)
    case row(PlanRow)
  }

  private let table: TaskTable
  private(set) var lines: [Line] = []
  /// A page ended above rows that were dropped.
  private var pageEnded = false

  /// Rows that hold nothing of the plan (repeated headings, rulers) are counted here, not lost.
  private(set) var layoutRows = 0

  init(_ table: TaskTable) {
    self.table = table
    for (index, row) in table.rows.enumerated() { add(row, next: table.rows.dropFirst(index + 1).first) }
  }

  private mutating func add(_ row: Table.Row, next: Table.Row?) {
    let filled = row.cells.filter { !$0.text.isBlank }
    if filled.isEmpty || table.isHeading(row) || Self.isRuler(row) || Self.countsColumns(row) {
      layoutRows += 1
      pageEnded = pageEnded || row.startsPage
      return
    }
    var row = row
    row.startsPage = row.startsPage || pageEnded
    pageEnded = false
    let read = PlanRow(row, roles: table.roles)
    if let section = section(row, read, next: next) {
      lines.append(section)
      return
    }
    if case .row(var last)? = lines.last {
      if isContinuation(row, read, of: last) {
        last.append(read)
        lines[lines.count - 1] = .row(last)
        return
      }
      if read.number.isEmpty {
        var new = read
        new.carry(from: last)
        lines.append(.row(new))
        return
      }
    }
    lines.append(.row(covered(row, read)))
  }

  /// What a cell that reaches down from the row above says holds here too.
  private func covered(_ row: Table.Row, _ read: PlanRow) -> PlanRow {
    guard case .row(let last)? = lines.last else { return read }
    var new = read
    for (cell, role) in zip(row.cells, table.roles) where cell.cover == .above {
      switch role {
      case .deadline: if new.deadline.isEmpty { new.deadline = last.deadline }
      case .lead: if new.lead.isEmpty { new.lead = last.lead }
      case .support: if new.support.isEmpty { new.support = last.support }
      case .assignment: if new.assignment.isEmpty { new.assignment = last.assignment }
      case .task: if new.title.isEmpty { new.title = last.title }
      case .product: if new.product.isEmpty { new.product = last.product }
      default: break
      }
    }
    return new
  }

  // MARK: Rows that are not tasks

  private static func isRuler(_ row: Table.Row) -> Bool {
    row.cells.allSatisfy { $0.text.allSatisfy { "-–—_=.…:| ".contains($0) || $0.isWhitespace } }
  }

  /// *(1) (2) (3)* or *1 2 3 4* below the headings.
  private static func countsColumns(_ row: Table.Row) -> Bool {
    let texts = row.cells.map { $0.text.filter { !"() .".contains($0) } }.filter { !$0.isEmpty }
    guard texts.count >= 3, texts.count + 2 >= row.cells.count else { return false }
    let numbers = texts.compactMap { Int($0) }
    if numbers.count == texts.count { return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } }
    return texts.count >= 4 && Set(["A", "B"]).isSuperset(of: texts.prefix(2)) && numbers.count >= texts.count - 2
  }

  /// A number and a title and nothing else; a title over the whole width.
  private func section(_ row: Table.Row, _ read: PlanRow, next: Table.Row?) -> Line? {
    guard read.deadline.isEmpty, read.lead.isEmpty, read.assignment.isEmpty, read.support.isEmpty else { return nil }
    let numberColumn = table.roles.firstIndex(of: .number)
    let others = row.cells.indices.filter { $0 != numberColumn && !row.cells[$0].text.isBlank }
    let number = read.number.isEmpty ? nil : RowNumber(read.number, after: lastSectionNumber)
    let isWide = row.cells.contains { $0.cover == .left }
    if others.isEmpty {
      // The title in the number's column, over the whole width.
      guard !read.number.isEmpty, number == nil, isWide || read.number.count > 6 else { return nil }
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
    if isWide || title.isUppercase && title.count > 5 || lines.isEmpty { return section(titled: title, row) }
    if let leading = RowNumber.leading(title), leading.number.kind == .roman { return section(titled: title, row) }
    return nil
  }

  private func section(titled text: String, _ row: Table.Row) -> Line {
    if let (number, rest) = RowNumber.leading(text.onOneLine), !rest.isEmpty {
      return .section(number: number, title: rest, place: row.place)
    }
    return .section(number: nil, title: text.onOneLine, place: row.place)
  }

  private var lastSectionNumber: String? {
    for line in lines.reversed() {
      if case .section(let number?, _, _) = line, number.kind == .upper { return number.text }
    }
    return nil
  }

  /// The next row is one below `number`: *1.1* below *1*, a letter or a dash below *1.1*.
  private func hasChildren(_ number: RowNumber, _ next: Table.Row?) -> Bool {
    guard let next, let column = table.roles.firstIndex(of: .number) else { return false }
    let text = next.cells[column].text.trimmed
    if ["-", "+", "–"].contains(text) { return true }
    guard let below = RowNumber(text) else {
      return text.isEmpty && !PlanRow(next, roles: table.roles).title.isEmpty && !next.startsPage
        && !PlanRow(next, roles: table.roles).title.startsLowercase
    }
    return below.kind == .lower && number.kind != .lower || below.text.hasPrefix(number.text + ".")
  }

  // MARK: Page ends

  /// Whether `row` is the rest of the one before: without a number, it goes on in the middle of a sentence, or it lies at
  /// the top of a page and names nothing that a row of its own would.
  private func isContinuation(_ row: Table.Row, _ read: PlanRow, of last: PlanRow) -> Bool {
    guard read.number.isEmpty, table.roles.contains(.number) || row.startsPage else { return false }
    if row.cells.contains(where: { $0.cover == .above }), !row.startsPage, !read.title.isEmpty { return false }
    let texts = row.cells.map(\.text.trimmed).filter { !$0.isEmpty }
    if texts.contains(where: { $0.startsLowercase && !Self.startsItem($0) }) {
      return row.startsPage || read.deadline.isEmpty || read.title.startsLowercase
    }
    if let head = read.title.isEmpty ? nil : RowNumber.leading(read.title), head.number.kind != .roman { return false }
    if row.startsPage { return read.deadline.isEmpty && read.lead.isEmpty || read.title.isEmpty && isRest(read, last) }
    return read.title.isEmpty && read.deadline.isEmpty
  }

  /// A deadline that only together with the one before it makes sense (*Quý* and *I/2024*).
  private func isRest(_ read: PlanRow, _ last: PlanRow) -> Bool {
    guard !read.deadline.isEmpty, !last.deadline.isEmpty else { return false }
    return DeadlineReader().read(last.deadline.onOneLine).readings.isEmpty
  }

  /// *a) …*, *- …*
  private static func startsItem(_ text: String) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    return first.isLowercase && second == ")"
  }
}
