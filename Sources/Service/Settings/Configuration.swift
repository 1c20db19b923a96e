package import Addresses
package import CivilCalendar
package import Presentation

/// The configuration file's values, checked, with what holds where it says nothing.
package struct Configuration: Sendable {
  package enum Encryption: String, Sendable { case required, opportunistic, none, tls }
  package enum WebhookFormat: String, Sendable { case standard, json, text }
  package enum Channel: String, Sendable { case mail, webhook }

  package struct Mail: Sendable {
    package var server: String
    package var port: Int
    package var encryption: Encryption
    package var user: String?
    package var password: SecretSource?
    /// `a@b` or `Name <a@b>`.
    package var from: String
    /// Nil: the plan's focal point.
    package var replyTo: String?
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

  package struct Limits: Sendable {
    package var recipients: Int
    package var messages: Int
    package var timesUsual: Int
    package var alwaysAllowed: Int
    package var clockDays: Int
    package var needsSynchronisedClock: Bool
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
  package var noticesPerPart: Int
  package var office: Office
  package var weeklySheet: WeeklySheet
  package var limits: Limits
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
  package static var standard: Configuration { Configuration(ConfigurationValues()) }

  init(_ values: ConfigurationValues) {
    language = Language(rawValue: values.text("language") ?? "") ?? .vi
    rules = values.text("rules")
    state = values.text("state")
    templates = values.text("templates") ?? "/etc/nhacviec/templates"
    mail = Mail(values)
    webhooks = Webhooks(values)
    writesJournal = values.truth("journal.enabled")
    maildir = values.text("maildir.path")
    channels = Set(values.list("delivery.channels").compactMap { Channel(rawValue: $0) })
    noticesPerPart = values.integer("delivery.notices-per-part") ?? 40
    office = Office(
      timeZone: values.text("office.time-zone") ?? "Asia/Ho_Chi_Minh", slot: values.time("office.slot")?.minutes ?? 480,
      closing: values.time("office.closing")?.minutes ?? 1050)
    let day = ConfigurationKey.weekdays.firstIndex(of: values.text("weekly-sheet.day") ?? "") ?? 0
    weeklySheet = WeeklySheet(
      day: Weekday(rawValue: day + 1) ?? .monday, minute: values.time("weekly-sheet.time")?.minutes ?? 480)
    let recipients = values.integer("limits.recipients") ?? 200
    limits = Limits(
      recipients: recipients, messages: values.integer("limits.messages") ?? 3 * recipients,
      timesUsual: values.integer("limits.times-usual") ?? 5,
      alwaysAllowed: values.integer("limits.always-allowed") ?? 20,
      clockDays: values.integer("limits.clock-days") ?? 45,
      needsSynchronisedClock: values.truth("limits.synchronised-clock"))
    retentionMonths = values.integer("retention.months") ?? 12
    daemonQuietSeconds = values.integer("daemon.quiet-seconds") ?? 10
    self.values = values
  }
}

extension Configuration.Mail {
  /// Nil without a server.
  init?(_ values: ConfigurationValues) {
    guard let server = values.text("mail.server") else { return nil }
    self.server = server
    encryption = .init(rawValue: values.text("mail.starttls") ?? "") ?? .required
    port = values.integer("mail.port") ?? (encryption == .tls ? 465 : encryption == .none ? 25 : 587)
    user = values.text("mail.user")
    password = SecretSource(values, "mail.password")
    from = values.text("mail.from") ?? ""
    replyTo = values.text("mail.reply-to")
    caFile = values.text("mail.ca-file")
    timeout = values.integer("mail.timeout") ?? 60
    allowedDomains = values.list("mail.allowed-domains").map { $0.lowercased() }
  }
}

extension Configuration.Webhooks {
  init(_ values: ConfigurationValues) {
    let standard = Configuration.Webhook(
      format: .init(rawValue: values.text("webhook.format") ?? "") ?? .standard,
      secret: SecretSource(values, "webhook.secret"))
    self.standard = standard
    var hosts: [String: Configuration.Webhook] = [:]
    for host in values.names(under: ["webhook", "host"]) {
      let own = values.table(["webhook", "host", host])
      hosts[host.lowercased()] = Configuration.Webhook(
        format: own.text("format").flatMap { .init(rawValue: $0) } ?? standard.format,
        secret: SecretSource(own, "secret") ?? standard.secret)
    }
    self.hosts = hosts
    allowedNetworks = values.list("webhook.allowed-networks").compactMap { NetworkRange($0) }
    caFile = values.text("webhook.ca-file")
    timeout = values.integer("webhook.timeout") ?? 30
  }
}
