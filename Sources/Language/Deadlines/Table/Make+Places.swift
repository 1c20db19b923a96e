import CivilCalendar

/// Lists: like with like, and what the last member says holds for those before it.
extension Make {
  static func clock(_ hour: Int?, _ minute: Int?) -> Value? {
    hour.flatMap { ClockTime(hour: $0, minute: minute ?? 0) }.map { .time($0) }
  }

  /// Values in order, joined by commas and a last *and*; nil if one is nil.
  static func list(_ values: [Value?]) -> Value? {
    let known = values.compactMap { $0 }
    guard known.count == values.count, !known.isEmpty else { return nil }
    return joined(
      known.map { value in
        switch value {
        case .day(let day): .place(Place(.on, .day(day)))
        case .window(let window): .place(Place(.on, .window(window)))
        case .period(let period): .place(Place(.on, .window(.period(period))))
        default: value
        }
      })
  }

  /// Without change of the values.
  static func joined(_ values: [Value]) -> Value {
    var all: [Value] = []
    for (index, value) in values.enumerated() {
      if index > 0 { all.append(.number(index == values.count - 1 ? Joint.and : Joint.comma)) }
      all.append(value)
    }
    return .list(all)
  }

  /// The parts of places that begin on a day and end before another.
  static func matchOpening(_ value: Value) -> [Value]? {
    guard let places = value.parts, places.count == 1, var place = places[0].place, let opens = place.opens,
      place.bound == .before
    else { return nil }
    place.opens = nil
    return [.place(Place(.on, .day(opens))), .list([.place(place)])]
  }

  static func each(_ periods: Value, _ make: (PeriodExpression) -> Value?) -> Value? {
    guard let parts = periods.parts, parts.count > 1, !isAlternative(periods) else { return nil }
    var known = parts.compactMap(\.period)
    guard known.count == parts.count, let last = known.last else { return nil }
    guard known.allSatisfy({ $0.unit == last.unit }) else { return nil }
    for index in known.indices.dropLast() { known[index] = lending(known[index], last).0 }
    return list(known.map(make))
  }

  /// *15 March or June*: one of a list, and not each.
  static func isAlternative(_ list: Value) -> Bool { list.joints?.contains(.number(Joint.or)) ?? false }

  /// One of two days that *or* joins: both are read, for the writer to choose.
  static func oneOf(_ a: Place?, _ b: Place?, isFirst: Bool) -> Value? {
    guard let a, let b, a.day != nil, b.day != nil, a.opens == nil, b.opens == nil else { return nil }
    let first = lending(a, b)
    return first == b ? nil : .list([.place(isFirst ? first : b)])
  }

  static func days(_ numbers: Value, of periods: [Value]) -> Value? {
    guard let parts = numbers.parts, parts.count > 1, let period = periods.first?.period else { return nil }
    return list(parts.map { day($0.number, of: period) })
  }

  static func days(_ numbers: Value, months: Value, _ year: PeriodExpression?) -> Value? {
    guard !isAlternative(months), let parts = numbers.parts, let months = months.parts,
      parts.count * months.count > 1
    else { return nil }
    return list(
      months.flatMap { month in parts.map { civil($0.number, month.number, year.map { .period($0) } ?? .none) } })
  }

  static func weekdays(_ names: Value, of week: PeriodExpression?) -> Value? {
    guard let parts = names.parts, parts.count > 1, let week else { return nil }
    return list(parts.map { name in name.kind.map { .day(.ordinal($0, 1, of: .period(week))) } })
  }

  static func years(_ numbers: Value) -> Value? {
    guard let parts = numbers.parts, parts.count > 1 else { return nil }
    let places = list(parts.map { year in year.number.map { .period(.year(.year, $0)) } })
    return places.flatMap { rejoined($0, numbers.joints ?? []) }
  }

  /// *Tháng 3, 6, 9, 12*, *Quý II, III*.
  static func periods(_ unit: PeriodUnit, _ numbers: Value, _ year: PeriodExpression?) -> Value? {
    guard let parts = numbers.parts, parts.count > 1 else { return nil }
    let places = list(parts.map { n in n.number.map { .period(.child(unit, $0, of: year ?? .planYear)) } })
    return places.flatMap { rejoined($0, numbers.joints ?? []) }
  }

