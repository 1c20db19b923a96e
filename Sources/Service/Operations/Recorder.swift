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
    case .unit(let id): "đơn vị \(id)"
    }
  }
}
