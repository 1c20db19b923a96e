package import CivilCalendar
package import Expansion
package import Rules

/// The words of one duty in a list of pages, as tables have them.
package struct ItemWording {
  private let wording: UpcomingWording

  package init(_ rules: RuleSet, _ language: Language, today: CivilDate) {
    wording = UpcomingWording(UpcomingList(rules, DutyLists(), today: today), language)
  }

  /// The id within its plan, without what says nothing.
  package func id(_ id: ObligationID) -> String { wording.shortID(id) }

  /// The id of a row without what its duties do not share.
  package func id(_ row: UpcomingRow) -> String { wording.shortID(row) }

  /// The day, or the words in its place.
  package func when(_ item: UpcomingItem) -> String { wording.when(item) }

  /// How far away the day is, or what it waits for.
  package func state(_ item: UpcomingItem) -> String { wording.state(item) }

  /// What it waits for; empty if it waits for nothing.
  package func waits(_ item: UpcomingItem) -> String {
    [.waiting, .undated].contains(item.status) ? wording.state(item) : ""
  }
}
