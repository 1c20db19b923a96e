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
    guard let assigned = handedOver(duty, to: unit) else { return nil }
    return assigned > grounds.recorded(.reported, about: duty) ?? .distantPast ? assigned : nil
  }

  /// When other rules took a duty from the unit to which they gave it back since; nil if that is not how it has it.
  func takenBefore(_ duty: AnyDuty, from unit: UnitID) -> Instant? {
    guard let change = byRules.change(duty.task, duty.id.label, unit), let gone = change.ended, let back = change.began,
      gone <= back, handedOver(duty, to: unit) == back
    else { return nil }
    return gone
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
    // Of what comes again and again a new lead hears that it is its own once, and not of each occurrence to come.
    let isTold =
      !item.recurs || item.opens <= table.office.zone.day(of: assigned) || firstOfHandovers.contains(item.subject)
    return isTold ? table.handedOver(assigned, item) : table
  }
}
