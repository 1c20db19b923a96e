import CivilCalendar

/// What bounds days and windows.
extension Make {
  /// A bound over each of a list. Of a window it names a day: before its first, by its last. Nil of alternatives: whether
  /// both days are owed is asked.
  static func bounded(_ bound: Bound?, _ list: Value, _ time: ClockTime?) -> Value? {
    guard let bound, let parts = list.parts, !isAlternative(list) else { return nil }
    var places: [Value] = []
    for part in parts {
      guard var place = part.place else { return nil }
      // *giữa tháng 5* without another bound is a stretch, no day; *trong ngày* is the duty's own day.
      if bound == .on, case .day(.middle(let period)) = place.moment, period.unit == .month { return nil }
      // *6 tháng* behind a bound is a length of time.
      if case .window(.period(.own(let unit?))) = place.moment, bound == .on && unit.size == 0 || unit == .half {
        return nil
      }
      if bound != .on {
        guard place.opens == nil else { return nil }
        if case .window(let window) = place.moment {
          // *chậm nhất giữa tháng* names a day, the 15th; *trước cuối tháng* is before the month's end.
          if case .part(.middle, let period) = window, period.unit == .month { return nil }
          if case .part(.late, _) = window { return nil }
          // *trước quý*, *đến tháng*: of which one is not said.
          if case .period(.own(let unit?)) = window, !unit.isYear || unit == .year { return nil }
          let edge = self.edge(isLast: bound == .by, of: window)
          guard let day = edge?.day else { return nil }
          place.moment = .day(day)
        }
        place.bound = bound
      } else if time != nil {
        guard case .day = place.moment else { return nil }
      }
      place.time = time ?? place.time
      places.append(.place(place))
    }
    return joined(places)
  }

  /// Without a bound. A mere *năm*, *quý*, *năm sau* is what a report is called, and no deadline.
  static func bare(_ list: Value) -> Value? {
    guard let places = list.parts?.compactMap(\.place) else { return nil }
    for place in places {
      switch place.moment {
      case .window(.period(.own)), .window(.period(.each)), .window(.period(.neighbour(.year, _, .planYear))):
        return nil
      default: break
      }
    }
    return bounded(.on, list, nil)
  }

  /// *từ ngày 01/9/2024*: it opens then, and nothing is due. Of a rhythm it would be each period's start: not to be guessed.
  static func start(_ place: Place?) -> Value? {
    guard let place, place.opens == nil, isPlanned(periods(of: place)) else { return nil }
    switch place.moment {
    case .day(let day): return .list([.place(Place(.notBefore, .day(day)))])
    case .window(.through): return nil
    case .window(let window):
      guard window.period != .planYear, let day = edge(isLast: false, of: window)?.day else { return nil }
      return .list([.place(Place(.notBefore, .day(day)))])
    }
  }

  /// *sau ngày 30/6*, *sau quý II*: it opens the day after.
  static func after(_ place: Place?) -> Value? {
    guard let place, start(place) != nil else { return nil }
    guard let day = place.day ?? place.window.flatMap({ edge(isLast: true, of: $0)?.day }) else { return nil }
    return .list([.place(Place(.notBefore, .day(.shifted([CalendarDuration(1, .day)], backwards: false, from: day))))])
  }

  /// *Tháng 6 và tháng 12 (trước ngày 20)*: that day of each month.
  static func dayOfEach(_ list: Value, _ bound: Bound?, _ n: Int?) -> Value? {
    guard let places = list.parts?.compactMap(\.place), let bound, let n, bound != .on else { return nil }
    let days = places.map { place -> Value? in
      guard case .window(.period(let period)) = place.moment, period.unit == .month, period != .own(.month) else {
        return nil
      }
      return day(n, of: period)
    }
    return self.list(days).flatMap { bounded(bound, $0, nil) }
  }

  static func weekdays(numbers: Value, of week: PeriodExpression?) -> Value? {
    guard let parts = numbers.parts, parts.count > 1 else { return nil }
    let days = parts.compactMap { $0.number.flatMap { (2...7).contains($0) ? Weekday(rawValue: $0 - 1) : nil } }
    guard days.count == parts.count else { return nil }
    return weekdays(joined(days.map { .kind(.weekday($0)) }), of: week)
  }

  static func opening(_ first: Place?, _ group: Value) -> Value? {
    guard let first, first.opens == nil, let parts = group.parts, parts.count == 1, var place = parts[0].place,
      place.opens == nil
    else { return nil }
    // *from March to June, by the 15th of each month* is no start of each of the days.
    if case .window(.through) = first.moment { return nil }
    if case .window(let start) = first.moment, case .window(let end) = place.moment, place.bound == .on,
      case .window(let both)? = through(start, end)
    {
      return .list([.place(Place(.on, .window(both)))])
    }
    guard place.bound == .by || place.bound == .before else { return nil }
    let opens: DateExpression
    switch first.moment {
    case .day(let day): opens = day
    case .window(let window):
      guard let day = edge(isLast: false, of: window)?.day else { return nil }
      opens = day
    }
    if let day = place.day, isLunar(opens) != isLunar(day) { return nil }
    let start = lending(Place(.on, .day(opens)), place).day ?? opens
    if let day = place.day, runsBackwards(start, day) { return nil }
    place.opens = start
    return .list([.place(place)])
  }
}
