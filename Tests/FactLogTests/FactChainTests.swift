import Foundation
import Hashing
import Testing

@testable import FactLog

@Suite("The hash chain")
struct FactChainTests {
  static let facts = (try? FactChain.link((1...5).map { FactLogConformance.entry($0) }, behind: .empty)) ?? []

  /// Computed by Python: hashlib.sha256(bytes(32) + canonical).
  @Test("The bytes that are hashed are those of the definition") func definition() throws {
    let entry = FactEntry(
      line: "x ngày 09/5/2024", plan: nil, author: "lan", recordedAt: 1_715_220_000, document: "5/BC")
    #expect(
      try FactChain.hash(1, entry, behind: .start).description
        == "f42cc0579e5087f79c330c6497b2558a766e2d60962848de20a6da2eefb5e8fa")
  }

  @Test("A head is written and read") func heads() throws {
    let head = FactHead(count: 5, hash: Self.facts[4].hash)
    #expect(FactHead(head.description) == head)
    #expect(SHA256Digest(bytes: head.hash.bytes) == head.hash)
    for wrong in ["", "5", "5:", ":" + head.hash.description, "-1:\(head.hash)", "5:\(head.hash)0", "5:x\(head.hash)"] {
      #expect(FactHead(wrong) == nil)
    }
  }

  /// Each field of the third fact, changed by somebody who does not know how hashes are made.
  static let forgeries: [(String, @Sendable (inout FactEntry) -> Void)] = [
    ("line", { $0.line += " " }), ("plan", { $0.plan = "q" }), ("no plan", { $0.plan = nil }),
    ("author", { $0.author = "root" }), ("for whom", { $0.onBehalfOf = nil }),
    ("recorded at", { $0.recordedAt += 1 }), ("document", { $0.document = "6/BC" }), ("note", { $0.note = nil }),
    ("moved text", { ($0.document, $0.note) = ($0.note, $0.document) }), ("empty for none", { $0.note = "" }),
  ]

  @Test("A changed field breaks the chain at its fact", arguments: forgeries.indices)
  func fields(index: Int) throws {
    var facts = Self.facts
    var entry = facts[2].entry
    Self.forgeries[index].1(&entry)
    facts[2] = RecordedFact(
      sequence: 3, entry: entry, previousHash: facts[2].previousHash, hash: facts[2].hash)
    #expect(try Self.broken(facts) == .wrongHash(sequence: 3))
    // With its own hash made right, the next link breaks.
    let hash = try FactChain.hash(3, entry, behind: facts[1].hash)
    facts[2] = RecordedFact(sequence: 3, entry: entry, previousHash: facts[1].hash, hash: hash)
    #expect(try Self.broken(facts) == .wrongPrevious(sequence: 4))
    // With the whole rest made anew, only an anchor tells.
    let rest = try FactChain.link(
      facts[3...].map(\.entry), behind: FactHead(count: 3, hash: hash))
    let forged = facts[..<3] + rest
    #expect(try Self.broken(Array(forged)) == nil)
    let anchor = FactHead(count: 5, hash: Self.facts[4].hash)
    #expect(
      try MemoryFactLog(Array(forged)).verify(against: anchor).broken
        == .otherThanAnchor(anchor, found: rest[1].hash))
  }

  @Test("Removed, repeated and swapped facts are found") func order() throws {
    var facts = Self.facts
    facts.remove(at: 1)
    #expect(try Self.broken(facts) == .wrongSequence(expected: 2, found: 3))
    facts = Self.facts
    facts.swapAt(1, 2)
    #expect(try Self.broken(facts) == .wrongSequence(expected: 2, found: 3))
    facts = Self.facts + [Self.facts[4]]
    #expect(try Self.broken(facts) == .wrongSequence(expected: 6, found: 5))
    facts = Array(Self.facts.dropLast())
    #expect(try Self.broken(facts) == nil)
    let anchor = FactHead(count: 5, hash: Self.facts[4].hash)
    #expect(try MemoryFactLog(facts).verify(against: anchor).broken == .shorterThanAnchor(anchor, count: 4))
    // Renumbered to hide the gap.
    facts = Self.facts
    facts.remove(at: 1)
    facts = facts.enumerated().map {
      RecordedFact(
        sequence: $0 + 1, entry: $1.entry, previousHash: $1.previousHash, hash: $1.hash)
    }
    #expect(try Self.broken(facts) == .wrongPrevious(sequence: 2))
  }

  private static func broken(_ facts: [RecordedFact]) throws -> ChainWalk.Break? {
    try MemoryFactLog(facts).verify(against: nil).broken
  }
}
