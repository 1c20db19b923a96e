package import CivilCalendar

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

  package init(rules: String? = nil, facts: String? = nil, today: CivilDate? = nil, state: String? = nil) {
    (self.rules, self.facts, self.today, self.state) = (rules, facts, today, state)
  }
}
