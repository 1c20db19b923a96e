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
  /// *đã báo cáo*: as done, and who confirms has not spoken.
  case reported
  /// *bị trả lại*: the last report, and there is no other.
  case returned
  case done
  case waived
  /// *chưa rõ*: the deadline is still to be settled.
  case unclear
  /// *khi có phát sinh*: cases may arise, and none is open.
  case asItArises
  case noOccurrence
  case reminder
  case noReminder
  case question
  /// `cảnh báo …`, `lỗi …`: a diagnostic of the rule book whose words contain these.
  case warning
  case error
}

/// A statement of a test. Its kind decides which of the other properties it has.
package struct StatementSyntax: Hashable, Sendable {
  package var kind: StatementKind
  /// Nil only for questions and diagnostics.
  package var subject: SubjectSyntax?
  /// The day from which, until which, by which or on which the statement holds, as its kind has it.
  package var day: CivilDate?
  /// The days on which the subject is due, or reminded of.
  package var days: [CivilDate]
  /// The number of days overdue.
  package var count: Int?
  /// Who is reminded or asked.
  package var recipient: String?
  /// The events that are awaited or asked about, or the words of a diagnostic.
  package var words: String?
  /// Whether the statement ends in `…`, so that more may follow.
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
