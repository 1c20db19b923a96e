import Expansion
import RuleSyntax
package import Rules

/// One row of the list: one duty, or folded all periods of a rhythm and all units of a due line that stand under one heading.
package struct UpcomingRow: Sendable {
  /// The most urgent one.
  package let first: UpcomingItem
  /// How many duties are wanted of it, and of these how many are overdue or due within seven days.
  package private(set) var count = 0
  package private(set) var overdue = 0
  package private(set) var dueSoon = 0
  /// Whose they are, each once.
  package private(set) var leads: [[Recipient]] = []
  /// How many the due line has in all, or in the one period of which several units have their own, whatever their state, and of these
  /// how many were done or reported. What is never due, waived or withdrawn is none of them.
  package private(set) var total = 0
  package private(set) var reported = 0
  private var isOnePeriod = true
  /// What it stands for, where it is folded and shown, in the order of the list.
  package fileprivate(set) var members: [UpcomingItem] = []

  /// One duty alone.
  package init(_ item: UpcomingItem) {
    first = item
    add(item)
  }

  /// Whether it stands for several duties.
  package var isFolded: Bool { count > 1 || total > 1 }

  fileprivate mutating func add(_ item: UpcomingItem) {
    count += 1
    if case .overdue = item.status, item.group == .overdue { overdue += 1 }
    if item.isDueSoon { dueSoon += 1 }
    if !leads.contains(item.duty.leads) { leads.append(item.duty.leads) }
    if item.duty.id.key != first.duty.id.key { isOnePeriod = false }
  }

  /// Several units owe one period of a rhythm, each its own.
  private var isPeriodOfUnits: Bool { isOnePeriod && count > 1 && !first.duty.isClassified }

  fileprivate mutating func count(_ whole: Whole) { (total, reported) = (whole.total, whole.reported) }

  /// What a due line has, wanted or not.
  fileprivate struct Whole {
    var total = 0
    var reported = 0

    mutating func add(_ item: UpcomingItem) {
      switch (item.status, item.duty.state) {
      case (.waived, _), (.withdrawn, _): return
      case (.done, _), (.reported, _): reported += 1
      case (_, .open(.standing)), (_, .open(.eachCase)), (_, .open(.notBefore)): return
      default: break
      }
      total += 1
    }
  }

  private struct Line: Hashable {
    let task: TaskID
    let dueLine: Int
    let label: String?

    init(_ duty: AnyDuty) { (task, dueLine, label) = (duty.task, duty.dueLine, duty.id.label) }
  }

  /// A due line under a heading; a classified duty alone, since a row of several would say how each stands.
  private struct Heading: Hashable {
    let line: Line
    let classified: ObligationID?
    let group: UpcomingGroup?
    let leads: [Recipient]

    init(_ line: Line, _ item: UpcomingItem, _ sort: UpcomingSort) {
      self.line = line
      classified = item.duty.isClassified ? item.duty.id : nil
      group = sort == .day ? item.group : nil
      leads = sort == .unit ? item.duty.leads : []
    }
  }

  /// A row for each due line under each heading under which something of it is wanted, in the order of their most urgent
  /// duties.
  /// - Parameter items: those that ended too, in the order of the list.
  static func folded(
    _ items: [UpcomingItem], _ sort: UpcomingSort, where isWanted: (UpcomingItem) -> Bool
  ) -> [UpcomingRow] {
    var rows: [UpcomingRow] = []
    var places: [Heading: Int] = [:]
    var wholes: [Line: Whole] = [:]
    for item in items {
      let line = Line(item.duty)
      wholes[line, default: Whole()].add(item)
      guard isWanted(item) else { continue }
      let heading = Heading(line, item, sort)
      if let place = places[heading] {
        rows[place].add(item)
      } else {
        places[heading] = rows.count
        rows.append(UpcomingRow(item))
      }
    }
    let periods = periods(of: rows.filter(\.isPeriodOfUnits).map(\.first), items)
    for index in rows.indices where !rows[index].first.duty.isClassified {
      let line = Line(rows[index].first.duty)
      let period = rows[index].isPeriodOfUnits ? periods[line]?[rows[index].first.duty.id.key] : nil
      rows[index].count(period ?? wholes[line] ?? Whole())
    }
    return rows
  }

  /// What the lines of these duties have in the same periods.
  private static func periods(of firsts: [UpcomingItem], _ items: [UpcomingItem]) -> [Line: [String: Whole]] {
    guard !firsts.isEmpty else { return [:] }
    var periods: [Line: [String: Whole]] = [:]
    for first in firsts { periods[Line(first.duty), default: [:]][first.duty.id.key] = Whole() }
    for item in items { periods[Line(item.duty)]?[item.duty.id.key]?.add(item) }
    return periods
  }

  /// Gives rows that are shown what they stand for.
  static func fill(
    _ rows: inout [UpcomingRow], of items: [UpcomingItem], _ sort: UpcomingSort, where isWanted: (UpcomingItem) -> Bool
  ) {
    let headings = rows.map { Heading(Line($0.first.duty), $0.first, sort) }
    let places = Dictionary(zip(headings, rows.indices)) { first, _ in first }
    for item in items {
      guard let place = places[Heading(Line(item.duty), item, sort)], isWanted(item) else { continue }
      rows[place].members.append(item)
    }
  }
}
