import CivilCalendar
public import Configuration
public import Letters
import Messages
public import PostStore
public import Reminders
import Rules
public import StateFolder
public import Store

/// One round: what should have gone out by now and is not in the log is decided, rendered and logged in one transaction;
/// then everything pending is sent and marked (docs/architecture.md, the promise). The caller holds the round's lock.
public struct DeliveryRound {
  let state: StateFolder
  let configuration: Configuration
  let templates: LetterTemplates
  let credentials: String?
  let isClockSynchronised: Bool
  let hasJournal: Bool
  let clock: () -> Instant

  /// Seconds for sending; what is left then waits for the next round.
  private static let sending: Int64 = 600
  /// An untried message is judged again so long after its slot, and then decided anew.
  static let fresh: Int64 = 8 * 3600
  static let tooLate = MessageDelivery.Problem(vi: "quá thời hạn gửi", en: "too late to be sent")
  /// What did not arrive is said again for so long.
  private static let memory: Int64 = 35 * 86_400

  /// - Parameters:
  ///   - credentials: `$CREDENTIALS_DIRECTORY`.
  ///   - hasJournal: whether a systemd journal listens and the configuration wants it.
  ///   - clock: the time of day; moves on while the round sends.
  public init(
    _ state: StateFolder, _ configuration: Configuration, _ templates: LetterTemplates, credentials: String?,
    isClockSynchronised: Bool, hasJournal: Bool, clock: @escaping () -> Instant
  ) {
    self.state = state
    self.configuration = configuration
    self.templates = templates
    self.credentials = credentials
    self.isClockSynchronised = isClockSynchronised
    self.hasJournal = hasJournal
    self.clock = clock
  }

  /// - Parameter notes: said to the focal points, each once for ever.
  public func run(_ book: RoundBook, notes: [ServiceNote] = []) throws(StoreFailure) -> RoundReport {
    let log = try PostLog(state, .writing)
    var input = try input(clock(), log, book)
    let now = input.now
    // By a clock or by facts that are not believed nothing is given up, forgotten or sent.
    let doubts = input.doubts
    if doubts.isEmpty { try log.giveUpStale(at: now, Self.tooLate) }
    input.undelivered = try log.undelivered(since: now.adding(seconds: -Self.memory))
    let agenda = agenda(book, at: now, gone: try log.goneAddresses())
    var report = RoundReport(began: now)
    let renderer = renderer(agenda, book)
    try log.round(at: now) { post in
      report = RoundReport(began: now)
      return try RoundTransaction(post, agenda, input, renderer, book).run(&report)
    }
    var courier = Courier(
      log, configuration, credentials: credentials, end: now.adding(seconds: Self.sending), clock: clock)
    if doubts.isEmpty { report.add(try courier.send([.reminder, .service])) }
    let service = ServiceLetters(agenda: agenda, renderer: renderer, language: configuration.language)
    if try service.write(notes + report.notes, to: log, at: clock(), &report) {
      report.add(try courier.send([.service]))
    }
    if doubts.isEmpty {
      try log.forgetTexts(before: now.adding(seconds: -Int64(configuration.retentionMonths) * 31 * 86_400))
    }
    report.pending = try log.count(.pending)
    // A held round says so itself.
    if report.held == nil, report.pending > 0 { report.failures += doubts.map(\.words) }
    report.deadInAll = try log.count(.dead)
    report.late = try log.late(at: clock())
    report.unitsWithoutMail = Reach(configuration, gone: [], hasJournal: hasJournal).withoutMail(book.rules).count
    // What waits for the clock waits for a round of the timer.
    let attempt = doubts.isEmpty ? try log.nextAttempt() : now.adding(seconds: 600)
    report.next = [report.next, attempt.map { max($0, clock()) }].compactMap { $0 }.min()
    log.cutBack()
    return report
  }

