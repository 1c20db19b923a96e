import CivilCalendar
import Rules

/// Working days and slots of one plan's calendar. Of days that the calendar does not cover, Monday to Friday count as
/// working days, so that a plan of the past still gets an answer.
final class OfficeTime: Sendable {
  let calendar: WorkingCalendar
  let zone: Zone
  let defaults: SchedulingDefaults

  init(calendar: WorkingCalendar, zone: Zone, defaults: SchedulingDefaults = SchedulingDefaults()) {
    self.calendar = calendar
    self.zone = zone
    self.defaults = defaults
  }

  /// The time of each plan's office.
  static func ofPlans(_ rules: RuleSet, _ zone: Agenda.ZoneOf, _ defaults: SchedulingDefaults) -> [OfficeTime] {
    rules.plans.map { plan in
      let calendar = rules.calendars.indices.contains(plan.calendar) ? rules.calendars[plan.calendar] : nil
      return OfficeTime(
        calendar: calendar?.calendar ?? WorkingCalendar(.init(), covering: plan.years),
        zone: zone(calendar?.timeZone), defaults: defaults)
    }
  }

  func isWorking(_ day: CivilDate) -> Bool { calendar.isWorking(day) ?? (day.weekday.rawValue < 6) }

  func onOrBefore(_ day: CivilDate) -> CivilDate { calendar.workingDay(onOrBefore: day) ?? walked(day, by: -1) }

  func onOrAfter(_ day: CivilDate) -> CivilDate { calendar.workingDay(onOrAfter: day) ?? walked(day, by: 1) }

  /// The `count`-th working day after `day`; if it is 0, the first one on or after `day`.
  func workingDay(_ count: Int, after day: CivilDate) -> CivilDate {
    guard count > 0 else { return onOrAfter(day) }
    if let found = calendar.workingDay(count, after: day) { return found }
    var day = day
    for _ in 0..<count { day = walked(day.adding(days: 1), by: 1) }
    return day
  }

  /// The `count`-th working day before `day`; if it is 0, the last one on or before `day`.
  func workingDay(_ count: Int, before day: CivilDate) -> CivilDate {
    guard count > 0 else { return onOrBefore(day) }
    if let found = calendar.workingDay(count, before: day) { return found }
    var day = day
    for _ in 0..<count { day = walked(day.adding(days: -1), by: -1) }
    return day
  }

  /// Working days from `first` through `last`, both included.
  func workingDays(from first: CivilDate, through last: CivilDate) -> Int {
    if let found = calendar.workingDays(from: first, through: last) { return found }
    guard first <= last else { return 0 }
    return (0...last.days(since: first)).count { isWorking(first.adding(days: $0)) }
  }

  private func walked(_ start: CivilDate, by step: Int) -> CivilDate {
    var day = start
    while !isWorking(day), day > .first, day < .last { day = day.adding(days: step) }
    return day
  }

  // MARK: Slots

  /// The slot of a working day: at `minute` if it is in office hours, otherwise at the next time that is, or at their
  /// end.
  func slot(_ day: CivilDate, _ minute: Int) -> Instant {
    let hours = calendar.definition.officeHours
    var held = minute
    if !hours.isEmpty, !hours.contains(where: { $0.lowerBound.minutes...$0.upperBound.minutes ~= minute }) {
      let next = hours.first { $0.lowerBound.minutes > minute }?.lowerBound ?? hours.last?.upperBound
      held = next?.minutes ?? minute
    }
    return zone.instant(day, minute: held)
  }

  func firstSlot(notBefore instant: Instant, _ minute: Int) -> Instant {
    let day = onOrAfter(zone.day(of: instant))
    let found = slot(day, minute)
    return found >= instant ? found : slot(workingDay(1, after: day), minute)
  }

  func firstSlot(after instant: Instant, _ minute: Int) -> Instant {
    firstSlot(notBefore: instant.adding(seconds: 1), minute)
  }

  /// Today's slot, if it has come, office hours are not over and no round has used it yet; otherwise nil.
  func openSlot(at now: Instant, since lastRound: Instant?, _ minute: Int) -> Instant? {
    let today = zone.day(of: now)
    guard isWorking(today) else { return nil }
    let found = slot(today, minute)
    guard found <= now, now <= max(closing(today), found), lastRound.map({ $0 < found }) ?? true else { return nil }
    return found
  }

  private func closing(_ day: CivilDate) -> Instant {
    zone.instant(day, minute: calendar.definition.officeHours.last?.upperBound.minutes ?? defaults.closing)
  }

  /// The end of the quiet hours in which `instant` lies; nil if it lies in none.
  func quietEnd(_ instant: Instant) -> Instant? {
    let (from, until) = (defaults.quietFrom, defaults.quietUntil)
    let (day, minute) = zone.civil(instant)
    guard from <= until ? (from..<until).contains(minute) : minute >= from || minute < until else { return nil }
    return zone.instant(minute < until ? day : day.adding(days: 1), minute: until)
  }

  // MARK: Weeks

  static func monday(_ day: CivilDate) -> CivilDate { day.adding(days: 1 - day.weekday.rawValue) }

  /// The first working day, on or after `weekday`, of the week that begins on `monday`; nil if all of them are off.
  func digestDay(_ monday: CivilDate, _ weekday: Weekday = .monday) -> CivilDate? {
    let found = onOrAfter(monday.adding(days: weekday.rawValue - 1))
    return found <= monday.adding(days: 6) ? found : nil
  }

  /// The last weekly slot not after `instant`, with the Monday of its week.
  func lastDigest(
    notAfter instant: Instant, _ minute: Int, on weekday: Weekday = .monday
  ) -> (week: CivilDate, slot: Instant)? {
    var week = OfficeTime.monday(zone.day(of: instant))
    for _ in 0..<6 {
      if let day = digestDay(week, weekday), slot(day, minute) <= instant { return (week, slot(day, minute)) }
      week = week.adding(days: -7)
    }
    return nil
  }

  /// The first weekly slot after `instant`.
  func nextDigest(
    after instant: Instant, _ minute: Int, on weekday: Weekday = .monday
  ) -> (week: CivilDate, slot: Instant)? {
    var week = OfficeTime.monday(zone.day(of: instant))
    for _ in 0..<6 {
      if let day = digestDay(week, weekday), slot(day, minute) > instant { return (week, slot(day, minute)) }
      week = week.adding(days: 7)
    }
    return nil
  }
}
