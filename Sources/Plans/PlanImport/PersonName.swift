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
      word.first?.isUppercase == true
        && word.dropFirst().allSatisfy { $0.isLetter && !$0.isUppercase || "'’".contains($0) }
    }
  }

  /// Whether the text is a name alone, perhaps behind a degree or a rank: *BSCKII. Đặng Ngọc Ẩn*, *Kỹ sư Ngô Bá Lộc*.
  static func isSigned(_ text: some StringProtocol) -> Bool {
    var words = String(text).split { $0.isWhitespace }.map(String.init)
    while let first = words.first, words.count > 2 {
      if first.hasSuffix("."), first.count <= 12, first.contains(where: { $0.isUppercase }) {
        words.removeFirst()
      } else if degrees.contains(words.prefix(2).joined(separator: " ").folded) {
        words.removeFirst(2)
      } else if degrees.contains(first.folded) || titles.contains(first.folded) {
        words.removeFirst()
      } else {
        break
      }
    }
    return isBare(words.joined(separator: " ").bare)
  }

  private static let degrees: Set<String> = [
    "kỹ sư", "ks", "cử nhân", "thạc sĩ", "thạc sỹ", "ths", "tiến sĩ", "tiến sỹ", "ts", "bác sĩ", "bác sỹ", "dược sĩ",
    "ds", "giáo sư", "gs", "pgs", "luật sư", "kiến trúc sư", "kts", "nhà giáo", "đại tướng", "thượng tướng",
    "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy",
    "thiếu úy", "nghệ sĩ", "bsckii", "bscki", "bs.ckii", "bs.cki", "bsck2", "bsck1", "ck1", "ck2", "cn",
  ]
}
