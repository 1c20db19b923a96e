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

  /// Tells the leads, once for each time, that what they reported was returned, or that they get no more time.
  mutating func tellOfAnswers(_ item: Agenda.Item, _ audience: Audience, _ cadence: Cadence) {
    let course = item.obligation.course
    func last(_ kind: FactKind) -> (count: Int, on: CivilDate)? {
      let all = course.filter { $0.kind == kind }
      return all.last?.day.map { (all.count, $0) }
    }
    var kinds: [NoticeKind] = []
    if item.obligation.isReturned, let (count, day) = last(.returned) { kinds.append(.returned(count, on: day)) }
    if item.obligation.isRefused, let (count, day) = last(.extensionRefused) { kinds.append(.refused(count, on: day)) }
    let slot = atOnce(item.changed, item.plan, cadence)
    for kind in kinds {
      for told in audience.units where told.role == .lead {
        say(draft(item, TimedStep(kind: kind, slot: slot, isAtOnce: true), .lead), to: told.unit, cadence)
      }
    }
  }

  // MARK: More time

  /// Asks who decides, at once and as often as a report would first wait.
  mutating func askToDecide(_ item: Agenda.Item, _ request: CourseStep, _ cadence: Cadence) {
    let duty = item.obligation
    guard let day = request.day, let decider = agenda.rules.decider(of: duty.task, leads: duty.leads) else { return }
    let office = agenda.offices[item.plan]
    let first = max(office.slot(office.onOrAfter(day), cadence.minute), atOnce(item.changed, item.plan, cadence))
    let rhythm = AskingRhythm(
      first: first, every: (cadence.askToConfirm ?? PolicyField.Asking.standard).after, office, cadence)
    defer { wake(rhythm.next(after: now)) }
    guard let found = rhythm.latest(notAfter: now) else { return }
    let audience = Audience(
      [decider], .decider, in: item.plan, on: office.zone.day(of: now), agenda.rules, agenda.names)
    for group in audience.notKept { cannotTell(.groupNotKept(group)) }
    for told in audience.units {
      say(
        draft(item, TimedStep(kind: .decide(found.time, asked: day), slot: found.slot), .decider), to: told.unit,
        cadence)
    }
  }

  /// The last day on which reminders pause for a request: five working days, once for each day that binds
  /// (decision: requests-pause).
  func pause(of item: Agenda.Item) -> CivilDate? {
    guard let day = item.obligation.request?.day, item.obligation.requestPauses else { return nil }
    return item.own.office.workingDay(5, after: day)
  }

  /// The last day on which nobody is reminded: of a silence, or of the pause for a request.
  func quietUntil(_ item: Agenda.Item) -> CivilDate? {
    [item.obligation.isSilencedUntil, pause(of: item)].compactMap { $0 }.max()
  }
}
