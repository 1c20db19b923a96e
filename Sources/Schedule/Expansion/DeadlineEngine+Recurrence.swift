import CivilCalendar
import Deadlines

/// A rhythm and the due days in or after each of its periods. Every day comes from its own period, never from the
/// occurrence before it.
extension DeadlineEngine {
  mutating func expandRecurrence(_ recurrence: Recurrence) throws(Unresolved) {
    if case .reporting(let list) = recurrence.rhythm, case .yearDays(let days) = recurrence.pattern {
      let periods = context.expanded(list).count
      guard periods == days.count else { throw Unresolved(.unequalLists(periods: periods, days: days.count)) }
    }
    let context = self.context
    let slack = recurrence.pattern.slack + slackForMoving
    context.forEachPeriod(
      of: recurrence.rhythm, in: window, slack: slack, touching: recurrence.pattern.namesWeekdays
    ) { period in
      attempt { engine throws(Unresolved) in try engine.expand(recurrence, in: period) }
    }
  }

  private mutating func expand(_ recurrence: Recurrence, in period: RhythmPeriod) throws(Unresolved) {
    switch recurrence.pattern {
    case .whole: try addWindow(period.days, recurrence, period, key: period.key)
    case .part(let part): try expandPart(part, recurrence, period)
    case .monthDays(let days, let month): try expandMonthDays(days, month, recurrence, period)
    case .yearDays(let days): try expandYearDays(days, recurrence, period)
    case .weekdays(let weekdays): try expandWeekdays(weekdays, recurrence, period)
    case .ordinal(let ordinal, let month): try expandOrdinal(ordinal, month, recurrence, period)
    case .windows(let spans): try expandYearlyWindows(spans, recurrence, period)
    case .afterEnd(let durations): try expandAfterEnd(durations, recurrence, period)
    }
  }

  private func trace(of period: RhythmPeriod) -> Trace {
    var trace = newTrace()
    trace.add(.period(period.first, period.days))
    return trace
  }

  private mutating func addWindow(
    _ days: DayRange, _ recurrence: Recurrence, _ period: RhythmPeriod, key: String, trace: Trace? = nil
  ) throws(Unresolved) {
    var trace = trace ?? self.trace(of: period)
    let last = context.bounded(days.last, recurrence.bound, recurrence.time, trace: &trace)
    guard last.day >= days.first else { throw Unresolved(.endsBeforeItBegins(days.first, last.day)) }
    try add(
      Draft(
        key: key, opens: days.first, nominal: last.day, cutoff: last.cutoff,
        representative: min(period.days.last, last.day), kept: .periodEnd),
      trace: trace)
  }

  private mutating func expandPart(
    _ part: PeriodPart, _ recurrence: Recurrence, _ period: RhythmPeriod
  ) throws(Unresolved) {
    guard let days = context.days(of: part, in: period.days) else {
      throw Unresolved(.noSuchPart(PeriodSpan(PeriodExpression(period.unit), part: part)))
    }
    var trace = self.trace(of: period)
    trace.add(.reading(part, days))
    try addWindow(days, recurrence, period, key: period.key, trace: trace)
  }

  private mutating func expandMonthDays(
    _ days: [Int], _ position: MonthOfPeriod, _ recurrence: Recurrence, _ period: RhythmPeriod
  ) throws(Unresolved) {
    guard let month = position.month(of: period.days) else { return }
    for (index, day) in days.enumerated() {
      var trace = self.trace(of: period)
      let last = context.bounded(day: day, of: month, recurrence.bound, recurrence.time, trace: &trace)
      let previous = index > 0 && days[index - 1] > 0 && days[index - 1] < day ? days[index - 1] : nil
      try addDay(
        last, key: numbered(period.key, index, of: days.count), recurrence, period, month: month,
        after: previous.map { month.first.adding(days: min($0, month.count) - 1) }, trace)
    }
  }

