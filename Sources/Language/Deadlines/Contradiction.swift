import CivilCalendar

/// A day that is told with a weekday that it is not (*Monday 5 June 2024*, *5 June 2024 (Monday)*, which is a Wednesday).
enum Contradiction {
  /// The longest day has so many tokens.
  private static let longest = 8

  /// The day, its weekday and the one told, in both languages.
  static func find(in text: DeadlineText) -> Refusal.Place? {
    let reader = DeadlineReader()
    for first in 0..<text.count {
      for length in [2, 1] where first + length <= text.count {
        guard let told = reader.weekday(text.slice(first..<first + length)),
          let (tokens, day) = date(beside: first..<first + length, text, reader), day.weekday != told
        else { continue }
        let names = [CanonicalWording(.vi), CanonicalWording(.en)].flatMap { wording in
          [day.weekday, told].map { wording.text(of: $0) }
        }
        return (text.range(tokens), [text.slice(tokens)] + names)
      }
    }
    return nil
  }

  /// The day behind a weekday, or before it and a comma or bracket.
  private static func date(beside weekday: Range<Int>, _ text: DeadlineText, _ reader: DeadlineReader)
    -> (Range<Int>, CivilDate)?
  {
    func isMark(_ at: Int) -> Bool { [",", "("].contains(text.key(at)) }
    let start = (weekday.upperBound..<text.count).first { !isMark($0) } ?? text.count
    var places = (start..<min(text.count, start + longest)).reversed().map { start..<$0 + 1 }
    if isMark(weekday.lowerBound - 1) {
      let end = weekday.lowerBound - 1
      places += (max(0, end - longest)..<end).map { $0..<end }
    }
    for place in places {
      guard let civil = reader.date(text.slice(place))?.civil else { continue }
      return civil.year.flatMap { CivilDate(year: $0, month: civil.month, day: civil.day) }.map { (place, $0) }
    }
    return nil
  }
}
