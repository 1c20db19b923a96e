import CivilCalendar
import FeedStore
import Feeds
import Foundation
import StateFolder
import TestSupport
import Testing

@Suite("What feeds said")
struct FeedStoreTests {
  private let folder: ScratchFolder
  private let state: StateFolder

  init() throws {
    folder = try ScratchFolder()
    state = StateFolder(folder.path)
  }

  /// The instants of the events, after the store took them.
  private func changed(_ office: Office, at now: Int64) throws -> [String: Int64] {
    let dated = try FeedStore(state).dated(office.events(), at: now)
    return Dictionary(uniqueKeysWithValues: dated.map { ("\($0.event.id) \($0.event.standing.rawValue)", $0.changed) })
  }

  private func feed(_ office: Office, at now: Int64) throws -> String {
    let dated = try FeedStore(state).dated(office.events(), at: now)
    return CalendarFeed(FeedScope(.all, .vi), of: dated, rules: office.rules, address: nil).text
  }

  private static let tasks = SmallOffice.task("A", "chậm nhất 29/3/2024") + SmallOffice.task("B", "chậm nhất 29/3/2024")

  @Test("The same state gives the same bytes, whenever it is asked for") func sameBytes() throws {
    let office = try Office(SmallOffice.plan(Self.tasks))
    let first = try feed(office, at: 1000)
    #expect(try feed(office, at: 1000) == first)
    #expect(try feed(office, at: 999_999) == first)
  }

  @Test("An event changes in its place, and only what changed is newer") func inPlace() throws {
    let plan = SmallOffice.plan(Self.tasks)
    #expect(try changed(Office(plan), at: 1000) == ["kh/A@once open": 1000, "kh/B@once open": 1000])
    let extended = "gia hạn kh/A đến 30/4/2024 theo 5/CV\n"
    #expect(try changed(Office(plan, facts: extended), at: 2000) == ["kh/A@once open": 2000, "kh/B@once open": 1000])
    let done = extended + "kh/A xong 20/4/2024\n"
    #expect(try changed(Office(plan, facts: done), at: 3000) == ["kh/A@once done": 3000, "kh/B@once open": 1000])
    let waived = done + "miễn kh/B vì đã gộp\n"
    #expect(try changed(Office(plan, facts: waived), at: 4000) == ["kh/A@once done": 3000, "kh/B@once waived": 4000])
    // The wording of the plan is a part of what an event says, and so is a new lead.
    let worded = plan.replacing("Việc B", with: "Việc B mới")
    #expect(try changed(Office(worded, facts: waived), at: 5000)["kh/B@once waived"] == 5000)
    // What no event shows changes none.
    let noted = worded.replacing("hạn: chậm nhất 29/3/2024", with: "hạn: chậm nhất 29/3/2024\n  ghi chú: mới")
    #expect(try changed(Office(noted, facts: waived), at: 6000) == ["kh/A@once done": 3000, "kh/B@once waived": 5000])
  }

  @Test("Two changes within a second, and a clock that was set back, still go up") func up() throws {
    let plan = SmallOffice.plan(SmallOffice.task("A", "chậm nhất 29/3/2024"))
    #expect(try changed(Office(plan), at: 1000)["kh/A@once open"] == 1000)
    #expect(try changed(Office(plan, facts: "kh/A xong 20/3/2024\n"), at: 1000)["kh/A@once done"] == 1001)
    #expect(try changed(Office(plan), at: 500)["kh/A@once open"] == 1002)
  }

