package import Diagnostics

/// What became of a plan that was carried over into another year.
package struct NextPlanReport: Sendable {
  package struct Item: Sendable {
    /// The id of the task, event or plan.
    package var block: String
    /// The words that it is about.
    package var text: String
    package var reason: Bilingual
    /// What might stand there instead.
    package var proposal: String?
  }

  /// The number of tasks that were carried over: `kept`, `moved`, and those with something in `toSettle`.
  package var tasks = 0
  /// The number of tasks whose deadlines name no year.
  package var kept = 0
  /// The number of tasks with deadlines in which the year moved.
  package var moved = 0
  /// Deadlines that were left open.
  package var toSettle: [Item] = []
  /// Events that may not happen again.
  package var events: [Item] = []
  /// What was not carried over.
  package var leftOut: [Item] = []
  /// The number of test blocks, whose days were the old year's.
  package var tests = 0

  package var isSettled: Bool { toSettle.isEmpty && events.isEmpty }
}
