package import CivilCalendar
import Diagnostics
import Expansion
import RuleSyntax
package import Rules

/// A part of the list as it is shown: filtered, sorted, folded and cut. The command line prints it; a page of the web
/// shows the same.
package struct UpcomingPage: Sendable {
  /// How it is shown.
  package struct Choice: Sendable {
    package var filter = UpcomingFilter()
    package var sort = UpcomingSort.day
    /// Periods and units of one due line in one row.
    package var isFolded = false
    /// Behind this place; nil begins at the beginning.
    package var after: UpcomingCursor?
    /// At most so many rows; nil shows all.
    package var limit: Int?

    package init() {}

    /// Whether the list is shown as it stands, which costs nothing.
    package var isPlain: Bool { filter.isEmpty && sort == .day && !isFolded && after == nil && limit == nil }
  }

  /// Rows under one heading.
  package struct Section: Sendable {
    /// Empty where the list has no headings.
    package let title: String
    /// How many duties stand under it in the whole list, of which the page may show some.
    package fileprivate(set) var count = 0
    package fileprivate(set) var shown: [UpcomingRow] = []
    /// What stands in it has no days.
    let isOpen: Bool
  }

  package let rules: RuleSet
  package let today: CivilDate
  package private(set) var sections: [Section] = []
  /// How many rows are left behind the page.
  package private(set) var left = 0
  /// Where the next page begins; nil: this is the last.
  package private(set) var next: UpcomingCursor?

  package var rows: [UpcomingRow] { sections.flatMap(\.shown) }

  /// Its duties counted; the rows must not be folded.
  package func statistic(by division: Statistic.Division, _ language: Language) -> Statistic {
    Statistic(
      CountedDuties(rows.map(\.first), rules), in: DayRange(first: .first, last: .last), by: division, rules,
      language)
  }

  /// How many rows are left, and how to see them; nil if there are none.
  package func more(_ language: Language) -> String? {
    next.map { next in
      language.choose(
        vi: "Còn \(left) dòng: --after \(next)", en: "\(left) more \(left == 1 ? "row" : "rows"): --after \(next)")
    }
  }

  /// - Parameter list: of everything; if rows are folded, with what has ended.
  package init(_ list: UpcomingList, _ choice: Choice, _ language: Language) {
    (rules, today) = (list.rules, list.today)
    let filter = choice.filter
    let items = filter.subjects(of: list.items, rules)
    let wantsClosed = filter.states.contains(where: \.isClosed)
    func isWanted(_ item: UpcomingItem) -> Bool {
      (item.group != .closed || wantsClosed) && filter.wants(item)
    }
    let rows =
      choice.isFolded
      ? UpcomingRow.folded(items, choice.sort, where: isWanted) : items.lazy.filter(isWanted).map { UpcomingRow($0) }
    let sorted = Sorted(rows, choice, RuleNames(rules: rules, language: language))
    for index in sorted.rows.indices {
      let row = sorted.rows[index]
      let heading = sorted.heading(of: row, language)
      if sections.last?.title != heading.title || index == 0 {
        sections.append(Section(title: heading.title, isOpen: heading.isOpen))
      }
      let last = sections.count - 1
      sections[last].count += row.count
      if sorted.shown.contains(index) { sections[last].shown.append(row) }
    }
    sections.removeAll { $0.shown.isEmpty }
    if choice.isFolded {
      for index in sections.indices {
        UpcomingRow.fill(&sections[index].shown, of: items, choice.sort, where: isWanted)
      }
    }
    left = sorted.rows.count - sorted.shown.upperBound
    if left > 0, let end = sorted.shown.last { next = UpcomingCursor(sorted.rows[end].first) }
  }

  /// The rows in their order, and which of them are shown.
  private struct Sorted {
    private(set) var rows: [UpcomingRow]
    let shown: Range<Int>
    private let sort: UpcomingSort
    private let names: RuleNames

    init(_ rows: some Sequence<UpcomingRow>, _ choice: Choice, _ names: RuleNames) {
      (sort, self.names) = (choice.sort, names)
      var order = UpcomingOrder(choice.sort, names)
      var sorted = Array(rows)
      if choice.sort != .day {
        let places = sorted.map { order.place(UpcomingCursor($0.first)) }
        sorted = sorted.indices.sorted { places[$0] < places[$1] }.map { sorted[$0] }
      }
      var start = 0
      if let after = choice.after.map({ order.place($0) }) {
        start = sorted.firstIndex { after < order.place(UpcomingCursor($0.first)) } ?? sorted.count
      }
      let end = choice.limit.map { min(start + $0, sorted.count) } ?? sorted.count
      (self.rows, shown) = (sorted, start..<end)
    }

    func heading(of row: UpcomingRow, _ language: Language) -> (title: String, isOpen: Bool) {
      switch sort {
      case .day: (row.first.group.title(language), row.first.group >= .waiting)
      case .plan, .unit:
        (UpcomingOrder.head(sort, names, row.first.duty.task, row.first.duty.leads) ?? "", false)
      case .title: ("", false)
      }
    }
  }
}
