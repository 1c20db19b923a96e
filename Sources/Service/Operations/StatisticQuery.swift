package import CivilCalendar
package import Diagnostics
import Expansion
package import Presentation
import Reminders
package import Rules

/// Counts what was done and what was not, for the command `report` and for pages.
package struct StatisticQuery {
  package let rules: RuleSet
  package let today: CivilDate
  /// Where rules and facts come from; nil: it is not to be said.
  package var origin: Bilingual?
  package let statistic: Statistic
  /// How classified work is counted; nil where there is none.
  package let note: Bilingual?
  /// The facts that could not be applied, because of which the figures are wrong.
  package var problems: [Diagnostic] = []
  /// Of the binding days that are counted.
  let period: StatisticPeriod

  /// Which duties are counted.
  package struct Filter {
    package var from: CivilDate?
    package var until: CivilDate?
    package var plan: String?
    package var unit: String?
    package var section: String?

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

  /// Of the rules and facts that are asked for.
  package init(
    _ request: BookRequest, _ filter: Filter, by division: Statistic.Division, _ language: Language,
    in operations: OperationContext
  ) throws(OperationFailure) {
    let book = try OpenBook.open(request, in: operations)
    let expander = Expander(book.rules, facts: book.facts)
    let all = DayRange.all(of: book.rules.plans, today: book.today)
    let window = DayRange(first: .first, last: filter.until.map { max($0, all.last) } ?? all.last)
    // Figures and their files are sent on, so that they have of classified work what pages have.
    let rules = book.rules.withoutSecrets
    let items = UpcomingList(
      rules,
      expander.handedOver(expander.duties(in: window, explained: false, keepsGiven: true), on: book.today)
        .withinPlans(book.rules, on: book.today)
        .withoutSecrets(book.rules, isOfPast: request.isOfPast(in: operations)),
      today: book.today, time: book.time, includesClosed: true, known: book.known
    ).items
    let duties = CountedDuties(items, rules, delay: book.delays(expander).delay)
    do throws(FilterFault) {
      try self.init(
        duties, rules, today: book.today, at: request.asOf?.timeAsOf, isOfPast: request.isOfPast(in: operations),
        filter,
        by: division, language)
    } catch { throw OperationFailure(error.words) }
    origin = book.origin
    problems = expander.factProblems.map(ProblemWords.diagnostic)
  }

  /// Of what pages show: without what may not be told of classified work.
  package init(
    _ model: SiteModel, _ filter: Filter, by division: Statistic.Division, _ language: Language
  ) throws(FilterFault) {
    try self.init(
      model.counted, model.rules, today: model.today, at: model.timeAsOf, isOfPast: model.isOfPast, filter,
      by: division,
      language)
    problems = model.problems
  }

  private init(
    _ duties: CountedDuties, _ rules: RuleSet, today: CivilDate, at time: ClockTime?, isOfPast: Bool,
    _ filter: Filter, by division: Statistic.Division, _ language: Language
  ) throws(FilterFault) {
    var search = FilterFault.Search(from: filter.from, to: filter.until)
    let plan = search.find("plan", filter.plan) { name throws(OperationFailure) in try NameChoice.plan(name, rules) }
    let sections = search.find("section", filter.section) { name throws(OperationFailure) in
      try NameChoice.sections(name, rules)
    }
    let units = search.find("unit", filter.unit) { name throws(OperationFailure) in
      Set(try UnitChoice.recipients(name, rules, in: plan).flatMap(rules.units))
    }
    try search.end()
    let isLead = duties.leads.map { leads in units.map { !$0.isDisjoint(with: leads.flatMap(rules.units)) } ?? true }
    (self.rules, self.today) = (rules, today)
    period = StatisticPeriod(
      from: filter.from, until: filter.until, today: today, time: time, language: language)
    statistic = Statistic(
      duties, in: DayRange(first: filter.from ?? .first, last: filter.until ?? .last), by: division, rules, language
    ) { one in
      (plan == nil || one.plan == plan) && isLead[one.leads]
        && (sections.map { one.section.map($0.contains) ?? false } ?? true)
    }
    note =
      isOfPast && rules.tasks.indices.contains(where: rules.isClassified)
      ? Statistic.noteOfPast : Statistic.noteOfClassified(statistic.whole.classified)
  }
}
