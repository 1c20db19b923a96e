package import Diagnostics
import Glibc

/// Rules that were promoted and wait until somebody accepts them, since they would lose what is recorded or write to
/// many at once. The live revision stays in force meanwhile.
package struct WaitingRules: Hashable, Sendable {
  /// The SHA-256 of the sources, 64 hexadecimal digits, which `rules accept` names.
  package var hash: String
  /// When they were first found to have to wait: seconds since 1970.
  package var since: Int64
  /// Who promoted them.
  package var author: String
  /// Why they wait, a line a reason.
  package var reasons: Bilingual

  package init(hash: String, since: Int64, author: String, reasons: Bilingual) {
    self.hash = hash
    self.since = since
    self.author = author
    self.reasons = reasons
  }

  package var text: String {
    let head = ["hash \(hash)", "since \(since)", "author \(author.firstLine)"]
    return (head + BilingualLines.lines(reasons)).joined(separator: "\n") + "\n"
  }

  /// Nil if it is not whole.
  package init?(text: String) {
    func value(_ name: String) -> String? { BilingualLines.text(text, name)?.firstLine }
    guard let hash = value("hash"), let since = value("since").flatMap({ Int64($0) }), let author = value("author"),
      let reasons = BilingualLines.words(text)
    else { return nil }
    self.init(hash: hash, since: since, author: author, reasons: reasons)
  }
}

extension StateFolder {
  /// The file of the `WaitingRules`.
  package var waitingRules: String { post + "/waiting" }

  /// The rules that wait; nil if none do.
  package func readWaitingRules() -> WaitingRules? { WholeFile.read(waitingRules).flatMap { WaitingRules(text: $0) } }

  /// Notes the rules that wait.
  ///
  /// - Parameter waiting: nil if none wait any more.
  package func write(_ waiting: WaitingRules?) throws(SystemError) {
    if let waiting { return try WholeFile.replace(waitingRules, with: waiting.text) }
    guard unlink(waitingRules) == 0 || errno == ENOENT else { throw SystemError(errno, waitingRules) }
  }
}
