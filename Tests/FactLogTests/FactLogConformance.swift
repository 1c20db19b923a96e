import FactLog
import Foundation
import TestSupport
import Testing

@testable import FactLogSQLite

/// What every log of facts promises, whatever keeps it.
@Suite("A log of facts, in both drivers")
struct FactLogConformance {
  enum Driver: CaseIterable, Sendable { case memory, sqlite }

  /// A fresh log and, for `sqlite`, its folder.
  static func make(_ driver: Driver) throws -> (log: any FactLog, folder: ScratchFolder?) {
    switch driver {
    case .memory: return (MemoryFactLog(), nil)
    case .sqlite:
      let folder = try ScratchFolder()
      return (try SQLiteFactLog(folder: folder.path, .writing), folder)
    }
  }

  static func entry(_ number: Int, plan: String? = "p") -> FactEntry {
    FactEntry(
      line: "p/I.\(number) kỳ once xong ngày 10/6/2024 số 5/BC", plan: plan, author: "lan", onBehalfOf: "Văn phòng",
      recordedAt: 1_718_000_000 + number, document: "5/BC-VP", note: "điện thoại")
  }

  @Test("A fresh log is empty", arguments: Driver.allCases) func empty(driver: Driver) throws {
    let (log, folder) = try Self.make(driver)
    #expect(try log.head() == .empty)
    #expect(try log.read(.all).facts.isEmpty)
    let walk = try log.verify(against: nil)
    #expect(walk.broken == nil && walk.head == .empty)
    withExtendedLifetime(folder) {}
  }

  @Test("What was added is read as it was added, in order", arguments: Driver.allCases)
  func roundTrip(driver: Driver) throws {
    let (log, folder) = try Self.make(driver)
    let bare = FactEntry(line: "x ngày 01/01/2024", plan: nil, author: "lan", recordedAt: -1)
    let odd = FactEntry(
      line: "dòng có ' \" \\ ; -- và\t\r\n\u{202E}", plan: "", author: "", onBehalfOf: "", recordedAt: .max,
      document: "",
      note: "")
    let entries = [Self.entry(1), bare, odd]
    let added = try log.append(entries)
    #expect(added.map(\.sequence) == [1, 2, 3])
    #expect(added.map(\.entry) == entries)
    let (facts, head) = try log.read(.all)
    #expect(facts == added)
    #expect(head == FactHead(count: 3, hash: added[2].hash))
    #expect(try log.head() == head)
    let walk = try log.verify(against: nil)
    #expect(walk.broken == nil && walk.head == head)
    withExtendedLifetime(folder) {}
  }

  @Test("A log holds the heads that it had, and no others", arguments: Driver.allCases) func holds(driver: Driver)
    throws
  {
    let (log, folder) = try Self.make(driver)
    #expect(try log.contains(.empty))
    let added = try log.append([Self.entry(1), Self.entry(2)])
    for fact in added { #expect(try log.contains(FactHead(count: fact.sequence, hash: fact.hash))) }
    #expect(try log.contains(.empty))
    for other in [
      FactHead(count: 1, hash: added[1].hash), FactHead(count: 3, hash: added[1].hash),
      FactHead(count: 1, hash: .start),
      FactHead(count: 0, hash: added[0].hash),
    ] { #expect(try !log.contains(other), "\(other)") }
    withExtendedLifetime(folder) {}
  }

  @Test("A text that a database would cut is refused, with the whole transaction", arguments: Driver.allCases)
  func zeroByte(driver: Driver) throws {
    let (log, folder) = try Self.make(driver)
    var cut = Self.entry(2)
    cut.note = "a\u{0}b"
    #expect(throws: StoreFailure.self) { try log.append([Self.entry(1), cut]) }
    #expect(try log.head() == .empty)
    withExtendedLifetime(folder) {}
  }

  @Test("Facts are read by plan and since a number; those of no plan belong to every plan", arguments: Driver.allCases)
  func selections(driver: Driver) throws {
    let (log, folder) = try Self.make(driver)
    _ = try log.append([Self.entry(1, plan: "a"), Self.entry(2, plan: "b"), Self.entry(3, plan: nil)])
    _ = try log.append([Self.entry(4, plan: "a")])
    func numbers(_ selection: FactSelection) throws -> [Int] { try log.read(selection).facts.map(\.sequence) }
    #expect(try numbers(.all) == [1, 2, 3, 4])
    #expect(try numbers(FactSelection(after: 2)) == [3, 4])
    #expect(try numbers(FactSelection(plan: "a")) == [1, 3, 4])
    #expect(try numbers(FactSelection(after: 1, plan: "b")) == [2, 3])
    #expect(try numbers(FactSelection(after: 4)) == [])
    #expect(try log.read(FactSelection(plan: "b")).head.count == 4)
    withExtendedLifetime(folder) {}
  }

  @Test("A writer that has not seen the last facts adds nothing", arguments: Driver.allCases)
  func expectedHead(driver: Driver) throws {
    let (log, folder) = try Self.make(driver)
    let before = try log.head()
    let first = try log.append([Self.entry(1)], after: before)
    let head = FactHead(count: 1, hash: first[0].hash)
    #expect(throws: StoreFailure.headMoved(head)) { try log.append([Self.entry(2)], after: before) }
    #expect(try log.head() == head)
    #expect(try log.append([Self.entry(2)], after: head).map(\.sequence) == [2])
    withExtendedLifetime(folder) {}
  }

  @Test("Nothing added is nothing changed", arguments: Driver.allCases) func nothing(driver: Driver) throws {
    let (log, folder) = try Self.make(driver)
    #expect(try log.append([]).isEmpty)
    #expect(try log.head() == .empty)
    withExtendedLifetime(folder) {}
  }

  @Test("An anchor holds while the log grows, and fails for another log", arguments: Driver.allCases)
  func anchors(driver: Driver) throws {
    let (log, folder) = try Self.make(driver)
    _ = try log.append((1...3).map { Self.entry($0) })
    let anchor = try log.head()
    _ = try log.append((4...9).map { Self.entry($0) })
    #expect(try log.verify(against: anchor).broken == nil)
    #expect(try log.verify(against: .empty).broken == nil)
    let other = FactHead(count: 3, hash: .start)
    #expect(try log.verify(against: other).broken == .otherThanAnchor(other, found: anchor.hash))
    let longer = FactHead(count: 10, hash: anchor.hash)
    #expect(try log.verify(against: longer).broken == .shorterThanAnchor(longer, count: 9))
    withExtendedLifetime(folder) {}
  }

  @Test("Both drivers give the same hashes") func sameHashes() throws {
    let heads = try Driver.allCases.map { driver in
      let (log, folder) = try Self.make(driver)
      _ = try log.append((1...20).map { Self.entry($0) })
      return try withExtendedLifetime(folder) { try log.head() }
    }
    #expect(Set(heads).count == 1)
  }
}
