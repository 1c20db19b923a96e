package import Addresses

/// What a mail says and to whom, before it is bytes.
package struct Envelope: Hashable, Sendable {
  /// The same for every copy and every attempt.
  package var messageID: MessageID
  /// The instant that the mail belongs to: seconds since 1970, UTC; years 1970 to 9999. No clock is read.
  package var date: Int
  /// Minutes east of Greenwich that the Date header is written in; Việt Nam is 420.
  package var zoneOffset: Int
  package var from: Mailbox
  /// Where what cannot be delivered comes back to (the focal point).
  package var returnPath: MailAddress
  package var replyTo: Mailbox?
  /// All are shown in the To header.
  package var recipients: [Mailbox]
  package var subject: String
  /// Lines may end with LF, CRLF or CR.
  package var text: String
  package var html: String?
  package var calendar: CalendarAttachment?

  package init(
    messageID: MessageID, date: Int, zoneOffset: Int = 420, from: Mailbox, returnPath: MailAddress,
    replyTo: Mailbox? = nil, recipients: [Mailbox], subject: String, text: String,
    html: String? = nil, calendar: CalendarAttachment? = nil
  ) {
    self.messageID = messageID
    self.date = date
    self.zoneOffset = zoneOffset
    self.from = from
    self.returnPath = returnPath
    self.replyTo = replyTo
    self.recipients = recipients
    self.subject = subject
    self.text = text
    self.html = html
    self.calendar = calendar
  }
}

/// A calendar file sent along; `METHOD:PUBLISH` must stand in it (RFC 5546, 3.2.1).
package struct CalendarAttachment: Hashable, Sendable {
  /// A file name, may be Vietnamese; without folders.
  package var name: String
  /// iCalendar (RFC 5545).
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// Why an envelope is not made into a mail.
package enum EnvelopeFailure: Error, Hashable, Sendable {
  /// A control or bidirectional character, or a line break, in a header (its name is given).
  case harmfulCharacter(header: String)
  case emptySubject
  case noRecipients
  case dateOutOfRange(Int)
  /// Not a plain file name.
  case invalidFileName(String)
  /// No line `METHOD:PUBLISH` in the calendar file.
  case calendarWithoutMethod

  package var words: TransportWords {
    switch self {
    case .harmfulCharacter(let header):
      TransportWords(
        vi: "phần đầu thư “\(header)” chứa ký tự điều khiển hoặc xuống dòng",
        en: "the mail header “\(header)” contains a control character or line break")
    case .emptySubject: TransportWords(vi: "thư không có tiêu đề", en: "the mail has no subject")
    case .noRecipients:
      TransportWords(vi: "thư không có người nhận", en: "the mail has no recipient")
    case .dateOutOfRange(let date):
      TransportWords(
        vi: "thời điểm \(date) nằm ngoài các năm 1970–9999",
        en: "\(date) is outside the years 1970–9999")
    case .invalidFileName(let name):
      TransportWords(
        vi: "tên tệp đính kèm không hợp lệ: \(PlainWords.line(name))",
        en: "not a valid name for an attachment: \(PlainWords.line(name))")
    case .calendarWithoutMethod:
      TransportWords(
        vi: "tệp lịch không có dòng METHOD:PUBLISH",
        en: "the calendar file has no line METHOD:PUBLISH")
    }
  }
}
