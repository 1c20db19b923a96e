package import CivilCalendar
package import Rules

/// Rounds on a virtual clock, each at the instant that the one before named or at which a fact is recorded; the log of
/// each is that of the rounds before. It serves tests, and the test blocks of rule books.
package struct RoundWalk {
  package private(set) var log = MemoryLog()
  package private(set) var decisions: [(at: Instant, decision: RoundDecision)] = []
  package var lastRound: Instant? { rounds.last }
  /// The instants of the rounds that were not held, in their order.
  private var rounds: [Instant] = []

  private(set) var rules: RuleSet
  private(set) var facts: [TimedFact]
  let through: CivilDate
  let zone: Agenda.ZoneOf
  private(set) var wentLive: Agenda.WentLive
  private(set) var leads = LeadChanges()
  private(set) var revised: Instant?
  let defaults: SchedulingDefaults
  private var agenda: Agenda?
  private var seen = -1

  package init(
    _ rules: RuleSet, facts: [TimedFact] = [], through: CivilDate, zone: @escaping Agenda.ZoneOf = { _ in .vietnam },
    defaults: SchedulingDefaults = SchedulingDefaults(), wentLive: @escaping Agenda.WentLive = { _, _ in nil }
  ) {
    self.rules = rules
    self.facts = facts
    self.through = through
    self.zone = zone
    self.defaults = defaults
    self.wentLive = wentLive
  }

  /// Goes on by other rules, with the facts as these read them.
  package mutating func revise(
    _ rules: RuleSet, facts: [TimedFact], wentLive: @escaping Agenda.WentLive, leads: LeadChanges, at revised: Instant
  ) {
    (self.rules, self.facts, self.wentLive, self.leads, self.revised) = (rules, facts, wentLive, leads, revised)
    agenda = nil
  }

  package var notices: [Notice] { decisions.flatMap(\.decision.notices) }
  package var messages: [OutgoingMessage] { decisions.flatMap(\.decision.messages) }

  /// Carries out one round, with the facts recorded by then.
  /// - Parameter change: changes the input of the round before it is decided.
  @discardableResult
  package mutating func round(at now: Instant, _ change: (inout RoundInput) -> Void = { _ in }) -> RoundDecision {
    let known = facts.filter { $0.recorded.map { $0 <= now } ?? true }
    let agenda: Agenda
    if let kept = self.agenda, known.count == seen {
      agenda = kept
    } else {
      agenda = Agenda(
        rules, facts: known, through: through, zone: zone, defaults: defaults, wentLive: wentLive, revised: revised,
        leads: leads)
      (self.agenda, seen) = (agenda, known.count)
    }
    var input = RoundInput(now: now, lastRound: lastRound)
    change(&input)
    if input.isBackInTime {
      log.setAside(after: input.now)
      input.lastRound = rounds.last { $0 <= input.now }
    }
    let decision = agenda.decide(input, log: log)
    log.add(decision)
    if decision.held == nil { rounds.append(input.now) }
    decisions.append((now, decision))
    return decision
  }

  /// Carries out rounds until `end`, whenever there is something to do. A round that is held ends the walk.
  package mutating func walk(from start: Instant, until end: Instant) {
    let recordings = facts.compactMap(\.recorded).sorted()
    var now = start
    while now <= end {
      let decision = round(at: now)
      let coming = [decision.nextInstant, recordings.first { $0 > now }].compactMap { $0 }.filter { $0 > now }.min()
      guard decision.held == nil, let coming else { return }
      // As a timer would, it runs rounds in between: otherwise a long quiet time looks like a clock that jumped.
      now = min(coming, now.adding(seconds: 7 * 86_400))
    }
  }
}
