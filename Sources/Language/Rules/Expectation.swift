package import CivilCalendar
package import Diagnostics
package import RuleSyntax

/// One `mong đợi` line with its names resolved. Its kind decides which of the other properties it has.
package struct Expectation: Sendable {
  package var kind: StatementKind
  /// Nil only for questions and diagnostics.
  package var subject: Fact.Subject?
  /// The day from which, until which, by which or on which the statement holds, as its kind has it.
  package var day: CivilDate?
  /// The days on which the subject is due, or reminded of.
  package var days: [CivilDate]
  /// The number of days overdue.
  package var count: Int?
  /// Who is reminded or asked.
  package var recipient: Recipient?
  /// The events that are awaited or asked about.
  package var events: [EventID]
  /// The words of a diagnostic, or the events as they are written.
  package var words: String?
  /// Whether the statement ends in `…`, so that more may follow.
  package var isOpen: Bool
  /// The words after *vì / because*; they occur in the explanation.
  package var because: String?
  package var text: String
  package var span: Span

  package init(
    _ kind: StatementKind, of subject: Fact.Subject? = nil, day: CivilDate? = nil, days: [CivilDate] = [],
    count: Int? = nil, recipient: Recipient? = nil, events: [EventID] = [], words: String? = nil, isOpen: Bool = false,
    because: String? = nil, text: String, span: Span
  ) {
    self.kind = kind
    self.subject = subject
    self.day = day
    self.days = days
    self.count = count
    self.recipient = recipient
    self.events = events
    self.words = words
    self.isOpen = isOpen
    self.because = because
    self.text = text
    self.span = span
  }
}
