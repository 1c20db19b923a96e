public import CivilCalendar

/// What holds where neither policy nor calendar says it: the configuration's `office` and `weekly-sheet`. Minutes since
/// midnight.
public struct OfficeHabits: Hashable, Sendable {
  /// When messages go out, where a policy has no `lúc`.
  public var slot = 8 * 60
  /// The end of office hours, where a calendar has none.
  public var closing = 17 * 60 + 30
  /// The leader's sheet: on this day of the week, or the working day after it.
  public var sheetDay = Weekday.monday
  public var sheetMinute = 8 * 60

  public init() {}
}
