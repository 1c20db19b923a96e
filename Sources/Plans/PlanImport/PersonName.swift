/// Names of people, by their form: *Đ/c Trần Văn B - PCT UBND*, *Nguyễn Văn An*.
enum PersonName {
  /// Words before the names of people, folded.
  static let titles: Set<String> = [
    "đ/c", "đồng chí", "ông", "bà", "anh", "chị", "cô", "thầy", "bs", "bs.", "ths", "ths.", "ts.", "mr", "mr.", "ms",
    "ms.",
  ]

  /// Whether the text begins with such a word: *Đ/c: Ngô Thị Hạnh*, *Đồng chí Bí thư*.
  static func isTitled(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: " ").prefix(2).map { $0.folded.filter { $0 != "," && $0 != ":" } }
    return words.first.map(titles.contains) == true || titles.contains(words.joined(separator: " "))
  }

  /// Whether the text is nothing but a title, behind which the name follows a colon: *Đ/c*.
  static func isTitle(_ text: some StringProtocol) -> Bool { titles.contains(text.folded.bare) }

  /// Whether the text is a name alone: two to five words, each with one capital, the first.
  static func isBare(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count), !UnitNames.beginsWithNoun(String(text)) else { return false }
    return words.allSatisfy { word in
      word.first?.isUppercase == true && word.dropFirst().allSatisfy { $0.isLetter && !$0.isUppercase }
    }
  }
}
