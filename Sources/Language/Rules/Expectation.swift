package import CivilCalendar
package import Diagnostics
package import RuleSyntax

/// One `mong đợi` line, names resolved: its kind says which of the rest it has.
package struct Expectation: Sendable {
  package var kind: StatementKind
  /// Nil only for questions and diagnostics.
  package var subject: Fact.Subject?
  /// Since when, until when, by when at the latest or on which day it holds.
  package var day: CivilDate?
  /// On which it is due or reminded of.
  package var days: [CivilDate]
  /// Of days overdue.
  package var count: Int?
  /// Who is reminded or asked.
  package var recipient: Recipient?
  /// That are awaited or asked about.
  package var events: [EventID]
  /// Of a diagnostic, or the events as they are written.
  package var words: String?
  /// Ends in `…`: more may follow.
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
