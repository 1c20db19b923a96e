package import CivilCalendar

/// Which rule book is asked for.
package struct BookRequest {
  /// The folder of rules; nil: the live revision.
  package var rules: String?
  /// A file of facts, `-` for what is handed over; nil: those of the state folder.
  package var facts: String?
  /// The day that is taken for today; nil: the clock's.
  package var today: CivilDate?
  /// The state folder; nil: the configuration's, or the standard one.
  package var state: String?

  package init(rules: String? = nil, facts: String? = nil, today: CivilDate? = nil, state: String? = nil) {
    (self.rules, self.facts, self.today, self.state) = (rules, facts, today, state)
  }
}
