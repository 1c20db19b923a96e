package import Addresses
package import CivilCalendar
package import Presentation
package import Reminders

/// The configuration file's values, checked, with what holds where it says nothing.
package struct Configuration: Sendable {
  package enum WebhookFormat: String, CaseIterable, Sendable {
    case standard, json, text

    static let usual = standard
  }

  package struct Mail: Sendable {
    package var server: String
    package var port: Int
    package var encryption: MailEncryption
    package var user: String?
    package var password: SecretSource?
    package var from: Mailbox
    /// Nil: the plan's focal point.
    package var replyTo: Mailbox?
    package var caFile: String?
    /// Seconds.
    package var timeout: Int
    /// Lower case; `*` alone: every domain.
    package var allowedDomains: [String]

    /// Whether a mail may go to `address`: its domain is one of the allowed, or lies below one
    /// (decision: limited-addresses).
    package func allows(_ address: String) -> Bool {
      guard let at = address.lastIndex(of: "@") else { return false }
      let domain = address[address.index(after: at)...].lowercased()
      return !domain.isEmpty
        && allowedDomains.contains { $0 == "*" || domain == $0 || domain.hasSuffix("." + $0) }
    }
  }

  package struct Webhook: Sendable {
    package var format: WebhookFormat
    package var secret: SecretSource?
  }

  package struct Webhooks: Sendable {
    package var standard: Webhook
    /// By the host of the address, lower case.
    package var hosts: [String: Webhook]
    /// Private networks that may be called.
    package var allowedNetworks: [NetworkRange]
    package var caFile: String?
    /// Seconds.
    package var timeout: Int

    /// How `host` is called.
    package func webhook(for host: String) -> Webhook { hosts[host.lowercased()] ?? standard }
  }

  /// Minutes since midnight.
  package struct Office: Sendable {
    package var timeZone: String
    package var slot: Int
    package var closing: Int
  }

  package struct WeeklySheet: Sendable {
    package var day: Weekday
    /// Minutes since midnight.
    package var minute: Int
  }

  package var language: Language
  /// Whether the file says the language.
  package var setsLanguage: Bool { values.entry("language") != nil }
  package var rules: String?
  package var state: String?
  package var templates: String
  /// Nil: no mail is sent.
  package var mail: Mail?
  package var webhooks: Webhooks
  package var writesJournal: Bool
  package var maildir: String?
  package var channels: Set<Channel>
  package var office: Office
  package var weeklySheet: WeeklySheet
  package var limits: RoundLimits
  package var retentionMonths: Int
  /// How long the rule folder must be left alone before the daemon reads it.
  package var daemonQuietSeconds: Int
  /// As read, with what holds where the file says nothing.
  private let values: ConfigurationValues

  /// All of it as lines, for `config show`.
  package var settings: [ConfigurationSetting] { values.settings }

  /// Every secret that it names, with the key that names it.
  package var secrets: [(key: String, source: SecretSource)] {
    var found: [(String, SecretSource)] = []
    if let password = mail?.password { found.append(("mail.password", password)) }
    if let secret = webhooks.standard.secret { found.append(("webhook.secret", secret)) }
    for (host, webhook) in webhooks.hosts.sorted(by: { $0.key < $1.key }) {
      guard let secret = webhook.secret, secret != webhooks.standard.secret else { continue }
      found.append(("webhook.host.\(host).secret", secret))
    }
    return found
  }

  /// Of an empty file.
  package static var standard: Configuration { Configuration(ConfigurationValues(ConfigurationKey.all)) }

  init(_ values: ConfigurationValues) {
    language = values.choice("language") ?? ConfigurationKey.language
    rules = values.text("rules")
    state = values.text("state")
    templates = values.text("templates") ?? ""
    mail = Mail(values)
    webhooks = Webhooks(values)
    writesJournal = values.truth("journal.enabled")
    maildir = values.text("maildir.path")
    channels = Set(values.list("delivery.channels").map { Channel(rawValue: $0) })
    office = Office(
      timeZone: values.text("office.time-zone") ?? "", slot: values.minutes("office.slot"),
      closing: values.minutes("office.closing"))
    let day = ConfigurationKey.weekdays.firstIndex(of: values.text("weekly-sheet.day") ?? "") ?? 0
    weeklySheet = WeeklySheet(
      day: Weekday(rawValue: day + 1) ?? .monday, minute: values.minutes("weekly-sheet.time"))
    limits = RoundLimits(values)
    retentionMonths = values.number("retention.months")
    daemonQuietSeconds = values.number("daemon.quiet-seconds")
    self.values = values
  }
}

extension RoundLimits {
  init(_ values: ConfigurationValues) {
    self.init()
    recipients = values.number("limits.recipients")
    messages = values.integer("limits.messages") ?? 3 * recipients
    noticesPerPart = values.number("delivery.notices-per-part")
    timesUsual = values.number("limits.times-usual")
    alwaysAllowed = values.number("limits.always-allowed")
    clockDays = values.number("limits.clock-days")
    needsSynchronisedClock = values.truth("limits.synchronised-clock")
  }
}

extension Configuration.Mail {
  /// Nil without a server; a sender, which the checks ask for, is needed too.
  init?(_ values: ConfigurationValues) {
    guard let server = values.text("mail.server"), let from = values.mailbox("mail.from") else { return nil }
    self.server = server
    self.from = from
    encryption = values.choice("mail.starttls") ?? .usual
    port = values.integer("mail.port") ?? (encryption == .tls ? 465 : encryption == .none ? 25 : 587)
    user = values.text("mail.user")
    password = SecretSource(values, "mail.password")
    replyTo = values.mailbox("mail.reply-to")
    caFile = values.text("mail.ca-file")
    timeout = values.number("mail.timeout")
    allowedDomains = values.list("mail.allowed-domains").map { $0.lowercased() }
  }
}

extension Configuration.Webhooks {
  init(_ values: ConfigurationValues) {
    let standard = Configuration.Webhook(
      format: values.choice("webhook.format") ?? .usual,
      secret: SecretSource(values, "webhook.secret"))
    self.standard = standard
    var hosts: [String: Configuration.Webhook] = [:]
    for host in values.names(under: ["webhook", "host"]) {
      let own = values.table(["webhook", "host", host])
      hosts[host.lowercased()] = Configuration.Webhook(
        format: own.choice("format") ?? standard.format,
        secret: SecretSource(own, "secret") ?? standard.secret)
    }
    self.hosts = hosts
    allowedNetworks = values.networks("webhook.allowed-networks")
    caFile = values.text("webhook.ca-file")
    timeout = values.number("webhook.timeout")
  }
}
