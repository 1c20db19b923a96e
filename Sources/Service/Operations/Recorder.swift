package import FactLog

/// Who records.
package enum Recorder: Hashable, Sendable {
  /// Somebody whose role the configuration has.
  case login(String)
  /// A unit by its id, through a link in a letter to its own mailbox: it speaks for its own work alone, whatever roles there are.
  case unit(String)

  /// As facts name their author.
  package var author: String {
    switch self {
    case .login(let login): login
    case .unit(let id): Self.unit + id
    }
  }

  private static let unit = "đơn vị "

  /// The id of the unit that recorded a fact by a link; nil if somebody else did.
  package static func unit(of entry: FactEntry) -> String? {
    guard Submission(note: entry.note)?.way == .letter, entry.author.hasPrefix(unit) else { return nil }
    return String(entry.author.dropFirst(unit.count))
  }
}