  private static func rejoined(_ list: Value, _ joints: [Value]) -> Value? {
    guard let parts = list.parts else { return nil }
    var all: [Value] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { all.append(joints[index - 1]) }
      all.append(part)
    }
    return moments(.list(all))
  }

  /// A list of days, or of periods: neighbours behind commas are one window, and so they are behind *hoặc*. Other
  /// alternatives stay such, for of them it is not said which binds.
  static func moments(_ list: Value) -> Value? {
    guard let parts = list.parts, let joints = list.joints?.compactMap(\.number) else { return nil }
    var places = parts.compactMap(\.place)
    guard places.count == parts.count, areAlike(places) else { return nil }
    guard places.count > 1 else { return list }
    for index in places.indices.dropLast().reversed() { places[index] = lending(places[index], places[index + 1]) }
    guard Set(places).count == places.count else { return nil }
    if let one = merged(places, joints) { return .list([.place(Place(.on, .window(one)))]) }
    let list = joined(places.map { .place($0) })
    guard joints.contains(Joint.or), case .list(let all) = list else { return list }
    return .list(all.map { $0.number == nil ? $0 : .number(Joint.or) })
  }

  /// Days with days, periods with periods of one unit, parts with parts.
  private static func areAlike(_ places: [Place]) -> Bool {
    func kind(_ place: Place) -> Int {
      switch place.moment {
      case .day: 0
      case .window(.period(let period)): 10 + (period.unit?.size ?? 9)
      case .window(.through(let first, _)): 10 + (first.period?.unit?.size ?? 9)
      case .window(.part): 1
      case .window(.leading): 2
      }
    }
    guard let first = places.first else { return false }
    let isMere =
      places.count > 1
      && places.contains {
        if case .window(.period(.own)) = $0.moment {
          true
        } else if case .window(.period(.each)) = $0.moment {
          true
        } else {
          false
        }
      }
    return !isMere && places.allSatisfy { kind($0) == kind(first) }
  }

  /// What a later member says of the year, the earlier one takes, but not over the turn of the year.
  static func lending(_ place: Place, _ later: Place) -> Place {
    guard let own = periods(of: place).first, let other = periods(of: later).first else { return place }
    // *ngày 15 và ngày cuối tháng*
    if own == .own(nil), case .day(.day(let n, _)) = place.moment, case .day = later.moment,
      case .day(let day)? = day(n, of: other)
    {
      return Place(place.bound, .day(day), time: place.time)
    }
    guard yearOf(own) == .planYear else { return place }
    let year = yearOf(other)
    guard year.unit?.isYear == true, year != .planYear else { return place }
    if case .neighbour = year, !isBefore(own, place, other, later) { return place }
    return mapped(place) { $0.root == .planYear ? $0.rooted(in: year) : $0 }
  }

  private static func isBefore(_ a: PeriodExpression, _ first: Place, _ b: PeriodExpression, _ second: Place) -> Bool {
    guard case .child(let unit, let m, _) = a, case .child(unit, let n, _) = b else { return false }
    guard m == n, case .day(.day(let x, _)) = first.moment, case .day(.day(let y, _)) = second.moment else {
      return m < n
    }
    return x < y
  }

  private static func merged(_ places: [Place], _ joints: [Int]) -> WindowExpression? {
    guard !joints.contains(Joint.and), case .window(let first) = places[0].moment,
      case .window(let last) = places[places.count - 1].moment
    else { return nil }
    for (a, b) in zip(places, places.dropFirst()) {
      guard case .window(let one) = a.moment, case .window(let two) = b.moment, isNext(one, two) else { return nil }
    }
    let start = if case .through(let begin, _) = first { begin } else { first }
    let end = if case .through(_, let finish) = last { finish } else { last }
    return .through(start, end)
  }

  private static func isNext(_ one: WindowExpression, _ two: WindowExpression) -> Bool {
    let before = if case .through(_, let last) = one { last } else { one }
    let after = if case .through(let first, _) = two { first } else { two }
    if case .part(.late, .child(let unit, let a, let year)) = before,
      case .part(.early, .child(unit, let b, year)) = after
    {
      return a > 0 && b == a + 1
    }
    switch (before.period, after.period) {
    case (.year(let unit, let a)?, .year(let other, let b)?): return unit == other && b == a + 1
    case (.child(let unit, let a, let year)?, .child(let other, let b, let same)?):
      return unit == other && year == same && a > 0 && b == a + 1
    default: return false
    }
  }

  static func periods(of place: Place) -> [PeriodExpression] {
    let inside =
      switch place.moment {
      case .day(let day): day.periods
      case .window(let window): window.periods
      }
    return inside + (place.opens?.periods ?? [])
  }

  static func mapped(_ place: Place, _ change: (PeriodExpression) -> PeriodExpression) -> Place {
    var place = place
    place.opens = place.opens?.mapped(change)
    switch place.moment {
    case .day(let day): place.moment = .day(day.mapped(change))
    case .window(let window): place.moment = .window(window.mapped(change))
    }
    return place
  }

  /// *trước ngày 15/6, muộn nhất ngày 30/6*, *từ 01/6 đến 15/6, chậm nhất 20/6*: one duty with two limits, or two duties.
  static func tellsTwice(_ first: Value, _ rest: Value) -> Bool {
    guard case .list(let one) = first, case .list(let more) = rest, let last = one.last?.place,
      let next = more.first?.place, next.opens == nil,
      next.bound == .by || next.bound == .before
    else { return false }
    // *ngày 5 hằng tháng, chậm nhất 30/6*: a last day of the rhythm, or one more day.
    let recurs = periods(of: last).contains { period in
      if case .each(let unit?) = period.root { !unit.isYear } else { false }
    }
    if recurs, next.day != nil, periods(of: next).allSatisfy({ $0.root == .planYear || $0.year != nil }) { return true }
    // *ngày 15/6, chậm nhất ngày 20/6*
    return last.opens != nil || last.bound != next.bound && last.bound != .notBefore && last.day != nil
  }

  /// Two groups of places, each with its bound.
  static func groups(_ first: Value, _ rest: Value) -> Value? {
    guard case .list(let one) = first, case .list(let more) = rest, let last = one.last?.place,
      let next = more.first?.place
    else { return nil }
    // A bare member of a list belongs to the bound before it, and is no group of its own.
    // *từ ngày 28/4 đến hết ngày 30/4 và vào ngày 02/5*: a stretch bounds nothing behind it.
    let isBehindRange = last.opens != nil && last.time == nil && next.day?.civil != nil
    guard next.bound != .on || last.bound == .on && (last.time == nil || next.time != nil) || isBehindRange else {
      return nil
    }
    if last.bound == .on, next.bound == .on, last.time == next.time, !isPart(last) || !isPart(next) { return nil }
    if case .window(let one) = last.moment, case .window(let two) = next.moment, isNext(one, two) { return nil }
    guard last.bound != .notBefore, next.bound != .notBefore else { return nil }
    if case .window = last.moment, next.bound != .on { return nil }
    // *every day, by 10:00 that day* begins with a rhythm.
    if last.bound == .on, last.time == nil, case .day(.last(of: .period(.each(let unit?)))) = last.moment,
      unit.size == 0
    {
      return nil
    }
    // *thứ Hai, ngày 05/6/2024*: the weekday of that date, if it is no other's.
    if last.bound == .on, last.time == nil, case .day(.ordinal(.weekday, 1, .period(.each(.week)))) = last.moment,
      next.day?.civil != nil
    {
      return nil
    }
    // *for the period 1 July to 31 December, by 31 January*: the range is what is reported.
    if last.opens != nil, last.bound == .by, next.opens == nil, next.bound != .on { return nil }
    return joined((one.compactMap(\.place).map { lending($0, next) } + more.compactMap(\.place)).map { .place($0) })
  }

  /// Neighbours under one bound and time, as canonical wordings word them together.
  static func groups(_ places: [Value]) -> [[Value]] {
    var groups: [[Value]] = []
    for value in places {
      guard let place = value.place else { continue }
      if let last = groups.last?.last?.place, last.bound == place.bound, last.time == place.time, last.opens == nil,
        place.opens == nil, isWindow(last) == isWindow(place)
      {
        groups[groups.count - 1].append(value)
      } else {
        groups.append([value])
      }
    }
    return groups
  }

  /// *cuối quý*, *cuối năm*
  private static func isPart(_ place: Place) -> Bool {
    switch place.moment {
    case .window(.part): true
    case .day(.last(.period(let period))): period.unit?.isYear == true
    default: false
    }
  }

  static func isWindow(_ place: Place) -> Bool { if case .window = place.moment { true } else { false } }
}

extension Place {
  package var day: DateExpression? { if case .day(let day) = moment { day } else { nil } }
}
