import Deadlines

/// Reads `T`: `[PLAN/]ID [(label)] [kỳ KEY] [của U]` · `[at KEY] [of U]`.
struct SubjectReader {
  let line: WordLine
  let deadlines: DeadlineReader

  /// The words that introduce the unit.
  static let unitWords = ["của", "of", "by"]

  /// Reads all words from `start` up to `end`; nil if they are no subject.
  func subject(_ start: Int, _ end: Int, unitWords: [String] = Self.unitWords) -> SubjectSyntax? {
    guard start < end else { return nil }
    let word = line.text(start, start + 1)
    var parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, parts.allSatisfy({ HeaderLine.isID($0.utf8) }), let id = parts.popLast() else { return nil }
    var subject = SubjectSyntax(plan: parts.first, id: id)
    var index = start + 1
    if line.key(index) == "(", index < end {
      guard let close = closing(index, end) else { return nil }
      subject.label = line.text(index + 1, close)
      index = close + 1
    }
    let units = line.occurrences(of: unitWords, from: index, to: end)
    if let key = line.match(index, ["kỳ", "kì", "at"]), key < end {
      // Words like *của* never stand in a key, so the first one begins the unit.
      let keyEnd = units.first?.start ?? end
      guard key < keyEnd else { return nil }
      subject.key = KeyText.read(line.text(key, keyEnd), with: deadlines)
      index = keyEnd
    }
    if index < end {
      guard let unit = units.first, unit.start == index, unit.end < end else { return nil }
      subject.unit = line.text(unit.end, end)
    }
    return subject
  }

  private func closing(_ open: Int, _ end: Int) -> Int? {
    var depth = 0
    for index in open..<end {
      if line.key(index) == "(" { depth += 1 }
      if line.key(index) == ")" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
