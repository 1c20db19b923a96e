import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// When work changed hands, by facts or by other rules (decision: handed-over-by-rules).
struct Handovers: Sendable {
  private let rules: RuleSet
  private let grounds: ChangeGrounds
  /// When tasks were handed to each unit by facts, as far as that is known.
  private var byFact: [TaskID: [UnitID: LastBySubject<Instant?>]] = [:]
  private let byRules: LeadChanges
  private let hasMergers: Bool

  init(_ rules: RuleSet, _ facts: [TimedFact], _ grounds: ChangeGrounds, byRules: LeadChanges) {
    (self.rules, self.grounds, self.byRules) = (rules, grounds, byRules)
    hasMergers = rules.units.contains { $0.mergedInto != nil }
    for timed in facts {
      let body = timed.fact.body
      guard body.kind == .reassigned, let subject = body.subject, let recipient = body.recipient else { continue }
      for unit in rules.units(of: recipient) {
        byFact[subject.task, default: [:]][unit, default: LastBySubject()].add(subject, timed.recorded, rules)
      }
    }
  }

  /// When a duty was handed to a unit; nil if it never was, or nobody knows when. Where a fact says who leads, it says since when.
  func handedOver(_ duty: AnyDuty, to unit: UnitID) -> Instant? {
    if let facts = byFact[duty.task], grounds.last([.reassigned], about: duty) != nil {
      return facts[unit]?.last(about: duty.id) ?? nil
    }
    let change = byRules.change(duty.task, duty.id.label, unit)
    // What a unit owes on its own since then is known since then, and came from nobody.
    return [duty.id.unit == nil ? change?.began : nil, change?.shared].compactMap(\.self).max()
  }

  /// The same, if it was not reported since.
  func handedOverSinceReport(_ duty: AnyDuty, to unit: UnitID) -> Instant? {
    handedOver(duty, to: unit).flatMap { sinceReport(duty, $0) }
  }

  /// The instant, if the duty was not reported since.
  func sinceReport(_ duty: AnyDuty, _ assigned: Instant) -> Instant? {
    assigned > grounds.recorded(.reported, about: duty) ?? .distantPast ? assigned : nil
  }

  /// When other rules took a duty from the unit to which they gave it back since; nil if that is not how it has it.
  func takenBefore(_ duty: AnyDuty, from unit: UnitID) -> Instant? {
    guard let again = again(duty, unit), handedOver(duty, to: unit) == again.back else { return nil }
    return again.gone
  }

  /// When other rules took the lead from a unit, and gave it back since; nil if they did not.
  func again(_ duty: AnyDuty, _ unit: UnitID) -> (gone: Instant, back: Instant)? {
    byRules.change(duty.task, duty.id.label, unit)?.again
  }

  /// When a unit took over a duty from leads that were merged into it by that day; nil if it leads it by itself.
  func merged(_ duty: AnyDuty, into unit: UnitID, by today: CivilDate, _ zone: Zone) -> Instant? {
    guard hasMergers else { return nil }
    let leads = rules.namedLeads(of: duty).union((byFact[duty.task] ?? [:]).keys)
    guard !leads.contains(unit) else { return nil }
    let days = leads.compactMap { lead -> CivilDate? in
      var (merged, last, depth): (UnitID, CivilDate?, Int) = (lead, nil, 0)
      while merged != unit, depth < 16, let into = rules.units[merged].mergedInto, into.from <= today {
        (merged, last, depth) = (into.unit, max(last ?? into.from, into.from), depth + 1)
      }
      return merged == unit ? last : nil
    }
    return days.max().map { zone.instant($0) }
  }

  /// Whether anybody may have taken over any duty of a task.
  func mayBe(of task: TaskID) -> Bool { byFact[task] != nil || byRules.isAny(of: task) || hasMergers }

  /// Whether a unit may have led a duty: by the rules of now or of before, or by a fact.
  func mayHaveLed(_ unit: UnitID, _ duty: AnyDuty) -> Bool {
    rules.leads(of: duty.task, label: duty.id.label).contains(unit) || byFact[duty.task]?[unit] != nil
      || byRules.change(duty.task, duty.id.label, unit) != nil
  }

  /// Of each due line and owner the first occurrence that was not over when the work was handed over.
  /// - Parameter items: in the order of days.
  func firsts(of items: ArraySlice<Agenda.Item>) -> Set<SubjectKey> {
    struct Line: Hashable {
      let task: TaskID
      let line: Int
      let owner: String?
    }
    var seen: Set<Line> = []
    var firsts: Set<SubjectKey> = []
    for item in items where item.recurs && mayBe(of: item.obligation.task) {
      let duty = item.obligation
      let units = duty.leads.flatMap(rules.units)
      guard let at = units.compactMap({ handedOver(duty.any, to: $0) }).max() else { continue }
      let day = item.own.office.zone.day(of: at)
      let wasOpen =
        switch duty.closed {
        case nil: duty.effective >= day
        case .done(let done?, _): done >= day
        case .done(nil, _), .waived, .withdrawn: false
        }
      guard wasOpen else { continue }
      if seen.insert(Line(task: duty.task, line: duty.dueLine, owner: duty.id.unit)).inserted {
        firsts.insert(item.subject)
      }
    }
    return firsts
  }
}

extension Agenda {
  /// The steps of a unit: from the hand-over on, where the work was handed to it.
  func table(_ item: Item, of told: Audience.Member, handedOver assigned: Instant?) -> StepTable {
    let table = told.role == .support ? item.support : item.own
    guard let assigned else { return table }
    return tells(item, handedOver: assigned) ? table.handedOver(assigned, item) : table
  }

  /// Whether a new lead hears of this occurrence that it is its own: of what comes again and again once, and not of each one to come.
  func tells(_ item: Item, handedOver assigned: Instant) -> Bool {
    !item.recurs || item.opens <= item.own.office.zone.day(of: assigned) || firstOfHandovers.contains(item.subject)
  }
}

extension RuleSet {
  /// Who leads a duty as the rules name it, whoever took the place of merged units since.
  func namedLeads(of duty: AnyDuty) -> Set<UnitID> {
    guard let name = duty.id.unit else { return leads(of: duty.task, label: duty.id.label) }
    guard case .unit(let unit)? = recipient(named: name, in: tasks[duty.task].plan) else { return [] }
    return [unit]
  }
}
