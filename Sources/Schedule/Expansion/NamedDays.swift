import CivilCalendar
import Deadlines

/// The last day that a bound allows, and the time of that day before which the work is due.
struct BoundedDay {
  var day: CivilDate
  var cutoff: ClockTime?
}

extension DeadlineContext {
  /// The day that an expression names.
  func resolve(_ expression: DateExpression, trace: inout Trace) throws(Unresolved) -> CivilDate {
    switch expression {
    case .civil(let year, let month, let day):
      guard let taken = year ?? planYear, let date = CivilDate(year: taken, month: month, day: day) else {
        throw Unresolved(.noSuchDay(expression))
      }
      if year == nil { trace.add(.planYear(taken)) }
      trace.add(.stated(date))
      return date
    case .lunar(let year, let month, let day):
      guard let taken = year ?? planYear, let date = LunarDate(year: taken, month: month, day: day)?.civil else {
        throw Unresolved(.noSuchDay(expression))
      }
      if year == nil { trace.add(.planYear(taken)) }
      trace.add(.lunar(month: month, day: day, year: taken, date))
      return date
    case .start(let span): return try resolve(span, trace: &trace).days.first
    case .end(let span): return try resolve(span, trace: &trace).days.last
    case .middle(let period): return try middle(of: period, trace: &trace)
    case .ordinal(let ordinal, let span):
      let days = try resolve(span, trace: &trace).days
      guard let day = try self.day(ordinal, of: days, trace: &trace) else {
        throw Unresolved(.noSuchDay(expression))
      }
      return day
    }
  }

  /// Civil Code 2015, art. 146: the middle of a month is its 15th (clause 2), of a year 30 June (clause 3).
  private func middle(of expression: PeriodExpression, trace: inout Trace) throws(Unresolved) -> CivilDate {
    guard let period = period(expression), let days = days(of: period) else {
      throw Unresolved(.noSuchPeriod(expression))
    }
    if expression.year == nil, let planYear { trace.add(.planYear(planYear)) }
    let day: CivilDate? =
      switch period {
      case .month: days.first.adding(days: 14)
      case .year(let year): CivilDate(year: year, month: 6, day: 30)
      default: nil
      }
    guard let day else { throw Unresolved(.noSuchDay(.middle(of: expression))) }
    trace.add(.middle(of: period, day))
    return day
  }

  /// The n-th weekday, working day or day of `days`, counted from the end where negative; nil if there is none.
  func day(_ ordinal: Ordinal, of days: DayRange, trace: inout Trace) throws(Unresolved) -> CivilDate? {
    let position = ordinal.position
    guard position != 0, abs(position) <= days.count else { return nil }
    let day: CivilDate?
    switch ordinal.kind {
    case .day:
      day = position > 0 ? days.first.adding(days: position - 1) : days.last.adding(days: position + 1)
    case .weekday(let weekday):
      if position > 0 {
        let offset = (weekday.rawValue - days.first.weekday.rawValue + 7) % 7
        day = days.first.adding(days: offset + 7 * (position - 1))
      } else {
        let offset = (days.last.weekday.rawValue - weekday.rawValue + 7) % 7
        day = days.last.adding(days: -offset + 7 * (position + 1))
      }
    case .workingDay:
      guard calendar.isWorking(days.first) != nil, calendar.isWorking(days.last) != nil else {
        throw Unresolved(.notCovered(days.first))
      }
      trace.consult(calendar, days.first, days.last, isEarliest: position > 0)
      day =
        position > 0
        ? calendar.workingDay(position, after: days.first.adding(days: -1))
        : calendar.workingDay(-position, before: days.last.adding(days: 1))
    }
    guard let day, days.contains(day) else { return nil }
    trace.add(.ordinal(ordinal, day))
    return day
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
    if rule != .keep { trace.consult(calendar, day, day, isEarliest: rule == .workingDayAfter) }
    if rule == .keep, !trace.isOn { return day }
    guard calendar.isWorking(day) != true else { return day }
    guard let status = calendar.status(of: day) else {
      if rule == .keep { return day }
      throw Unresolved(.notCovered(day))
    }
    let moved: CivilDate?
    switch rule {
    case .keep:
      trace.add(.kept(day, status, own == .keep ? .rule : kept))
      return day
    case .workingDayBefore: moved = calendar.workingDay(onOrBefore: day)
    case .workingDayAfter: moved = calendar.workingDay(onOrAfter: day)
    }
    guard let moved else { throw Unresolved(.notCovered(day)) }
    trace.consult(calendar, day, moved, isEarliest: rule == .workingDayAfter)
    let basis = own == nil ? (isTasksDayOff ? DeadlineContext.tasksRule : nil) : DeadlineContext.ownRule
    trace.add(.moved(from: day, status, to: moved, article: basis))
    return moved
  }

  private static let ownRule = LegalBasis(
    vi: "theo quy định về ngày nghỉ ghi trong hạn", en: "by the day-off rule of the deadline itself")
  private static let tasksRule = LegalBasis(
    vi: "theo quy định về ngày nghỉ của nhiệm vụ", en: "by the task's day-off rule")
}
