import CivilCalendar

/// Forms, and clauses beside them.
extension Make {
  static func paced(_ rhythm: Rhythm?, counted form: DeadlineForm?) -> Value? {
    // *hằng năm, trong 90 ngày kể từ ngày 01/01 năm sau*: that day of each year.
    if let rhythm, rhythm == .every(.year), case .counted(let counted)? = form, case .date(let day) = counted.anchor,
      counted.earliest.isEmpty, counted.time == nil, day.periods.allSatisfy({ $0.root == .planYear })
    {
      guard counted.relation == .within || counted.relation == .before,
        let shifted = shifted(counted.durations, backwards: counted.relation == .before, from: day)?.day
      else { return nil }
      return paced(rhythm, .list([.place(Place(.by, .day(shifted)))]))
    }
    // *hằng quý, trong 20 ngày kể từ ngày kết thúc quý*: the count is a place already.
    guard let rhythm, case .each(let own, let places)? = form else { return nil }
    if own == .unsaid { return each(rhythm, places).map { .form($0) } }
    // Each half-year ends with a quarter.
    if case .reporting(let list) = rhythm.cycle, list.allSatisfy({ $0.index == nil }), list.first?.unit == own.unit {
      return .form(.each(own, places))
    }
    return own.unit == rhythm.unit ? .form(.each(rhythm, places)) : nil
  }

  /// A count from a day of each year, which alone would be a count from a day of the plan.
  static func matchPaced(_ value: Value) -> [Value]? {
    guard case .form(.each(let rhythm, let places)) = value, rhythm == .every(.year), places.count == 1,
      places[0].bound == .by, places[0].time == nil, places[0].opens == nil,
      case .shifted(let durations, let backwards, let day)? = places[0].day, isCountedFrom(day)
    else { return nil }
    return [
      .rhythm(rhythm), .form(.counted(CountedDeadline(backwards ? .before : .within, durations, of: .date(day)))),
    ]
  }

  static func extreme(_ which: Extreme, _ one: DeadlineForm?, _ other: DeadlineForm?) -> Value? {
    guard let one = one.flatMap(single), let other = other.flatMap(single), one != other else { return nil }
    // *promptly after X, and not later than 5 days after it* is one limit.
    if case .counted(let counted) = one, counted.relation == .immediately { return nil }
    // A limit that recurs has no one day to compare.
    for form in [one, other] {
      switch form {
      case .counted, .at: break
      default: return nil
      }
    }
    return .form(.extreme(which, [one, other]))
  }

  /// *6 months after the end of the financial year*, as one of several limits, is counted from that one end.
  static func single(_ form: DeadlineForm) -> DeadlineForm? {
    guard case .each(let rhythm, let places) = form, rhythm.unit?.isYear == true, rhythm.interval == 1,
      places.count == 1, places[0].bound == .by, places[0].time == nil,
      case .shifted(let durations, false, .last(of: .period(.own(.fiscalYear))))? = places[0].day
    else { return form }
    return .counted(
      CountedDeadline(.within, durations, of: .event(.single(EventMention("end of the financial year")))))
  }

  static func matchExtreme(_ which: Extreme, _ value: Value) -> [Value]? {
    guard case .form(.extreme(which, let forms)) = value, forms.count == 2 else { return nil }
    return forms.map { .form($0) }
  }

  static func eachCase(_ trigger: EventExpression?, _ durations: [CalendarDuration]) -> Value? {
    guard let trigger else { return nil }
    return .form(.eachCase(trigger: trigger, durations: durations))
  }

  static func timetable(vi kinds: Value, source: String?, isInForce: Bool) -> Value? {
    guard let found = kinds.parts?.compactMap(\.timetable).flatMap(\.kinds), Set(found).count == found.count else {
      return nil
    }
    return .timetable(Timetable(kinds: found, source: source, isInForce: isInForce))
  }

  static func issues(_ timetable: Timetable) -> Value {
    var all: [Value] = []
    for kind in timetable.kinds {
      if !all.isEmpty { all.append(.number(Joint.comma)) }
      all.append(.timetable(Timetable(kinds: [kind], source: nil)))
    }
    return .list(all)
  }

  static func standing(_ window: WindowExpression?) -> Value? {
    if let window, window.periods.contains(where: { isEach($0.root) }) { return nil }
    return .form(.standing(window))
  }

  static func backstop(_ bound: Bound?, _ day: DateExpression?, _ time: ClockTime?) -> DeadlineClause? {
    guard let bound, bound != .notBefore, let day, isPlanned(day.periods) else { return nil }
    return .backstop(Place(bound == .on ? .by : bound, .day(day), time: time))
  }

  static func backstop(_ window: WindowExpression?) -> DeadlineClause? {
    guard let window, isPlanned(window.periods) else { return nil }
    return .backstop(Place(.on, .window(window)))
  }

  /// They are of the plan's time, and none of each year.
  static func isPlanned(_ periods: [PeriodExpression]) -> Bool {
    periods.allSatisfy { $0.root.unit?.isYear == true && !isEach($0.root) }
  }
}
