import Deadlines
import Diagnostics
import Documents

/// Makes rows out of table rows: drops those that are only layout, joins what the end of a page cut, and fills in what
/// merged cells share.
struct RowJoiner {
  enum Line {
    case section(number: RowNumber?, title: String, place: SourcePlace)
    case row(PlanRow)
  }

  private let table: TaskTable
  private let columns: DeadlineColumns
  private let numberColumn: Int?
  private(set) var lines: [Line] = []
  /// Rows that are no tasks, and why.
  private(set) var leftOut: [(row: PlanRow, reason: Bilingual)] = []
  /// Whether a page ended above rows that were dropped.
  private var pageEnded = false
  /// What the sections around say, for the rows that do not say it themselves.
  private var inherited: PlanRow?
  private var lastUpperSection: String?
  private var above: Table.Row?

  /// - Parameter caption: the text above the table; if it is a period (*Tháng 02*), that is the deadline of the rows.
  init(_ table: TaskTable, caption: String = "") {
    self.table = table
    columns = DeadlineColumns(table.roles, headings: table.headings)
    numberColumn = columns.roles.firstIndex(of: .number)
    if let place = table.rows.first?.place { inherited = Self.period(caption, PlanRow(place: place)) }
    for (index, row) in table.rows.enumerated() { add(row, next: table.rows.dropFirst(index + 1).first) }
  }

  private var roles: [ColumnRole] { columns.roles }

  /// Whether a column or the sections say when rows are due.
  var tellsWhen: Bool {
    roles.contains(.deadline)
      || lines.contains { if case .row(let row) = $0 { !row.deadline.isEmpty } else { false } }
  }

  private mutating func add(_ source: Table.Row, next: Table.Row?) {
    // Empty rows, repeated headings and rulers are only layout.
    if source.cells.allSatisfy(\.text.isBlank) || table.isHeading(source) || Self.isRuler(source)
      || Self.countsColumns(source)
    {
      pageEnded = pageEnded || source.startsPage
      return
    }
    var (row, isMade) = columns.merged(Self.withoutRepeats(source))
    row.startsPage = row.startsPage || pageEnded
    pageEnded = false
    row = Self.withoutDittos(row, above: above, roles: roles)
    above = row
    var read = PlanRow(row, roles: roles)
    if isMade {
      read.deadlineOrigin = .init(vi: "ghép từ các cột thời gian", en: "put together from the columns of times")
    }
    if numberColumn == nil, let (number, rest) = RowNumber.leading(read.title.onOneLine), !rest.isEmpty,
      !(read.deadline + read.lead + read.assignment).isEmpty
    {
      (read.number, read.title) = (number.text, rest)
    }
    if Self.isTotal(read) {
      leftOut.append((read, .init(vi: "hàng cộng, không phải nhiệm vụ", en: "a row of totals, no task")))
    } else if let section = section(row, read, next: next) {
      open(section, read)
    } else {
      add(row, read)
    }
  }

  private mutating func add(_ row: Table.Row, _ read: PlanRow) {
    var new = read
    if case .row(var last)? = lines.last {
      if isContinuation(row, read, of: last) {
        last.append(read)
        lines[lines.count - 1] = .row(last)
        return
      }
      for (cell, role) in zip(row.cells, roles) where cell.cover == .above && Self.reaching.contains(role) {
        new.take(role, from: last)
      }
      if read.number.isEmpty, numberColumn != nil || read.title.isEmpty { new.carry(from: last) }
    }
    if let inherited { new.inherit(from: inherited, roles: [.deadline, .lead]) }
    lines.append(.row(new))
  }

  private static let reaching: Set<ColumnRole> = [.deadline, .lead, .support, .assignment, .task, .product]

  private mutating func open(_ line: Line, _ read: PlanRow) {
    guard case .section(let number, let title, _) = line else { return }
    lines.append(line)
    if number?.kind == .upper { lastUpperSection = number?.text }
    var said = Self.period(title, read)
    // An inner section adds to the outer ones, a section of the outer kinds replaces them.
    switch number?.kind {
    case .arabic?, .dotted?, .lower?: if let inherited { said.inherit(from: inherited, roles: [.deadline, .lead]) }
    case .roman?, .upper?, nil: break
    }
    inherited = said
  }

  /// The row, with the heading as its deadline if that is a period.
  private static func period(_ title: String, _ row: PlanRow) -> PlanRow {
    let words = RowNumber.leading(title)?.rest ?? title
    guard row.deadline.isEmpty, MarkedPeriod(words) != nil else { return row }
    var said = row
    said.deadline = words
    said.deadlineOrigin = .init(vi: "lấy từ tiêu đề “\(title)”", en: "taken from the heading “\(title)”")
    return said
  }

  // MARK: Rows that are not tasks

