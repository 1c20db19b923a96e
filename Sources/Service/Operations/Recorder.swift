package import AnswerLinks
package import FactLog

/// Who records.
package enum Recorder: Hashable, Sendable {
  /// Somebody whose role the configuration has.
  case login(String)
  /// A unit by its id, through a link in a letter to its own mailbox: it speaks for its own work alone, whatever roles there are.
  case unit(String)
  /// A unit by its id that signed in by its mailbox: it speaks for all that the rules in force make it, in plans that know it by that
  /// mailbox.
  case session(unit: String, MailboxMark)

  /// As facts name their author.
  package var author: String {
    switch self {
    case .login(let login): login
    case .unit(let id), .session(let id, _): Self.unit + id
    }
  }

  private static let unit = "đơn vị "

  /// The id of the unit that recorded a fact by its mailbox; nil if somebody else did.
  package static func unit(of entry: FactEntry) -> String? {
    guard let way = Submission(note: entry.note)?.way, way.isOfUnit, entry.author.hasPrefix(unit) else { return nil }
    return String(entry.author.dropFirst(unit.count))
  }
}
