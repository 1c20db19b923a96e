package import CivilCalendar
package import Reminders

/// Which rules, facts and day an operation works with.
package struct BookRequest {
  /// The folder of rules; nil takes the live revision.
  package var rules: String?
  /// A file of facts, or `-` for standard input; nil takes those of the state folder.
  package var facts: String?
  /// The day that is taken for today; nil takes the clock's.
  package var today: CivilDate?
  /// The state folder; nil takes the configuration's, or the standard one.
  package var state: String?

  /// Everything is as it was then: the facts that were recorded by then, and the rules that were in force; nil: as it is.
  package var asOf: Instant?

  package init(
    rules: String? = nil, facts: String? = nil, today: CivilDate? = nil, state: String? = nil, asOf: Instant? = nil
  ) {
    (self.rules, self.facts, self.today, self.state, self.asOf) = (rules, facts, today, state, asOf)
  }

  /// Whether it asks as of an instant that has passed.
  func isOfPast(in operations: OperationContext) -> Bool {
    asOf.map { $0.seconds < Int64(operations.now) } ?? false
  }
}
