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
    package private(set) var after: UpcomingCursor?
    /// At most so many rows; nil shows all.
    package var limit: Int?

    package init() {}

    /// Begins behind a place that a page of the same filter and order named, which are to be set before; false: none did.
    package mutating func begin(after place: UpcomingCursor?) -> Bool {
      guard place?.isPlace(in: self) ?? true else { return false }
      after = place
      return true
    }

    /// What is asked for, but for the place and the number of rows.
    var question: String {
      let recipients = (filter.recipients ?? []).map { "\($0)" }.sorted()
      let states = filter.states.map(\.rawValue).sorted()
      return "\(sort) \(isFolded) \(filter.plan ?? -1) \(filter.sections.sorted()) \(recipients) "
        + "\(filter.person?.bytes ?? []) \(states) \(filter.first?.dayNumber ?? 0) \(filter.last?.dayNumber ?? 0) "
        + "\(filter.words?.words ?? [])"
    }

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
    let wantsClosed = filter.states.contains(where: \.isClosed)
    func isWanted(_ item: UpcomingItem) -> Bool {
      (item.group != .closed || wantsClosed) && filter.wants(item)
    }
    if choice.sort == .day, !choice.isFolded {
      cut(filter.places(in: list.items, rules, where: isWanted), of: list.items, choice, language)
      return
    }
    let items = filter.subjects(of: list.items, rules)
    let rows =
      choice.isFolded
      ? UpcomingRow.folded(items, choice.sort, until: filter.lastDay(today: today), where: isWanted)
      : items.lazy.filter(isWanted).map { UpcomingRow($0) }
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
    if left > 0, let end = sorted.shown.last { next = UpcomingCursor(sorted.rows[end].first, of: choice) }
  }

  /// The duties at these places of the list, each in a row, in the order of the list. Only what is shown is copied.
  private mutating func cut(_ places: [Int], of items: [UpcomingItem], _ choice: Choice, _ language: Language) {
    var start = 0
    if let after = choice.after {
      func rank(_ cursor: UpcomingCursor) -> (Int, Int, TaskID) { (cursor.group, cursor.day, cursor.task) }
      start = places.partitioningIndex { rank(UpcomingCursor(items[$0])) >= rank(after) }
      // Several units may owe one task on one day.
      let alike = places[start...].prefix { rank(UpcomingCursor(items[$0])) == rank(after) }
      let order = RecipientOrder(rules)
      func place(_ cursor: UpcomingCursor) -> (Int, String) { (order.place(of: cursor.leads), cursor.name) }
      let same = alike.firstIndex { UpcomingCursor(items[$0]).name == after.name }
      start =
        same.map { $0 + 1 } ?? alike.firstIndex { place(UpcomingCursor(items[$0])) > place(after) } ?? alike.endIndex
    }
    let shown = start..<(choice.limit.map { min(start + $0, places.count) } ?? places.count)
    var last: UpcomingGroup?
    for (index, place) in places.enumerated() {
      let group = items.withUnsafeBufferPointer { $0[place].group }
      if group != last {
        sections.append(Section(title: group.title(language), isOpen: group >= .waiting))
        last = group
      }
      sections[sections.count - 1].count += 1
      if shown.contains(index) { sections[sections.count - 1].shown.append(UpcomingRow(items[place])) }
    }
    sections.removeAll { $0.shown.isEmpty }
    left = places.count - shown.upperBound
    if left > 0, let end = shown.last { next = UpcomingCursor(items[places[end]], of: choice) }
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

extension [Int] {
  /// The first index of whose element the condition holds; it holds of all behind it.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
