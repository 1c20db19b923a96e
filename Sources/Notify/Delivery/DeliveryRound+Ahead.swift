package import FactLog
import Outbox
package import Reminders
package import Rules
package import Settings
package import StateFolder

/// The messages of rounds to come.
extension DeliveryRound {
  /// So many rounds are looked at.
  private static let mostAhead = 200

  /// What the rounds from now until an instant send, each when the one before it says that there is something to do, or a day
  /// later, if neither rules nor facts change. Nothing is changed; if there is no log yet, it counts as empty.
  /// - Parameter tasks: only of these; nil: of all.
  package func ahead(
    _ book: RoundBook, until end: Instant, of tasks: Set<TaskID>?
  ) throws(StoreFailure) -> (messages: [OutgoingMessage], agenda: Agenda) {
    let now = clock()
    func agenda(_ gone: Set<String>) -> Agenda {
      Self.agenda(book, configuration, at: now, gone: gone, hasJournal: hasJournal, of: tasks)
    }
    do throws(StoreFailure) {
      let log = try OutboxLog(state, .reading)
      let (agenda, last) = (agenda(try log.goneAddresses()), try log.lastRound()?.began)
      return (try log.read { messages(agenda, from: now, until: end, lastRound: last, $0) }, agenda)
    } catch {
      guard error == .missing else { throw error }
      let agenda = agenda([])
      return (messages(agenda, from: now, until: end, lastRound: nil, MemoryLog()), agenda)
    }
  }

  private func messages(
    _ agenda: Agenda, from start: Instant, until end: Instant, lastRound: Instant?, _ log: any SentLog
  ) -> [OutgoingMessage] {
    var layers = LayeredLog(base: log)
    var messages: [OutgoingMessage] = []
    var input = RoundInput(now: start, lastRound: lastRound)
    input.limits = configuration.limits
    // Judging the clock is left to the rounds.
    input.limits.clockDays = .max
    for _ in 0..<Self.mostAhead {
      let decision = agenda.decide(input, log: layers)
      let found = decision.messages + (decision.held?.messages ?? [])
      messages += found
      for notice in found.flatMap(\.notices) { layers.added.add(SentEntry(notice)) }
      // One runs once a day all the same.
      let tomorrow = input.now.adding(seconds: 86_400)
      let next = decision.nextInstant.map { $0 > input.now ? min($0, tomorrow) : tomorrow } ?? tomorrow
      guard next <= end else { break }
      let limits = input.limits
      input = RoundInput(now: next, lastRound: input.now)
      input.limits = limits
    }
    return messages
  }

  /// Asks what rounds to come will tell, from an instant on. If there is no log yet, it counts as empty.
  /// - Parameters:
  ///   - state: nil: there is none.
  ///   - tasks: only the duties of these; nil: of all.
  ///   - most: how many rounds are decided at most.
  package static func coming<Value>(
    _ book: RoundBook, _ configuration: Configuration, in state: StateFolder?, at now: Instant, hasJournal: Bool = true,
    of tasks: Set<TaskID>?, most: Int = 10_000, _ ask: (inout ComingRounds) -> Value
  ) throws(StoreFailure) -> Value {
    func answer(_ input: RoundInput, _ gone: Set<String>, _ log: some SentLog) -> Value {
      let agenda = agenda(book, configuration, at: now, gone: gone, hasJournal: hasJournal, of: tasks)
      var rounds = ComingRounds(agenda, from: input, log, most: most)
      return ask(&rounds)
    }
    func nothingSent() -> Value { answer(RoundInput(now: now), [], MemoryLog()) }
    guard let state else { return nothingSent() }
    do throws(StoreFailure) {
      let log = try OutboxLog(state, .reading)
      var input = RoundInput(now: now, lastRound: try log.lastRound()?.began)
      // Judging the clock is left to the rounds.
      if input.lastRound.map({ $0 > now }) ?? false { input.lastRound = try log.lastRound(notAfter: now)?.began }
      input.undelivered = try log.undelivered(since: now.adding(seconds: -memory))
      let gone = try log.goneAddresses()
      return try log.read { answer(input, gone, $0) }
    } catch {
      guard error == .missing else { throw error }
      return nothingSent()
    }
  }
}
