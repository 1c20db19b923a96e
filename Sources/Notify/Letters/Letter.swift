public import Messages
public import Reminders

/// One message as it goes out: every form that a channel may want, of the same words. The same input gives the same bytes.
public struct Letter: Hashable, Sendable {
  public var language: Language
  /// One line.
  public var subject: String
  public var text: String
  public var html: String
  /// For chat tools.
  public var chat: String
  /// Body of a webhook (docs/delivery.md).
  public var json: [UInt8]
  /// One for each notice.
  public var journal: [JournalRecord]
  /// iCalendar, `METHOD:PUBLISH`; nil where no notice wants one.
  public var calendar: String?
  /// From 1.
  public var part: Int
  public var parts: Int
  /// Of the notices in it.
  public var keys: [NoticeKey]
}

/// What the systemd journal is told of one notice.
public struct JournalRecord: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    /// Upper-case letters and `_`; the prefix `NHACVIEC_` is the transport's.
    public var name: String
    public var value: String
  }

  public var message: String
  /// As in syslog: 4 a warning, 5 a notice, 6 an information.
  public var priority: Int
  public var fields: [Field]

  /// The kind of message, for `journalctl MESSAGE_ID=`.
  public static let messageID = "7c1d3f0a52b84e6f9a0e4d2b6c8f1a35"
}
