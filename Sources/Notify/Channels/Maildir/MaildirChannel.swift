package import Addresses
import Glibc
package import SettingKeys

/// A folder of this machine, which gets a copy of each mail.
package struct MaildirChannel: SingleChannel {
  package static let key = Channel(rawValue: "maildir")
  package static let settings = [
    ConfigurationKey(
      "maildir.path", .path, nil, example: "\"/var/lib/nhacviec/maildir\"",
      vi: "chép mỗi thư vào Maildir này", en: "a Maildir that gets a copy of each mail")
  ]

  private let transport: MaildirTransport?

  package init(_ values: ConfigurationValues, credentials: String?) {
    transport = values.text("maildir.path").map { MaildirTransport(folder: $0) }
  }

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

extension MaildirChannel: TriableChannel {
  package var untried: ChannelFinding? { nil }

  package func trial() -> ChannelFinding? {
    guard let folder = transport?.folder, access(folder, W_OK) != 0 else { return nil }
    return ChannelFinding(
      channel: Self.key, severity: .broken,
      words: .init(vi: "không ghi được vào Maildir \(folder)", en: "the Maildir \(folder) cannot be written"))
  }
}
