/// An edited register that somebody sent on a page: what the daemon tells who reads it besides its bytes.
package struct SentRegister: Hashable, Sendable {
  /// Who sent it, as the daemon knows them.
  package enum Sender: Hashable, Sendable {
    case login(String)
    /// A unit by its id that signed in by its mailbox, with the mailbox's mark in hexadecimal digits.
    case unit(String, mailbox: String)

    package var text: String {
      switch self {
      case .login(let login): "login \(login)"
      case .unit(let id, let mailbox): "unit \(mailbox) \(id)"
      }
    }

    package init?(text: String) {
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, SentRegister.isName(parts[1]) else { return nil }
      switch parts[0] {
      case "login": self = .login(parts[1])
      case "unit":
        let rest = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
        guard rest.count == 2, rest[0].allSatisfy(\.isHexDigit) else { return nil }
        self = .unit(rest[1], mailbox: rest[0])
      default: return nil
      }
    }
  }

  /// The id of the plan.
  package let plan: String
  package let sender: Sender
  /// Whether the marked copy is to be in Vietnamese; else it is in English.
  package let isVietnamese: Bool
  /// Of the file, in hexadecimal digits.
  package let hash: String
  /// The name of the file.
  package let file: String

  /// The longest name, in bytes.
  package static let longestName = SpoolRequest.longestName

  /// Nil if a name has line ends, or is longer than names are.
  package init?(plan: String, sender: Sender, isVietnamese: Bool, hash: String, file: String) {
    guard [plan, file].allSatisfy(Self.isName), hash.utf8.count == 64, Sender(text: sender.text) == sender else {
      return nil
    }
    (self.plan, self.sender, self.isVietnamese, self.hash, self.file) = (plan, sender, isVietnamese, hash, file)
  }

  fileprivate static func isName(_ text: String) -> Bool {
    (1...longestName + 20).contains(text.utf8.count) && !text.contains(where: \.isNewline)
  }

  /// As lines: what it is, the file's hash, the plan, the sender, the file's name.
  var text: String { "\(isVietnamese ? "vi" : "en") \(hash)\n\(plan)\n\(sender.text)\n\(file)" }

  init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = (lines.first ?? "").split(separator: " ").map(String.init)
    guard (4...5).contains(lines.count), lines.count == 4 || lines[4].isEmpty, head.count == 2,
      ["vi", "en"].contains(head[0]), let sender = Sender(text: lines[2])
    else { return nil }
    self.init(plan: lines[1], sender: sender, isVietnamese: head[0] == "vi", hash: head[1], file: lines[3])
  }
}
