import CivilCalendar
package import Expansion
import RuleSyntax
package import Rules

/// Judges what one `kiểm thử` block expects of reminders and questions (docs/language.md, "Tests"). It walks through
/// rounds on a virtual clock; the facts of the block are known from the start, and nothing else is ever reported.
package final class ReminderExpectations {
  private let rules: RuleSet
  private let test: TestCase
  private var walk: RoundWalk?
  private var walked: CivilDate?

  package init(_ rules: RuleSet, _ test: TestCase) {
    self.rules = rules
    self.test = test
  }

  /// Why an expectation fails; nil if it holds, or is not about reminders.
  package func failure(of expectation: Expectation) -> TestFailure.Reason? {
    let days = expectation.days
    switch expectation.kind {
    case .reminder:
      guard let subject = expectation.subject, let recipient = expectation.recipient else { return .nothingMeant }
      let ids = meant(subject)
      guard !ids.isEmpty else { return .nothingMeant }
      // The walk ends on the last due day, because what is never reported done is reminded of without end.
      let last = max(test.today, ids.map(\.effective).max() ?? test.today, days.max() ?? test.today)
      let units = Set(rules.units(of: recipient))
      let got = said(until: last).filter { notice in
        units.contains(notice.unit)
          && ids.contains { notice.subject == .obligation($0.id) && day(notice) <= max($0.effective, test.today) }
      }.map(day).filter { $0 >= test.today }
      return agree(days, Set(got), expectation.isOpen) ? nil : .days(want: days, got: Set(got).sorted())
    case .noReminder:
      guard let subject = expectation.subject, let when = expectation.day else { return .nothingMeant }
      let ids = Set(meant(subject).map(\.id))
      let isSaid = said(until: when).contains { notice in
        day(notice) == when && ids.contains { notice.subject == .obligation($0) }
      }
      return isSaid ? .days(want: [], got: [when]) : nil
    case .question:
      guard let recipient = expectation.recipient, let event = expectation.events.first, let when = expectation.day
      else { return .nothingMeant }
      let units = Set(rules.units(of: recipient))
      let got = said(until: when).filter { notice in
        guard units.contains(notice.unit), case .event(_, let id, _) = notice.subject else { return false }
        return id == rules.events[event].id
      }.map(day)
      return got.contains(when) ? nil : .days(want: [when], got: Set(got.filter { $0 >= test.today }).sorted())
    default: return nil
    }
  }

  private func agree(_ want: [CivilDate], _ got: Set<CivilDate>, _ isOpen: Bool) -> Bool {
    isOpen ? got.isSuperset(of: want) : got == Set(want)
  }

  private func meant(_ subject: Fact.Subject) -> [Duty<DueDays>] {
    let everything = DayRange(first: .first, last: .last)
    return Expander(rules, facts: test.given).obligations(in: everything, of: subject.task, explained: false)
      .filter { subject.means($0.id, rules) }
  }

  private func day(_ notice: Notice) -> CivilDate { zone.day(of: notice.slot.instant) }

  private var zone: Zone { .vietnam }

  /// Every notice that goes out until the end of a day.
  private func said(until last: CivilDate) -> [Notice] {
    if let walk, let walked, walked >= last { return walk.notices }
    let start = rules.plans.indices.contains(test.plan) ? firstDay(of: rules.plans[test.plan]) : test.today
    var walk = RoundWalk(
      rules, facts: test.given.map { TimedFact($0) }, through: last.adding(days: 800))
    walk.walk(from: zone.instant(min(start, test.today)), until: zone.instant(last.adding(days: 1)).adding(seconds: -1))
    (self.walk, walked) = (walk, last)
    return walk.notices
  }

  private func firstDay(of plan: Plan) -> CivilDate {
    switch plan.issued {
    case .on(let day): day
    case .within(let days): days.first
    case .unknown: CivilDate(year: max(plan.years.lowerBound, 1), month: 1, day: 1) ?? test.today
    }
  }
}
