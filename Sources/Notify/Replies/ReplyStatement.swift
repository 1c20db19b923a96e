package import CivilCalendar

/// One thing that an answer says.
package struct ReplyStatement: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// The day and the document are nil where the answer names none.
    case done(on: CivilDate?, document: String?)
    case moreTime(until: CivilDate, because: String?)
    case explained(words: String)
  }

  package var content: Content
  /// What it is said of: for each place that names something the indices of what can be meant. Empty if it names
  /// nothing, so that anything in the letter can be meant.
  package var subjects: [[Int]]

  package init(content: Content, subjects: [[Int]]) { (self.content, self.subjects) = (content, subjects) }
}

/// Something that an answer can be about.
package struct ReplySubject: Hashable, Sendable {
  /// Its id, as letters and lists write it (`I.2`), and its longer forms.
  package var ids: [String]
  package var title: String
  /// Whether the answered letter told it; what others are called must be known too, so that they are not taken for it.
  package var isInLetter: Bool

  package init(ids: [String], title: String, isInLetter: Bool) {
    (self.ids, self.title, self.isInLetter) = (ids, title, isInLetter)
  }
}
