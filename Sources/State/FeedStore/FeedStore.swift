import CivilCalendar
package import FactLog
package import Feeds
import Foundation
import GRDB
import Hashing
package import StateFolder

/// What calendar feeds said last of each duty, and since when: `web/feeds.db` of the state folder. Of a duty that the
/// rules have no more it keeps what its cancelled event says.
///
/// Where the file is lost it is made anew. Instants are the clock's, so that they are then later than all earlier ones.
package final class FeedStore: Sendable {
  private let database: WebDatabase

  package init(_ state: StateFolder) throws(StoreFailure) {
    // "NVfe"
    database = try WebDatabase(
      state.feedsDatabase, in: state, applicationID: 0x4E56_6665, migration: "1-events", Self.tables)
  }

  /// The events with the instants at which what they say last changed, and behind them those of duties that are gone.
  /// - Parameters:
  ///   - events: all events of the live rules and facts (`FeedEvent.all`): what is not among them is gone.
  ///   - now: seconds since 1970.
  package func dated(_ events: [FeedEvent], at now: Int64) throws(StoreFailure) -> [DatedFeedEvent] {
    try database.write { database in
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM event").map(Kept.init)
      let known = Dictionary(uniqueKeysWithValues: rows.map { ($0.event.id, $0) })
      var dated: [DatedFeedEvent] = []
      var seen: Set<String> = []
      func add(_ event: FeedEvent) throws {
        // An event that was shown under an id stays there, whatever its task is called now.
        let shown = ([event.id] + event.formerIDs).first { known[$0] != nil } ?? event.shownID
        guard seen.insert(shown).inserted else { return }
        let before = known[shown]
        guard let hash = SHA256.hash(Array(FeedWords.all(of: event).utf8)) else { throw StoreFailure.other("SHA-256") }
        let changed = before?.hash == hash ? before?.changed ?? now : max(now, (before?.changed ?? .min / 2) + 1)
        let row = Kept(event: event.kept(as: shown), hash: hash, changed: changed)
        if row != before { try row.save(database) }
        var event = event
        event.shownID = shown
        dated.append(DatedFeedEvent(event, changed: changed))
      }
      for event in events { try add(event) }
      let former = Set(events.flatMap(\.formerIDs))
      for id in known.keys.sorted() where !seen.contains(id) {
        if former.contains(id) {
          try database.execute(sql: "DELETE FROM event WHERE id = ?", arguments: [id])
        } else if var event = known[id]?.event {
          // What was done stays done.
          if event.standing != .done { event.standing = .gone }
          try add(event)
        }
      }
      return dated
    }
  }

  /// A row of the table.
  private struct Kept: Equatable {
    /// Without details.
    var event: FeedEvent
    var hash: SHA256Digest
    var changed: Int64

    init(event: FeedEvent, hash: SHA256Digest, changed: Int64) {
      (self.event, self.hash, self.changed) = (event, hash, changed)
    }

    init(_ row: Row) {
      let day: Int = row["day"]
      let hash: Data = row["hash"]
      let (leads, units): (String, String) = (row["leads"], row["units"])
      func parts(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
      event = FeedEvent(
        id: row["id"], day: CivilDate(dayNumber: day) ?? .first,
        standing: FeedEvent.Standing(rawValue: row["standing"]) ?? .gone, isClassified: row["is_classified"],
        title: row["title"], leads: parts(leads), details: nil,
        audience: .init(plan: row["plan"], units: parts(units), person: row["person"]))
      self.hash = SHA256Digest(bytes: hash) ?? .start
      changed = row["changed"]
    }

    func save(_ database: Database) throws {
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO event (id, hash, changed, day, standing, is_classified, title, leads, plan, units, person)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          event.id, Data(hash.bytes), changed, Int(event.day.dayNumber), event.standing.rawValue, event.isClassified,
          event.title, event.leads.joined(separator: "\n"), event.audience.plan,
          event.audience.units.joined(separator: "\n"), event.audience.person,
        ])
    }
  }

  private static let tables = """
    CREATE TABLE event (
      -- the duty's id, plan/task[:label]@key[/unit], when its event was first shown
      id TEXT PRIMARY KEY,
      -- SHA-256 of what the event says in both languages
      hash BLOB NOT NULL,
      -- seconds since 1970: LAST-MODIFIED; SEQUENCE is counted from 2020
      changed INTEGER NOT NULL,
      day INTEGER NOT NULL,
      standing TEXT NOT NULL,
      is_classified INTEGER NOT NULL,
      title TEXT NOT NULL,
      -- names, a line each
      leads TEXT NOT NULL,
      plan TEXT NOT NULL,
      -- ids, a line each
      units TEXT NOT NULL,
      person TEXT
    ) STRICT, WITHOUT ROWID;
    """
}

extension FeedEvent {
  /// What is kept of it, under the id by which calendars know it.
  fileprivate func kept(as shown: String) -> FeedEvent {
    var event = self
    (event.id, event.shownID, event.formerIDs, event.details) = (shown, shown, [], nil)
    return event
  }
}
