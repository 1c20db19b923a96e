package import Presentation
package import Reminders

/// The finished words of one message, in every form that a channel may want. The same input gives the same bytes.
package struct NotificationText: Hashable, Sendable {
  package var language: Language
  /// The subject, in one line.
  package var subject: String
  package var text: String
  package var html: String
  /// The head of the log of facts, `COUNT:HASH`, where a weekly sheet is in it; nil otherwise.
  package var factsHead: String?
  /// The text for chat tools.
  package var chat: String
  /// The body of a webhook (docs/delivery.md).
  package var json: [UInt8]
  /// The records for the systemd journal, one for each notice.
  package var journal: [JournalRecord]
  /// The calendar file (iCalendar, `METHOD:PUBLISH`); nil if no notice wants one.
  package var calendar: String?
  /// The number of this part, from 1.
  package var part: Int
  /// How many parts there are.
  package var parts: Int
  /// The keys of the notices in it.
  package var keys: [NoticeKey]
}

/// The record of one notice in the systemd journal.
package struct JournalRecord: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    /// The name, of upper-case letters and `_`, without the prefix `NHACVIEC_`, which the transport adds.
    package var name: String
    package var value: String
  }

  package var message: String
  /// The priority of syslog: 4 is a warning, 5 a notice, 6 an information.
  package var priority: Int
  package var fields: [Field]

  /// The MESSAGE_ID by which `journalctl` finds these records.
  package static let messageID = "7c1d3f0a52b84e6f9a0e4d2b6c8f1a35"
}
