import Foundation
import GRDB
import Reminders
import Testing

@testable import Outbox

/// What was decided, kept beside the log from look to look: nothing of it may vanish, and what may have gone out may
/// not go out under another id.
struct Books {
  /// Subject, step, recipient and channel of every notice that was ever seen, by key.
  private(set) var decided: [Data: String] = [:]
  private var tried: [Data: String] = [:]

  /// After each round, whether it ended or not.
  mutating func look(at log: OutboxLog) throws {
    let sql = """
      SELECT key, what || ' ' || step || ' ' || notice.recipient || ' ' || notice.channel, message_id,
        EXISTS (SELECT 1 FROM delivery WHERE message = message.id AND (attempts > 0 OR state <> 'pending'))
      FROM notice JOIN message ON message.id = notice.message
      """
    var known: Set<Data> = []
    for row in try log.read({ try Row.fetchAll($0, sql: sql) }) {
      let (key, id): (Data, String) = (row[0], row[2])
      known.insert(key)
      decided[key] = row[1]
      if let before = tried[key] { #expect(before == id, "\(row[1] as String) has a second id") }
      if row[3] { tried[key] = id }
    }
    for (key, _) in tried where !known.contains(key) { Issue.record("\(decided[key] ?? "") was tried and is gone") }
  }

  struct Balance {
    var delivered = 0
    var pending = 0
    var dead = 0
    var dropped: [DropReason: Int] = [:]
    /// `SUBJECT STEP RECIPIENT CHANNEL` of what was dropped.
    var why: [String: DropReason] = [:]
    var sum: Int { delivered + pending + dead + dropped.values.reduce(0, +) }
  }

  /// Every notice has one fate.
  func balance(_ log: OutboxLog) throws -> Balance {
    var balance = Balance()
    for (key, words) in decided {
      let states = try log.read { database in
        try String.fetchSet(
          database,
          sql: """
            SELECT state FROM notice JOIN delivery ON delivery.message = notice.message
            WHERE key = ? AND NOT is_copy
            """, arguments: [key])
      }
      let reason = try log.read { database in
        try String.fetchOne(database, sql: "SELECT reason FROM dropped WHERE key = ?", arguments: [key])
      }
      #expect(states.isEmpty != (reason == nil), "\(words): \(states) \(reason ?? "")")
      if let reason {
        let known = try #require(DropReason(rawValue: reason))
        balance.dropped[known, default: 0] += 1
        balance.why[words] = known
      } else if states.contains("pending") {
        balance.pending += 1
      } else if states.contains("dead") {
        balance.dead += 1
      } else {
        balance.delivered += 1
      }
    }
    #expect(balance.sum == decided.count)
    return balance
  }
}

/// The same numbers each time (Park and Miller, 1988).
struct Minstd {
  private var state: Int

  /// - Parameter seed: from 1.
  init(_ seed: Int) {
    state = seed % 2_147_483_647
    // Neighbouring seeds begin alike.
    for _ in 0..<8 { _ = next(2) }
  }

  /// 0..<limit
  mutating func next(_ limit: Int) -> Int {
    state = state * 48_271 % 2_147_483_647
    return state % limit
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }
}
