import CivilCalendar
import Deadlines
import Rules

/// What is known of an event or another task from which a deadline counts.
struct AnchorState {
  /// Happened, with the key of each occurrence.
  var known: [AnchorCase] = []
  /// Not yet: with what each occurrence still waits for.
  var awaited: [AwaitedAnchor] = []
  /// Tasks that were waived or withdrawn before they were done, with the day on which they would have been due: nothing can be
  /// counted from them.
  var ended: [AnchorCase] = []
  /// Cases of events that were withdrawn: what was done of their work stays (decision: evidence-stays).
  var withdrawn: [AnchorCase] = []
  /// Each case counts on its own and more may come: nothing is awaited.
  var repeats = false
  /// What repeats.
  var trigger: EventBinding?
}

struct AnchorCase {
  var key: String
  var day: CivilDate
  var time: ClockTime?
  var steps: [DerivationStep]
  /// The place of the fact that withdrew it; nil: it stands.
  var withdrawnBy: Int?
}

struct AwaitedAnchor {
  var key: String
  var pending: DueDays.Pending
  var expected: DayRange?
  /// The place of the fact that withdrew the case on which it hangs; nil: it stands.
  var withdrawnBy: Int?
}

/// Answers what a deadline's mentions stand for: facts and other tasks in a rule book, nothing for a bare wording.
protocol AnchorSource {
  /// - Parameter occurrence: the period that the deadline itself serves, for a periodic event named without one.
  func state(of expression: EventExpression, occurrence: String?, in context: DeadlineContext) -> AnchorState

  /// - Parameter window: days of the other task's obligations that can matter.
  func state(ofTask mention: TaskMention, done: Bool, window: DayRange) throws(Unresolved) -> AnchorState
}

/// Undeclared names: everything is awaited.
struct UnknownAnchors: AnchorSource {
  func state(of expression: EventExpression, occurrence: String?, in context: DeadlineContext) -> AnchorState {
    AnchorState(awaited: [AwaitedAnchor(key: "once", pending: .events([]), expected: nil)])
  }

  func state(ofTask mention: TaskMention, done: Bool, window: DayRange) -> AnchorState {
    AnchorState(awaited: [AwaitedAnchor(key: "once", pending: .events([]), expected: nil)])
  }
}
