import Diagnostics

/// Forms of a text in which headings, unit names and sentences are compared.
extension StringProtocol {
  /// The text as names are compared: lower case, one kind of dash, single blanks.
  var folded: String { FoldedName(String(self)).text }

  /// The text without blanks and line ends at both ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }

  /// The text on one line, with single blanks.
  var onOneLine: String {
    // Scalars are compared, because a combining mark on a blank would hide it.
    unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }.joined(
      separator: " ")
  }

  /// The text without the marks and blanks that lists leave at its ends.
  var bare: String {
    let marks: Set<Character> = [".", ",", ";", ":", "-", "–", "+", "•", "*", "…"]
    var text = self[...]
    while let first = text.first, first.isWhitespace || marks.contains(first) { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace || marks.contains(last) || last == "/" { text = text.dropLast() }
    return String(text)
  }

  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  var startsLowercase: Bool { first?.isLowercase ?? false }

  /// Whether the text has letters, and all of them are capitals.
  var isUppercase: Bool {
    var hasLetters = false
    for character in self where character.isLetter {
      if character.isLowercase { return false }
      hasLetters = true
    }
    return hasLetters
  }
}

extension String {
  /// With a capital first letter.
  var capitalized: String { prefix(1).uppercased() + dropFirst() }

  func contains(anyOf words: [String]) -> Bool { words.contains { contains($0) } }

  /// Whether one of `words` stands in the text as whole words; both must be folded.
  func hasWord(_ words: [String]) -> Bool {
    let padded = " " + String(map { $0.isLetter || $0.isNumber ? $0 : " " }) + " "
    return words.contains { padded.contains(" \($0) ") }
  }
}
