package import FactLog
import GRDB
import Glibc

/// The failures of servers, and the size of the log on the disk.
extension OutboxLog {
  /// How often in a row each peer was left alone for a while after a failure: `smtp`, or the host of a web address.
  package func failures() throws(StoreFailure) -> [String: Int] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT name, failures FROM road")
      return Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }) { first, _ in first }
    }
  }

  /// - Parameter failures: 0 once the peer has taken a message.
  package func note(failures: Int, of peer: String) throws(StoreFailure) {
    try write {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO road (name, failures) VALUES (?, ?)", arguments: [peer, failures])
    }
  }

  /// A write-ahead log with more bytes than this is cut back.
  private static let largestTail: Int64 = 1 << 20

  /// Moves a large write-ahead log into the database, and cuts it back to nothing. It waits half a second for readers
  /// of the log; after that the next round tries again.
  package func cutBack() {
    var status = stat()
    guard stat(file.path + "-wal", &status) == 0, Int64(status.st_size) > Self.largestTail else { return }
    try? queue.writeWithoutTransaction { database in
      let patience = try Int.fetchOne(database, sql: "PRAGMA busy_timeout") ?? 0
      try database.execute(sql: "PRAGMA busy_timeout = 500")
      defer { try? database.execute(sql: "PRAGMA busy_timeout = \(patience)") }
      _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
