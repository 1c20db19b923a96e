package import Addresses
package import Diagnostics
package import SettingKeys

/// A way by which notifications go out. Each kind of channel has a folder in this room and a line in `ChannelCatalog`. The code
/// that decides, logs, configures or shows uses what is declared here, and knows no channel by name.
///
/// Units have addresses of most channels. The other channels get copies of what goes to these addresses.
package protocol NotificationChannel {
  /// Its keys in the configuration file.
  static var settings: [ConfigurationKey] { get }
  /// Mistakes that single values do not show: keys that need or contradict one another.
  static func problems(in values: ConfigurationValues, _ source: SourceText) -> [Diagnostic]
  /// The secrets that the configuration names for it, with the keys that name them.
  static func secrets(in values: ConfigurationValues) -> [(key: String, source: SecretSource)]
  /// The channels of this kind: one, or as many as the configuration describes.
  ///
  /// - Parameter credentials: `$CREDENTIALS_DIRECTORY`.
  static func channels(in values: ConfigurationValues, credentials: String?) -> [any NotificationChannel]

  /// Its name in logs, databases and rules, which never changes.
  var key: Channel { get }
  /// The form of units' addresses; nil if units have none.
  var form: AddressForm? { get }
  /// Whether somebody reads what it keeps, so that a copy there reaches a person.
  var isRead: Bool { get }
  /// Whether the configuration has what it needs for sending.
  var isSetUp: Bool { get }
  /// Where answers go by the configuration, in place of the plan's focal point; nil if it names nobody.
  var replyTo: Mailbox? { get }
  /// Whether the configuration lets it write to an address of its form.
  func allows(_ address: String) -> Bool
  /// Whether it gets a copy of what goes out through `channel`.
  func copies(_ channel: Channel, isReminder: Bool) -> Bool
  /// The bytes that go to the recipient. This is a pure function.
  func render(_ notification: FinishedNotification) throws(RenderProblem) -> RenderedNotification
  /// What a channel that gets copies keeps beside these bytes, an entry for each record.
  func entries(for records: [NoticeRecord]) -> [[UInt8]]
  /// What the address depends on, such as a server: when that fails, other addresses with the same peer fail too.
  func peer(of address: String) -> String
  /// Sends a message to one address. Blocks until there is an outcome.
  ///
  /// - Parameter now: seconds since 1970, UTC.
  mutating func send(_ message: StoredNotification, to address: String, at now: Int) -> SendingOutcome
}

extension NotificationChannel {
  package static var settings: [ConfigurationKey] { [] }
  package static func problems(in values: ConfigurationValues, _ source: SourceText) -> [Diagnostic] { [] }
  package static func secrets(in values: ConfigurationValues) -> [(key: String, source: SecretSource)] { [] }
  package var isRead: Bool { true }

  package var replyTo: Mailbox? { nil }
  package func allows(_ address: String) -> Bool { true }
  package func copies(_ channel: Channel, isReminder: Bool) -> Bool { false }
  package func entries(for records: [NoticeRecord]) -> [[UInt8]] { [] }
  package func peer(of address: String) -> String { address }

  /// For channels that get copies, which the channel renders that they are copies of.
  package func render(_ notification: FinishedNotification) throws(RenderProblem) -> RenderedNotification {
    throw RenderProblem(words: .init(vi: "kênh này chỉ nhận bản sao", en: "the channel takes copies only"))
  }
}

/// A channel of which there is one, whatever the configuration says.
package protocol SingleChannel: NotificationChannel {
  static var key: Channel { get }
  static var addresses: AddressForm? { get }
  /// The address as people may see it who have access to the log.
  static func place(of address: String) -> String

  init(_ values: ConfigurationValues, credentials: String?)
}

extension SingleChannel {
  package static var addresses: AddressForm? { nil }
  package static func place(of address: String) -> String { address }
  package static func channels(in values: ConfigurationValues, credentials: String?) -> [any NotificationChannel] {
    [Self(values, credentials: credentials)]
  }

  package var key: Channel { Self.key }
  package var form: AddressForm? { Self.addresses }
}

/// Why a channel cannot render a notification.
package struct RenderProblem: Error, Sendable {
  package var words: Bilingual
}

/// The result of sending a message.
package enum SendingOutcome: Sendable {
  case tried(TransportOutcome)
  /// Nothing was tried, because the configuration lacks something.
  case notSetUp(Bilingual, TransportProblem.Concern)
  /// Nothing was tried, because the configuration or the form of addresses no longer allows the address.
  case forbidden(Bilingual)

  static func forbidden(to address: String) -> SendingOutcome {
    .forbidden(Bilingual(vi: "cấu hình không cho gửi tới \(address)", en: "the configuration forbids \(address)"))
  }
}

/// What is missing or wrong in the configuration of a transport.
package struct SetUpProblem: Error, Sendable {
  package var words: Bilingual
}

extension SecretSource {
  /// The secret's text.
  func text(credentials folder: String?) throws(SetUpProblem) -> String {
    do throws(SecretFailure) {
      return String(decoding: try read(credentials: folder).bytes, as: UTF8.self)
    } catch {
      throw SetUpProblem(words: error.words)
    }
  }
}
