package import CivilCalendar
package import Deadlines
package import Rules

/// One step from a rule's words to its days. Sentences are made in `Messages`, one per step.
package enum DerivationStep: Hashable, Sendable {
  /// The deadline's words; their place is the due line's span.
  case rule(text: String)
  /// A recorded fact, as written.
  case fact(text: String, file: String, line: Int)
  /// The plan's year was taken because the words name none.
  case planYear(Int)
  /// The period that is served.
  case period(Period, DayRange)
  /// Several neighbouring periods as one window.
  case window(WindowExpression, DayRange)
  /// A day that the words name.
  case stated(CivilDate)
  /// Exclusive bound: the day before `stated` (decision: exclusive-bounds).
  case before(stated: CivilDate, last: CivilDate)
  /// Exclusive bound with a time: still that day, before that time.
  case beforeTime(CivilDate, ClockTime)
  /// Counted hours ran from this time of that day to this time of the other; `backwards` before it.
  case hours(from: CivilDate, ClockTime, CalendarDuration, to: CivilDate, ClockTime, backwards: Bool)
  /// The month has no such day: its last one was taken.
  case clamped(day: Int, to: CivilDate)
  /// An ordinal or part of a period was read as these days, "our reading" (decision: parts-of-periods).
  case reading(PeriodPart, DayRange)
  case ordinal(DayKind, Int, CivilDate)
  /// The first so many days, weeks or months of a period; negative: the last.
  case leading(Int, DurationUnit, DayRange)
  /// The n-th such weekday after a day; negative: before it.
  case weekday(Weekday, Int, from: CivilDate, CivilDate)
  case lunar(month: Int, day: Int, year: Int, CivilDate)
  /// Civil Code 146: *giữa tháng*, *giữa năm*.
  case middle(of: Period, CivilDate)
  /// Counting step of the law of time, with its article; no article speaks of counting back.
  case counted(from: CivilDate, [CalendarDuration], CivilDate, backwards: Bool, article: LegalBasis?)
  case immediately(after: CivilDate, CivilDate)
  /// The day is off, with the reason; moved to `to` by the law or, without an article, by the plan's rule.
  case moved(from: CivilDate, DayStatus, to: CivilDate, article: LegalBasis?)
  /// The day is off, and stays (decision: named-days-stay), for this reason.
  case kept(CivilDate, DayStatus, KeptReason)
  /// Of days that may be off the earliest day was taken (decision: unannounced-years).
  case doubtful(DayOffDoubt)
  /// The plan itself says when it was issued.
  case issued(EventBinding, CivilDate)
  /// Several events: the one that decided.
  case deciding(EventBinding, CivilDate)
  /// The backstop binds.
  case backstop(CivilDate)
  /// A bound of the deadline or of the plan cut the window (*, từ D*, *, đến D*).
  case bounded(from: CivilDate?, until: CivilDate?)
  case extended(to: CivilDate, by: String?)
  /// What was reported was returned with this day.
  case returned(newDay: CivilDate)
  /// The computed day is later than the extension, so it binds (decision: strength-of-facts).
  case extensionPassed(CivilDate)
  /// Counted hours began at 00:00 because no time was recorded (decision: hours-from-midnight).
  case hoursFromMidnight(CivilDate)
  /// Counted working hours began when the office opened that day, because no time was recorded.
  case hoursFromOpening(CivilDate, ClockTime)
  /// The key of another task's obligation from which this one is counted.
  case otherTask(ObligationID, CivilDate)
  /// Another task's obligation from which this one would be counted was waived or withdrawn.
  case otherTaskEnded(ObligationID)
}

/// Why a day stays although it is off.
package enum KeptReason: Hashable, Sendable, CaseIterable {
  /// The plan's words name it, or the day before which the work is due.
  case named
  /// Somebody set it.
  case set
  /// It is the last of a period that the words name.
  case periodEnd
  /// Counted hours end then, and run on through days off.
  case hours
  /// It is the event's own day.
  case eventDay
  /// Counted under a law that moves nothing.
  case counted
  /// The deadline itself says that it stays.
  case rule
}
