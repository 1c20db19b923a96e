package import Addresses

/// A mail as it is sent: rendered once, stored, and sent unchanged at every attempt.
package struct MailMessage: Hashable, Sendable {
  package let messageID: MessageID
  /// The mail (RFC 5322, MIME) in ASCII, with CRLF at the end of every line, and no line longer than 76 characters
  /// except that of the Message-ID.
  package let bytes: [UInt8]
  package let returnPath: MailAddress
  package let recipients: [MailAddress]

  /// A mail as it was stored.
  package init(
    messageID: MessageID, bytes: [UInt8], returnPath: MailAddress, recipients: [MailAddress]
  ) {
    self.messageID = messageID
    self.bytes = bytes
    self.returnPath = returnPath
    self.recipients = recipients
  }

  /// Renders an envelope. This is a pure function: equal envelopes give equal bytes.
  package init(rendering envelope: Envelope) throws(EnvelopeFailure) {
    var writer = HeaderWriter()
    try Self.writeHeaders(of: envelope, to: &writer)
    var bytes = writer.bytes
    try MailBody(of: envelope).write(to: &bytes)
    self.bytes = bytes
    messageID = envelope.messageID
    returnPath = envelope.returnPath
    recipients = envelope.recipients.map(\.address)
  }

  private static func writeHeaders(of envelope: Envelope, to writer: inout HeaderWriter)
    throws(EnvelopeFailure)
  {
    guard !envelope.recipients.isEmpty else { throw .noRecipients }
    guard envelope.subject.utf8.contains(where: { $0 != 0x20 }) else { throw .emptySubject }
    guard let date = MailDate.text(envelope.date, zoneOffset: envelope.zoneOffset) else {
      throw .dateOutOfRange(envelope.date)
    }
    writer.plain("Date", date)
    try writer.mailboxes("From", [envelope.from])
    if let replyTo = envelope.replyTo { try writer.mailboxes("Reply-To", [replyTo]) }
    try writer.mailboxes("To", envelope.recipients)
    try writer.text("Subject", envelope.subject)
    writer.plain("Message-ID", "<\(envelope.messageID)>")
    // RFC 3834, 5: no absence notice answers it; X-Auto-Response-Suppress tells Exchange the same.
    writer.plain("Auto-Submitted", "auto-generated")
    writer.plain("X-Auto-Response-Suppress", "OOF, AutoReply")
    if let head = envelope.factsHead { try writer.word("X-NhacViec-Facts", head) }
    writer.plain("MIME-Version", "1.0")
  }
}
