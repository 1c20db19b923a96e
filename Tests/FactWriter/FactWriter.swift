import FactLog
import FactLogSQLite
import Glibc

/// `fact-writer FOLDER NAME COUNT`: adds facts, a few at a time, until COUNT are written or it is killed, and prints the
/// head after each commit. The tests of crash safety and of several writers start it.
@main
struct FactWriter {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let count = Int(arguments[3]) else { exit(64) }
    do {
      let log = try SQLiteFactLog(folder: arguments[1], .writing)
      var written = 0
      while written < count {
        // One, two or three in a transaction; all of one transaction have the same note.
        let size = min(written % 3 + 1, count - written)
        let entries = (0..<size).map { index in
          FactEntry(
            line: "\(arguments[2])/I.\(written + index) kỳ once xong ngày 10/6/2024", plan: arguments[2],
            author: arguments[2], recordedAt: written + index, note: "\(size) from \(written)")
        }
        let facts = try log.append(entries)
        written += size
        guard let last = facts.last else { exit(1) }
        let line = Array("\(FactHead(count: last.sequence, hash: last.hash))\n".utf8)
        guard line.withUnsafeBytes({ write(STDOUT_FILENO, $0.baseAddress, $0.count) }) == line.count else { exit(1) }
      }
    } catch {
      let line = Array("\(error)\n".utf8)
      line.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
      exit(1)
    }
  }
}
