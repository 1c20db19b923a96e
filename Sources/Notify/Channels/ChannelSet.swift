package import Addresses
package import SettingKeys

/// All channels as one configuration sets them up, each with the connections that it keeps. Only one thread may use it
/// at a time.
package struct ChannelSet {
  /// In the order of the configuration's keys.
  private let order: [Channel]
  private var channels: [Channel: any NotificationChannel]

  /// - Parameters:
  ///   - credentials: `$CREDENTIALS_DIRECTORY`.
  ///   - absent: channels that this machine does not have.
  package init(_ values: ConfigurationValues, credentials: String?, without absent: Set<Channel> = []) {
    let all = ChannelCatalog.all.flatMap { $0.channels(in: values, credentials: credentials) }
      .filter { !absent.contains($0.key) }
    order = all.map(\.key)
    channels = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
  }

  /// All channels.
  var all: [any NotificationChannel] { order.compactMap { channels[$0] } }

  /// The forms of addresses of all channels of which units can have one.
  package var forms: [AddressForm] { all.compactMap(\.form) }

  /// The channel of this name; nil if there is none.
  package subscript(_ channel: Channel) -> (any NotificationChannel)? { channels[channel] }

  /// The channels that are set up and get a copy of what goes out through `channel`, sorted.
  package func copying(_ channel: Channel, isReminder: Bool = true) -> [Channel] {
    channels.values.filter { $0.isSetUp && $0.copies(channel, isReminder: isReminder) }.map(\.key).sorted()
  }

  /// Whether nobody gets what goes out through `channel`, neither directly nor as a copy.
  package func isDeadEnd(_ channel: Channel) -> Bool {
    channels[channel]?.isSetUp != true && copying(channel).isEmpty
  }

  /// Whether no person gets what goes out through `channel`; copies that nobody reads do not count.
  package func isUnread(_ channel: Channel) -> Bool {
    channels[channel]?.isSetUp != true
      && !copying(channel).contains { channels[$0]?.isRead ?? false }
  }

  /// What the channels that get copies keep beside the bytes of the message.
  package func entries(for records: [NoticeRecord], of channel: Channel) -> [[UInt8]] {
    copying(channel).flatMap { channels[$0]?.entries(for: records) ?? [] }
  }

  /// Sends a message to one address. Blocks until there is an outcome.
  package mutating func send(
    _ message: StoredNotification, to address: String, by channel: Channel, at now: Int
  ) -> SendingOutcome {
    channels[channel]?.send(message, to: address, at: now)
      ?? .notSetUp(.init(vi: "không có kênh “\(channel)”", en: "there is no channel “\(channel)”"), .nobody)
  }
}
