package import CivilCalendar
package import Diagnostics
import Expansion
package import Presentation
import Reminders
import Rules

/// Counts what was done and what was not, for the command `report`.
package struct StatisticQuery {
  package let book: OpenBook
  package let statistic: Statistic
  /// The facts that could not be applied, because of which the figures are wrong.
  package let problems: [Diagnostic]
  /// Of the binding days that are counted.
  let period: StatisticPeriod

  /// Which duties are counted.
  package struct Filter {
    var from: CivilDate?
    var until: CivilDate?
    var plan: String?
    var unit: String?
    var section: String?

    /// - Parameters:
    ///   - from: the first binding day; nil counts from the beginning.
    ///   - until: the last binding day; nil counts to the end of the plans.
    ///   - plan: the id or title of the plan; nil counts all.
    ///   - unit: the unit or group that leads.
    ///   - section: the id of the section.
    package init(from: CivilDate?, until: CivilDate?, plan: String?, unit: String?, section: String?) {
      (self.from, self.until, self.plan, self.unit, self.section) = (from, until, plan, unit, section)
    }
  }

  package init(
    _ request: BookRequest, _ filter: Filter, by division: Statistic.Division, _ language: Language,
    in operations: OperationContext
  ) throws(OperationFailure) {
    let book = try OpenBook.open(request, in: operations)
    let expander = Expander(book.rules, facts: book.facts)
    let all = DayRange.all(of: book.rules.plans, today: book.today)
    let window = DayRange(first: .first, last: filter.until ?? all.last)
    var items = UpcomingList(
      book.rules,
      expander.handedOver(
        expander.duties(in: window, explained: false, keepsGiven: filter.until == nil), on: book.today),
      today: book.today,
      includesClosed: true, known: book.known
    ).items
    if let name = filter.plan {
      let plan = try NameChoice.plan(name, book.rules)
      items.removeAll { book.rules.tasks[$0.duty.task].plan != plan }
    }
    if let name = filter.section {
      let sections = try NameChoice.sections(name, book.rules)
      items.removeAll { item in book.rules.tasks[item.duty.task].section.map { !sections.contains($0) } ?? true }
    }
    if let name = filter.unit {
      let units = Set(book.rules.units(of: try UnitChoice.recipient(name, book.rules)))
      items.removeAll { item in units.isDisjoint(with: item.duty.leads.flatMap(book.rules.units)) }
    }
    self.book = book
    period = StatisticPeriod(from: filter.from, until: filter.until, today: book.today, language: language)
    problems = expander.factProblems.map(ProblemWords.diagnostic)
    statistic = Statistic(
      items, in: DayRange(first: filter.from ?? .first, last: filter.until ?? .last), by: division, book.rules,
      language,
      delay: book.delays(expander).delay)
  }
}
