package import CivilCalendar
package import Expansion
package import Rules

/// Since which day duties are known, so that lists judge what was due before as reminders do (decision: known-since).
package struct KnownDays: Sendable {
  let known: KnownSince
  private var rules: RuleSet { known.rules }

  /// - Parameters: as for `Agenda`.
  package init(
    _ rules: RuleSet, _ facts: [TimedFact], zone: Agenda.ZoneOf = { _ in .vietnam },
    wentLive: @escaping Agenda.WentLive = { _, _ in nil }, leads: LeadChanges = LeadChanges()
  ) {
    known = KnownSince(rules, facts, OfficeTime.ofPlans(rules, zone, SchedulingDefaults()), wentLive, leads)
  }

  /// In the zone of its plan's calendar.
  package func day(of duty: Duty<DueDays>) -> CivilDate {
    known.offices[rules.tasks[duty.task].plan].zone.day(of: known.obligation(duty).since)
  }
}
