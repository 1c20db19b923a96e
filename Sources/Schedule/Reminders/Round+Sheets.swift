import CivilCalendar
import Expansion
import Rules

/// The leader's weekly sheet.
extension Round {
  mutating func addSheets() {
    for plan in agenda.rules.plans.indices {
      guard let leader = agenda.rules.plans[plan].leader else { continue }
      let office = agenda.offices[plan]
      let defaults = agenda.defaults
      var cadence = cadence(agenda.rules.plans[plan].policy ?? agenda.standardPolicy)
      cadence.minute = defaults.sheetMinute
      func next(_ instant: Instant) -> (week: CivilDate, slot: Instant)? {
        office.nextDigest(after: instant, defaults.sheetMinute, on: defaults.sheetDay)
      }
      guard agenda.planKnown[plan] <= now else {
        wake(next(agenda.planKnown[plan])?.slot)
        continue
      }
      let coming = next(now)
      guard let digest = office.lastDigest(notAfter: now, defaults.sheetMinute, on: defaults.sheetDay),
        digest.slot >= agenda.planKnown[plan]
      else {
        wake(coming?.slot)
        continue
      }
      let entries = log.entries(about: SubjectKey(.plan(agenda.rules.plans[plan].id)))
      let sheet = self.sheet(of: plan, week: digest.week)
      // If work is still ahead, there is another sheet to come, even if this week has none.
      if !sheet.isEmpty || !sheet.notOpen.isEmpty { wake(coming?.slot) }
      guard !sheet.isEmpty else { continue }
      let audience = Audience([leader], .leader, in: plan, on: office.zone.day(of: now), agenda.rules, agenda.names)
      for group in audience.notKept { cannotTell(.groupNotKept(group)) }
      for unit in audience.units.map(\.unit) {
        let name = agenda.names.name(of: unit, plan, agenda.rules)
        let last = entries.filter { $0.recipient == name }.map(\.slot).max()
        guard digest.slot > last ?? .distantPast else { continue }
        let step = TimedStep(kind: .weeklySheet(week: digest.week), slot: digest.slot)
        let draft = Draft(
          subject: .plan(agenda.rules.plans[plan].id), step: step, told: digest.week, role: .leader, plan: plan,
          sheet: sheet)
        say(draft, to: unit, cadence)
      }
    }
  }

  private func sheet(of plan: PlanID, week: CivilDate) -> WeeklySheet {
    var sheet = WeeklySheet(week: week)
    let office = agenda.offices[plan]
    let (today, minute) = office.zone.civil(now)
    for item in agenda.items where item.plan == plan && !agenda.rules.isBeyondPlan(item.obligation, on: today) {
      let obligation = item.obligation.withoutSecrets(agenda.rules)
      if obligation.closed == nil, obligation.report == nil, item.due <= item.known {
        sheet.toSettle.append(obligation.id)
        continue
      }
      let time = ClockTime(hour: minute / 60, minute: minute % 60)
      let isDueSoon = obligation.isDueSoon(on: today, at: time)
      if isDueSoon { sheet.dueThisWeek.append(obligation.id) }
      let status = obligation.status(on: today, at: time)
      if let silenced = obligation.isSilencedUntil, today <= silenced, !isDueSoon, [.open, .notOpen].contains(status) {
        sheet.silenced.append(obligation.id)
      }
      switch status {
      case .overdue: sheet.overdue.append(obligation.id)
      case .open: sheet.open.append(obligation.id)
      case .reported: sheet.reported.append(obligation.id)
      case .notOpen: sheet.notOpen.append(obligation.id)
      case .done: sheet.done += 1
      case .waiting, .undated: sheet.undated.append(obligation.id)
      case .standing, .waived, .withdrawn: break
      }
    }
    for item in agenda.openItems where item.plan == plan {
      let duty = item.duty.withoutSecrets(agenda.rules)
      switch duty.status(on: today) {
      case .done: sheet.done += 1
      case .reported: sheet.reported.append(duty.id)
      case .waiting, .undated:
        if case .unclear = duty.state {
          sheet.toSettle.append(duty.id)
        } else {
          sheet.undated.append(duty.id)
        }
      default: break
      }
    }
    return sheet
  }
}
