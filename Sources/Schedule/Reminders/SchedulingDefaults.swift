package import Addresses
package import CivilCalendar

/// What holds where neither policy nor calendar says it: the configuration's `office` and `weekly-sheet`. Minutes since
/// midnight.
package struct SchedulingDefaults: Hashable, Sendable {
  /// When messages go out, where a policy has no `lúc`.
  package var slot = 8 * 60
  /// The end of office hours, where a calendar has none.
  package var closing = 17 * 60 + 30
  /// The leader's sheet: on this day of the week, or the working day after it.
  package var sheetDay = Weekday.monday
  package var sheetMinute = 8 * 60
  /// All that units can have an address of, beside those that they have: by any of them a step may have been said before.
  package var channels: [Channel] = []

  package init() {}
}
