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

  let table: TaskTable
  let columns: DeadlineColumns
  let numberColumn: Int?
  private(set) var lines: [Line] = []
  /// Rows that are no tasks, and why.
  private(set) var leftOut: [(place: SourcePlace, text: String, reason: Bilingual)] = []
  /// Sentences below the rows.
  private(set) var notes: [Paragraph] = []
  /// Whether a page ended above rows that were dropped.
  private var pageEnded = false
  /// What the sections around say, for the rows that do not say it themselves.
  private var inherited: PlanRow?
  private(set) var lastUpperSection: String?
  private var above: Table.Row?
  private var periods: PeriodHeadings
  private let dates: DateOrder
  /// The last texts of the columns that tell when, for the rows into which merged cells reach.
  private var times: [Int: String] = [:]

  /// - Parameters:
  ///   - caption: the text above the table; if it is a period (*Tháng 02*), that is the deadline of the rows.
  ///   - titles: all that stands above, in which a month may be named.
  ///   - year: the year of the plan; nil if it has several.
  init(_ table: TaskTable, caption: String = "", titles: [String] = [], year: Int?, dates: DateOrder) {
    self.table = table
    self.dates = dates
    columns = DeadlineColumns(table.roles, headings: table.headings)
    numberColumn = columns.roles.firstIndex(of: .number)
    periods = PeriodHeadings(caption: caption, titles: titles + table.above, year: year)
    let foot = FootRows(table)
    notes = foot.notes
    for (index, row) in table.rows.enumerated() {
      if let reason = foot.reasons[index] {
        leave(row, reason)
        continue
      }
      let next = table.rows.indices.dropFirst(index + 1).first {
        foot.reasons[$0] == nil && !LayoutRows.isLayout(table.rows[$0])
      }
      add(row, next: next.map { table.rows[$0] })
    }
  }

  var roles: [ColumnRole] { columns.roles }

  /// Whether the rows have no sections.
  var isPlain: Bool { lines.allSatisfy { if case .row = $0 { true } else { false } } }

  /// Whether a column or the sections say when rows are due.
  var tellsWhen: Bool {
    roles.contains(.deadline)
      || lines.contains { if case .row(let row) = $0 { !row.deadline.isEmpty } else { false } }
  }

  private mutating func add(_ source: Table.Row, next: Table.Row?) {
    guard !LayoutRows.isLayout(source), !table.isHeading(source) else {
      pageEnded = pageEnded || source.startsPage
      return
    }
    let whole = filled(LayoutRows.withoutRepeats(source))
    if let heading = periods.heading(whole, roles: table.roles) {
      open(.section(number: heading.number, title: heading.title, place: source.place), PlanRow(place: source.place))
      return
    }
    var (row, isMade) = columns.merged(dates.dayFirst(whole, roles: table.roles))
    row.startsPage = row.startsPage || pageEnded
    pageEnded = false
    row = LayoutRows.withoutDittos(row, above: above, roles: roles)
    above = row
    var read = PlanRow(row, roles: roles)
    if isMade {
      read.deadlineOrigin = .init(vi: "ghép từ các cột thời gian", en: "put together from the columns of times")
      read.printedDeadline = columns.printed(whole)
      read.openPeriod = columns.contradiction(dates.dayFirst(whole, roles: table.roles))
    }
    note(dates: whole, in: &read)
    if numberColumn == nil, let (number, rest) = RowNumber.leading(read.title.onOneLine), !rest.isEmpty,
      !(read.deadline + read.lead + read.assignment).isEmpty
    {
      (read.number, read.title) = (number.text, rest)
    }
    if LayoutRows.isTotal(read) {
      leave(source, .init(vi: "hàng cộng, không phải nhiệm vụ", en: "a row of totals, no task"))
    } else if let section = section(row, read, next: next) {
      open(section, read)
    } else if let section = summary(row, read, next: next) {
      leave(
        source,
        .init(
          vi: "hàng tổng hợp của các hàng bên dưới, thành mục", en: "sums up the rows below, and became their section"))
      read.deadline = ""
      open(section, read)
    } else {
      add(row, read)
    }
  }

  private mutating func leave(_ row: Table.Row, _ reason: Bilingual) {
    let texts = row.cells.map(\.text.onOneLine).filter { !$0.isEmpty }
    leftOut.append((row.place, texts.joined(separator: " | "), reason))
  }

  /// The row with the texts that merged cells above have for it, in columns that are put together with others.
  private mutating func filled(_ source: Table.Row) -> Table.Row {
    guard columns.roles != table.roles else { return source }
    var row = source
    for column in row.cells.indices where columns.reaches(column) {
      let text = row.cells[column].text
      if !text.isBlank {
        times[column] = text
      } else if row.cells[column].cover == .above || columns.isCoarse(column) && columns.hasFiner(row, than: column) {
        row.cells[column].text = times[column] ?? ""
      }
    }
    return row
  }

  /// Notes how the days of the row were read, if that is not as they are printed.
  private func note(dates source: Table.Row, in read: inout PlanRow) {
    read.hasOpenDate = dates.isOpen(source, roles: table.roles)
    guard let origin = dates.origin, !read.deadline.isEmpty else { return }
    let printed = PlanRow(columns.merged(source).row, roles: roles).deadline
    guard printed != read.deadline else { return }
    read.printedDeadline = read.printedDeadline ?? printed
    read.deadlineOrigin = read.deadlineOrigin.map { [$0, origin].joined(separator: "; ") } ?? origin
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
    periods.complete(&new)
    if let inherited { new.inherit(from: inherited, roles: [.deadline, .lead]) }
    lines.append(.row(new))
  }

  private static let reaching: Set<ColumnRole> = [.deadline, .lead, .support, .assignment, .task, .product]

  private mutating func open(_ line: Line, _ read: PlanRow) {
    guard case .section(let number, let title, _) = line else { return }
    lines.append(line)
    times = [:]
    if number?.kind == .upper { lastUpperSection = number?.text }
    periods.open(title, number: number)
    var said = read
    // An inner section adds to the outer ones, a section of the outer kinds replaces them.
    switch number?.kind {
    case .arabic?, .dotted?, .lower?: if let inherited { said.inherit(from: inherited, roles: [.deadline, .lead]) }
    case .roman?, .upper?, nil: break
    }
    inherited = said
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
