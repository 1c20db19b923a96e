import Diagnostics
import Foundation
import Outbox
import Reminders
import StateFolder
import Testing

@testable import Delivery

/// One Message-ID (webhook-id) stands for one text, also when the log that knew of it is gone.
@Suite("The same Message-ID only for the same contents")
struct MessageIdentityTests {
  private func desk(_ peers: UnrulyPeers, _ tasks: [String]) throws -> RoundDesk {
    try RoundDesk(
      tasks.map { RoundDesk.task($0, "chậm nhất 11/3/2024") }.joined(separator: "\n"),
      units: RoundDesk.units(a: "email: a@so.example\nwebhook: \(peers.hook("a"))"),
      configuration: peers.configuration())
  }

  private func loseLog(of desk: RoundDesk) {
    for ending in ["", "-wal", "-shm"] { unlink(desk.state.postDatabase + ending) }
  }

  @Test("The log is lost in an open slot: the same contents have the same id and the same bytes") func unchanged()
    throws
  {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, ["T", "U"])
    _ = try desk.round(at: RoundDesk.at("2024-03-04"), notes: [Self.note("một")])
    loseLog(of: desk)
    _ = try desk.round(at: RoundDesk.at("2024-03-04"), notes: [Self.note("một")])
    let arrivals = try peers.arrivals()
    #expect(arrivals.count == 6)
    for copies in Dictionary(grouping: arrivals, by: \.id).values {
      #expect(copies.count == 2 && Set(copies.map(\.bytes)).count == 1)
    }
  }

  @Test("The log is lost and a task is added: other contents, other ids, by mail and by webhook") func changed() throws
  {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, ["T"])
    _ = try desk.round(at: RoundDesk.at("2024-03-04"))
    loseLog(of: desk)
    desk.rules = try self.desk(peers, ["T", "U"]).rules
    _ = try desk.round(at: RoundDesk.at("2024-03-04"))
    let arrivals = try peers.arrivals()
    #expect(arrivals.map(\.channel).sorted() == ["mail", "mail", "webhook", "webhook"])
    #expect(Set(arrivals.map(\.id)).count == 4)
  }

  @Test("Messages about the program, of one moment, with other words: other ids") func service() throws {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, [])
    for words in ["một", "hai"] {
      loseLog(of: desk)
      _ = try desk.round(at: RoundDesk.at("2024-03-04"), notes: [Self.note(words)])
    }
    let arrivals = try peers.arrivals()
    #expect(arrivals.count == 2 && Set(arrivals.map(\.id)).count == 2)
  }

  private static func note(_ words: String) -> ServiceNote {
    let words = Bilingual(vi: words, en: words)
    return ServiceNote(name: "thử", subject: words, text: words)
  }
}
