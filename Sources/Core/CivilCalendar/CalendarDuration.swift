/// Units in which deadlines count.
public enum DurationUnit: Hashable, Sendable, CaseIterable {
  case hour, day, workingDay, week, month, year
  /// Both ends excluded (*28 clear days before X*).
  case clearDay
}

/// A count of one unit.
public struct CalendarDuration: Hashable, Sendable {
  /// At least 1.
  public var count: Int
  public var unit: DurationUnit

  public init(_ count: Int, _ unit: DurationUnit) {
    self.count = count
    self.unit = unit
  }
}
