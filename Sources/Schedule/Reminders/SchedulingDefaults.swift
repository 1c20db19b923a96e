package import Addresses
package import CivilCalendar

/// What holds where neither policy nor calendar says otherwise: the configuration's `office` and `weekly-sheet`. Times
/// are minutes since midnight.
package struct SchedulingDefaults: Hashable, Sendable {
  /// When messages go out if a policy has no `lúc`.
  package var slot = 8 * 60
  /// The end of office hours if a calendar has none.
  package var closing = 17 * 60 + 30
  /// The leader's weekly sheet goes out on this day of the week, or on the next working day.
  package var sheetDay = Weekday.monday
  package var sheetMinute = 8 * 60
  /// The quiet hours, over midnight where they begin later in the day than they end; none where both are the same. Only
  /// what a policy calls urgent goes out in them (decision: quiet-hours).
  package var quietFrom = 21 * 60
  package var quietUntil = 6 * 60
  /// All channels that there are. A step may have gone out through any of them, even if the unit no longer has it.
  package var channels: [Channel] = []

  package init() {}
}
