package import CivilCalendar
import Expansion
package import Rules

/// What a weekly meeting looks at: figures by lead, what is overdue, what is due in seven days, what is asked for.
package struct MeetingSheet: Sendable {
  /// The figures of those who lead together.
  package struct Row: Sendable {
    package let leads: [Recipient]
    private var counts: [Statistic.Class: Int] = [:]
    /// Within time, and due in seven days.
    package private(set) var soon = 0

    init(_ leads: [Recipient]) { self.leads = leads }

    package subscript(one: Statistic.Class) -> Int { counts[one] ?? 0 }
    package var done: Int { Statistic.Class.allCases.filter(\.isDone).reduce(0) { $0 + self[$1] } }
    package var total: Int { Statistic.Class.allCases.filter(\.isCounted).reduce(0) { $0 + self[$1] } }
    /// What has no day yet, or waits, or is to be settled.
    package var pending: Int { self[.waiting] + self[.undated] + self[.toSettle] }

    mutating func add(_ one: Statistic.Class, isSoon: Bool) {
      counts[one, default: 0] += 1
      if isSoon, one == .within { soon += 1 }
    }
  }

  package let today: CivilDate
  package private(set) var whole = Row([])
  /// In the order in which the list first has them.
  package private(set) var rows: [Row] = []
  package private(set) var overdue: [UpcomingItem] = []
  /// Due in seven days and not reported by everybody who owes it.
  package private(set) var due: [SharedWork] = []
  /// Those for which more time is asked.
  package private(set) var asking: [UpcomingItem] = []

  package init(_ list: UpcomingList) {
    today = list.today
    var leads = RecipientPlaces(tasks: list.rules.tasks.count)
    var soon: [UpcomingItem] = []
    for item in list.items {
      let one = Statistic.Class(item)
      guard one.isCounted else { continue }
      let isSoon = item.dueDay.map { DueSoon.holds($0, on: today) } ?? false
      let place = leads.place(of: item.duty.leads, task: item.duty.task)
      if place == rows.count { rows.append(Row(item.duty.leads)) }
      rows[place].add(one, isSoon: isSoon)
      whole.add(one, isSoon: isSoon)
      if one == .overdue { overdue.append(item) }
      if isSoon { soon.append(item) }
      if item.isAsking { asking.append(item) }
    }
    due = SharedWork.lines(of: soon.filter { $0.group != .overdue && $0.group != .toSettle })
      .filter { $0.reported < $0.items.count }
  }
}