  /// What a round would do now; nothing is changed, and a log that is not there is empty.
  public func rehearse(_ book: RoundBook) throws(StoreFailure) -> RoundRehearsal {
    let now = clock()
    do throws(StoreFailure) {
      let log = try PostLog(state, .reading)
      let agenda = agenda(book, at: now, gone: try log.goneAddresses())
      var input = try input(now, log, book)
      input.undelivered = try log.undelivered(since: now.adding(seconds: -Self.memory))
      let decision = try log.read { agenda.decide(input, log: $0) }
      return RoundRehearsal(decision: decision, pending: try log.deliveries(in: [.pending]), agenda: agenda)
    } catch {
      guard error == .missing else { throw error }
      let agenda = agenda(book, at: now, gone: [])
      var input = RoundInput(now: now)
      input.limits = RoundLimits(configuration)
      input.isClockSynchronised = isClockSynchronised || !configuration.limits.needsSynchronisedClock
      return RoundRehearsal(decision: agenda.decide(input, log: MemoryLog()), pending: [], agenda: agenda)
    }
  }

  public func letters(_ message: OutgoingMessage, _ agenda: Agenda, _ book: RoundBook) -> [Letter] {
    renderer(agenda, book).writer.letters(for: message)
  }

  /// The mails that a message would go out as; empty where one cannot be rendered.
  public func mails(_ message: OutgoingMessage, _ agenda: Agenda, _ book: RoundBook) -> [[UInt8]] {
    ((try? renderer(agenda, book).render(message, firstPart: 0)) ?? []).map(\.body)
  }

  // MARK: Preparing

  /// Looked ahead to the end of the year after next, or of the last plan.
  public func agenda(_ book: RoundBook, at now: Instant, gone: Set<String>) -> Agenda {
    let rules = Reach(configuration, gone: gone, hasJournal: hasJournal).reachable(book.rules)
    let year = min(max(Zone.vietnam.day(of: now).year + 2, rules.plans.map(\.years.upperBound).max() ?? 0), 9998)
    return Agenda(
      rules, facts: book.facts, through: CivilDate(year: year, month: 12, day: 31) ?? .last, zone: book.zone,
      habits: OfficeHabits(configuration), wentLive: book.wentLive, revised: book.revised)
  }

  private func input(_ now: Instant, _ log: PostLog, _ book: RoundBook) throws(StoreFailure) -> RoundInput {
    let last = try log.lastRound()
    var input = RoundInput(now: now, lastRound: last?.began)
    input.limits = RoundLimits(configuration)
    input.isClockSynchronised = isClockSynchronised || !configuration.limits.needsSynchronisedClock
    input.usualRecipients = try log.usualRecipients()
    input.usualMessages = try log.usualMessages()
    input.acceptance = try log.acceptance()
    // Restored older facts have a way back: what was accepted is what later rounds look for.
    if let seen = last.flatMap({ FactHead($0.facts) }), !book.holds(seen) {
      let accepted = input.acceptance.flatMap { FactHead($0.facts) }
      input.factsGone = FactsGone(
        seen: seen.count, found: book.factsCount, isAccepted: accepted.map(book.holds) ?? false)
    }
    if input.isBackInTime { input.lastRound = try log.lastRound(notAfter: input.now)?.began }
    return input
  }

  private func renderer(_ agenda: Agenda, _ book: RoundBook) -> MessageRenderer {
    let letters = LetterBook(
      agenda.rules, obligations: agenda.obligations, duties: agenda.openDuties,
      anchor: .init(count: book.factsCount, head: book.factsHash), zone: book.zone)
    let writer = LetterWriter(
      letters, templates, language: configuration.language, noticesPerPart: configuration.noticesPerPart)
    return MessageRenderer(agenda: agenda, writer: writer, configuration: configuration, hasJournal: hasJournal)
  }
}

/// What a round would do.
public struct RoundRehearsal: Sendable {
  public var decision: RoundDecision
  /// Decided before, and still to be sent.
  public var pending: [MessageDelivery]
  public var agenda: Agenda
}

extension RoundLimits {
  public init(_ configuration: Configuration) {
    self.init()
    let limits = configuration.limits
    recipients = limits.recipients
    messages = limits.messages
    noticesPerPart = configuration.noticesPerPart
    timesUsual = limits.timesUsual
    alwaysAllowed = limits.alwaysAllowed
    clockDays = limits.clockDays
  }
}

extension OfficeHabits {
  public init(_ configuration: Configuration) {
    self.init()
    (slot, closing) = (configuration.office.slot, configuration.office.closing)
    (sheetDay, sheetMinute) = (configuration.weeklySheet.day, configuration.weeklySheet.minute)
  }
}
