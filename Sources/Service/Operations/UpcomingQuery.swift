package import CivilCalendar
package import Diagnostics
import Expansion
package import Presentation
import Rules

/// Finds what is due, for the command `upcoming`.
package struct UpcomingQuery {
  package let book: OpenBook
  package let list: UpcomingList
  private let expander: Expander
  /// The facts that could not be applied, because of which the list is wrong.
  package var problems: [Diagnostic] { expander.factProblems.map(ProblemWords.diagnostic) }

  /// Which duties are wanted, as people name them.
  package struct Wishes {
    package var from: CivilDate?
    package var until: CivilDate?
    /// The number of days after today that are wanted, instead of `until`. Without either it is a year, or all.
    package var days: Int?
    /// Whether all that plans have is wanted where neither is given, as pages show it.
    package var isWhole = false
    package var plan: String?
    package var unit: String?
    /// As `unit`, of what it leads alone.
    package var lead: String?
    package var section: String?
    package var person: String?
    package var states: Set<UpcomingFilter.State> = []
    package var text: String?

    package init() {}

    fileprivate func lastDay(of book: OpenBook) -> CivilDate {
      guard isWhole, until == nil, days == nil else { return lastDay(today: book.today) }
      return DayRange.all(of: book.rules.plans, today: book.today).last
    }

    private func lastDay(today: CivilDate) -> CivilDate {
      if let until { return until }
      if let days { return today.adding(days: days) }
      let start = from.map { max($0, today) } ?? today
      return start.adding(days: 366)
    }

    /// The years that the calendars must cover besides the plans' own.
    func years(today: CivilDate) -> ClosedRange<Int> {
      let last = lastDay(today: today).year
      return min(from?.year ?? today.year, last)...last
    }
  }

  /// What the list is filtered by. Its days are those for which the list was made.
  package let filter: UpcomingFilter

  /// - Parameter withClosed: whether the list has what has ended, too, as rows that are folded need it.
  package init(
    _ request: BookRequest, _ wishes: Wishes, withClosed: Bool, in operations: OperationContext
  ) throws(OperationFailure) {
    let today = request.today ?? CivilClock.today(now: operations.now, zone: nil)
    let book = try OpenBook.open(request, covering: today.map { wishes.years(today: $0) }, in: operations)
    let window = DayRange(first: wishes.from ?? .first, last: wishes.lastDay(of: book))
    var filter = UpcomingFilter()
    if let plan = wishes.plan { filter.plan = try NameChoice.plan(plan, book.rules) }
    if let section = wishes.section { filter.sections = try NameChoice.sections(section, book.rules) }
    if let unit = wishes.unit { filter.recipients = try UnitChoice.recipients(unit, book.rules, in: filter.plan) }
    if let lead = wishes.lead { filter.leads = try UnitChoice.recipients(lead, book.rules, in: filter.plan) }
    filter.states = wishes.states
    filter.words = wishes.text.flatMap { SearchWords($0) }
    let expander = Expander(book.rules, facts: book.facts)
    var isWanted: (@Sendable (PlanTask) -> Bool)?
    if filter.plan != nil || !filter.sections.isEmpty { isWanted = { [filter] task in filter.wants(task) } }
    let duties = expander.duties(toldIn: window, where: isWanted)
    let list = UpcomingList(
      book.rules, expander.handedOver(duties, on: book.today).withinPlans(book.rules, on: book.today),
      today: book.today, time: book.time,
      includesClosed: withClosed || wishes.states.contains(where: \.isClosed), known: book.known)
    if let person = wishes.person { filter.person = try NameChoice.person(person, among: list.items) }
    (self.book, self.list, self.filter, self.expander) = (book, list, filter, expander)
    if let folder = book.loaded.changedFolder(in: operations) {
      operations.tell(
        .note(
          .init(
            vi: "thư mục quy tắc \(folder) khác bản đang có hiệu lực; xem “nhacviec rules diff”",
            en: "the rule folder \(folder) differs from the live revision; see “nhacviec rules diff”")))
    }
  }
}
