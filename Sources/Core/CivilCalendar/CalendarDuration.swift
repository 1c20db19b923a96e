/// Units in which deadlines count.
package enum DurationUnit: Hashable, Sendable, CaseIterable {
  case minute, hour, day, workingDay, week, month, year
  /// An hour of the office's working time.
  case workingHour
  /// Both ends excluded (*28 clear days before X*).
  case clearDay

  /// Whole days or longer: counts from a day, not from an hour.
  package var isDays: Bool { self != .hour && self != .minute && self != .workingHour }
}

/// A count of one unit.
package struct CalendarDuration: Hashable, Sendable {
  /// At least 1.
  package var count: Int
  package var unit: DurationUnit
  /// Of a range (*3-5 ngày làm việc*) the smaller count; `count` is the larger. A count forward ends with the larger, a count
  /// back with the smaller.
  package var least: Int?

  package init(_ count: Int, _ unit: DurationUnit, least: Int? = nil) {
    self.count = count
    self.unit = unit
    self.least = least
  }
}
