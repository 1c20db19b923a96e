package import Addresses
import Channels
package import CivilCalendar
package import Presentation
package import Reminders
package import SettingKeys

/// The checked values of the configuration file, with defaults for those that it does not have.
package struct Configuration: Sendable {
  /// The time zone and the hours of the office.
  package struct Office: Sendable {
    /// An IANA name.
    package var timeZone: String
    /// When messages go out: minutes since midnight.
    package var slot: Int
    /// The end of office hours: minutes since midnight.
    package var closing: Int
    /// The quiet hours: minutes since midnight.
    package var quietFrom: Int
    package var quietUntil: Int
  }

  /// When the leader's weekly sheet goes out.
  package struct WeeklySheet: Sendable {
    package var day: Weekday
    /// Minutes since midnight.
    package var minute: Int
  }

  /// Who reports, for the heading and the signature of a Word report; nil where the file does not say it.
  package struct Letterhead: Sendable {
    package var superior: String?
    package var office: String?
    package var code: String?
    package var place: String?
    package var signerTitle: String?
    package var signer: String?
  }

  package var language: Language
  /// Whether the file has the language.
  package var setsLanguage: Bool { values.entry("language") != nil }
  /// The rule folder; nil if the file names none.
  package var rules: String?
  /// The state folder; nil if the file names none.
  package var state: String?
  /// The folder of the office's own templates, which need not exist.
  package var templates: String
  /// Whether the file names their folder.
  package var setsTemplates: Bool { values.entry("templates") != nil }
  /// The mailbox that units answer to; nil if rounds read none.
  package var answers: String?
  /// The channels that may be used for units with an address of the channel.
  package var channels: Set<Channel>
  /// The forms of addresses of all channels, also of those that the file describes.
  package let addressForms: [AddressForm]
  package var office: Office
  package var weeklySheet: WeeklySheet
  package var limits: RoundLimits
  /// How many months sent texts are kept.
  package var retentionMonths: Int
  /// How many seconds the rule folder must be left alone before the daemon reads it.
  package var daemonQuietSeconds: Int
  /// Where the pages and calendars are, without a stroke at its end; nil if the file does not say it.
  package var webAddress: String?
  /// Whether there is a mail server, without which nobody can sign in by a mailbox.
  package var sendsMail: Bool { values.text("mail.server") != nil }
  /// Proxies before the web server, whose addresses are not those of who asks.
  package var webProxies: Set<String> { Set(values.list("web.proxies")) }
  package var letterhead: Letterhead
  /// Who may record what.
  package var roles: Roles
  /// All values by their keys.
  package let values: ConfigurationValues

  /// All keys and their values, for `config show`.
  package var settings: [ConfigurationSetting] { values.settings }

  /// All secrets that the file names, with the keys that name them.
  package var secrets: [(key: String, source: SecretSource)] {
    ChannelCatalog.all.flatMap { $0.secrets(in: values) }
  }

  /// Whether notices are also written to the systemd journal.
  package var writesJournal: Bool { JournalChannel.isWanted(values) }

  /// The configuration of an empty file.
  package static var standard: Configuration { Configuration(ConfigurationValues(ConfigurationKey.all)) }

  init(_ values: ConfigurationValues) {
    language = values.choice("language") ?? ConfigurationKey.language
    rules = values.text("rules")
    state = values.text("state")
    templates = values.text("templates") ?? ""
    answers = values.text("replies.maildir")
    addressForms = ChannelSet(values, credentials: nil).forms
    let used = values.entry("delivery.channels") == nil ? nil : values.list("delivery.channels")
    channels = Set(used?.map { Channel(rawValue: $0) } ?? addressForms.map(\.channel))
    office = Office(
      timeZone: values.text("office.time-zone") ?? "", slot: values.minutes("office.slot"),
      closing: values.minutes("office.closing"), quietFrom: values.minutes("office.quiet-from"),
      quietUntil: values.minutes("office.quiet-until"))
    let day = ConfigurationKey.weekdays.firstIndex(of: values.text("weekly-sheet.day") ?? "") ?? 0
    weeklySheet = WeeklySheet(
      day: Weekday(rawValue: day + 1) ?? .monday, minute: values.minutes("weekly-sheet.time"))
    limits = RoundLimits(values)
    limits.channels = addressForms.count
    retentionMonths = values.number("retention.months")
    daemonQuietSeconds = values.number("daemon.quiet-seconds")
    webAddress = values.text("web.address").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    letterhead = Letterhead(
      superior: values.text("letterhead.superior"), office: values.text("letterhead.office"),
      code: values.text("letterhead.code"),
      place: values.text("letterhead.place"), signerTitle: values.text("letterhead.signer-title"),
      signer: values.text("letterhead.signer"))
    roles = Roles(values)
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
    needsSynchronisedClock = values.boolean("limits.synchronised-clock")
  }
}
