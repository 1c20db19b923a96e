package import Expansion

/// What is given beside the facts that are to be recorded, and how they are to be treated.
package struct RecordRequest {
  package var book: BookRequest
  /// The document on which the facts rest.
  package var document: String?
  package var note: String?
  /// The person for whom they are recorded; nil if the user records them for themselves.
  package var onBehalfOf: String?
  /// Whether only what would change is wanted, and nothing is recorded.
  package var isRehearsal: Bool
  /// Whether they are recorded in spite of questions (`--yes`).
  package var yes: Bool
  /// The form or the program's request that they came by; nil from a command.
  package var submission: Submission?
  /// The number of the fact that is answered, as it was shown to who answers, 0: nothing waited; nil if nobody says so.
  package var about: Int?
  /// What was read and computed before: a rehearsal takes all of it, recording its rules while they are in force.
  var known: SiteModel?

  package init(
    book: BookRequest, document: String?, note: String?, onBehalfOf: String?, isRehearsal: Bool, yes: Bool
  ) {
    self.book = book
    (self.document, self.note, self.onBehalfOf) = (document, note, onBehalfOf)
    (self.isRehearsal, self.yes) = (isRehearsal, yes)
  }
}

/// Facts that were recorded, or would be, and what they change.
package struct Recorded {
  /// The lines of the facts as the log keeps them.
  package var lines: [String]
  /// The numbers of the facts in the log; nil if nothing was recorded.
  package var numbers: [Int]?
  package var changes: [DutyChange]
  /// The rule book with the facts from before.
  package var book: OpenBook
  /// The database of the log.
  package var database: String
  /// Whether nothing was recorded, but would have been with `--yes`.
  package var asksForYes = false
  /// The submission of that mark which recorded the facts before; nil if they are new.
  package var earlier: Submission?
  package var ending = Ending.success
}
