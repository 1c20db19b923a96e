package import CivilCalendar
import Expansion
package import Rules

/// What a weekly meeting looks at: figures by lead, what is overdue, what is due in seven days, what is asked for.
package struct MeetingSheet: Sendable {
  /// The figures of those who lead together.
  package struct Row: Sendable {
    package let leads: [Recipient]
    package fileprivate(set) var figures = Statistic.Row("")
  }

  package let today: CivilDate
  package private(set) var whole = Statistic.Row("")
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
      let place = leads.place(of: item.duty.leads, task: item.duty.task)
      if place == rows.count { rows.append(Row(leads: item.duty.leads)) }
      rows[place].figures.add(one, isDueSoon: item.isDueSoon)
      whole.add(one, isDueSoon: item.isDueSoon)
      if one == .overdue { overdue.append(item) }
      if item.dueDay.map({ DueSoon.holds($0, on: today) }) ?? false { soon.append(item) }
      if item.isAsking { asking.append(item) }
    }
    due = SharedWork.lines(of: soon.filter { $0.group != .overdue && $0.group != .toSettle })
      .filter { !$0.items.allSatisfy(\.isReported) }
  }
}
