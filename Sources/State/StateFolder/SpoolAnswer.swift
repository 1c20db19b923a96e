package import Diagnostics
import Glibc

/// The result of a request: how the command that asked ends, and what it prints.
///
/// As text: `exit CODE`, then the lines of both texts, each with `vi ` or `en ` before it.
package struct SpoolAnswer: Hashable, Sendable {
  package var exitCode: Int32
  /// Lines without an end of line after the last.
  package var words: Bilingual

  package init(exitCode: Int32, _ words: Bilingual) {
    self.exitCode = exitCode
    self.words = words
  }

  package init(exitCode: Int32, vi: String, en: String) { self.init(exitCode: exitCode, Bilingual(vi: vi, en: en)) }

  package var text: String {
    (["exit \(exitCode)"] + BilingualLines.lines(words)).joined(separator: "\n") + "\n"
  }

  /// Nil if it is not whole.
  package init?(text: String) {
    guard text.hasPrefix("exit "), let code = Int32(text.firstLine.dropFirst(5)),
      let words = BilingualLines.words(text)
    else { return nil }
    self.init(exitCode: code, words)
  }
}

extension StateFolder {
  /// Writes the answer to a request, then removes the request; after a crash between the two it is answered again.
  package func answer(
    _ entry: Spool.Entry, _ answer: SpoolAnswer, by answerer: Answerer = .round
  ) throws(SystemError) {
    try Folder.make(answers(of: answerer))
    try WholeFile.replace("\(answers(of: answerer))/\(entry.name)", with: answer.text)
    try Spool(requests(to: answerer)).remove(entry)
  }

  /// The answer to the request of this name; nil if there is none yet, or this user may not read it.
  package func answer(to name: String, by answerer: Answerer = .round) -> SpoolAnswer? {
    WholeFile.read("\(answers(of: answerer))/\(name)").flatMap { SpoolAnswer(text: $0) }
  }

  /// Removes answers that are older than a day by the clock of the file system, since nobody waits for them any more.
  ///
  /// - Parameter now: seconds since 1970.
  package func removeOldAnswers(now: Int64, by answerer: Answerer = .round) {
    let folder = answers(of: answerer)
    for name in Folder.names(in: folder) ?? [] {
      var status = stat()
      let file = "\(folder)/\(name)"
      if lstat(file, &status) == 0, now - Int64(status.st_mtim.tv_sec) > 86_400 { unlink(file) }
    }
  }
}
