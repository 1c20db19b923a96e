import Deadlines

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
    let read = wordings.indices.mapConcurrently { [deadlines, wordings] in deadlines.read(wordings[$0]) }
    for (text, reading) in zip(wordings, read) { readings[ByteString(text)] = reading }
  }
}
