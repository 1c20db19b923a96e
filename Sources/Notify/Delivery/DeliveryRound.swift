import Channels
import CivilCalendar
import Diagnostics
package import FactLog
package import Notifications
package import Outbox
import Presentation
package import Reminders
import Rules
package import Settings
package import StateFolder

/// One round: what should have gone out by now and is not in the log is decided, rendered and logged in one transaction;
/// then everything pending is sent and marked (docs/architecture.md, "The promise"). The caller holds the round's lock.
package struct DeliveryRound {
  let state: StateFolder
  let configuration: Configuration
  let templates: NotificationTemplates
  let credentials: String?
  let isClockSynchronised: Bool
  let hasJournal: Bool
  let clock: () -> Instant

  /// Seconds for sending; what is left then waits for the next round.
  private static let sending: Int64 = 600
  /// An untried message is judged again so long after its slot, and then decided anew.
  static let fresh: Int64 = 8 * 3600
  static let tooLate = Bilingual(vi: "quá thời hạn gửi", en: "too late to be sent")
  /// What did not arrive is said again for so long.
  private static let memory: Int64 = 35 * 86_400

  /// - Parameters:
  ///   - credentials: `$CREDENTIALS_DIRECTORY`.
  ///   - hasJournal: whether a systemd journal listens and the configuration wants it.
  ///   - clock: the time of day; moves on while the round sends.
  package init(
    _ state: StateFolder, _ configuration: Configuration, _ templates: NotificationTemplates, credentials: String?,
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
  package func run(_ book: RoundBook, notes: [ServiceNote] = []) throws(StoreFailure) -> RoundReport {
    let log = try OutboxLog(state, .writing)
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
    var courier = OutboxSender(
      log, ChannelSet(configuration, credentials: credentials, hasJournal: true),
      end: now.adding(seconds: Self.sending), clock: clock)
    if doubts.isEmpty { report.add(try courier.send([.reminder, .service])) }
    let service = ServiceNotifications(agenda: agenda, renderer: renderer, language: configuration.language)
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
    report.unitsWithoutMail =
      AddressPolicy(configuration, gone: [], hasJournal: hasJournal).withoutWayOut(book.rules).count
    // What waits for the clock waits for a round of the timer.
    let attempt = doubts.isEmpty ? try log.nextAttempt() : now.adding(seconds: 600)
    report.next = [report.next, attempt.map { max($0, clock()) }].compactMap { $0 }.min()
    log.cutBack()
    return report
  }

  /// What a round would do now; nothing is changed, and a log that is not there is empty.
  package func rehearse(_ book: RoundBook) throws(StoreFailure) -> RoundRehearsal {
    let now = clock()
    do throws(StoreFailure) {
      let log = try OutboxLog(state, .reading)
      let agenda = agenda(book, at: now, gone: try log.goneAddresses())
      var input = try input(now, log, book)
      input.undelivered = try log.undelivered(since: now.adding(seconds: -Self.memory))
      let decision = try log.read { agenda.decide(input, log: $0) }
      return RoundRehearsal(decision: decision, pending: try log.deliveries(in: [.pending]), agenda: agenda)
    } catch {
      guard error == .missing else { throw error }
      let agenda = agenda(book, at: now, gone: [])
      var input = RoundInput(now: now)
      input.limits = configuration.limits
      input.isClockSynchronised = isClockSynchronised || !configuration.limits.needsSynchronisedClock
      return RoundRehearsal(decision: agenda.decide(input, log: MemoryLog()), pending: [], agenda: agenda)
    }
  }

  package func texts(_ message: OutgoingMessage, _ agenda: Agenda, _ book: RoundBook) -> [NotificationText] {
    renderer(agenda, book).writer.texts(for: message)
  }

  /// The mails that a message would go out as; empty where one cannot be rendered.
  package func mails(_ message: OutgoingMessage, _ agenda: Agenda, _ book: RoundBook) -> [[UInt8]] {
    ((try? renderer(agenda, book).render(message, firstPart: 0)) ?? []).map(\.body)
  }

  // MARK: Preparing

  /// Looked ahead to the end of the year after next, or of the last plan.
  package func agenda(_ book: RoundBook, at now: Instant, gone: Set<String>) -> Agenda {
    let rules = AddressPolicy(configuration, gone: gone, hasJournal: hasJournal).reachable(book.rules)
    let year = min(max(Zone.vietnam.day(of: now).year + 2, rules.plans.map(\.years.upperBound).max() ?? 0), 9998)
    return Agenda(
      rules, facts: book.facts, through: CivilDate(year: year, month: 12, day: 31) ?? .last, zone: book.zone,
      habits: SchedulingDefaults(configuration), wentLive: book.wentLive, revised: book.revised)
  }

  private func input(_ now: Instant, _ log: OutboxLog, _ book: RoundBook) throws(StoreFailure) -> RoundInput {
    let last = try log.lastRound()
    var input = RoundInput(now: now, lastRound: last?.began)
    input.limits = configuration.limits
    input.isClockSynchronised = isClockSynchronised || !configuration.limits.needsSynchronisedClock
    input.usualRecipients = try log.usualRecipients()
    input.usualMessages = try log.usualMessages()
    input.acceptance = try log.acceptance()
    // Restored older facts have a way back: what was accepted is what later rounds look for.
    if let seen = last.flatMap({ FactHead($0.facts) }), !book.holds(seen) {
      let accepted = input.acceptance.flatMap { FactHead($0.facts) }
      input.factsGone = FactsGone(
        seen: seen.count, found: book.head.count, isAccepted: accepted.map(book.holds) ?? false)
    }
    if input.isBackInTime { input.lastRound = try log.lastRound(notAfter: input.now)?.began }
    return input
  }

  private func renderer(_ agenda: Agenda, _ book: RoundBook) -> MessageRenderer {
    let letters = NotificationBook(
      agenda.rules, duties: agenda.duties, head: book.head, zone: book.zone)
    let writer = NotificationWriter(
      letters, templates, language: configuration.language, noticesPerPart: configuration.limits.noticesPerPart)
    return MessageRenderer(
      agenda: agenda, writer: writer,
      channels: ChannelSet(configuration, credentials: credentials, hasJournal: hasJournal))
  }
}

/// What a round would do.
package struct RoundRehearsal: Sendable {
  package var decision: RoundDecision
  /// Decided before, and still to be sent.
  package var pending: [MessageDelivery]
  package var agenda: Agenda
}

extension SchedulingDefaults {
  package init(_ configuration: Configuration) {
    self.init()
    (slot, closing) = (configuration.office.slot, configuration.office.closing)
    (sheetDay, sheetMinute) = (configuration.weeklySheet.day, configuration.weeklySheet.minute)
    channels = ChannelCatalog.forms.map(\.channel)
  }
}
