import CivilCalendar

/// What holds after the last transition, in the form of POSIX's variable TZ (IEEE Std 1003.1, 8.3, with the times of day of
/// RFC 8536, 3.3.1): `CET-1CEST,M3.5.0,M10.5.0/3`.
struct TimeZoneRule: Sendable {
  private let standard: Int64
  private let summer: (offset: Int64, start: Change, end: Change)?

  /// A day of the year and a time of that day.
  private struct Change: Sendable {
    enum Day: Sendable {
      /// 1 to 365, 29 February never counted.
      case julian(Int)
      /// 0 to 365.
      case zeroBased(Int)
      /// Weekday 0 (Sunday) to 6 of week 1 to 5 (5: the last).
      case weekday(month: Int, week: Int, day: Int)
    }

    var day: Day
    /// Seconds after 0:00 by the clock before the change.
    var time: Int64

    /// Seconds since 1970 by that clock.
    func local(year: Int) -> Int64 {
      guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return 0 }
      let number: Int
      switch day {
      case .julian(let day):
        let isAfterFebruary = day >= 60 && CivilDate.daysInMonth(year: year, month: 2) == 29
        number = Int(newYear.dayNumber) + day - 1 + (isAfterFebruary ? 1 : 0)
      case .zeroBased(let day): number = Int(newYear.dayNumber) + day
      case .weekday(let month, let week, let day):
        let first = CivilDate(year: year, month: month, day: 1) ?? newYear
        // Monday is 1 and Sunday 7 there; 0 here.
        let forward = (day - first.weekday.rawValue % 7 + 7) % 7
        let length = CivilDate.daysInMonth(year: year, month: month)
        var inMonth = 1 + forward + (week - 1) * 7
        if inMonth > length { inMonth -= 7 }
        number = Int(first.dayNumber) + inMonth - 1
      }
      return Int64(number - TimeZoneRule.epoch) * 86_400 + time
    }
  }

  /// Day number of 1 January 1970.
  private static let epoch = 719_163

  func offset(at instant: Int64) -> Int64 {
    guard let summer else { return standard }
    let days = Int((min(max(instant, -60_000_000_000), 250_000_000_000) + standard) / 86_400)
    guard let year = CivilDate(dayNumber: days + Self.epoch)?.year else { return standard }
    let start = summer.start.local(year: year) - standard
    let end = summer.end.local(year: year) - summer.offset
    let isSummer = start < end ? (start..<end).contains(instant) : !(end..<start).contains(instant)
    return isSummer ? summer.offset : standard
  }

  // MARK: Reading

  /// Nil unless the whole text is such a rule.
  init?(_ text: String) {
    var scanner = Scanner(text)
    guard scanner.name(), let west = scanner.time(hours: 24) else { return nil }
    standard = -west
    guard !scanner.isAtEnd else {
      summer = nil
      return
    }
    guard scanner.name() else { return nil }
    var offset = -west + 3600
    if !scanner.isNext(",") {
      guard let west = scanner.time(hours: 24) else { return nil }
      offset = -west
    }
    guard scanner.take(","), let start = scanner.change(), scanner.take(","), let end = scanner.change(),
      scanner.isAtEnd
    else { return nil }
    summer = (offset, start, end)
  }

  private struct Scanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    func isNext(_ character: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: character) }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard isNext(character) else { return false }
      rest.removeFirst()
      return true
    }

    /// At least three letters, or anything in angle brackets.
    mutating func name() -> Bool {
      if take("<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[rest.index(after: end)...]
        return true
      }
      let letters = rest.prefix { (97...122).contains($0 | 32) }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 3
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
      let digits = rest.prefix { (48...57).contains($0) }
      guard (1...3).contains(digits.count), let value = Int(String(Substring(digits))), range.contains(value) else {
        return nil
      }
      rest = rest.dropFirst(digits.count)
      return value
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(hours: Int) -> Int64? {
      let isNegative = take("-")
      if !isNegative { _ = take("+") }
      guard let hour = number(0...hours) else { return nil }
      var seconds = hour * 3600
      for unit in [60, 1] {
        guard take(":") else { break }
        guard let value = number(0...59) else { return nil }
        seconds += value * unit
      }
      return Int64(isNegative ? -seconds : seconds)
    }

    mutating func change() -> Change? {
      guard let day = day() else { return nil }
      guard take("/") else { return Change(day: day, time: 2 * 3600) }
      return time(hours: 167).map { Change(day: day, time: $0) }
    }

    private mutating func day() -> Change.Day? {
      if take("J") { return number(1...365).map { .julian($0) } }
      guard take("M") else { return number(0...365).map { .zeroBased($0) } }
      guard let month = number(1...12), take("."), let week = number(1...5), take("."), let day = number(0...6) else {
        return nil
      }
      return .weekday(month: month, week: week, day: day)
    }
  }
}
