package import CivilCalendar

/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX).
package struct Instant: Hashable, Comparable, Sendable {
  package var seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  /// Before anything that is ever decided.
  package static let distantPast = Instant(seconds: .min / 4)
  /// The slot that a log gives to an entry that was set aside: it is after anything that is ever decided.
  package static let never = Instant(seconds: .max)

  /// How many seconds before its time a notice may have gone out and still counts, so that it is not sent again.
  package static let early: Int64 = 12 * 3600

  /// Whether a notice of this slot went out so early that it must be sent again in its time.
  package func isTooEarly(at now: Instant) -> Bool { self > now.adding(seconds: Self.early) }

  package static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.seconds < rhs.seconds }

  /// The instant so many seconds later, or earlier if they are negative.
  package func adding(seconds more: Int64) -> Instant { Instant(seconds: seconds + more) }
}

/// Turns instants into civil days and times of day, and back. The caller supplies the offsets of the zone.
package struct Zone: Sendable {
  /// Seconds east of UTC at an instant.
  let offset: @Sendable (Instant) -> Int64

  package init(offset: @escaping @Sendable (Instant) -> Int64) { self.offset = offset }

  package init(fixed seconds: Int64) { offset = { _ in seconds } }

  /// UTC+7, in force in Việt Nam since 1975.
  package static let vietnam = Zone(fixed: 7 * 3600)

  /// Day number of 1 January 1970.
  private static let epoch: Int64 = 719_163

  /// The day and the minute since midnight at an instant. Days outside the years 1 to 9999 become the nearest one
  /// inside.
  package func civil(_ instant: Instant) -> (day: CivilDate, minute: Int) {
    let bound: Int64 = 400_000_000_000
    let held = min(max(instant.seconds, -bound), bound)
    let local = held + offset(Instant(seconds: held))
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let minute = Int((local - days * 86_400) / 60)
    let number = min(max(days + Zone.epoch, 1), Int64(CivilDate.last.dayNumber))
    return (CivilDate(dayNumber: Int(number)) ?? .first, minute)
  }

  /// The civil day at an instant.
  package func day(of instant: Instant) -> CivilDate { civil(instant).day }

  /// The instant at which a clock of the zone shows `minute` (0...1440) of `day`. If a clock change repeats that time,
  /// it is the first of the two; if it skips the time, it is the instant of the change
  /// (docs/reminders.md, "Clock changes").
  package func instant(_ day: CivilDate, minute: Int = 0) -> Instant {
    let local = (Int64(day.dayNumber) - Zone.epoch) * 86_400 + Int64(minute) * 60
    func at(_ seconds: Int64) -> Int64 { offset(Instant(seconds: seconds)) }
    // No zone changes its clock twice in two days.
    let (before, after) = (at(local - 86_400), at(local + 86_400))
    let early = local - before
    if at(early) == before { return Instant(seconds: early) }
    let late = local - after
    if at(late) == after { return Instant(seconds: late) }
    // In a gap: the change lies after `late` and not after `early`.
    var (low, high) = (late, early)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if at(middle) == before { low = middle } else { high = middle }
    }
    return Instant(seconds: high)
  }
}
