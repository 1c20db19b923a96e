import Addresses

/// Why a mail is no answer that a person wrote.
package enum MachineMail: Hashable, Sendable {
  /// A message came back, or a report of its delivery or reading.
  case bounce
  /// An absence notice, a mailing list, or another mail that a program sent by itself.
  case automatic

  /// Nil if a person wrote it.
  /// - Parameters:
  ///   - header: the first field of a name in lower case; nil if there is none.
  ///   - type: the content type of the whole mail.
  init?(_ header: (String) -> String?, author: MailAddress?, type: String) {
    func says(_ field: String, _ words: [String]) -> Bool {
      let value = header(field)?.lowercased() ?? ""
      return words.contains { value.hasPrefix($0) }
    }
    let mailbox = author?.text.prefix { $0 != "@" }.lowercased() ?? ""
    if type.lowercased() == "multipart/report" || header("return-path")?.filter({ !$0.isWhitespace }) == "<>"
      || Self.postmasters.contains(mailbox) || header("x-failed-recipients") != nil
    {
      self = .bounce
    } else if header("auto-submitted") != nil && !says("auto-submitted", ["no"])
      || Self.automaticFields.contains(where: { header($0) != nil })
      || says("precedence", ["bulk", "junk", "list", "auto_reply", "auto-reply"]) || says("subject", Self.absences)
    {
      self = .automatic
    } else {
      return nil
    }
  }

  private static let postmasters: Set<String> = ["mailer-daemon", "postmaster", "maildaemon"]

  private static let automaticFields = [
    "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-mail-autoreply", "list-id",
    "list-unsubscribe", "feedback-id",
  ]

  /// With which the subjects of absence notices begin, in lower case.
  private static let absences = [
    "out of office", "out-of-office", "automatic reply", "auto reply", "auto-reply", "autoreply", "auto:",
    "tự động trả lời", "trả lời tự động", "thư trả lời tự động", "thông báo vắng mặt", "vắng mặt", "ngoài văn phòng",
  ]
}
