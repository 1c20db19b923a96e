import Dispatch

/// How many processors a computation takes.
package enum Processors {
  /// Whether it takes one alone, as in the daemon, where others answer requests meanwhile.
  @TaskLocal package static var isOne = false
}

extension Range<Int> {
  /// Maps its numbers on all processors, a share of them at a time, and keeps their order.
  ///
  /// A few shares are done before a second thread has begun: then there is only one.
  package func mapConcurrently<Result: Sendable>(
    share: Int = 64, _ transform: @Sendable (Int) -> Result
  ) -> [Result] {
    let share = Processors.isOne || count < 3 * share ? Swift.max(count, 1) : share
    return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
      // Each place is written by one thread alone.
      guard let start = buffer.baseAddress else { return }
      nonisolated(unsafe) let first = start
      DispatchQueue.concurrentPerform(iterations: (count + share - 1) / share) { number in
        for index in number * share..<Swift.min((number + 1) * share, count) {
          (first + index).initialize(to: transform(lowerBound + index))
        }
      }
      filled = count
    }
  }

  /// Cut into ranges of `share` numbers and a rest.
  package func cut(into share: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: share).map { $0..<Swift.min($0 + share, upperBound) }
  }
}
