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
      for word in line.split(separator: " ") {
        let last = sentences.count - 1
        sentences[last] += sentences[last].isEmpty ? "\(word)" : " \(word)"
        if let mark = word.last, ".!?;".contains(mark), !isOrdinal(word) { sentences.append("") }
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
    return (first...(words.count - phrase.count)).compactMap { start in
      let range = start..<(start + phrase.count)
      return words[range].map(\.folded) == phrase ? range : nil
    }
  }

  /// Words as they were written, without marks around them all.
  func text(_ range: Range<Int>) -> String {
    words[range].map(\.written).joined(separator: " ").trimmed { " .,;:!-–".contains($0) }
  }
}
