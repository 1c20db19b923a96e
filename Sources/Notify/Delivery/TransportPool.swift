import Addresses
import Channels
import Outbox
import Reminders
import Settings

/// The transports that the configuration describes, each made when it is first needed: one connection for all mails.
struct TransportPool {
  private let configuration: Configuration
  private let credentials: String?
  private var smtp: Result<SMTPTransport, SetupProblem>?
  private var webhooks: [String: Result<WebhookTransport, SetupProblem>] = [:]
  private lazy var journal = JournalTransport()
  private lazy var maildir = configuration.maildir.map { MaildirTransport(folder: $0) }

  struct SetupProblem: Error {
    var words: TransportWords
  }

  enum Outcome {
    case tried(TransportOutcome)
    /// Nothing was tried: the configuration lacks something.
    case notSetUp(TransportWords, TransportProblem.Concern)
    /// The configuration, or its own form, forbids the address by now.
    case forbidden(TransportWords)

    static func forbidden(to address: String) -> Outcome {
      .forbidden(
        TransportWords(vi: "cấu hình không cho gửi tới \(address)", en: "the configuration forbids \(address)"))
    }
  }

  init(_ configuration: Configuration, credentials: String?) {
    self.configuration = configuration
    self.credentials = credentials
  }

  /// What fails together: the mail server, or the machine of a web address.
  static func road(to delivery: MessageDelivery) -> String {
    if delivery.isCopy { return delivery.address }
    return delivery.channel == .mail ? "smtp" : WebAddress(delivery.address)?.host ?? delivery.address
  }

  /// Blocks until there is an outcome.
  mutating func send(_ content: MessageContent, to delivery: MessageDelivery, at now: Instant) -> Outcome {
    switch delivery.address {
    case OutboxSender.journal where delivery.isCopy: return .tried(write(content.journal))
    case OutboxSender.maildir where delivery.isCopy: return put(content, delivery)
    default: break
    }
    switch delivery.channel {
    case .mail: return mail(content, delivery)
    default: return post(content, delivery, now)
    }
  }

  // MARK: Mail

  private mutating func mail(_ content: MessageContent, _ delivery: MessageDelivery) -> Outcome {
    guard let settings = configuration.mail else {
      return .notSetUp(.init(vi: "chưa cấu hình máy chủ thư", en: "no mail server is configured"), .all)
    }
    guard settings.allows(delivery.address) else { return .forbidden(to: delivery.address) }
    guard let recipient = MailAddress(recipient: delivery.address),
      let sender = delivery.returnPath.flatMap({ MailAddress($0) })
    else { return .forbidden(to: delivery.address) }
    let made = smtp ?? Self.smtp(settings, credentials)
    smtp = made
    switch made {
    case .success(let transport): return .tried(transport.send(content.body, returnPath: sender, to: recipient))
    case .failure(let problem): return .notSetUp(problem.words, .all)
    }
  }

  static func smtp(_ settings: Configuration.Mail, _ credentials: String?) -> Result<SMTPTransport, SetupProblem> {
    var login: SMTPConfiguration.Credentials?
    if let user = settings.user, let password = settings.password {
      switch secret(password, credentials) {
      case .success(let text): login = .init(user: user, password: text)
      case .failure(let problem): return .failure(problem)
      }
    }
    let whole = settings.timeout * 1000
    let server = SMTPConfiguration(
      host: settings.server, port: settings.port, security: settings.encryption,
      credentials: login, authorities: settings.caFile, connectMilliseconds: min(20_000, whole),
      wholeMilliseconds: whole)
    return Result { () throws(TransportSetupFailure) in try SMTPTransport(server) }
      .mapError { SetupProblem(words: $0.words) }
  }

  private static func secret(_ source: SecretSource, _ folder: String?) -> Result<String, SetupProblem> {
    do throws(SecretFailure) {
      return .success(String(decoding: try source.read(credentials: folder).bytes, as: UTF8.self))
    } catch {
      return .failure(SetupProblem(words: .init(vi: error.words.vi, en: error.words.en)))
    }
  }

  // MARK: Webhooks

  private mutating func post(
    _ content: MessageContent, _ delivery: MessageDelivery, _ now: Instant
  ) -> Outcome {
    guard let address = WebAddress(delivery.address),
      let message = WebhookMessage(id: delivery.messageID, body: content.body)
    else { return .forbidden(to: "webhook") }
    let made = webhooks[delivery.address] ?? Self.webhook(address, configuration.webhooks, credentials)
    webhooks[delivery.address] = made
    switch made {
    case .success(let transport): return .tried(transport.post(message, at: Int(now.seconds)))
    // Of other addresses nothing is known by it.
    case .failure(let problem): return .notSetUp(problem.words, .nobody)
    }
  }

  static func webhook(
    _ address: WebAddress, _ settings: Configuration.Webhooks, _ credentials: String?
  ) -> Result<WebhookTransport, SetupProblem> {
    let own = settings.webhook(for: address.host)
    var format = WebhookEndpoint.Format.json
    switch own.format {
    case .json: break
    case .text: format = .text
    case .standard:
      guard let source = own.secret else {
        return .failure(SetupProblem(words: .init(vi: "chưa cấu hình khoá ký webhook", en: "no webhook secret is set")))
      }
      switch secret(source, credentials) {
      case .success(let text):
        guard let secret = WebhookSecret(text) else {
          return .failure(SetupProblem(words: TransportSetupFailure.invalidSecret.words))
        }
        format = .standard([secret])
      case .failure(let problem): return .failure(problem)
      }
    }
    let endpoint = WebhookEndpoint(
      address, format: format, allowedNetworks: settings.allowedNetworks, authorities: settings.caFile,
      connectMilliseconds: min(10_000, settings.timeout * 1000),
      wholeMilliseconds: settings.timeout * 1000)
    return Result { () throws(TransportSetupFailure) in try WebhookTransport(endpoint) }
      .mapError { SetupProblem(words: $0.words) }
  }

  // MARK: Copies

  private mutating func write(_ entries: [[UInt8]]) -> TransportOutcome {
    for entry in entries {
      let outcome = journal.send(entry)
      guard outcome == .delivered else { return outcome }
    }
    return .delivered
  }

  private mutating func put(_ content: MessageContent, _ delivery: MessageDelivery) -> Outcome {
    guard let maildir, let sender = delivery.returnPath.flatMap({ MailAddress($0) }),
      let id = MessageID("\(delivery.messageID)@nhacviec")
    else { return .notSetUp(.init(vi: "chưa cấu hình Maildir", en: "no Maildir is configured"), .nobody) }
    let message = MailMessage(messageID: id, bytes: content.body, returnPath: sender, recipients: [])
    return .tried(maildir.put(message, date: Int(delivery.slot.seconds)))
  }
}