  /// Whether the row is a total, such as *Tổng cộng*.
  private static func isTotal(_ row: PlanRow) -> Bool {
    guard row.deadline.isEmpty, row.lead.isEmpty, row.assignment.isEmpty else { return false }
    let text = (row.title.isEmpty ? row.number : row.title).folded
    return ["tổng cộng", "tổng số", "tổng kinh phí", "cộng", "total", "grand total"].contains {
      text == $0 || text.hasPrefix($0 + " ") || text.hasPrefix($0 + ":")
    } && text.count <= 40
  }

  /// The row without the repeats that some programs write into each cell for a cell over the whole width.
  private static func withoutRepeats(_ row: Table.Row) -> Table.Row {
    guard row.cells.count > 2, let first = row.cells.first?.text, first.count > 6,
      row.cells.allSatisfy({ $0.text == first })
    else { return row }
    var row = row
    for index in row.cells.indices.dropFirst() { row.cells[index] = Table.Cell("", cover: .left) }
    return row
  }

  /// The row in which *nt*, *-nt-*, *như trên* and *"* are replaced by the text of the cell above.
  private static func withoutDittos(_ row: Table.Row, above: Table.Row?, roles: [ColumnRole]) -> Table.Row {
    guard let above, above.cells.count == row.cells.count else { return row }
    var row = row
    for index in row.cells.indices where roles.indices.contains(index) && roles[index] != .number {
      let text = row.cells[index].text
      guard text.utf8.count <= 24 else { continue }
      if dittos.contains(text.folded.filter { !"-–().[] ".contains($0) }) {
        row.cells[index].text = above.cells[index].text
      }
    }
    return row
  }

  private static let dittos: Set<String> = ["nt", "nhưtrên", "\"", "”", "″", "〃", "ditto", "''"]

  private static func isRuler(_ row: Table.Row) -> Bool {
    row.cells.allSatisfy { $0.text.allSatisfy { "-–—_=.…:| ".contains($0) || $0.isWhitespace } }
  }

  /// Whether the row only numbers the columns below the headings: *(1) (2) (3)* or *1 2 3 4*.
  private static func countsColumns(_ row: Table.Row) -> Bool {
    let texts = row.cells.map { $0.text.filter { !"() .".contains($0) } }.filter { !$0.isEmpty }
    guard texts.count >= 3, texts.count + 2 >= row.cells.count else { return false }
    let numbers = texts.compactMap { Int($0) }
    if numbers.count == texts.count { return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } }
    return texts.count >= 4 && Set(["A", "B"]).isSuperset(of: texts.prefix(2)) && numbers.count >= texts.count - 2
  }

  /// The section that the row begins: it has a number and a title and nothing else, a title over the whole width, or
  /// the lead of all rows below. Nil if it is a task.
  private func section(_ row: Table.Row, _ read: PlanRow, next: Table.Row?) -> Line? {
    guard read.deadline.isEmpty else { return nil }
    let number = read.number.isEmpty ? nil : RowNumber(read.number, after: lastUpperSection)
    let others = row.cells.indices.filter { $0 != numberColumn && !row.cells[$0].text.isBlank }
    if !(read.lead + read.assignment + read.support).isEmpty { return leadingSection(row, read, number, next) }
    let isWide = row.cells.contains { $0.cover == .left }
    if others.isEmpty {
      // The title stands in the column of numbers, over the whole width.
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
    if isWide || title.isUppercase && title.count > 5 || lines.isEmpty || MarkedPeriod(title) != nil {
      return section(titled: title, row)
    }
    if let leading = RowNumber.leading(title), leading.number.kind == .roman { return section(titled: title, row) }
    return nil
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

  // MARK: Page ends

  /// Whether `row` is the rest of the one before: it has no number, and begins in the middle of a sentence, or stands
  /// at the top of a page without what a row of its own would have.
  private func isContinuation(_ row: Table.Row, _ read: PlanRow, of last: PlanRow) -> Bool {
    guard read.number.isEmpty, numberColumn != nil || row.startsPage else { return false }
    if row.cells.contains(where: { $0.cover == .above }), !row.startsPage, !read.title.isEmpty { return false }
    let texts = row.cells.map(\.text.trimmed).filter { !$0.isEmpty }
    if texts.contains(where: { $0.startsLowercase && !Self.startsItem($0) }) {
      return row.startsPage || read.deadline.isEmpty || read.title.startsLowercase
    }
    if let head = read.title.isEmpty ? nil : RowNumber.leading(read.title), head.number.kind != .roman { return false }
    if row.startsPage { return read.deadline.isEmpty && read.lead.isEmpty || read.title.isEmpty && isRest(read, last) }
    return read.title.isEmpty && read.deadline.isEmpty
  }

  /// Whether the deadline makes sense only together with the one before it (*Quý* and *I/2024*).
  private func isRest(_ read: PlanRow, _ last: PlanRow) -> Bool {
    guard !read.deadline.isEmpty, !last.deadline.isEmpty else { return false }
    return DeadlineReader().read(last.deadline.onOneLine).readings.isEmpty
  }

  /// Whether the text begins with a letter and a bracket: *a) …*
  private static func startsItem(_ text: String) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    return first.isLowercase && second == ")"
  }
}
