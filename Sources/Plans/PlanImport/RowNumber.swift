/// The number of a row as printed: *IV*, *A*, *2*, *2.1*, *a)*.
struct RowNumber: Equatable {
  enum Kind: Hashable {
    case roman, upper, arabic
    case dotted(Int)
    case lower
  }

  var kind: Kind
  /// The number without marks: `IV`, `2.1`.
  var text: String

  /// Nil if `text` is no number of a row.
  ///
  /// - Parameter previous: the section before, by which the letter *V* after *U* is told from the Roman number.
  init?(_ text: String, after previous: String? = nil) {
    let bare = text.onOneLine.trimmingMarks
    guard !bare.isEmpty, bare.count <= 12 else { return nil }
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    if parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) {
      let numbers = parts.map { $0.drop { $0 == "0" } }.map { $0.isEmpty ? "0" : String($0) }
      guard numbers.allSatisfy({ $0.count <= 4 }) else { return nil }
      self.text = numbers.joined(separator: ".")
      kind = parts.count == 1 ? .arabic : .dotted(parts.count)
      return
    }
    if bare.count == 1, let letter = bare.first, letter.isLetter {
      self.text = bare
      let follows = previous.map { RowNumber.isNextLetter(letter, after: $0) } ?? false
      if letter.isLowercase {
        kind = .lower
      } else {
        kind = "IVX".contains(letter) && !follows ? .roman : .upper
      }
      return
    }
    if RowNumber.isRoman(bare) {
      self.text = bare
      kind = .roman
      return
    }
    // *II.1*, *A.2*, *1a*
    if parts.count > 1, let first = parts.first,
      RowNumber.isRoman(first) || first.count == 1 && first.allSatisfy(\.isUppercase),
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) })
    {
      self.text = bare
      kind = .dotted(parts.count)
      return
    }
    return nil
  }

  private static func isNextLetter(_ letter: Character, after previous: String) -> Bool {
    let order = Array("ABCDĐEGHIKLMNOPQRSTUVXY")
    guard previous.count == 1, let last = previous.first, let index = order.firstIndex(of: last) else { return false }
    return index + 1 < order.count && order[index + 1] == letter
  }

  /// Whether the text is a Roman number from I to XXXIX.
  static func isRoman(_ text: some StringProtocol) -> Bool {
    var rest = text[...]
    var tens = 0
    while rest.first == "X", tens < 3 {
      rest = rest.dropFirst()
      tens += 1
    }
    return !text.isEmpty && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(String(rest))
  }

  /// The number that a text begins with, and the text behind it: *II. CẢI CÁCH*, *2.1. Ban hành*.
  static func leading(_ text: String) -> (number: RowNumber, rest: String)? {
    guard let space = text.firstIndex(where: { $0 == " " || $0 == ")" }) else { return nil }
    let head = text[...space].trimmed
    guard head.last == "." || head.last == ")" || head.contains("."), let number = RowNumber(head) else { return nil }
    return (number, text[text.index(after: space)...].trimmed)
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension StringProtocol {
  /// The text without brackets and full stops around a number.
  fileprivate var trimmingMarks: String {
    var text = self[...]
    while let first = text.first, "([*".contains(first) { text = text.dropFirst() }
    while let last = text.last, ")].:/-*".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
