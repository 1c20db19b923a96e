import CivilCalendar

/// Days, and stretches from a day to a day.
extension Make {
  /// A day of the calendar; nil where there is no such day. `year`: a period or a number.
  static func civil(_ day: Int?, _ month: Int?, _ year: Value) -> Value? {
    guard let day, let month, (1...12).contains(month) else { return nil }
    let root = year.period ?? year.number.map { .year(.year, $0) } ?? .planYear
    guard root.unit?.isYear == true else { return nil }
    let length =
      if case .year(_, let n) = root { CivilDate.daysInMonth(year: n, month: month) } else {
        CivilDate.daysInMonth(year: 2000, month: month)
      }
    guard (1...length).contains(day) else { return nil }
    return .day(.day(day, of: .child(.month, month, of: root)))
  }

  static func lunar(_ day: Int?, _ month: Int?, isLeap: Bool, _ year: PeriodExpression?) -> Value? {
    guard let day, let month, (1...30).contains(day), (1...12).contains(month) else { return nil }
    return .day(.lunar(LunarDay(month: month, day: day, isLeap: isLeap), of: year ?? .planYear))
  }

  /// A day of a period: of weeks weekdays are named instead.
  static func day(_ n: Int?, of period: PeriodExpression?) -> Value? {
    guard let n, n != 0, let period, period.unit != .week, period.unit != .day, period.unit != .workingDay else {
      return nil
    }
    if n == -1 { return .day(.last(of: .period(period))) }
    if n == 1, period.unit != .month, period.unit != nil { return .day(.first(of: .period(period))) }
    let longest = period.unit == .month ? 31 : period.unit == .quarter ? 92 : period.unit == .half ? 184 : 366
    guard abs(n) <= longest else { return nil }
    if case .child(.month, let month, let year) = period, n > 0, month > 0, year.unit?.isYear == true {
      return civil(n, month, .period(year))
    }
    return .day(.day(n, of: period))
  }

  /// A day by its number in words: *ngày thứ sáu của tháng* may be a Friday, and is asked about.
  static func numbered(_ n: Int?, of period: PeriodExpression?) -> Value? {
    n.flatMap { (2...7).contains($0) ? nil : day($0, of: period) }
  }

  /// A day beside its weekday; nil where they contradict each other. Of the plan's year that is known later.
  static func agreed(_ kind: DayKind?, _ day: DateExpression?) -> Value? {
    guard case .weekday(let weekday)? = kind, let day else { return nil }
    if let told = day.isOn(weekday) { return told ? .day(day) : nil }
    return day.periods.allSatisfy { $0.root == .planYear } ? .day(.agreed(weekday, day)) : nil
  }

  static func middle(of period: PeriodExpression?) -> Value? {
    guard let period, period.unit == .month || period.unit == .year else { return nil }
    return .day(.middle(of: period))
  }

  static func ordinal(_ kind: DayKind?, _ n: Int?, of window: WindowExpression?) -> Value? {
    guard let kind, let n, n != 0, abs(n) <= 260, let window else { return nil }
    if case .through = window { return nil }
    if let period = window.period, period.unit == .week || period.unit == .day || period.unit == .workingDay {
      // One weekday a week: *the first Friday of the week* is no ordinal.
      guard kind == .workingDay, period.unit == .week else { return nil }
    }
    return .day(.ordinal(kind, n, of: window))
  }

  static func edge(isLast: Bool, of window: WindowExpression?) -> Value? {
    guard let window else { return nil }
    if let period = window.period {
      if period.unit == .day || period.unit == .workingDay { return nil }
      if !isLast, period.unit == .month { return day(1, of: period) }
    }
    return .day(isLast ? .last(of: window) : .first(of: window))
  }

  static func shifted(_ durations: [CalendarDuration]?, backwards: Bool, from day: DateExpression?) -> Value? {
    guard let durations, !durations.isEmpty, let day else { return nil }
    guard durations.allSatisfy({ $0.unit.isDays }) else { return nil }
    if case .shifted = day { return nil }
    return .day(.shifted(durations, backwards: backwards, from: day))
  }

  static func next(_ kind: DayKind?, _ n: Int?, from day: DateExpression?) -> Value? {
    guard let kind, let n, n != 0, let day else { return nil }
    if case .shifted = day { return nil }
    // The second working day after a day is two working days after it.
    guard case .weekday(let weekday) = kind else {
      return shifted([CalendarDuration(abs(n), .workingDay)], backwards: n < 0, from: day)
    }
    return .day(.next(weekday, n, from: day))
  }

  /// The last one before a day is the one next to it. The last one after a day is not said, nor the last one before the end
  /// of a period, which may be that end.
  static func nth(_ kind: DayKind?, _ n: Int?, isBefore: Bool, of day: DateExpression?) -> Value? {
    guard let n, n > 0 || n == -1 && isBefore else { return nil }
    if n == -1, case .last? = day { return nil }
    return next(kind, isBefore ? -abs(n) : n, from: day)
  }

  /// *ngày 15 đến 20 tháng 12*: two days of one month.
  static func range(days a: Value, _ b: Value, _ month: Value, _ year: Value) -> Value? {
    guard let first = a.number, let last = b.number, first < last,
      case .day(let opens)? = civil(first, month.number, year), case .day(let day)? = civil(last, month.number, year)
    else { return nil }
    return .place(Place(.by, .day(day), opens: opens))
  }

