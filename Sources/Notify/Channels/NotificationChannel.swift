package import Addresses
package import Diagnostics
package import SettingKeys

/// A way by which notifications go out. All of it stands in one folder of this room, and in the list of `ChannelCatalog`:
/// whoever decides, logs, configures or shows asks for what is declared here, and knows no channel by name.
///
/// Most channels have addresses of units. The others get copies of what goes to them.
package protocol NotificationChannel {
  /// As logs, databases and rules name it; never changed.
  static var key: Channel { get }
  /// Its keys in the configuration file.
  static var settings: [ConfigurationKey] { get }
  /// What single values cannot show: keys that need one another, or speak against one another.
  static func problems(in values: ConfigurationValues, _ source: SourceText) -> [Diagnostic]
  /// The secrets that the configuration names for it, with the keys that name them.
  static func secrets(in values: ConfigurationValues) -> [(key: String, source: SecretSource)]
  /// What addresses of units look like; nil: no unit has one.
  static var addresses: AddressForm? { get }
  /// The address as people with access to the log may see it.
  static func place(of address: String) -> String
  /// Somebody reads what it keeps, so that a copy there is a way out.
  static var isRead: Bool { get }

  /// - Parameter credentials: `$CREDENTIALS_DIRECTORY`.
  init(_ values: ConfigurationValues, credentials: String?)

  /// The configuration gives it a way out.
  var isSetUp: Bool { get }
  /// Whether the configuration lets it write to an address of its form.
  func allows(_ address: String) -> Bool
  /// Whether it gets a copy of what goes out through `channel`.
  func copies(_ channel: Channel, isReminder: Bool) -> Bool
  /// The bytes that go to the recipient: a pure function.
  func render(_ notification: FinishedNotification) throws(RenderProblem) -> RenderedNotification
  /// What is kept for it beside those bytes, an entry each.
  func entries(for records: [NoticeRecord]) -> [[UInt8]]
  /// What fails together with the address, such as a server.
  func peer(of address: String) -> String
  /// Blocks until there is an outcome.
  ///
  /// - Parameter now: seconds since 1970, UTC.
  mutating func send(_ message: StoredNotification, to address: String, at now: Int) -> SendingOutcome
}

extension NotificationChannel {
  package static var settings: [ConfigurationKey] { [] }
  package static func problems(in values: ConfigurationValues, _ source: SourceText) -> [Diagnostic] { [] }
  package static func secrets(in values: ConfigurationValues) -> [(key: String, source: SecretSource)] { [] }
  package static var addresses: AddressForm? { nil }
  package static func place(of address: String) -> String { address }
  package static var isRead: Bool { true }

  package func allows(_ address: String) -> Bool { true }
  package func copies(_ channel: Channel, isReminder: Bool) -> Bool { false }
  package func entries(for records: [NoticeRecord]) -> [[UInt8]] { [] }
  package func peer(of address: String) -> String { address }

  /// Of a channel for copies, which are rendered by the channel that they are copies of.
  package func render(_ notification: FinishedNotification) throws(RenderProblem) -> RenderedNotification {
    throw RenderProblem(words: .init(vi: "kênh này chỉ nhận bản sao", en: "the channel takes copies only"))
  }
}

/// Why a notification cannot be made into a channel's bytes.
package struct RenderProblem: Error, Sendable {
  package var words: TransportWords
}

/// What became of handing over.
package enum SendingOutcome: Sendable {
  case tried(TransportOutcome)
  /// Nothing was tried: the configuration lacks something.
  case notSetUp(TransportWords, TransportProblem.Concern)
  /// The configuration, or its own form, forbids the address by now.
  case forbidden(TransportWords)

  static func forbidden(to address: String) -> SendingOutcome {
    .forbidden(TransportWords(vi: "cấu hình không cho gửi tới \(address)", en: "the configuration forbids \(address)"))
  }
}

/// What the configuration lacks for a transport, or has wrong.
package struct SetUpProblem: Error, Sendable {
  package var words: TransportWords
}

extension SecretSource {
  /// The secret's text.
  func text(credentials folder: String?) throws(SetUpProblem) -> String {
    do throws(SecretFailure) {
      return String(decoding: try read(credentials: folder).bytes, as: UTF8.self)
    } catch {
      throw SetUpProblem(words: .init(vi: error.words.vi, en: error.words.en))
    }
  }
}
