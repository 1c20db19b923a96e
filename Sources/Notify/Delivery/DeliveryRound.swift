import AnswerLinks
import Channels
import CivilCalendar
import Diagnostics
package import FactLog
import Glibc
package import Notifications
package import Outbox
import Presentation
package import Reminders
package import Rules
package import Settings
package import StateFolder

/// One round: what should have gone out by now and is not in the log is decided, rendered and logged in one
/// transaction; then everything pending is sent and marked (docs/architecture.md, "The promise"). The caller holds the
/// round's lock.
package struct DeliveryRound {
  let state: StateFolder
  let configuration: Configuration
  let templates: NotificationTemplates
  let credentials: String?
  let isClockSynchronised: Bool
  let hasJournal: Bool
  let clock: () -> Instant

  /// How many seconds a round sends; what is left then waits for the next round.
  private static let sending: Int64 = 600
  /// How many seconds after its slot an untried message is only judged again; later it is decided anew.
  static let fresh: Int64 = 8 * 3600
  static let tooLate = Bilingual(vi: "quá thời hạn gửi", en: "too late to be sent")
  /// For how many seconds a message that did not arrive is a reason to repeat its notices.
  static let memory: Int64 = 35 * 86_400

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

  /// Carries out the round, and returns what it did.
  /// - Parameter notes: what the focal points are told besides, each note only once.
  package func run(_ book: RoundBook, notes: [ServiceNote] = []) throws(StoreFailure) -> RoundReport {
    let log = try OutboxLog(state, .writing)
    var input = try input(clock(), log, book)
    let now = input.now
    // While the clock or the facts are in doubt, nothing is given up, forgotten or sent.
    let doubts = input.doubts
    if doubts.isEmpty { try log.giveUpStale(at: now, Self.tooLate) }
    input.undelivered = try log.undelivered(since: now.adding(seconds: -Self.memory))
    let agenda = agenda(book, at: now, gone: try log.goneAddresses())
    var report = RoundReport(began: now)
    let renderer = renderer(agenda, book, at: now)
    try log.round(at: now) { outbox in
      report = RoundReport(began: now)
      return try RoundTransaction(outbox, agenda, input, renderer, book).run(&report)
    }
    try log.mark()
    var sender = OutboxSender(
      log, ChannelSet(configuration, credentials: credentials, hasJournal: true),
      signer: signer(agenda, at: now, &report),
      end: now.adding(seconds: Self.sending), clock: clock)
    if doubts.isEmpty { report.add(try sender.send([.reminder, .service])) }
    let service = ServiceNotifications(agenda: agenda, renderer: renderer, language: configuration.language)
    if try service.write(notes + report.notes, to: log, at: clock(), &report) {
      report.add(try sender.send([.service]))
    }
    if doubts.isEmpty {
      try log.forgetTexts(before: now.adding(seconds: -Int64(configuration.retentionMonths) * 31 * 86_400))
    }
    report.pending = try log.count(.pending)
    // A held round has told its doubts already.
    if report.held == nil, report.pending > 0 { report.failures += doubts.map(\.words) }
    report.deadInAll = try log.count(.dead)
    report.late = try log.late(at: clock())
    report.lateCopies = try log.lateCopies(at: clock())
    report.unitsWithoutMail =
      AddressPolicy(configuration, gone: [], hasJournal: hasJournal).unitsWithoutDelivery(book.rules).count
    // Until the doubts are settled, the next try comes with the timer's round.
    let attempt = doubts.isEmpty ? try log.nextAttempt() : now.adding(seconds: 600)
    report.next = [report.next, attempt.map { max($0, clock()) }].compactMap { $0 }.min()
    log.cutBack()
    return report
  }

  /// What a round would do now. It changes nothing; if there is no log yet, it counts as empty.
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

  /// The letters that a message becomes, in the recipient's language.
  package func texts(_ message: OutgoingMessage, _ agenda: Agenda, _ book: RoundBook) -> [NotificationText] {
    renderer(agenda, book, at: message.slot.instant).writer.texts(for: message)
  }

  /// The mails that a message becomes; empty if one of them cannot be rendered.
  package func mails(_ message: OutgoingMessage, _ agenda: Agenda, _ book: RoundBook) -> [[UInt8]] {
    ((try? renderer(agenda, book, at: message.slot.instant).render(message, firstPart: 0)) ?? []).map(\.body)
  }

  // MARK: Links

  /// What signs the links of letters; nil where the office has no pages or the round no key. Links of another key are believed
  /// no more from then on.
  private func signer(_ agenda: Agenda, at now: Instant, _ report: inout RoundReport) -> LinkSigner? {
    var absence = LinkKey.Absence.none(isKnown: configuration.webAddress == nil)
    if let site = configuration.webAddress {
      do throws(LinkKey.Absence) {
        let key = try LinkKey(credentials: credentials)
        do throws(SystemError) {
          try key.publish(in: state)
          return LinkSigner(key, AnswerAddress(site: site), agenda, at: now)
        } catch { throw .unusable(error.words) }
      } catch { absence = error }
    }
    switch absence {
    case .none(isKnown: false): return nil
    case .none: break
    case .unusable(let words): report.linkFault = words
    }
    unlink(state.linkKey)
    return nil
  }

  // MARK: Preparing

  /// The agenda of a round, up to the end of the year after next or of the last plan, whichever is later.
  package func agenda(_ book: RoundBook, at now: Instant, gone: Set<String>) -> Agenda {
    Self.agenda(book, configuration, at: now, gone: gone, hasJournal: hasJournal)
  }

  /// The same without a round.
  /// - Parameter tasks: only the duties of these tasks; nil: all.
  package static func agenda(
    _ book: RoundBook, _ configuration: Configuration, at now: Instant, gone: Set<String> = [], hasJournal: Bool = true,
    of tasks: Set<TaskID>? = nil
  ) -> Agenda {
    let rules = AddressPolicy(configuration, gone: gone, hasJournal: hasJournal).reachable(book.rules)
    let year = min(max(Zone.vietnam.day(of: now).year + 2, rules.plans.map(\.years.upperBound).max() ?? 0), 9998)
    return Agenda(
      rules, facts: book.facts, through: CivilDate(year: year, month: 12, day: 31) ?? .last, zone: book.zone,
      defaults: SchedulingDefaults(configuration), wentLive: book.wentLive, revised: book.revised, of: tasks,
      leads: book.leads)
  }

  private func input(_ now: Instant, _ log: OutboxLog, _ book: RoundBook) throws(StoreFailure) -> RoundInput {
    let last = try log.lastRound()
    var input = RoundInput(now: now, lastRound: last?.began)
    input.limits = configuration.limits
    input.isClockSynchronised = isClockSynchronised || !configuration.limits.needsSynchronisedClock
    input.usualRecipients = try log.usualRecipients()
    input.usualMessages = try log.usualMessages()
    input.acceptance = try log.acceptance()
    // Whoever restored older facts can accept them; later rounds then compare with what was accepted.
    if let seen = last.flatMap({ FactHead($0.facts) }), !book.holds(seen) {
      let accepted = input.acceptance.flatMap { FactHead($0.facts) }
      input.factsGone = FactsGone(
        seen: seen.count, found: book.head.count, isAccepted: accepted.map(book.holds) ?? false)
    }
    if input.isBackInTime { input.lastRound = try log.lastRound(notAfter: input.now)?.began }
    return input
  }

  private func renderer(_ agenda: Agenda, _ book: RoundBook, at now: Instant) -> MessageRenderer {
    let channels = ChannelSet(configuration, credentials: credentials, hasJournal: hasJournal)
    let letters = NotificationBook(
      agenda.rules, duties: agenda.duties(at: now), grounds: agenda.grounds, head: book.head,
      answers: configuration.webAddress.map { AnswerAddress(site: $0) }, zone: book.zone)
    let replies = Dictionary(
      uniqueKeysWithValues: ChannelCatalog.forms.map { ($0.channel, channels[$0.channel]?.replyTo?.description) })
    let writer = NotificationWriter(
      letters, templates, language: configuration.language, noticesPerPart: configuration.limits.noticesPerPart,
      replyTo: { replies[$0.channel] ?? nil })
    return MessageRenderer(agenda: agenda, writer: writer, channels: channels)
  }
}

/// What a round would do.
package struct RoundRehearsal: Sendable {
  package var decision: RoundDecision
  /// What earlier rounds decided and did not send yet.
  package var pending: [MessageDelivery]
  package var agenda: Agenda
}

extension SchedulingDefaults {
  /// The defaults that a configuration gives.
  package init(_ configuration: Configuration) {
    self.init()
    (slot, closing) = (configuration.office.slot, configuration.office.closing)
    (quietFrom, quietUntil) = (configuration.office.quietFrom, configuration.office.quietUntil)
    (sheetDay, sheetMinute) = (configuration.weeklySheet.day, configuration.weeklySheet.minute)
    channels = configuration.addressForms.map(\.channel)
  }
}
