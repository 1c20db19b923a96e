public import Addresses
public import CivilCalendar
public import Messages

/// The configuration file's values, checked, with what holds where it says nothing.
public struct Configuration: Sendable {
  public enum Encryption: String, Sendable { case required, opportunistic, none, tls }
  public enum WebhookFormat: String, Sendable { case standard, json, text }
  public enum Channel: String, Sendable { case mail, webhook }

  public struct Mail: Sendable {
    public var server: String
    public var port: Int
    public var encryption: Encryption
    public var user: String?
    public var password: SecretSource?
    /// `a@b` or `Name <a@b>`.
    public var from: String
    /// Nil: the plan's focal point.
    public var replyTo: String?
    public var caFile: String?
    /// Seconds.
    public var timeout: Int
    /// Lower case; `*` alone: every domain.
    public var allowedDomains: [String]

    /// Whether a mail may go to `address`: its domain is one of the allowed, or lies below one (decision 45).
    public func allows(_ address: String) -> Bool {
      guard let at = address.lastIndex(of: "@") else { return false }
      let domain = address[address.index(after: at)...].lowercased()
      return !domain.isEmpty
        && allowedDomains.contains { $0 == "*" || domain == $0 || domain.hasSuffix("." + $0) }
    }
  }

  public struct Webhook: Sendable {
    public var format: WebhookFormat
    public var secret: SecretSource?
  }

  public struct Webhooks: Sendable {
    public var standard: Webhook
    /// By the host of the address, lower case.
    public var hosts: [String: Webhook]
    /// Private networks that may be called.
    public var allowedNetworks: [NetworkRange]
    public var caFile: String?
    /// Seconds.
    public var timeout: Int

    /// How `host` is called.
    public func webhook(for host: String) -> Webhook { hosts[host.lowercased()] ?? standard }
  }

  /// Minutes since midnight.
  public struct Office: Sendable {
    public var timeZone: String
    public var slot: Int
    public var closing: Int
  }

  public struct WeeklySheet: Sendable {
    public var day: Weekday
    /// Minutes since midnight.
    public var minute: Int
  }

  public struct Limits: Sendable {
    public var recipients: Int
    public var messages: Int
    public var timesUsual: Int
    public var alwaysAllowed: Int
    public var clockDays: Int
    public var needsSynchronisedClock: Bool
  }

  public var language: Language
  /// Whether the file says the language.
  public var setsLanguage: Bool { values.entry("language") != nil }
  public var rules: String?
  public var state: String?
  public var templates: String
  /// Nil: no mail is sent.
  public var mail: Mail?
  public var webhooks: Webhooks
  public var writesJournal: Bool
  public var maildir: String?
  public var channels: Set<Channel>
  public var noticesPerPart: Int
  public var office: Office
  public var weeklySheet: WeeklySheet
  public var limits: Limits
  public var retentionMonths: Int
  /// How long the rule folder must be left alone before the daemon reads it.
  public var daemonQuietSeconds: Int
  /// As read, with what holds where the file says nothing.
  private let values: ConfigurationValues

  /// All of it as lines, for `config show`.
  public var settings: [ConfigurationSetting] { values.settings }

  /// Every secret that it names, with the key that names it.
  public var secrets: [(key: String, source: SecretSource)] {
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
  public static var standard: Configuration { Configuration(ConfigurationValues()) }

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
