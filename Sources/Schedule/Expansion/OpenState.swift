package import CivilCalendar
package import Deadlines
package import Rules

/// Why a duty has no day to put it on. One with a backstop has `DueDays`.
package enum OpenState: Sendable {
  /// For events not yet recorded; `expected` is when they are expected (provisional, never overdue).
  case waiting(for: [EventBinding], expected: DayRange?)
  /// For another task to be done or dated; `key` is its occurrence.
  case waitingForTask(TaskBinding, key: String, expected: DayRange?)
  /// For a timetable's day.
  case awaitingDate(Timetable, expected: DayRange?)
  /// Open since its event; its lead is asked for a date.
  case openUndated(since: CivilDate)
  /// Not to be done before that day; nothing is due, and nobody is asked for a day.
  case notBefore(CivilDate)
  /// Within the days, both included; `last` nil where it has no end. The next review is a duty with a day.
  case standing(first: CivilDate, last: CivilDate?)
  /// Owed whenever the trigger happens; nothing recorded is pending. Nil trigger: *khi có phát sinh*.
  case eachCase(trigger: EventBinding?, active: DayRange?)
  /// *chưa rõ*: to settle.
  case unclear(String)

  /// When it is expected, provisionally.
  package var expected: DayRange? {
    switch self {
    case .waiting(_, let expected), .waitingForTask(_, _, let expected), .awaitingDate(_, let expected): expected
    case .openUndated, .notBefore, .standing, .eachCase, .unclear: nil
    }
  }

  /// Whether one day settles it.
  var takesDate: Bool {
    switch self {
    case .waiting, .waitingForTask, .awaitingDate, .openUndated, .unclear: true
    case .notBefore, .standing, .eachCase: false
    }
  }
}
