import CivilCalendar
import Deadlines

/// The last day that a bound allows, and the time of that day before which the work is due.
struct BoundedDay {
  var day: CivilDate
  var cutoff: ClockTime?
}

extension DeadlineContext {
  /// The day that an expression names: in `frame` of a rhythm's period, else in the plan's time.
  func resolve(
    _ expression: DateExpression, in frame: PlaceFrame? = nil, trace: inout Trace
  ) throws(Unresolved) -> CivilDate {
    switch expression {
    case .day(let n, let period):
      let days = try resolve(period, in: frame, trace: &trace).days
      // A recurring day takes the month's last where the month lacks it; a full date must exist.
      guard abs(n) <= days.count || frame != nil else { throw Unresolved(.noSuchDay(expression)) }
      let day = n > 0 ? min(days.first.adding(days: n - 1), days.last) : max(days.last.adding(days: n + 1), days.first)
      trace.add(n > days.count ? .clamped(day: n, to: day) : .stated(day))
      return day
    case .lunar(let lunar, let period): return try self.lunar(lunar, period, expression, in: frame, trace: &trace)
    case .ordinal(let kind, let n, let window):
      let days = try resolve(window, in: frame, trace: &trace).days
      guard let day = try self.day(kind, n, of: days, trace: &trace) else { throw Unresolved(.noSuchDay(expression)) }
      // A week has each weekday once.
      let isOne = if case .weekday = kind { days.count <= 7 } else { false }
      trace.add(isOne ? .stated(day) : .ordinal(kind, n, day))
      return day
    case .first(let window): return try edge(of: window, in: frame, trace: &trace).first
    case .last(let window): return try edge(of: window, in: frame, trace: &trace).last
    case .middle(let period): return try middle(of: period, expression, in: frame, trace: &trace)
    case .shifted(let durations, let backwards, let day):
      let base = try resolve(day, in: frame, trace: &trace)
      return try shifted(durations, from: base, backwards: backwards, trace: &trace).nominal
    case .next(let weekday, let n, let day):
      let base = try resolve(day, in: frame, trace: &trace)
      let ahead = (weekday.rawValue - base.weekday.rawValue + 7) % 7
      let offset = n > 0 ? (ahead == 0 ? 7 : ahead) + 7 * (n - 1) : (ahead == 0 ? -7 : ahead - 7) + 7 * (n + 1)
      let found = base.adding(days: offset)
      trace.add(.weekday(weekday, n, from: base, found))
      return found
    case .agreed(let weekday, let day):
      let found = try resolve(day, in: frame, trace: &trace)
      guard found.weekday == weekday else { throw Unresolved(.noSuchDay(expression)) }
      return found
    }
  }

  /// The days of a window whose first or last day is meant; in a rhythm the day alone is told.
  private func edge(
    of window: WindowExpression, in frame: PlaceFrame?, trace: inout Trace
  ) throws(Unresolved) -> DayRange {
    try resolve(window, in: frame, trace: &trace).days
  }

  /// Of a lunar year that has the period's number. In the plan's time a lunar day without a year takes the year in which
  /// it falls within the plan: *23 tháng Chạp* of a plan of 2024 is 2 February 2024, where only that lies in it.
  private func lunar(
    _ lunar: LunarDay, _ period: PeriodExpression, _ expression: DateExpression, in frame: PlaceFrame?,
    trace: inout Trace
  ) throws(Unresolved) -> CivilDate {
    let year = try resolve(period, in: frame, trace: &trace).days.first.year
    var found = lunarDate(lunar, year, isRecurring: frame != nil)
    var taken = year
    if frame == nil, period == .planYear {
      let inside = [year - 1, year].filter { lunarDate(lunar, $0).map { span.contains($0.date) } ?? false }
      guard inside.count == 1, let only = inside.first else { throw Unresolved(.noSuchDay(expression)) }
      (found, taken) = (lunarDate(lunar, only), only)
    }
    guard let found else { throw Unresolved(.noSuchDay(expression)) }
    trace.add(.lunar(month: lunar.month, day: found.day, year: taken, found.date))
    if found.day < lunar.day { trace.add(.clamped(day: lunar.day, to: found.date)) }
    return found.date
  }

  /// The 30th of a month of 29 days is its 29th where it recurs; so is the year's last, called *30 Tết* in any year.
  private func lunarDate(_ lunar: LunarDay, _ year: Int, isRecurring: Bool = false) -> (date: CivilDate, day: Int)? {
    for day in lunar.day == 30 && (isRecurring || lunar.month == 12) ? [30, 29] : [lunar.day] {
      if let date = LunarDate(year: year, month: lunar.month, day: day, isLeap: lunar.isLeap)?.civil {
        return (date, day)
      }
    }
    return nil
  }

  /// Civil Code 2015, art. 146: the middle of a month is its 15th (clause 2), of a year 30 June (clause 3).
  private func middle(
    of period: PeriodExpression, _ expression: DateExpression, in frame: PlaceFrame?, trace: inout Trace
  ) throws(Unresolved) -> CivilDate {
    let found = try resolve(period, in: frame, trace: &trace)
    let day: CivilDate? =
      switch found.period {
      case .month: found.days.first.adding(days: 14)
      case .year(let year): CivilDate(year: year, month: 6, day: 30)
      default: nil
      }
    guard let day, let named = found.period else { throw Unresolved(.noSuchDay(expression)) }
    trace.add(.middle(of: named, day))
    return day
  }

