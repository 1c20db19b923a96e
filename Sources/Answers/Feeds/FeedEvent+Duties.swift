package import CivilCalendar
package import Expansion
import Presentation
import RuleSyntax
import Rules

extension FeedEvent {
  /// All duties with a day of which lists and figures tell, closed ones and past ones too.
  /// - Parameter today: tells only how far rows without an end go (`DayRange.all`).
  package static func all(of expander: Expander, today: CivilDate) -> [FeedEvent] {
    let rules = expander.rules
    let window = DayRange.all(of: rules.plans, today: today)
    let maker = FeedEventMaker(rules)
    return expander.obligations(in: window, explained: false, keepsGiven: true)
      .filter { !rules.isBeyondPlan($0, on: today) }.map(maker.event)
  }
}

/// Makes events of duties.
private struct FeedEventMaker {
  let rules: RuleSet
  let names: RuleNames
  let dutyNames: DutyNames

  init(_ rules: RuleSet) {
    self.rules = rules
    dutyNames = DutyNames(rules)
    // Names are the rules' own, in no language.
    names = RuleNames(rules: rules, language: .vi)
  }

  func event(_ duty: Duty<DueDays>) -> FeedEvent {
    let task = rules.tasks[duty.task]
    let isClassified = rules.isClassified(duty.task)
    let label = duty.id.label.map { " – \($0)" } ?? ""
    return FeedEvent(
      id: duty.id.description,
      formerIDs: dutyNames.former(duty.id).map(\.description),
      day: isClassified ? duty.effective : duty.told.day, standing: standing(duty), isClassified: isClassified,
      title: isClassified ? duty.id.spoken : RuleNames.plainTitle(task.title) + label,
      leads: isClassified ? [] : duty.leads.map(names.recipient),
      details: isClassified ? nil : details(duty, task),
      audience: .init(plan: duty.id.plan, units: units(duty), person: duty.person))
  }

  /// Of classified work only whether it is still in the plan, since nothing more of its state is told.
  private func standing(_ duty: Duty<DueDays>) -> FeedEvent.Standing {
    switch duty.closed {
    case .done: rules.isClassified(duty.task) ? .open : .done
    case .waived: rules.isClassified(duty.task) ? .open : .waived
    case .withdrawn: .withdrawn
    case nil: .open
    }
  }

  private func details(_ duty: Duty<DueDays>, _ task: PlanTask) -> FeedEvent.Details {
    let plan = rules.plans[task.plan]
    let line = names.dueLine(duty.dueLine, of: duty.task)
    var details = FeedEvent.Details(plan: plan.title)
    details.product = RuleNames.products(task.products, label: line?.label)
    details.supports = duty.supports.map(names.recipient)
    details.cutoff = duty.told.cutoff
    details.isProvisional = duty.certainty == .provisional
    details.wording = line?.text
    details.planNumber = plan.issuedNumber
    details.section = task.section.map { rules.sections[$0].id }
    details.row = task.printedNumber
    switch duty.closed {
    case .done(let day, _): details.ended = day
    case .withdrawn(let day): details.ended = day
    case .waived, nil: break
    }
    return details
  }

  /// Open work is also shown to the unit that takes the place of a lead or support, at once and without looking at
  /// today; of closed work only what was done after that. Classified work counts as open.
  private func units(_ duty: Duty<DueDays>) -> [String] {
    let end: CivilDate =
      switch duty.closed {
      case _ where rules.isClassified(duty.task): .last
      case .done(let day?, _), .withdrawn(let day): day
      case .done(nil, _), .waived: duty.effective
      case nil: .last
      }
    var ids: Set<String> = []
    for recipient in duty.leads + duty.supports {
      switch recipient {
      case .unit(let unit):
        ids.insert(rules.units[unit].id)
        ids.insert(rules.units[rules.successor(of: unit, on: end)].id)
      case .group(let group):
        ids.insert(rules.groups[group].id)
        for unit in rules.groups[group].members { ids.insert(rules.units[unit].id) }
      }
    }
    return ids.sorted()
  }
}
