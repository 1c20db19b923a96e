import CivilCalendar

extension Make {
  /// Every n units; 12 months are a year, 6 a half, 3 a quarter.
  static func every(_ n: Int?, _ unit: PeriodUnit?) -> Value? {
    guard let n, n >= 1, let unit else { return nil }
    if unit == .month {
      for (length, whole) in [(12, PeriodUnit.year), (6, .half), (3, .quarter)] where n % length == 0 {
        return .rhythm(.every(whole, interval: n / length))
      }
    }
    return .rhythm(.every(unit, interval: n))
  }

  static func months(_ n: Int?, from day: DateExpression?) -> Value? {
    guard let n, n > 1, let day else { return nil }
    return started(Rhythm(.every(.month, interval: n)), .day(day))
  }

  /// Each whole period of a rhythm. From a day on, its weeks and months begin on that day.
  static func unplaced(_ rhythm: Rhythm) -> Value? {
    guard case .day(let day)? = rhythm.start, case .every(let unit, let interval) = rhythm.cycle else {
      return .form(.each(rhythm, []))
    }
    if unit == .week { return .form(.each(Rhythm(.every(.day, interval: interval * 7), start: .day(day)), [])) }
    guard let months = unit.months else { return .form(.each(rhythm, [])) }
    // From the middle of a month no period of the calendar begins.
    guard case .day(1, _) = day, unit == .month || !unit.isYear || unit == .year else { return nil }
    return .form(.each(Rhythm(.every(.month, interval: interval * months), start: .day(day)), []))
  }

  static func started(_ rhythm: Rhythm?, _ start: RhythmStart?) -> Value? {
    guard var rhythm, let start, let unit = rhythm.unit, rhythm.start == nil else { return nil }
    switch start {
    case .day(let day):
      guard day.periods.allSatisfy({ $0.root.unit?.isYear == true }), rhythm.setsPhase else { return nil }
    case .year: guard unit.isYear, rhythm.interval > 1 else { return nil }
    case .parity: guard unit == .year, rhythm.interval % 2 == 0 else { return nil }
    }
    rhythm.start = start
    return .rhythm(rhythm)
  }

  /// A stretch of the year at least as long as two of the rhythm's periods.
  static func seasonal(_ rhythm: Rhythm?, _ window: WindowExpression?) -> Value? {
    guard var rhythm, let unit = rhythm.unit, let window, unit.size < PeriodUnit.quarter.size else { return nil }
    guard
      window.periods.allSatisfy({
        $0.root == .planYear && ($0.unit?.size ?? 0) > unit.size || $0.root == .planYear && $0.unit == unit
      })
    else { return nil }
    guard case .through = window else { return nil }
    rhythm.season = window
    return .rhythm(rhythm)
  }

  static func reports(_ list: Value) -> Value? {
    guard let parts = list.parts, parts.count > 1 else { return nil }
    let periods = parts.compactMap { part -> ReportingPeriod? in
      guard case .list(let all) = part, all.count == 2, let unit = all[0].unit, let n = all[1].number else {
        return nil
      }
      return ReportingPeriod(unit, n == 0 ? nil : n)
    }
    guard periods.count == parts.count, Set(periods).count == periods.count else { return nil }
    // *6 tháng đầu năm và 6 tháng* is no list: either both are numbered or none.
    guard !periods.contains(where: { $0.index != nil && periods.contains(ReportingPeriod($0.unit)) }) else {
      return nil
    }
    // The year's report is the last of them; *hằng năm, Quý I* is a quarter of each year.
    guard
      !periods.dropLast().contains(where: { $0.unit == .year && $0.index == nil })
        || periods.allSatisfy({ $0.index == nil })
    else { return nil }
    guard periods[0].unit != .year || periods.allSatisfy({ $0.index == nil }) else { return nil }
    // *hằng tháng, 6 tháng đầu năm* may say when the rhythm runs.
    if periods.count == 2, periods[0] == ReportingPeriod(.month), periods[1].index != nil { return nil }
    // Weeks and days are no report of a year.
    guard periods.allSatisfy({ ($0.unit.months ?? 0) > 0 && ($0.unit == .year || !$0.unit.isYear) }) else { return nil }
    // Without *6 tháng* each quarter but the last is a report.
    if periods == [ReportingPeriod(.quarter), ReportingPeriod(.year)] {
      return .rhythm(Rhythm(.reporting([1, 2, 3].map { ReportingPeriod(.quarter, $0) } + [ReportingPeriod(.year)])))
    }
    // *Quý, 6 tháng, năm* are the four reports of a year; *6 tháng* among numbered quarters is the first half.
    let units = Set(periods.map(\.unit))
    if periods.allSatisfy({ $0.index == nil }), units.isSubset(of: [.quarter, .half, .year]),
      units.isSuperset(of: [.quarter, .year])
    {
      return .rhythm(.fourReports)
    }
    let numbered = periods.contains { $0.unit == .quarter && $0.index != nil }
    return .rhythm(
      Rhythm(
        .reporting(periods.map { numbered && $0.unit == .half && $0.index == nil ? ReportingPeriod(.half, 1) : $0 })))
  }

  static func count(_ minimum: Int?, _ maximum: Int?, isAtLeast: Bool) -> Value? {
    guard let minimum, minimum >= 1, maximum.map({ $0 > minimum || !isAtLeast && $0 == minimum }) ?? true else {
      return nil
    }
    return .counts(CountRange(minimum: minimum, maximum: maximum, isAtLeast: isAtLeast))
  }

  static func times(_ count: CountRange?, _ rhythm: Rhythm?) -> Value? {
    guard let count, let rhythm else { return nil }
    return .form(.times(count, rhythm, within: nil))
  }

  /// *2 lần/năm vào tháng 4 và tháng 9*: as many days as times; another number is not understood.
  static func times(_ form: DeadlineForm?, at list: Value) -> Value? {
    guard case .times(let count, let rhythm, nil)? = form, let places = list.parts, places.count == count.minimum else {
      return nil
    }
    return paced(rhythm, list)
  }

  static func times(_ count: CountRange?, within window: WindowExpression?) -> Value? {
    guard let count, let window else { return nil }
    if case .period(.own(let unit?)) = window { return .form(.times(count, .every(unit), within: nil)) }
    if case .period(.each(let unit?)) = window { return .form(.times(count, .every(unit), within: nil)) }
    guard window.periods.allSatisfy({ $0.root.unit?.isYear == true }) else { return nil }
    if window.periods.contains(where: { if case .each = $0.root { true } else { false } }) { return nil }
    return .form(.times(count, .every(window.period?.unit ?? .year), within: window))
  }
}
