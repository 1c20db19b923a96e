import GRDB
import GRDBSQLite
import Synchronization

/// Ends what a database is asked when its time is over: a damaged or forged file can make SQLite walk for ever.
package final class TimeLimit: Sendable {
  /// By a clock that only runs forward, in nanoseconds since it began.
  private let end = Atomic<Int64>(.max)
  private let start = ContinuousClock.now

  package init() {}

  /// From now on there are so many seconds.
  func begin(_ seconds: Int) { end.store(elapsed + Int64(seconds) * 1_000_000_000, ordering: .relaxed) }

  /// This must live as long as the connection.
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
