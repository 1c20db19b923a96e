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
    guard let way = Submission(note: entry.note)?.way, way.isOfUnit else { return nil }
    return unit(ofAuthor: entry.author)
  }

  /// The id in the name of an author that is a unit.
  static func unit(ofAuthor author: String) -> String? {
    author.hasPrefix(unit) ? String(author.dropFirst(unit.count)) : nil
  }
}
