package import Addresses
package import SettingKeys

/// The systemd journal, which gets an entry for each notice.
package struct JournalChannel: SingleChannel {
  package static let key = Channel(rawValue: "journal")
  package static let settings = [
    ConfigurationKey(
      "journal.enabled", .boolean, .boolean(true), vi: "ghi mỗi thông báo vào nhật ký systemd",
      en: "whether each notice is also written to the systemd journal")
  ]
  package let isRead = false

  package let isSetUp: Bool
  private var transport: JournalTransport?

  package init(_ values: ConfigurationValues, credentials: String?) { isSetUp = Self.isWanted(values) }

  /// Whether the configuration wants notices in the journal, which the machine may lack.
  package static func isWanted(_ values: ConfigurationValues) -> Bool { values.boolean("journal.enabled") }

  package func copies(_ channel: Channel, isReminder: Bool) -> Bool { isReminder }

  package func entries(for records: [NoticeRecord]) -> [[UInt8]] {
    records.compactMap { record in
      guard
        var entry = JournalEntry(message: record.message, messageID: record.messageID, priority: record.priority)
      else { return nil }
      for field in record.fields { try? entry.add(field.name, field.value) }
      return entry.bytes
    }
  }

  package mutating func send(_ message: StoredNotification, to address: String, at now: Int) -> SendingOutcome {
    let open = transport ?? JournalTransport()
    transport = open
    for entry in message.entries {
      let outcome = open.send(entry)
      guard outcome == .delivered else { return .tried(outcome) }
    }
    return .tried(.delivered)
  }
}
