import Diagnostics

/// A sentence of an answer as words.
struct ReplySentence {
  struct Word {
    /// As it was written, with the marks around it.
    let written: String
    /// Without marks around it, folded.
    let folded: String
  }

  let words: [Word]
  let isQuestion: Bool

  /// - Parameter isPlain: whether the answer has no Vietnamese marks at all, so that words are compared without them.
  init(_ text: String, isPlain: Bool) {
    words = text.split { $0.isWhitespace }.map { written in
      Word(written: String(written), folded: Self.folded(written.trimmed { Self.marks.contains($0) }, isPlain: isPlain))
    }
    isQuestion = text.hasSuffix("?")
  }

  /// `/` and `-` are parts of numbers.
  private static let marks: Set<Character> = Set(".,;:!?()[]{}\"'“”‘’«»*_…<>")

  static func folded(_ text: String, isPlain: Bool) -> String {
    let folded = FoldedName(text).text
    return isPlain ? PlainLetters.of(folded) : folded
  }

  /// The answer's sentences: cut at line ends, and behind `.`, `!`, `?`, `;` before a blank. Lines that a mail program
  /// broke are joined.
  static func all(of text: String, isPlain: Bool) -> [ReplySentence] {
    var sentences: [String] = [""]
    for line in unbroken(text) {
      let words = line.split(separator: " ")
      for (index, word) in words.enumerated() {
        let last = sentences.count - 1
        sentences[last] += sentences[last].isEmpty ? "\(word)" : " \(word)"
        guard let mark = word.last, ".!?;".contains(mark), !isOrdinal(word) else { continue }
        // `no. 7`
        let isNumber = word.lowercased() == "no." && index + 1 < words.count && words[index + 1].first?.isNumber == true
        if !isNumber { sentences.append("") }
      }
      sentences.append("")
    }
    return sentences.filter { !$0.isEmpty }.map { ReplySentence($0, isPlain: isPlain) }
  }

  /// Whether it is the number of a list (`1.`), which ends no sentence.
  private static func isOrdinal(_ word: Substring) -> Bool {
    word.last == "." && (word.count == 2 || word.dropLast().allSatisfy { ("0"..."9").contains($0) })
  }

  private static func unbroken(_ text: String) -> [String] {
    var lines: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let begins = line.first.map { !"-*+•".contains($0) } ?? false
      if isOpen, begins, let last = lines.popLast() { lines.append("\(last) \(line)") } else { lines.append(line) }
      // A line this long, without a mark at its end, was broken to fit.
      isOpen = line.count > 55 && !".!?;:".contains(line.last ?? ".")
    }
    return lines
  }

  /// The places of a phrase, which is folded as the sentence is.
  func places(of phrase: [String], from first: Int = 0) -> [Range<Int>] {
    guard !phrase.isEmpty, first + phrase.count <= words.count else { return [] }
    return (first...(words.count - phrase.count)).compactMap { has(phrase, at: $0) ? $0..<($0 + phrase.count) : nil }
  }

  /// Whether a phrase, which is folded as the sentence is, begins at that word.
  func has(_ phrase: [String], at start: Int) -> Bool {
    start >= 0 && start + phrase.count <= words.count
      && phrase.indices.allSatisfy { words[start + $0].folded == phrase[$0] }
  }

  /// The places that lie in no other.
  static func outermost(_ places: some Sequence<Range<Int>>) -> [Range<Int>] {
    var outer: [Range<Int>] = []
    for place in places.sorted(by: { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) })
    where place.upperBound > outer.last?.upperBound ?? 0 {
      outer.append(place)
    }
    return outer
  }

  /// Words as they were written, without marks around them all; brackets and quotes that have no partner are such too.
  func text(_ range: Range<Int>) -> String {
    var text = words[range].map(\.written).joined(separator: " ").trimmed(where: Self.isAround)
    while let last = text.last, let open = Self.partners[last],
      text.count(where: { $0 == last }) > text.count(where: { $0 == open })
    {
      text = text.dropLast().trimmed(where: Self.isAround)
    }
    return text
  }

  /// Words without brackets and quotes, as a day or a number is read.
  func bare(_ range: Range<Int>) -> String {
    words[range].map { word in word.written.filter { !Self.brackets.contains($0) } }.joined(separator: " ")
      .trimmed { Self.isAround($0) || $0 == "/" || $0 == "…" }
  }

  private static func isAround(_ letter: Character) -> Bool { " .,;:!-–".contains(letter) }
  private static let partners: [Character: Character] = [")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", "»": "«"]
  private static let brackets: Set<Character> = Set("()[]{}<>\"'“”‘’«»*_`")
}
