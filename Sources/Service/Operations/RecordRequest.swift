package import Expansion

/// What is said beside the facts that shall be recorded, and how they are to be treated.
package struct RecordRequest {
  package var book: BookRequest
  /// The document that they rest on.
  package var document: String?
  package var note: String?
  /// For whom they are recorded; nil: for who records.
  package var onBehalfOf: String?
  /// Only what would change is wanted.
  package var isRehearsal: Bool
  /// They are recorded in spite of questions.
  package var yes: Bool

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
  /// As they are kept.
  package var lines: [String]
  /// Of the facts in the log; nil: nothing was recorded.
  package var numbers: [Int]?
  package var changes: [DutyChange]
  /// With the facts from before.
  package var book: OpenBook
  /// Which log it is.
  package var database: String
  /// Nothing was recorded, and a yes would have done it.
  package var asksForYes = false
  package var ending = Ending.success
}
