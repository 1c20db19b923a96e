import CivilCalendar

/// Two days of the calendar as headings of weeks print them: *từ 01/3 đến 07/3*, *05/7 - 11/7/2027*, *01-07/3*.
struct DaySpan {
  /// Nil where no year is known.
  let days: DayRange?

  /// Nil for other texts.
  ///
  /// - Parameter year: the one of days that name none.
  init?(_ text: String, year: Int?) {
    let words = text.folded.split { !$0.isNumber && $0 != "/" }.map(String.init)
    let letters = text.folded.split { !$0.isLetter }.map(String.init)
    guard words.count == 2, letters.allSatisfy({ ["từ", "ngày", "đến", "hết", "tới"].contains($0) }),
      let last = Self.numbers(words[1]), last.count >= 2, let first = Self.numbers(words[0])
    else { return nil }
    guard let year = last.count == 3 ? last[2] : year else {
      days = nil
      return
    }
    let from = CivilDate(
      year: first.count == 3 ? first[2] : year, month: first.count > 1 ? first[1] : last[1], day: first[0])
    guard let from, let until = CivilDate(year: year, month: last[1], day: last[0]), from < until else { return nil }
    days = DayRange(first: from, last: until)
  }

  /// *22/3*, *22/3/2027*
  static func isDay(_ word: String) -> Bool {
    guard let numbers = numbers(word), numbers.count > 1 else { return false }
    return (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
      && (numbers.count == 2 || (1990...2199).contains(numbers[2]))
  }

  private static func numbers(_ word: String) -> [Int]? {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 4 ? Int($0) : nil }
    return numbers.count == parts.count && (1...3).contains(numbers.count) ? numbers : nil
  }
}

/// The names of weekdays: *thứ Hai*, *thứ 2*, *Chủ nhật*.
enum WeekdayName {
  /// The weekday that the folded words begin with, and how many words it takes; nil if they begin with none.
  static func leading(_ words: ArraySlice<String>) -> (weekday: Weekday, count: Int)? {
    guard let first = words.first else { return nil }
    let second = words.dropFirst().first ?? ""
    if first == "chủ", second.bare == "nhật" { return (.sunday, 2) }
    guard first == "thứ", let number = numbers[second.bare], let weekday = Weekday(rawValue: number) else { return nil }
    return (weekday, 2)
  }

  private static let numbers = [
    "hai": 1, "2": 1, "ba": 2, "3": 2, "tư": 3, "4": 3, "năm": 4, "5": 4, "sáu": 5, "6": 5, "bảy": 6, "bẩy": 6, "7": 6,
  ]
}
