import CivilCalendar
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
  /// Of those that the due line has until the last day of the list, or in the one period of which several units have their own, whatever
  /// their state; under a unit, of its own.
  package private(set) var share = ReportedShare()
  private var isOnePeriod = true
  /// What it stands for, where it is folded and shown, in the order of the list.
  package fileprivate(set) var members: [UpcomingItem] = []

  /// One duty alone.
  package init(_ item: UpcomingItem) {
    first = item
    add(item)
  }

  /// Whether it stands for several duties.
  package var isFolded: Bool { count > 1 || share.total > 1 }

  fileprivate mutating func add(_ item: UpcomingItem) {
    count += 1
    if case .overdue = item.status { overdue += 1 }
    if item.isDueSoon { dueSoon += 1 }
    if !leads.contains(item.duty.leads) { leads.append(item.duty.leads) }
    if item.duty.id.key != first.duty.id.key { isOnePeriod = false }
  }

  /// Several units owe one period of a rhythm, each its own.
  private var isPeriodOfUnits: Bool { isOnePeriod && count > 1 && !first.duty.isClassified }

  /// A due line; under the headings of units that of one of them.
  private struct Line: Hashable {
    let task: TaskID
    let dueLine: Int
    let label: String?
    let leads: [Recipient]

    init(_ duty: AnyDuty, _ sort: UpcomingSort) {
      (task, dueLine, label) = (duty.task, duty.dueLine, duty.id.label)
      leads = sort == .unit ? duty.leads : []
    }
  }

  /// A due line under a heading; a classified duty alone, since a row of several would say how each stands.
  private struct Heading: Hashable {
    let line: Line
    let classified: ObligationID?
    let group: UpcomingGroup?

    init(_ item: UpcomingItem, _ sort: UpcomingSort) {
      line = Line(item.duty, sort)
      classified = item.duty.isClassified ? item.duty.id : nil
      group = sort == .day ? item.group : nil
    }
  }

  /// A row for each due line under each heading under which something of it is wanted, in the order of their most urgent
  /// duties.
  /// - Parameters:
  ///   - items: those that ended too, in the order of the list.
  ///   - last: the last day of the list; nil: it has none. What is wanted is counted whatever its day.
  static func folded(
    _ items: [UpcomingItem], _ sort: UpcomingSort, until last: CivilDate?, where isWanted: (UpcomingItem) -> Bool
  ) -> [UpcomingRow] {
    var rows: [UpcomingRow] = []
    var places: [Heading: Int] = [:]
    var shares: [Line: ReportedShare] = [:]
    for item in items {
      let isWanted = isWanted(item)
      if isWanted || last.map({ item.sortDay ?? .first <= $0 }) ?? true {
        shares[Line(item.duty, sort), default: ReportedShare()].add(item)
      }
      guard isWanted else { continue }
      let heading = Heading(item, sort)
      if let place = places[heading] {
        rows[place].add(item)
      } else {
        places[heading] = rows.count
        rows.append(UpcomingRow(item))
      }
    }
    let periods = periods(of: rows.filter(\.isPeriodOfUnits).map(\.first), items, sort)
    for index in rows.indices where !rows[index].first.duty.isClassified {
      let line = Line(rows[index].first.duty, sort)
      let period = rows[index].isPeriodOfUnits ? periods[line]?[rows[index].first.duty.id.key] : nil
      rows[index].share = period ?? shares[line] ?? ReportedShare()
    }
    return rows
  }

  /// What the lines of these duties have in the same periods.
  private static func periods(
    of firsts: [UpcomingItem], _ items: [UpcomingItem], _ sort: UpcomingSort
  ) -> [Line: [String: ReportedShare]] {
    guard !firsts.isEmpty else { return [:] }
    var periods: [Line: [String: ReportedShare]] = [:]
    for first in firsts { periods[Line(first.duty, sort), default: [:]][first.duty.id.key] = ReportedShare() }
    for item in items { periods[Line(item.duty, sort)]?[item.duty.id.key]?.add(item) }
    return periods
  }

  /// Gives rows that are shown what they stand for.
  static func fill(
    _ rows: inout [UpcomingRow], of items: [UpcomingItem], _ sort: UpcomingSort, where isWanted: (UpcomingItem) -> Bool
  ) {
    let headings = rows.map { Heading($0.first, sort) }
    let places = Dictionary(zip(headings, rows.indices)) { first, _ in first }
    for item in items {
      guard let place = places[Heading(item, sort)], isWanted(item) else { continue }
      rows[place].members.append(item)
    }
  }
}
