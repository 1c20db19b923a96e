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
    var at = day
    var left = minutes
    var clock = time ?? opening
    if time == nil { trace.add(.hoursFromOpening(day, opening)) }
    let from = clock
    while true {
      guard let isWorking = calendar.isWorking(at) else { throw Unresolved(.notCovered(at)) }
      if isWorking {
        for stretch in backwards ? hours.reversed() : hours {
          let open =
            backwards
            ? min(clock, stretch.upperBound).minutes - stretch.lowerBound.minutes
            : stretch.upperBound.minutes - max(clock, stretch.lowerBound).minutes
          guard open > 0 else { continue }
          if left <= open {
            let end =
              backwards ? min(clock, stretch.upperBound).minutes - left : max(clock, stretch.lowerBound).minutes + left
            guard let last = ClockTime(minutes: end) else { throw Unresolved(.notCovered(at)) }
            trace.consult(calendar, day, at, isEarliest: !backwards)
            trace.add(.hours(from: day, from, duration, to: at, last, backwards: backwards))
            return (at, last)
          }
          left -= open
        }
      }
      at = at.adding(days: backwards ? -1 : 1)
      clock = backwards ? closing : opening
    }
  }
}
