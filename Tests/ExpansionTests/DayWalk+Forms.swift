import CivilCalendar
import Deadlines

/// Forms, on top of the walk over days.
extension DayWalk {
  struct Occurrence {
    var opens: Int?
    var due: Int
    var time: ClockTime?
    /// Where the law of time moves the day: 1 to the next working day, -1 to the one before.
    var moves = 0
  }

  /// Empty where nothing of it has a day.
  func occurrences(of form: DeadlineForm, until lastYear: Int) -> [Occurrence] {
    switch form {
    case .at(let places): return places.compactMap { try? occurrence(of: $0, plan) }
    case .each(let rhythm, let places):
      return frames(of: rhythm, isWeekday: places.contains(where: namesWeekday)).flatMap {
        occurrences(in: $0, rhythm, places)
      }
    case .times(let count, let rhythm, nil):
      return frames(of: rhythm).flatMap { Array(repeating: whole($0), count: count.minimum) }
    case .yearsOnward(let year):
      var later = self
      return (min(year, lastYear)...lastYear).map { year in
        later.planYear = year
        return whole(later.plan)
      }
    case .counted(let counted): return (try? occurrence(of: counted)).map { [$0] } ?? []
    default: return []
    }
  }

  private func whole(_ frame: Frame) -> Occurrence {
    Occurrence(opens: frame.days.lowerBound, due: frame.days.upperBound)
  }

  // MARK: Places

  private func occurrence(of place: Place, _ frame: Frame) throws -> Occurrence {
    guard case .day(let day) = place.moment else {
      return whole(Frame(days: try resolve(place.window ?? .period(.planYear), frame)))
    }
    let opens = try place.opens.map { try resolve($0, frame) }
    if let opens, frame.isPlan, try resolve(day, frame) < opens, day.periods.allSatisfy({ $0.root == .planYear }) {
      // From December to January runs over the end of the plan's year.
      var later = self
      later.planYear += 1
      return Occurrence(opens: opens, due: try later.resolve(day, later.plan), time: place.time)
    }
    var due: Int
    if place.bound == .before, place.time == nil {
      // Of a day that recurs the number is lowered first: before the 31st is the 30th, also where there is no 31st.
      if case .day(let n, let period) = day, !frame.isPlan, n > 1 {
        due = try resolve(.day(n - 1, of: period), frame)
      } else {
        due = try resolve(day, frame) - 1
      }
    } else {
      due = try resolve(day, frame)
    }
    if let opens, opens > due { throw Impossible() }
    var found = Occurrence(opens: opens ?? (place.bound == .on ? due : nil), due: due, time: place.time)
    if place.bound == .by, case .shifted(_, let backwards, _) = day { found.moves = backwards ? -1 : 1 }
    return found
  }

  private func occurrences(in frame: Frame, _ rhythm: Rhythm, _ places: [Place]) -> [Occurrence] {
    var found = places.isEmpty ? [whole(frame)] : places.compactMap { try? occurrence(of: $0, frame) }
    // A weekday of a week that lies in two years belongs to the plan of its own year.
    if let place = places.first, namesWeekday(place),
      let stated = try? resolve(place.day ?? .last(of: .period(.own(nil))), frame), !plan.days.contains(stated)
    {
      return []
    }
    var previous: Int?
    for (index, place) in places.enumerated() where found.count == places.count {
      let due = found[index].due
      // The work opens with the period, after it has ended, or with the month before it; that of a second day after the
      // first.
      let opens =
        if frame.days.contains(due) {
          frame.days.lowerBound
        } else if due > frame.days.upperBound {
          frame.days.upperBound + 1
        } else {
          days(.month, period(.month, of: due), near: due).lowerBound
        }
      if found[index].opens == nil { found[index].opens = min(max(opens, (previous ?? opens - 1) + 1), due) }
      previous = try? place.day.map { try resolve($0, frame) }
    }
    if case .day(let expression)? = rhythm.start, let start = try? resolve(expression, plan) {
      found = found.filter { $0.due >= start }
      for index in found.indices { found[index].opens = found[index].opens.map { max($0, start) } }
    }
    return found
  }

  // MARK: Rhythms

  private func namesWeekday(_ place: Place) -> Bool {
    if case .day(.ordinal(.weekday, _, .period(let period))) = place.moment { period.unit == .week } else { false }
  }

  /// The periods of a rhythm that begin in the plan's year; of weeks those whose Thursday lies in it, or, for a weekday,
  /// those with any day in it.
  private func frames(of rhythm: Rhythm, isWeekday: Bool = false) -> [Frame] {
    guard case .every(let unit, let interval) = rhythm.cycle else { return reports(of: rhythm) }
    var numbers: [Int] = []
    for day in plan.days where unit != .week || isWeekday || weekday(day) == 4 {
      let number = period(unit, of: day)
      if numbers.last != number, days(unit, number, near: day).lowerBound >= plan.days.lowerBound || unit == .week {
        numbers.append(number)
      }
    }
    guard let first = numbers.first else { return [] }
    var origin = first
    var length = interval
    switch rhythm.start {
    case .day(let expression)?: origin = (try? resolve(expression, plan)).map { period(unit, of: $0) } ?? first
    case .year(let year)?: origin = year
    case .parity(let isOdd)?: (origin, length) = (isOdd ? 1 : 2, 1)
    case nil: break
    }
    let found = numbers.filter { ($0 - origin) % interval == 0 && (origin <= $0) }
    let season = rhythm.season.flatMap { try? resolve($0, plan) }
    return found.map { number in
      let start = days(unit, number, near: plan.days.lowerBound)
      let end = length == 1 ? start : days(unit, number + length - 1, near: start.upperBound)
      return Frame(days: start.lowerBound...end.upperBound, unit: unit)
    }.filter { frame in
      (season?.contains(frame.days.lowerBound) ?? true)
        && (unit != .workingDay || isWorking(frame.days.lowerBound))
    }
  }

  private func reports(of rhythm: Rhythm) -> [Frame] {
    guard case .reporting(let list) = rhythm.cycle else { return [] }
    return list.compactMap { report in
      let period = report.index.map { PeriodExpression.child(report.unit, $0, of: .planYear) } ?? .planYear
      return (try? resolve(period, plan)).map { Frame(days: $0) }
    }
  }

  // MARK: Counts

  private func occurrence(of counted: CountedDeadline) throws -> Occurrence {
    guard case .date(let expression) = counted.anchor else { throw Impossible() }
    let isBackwards = counted.relation == .before
    let start = try resolve(expression, plan)
    let opens = isBackwards ? nil : start
    if let clock = counted.durations.first, clock.unit == .hour || clock.unit == .minute {
      // From 00:00 on, and 00:00 is the end of the day before.
      let count = (isBackwards ? clock.least ?? clock.count : clock.count) * (clock.unit == .hour ? 60 : 1)
      let end = start * 1440 + (isBackwards ? -count : count)
      let day = (end - 1) / 1440
      let time = end - day * 1440
      return Occurrence(opens: opens, due: day, time: time == 1440 ? nil : ClockTime(minutes: time))
    }
    let due = try shifted(start, counted.durations, isBackwards)
    return Occurrence(opens: opens, due: due, moves: isBackwards ? -1 : 1)
  }
}
