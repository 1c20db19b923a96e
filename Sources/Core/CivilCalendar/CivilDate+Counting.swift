extension CivilDate {
  private enum Direction: Int {
    case forward = 1
    case backward = -1
  }

  /// The end of a period counted forward from this day, which is itself not counted: working days are counted in
  /// working days, months and years end on the corresponding day or the month's last, and *n clear days* leave n
  /// whole days between. Nil for hours, counts below 1, and days that the calendar does not cover.
  func counting(_ durations: [CalendarDuration], in calendar: WorkingCalendar) -> CivilDate? {
    counting(durations, .forward, in: calendar)
  }

  /// The same, counted backwards.
  func countingBack(_ durations: [CalendarDuration], in calendar: WorkingCalendar) -> CivilDate? {
    counting(durations, .backward, in: calendar)
  }

  private func counting(
    _ durations: [CalendarDuration], _ direction: Direction, in calendar: WorkingCalendar
  ) -> CivilDate? {
    var day = self
    for duration in durations {
      guard let next = day.counting(duration, direction, in: calendar) else { return nil }
      day = next
    }
    return day
  }

  private func counting(
    _ duration: CalendarDuration, _ direction: Direction, in calendar: WorkingCalendar
  ) -> CivilDate? {
    guard (1...3_652_059).contains(duration.count) else { return nil }
    // Of a range the larger forward, the smaller back.
    let stated = direction == .forward ? duration.count : duration.least ?? duration.count
    let count = stated * direction.rawValue
    return switch duration.unit {
    case .minute, .hour, .workingHour: nil
    case .day: CivilDate(dayNumber: Int(dayNumber) + count)
    case .clearDay: CivilDate(dayNumber: Int(dayNumber) + count + direction.rawValue)
    case .week: CivilDate(dayNumber: Int(dayNumber) + 7 * count)
    case .workingDay:
      direction == .forward
        ? calendar.workingDay(stated, after: self) : calendar.workingDay(stated, before: self)
    case .month: adding(months: count)
    case .year: adding(years: count)
    }
  }
}
