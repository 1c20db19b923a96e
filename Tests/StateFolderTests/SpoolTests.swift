import Foundation
import Glibc
import StateFolder
import TestSupport
import Testing

/// The spool is written by every member of the group: whatever they put there, a round takes the requests and goes on.
@Suite("The spool, and what others put into it")
struct SpoolTests {
  private let scratch: ScratchFolder
  private var path: String { scratch.path + "/spool" }
  private var spool: Spool { Spool(path) }

  init() throws {
    scratch = try ScratchFolder()
    try Folder.make(path, mode: 0o770)
  }

  /// Names are bytes.
  private func touch(_ name: [UInt8], _ text: String = "wake\n") throws {
    let file = (Array("\(path)/".utf8) + name + [0]).map { CChar(bitPattern: $0) }
    let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o640)
    try #require(descriptor >= 0)
    #expect(write(descriptor, text, text.utf8.count) == text.utf8.count)
    close(descriptor)
  }

  @Test("A request is its words; an acceptance names the round that it is for")
  func words() {
    let facts = "3:" + String(repeating: "ab", count: 32)
    let round = SpoolRequest.HeldRoundName(
      recipients: 12, until: 1_800_000_000, facts: facts, reasons: ["usual", "facts"])
    let request = SpoolRequest.acceptRound(round)
    #expect(request.text == "accept-round 12 1800000000 \(facts) facts usual")
    for request in [request, .wake, .promote, .acceptRules(hash: "ab"), .retry(message: nil), .retry(message: 4)] {
      #expect(SpoolRequest(text: request.text + "\n") == request)
    }
    // The line that once switched the guards off for ever.
    #expect(SpoolRequest(text: "accept-round 999999999 9999999999") == nil)
    // Of an acceptance nothing may be missing, and the login is all that follows the hash.
    let hash = String(repeating: "0a", count: 32)
    for text in [
      "accept-proposal 1 \(hash)", "accept-proposal x \(hash) lan", "accept-proposal 1 0a lan", "accept-proposal 1",
    ] {
      #expect(SpoolRequest(text: text) == nil, "\(text)")
    }
    let acceptance = SpoolRequest.acceptProposal(number: 12, sources: hash, login: "Nguyễn Văn  An")
    #expect(SpoolRequest(text: acceptance.text + "\n") == acceptance)
  }

  @Test("What is no request is moved aside once, whatever it is, and the requests beside it are served")
  func strange() throws {
    try spool.drop(.promote)
    try touch(Array("of-root".utf8))
    try touch(Array(String(repeating: "x", count: 250).utf8))
    try touch([0xFF, 0xFE, 0x31])
    try touch(Array("1.2".utf8))
    try touch(Array("1.2.3.4".utf8))
    try touch(Array("1700000000.5.\(String(repeating: "9", count: 40))".utf8))
    try touch(Array("1700000000.5.9".utf8), String(repeating: "promote ", count: 1000))
    try Folder.make(path + "/1700000000.1.1/full/of/things")
    try Folder.make(path + "/empty")
    #expect(mkfifo(path + "/1700000000.1.2", 0o666) == 0)
    #expect(symlink("/etc/passwd", path + "/1700000000.1.3") == 0)
    // Another name of a file: its owner need not be who asks.
    try WholeFile.replace(scratch.path + "/others", with: "promote\n")
    #expect(link(scratch.path + "/others", path + "/1700000000.1.4") == 0)

    let taken = spool.take(now: Int64(time(nil)))
    #expect(taken.entries.map(\.request) == [.promote])
    #expect(taken.aside.count == 12)
    for entry in taken.entries { try spool.remove(entry) }
    #expect(spool.isEmpty, "nothing is left that starts rounds")
    let again = spool.take(now: Int64(time(nil)))
    #expect(again.entries.isEmpty && again.aside.isEmpty)
    // The empty folder is gone, the rest lies there for a day.
    #expect(spool.asideCount == 11)
    _ = spool.take(now: Int64(time(nil)) + 86_500)
    #expect(spool.asideCount == 1, "a folder that is not empty cannot be removed, and asks for nothing")
    #expect(WholeFile.read(scratch.path + "/others") == "promote\n")
  }

  @Test("So many lie aside; more are removed") func many() throws {
    for number in 0..<60 { try touch(Array("strange \(number)".utf8)) }
    #expect(spool.take(now: 5).aside.count == 60)
    #expect(spool.isEmpty)
    #expect(spool.asideCount == 20)
  }

  @Test("Of one user's requests eight are served in a round, a hundred wait; every wake-up is taken") func surplus()
    throws
  {
    for number in 100..<250 { try touch(Array("1700000000.\(number).1".utf8), "promote") }
    for number in 300..<420 { try touch(Array("1700000000.\(number).1".utf8)) }
    var served = 0
    var rounds = 0
    var removed = 0
    while !spool.isEmpty, rounds < 50 {
      let taken = spool.take(now: Int64(time(nil)))
      let requests = taken.entries.filter { $0.request == .promote }
      #expect(requests.count <= 8)
      served += requests.count
      removed += taken.surplus
      for entry in taken.entries { try spool.remove(entry) }
      rounds += 1
    }
    #expect(served == 100 && removed == 50 && rounds == 13)
  }

  @Test("What somebody left who was killed while asking is removed after an hour") func leftovers() throws {
    try touch(Array(".1700000000.1.1".utf8))
    _ = spool.take(now: Int64(time(nil)) + 3000)
    #expect(Folder.allNames(in: path) == [".1700000000.1.1"])
    _ = spool.take(now: Int64(time(nil)) + 3700)
    #expect(Folder.allNames(in: path).isEmpty)
  }

  @Test("A request is its maker's, also in a folder of somebody else's", .enabled(if: geteuid() == 0)) func maker()
    throws
  {
    #expect(chown(path, 12_345, 54_321) == 0)
    try spool.drop(.promote)
    #expect(spool.entries().map(\.user) == [0])
  }

  @Test("Whatever a hostile writer puts there at random, every request beside it is taken once, by its owner")
  func fuzz() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var dropped = 0
    var taken = 0
    for _ in 0..<40 {
      for _ in 0..<Int.random(in: 0...6, using: &random) { try? plant(&random) }
      if Bool.random(using: &random) {
        try spool.drop(.retry(message: Int64(dropped)))
        dropped += 1
      }
      for entry in spool.take(now: Int64(time(nil))).entries {
        if case .retry(let message?) = entry.request {
          #expect(message == Int64(taken) && entry.user == geteuid(), "seed \(seed)")
          taken += 1
        }
        try spool.remove(entry)
      }
      #expect(spool.isEmpty, "seed \(seed)")
    }
    #expect(taken == dropped, "seed \(seed)")
  }

  private func plant(_ random: inout SeededGenerator) throws {
    let length = Int.random(in: 1...255, using: &random)
    let isNumber = Bool.random(using: &random)
    let name: [UInt8] = (0..<length).map { _ in
      isNumber ? UInt8.random(in: 46...57, using: &random) : UInt8.random(in: 1...255, using: &random)
    }.map { $0 == 47 ? 46 : $0 }
    guard name != [46], name != [46, 46] else { return }
    let file = (Array("\(path)/".utf8) + name + [0]).map { CChar(bitPattern: $0) }
    switch Int.random(in: 0...4, using: &random) {
    case 0: mkdir(file, 0o700)
    case 1: mkfifo(file, 0o600)
    case 2: symlink("..", file)
    case 3: mknod(file, S_IFSOCK | 0o600, 0)
    default:
      try touch(name, ["wake", "", "retry x", "accept-round 1 2 3 facts", "\0\0"].randomElement(using: &random) ?? "")
    }
  }
}
