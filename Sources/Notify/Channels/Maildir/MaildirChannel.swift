package import Addresses
package import SettingKeys

/// A folder of this machine, which gets a copy of each mail.
package struct MaildirChannel: NotificationChannel {
  package static let key = Channel(rawValue: "maildir")
  package static let settings = [
    ConfigurationKey(
      "maildir.path", .path, nil, example: "\"/var/lib/nhacviec/maildir\"",
      vi: "chép mỗi thư vào Maildir này", en: "a Maildir that gets a copy of each mail")
  ]

  private let transport: MaildirTransport?

  package init(_ values: ConfigurationValues, credentials: String?) {
    transport = Self.folder(values).map { MaildirTransport(folder: $0) }
  }

  /// The folder; nil if the configuration names none.
  package static func folder(_ values: ConfigurationValues) -> String? { values.text("maildir.path") }

  package var isSetUp: Bool { transport != nil }

  package func copies(_ channel: Channel, isReminder: Bool) -> Bool { channel == .mail }

  package mutating func send(_ message: StoredNotification, to address: String, at now: Int) -> SendingOutcome {
    guard let transport, let sender = message.returnPath.flatMap({ MailAddress($0) }),
      let id = MessageID("\(message.id)@nhacviec")
    else { return .notSetUp(.init(vi: "chưa cấu hình Maildir", en: "no Maildir is configured"), .nobody) }
    let mail = MailMessage(messageID: id, bytes: message.body, returnPath: sender, recipients: [])
    return .tried(transport.put(mail, date: message.slot))
  }
}
