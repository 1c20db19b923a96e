import Diagnostics
import Presentation

/// Duties under the states in which they stand, the most urgent first.
enum StateBands {
  /// In the order of a page.
  static let order: [StateCounts.State] = [
    .overdue, .soon, .reported, .toSettle, .within, .waiting, .standing, .closed,
  ]

  /// Rows under each heading, at most.
  private static let most = 50

  static func bands(_ items: [UpcomingItem], _ visit: Visit) -> [DutyList.Band] {
    let states = Dictionary(grouping: items) { StateCounts.state(of: $0) }
    return order.map { state in
      let items = (states[state] ?? []).sorted { ($0.sortDay ?? .last) < ($1.sortDay ?? .last) }
      let more = items.count > most ? visit.say(", \(most) việc đầu", ", the first \(most)") : ""
      return DutyList.Band(heading: heading(state, items.count, visit) + more, items: Array(items.prefix(most)))
    }
  }

  /// `Quá hạn · 120`
  static func heading(_ state: StateCounts.State, _ count: Int, _ visit: Visit) -> String {
    "\(state.words.text(in: visit.language)) · \(visit.number(count))"
  }
}
