package import Addresses
package import SettingKeys

/// All channels as one configuration sets them up, each with the connections that it keeps. For one thread at a time.
package struct ChannelSet {
  private var channels: [Channel: any NotificationChannel] = [:]

  /// - Parameters:
  ///   - credentials: `$CREDENTIALS_DIRECTORY`.
  ///   - absent: those that this machine does not have.
  package init(_ values: ConfigurationValues, credentials: String?, without absent: Set<Channel> = []) {
    for type in ChannelCatalog.all where !absent.contains(type.key) {
      channels[type.key] = type.init(values, credentials: credentials)
    }
  }

  /// Nil: there is no such channel.
  package subscript(_ channel: Channel) -> (any NotificationChannel)? { channels[channel] }

  /// Those that are set up and get a copy of what goes out through `channel`.
  package func copying(_ channel: Channel, isReminder: Bool = true) -> [Channel] {
    channels.values.filter { $0.isSetUp && $0.copies(channel, isReminder: isReminder) }.map { type(of: $0).key }
      .sorted()
  }

  /// Nobody gets what goes out through `channel`, neither itself nor as a copy.
  package func isDeadEnd(_ channel: Channel) -> Bool {
    channels[channel]?.isSetUp != true && copying(channel).isEmpty
  }

  /// No person gets it: what nobody reads does not count.
  package func isUnread(_ channel: Channel) -> Bool {
    channels[channel]?.isSetUp != true
      && !copying(channel).contains { key in channels[key].map { type(of: $0).isRead } ?? false }
  }

  /// What copies get beside the bytes of the message.
  package func entries(for records: [NoticeRecord], of channel: Channel) -> [[UInt8]] {
    copying(channel).flatMap { channels[$0]?.entries(for: records) ?? [] }
  }

  /// Blocks until there is an outcome.
  package mutating func send(
    _ message: StoredNotification, to address: String, by channel: Channel, at now: Int
  ) -> SendingOutcome {
    channels[channel]?.send(message, to: address, at: now)
      ?? .notSetUp(.init(vi: "không có kênh “\(channel)”", en: "there is no channel “\(channel)”"), .nobody)
  }
}