  @Test("What the rules have no more stays as cancelled, what was done as done") func gone() throws {
    let both = try Office(SmallOffice.plan(Self.tasks))
    _ = try changed(both, at: 1000)
    let rest = try Office(SmallOffice.plan(SmallOffice.task("A", "chậm nhất 29/3/2024")))
    #expect(try changed(rest, at: 2000) == ["kh/A@once open": 1000, "kh/B@once gone": 2000])
    #expect(try changed(rest, at: 3000) == ["kh/A@once open": 1000, "kh/B@once gone": 2000])
    let read = try ReadFeed(feed(rest, at: 3000))
    #expect(
      read.items.map { "\($0.uid) \($0.start ?? "") \($0.summary) \($0.status)" } == [
        "kh/A@once@nhacviec 20240329 Việc A (Văn phòng) CONFIRMED",
        "kh/B@once@nhacviec 20240329 Không còn: Việc B (Văn phòng) CANCELLED",
      ])
    // It stands in the feed of the unit and the plan that had it.
    let dated = try FeedStore(state).dated(rest.events(), at: 3000)
    for subject in [FeedScope.Subject.unit("vp-kh"), .plan("kh")] {
      let feed = CalendarFeed(FeedScope(subject, .vi), of: dated, rules: rest.rules, address: nil).text
      #expect(try ReadFeed(feed).items.map(\.status) == ["CONFIRMED", "CANCELLED"])
    }
    // It comes back.
    #expect(try changed(both, at: 4000) == ["kh/A@once open": 1000, "kh/B@once open": 4000])
    _ = try changed(Office(SmallOffice.plan(Self.tasks), facts: "kh/B xong 20/3/2024\n"), at: 5000)
    #expect(try changed(rest, at: 6000) == ["kh/A@once open": 1000, "kh/B@once done": 6000])
    #expect(try changed(rest, at: 7000)["kh/B@once done"] == 6000)
  }

  @Test("Of a classified duty nothing but id and day is kept") func classified() throws {
    let plain = SmallOffice.plan(SmallOffice.task("A", "chậm nhất 29/3/2024")).replacing("Việc A", with: "Việc NHAY")
    _ = try changed(Office(plain), at: 1000)
    _ = try changed(Office(plain.replacing("  hạn:", with: "  độ mật: Mật\n  hạn:")), at: 2000)
    let none = try Office(SmallOffice.plan(SmallOffice.task("B", "chậm nhất 29/3/2024")))
    let feed = try feed(none, at: 3000)
    #expect(feed.contains("SUMMARY;LANGUAGE=vi:Việc có độ mật kh/A\r\n"))
    #expect(feed.contains("STATUS:CANCELLED") && !feed.contains("NHAY"))
  }

  @Test("An event of a classified duty does not change when it is done or waived, and does when it moves")
  func classifiedDone() throws {
    let plan = SmallOffice.plan(SmallOffice.task("A", "chậm nhất 29/3/2024", more: "  độ mật: Mật\n"))
    let open = ["kh/A@once open": Int64(1000)]
    #expect(try changed(Office(plan), at: 1000) == open)
    for (fact, at) in [("kh/A xong 20/3/2024", 2000), ("kh/A xong 5/4/2024", 3000), ("miễn kh/A vì không còn", 4000)] {
      #expect(try changed(Office(plan, facts: fact + "\n"), at: Int64(at)) == open, "\(fact)")
    }
    let moved = try changed(Office(plan, facts: "gia hạn kh/A đến 5/4/2024\n"), at: 5000)
    #expect(moved == ["kh/A@once open": 5000])
  }

  @Test("A renamed task is one event, not a new one and a cancelled one") func renamed() throws {
    _ = try changed(Office(SmallOffice.plan(SmallOffice.task("A", "chậm nhất 29/3/2024"))), at: 1000)
    let renamed = SmallOffice.task("A2", "chậm nhất 29/3/2024", more: "  trước đây: A\n")
    #expect(try changed(Office(SmallOffice.plan(renamed)), at: 2000) == ["kh/A2@once open": 2000])
    func shown(_ tasks: String, at now: Int64) throws -> [String] {
      try ReadFeed(feed(Office(SmallOffice.plan(tasks)), at: now)).items.map { "\($0.uid) \($0.status)" }
    }
    #expect(try shown(renamed, at: 3000) == ["kh/A@once@nhacviec CONFIRMED"])
    // Renamed once more it is still that event, and so it is when it is gone.
    let again = SmallOffice.task("A3", "chậm nhất 29/3/2024", more: "  trước đây: A2; A\n")
    #expect(try shown(again, at: 4000) == ["kh/A@once@nhacviec CONFIRMED"])
    let other = SmallOffice.task("B", "chậm nhất 29/3/2024")
    #expect(try shown(other, at: 5000) == ["kh/B@once@nhacviec CONFIRMED", "kh/A@once@nhacviec CANCELLED"])
  }

  @Test("An event that was first shown under a later id of its task keeps that one") func shownLater() throws {
    let later = SmallOffice.task("A2", "chậm nhất 29/3/2024")
    _ = try changed(Office(SmallOffice.plan(later)), at: 1000)
    let known = later.replacing("  hạn:", with: "  trước đây: A\n  hạn:")
    let read = try ReadFeed(feed(Office(SmallOffice.plan(known)), at: 2000))
    #expect(read.items.map(\.uid) == ["kh/A2@once@nhacviec"])
  }

  @Test("A store that was lost begins above everything that was") func lost() throws {
    let plan = SmallOffice.plan(Self.tasks)
    _ = try changed(Office(plan), at: 1000)
    let before = try changed(Office(plan, facts: "kh/A xong 20/3/2024\n"), at: 2000)
    try FileManager.default.removeItem(atPath: state.web)
    let after = try changed(Office(plan, facts: "kh/A xong 20/3/2024\n"), at: 2001)
    for (id, changed) in before { #expect(try #require(after[id]) > changed) }
  }

  @Test("Only its owner can read the folder") func mode() throws {
    _ = try FeedStore(state)
    let mode = try FileManager.default.attributesOfItem(atPath: state.web)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }
}
