package import Addresses
package import SettingKeys

/// Mails to one unit each, which are handed to the office's mail server.
package struct MailChannel: SingleChannel {
  package static let key = Channel.mail
  package static let addresses: AddressForm? = AddressForm(
    key, expectedVi: "một địa chỉ như vanphong@so.example.vn",
    expectedEn: "one address like office@department.example.vn"
  ) { MailAddress(recipient: $0) != nil }

  /// Nil if no mail server is set up; the Maildir and the journal may still get copies.
  let settings: MailSettings?
  let credentials: String?
  /// Also of the mails that only a Maildir gets.
  package let replyTo: Mailbox?
  /// One connection for all mails, made when it is first needed.
  private var transport: Result<SMTPTransport, SetUpProblem>?

  package init(_ values: ConfigurationValues, credentials: String?) {
    settings = MailSettings(values)
    replyTo = values.mailbox("mail.reply-to")
    self.credentials = credentials
  }

  package var isSetUp: Bool { settings != nil }

  package func allows(_ address: String) -> Bool { settings?.allows(address) ?? true }

  package func peer(of address: String) -> String { "smtp" }

  package func render(_ notification: FinishedNotification) throws(RenderProblem) -> RenderedNotification {
    let focal = notification.focalPoint
    guard let address = MailAddress(notification.address),
      let from = settings?.from ?? focal ?? MailAddress("nhacviec@localhost.localdomain").map({ Mailbox($0) }),
      let id = MessageID("\(notification.id)@\(from.address.domain)")
    else { throw RenderProblem(words: .init(vi: "địa chỉ thư không hợp lệ", en: "invalid mail address")) }
    let replyTo = replyTo ?? focal
    let envelope = Envelope(
      messageID: id, date: notification.slot, zoneOffset: notification.zoneOffset, from: from,
      returnPath: replyTo?.address ?? from.address, replyTo: replyTo,
      recipients: [Mailbox(name: notification.recipient, address)], subject: notification.subject,
      text: notification.text, html: notification.html, factsHead: notification.factsHead,
      calendar: notification.calendar.map { CalendarAttachment(name: "nhacviec.ics", text: $0) })
    do throws(EnvelopeFailure) {
      let mail = try MailMessage(rendering: envelope)
      return RenderedNotification(body: mail.bytes, returnPath: mail.returnPath)
    } catch {
      throw RenderProblem(words: error.words)
    }
  }

  package mutating func send(_ message: StoredNotification, to address: String, at now: Int) -> SendingOutcome {
    guard let settings else {
      return .notSetUp(.init(vi: "chưa cấu hình máy chủ thư", en: "no mail server is configured"), .all)
    }
    guard settings.allows(address), let recipient = MailAddress(recipient: address),
      let sender = message.returnPath.flatMap({ MailAddress($0) })
    else { return .forbidden(to: address) }
    let made =
      transport
      ?? Result { [credentials] () throws(SetUpProblem) in try settings.transport(credentials: credentials) }
    transport = made
    switch made {
    case .success(let transport): return .tried(transport.send(message.body, returnPath: sender, to: recipient))
    case .failure(let problem): return .notSetUp(problem.words, .all)
    }
  }
}
