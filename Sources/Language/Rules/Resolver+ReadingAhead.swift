import Deadlines
import Dispatch

extension Resolver {
  /// Reads the distinct wordings of all due lines on all processors. Reading one needs nothing of another, and is most of
  /// the work of a large book.
  func readAhead() {
    var wordings: [String] = []
    var seen: Set<ByteString> = []
    for place in taskBlocks {
      let file = files[place.file]
      for field in file.syntax.blocks[place.block].fields where field.key == .due && !field.value.isEmpty {
        let text = file.text(field.value)
        if seen.insert(ByteString(text)).inserted { wordings.append(text) }
      }
    }
    // A small book is read before a second thread has begun.
    guard wordings.count >= 200 else { return }
    for (text, reading) in zip(wordings, deadlines.readAll(wordings)) { readings[ByteString(text)] = reading }
  }
}

extension DeadlineReader {
  fileprivate func readAll(_ wordings: [String]) -> [DeadlineReading] {
    let share = 64
    return [DeadlineReading](unsafeUninitializedCapacity: wordings.count) { buffer, count in
      // Each share is written by one thread alone.
      nonisolated(unsafe) let found = buffer.baseAddress!
      DispatchQueue.concurrentPerform(iterations: (wordings.count + share - 1) / share) { number in
        for index in number * share..<min((number + 1) * share, wordings.count) {
          (found + index).initialize(to: read(wordings[index]))
        }
      }
      count = wordings.count
    }
  }
}
