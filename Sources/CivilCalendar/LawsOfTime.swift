/// The laws that the program knows; a calendar names one by its id.
public enum LawsOfTime {
  public static let all: [any LawOfTime] = [VietnameseCivilCode(), PlainLaw()]

  /// Nil if there is none of that id.
  public static func named(_ id: String) -> (any LawOfTime)? {
    all.first { $0.id == id }
  }
}

extension CivilDate {
  /// The end of a period counted forward from this day, which is itself not counted: working days are counted in
  /// working days, months and years end on the corresponding day or the month's last, and *n clear days* leave n
  /// whole days between. Nil for hours, counts below 1, and days that the calendar does not cover.
  func counting(_ durations: [CalendarDuration], in calendar: WorkingCalendar) -> CivilDate? {
    steps(durations) { day, count in
      calendar.workingDay(count, after: day)
    } sign: {
      1
    }
  }

  /// The same, counted backwards.
  func countingBack(_ durations: [CalendarDuration], in calendar: WorkingCalendar) -> CivilDate? {
    steps(durations) { day, count in
      calendar.workingDay(count, before: day)
    } sign: {
      -1
    }
  }

  private func steps(
    _ durations: [CalendarDuration], workingDay: (CivilDate, Int) -> CivilDate?, sign: () -> Int
  ) -> CivilDate? {
    var day = self
    for duration in durations {
      guard let next = day.step(duration, sign: sign(), workingDay: workingDay) else { return nil }
      day = next
    }
    return day
  }

  private func step(
    _ duration: CalendarDuration, sign: Int, workingDay: (CivilDate, Int) -> CivilDate?
  ) -> CivilDate? {
    guard (1...3_652_059).contains(duration.count) else { return nil }
    let count = duration.count * sign
    return switch duration.unit {
    case .hour: nil
    case .day: CivilDate(dayNumber: Int(dayNumber) + count)
    case .clearDay: CivilDate(dayNumber: Int(dayNumber) + count + sign)
    case .week: CivilDate(dayNumber: Int(dayNumber) + 7 * count)
    case .workingDay: workingDay(self, duration.count)
    case .month: adding(months: count, rounding: .down)
    case .year: adding(years: count, rounding: .down)
    }
  }
}
