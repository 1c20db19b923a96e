import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Work that was reported: nobody chases who reported it, and who confirms is asked.
extension Round {
  mutating func askToConfirm(
    _ duty: AnyDuty, _ report: CourseStep, _ plan: PlanID, _ cadence: Cadence, _ changed: Instant?
  ) {
    guard let asking = cadence.askToConfirm, let day = report.day,
      let confirmer = agenda.rules.confirmer(of: duty.task, leads: duty.leads)
    else { return }
    let office = agenda.offices[plan]
    let nominal =
      asking.after.working ? office.workingDay(asking.after.days, after: day) : day.adding(days: asking.after.days)
    let known = changed.map { office.firstSlot(notBefore: $0, cadence.minute) } ?? .distantPast
    let rhythm = AskingRhythm(
      first: max(office.slot(office.onOrAfter(nominal), cadence.minute), known), every: asking.every, office, cadence)
    defer { wake(rhythm.next(after: now)) }
    guard let found = rhythm.latest(notAfter: now) else { return }
    let audience = Audience(
      [confirmer], .confirmer, in: plan, on: office.zone.day(of: now), agenda.rules, agenda.names)
    for group in audience.notKept { cannotTell(.groupNotKept(group)) }
    for told in audience.units {
      say(
        Draft(
          subject: .obligation(duty.id), step: TimedStep(kind: .confirm(found.time, reported: day), slot: found.slot),
          told: nil, role: told.role, plan: plan, task: duty.task), to: told.unit, cadence)
    }
  }

  /// Tells the leads, once for each return, that it is theirs again.
  mutating func tellOfReturn(_ item: Agenda.Item, _ audience: Audience, _ cadence: Cadence) {
    let returns = item.obligation.course.filter { $0.kind == .returned }
    guard let day = returns.last?.day else { return }
    let step = TimedStep(
      kind: .returned(returns.count, on: day), slot: atOnce(item.changed, item.plan, cadence), isAtOnce: true)
    for told in audience.units where told.role == .lead { say(draft(item, step, .lead), to: told.unit, cadence) }
  }
}
