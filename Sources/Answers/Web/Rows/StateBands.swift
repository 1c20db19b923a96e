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
    let states = Dictionary(grouping: items) { StateCounts.state(of: $0, today: visit.today) }
    return order.map { state in
      let items = (states[state] ?? []).sorted { ($0.sortDay ?? .last) < ($1.sortDay ?? .last) }
      return DutyList.Band(
        heading: heading(state, items.count, shown: min(items.count, most), visit), items: Array(items.prefix(most)))
    }
  }

  /// `Quá hạn · 120, 50 việc đầu`
  static func heading(_ state: StateCounts.State, _ count: Int, shown: Int, _ visit: Visit) -> String {
    let words = "\(state.words.text(in: visit.language)) · \(count)"
    return shown < count ? words + visit.say(", \(shown) việc đầu", ", the first \(shown)") : words
  }
}
