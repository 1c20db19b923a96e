import CivilCalendar
import Deadlines

/// Finds the days of periods, windows and dates by walking over days one by one.
///
/// Written for comparison: it shares nothing with the engine but the numbers of days, and is as slow as it is plain.
struct DayWalk {
  /// There is no such day or period.
  struct Impossible: Error {}

  typealias Days = ClosedRange<Int>

  /// The period in which something is looked for: the plan's year, or one of a rhythm.
  struct Frame {
    var days: Days
    /// Nil for a reporting period.
    var unit: PeriodUnit?
    var isPlan = false
  }

  var planYear: Int
  /// Weekdays that are off, and days of the weekend that are worked.
  let off: Set<Int>
  let worked: Set<Int>

  var plan: Frame { Frame(days: days(of: planYear, from: 1), unit: .year, isPlan: true) }

  // MARK: Days

  func parts(_ day: Int) -> (year: Int, month: Int, day: Int) { (CivilDate(dayNumber: day) ?? .last).components }

  func number(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    CivilDate(year: year, month: month, day: day).map { Int($0.dayNumber) }
  }

  /// Day 1 was a Monday.
  func weekday(_ day: Int) -> Int { (day - 1) % 7 + 1 }

  func isWorking(_ day: Int) -> Bool { worked.contains(day) || weekday(day) <= 5 && !off.contains(day) }

  /// Twelve months from the first of a month.
  private func days(of year: Int, from month: Int) -> Days {
    (number(year, month, 1) ?? 0)...(number(year + 1, month, 1) ?? 0) - 1
  }

  // MARK: Periods

  /// Two days lie in one period of a unit when their numbers are equal; numbers grow by one. The school year of the test
  /// begins on 1 September and has terms until December and from January on; the fiscal year begins on 1 April.
  func period(_ unit: PeriodUnit, of day: Int) -> Int {
    let (year, month, _) = parts(day)
    return switch unit {
    case .day, .workingDay: day
    case .week: (day - 1) / 7
    case .month: year * 12 + month - 1
    case .quarter: year * 4 + (month - 1) / 3
    case .half: year * 2 + (month - 1) / 6
    case .year: year
    case .schoolYear: month >= 9 ? year : year - 1
    case .fiscalYear: month >= 4 ? year : year - 1
    case .term: month >= 9 ? year * 2 : year * 2 - 1
    }
  }

  /// The days of the period with that number, looked for from a day on.
  func days(_ unit: PeriodUnit, _ wanted: Int, near day: Int) -> Days {
    var first = day
    while period(unit, of: first) >= wanted { first -= 1 }
    while period(unit, of: first) < wanted { first += 1 }
    var last = first
    while period(unit, of: last + 1) == wanted { last += 1 }
    return first...last
  }

  /// The numbers of the periods that have a day among these.
  private func periods(_ unit: PeriodUnit, in days: Days) -> [Int] {
    var found: [Int] = []
    for number in days.map({ period(unit, of: $0) }) where number != found.last { found.append(number) }
    return found
  }

  func resolve(_ expression: PeriodExpression, _ frame: Frame) throws -> Days {
    switch expression {
    case .own(let unit):
      guard let unit, unit != frame.unit else { return frame.days }
      guard unit.isYear else { throw Impossible() }
      return days(unit, parts(frame.days.lowerBound).year, near: frame.days.lowerBound)
    case .each: throw Impossible()
    case .year(let unit, let year): return days(unit, year, near: number(year, 10, 1) ?? 0)
    case .child(let unit, let n, let outer):
      let whole = try resolve(outer, frame)
      // ISO 8601: a week belongs to the year of its Thursday. The terms of a year are those of the school year that
      // begins in it.
      let numbers =
        switch unit {
        case .week: whole.filter { weekday($0) == 4 }.map { period(.week, of: $0) }
        case .term: [0, 1].map { parts(whole.lowerBound).year * 2 + $0 }
        default: periods(unit, in: whole)
        }
      return days(unit, try nth(n, of: numbers), near: whole.lowerBound)
    case .neighbour(let unit, let n, let base):
      let edges = try resolve(base, frame)
      let edge = n > 0 ? edges.upperBound : edges.lowerBound
      return days(unit, period(unit, of: edge) + n, near: edge)
    }
  }

  /// Counted from the end where negative.
  private func nth<Element>(_ n: Int, of all: [Element]) throws -> Element {
    let index = n > 0 ? n - 1 : all.count + n
    guard all.indices.contains(index) else { throw Impossible() }
    return all[index]
  }

  // MARK: Windows

