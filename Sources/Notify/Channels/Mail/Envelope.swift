package import Addresses
package import Diagnostics

/// The content and the addresses of a mail, before it is rendered.
package struct Envelope: Hashable, Sendable {
  /// The id that all copies have, at every attempt.
  package var messageID: MessageID
  /// The time in the Date header, which is that of the slot and not read from a clock: seconds since 1970, UTC, in the
  /// years 1970 to 9998.
  package var date: Int
  /// The time zone of the Date header, in minutes east of Greenwich; 420 for Việt Nam.
  package var zoneOffset: Int
  package var from: Mailbox
  /// The address to which a mail that cannot be delivered comes back.
  package var returnPath: MailAddress
  package var replyTo: Mailbox?
  /// The recipients, all of whom the To header shows.
  package var recipients: [Mailbox]
  package var subject: String
  /// Lines may end with LF, CRLF or CR.
  package var text: String
  package var html: String?
  /// The head of the log of facts, `COUNT:HASH`, which shows any later change to these facts.
  package var factsHead: String?
  package var calendar: CalendarAttachment?

  package init(
    messageID: MessageID, date: Int, zoneOffset: Int = 420, from: Mailbox, returnPath: MailAddress,
    replyTo: Mailbox? = nil, recipients: [Mailbox], subject: String, text: String,
    html: String? = nil, factsHead: String? = nil, calendar: CalendarAttachment? = nil
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
    self.factsHead = factsHead
    self.calendar = calendar
  }
}

/// A calendar file that is sent along. It must contain `METHOD:PUBLISH` (RFC 5546, 3.2.1).
package struct CalendarAttachment: Hashable, Sendable {
  /// The file name without folders, which may be Vietnamese.
  package var name: String
  /// iCalendar (RFC 5545).
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// Why an envelope cannot be rendered.
package enum EnvelopeFailure: Error, Hashable, Sendable {
  /// A control or bidirectional character, or a line break, in the header of this name.
  case harmfulCharacter(header: String)
  case emptySubject
  case noRecipients
  case dateOutOfRange(Int)
  /// Not a plain file name.
  case invalidFileName(String)
  /// No line `METHOD:PUBLISH` in the calendar file.
  case calendarWithoutMethod

  package var words: Bilingual {
    switch self {
    case .harmfulCharacter(let header):
      Bilingual(
        vi: "phần đầu thư “\(header)” chứa ký tự điều khiển hoặc xuống dòng",
        en: "the mail header “\(header)” contains a control character or line break")
    case .emptySubject: Bilingual(vi: "thư không có tiêu đề", en: "the mail has no subject")
    case .noRecipients:
      Bilingual(vi: "thư không có người nhận", en: "the mail has no recipient")
    case .dateOutOfRange(let date):
      Bilingual(
        vi: "thời điểm \(date) nằm ngoài các năm 1970–9999",
        en: "\(date) is outside the years 1970–9999")
    case .invalidFileName(let name):
      Bilingual(
        vi: "tên tệp đính kèm không hợp lệ: \(PlainWords.line(name))",
        en: "not a valid name for an attachment: \(PlainWords.line(name))")
    case .calendarWithoutMethod:
      Bilingual(
        vi: "tệp lịch không có dòng METHOD:PUBLISH",
        en: "the calendar file has no line METHOD:PUBLISH")
    }
  }
}
