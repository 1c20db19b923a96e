import CivilCalendar
import Deadlines

extension DeadlineContext {
  /// The day and time that a count of hours or minutes ends at. They run from the recorded time, else from 00:00, the safe
  /// side (decision: hours-from-midnight); working hours else from that day's opening.
  func counting(
    _ duration: CalendarDuration, from day: CivilDate, _ time: ClockTime?, backwards: Bool, trace: inout Trace
  ) throws(Unresolved) -> (day: CivilDate, time: ClockTime) {
    let count = min(backwards ? duration.least ?? duration.count : duration.count, 10_000_000)
    guard duration.unit != .workingHour else {
      return try countingOffice(count * 60, duration, from: day, time, backwards: backwards, trace: &trace)
    }
    if time == nil { trace.add(.hoursFromMidnight(day)) }
    let minutes = count * (duration.unit == .minute ? 1 : 60)
    let start = Int(day.dayNumber) * 1440 + (time?.minutes ?? 0)
    let end = backwards ? start - minutes : start + minutes
    // 00:00 is the end of the day before.
    let endDay = end % 1440 == 0 ? end / 1440 - 1 : end / 1440
    guard let last = CivilDate(dayNumber: endDay), let clock = ClockTime(minutes: end - endDay * 1440),
      let from = time ?? ClockTime(hour: 0)
    else { throw Unresolved(.notCovered(day)) }
    trace.add(.hours(from: day, from, duration, to: last, clock, backwards: backwards))
    return (last, clock)
  }

  private func countingOffice(
    _ minutes: Int, _ duration: CalendarDuration, from day: CivilDate, _ time: ClockTime?, backwards: Bool,
    trace: inout Trace
  ) throws(Unresolved) -> (day: CivilDate, time: ClockTime) {
    let hours = calendar.definition.officeHours
    guard let opening = hours.first?.lowerBound, let closing = hours.last?.upperBound else {
      throw Unresolved(.noOfficeHours)
    }
    if time == nil { trace.add(.hoursFromOpening(day, opening)) }
    guard let isWorking = calendar.isWorking(day) else { throw Unresolved(.notCovered(day)) }
    let from = time ?? opening
    var (at, clock, left) = (day, from, minutes)
    let today = isWorking ? hours.minutes(open: from, backwards: backwards) : 0
    if left > today {
      // Whole days, then what is left of them on the last.
      let whole = hours.minutes(open: backwards ? closing : opening, backwards: backwards)
      guard whole > 0 else { throw Unresolved(.noOfficeHours) }
      let days = (left - today - 1) / whole
      left -= today + days * whole
      guard
        let last = backwards ? calendar.workingDay(days + 1, before: day) : calendar.workingDay(days + 1, after: day)
      else { throw Unresolved(.notCovered(day)) }
      (at, clock) = (last, backwards ? closing : opening)
    }
    guard let end = hours.time(left, after: clock, backwards: backwards) else { throw Unresolved(.notCovered(at)) }
    trace.consult(calendar, day, at)
    trace.add(.hours(from: day, from, duration, to: at, end, backwards: backwards))
    return (at, end)
  }
}

/// Office hours of one day, in order.
extension [ClosedRange<ClockTime>] {
  /// How long the office is open from that time on, or before it.
  fileprivate func minutes(open clock: ClockTime, backwards: Bool) -> Int {
    reduce(0) { $0 + Swift.max(0, $1.minutes(open: clock, backwards: backwards)) }
  }

  /// When it has been open for so long from that time on, or before it; nil if it closes earlier.
  fileprivate func time(_ minutes: Int, after clock: ClockTime, backwards: Bool) -> ClockTime? {
    var left = minutes
    for stretch in backwards ? reversed() : self {
      let open = Swift.max(0, stretch.minutes(open: clock, backwards: backwards))
      if left <= open {
        return ClockTime(
          minutes: backwards
            ? Swift.min(clock, stretch.upperBound).minutes - left : Swift.max(clock, stretch.lowerBound).minutes + left)
      }
      left -= open
    }
    return nil
  }
}

extension ClosedRange<ClockTime> {
  fileprivate func minutes(open clock: ClockTime, backwards: Bool) -> Int {
    backwards
      ? Swift.min(clock, upperBound).minutes - lowerBound.minutes
      : upperBound.minutes - Swift.max(clock, lowerBound).minutes
  }
}
