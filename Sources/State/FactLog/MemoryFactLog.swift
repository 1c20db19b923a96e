import Synchronization

/// A log that lives as long as the process: for tests and dry runs.
package final class MemoryFactLog: FactLog {
  private let facts: Mutex<[RecordedFact]>

  package init() { facts = Mutex([]) }

  /// A log with these facts, whose chain is not checked.
  package init(_ facts: [RecordedFact]) { self.facts = Mutex(facts) }

  package func append(
    _ entries: [FactEntry], after expected: FactHead?
  ) throws(StoreFailure) -> [RecordedFact] {
    try facts.withLock { facts throws(StoreFailure) -> [RecordedFact] in
      let head = Self.head(of: facts)
      if let expected, expected != head { throw .headMoved(head) }
      let linked = try FactChain.link(entries, behind: head)
      facts += linked
      return linked
    }
  }

  package func read(_ selection: FactSelection) throws(StoreFailure) -> (facts: [RecordedFact], head: FactHead) {
    facts.withLock { ($0.filter(selection.holds), Self.head(of: $0)) }
  }

  package func head() throws(StoreFailure) -> FactHead { facts.withLock { Self.head(of: $0) } }

  package func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk {
    var walk = ChainWalk(against: anchor)
    for fact in facts.withLock({ $0 }) where try !walk.step(fact) { break }
    walk.finish()
    return walk
  }

  private static func head(of facts: [RecordedFact]) -> FactHead {
    facts.last.map { FactHead(count: $0.sequence, hash: $0.hash) } ?? .empty
  }
}