  /// *từ 20/3 đến 15/3*: over the turn of a year that is not said, but hardly all the year round.
  static func runsBackwards(_ opens: DateExpression, _ day: DateExpression) -> Bool {
    guard case .day(let d, of: .child(.month, let m, of: let year)) = opens,
      case .day(let e, of: .child(.month, let n, of: let other)) = day, year.unit?.isYear == true
    else { return false }
    let isBefore = (n, e) < (m, d)
    switch (year, other) {
    case (.year(.year, let first), .year(.year, let last)): return last < first || last == first && isBefore
    default: return year == other && isBefore && m - n < 2
    }
  }

  private static func edgeDay(_ value: Value, isLast: Bool) -> DateExpression? {
    // *giữa tháng 5* is a stretch here too.
    if case .middle(let period)? = value.day, period.unit == .month { return nil }
    return value.day ?? value.window.flatMap { edge(isLast: isLast, of: $0)?.day }
  }

  /// *ngày 15 tháng trước kỳ báo cáo* is told from the period of the other end (*ngày 14 của tháng cuối quý*).
  private static func inReported(_ opens: DateExpression, _ day: DateExpression) -> DateExpression {
    guard let root = day.periods.first?.root, root != .own(nil), root != .each(nil), root != .planYear,
      case .child(let unit, let n, .neighbour(_, let side, let of))? = opens.periods.first ?? nil, n == -1, side == -1,
      of == .each(nil) || of == .own(nil),
      case .period(let told)? = neighbour(unit, -1, of: root)
    else {
      guard let root = day.periods.first?.root, case .neighbour(let unit, -1, let of)? = opens.periods.first,
        of == .each(nil) || of == .own(nil),
        case .period(let told)? = neighbour(unit, -1, of: root)
      else { return opens }
      return opens.mapped { _ in told }
    }
    return opens.mapped { _ in told }
  }

  /// A day of each period shorter than a year, and one of the calendar.
  private static func runs(_ opens: DateExpression, until day: DateExpression) -> Bool {
    let recurs = opens.periods.contains { period in
      switch period.root {
      case .each(let unit?), .own(let unit?): !unit.isYear
      default: false
      }
    }
    return recurs && day.periods.allSatisfy { $0.root == .planYear || $0.year != nil }
  }

  /// Tết is one of them too: *từ mùng 1 đến mùng 4 tết*.
  private static func areLunar(_ a: DateExpression, _ b: DateExpression) -> Bool {
    if case .lunar = a, case .lunar = b { true } else { false }
  }

  /// A day of the lunar calendar; Tết goes by its name beside days of any calendar.
  static func isLunar(_ day: DateExpression) -> Bool {
    if case .lunar(let lunar, _) = day { (lunar.month, lunar.day) != (1, 1) } else { false }
  }

  /// From a day to a day; what the one leaves out it takes from the other.
  static func range(_ a: Value, _ b: Value, time: ClockTime?) -> Value? {
    // *tuần 1-2 tháng 9*: a week and a day are no range.
    if a.window?.period?.unit == .week, b.day != nil { return nil }
    guard var opens = edgeDay(a, isLast: false), var day = edgeDay(b, isLast: true), opens != day,
      a.day != nil || b.day != nil
    else { return nil }
    // *6 April – start of the tax year* tells what the day is.
    if case .first(.period(let period)) = day, period.unit?.isYear == true { return nil }
    // *hằng tháng đến 30/9* says how long the rhythm runs.
    if runs(opens, until: day) { return nil }
    if case .lunar(let last, let year) = day, case .day(let n, .own(nil)) = opens {
      guard case .day(let first)? = lunar(n, last.month, isLeap: last.isLeap, year), n < last.day else { return nil }
      return .place(Place(.by, .day(day), time: time, opens: first))
    }
    // *từ 8/3 đến 12/3 âm lịch*: whether the first is a lunar day too is not said.
    guard isLunar(opens) == isLunar(day) || areLunar(opens, day) else { return nil }
    // *từ ngày 25 đến ngày 05 tháng sau* begins in the month before.
    if case .day(let n, .own(nil)) = opens, case .day(let last, .neighbour(let unit, 1, let own)) = day, n > last,
      last > 0, own == .own(unit) || own == .each(unit)
    {
      opens = .day(n, of: own)
    }
    // *ngày 3 - 5/2024* may be 3 May.
    if case .day(let n, .own(nil)) = opens, let period = day.periods.first {
      guard b.day != nil else { return nil }
      guard case .day(let whole)? = self.day(n, of: period) else { return nil }
      opens = whole
    }
    opens = inReported(opens, day)
    if let first = opens.periods.first, let last = day.periods.first {
      let (lent, other) = lending(first, paired(first, last))
      opens = opens.mapped { _ in lent }
      day = day.mapped { _ in other }
    }
    guard !runsBackwards(opens, day) else { return nil }
    return .place(Place(.by, .day(day), time: time, opens: opens))
  }
}

/// One weekday of a week is no ordinal.
func isWeek(_ window: WindowExpression, _ kind: DayKind) -> Bool {
  if case .weekday = kind, window.period?.unit == .week { true } else { false }
}
