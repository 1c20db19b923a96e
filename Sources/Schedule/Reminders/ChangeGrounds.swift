package import CivilCalendar
package import Expansion
import RuleSyntax
package import Rules

/// Why a duty changed, as facts and rules say it.
package struct ChangeGround: Hashable, Sendable {
  /// What made the day another one, or took the work away.
  package enum Cause: Hashable, Sendable {
    case happened(EventBinding, on: CivilDate)
    case corrected(EventBinding, to: CivilDate)
    /// The record of an event was withdrawn.
    case withdrawn(EventBinding)
    /// Another task, from whose day this one is counted, was done, moved or opened again.
    case task(TaskID)
    /// Another task, from whose day this one would be counted, need not be done any more.
    case ended(TaskID, NoticeKind.Release)
    /// Other rules, or another calendar, went live.
    case revised(Instant)
    /// The unit was merged into another one.
    case merged(from: CivilDate)
  }

  package var document: String?
  package var reason: String?
  package var cause: Cause?
}

extension Fact.Body {
  /// Whether it extends the time, with the return of a report or without.
  fileprivate var givesDay: Bool { kind == .extended || kind == .returned && newDay != nil }
}

/// Finds the documents and reasons of changes among the facts.
package struct ChangeGrounds: Sendable {
  private let expander: Expander
  private let facts: [TimedFact]
  private let revised: Instant?
  private let leads: LeadChanges
  /// The places in `facts` of those about each event and each task, in order.
  private let events: [EventID: [Int]]
  private let tasks: [TaskID: [Int]]

  /// - Parameters:
  ///   - facts: those of the expander, with the instants of their recording.
  ///   - revised: when the rules of the expander went live.
  ///   - leads: when units took over and gave up the lead by other rules.
  package init(
    _ expander: Expander, facts: [TimedFact], revised: Instant? = nil, leads: LeadChanges = LeadChanges()
  ) {
    self.expander = expander
    self.leads = leads
    self.facts = facts
    self.revised = revised
    var (events, tasks): ([EventID: [Int]], [TaskID: [Int]]) = ([:], [:])
    for (place, timed) in facts.enumerated() {
      switch timed.fact.body.target {
      case .event(let event): events[event.event, default: []].append(place)
      case .task(let subject): tasks[subject.task, default: []].append(place)
      }
    }
    (self.events, self.tasks) = (events, tasks)
  }

  /// What a notice of this kind to this unit names as its ground; nil where nothing says any.
  package func ground(of kind: NoticeKind, to unit: UnitID, about duty: AnyDuty) -> ChangeGround? {
    switch kind {
    case .moved(_, _, .extended), .moved(_, _, .returned): return extended(duty)
    case .moved(_, _, .set), .opens, .running:
      return last([.set], about: duty).map { ChangeGround(document: $0.fact.body.ground) }
    case .openingMoved, .dayGone: return ended(duty) ?? recomputed(duty)
    case .moved(_, _, .recomputed): return recomputed(duty)
    case .released(_, .waived):
      guard case .waived(let reason)? = duty.closed else { return nil }
      return ChangeGround(document: last([.waived], about: duty)?.document, reason: reason)
    case .released(_, .left): return handedOverByRules(unit, duty).map { ChangeGround(cause: .revised($0)) }
    case .released(_, .withdrawn):
      guard let task = expander.rules.tasks[duty.task].withdrawn else { return recomputed(duty) }
      return ChangeGround(document: task.by)
    case .handedOver, .assigned:
      if let timed = last([.reassigned], about: duty) { return ChangeGround(document: timed.fact.body.ground) }
      if let merger = expander.rules.units[unit].mergedInto { return ChangeGround(cause: .merged(from: merger.from)) }
      let named = expander.rules.namedLeads(of: duty)
      let mergers = named.compactMap { expander.rules.units[$0].mergedInto }.filter { $0.unit == unit }
      if !named.contains(unit), let from = mergers.map(\.from).max() {
        return ChangeGround(cause: .merged(from: from))
      }
      return handedOverByRules(unit, duty).map { ChangeGround(cause: .revised($0)) }
    case .reopened:
      let isBack = duty.id.unit != nil && leads.change(duty.task, duty.id.label, unit)?.again != nil
      let back = isBack ? handedOverByRules(unit, duty) : nil
      return reason(of: .undone, duty) ?? back.map { ChangeGround(cause: .revised($0)) }
    case .lapsed(_, .reportTakenBack): return reason(of: .undone, duty)
    case .lapsed(_, .requestWithdrawn): return reason(of: .extensionWithdrawn, duty)
    case .silenced: return reason(of: .silenced, duty)
    default: return nil
    }
  }

  /// When other rules gave a duty to the unit, or took it from it.
  private func handedOverByRules(_ unit: UnitID, _ duty: AnyDuty) -> Instant? {
    let change = leads.change(duty.task, duty.id.label, unit)
    return [change?.began, change?.ended].compactMap(\.self).max()
  }

  private func reason(of kind: FactKind, _ duty: AnyDuty) -> ChangeGround? {
    last([kind], about: duty).map { ChangeGround(document: $0.document, reason: $0.fact.body.ground) }
  }

  /// The last fact of these kinds about the duty.
  func last(_ kinds: Set<FactKind>, about duty: AnyDuty) -> TimedFact? {
    timed(about: duty).last { kinds.contains($0.fact.body.kind) }
  }

  /// When a fact of this kind about the duty was last recorded; nil if none was, or nobody knows when.
  func recorded(_ kind: FactKind, about duty: AnyDuty) -> Instant? { last([kind], about: duty)?.recorded }

  /// All facts about the duty, in the order of recording.
  func timed(about duty: AnyDuty) -> [TimedFact] {
    expander.facts(about: duty.id, of: duty.task).map { facts[$0] }
  }

  /// Whether the last day that was given came with the return of a report.
  func isReturned(_ duty: AnyDuty) -> Bool {
    timed(about: duty).last { $0.fact.body.givesDay }?.fact.body.kind == .returned
  }

  /// The document of the extension, and the reason of the request that it grants; or why the work was returned.
  private func extended(_ duty: AnyDuty) -> ChangeGround? {
    let all = timed(about: duty)
    guard let place = all.lastIndex(where: \.fact.body.givesDay) else { return nil }
    let body = all[place].fact.body
    guard body.kind == .extended else { return ChangeGround(reason: body.ground) }
    return ChangeGround(document: body.ground, reason: request(before: place, in: all)?.ground)
  }

  /// The request for more time that was open before this fact.
  private func request(before place: Int, in all: [TimedFact]) -> Fact.Body? {
    let asking: Set<FactKind> = [.extensionAsked, .extensionRefused, .extensionWithdrawn, .extended, .set]
    let last = all[..<place].last { asking.contains($0.fact.body.kind) }?.fact.body
    return last?.kind == .extensionAsked ? last : nil
  }

  /// When the last extension was recorded, if it granted a request; nil if it did not, or nobody knows when.
  func granted(_ duty: AnyDuty) -> Instant? {
    let all = timed(about: duty)
    guard let place = all.lastIndex(where: \.fact.body.givesDay), all[place].fact.body.kind == .extended,
      request(before: place, in: all) != nil
    else { return nil }
    return all[place].recorded
  }

  // MARK: Days that came out otherwise

  /// That it has no day because what it would be counted from was waived or withdrawn.
  private func ended(_ duty: AnyDuty) -> ChangeGround? {
    let steps = expander.openDuties(of: duty.task).first { $0.id == duty.id }?.derivation ?? []
    let ended = steps.lazy.compactMap { step -> ObligationID? in
      if case .otherTaskEnded(let id) = step { id } else { nil }
    }.first
    let tasks = expander.rules.tasks[duty.task].due[duty.dueLine].tasks.values.map(\.task)
    return ended.flatMap { id in
      tasks.first { expander.rules.tasks[$0].id == id.task }.map { task in
        ChangeGround(cause: .ended(task, expander.rules.tasks[task].withdrawn == nil ? .waived : .withdrawn))
      }
    }
  }

  /// The last fact that the day is counted from, unless the rules changed after it.
  private func recomputed(_ duty: AnyDuty) -> ChangeGround? {
    let task = expander.rules.tasks[duty.task]
    guard task.due.indices.contains(duty.dueLine) else { return nil }
    let line = task.due[duty.dueLine]
    let events = line.events.values.compactMap { last(of: $0, for: duty) }
    let tasks = line.tasks.values.compactMap { self.tasks[$0.task]?.last }
    let found = (events.map(\.place) + tasks).max()
    if let revised, found.map({ facts[$0].recorded ?? revised < revised }) ?? true {
      return ChangeGround(cause: .revised(revised))
    }
    guard let found else { return nil }
    let body = facts[found].fact.body
    guard let binding = events.first(where: { $0.place == found })?.binding else {
      return body.subject.map { ChangeGround(cause: .task($0.task)) }
    }
    let cause: ChangeGround.Cause? =
      switch (body.kind, body.day) {
      case (.happened, let day?): .happened(binding, on: day)
      case (.corrected, let day?): .corrected(binding, to: day)
      case (.withdrawn, _): .withdrawn(binding)
      default: nil
      }
    return ChangeGround(document: facts[found].document, cause: cause)
  }

  /// The last fact about an event, or about one of which it is made, that means this duty's occurrence.
  private func last(of binding: EventBinding, for duty: AnyDuty, depth: Int = 0) -> (
    place: Int, binding: EventBinding
  )? {
    guard expander.rules.events.indices.contains(binding.event), depth < 16 else { return nil }
    let event = expander.rules.events[binding.event]
    switch event.composition {
    case .all(let members), .any(let members):
      return members.compactMap { last(of: EventBinding(event: $0, key: binding.key), for: duty, depth: depth + 1) }
        .max { $0.place < $1.place }
    case .simple:
      let isCase = event.happens == .eachCase
      let place = events[binding.event]?.last { place in
        guard let named = facts[place].fact.body.event else { return false }
        if isCase { return (named.reference ?? named.key).map { duty.id.key.hasPrefix($0) } ?? true }
        return named.key == nil || binding.key == nil || named.key == binding.key
      }
      return place.map { ($0, binding) }
    }
  }
}