  /// The n-th weekday or working day of `days`, counted from the end where negative; nil if there is none.
  func day(_ kind: DayKind, _ n: Int, of days: DayRange, trace: inout Trace) throws(Unresolved) -> CivilDate? {
    guard n != 0, abs(n) <= days.count else { return nil }
    let day: CivilDate?
    switch kind {
    case .weekday(let weekday):
      if n > 0 {
        let offset = (weekday.rawValue - days.first.weekday.rawValue + 7) % 7
        day = days.first.adding(days: offset + 7 * (n - 1))
      } else {
        let offset = (days.last.weekday.rawValue - weekday.rawValue + 7) % 7
        day = days.last.adding(days: -offset + 7 * (n + 1))
      }
    case .workingDay:
      guard calendar.isWorking(days.first) != nil, calendar.isWorking(days.last) != nil else {
        throw Unresolved(.notCovered(days.first))
      }
      trace.consult(calendar, days.first, days.last)
      day =
        n > 0
        ? calendar.workingDay(n, after: days.first.adding(days: -1))
        : calendar.workingDay(-n, before: days.last.adding(days: 1))
    }
    return day.flatMap { days.contains($0) ? $0 : nil }
  }

  /// A count by the law of time. Without durations, backwards: the day before (the anchor itself comes after).
  func shifted(
    _ durations: [CalendarDuration], from anchor: CivilDate, backwards: Bool, trace: inout Trace
  ) throws(Unresolved) -> CountedDay {
    let counts = durations.isEmpty && backwards ? [CalendarDuration(1, .day)] : durations
    let answer =
      backwards
      ? law.counted(counts, before: anchor, in: calendar) : law.counted(counts, from: anchor, in: calendar)
    guard let answer else { throw Unresolved(.notCovered(anchor)) }
    if answer.effective != answer.nominal || counts.contains(where: { $0.unit == .workingDay }) {
      trace.consult(calendar, anchor, answer.effective)
    } else {
      trace.consult(calendar, answer.nominal, answer.effective)
    }
    if durations.isEmpty, backwards {
      trace.add(.before(stated: anchor, last: answer.nominal))
    } else {
      trace.add(.counted(from: anchor, counts, answer.nominal, backwards: backwards, article: answer.countArticle))
    }
    return answer
  }

  /// An exclusive bound takes the day before; with a time it is that day still (decision: exclusive-bounds).
  func bounded(_ stated: CivilDate, _ bound: Bound, _ time: ClockTime?, trace: inout Trace) -> BoundedDay {
    if let time, time.minutes == 0, bound == .before || bound == .by {
      let last = stated.adding(days: -1)
      trace.add(.before(stated: stated, last: last))
      return BoundedDay(day: last, cutoff: nil)
    }
    guard bound == .before else { return BoundedDay(day: stated, cutoff: cutoff(time)) }
    if let time {
      trace.add(.beforeTime(stated, time))
      return BoundedDay(day: stated, cutoff: cutoff(time))
    }
    let last = stated.adding(days: -1)
    trace.add(.before(stated: stated, last: last))
    return BoundedDay(day: last, cutoff: nil)
  }

  /// 24:00 is the end of the day: no cut-off.
  func cutoff(_ time: ClockTime?) -> ClockTime? { time?.minutes == 1440 ? nil : time }

  /// A day of a month that recurs: an exclusive bound subtracts first, then the month's length clamps
  /// (decision: exclusive-bounds). `day` -1 is the month's last.
  func bounded(
    day: Int, of month: DayRange, _ bound: Bound, _ time: ClockTime?, trace: inout Trace
  ) -> BoundedDay {
    let length = month.count
    guard day > length else {
      let stated = day < 0 ? month.last : month.first.adding(days: day - 1)
      trace.add(.stated(stated))
      return bounded(stated, bound, time, trace: &trace)
    }
    // The month is too short for the stated day: the bound is taken on the number, not on a day.
    let subtracts = bound == .before && time == nil || time?.minutes == 0 && (bound == .before || bound == .by)
    let last = min(subtracts ? day - 1 : day, length)
    let date = month.first.adding(days: last - 1)
    trace.add(.clamped(day: day, to: date))
    return BoundedDay(day: date, cutoff: subtracts ? nil : cutoff(time))
  }

  /// Where a day binds that no law moves: moved only by a rule of the plan, the task or the deadline
  /// (decision: named-days-stay).
  /// - Parameters:
  ///   - own: of the deadline itself.
  ///   - kept: why it stays without a rule.
  func settle(
    _ day: CivilDate, own: DayOffRule?, kept: KeptReason, trace: inout Trace
  ) throws(Unresolved) -> CivilDate {
    let rule = own ?? dayOff
    if rule == .keep, !trace.isOn { return day }
    guard let status = calendar.status(of: day) else {
      if rule == .keep { return day }
      throw Unresolved(.notCovered(day))
    }
    let moved: CivilDate?
    switch rule {
    case .keep:
      if !status.isWorking { trace.add(.kept(day, status, own == .keep ? .rule : kept)) }
      return day
    case .workingDayBefore: moved = calendar.workingDay(onOrBefore: day)
    case .workingDayAfter: moved = calendar.workingDay(onOrAfter: day)
    }
    guard let moved else { throw Unresolved(.notCovered(day)) }
    trace.consult(calendar, day, moved)
    guard moved != day else { return day }
    let basis = own == nil ? (isTasksDayOff ? DeadlineContext.tasksRule : nil) : DeadlineContext.ownRule
    trace.add(.moved(from: day, status, to: moved, article: basis))
    return moved
  }

  private static let ownRule = LegalBasis(
    vi: "theo quy định về ngày nghỉ ghi trong hạn", en: "by the day-off rule of the deadline itself")
  private static let tasksRule = LegalBasis(
    vi: "theo quy định về ngày nghỉ của nhiệm vụ", en: "by the task's day-off rule")
}
