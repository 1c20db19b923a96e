package import CivilCalendar

/// What a test can expect.
package enum StatementKind: Hashable, Sendable {
  /// `T hạn D; D`, or `T từ D hạn D`.
  case due
  case expectedDue
  case waiting
  case awaitingDate
  case openUndated
  case standing
  case overdue
  case done
  case waived
  /// *chưa rõ*: to settle.
  case unclear
  /// *khi có phát sinh*: cases may come, and none stands open.
  case asItArises
  case noOccurrence
  case reminder
  case noReminder
  case question
  /// `cảnh báo …`, `lỗi …`: a diagnostic of the rule book whose words contain these.
  case warning
  case error
}

/// One reading of a statement of a test: its kind says which of the rest it has.
package struct StatementSyntax: Hashable, Sendable {
  package var kind: StatementKind
  /// Nil only for questions and diagnostics.
  package var subject: SubjectSyntax?
  /// Since when, until when, by when at the latest or on which day it holds.
  package var day: CivilDate?
  /// On which it is due or reminded of.
  package var days: [CivilDate]
  /// Of days overdue.
  package var count: Int?
  /// Who is reminded or asked.
  package var recipient: String?
  /// The events that are awaited or asked about, or the words of a diagnostic.
  package var words: String?
  /// Ends in `…`: more may follow.
  package var isOpen: Bool
  package var because: String?

  package init(
    _ kind: StatementKind, of subject: SubjectSyntax? = nil, day: CivilDate? = nil, days: [CivilDate] = [],
    count: Int? = nil, recipient: String? = nil, words: String? = nil, isOpen: Bool = false, because: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.day = day
    self.days = days
    self.count = count
    self.recipient = recipient
    self.words = words
    self.isOpen = isOpen
    self.because = because
  }
}
