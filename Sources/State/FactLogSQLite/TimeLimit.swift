import GRDB
import GRDBSQLite
import Synchronization

/// Ends a database query when its time is over, because a damaged or forged file can make SQLite run for ever.
package final class TimeLimit: Sendable {
  /// The end of the time, in nanoseconds since `start`.
  private let end = Atomic<Int64>(.max)
  private let start = ContinuousClock.now

  package init() {}

  /// Allows so many seconds from now on.
  func begin(_ seconds: Int) { end.store(elapsed + Int64(seconds) * 1_000_000_000, ordering: .relaxed) }

  /// Watches the queries of a connection. This object must live at least as long as the connection.
  func watch(_ database: Database) {
    sqlite3_progress_handler(
      database.sqliteConnection, 100_000,
      { limit in
        guard let limit else { return 0 }
        return Unmanaged<TimeLimit>.fromOpaque(limit).takeUnretainedValue().isOver ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private var isOver: Bool { elapsed > end.load(ordering: .relaxed) }

  private var elapsed: Int64 {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