  private mutating func expandYearDays(
    _ days: [YearDay], _ recurrence: Recurrence, _ period: RhythmPeriod
  ) throws(Unresolved) {
    if let position = period.position {
      // Listed respectively: one for each reporting period.
      try addYearDay(days[position], key: period.key, recurrence, period, after: nil)
      return
    }
    var placed: [(YearDay, CivilDate)] = []
    for day in days {
      if let month = month(of: day, period) {
        let date = day.day < 0 ? month.last : month.first.adding(days: min(day.day, month.count) - 1)
        if period.holdsYears || period.days.contains(date) { placed.append((day, date)) }
      } else if day.isLunar {
        placed.append((day, period.days.first))
      }
    }
    for (index, (day, date)) in placed.enumerated() {
      let previous = index > 0 && placed[index - 1].1 < date ? placed[index - 1].1 : nil
      try addYearDay(
        day, key: numbered(period.key, index, of: placed.count), recurrence, period, after: previous)
    }
  }

  private mutating func addYearDay(
    _ day: YearDay, key: String, _ recurrence: Recurrence, _ period: RhythmPeriod, after previous: CivilDate?
  ) throws(Unresolved) {
    var trace = self.trace(of: period)
    if day.isLunar {
      let year = period.days.first.year + day.yearsLater
      guard let stated = lunar(day, year: year, &trace) else {
        throw Unresolved(.noSuchDay(.lunar(year: year, month: day.month, day: day.day)))
      }
      let last = context.bounded(stated, recurrence.bound, recurrence.time, trace: &trace)
      try addDay(last, key: key, recurrence, period, month: nil, after: previous, trace)
      return
    }
    guard let month = month(of: day, period) else {
      throw Unresolved(.noSuchDay(.civil(year: nil, month: day.month, day: day.day)))
    }
    let last = context.bounded(day: day.day, of: month, recurrence.bound, recurrence.time, trace: &trace)
    try addDay(last, key: key, recurrence, period, month: month, after: previous, trace)
  }

  /// The month that a day of the year is in: of the period's own year, or, where the period runs over two calendar
  /// years, of the one that puts the day into the period; then so many years later. Nil for lunar days.
  private func month(of day: YearDay, _ period: RhythmPeriod) -> DayRange? {
    guard !day.isLunar else { return nil }
    let first = period.days.first.components
    let startsBefore = (first.month, first.day) <= (day.month, day.day < 0 ? 31 : day.day)
    let year = period.days.first.year == period.days.last.year || startsBefore ? first.year : first.year + 1
    return Period.month(year: year + day.yearsLater, day.month).days()
  }

  /// The 30th of a lunar month of 29 days is its 29th.
  private func lunar(_ day: YearDay, year: Int, _ trace: inout Trace) -> CivilDate? {
    let number = day.day < 0 ? 30 : day.day
    if let date = LunarDate(year: year, month: day.month, day: number)?.civil {
      trace.add(.lunar(month: day.month, day: number, year: year, date))
      return date
    }
    guard number == 30, let date = LunarDate(year: year, month: day.month, day: 29)?.civil else { return nil }
    trace.add(.lunar(month: day.month, day: 29, year: year, date))
    trace.add(.clamped(day: 30, to: date))
    return date
  }

  private mutating func expandWeekdays(
    _ weekdays: [Weekday], _ recurrence: Recurrence, _ period: RhythmPeriod
  ) throws(Unresolved) {
    if period.unit == .week {
      for (index, weekday) in weekdays.enumerated() {
        let day = period.days.first.adding(days: weekday.rawValue - 1)
        guard context.span.contains(day) else { continue }
        try addWeekday(
          day, key: numbered(period.key, index, of: weekdays.count), recurrence, period,
          after: index > 0 && weekdays[index - 1].rawValue < weekday.rawValue
            ? day.adding(days: weekdays[index - 1].rawValue - weekday.rawValue) : nil)
      }
      return
    }
    var number = 0
    var previous: CivilDate?
    for offset in 0..<period.days.count {
      let day = period.days.first.adding(days: offset)
      guard weekdays.contains(day.weekday) else { continue }
      number += 1
      try addWeekday(day, key: "\(period.key).\(number)", recurrence, period, after: previous)
      previous = day
    }
  }

