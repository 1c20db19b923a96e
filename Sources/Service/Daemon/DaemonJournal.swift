package import Channels
import Diagnostics
import Glibc
import Presentation
import ServiceStatus

/// Reports what happens, in the system's journal or on the terminal.
package final class DaemonJournal {
  package enum Target {
    case journal(JournalTransport)
    /// One line for each report, for a person at the terminal.
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
  ///   - fields: further fields, whose names get the prefix `NHACVIEC_`.
  func say(_ message: JournalMessage, _ words: Bilingual, priority: Int, fields: [(String, String)] = []) {
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
