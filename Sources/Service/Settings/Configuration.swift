package import Addresses
package import Channels
package import CivilCalendar
package import Presentation
package import Reminders
package import SettingKeys

/// The configuration file's values, checked, with what holds where it says nothing.
package struct Configuration: Sendable {
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
  /// Whether the file names their folder.
  package var setsTemplates: Bool { values.entry("templates") != nil }
  /// Those that may be used for units that have an address of them.
  package var channels: Set<Channel>
  package var office: Office
  package var weeklySheet: WeeklySheet
  package var limits: RoundLimits
  package var retentionMonths: Int
  /// How long the rule folder must be left alone before the daemon reads it.
  package var daemonQuietSeconds: Int
  /// As read, with what holds where the file says nothing.
  package let values: ConfigurationValues

  /// All of it as lines, for `config show`.
  package var settings: [ConfigurationSetting] { values.settings }

  /// Every secret that it names, with the key that names it.
  package var secrets: [(key: String, source: SecretSource)] {
    ChannelCatalog.all.flatMap { $0.secrets(in: values) }
  }

  /// The mail server, which `doctor` looks at more closely; nil: no mail is sent.
  package var mail: MailSettings? { MailSettings(values) }
  package var writesJournal: Bool { JournalChannel.isWanted(values) }
  package var maildir: String? { MaildirChannel.folder(values) }

  /// Of an empty file.
  package static var standard: Configuration { Configuration(ConfigurationValues(ConfigurationKey.all)) }

  init(_ values: ConfigurationValues) {
    language = values.choice("language") ?? ConfigurationKey.language
    rules = values.text("rules")
    state = values.text("state")
    templates = values.text("templates") ?? ""
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
    channels = ChannelCatalog.forms.count
    timesUsual = values.number("limits.times-usual")
    alwaysAllowed = values.number("limits.always-allowed")
    clockDays = values.number("limits.clock-days")
    needsSynchronisedClock = values.boolean("limits.synchronised-clock")
  }
}