  private mutating func addWeekday(
    _ day: CivilDate, key: String, _ recurrence: Recurrence, _ period: RhythmPeriod, after previous: CivilDate?
  ) throws(Unresolved) {
    var trace = self.trace(of: period)
    trace.add(.stated(day))
    let last = context.bounded(day, recurrence.bound, recurrence.time, trace: &trace)
    try addDay(last, key: key, recurrence, period, month: nil, after: previous, trace)
  }

  private mutating func expandOrdinal(
    _ ordinal: Ordinal, _ position: MonthOfPeriod, _ recurrence: Recurrence, _ period: RhythmPeriod
  ) throws(Unresolved) {
    let whole = period.unit == .week ? period.days : position.month(of: period.days)
    guard let whole else { return }
    var trace = self.trace(of: period)
    // A fifth Tuesday is not in every month: then there is no occurrence.
    guard let day = try context.day(ordinal, of: whole, trace: &trace) else { return }
    let last = context.bounded(day, recurrence.bound, recurrence.time, trace: &trace)
    try addDay(last, key: period.key, recurrence, period, month: whole, after: nil, trace)
  }

  private mutating func expandYearlyWindows(
    _ spans: [PeriodSpan], _ recurrence: Recurrence, _ period: RhythmPeriod
  ) throws(Unresolved) {
    // Of years each window is its own period; inside shorter or listed periods they are numbered.
    let isYearly = period.holdsYears && period.position == nil
    for (index, span) in spans.enumerated() {
      var trace = newTrace()
      var window = try context.resolve(span, defaultYear: period.days.first.year, trace: &trace)
      if window.days.last < period.days.first {
        // The second calendar year of a school year.
        trace = newTrace()
        window = try context.resolve(span, defaultYear: period.days.first.year + 1, trace: &trace)
      }
      guard period.holdsYears || period.days.contains(window.days.last) else { continue }
      let shares = spans.indices.contains { $0 != index && context.sharesKey(spans[$0], span) }
      let own = shares ? "\(window.key).\(index + 1)" : window.key
      let key = isYearly && spans.count > 1 ? own : numbered(period.key, index, of: spans.count)
      try addWindow(window.days, recurrence, period, key: key, trace: trace)
    }
  }

  private mutating func expandAfterEnd(
    _ durations: [CalendarDuration], _ recurrence: Recurrence, _ period: RhythmPeriod
  ) throws(Unresolved) {
    var trace = self.trace(of: period)
    let law = try count(durations, from: period.days.last, backwards: false, &trace)
    try add(
      Draft(
        key: period.key, opens: period.days.last.adding(days: 1), nominal: law.nominal,
        cutoff: context.cutoff(recurrence.time), representative: period.days.last, law: law),
      trace: trace)
  }

  /// A named day of a recurrence. Its window begins with the period, or, where the day lies outside, with the
  /// period's end or the day's own month; the second of several days is open after the first.
  private mutating func addDay(
    _ last: BoundedDay, key: String, _ recurrence: Recurrence, _ period: RhythmPeriod, month: DayRange?,
    after previous: CivilDate?, _ trace: Trace
  ) throws(Unresolved) {
    var draft = Draft(
      key: key, nominal: last.day, cutoff: last.cutoff, representative: min(period.days.last, last.day))
    let month = month ?? DayRange(first: last.day.startOfMonth, last: last.day.endOfMonth)
    switch recurrence.bound {
    case .on: draft.opensOnEffective = true
    case .within: draft.opens = period.days.contains(last.day) && period.unit == .week ? period.days.first : month.first
    case .by, .before:
      let natural =
        if period.days.contains(last.day) {
          period.days.first
        } else if last.day > period.days.last {
          period.days.last.adding(days: 1)
        } else {
          last.day.startOfMonth
        }
      draft.opens = min(max(natural, previous.map { $0.adding(days: 1) } ?? natural), last.day)
    }
    try add(draft, trace: trace)
  }

  private func numbered(_ key: String, _ index: Int, of count: Int) -> String {
    count == 1 ? key : "\(key).\(index + 1)"
  }
}
