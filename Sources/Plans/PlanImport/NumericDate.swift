/// A day written with three numbers, which may stand in either order: *5/6/2026*.
struct NumericDate: Equatable {
  var first: Int
  var second: Int
  var year: Int
  var range: Range<String.Index>
  /// Whether a number below 10 has a zero before it, and one has none: *05/6/2026* is how plans write days.
  var pads: (first: Bool, second: Bool)

  static func == (left: NumericDate, right: NumericDate) -> Bool {
    (left.first, left.second, left.year) == (right.first, right.second, right.year)
  }

  /// All such days in a text.
  static func all(in text: String) -> [NumericDate] {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return [] }
    var found: [NumericDate] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isASCIIDigit, let date = NumericDate(text, at: index) else {
        // The rest of a longer number is no day.
        while index < text.endIndex, text[index].isASCIIDigit || text[index] == "/" { index = text.index(after: index) }
        if index < text.endIndex { index = text.index(after: index) }
        continue
      }
      found.append(date)
      index = date.range.upperBound
    }
    return found
  }

  /// The day, if the text is nothing else.
  static func only(in text: String) -> NumericDate? {
    let found = all(in: text)
    guard found.count == 1, let date = found.first, text[date.range].count == text.trimmed.count else { return nil }
    return date
  }

  private init?(_ text: String, at start: String.Index) {
    let parts = text[start...].prefix { $0.isASCIIDigit || $0 == "/" }
    let numbers = parts.split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers[2].count == 4, numbers.prefix(2).allSatisfy({ (1...2).contains($0.count) }),
      let first = Int(numbers[0]), let second = Int(numbers[1]), let year = Int(numbers[2]),
      (1...31).contains(first), (1...31).contains(second), min(first, second) <= 12
    else { return nil }
    (self.first, self.second, self.year, range) = (first, second, year, parts.startIndex..<parts.endIndex)
    pads = (numbers[0].hasPrefix("0"), numbers[1].hasPrefix("0"))
  }
}
