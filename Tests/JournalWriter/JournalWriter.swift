import Channels
import Glibc

/// `journal-writer`: hands the entry on its standard input to the journal, and prints what became of it: `delivered`, or the
/// kind of problem. The journal's place is fixed, so that the tests start it where they can put a journal of their own.
@main
struct JournalWriter {
  static func main() {
    var entry: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(STDIN_FILENO, &piece, piece.count), count > 0 { entry += piece[..<count] }
    print(JournalTransport().send(entry).problem?.kind.rawValue ?? "delivered")
  }
}
