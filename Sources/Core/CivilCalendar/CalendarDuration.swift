/// Units in which deadlines count.
package enum DurationUnit: Hashable, Sendable, CaseIterable {
  case hour, day, workingDay, week, month, year
  /// Both ends excluded (*28 clear days before X*).
  case clearDay
}

/// A count of one unit.
package struct CalendarDuration: Hashable, Sendable {
  /// At least 1.
  package var count: Int
  package var unit: DurationUnit

  package init(_ count: Int, _ unit: DurationUnit) {
    self.count = count
    self.unit = unit
  }
}
