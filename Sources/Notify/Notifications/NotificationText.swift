package import Presentation
package import Reminders

/// One message as it goes out: every form that a channel may want, of the same words. The same input gives the same bytes.
package struct NotificationText: Hashable, Sendable {
  package var language: Language
  /// One line.
  package var subject: String
  package var text: String
  package var html: String
  /// For chat tools.
  package var chat: String
  /// Body of a webhook (docs/delivery.md).
  package var json: [UInt8]
  /// One for each notice.
  package var journal: [JournalRecord]
  /// iCalendar, `METHOD:PUBLISH`; nil where no notice wants one.
  package var calendar: String?
  /// From 1.
  package var part: Int
  package var parts: Int
  /// Of the notices in it.
  package var keys: [NoticeKey]
}

/// What the systemd journal is told of one notice.
package struct JournalRecord: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    /// Upper-case letters and `_`; the prefix `NHACVIEC_` is the transport's.
    package var name: String
    package var value: String
  }

  package var message: String
  /// As in syslog: 4 a warning, 5 a notice, 6 an information.
  package var priority: Int
  package var fields: [Field]

  /// The kind of message, for `journalctl MESSAGE_ID=`.
  package static let messageID = "7c1d3f0a52b84e6f9a0e4d2b6c8f1a35"
}
