import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// What is reported or asked for on the way of a duty: nobody chases who reported it, who confirms or decides is asked, and
/// the leads hear the answers.
extension Round {
  /// Asks who confirms, so long after the report as the policy says, and then in its rhythm.
  mutating func askToConfirm(
    _ duty: AnyDuty, _ report: CourseStep, _ plan: PlanID, _ changed: Instant?, _ cadence: Cadence
  ) {
    guard let asking = cadence.askToConfirm, let day = report.day else { return }
    let rhythm = AskingRhythm(toConfirm: asking, since: day, agenda.offices[plan], cadence)
    ask(
      agenda.rules.confirmer(of: duty.task, leads: duty.leads), .confirmer, about: duty, plan, rhythm, changed, cadence
    ) {
      .confirm($0, reported: day)
    }
  }

  /// Asks who decides on more time, on the next working day and as often as a report would first wait.
  mutating func askToDecide(_ duty: AnyDuty, _ plan: PlanID, _ changed: Instant?, _ cadence: Cadence) {
    guard let day = duty.request?.day else { return }
    let office = agenda.offices[plan]
    let rhythm = AskingRhythm(
      first: office.slot(office.workingDay(1, after: day), cadence.minute),
      every: (cadence.askToConfirm ?? .standard).after, office, cadence)
    ask(agenda.rules.decider(of: duty.task, leads: duty.leads), .decider, about: duty, plan, rhythm, changed, cadence) {
      .decide($0, asked: day)
    }
  }

  /// - Parameter kind: the kind of the n-th question.
  private mutating func ask(
    _ recipient: Recipient?, _ role: Role, about duty: AnyDuty, _ plan: PlanID, _ rhythm: AskingRhythm,
    _ changed: Instant?, _ cadence: Cadence, _ kind: (Int) -> NoticeKind
  ) {
    guard let recipient else { return }
    let office = agenda.offices[plan]
    defer { wake(rhythm.next(after: now)) }
    guard let found = rhythm.latest(notAfter: now) else { return }
    let audience = Audience([recipient], role, in: plan, on: office.zone.day(of: now), agenda.rules, agenda.names)
    for group in audience.notKept { cannotTell(.groupNotKept(group)) }
    // What is recorded late is asked about in the next slot.
    let slot = max(found.slot, changed.map { office.firstSlot(notBefore: $0, cadence.minute) } ?? found.slot)
    for told in audience.units {
      let step = TimedStep(kind: kind(found.time), slot: slot)
      say(
        Draft(subject: .obligation(duty.id), step: step, told: nil, role: role, plan: plan, task: duty.task),
        to: told.unit, cadence)
    }
  }

  /// Tells the leads, once for each time, that what they reported was returned, or that they get no more time.
  mutating func tellOfAnswers(
    _ duty: AnyDuty, to leads: [UnitID], _ plan: PlanID, _ changed: Instant?, _ cadence: Cadence
  ) {
    func last(_ kind: FactKind) -> (count: Int, on: CivilDate)? {
      let all = duty.course.filter { $0.kind == kind }
      return all.last?.day.map { (all.count, $0) }
    }
    var answers: [(kind: NoticeKind, day: CivilDate)] = []
    if duty.isReturned, let (count, day) = last(.returned) { answers.append((.returned(count, on: day), day)) }
    if duty.isRefused, let (count, day) = last(.extensionRefused) { answers.append((.refused(count, on: day), day)) }
    guard !answers.isEmpty else { return }
    let office = agenda.offices[plan]
    let entries = log.entries(about: SubjectKey(.obligation(duty.id)))
    for (kind, day) in answers {
      for unit in leads {
        let name = agenda.names.name(of: unit, plan, agenda.rules)
        guard !isTold(kind, duty.id, to: name) else { continue }
        var slot = atOnce(changed, plan, cadence)
        if let handedOver = agenda.handovers.handedOver(duty, to: unit) {
          // It was the answer to another unit, if the work was handed to this one later.
          if office.zone.day(of: handedOver) > day { continue }
          // Before the answer a unit hears that the work is its own.
          if duty.days != nil {
            let mine = entries.filter { $0.recipient == name && $0.slot >= handedOver }
            let told = mine.map(\.slot).min() ?? office.firstSlot(notBefore: handedOver, cadence.minute)
            slot = max(slot, office.firstSlot(after: told, cadence.minute))
          }
        }
        let step = TimedStep(kind: kind, slot: slot, isAtOnce: true)
        say(
          Draft(
            subject: .obligation(duty.id), step: step, told: duty.days?.effective, role: .lead, plan: plan,
            task: duty.task, isProvisional: duty.days?.certainty == .provisional), to: unit, cadence)
      }
    }
  }

  /// Whether the log has this very notice, whatever day was told with it and whatever ids task and unit had then.
  private func isTold(_ kind: NoticeKind, _ id: ObligationID, to name: RecipientName) -> Bool {
    let topics = agenda.topics(of: .obligation(id))
    return log.entries(about: SubjectKey(.obligation(id))).contains { entry in
      entry.kind == kind.name && entry.recipient == name
        && topics.contains { topic in
          agenda.names.all(name).contains { name in
            entry.key
              == NoticeKey(subject: topic, kind: kind, told: entry.told, recipient: name, channel: entry.channel)
          }
        }
    }
  }
}

extension Agenda.Item {
  /// The last day on which reminders pause for a request: five working days, once for each day that binds
  /// (decision: requests-pause).
  var pausedUntil: CivilDate? {
    guard let day = obligation.request?.day, obligation.requestPauses else { return nil }
    return own.office.workingDay(5, after: day)
  }

  /// The last day on which nobody is reminded: of a silence, or of the pause for a request.
  var quietUntil: CivilDate? { [obligation.isSilencedUntil, pausedUntil].compactMap { $0 }.max() }
}