  func resolve(_ window: WindowExpression, _ frame: Frame) throws -> Days {
    switch window {
    case .period(let period): return try resolve(period, frame)
    case .part(let part, let period): return try resolve(part, of: resolve(period, frame))
    case .through(let first, let last):
      let (start, end) = (try resolve(first, frame).lowerBound, try resolve(last, frame).upperBound)
      guard start <= end else { throw Impossible() }
      return start...end
    case .leading(let n, let unit, let period):
      let whole = try resolve(period, frame)
      let inside = Array(unit == .workingDay ? whole.filter(isWorking) : Array(whole))
      guard unit == .day || unit == .workingDay, abs(n) <= inside.count else { throw Impossible() }
      // The last working days end with the last of them.
      return n > 0
        ? whole.lowerBound...inside[n - 1] : inside[inside.count + n]...(inside.last ?? whole.upperBound)
    }
  }

  /// Thirds of a month are days 1–10, 11–20 and the rest; of a longer period its months in three.
  private func resolve(_ part: PeriodPart, of whole: Days) throws -> Days {
    let (first, last) = (whole.lowerBound, whole.upperBound)
    let months = periods(.month, in: whole)
    func third(_ n: Int) -> Days {
      guard months.count > 1 else { return first + 10 * n...(n == 2 ? last : first + 10 * n + 9) }
      let length = months.count / 3
      let (start, end) = (months[n * length], months[(n + 1) * length - 1])
      return days(.month, start, near: first).lowerBound...days(.month, end, near: first).upperBound
    }
    switch part {
    case .early: return third(0)
    case .middle: return third(1)
    case .late: return third(2)
    case .firstHalf: return first...first + 14
    case .secondHalf: return first + 15...last
    case .week(let n) where n > 0: return first + 7 * n - 7...min(first + 7 * n - 1, last)
    case .week(let n): return last + 7 * n + 1...last + 7 * (n + 1)
    }
  }

  // MARK: Dates

  func resolve(_ date: DateExpression, _ frame: Frame) throws -> Int {
    switch date {
    case .day(let n, let period):
      let whole = Array(try resolve(period, frame))
      // A day that recurs takes the last where the period is too short.
      guard !frame.isPlan || abs(n) <= whole.count else { throw Impossible() }
      return try nth(n > 0 ? min(n, whole.count) : max(n, -whole.count), of: whole)
    case .lunar: throw Impossible()
    case .ordinal(let kind, let n, let window):
      return try nth(
        n,
        of: resolve(window, frame).filter { day in
          switch kind {
          case .workingDay: isWorking(day)
          case .weekday(let weekday): self.weekday(day) == weekday.rawValue
          }
        })
    case .first(let window): return try resolve(window, frame).lowerBound
    case .last(let window): return try resolve(window, frame).upperBound
    case .middle(let period):
      let whole = try resolve(period, frame)
      return whole.count > 31 ? number(parts(whole.lowerBound).year, 6, 30) ?? 0 : whole.lowerBound + 14
    case .shifted(let durations, let backwards, let day):
      return try shifted(resolve(day, frame), durations, backwards)
    case .next(let weekday, let n, let day):
      var at = try resolve(day, frame)
      for _ in 1...abs(n) {
        repeat { at += n.signum() } while self.weekday(at) != weekday.rawValue
      }
      return at
    case .agreed(let weekday, let day):
      let at = try resolve(day, frame)
      guard self.weekday(at) == weekday.rawValue else { throw Impossible() }
      return at
    }
  }

  /// Of a range of counts the larger forwards, the smaller backwards. Months and years end on the corresponding day, or
  /// the month's last.
  func shifted(_ start: Int, _ durations: [CalendarDuration], _ backwards: Bool) throws -> Int {
    var at = start
    let step = backwards ? -1 : 1
    for duration in durations {
      let count = backwards ? duration.least ?? duration.count : duration.count
      switch duration.unit {
      case .day: at += step * count
      case .clearDay: at += step * (count + 1)
      case .week: at += step * count * 7
      case .workingDay:
        for _ in 1...count {
          repeat { at += step } while !isWorking(at)
        }
      case .month, .year:
        let (year, month, day) = parts(at)
        let target = year * 12 + month - 1 + step * count * (duration.unit == .year ? 12 : 1)
        var last = day
        while number(target / 12, target % 12 + 1, last) == nil { last -= 1 }
        at = number(target / 12, target % 12 + 1, last) ?? 0
      case .hour, .minute, .workingHour: throw Impossible()
      }
    }
    return at
  }
}
