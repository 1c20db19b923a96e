package import Channels
import Glibc
import Presentation
import RuleSyntax
import ServiceStatus

/// Where the daemon says what happens: the system's journal, or the terminal.
package final class DaemonJournal {
  package enum Target {
    case journal(JournalTransport)
    /// A line each, for who reads along.
    case standardError
  }

  private let target: Target
  private let language: () -> Language

  init(_ target: Target, language: @escaping () -> Language) {
    self.target = target
    self.language = language
  }

  /// - Parameters:
  ///   - priority: as in syslog: 3 an error, 4 a warning, 5 a notice, 6 an information.
  ///   - fields: names without the prefix `NHACVIEC_`.
  func say(_ message: JournalMessage, _ words: Words, priority: Int, fields: [(String, String)] = []) {
    let text = words.text(in: language())
    guard case .journal(let transport) = target,
      var entry = JournalEntry(message: text, messageID: message.id, priority: priority)
    else { return Self.print(text) }
    for (name, value) in fields { try? entry.add(name, value) }
    if case .later(let problem, _) = transport.send(entry) { Self.print("\(text) [\(problem)]") }
  }

  private static func print(_ text: String) {
    let line = Array("nhacviecd: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
