import FactLog

/// Another clerk is always a little faster, once.
final class OvertakenLog: FactLog {
  private let log = MemoryFactLog()

  func append(_ entries: [FactEntry], after expected: FactHead?) throws(StoreFailure) -> [RecordedFact] {
    if try log.head() == .empty {
      _ = try log.append([
        FactEntry(
          line: "vi-du-2024/VII.9 kỳ 2024-Q1 xong ngày 15/3/2024", plan: "vi-du-2024", author: "hoa", recordedAt: 0)
      ])
    }
    return try log.append(entries, after: expected)
  }
  func read(_ selection: FactSelection) throws(StoreFailure) -> (facts: [RecordedFact], head: FactHead) {
    try log.read(selection)
  }
  func head() throws(StoreFailure) -> FactHead { try log.head() }
  func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk { try log.verify(against: anchor) }
}

/// Fails whatever is asked of it.
struct BrokenLog: FactLog {
  let failure: StoreFailure

  func append(_ entries: [FactEntry], after expected: FactHead?) throws(StoreFailure) -> [RecordedFact] {
    throw failure
  }
  func read(_ selection: FactSelection) throws(StoreFailure) -> (facts: [RecordedFact], head: FactHead) {
    throw failure
  }
  func head() throws(StoreFailure) -> FactHead { throw failure }
  func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk { throw failure }
}

/// An empty log whose only write fails.
struct FailingAppend: FactLog {
  let failure: StoreFailure

  func append(_ entries: [FactEntry], after expected: FactHead?) throws(StoreFailure) -> [RecordedFact] {
    throw failure
  }
  func read(_ selection: FactSelection) throws(StoreFailure) -> (facts: [RecordedFact], head: FactHead) { ([], .empty) }
  func head() throws(StoreFailure) -> FactHead { .empty }
  func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk { ChainWalk(against: anchor) }
}
