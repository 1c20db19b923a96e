package import CivilCalendar
package import Diagnostics

/// Something recorded, names resolved (docs/language.md, "Facts").
package struct Fact: Sendable {
  package enum Body: Sendable {
    /// `key`: the occurrence of a periodic event (`2023`); `reference`: the case of an event of `mỗi vụ việc`.
    case happened(EventID, key: String?, reference: String?, on: CivilDate, at: ClockTime?)
    case done(NoticeTopic, on: CivilDate, document: String?)
    /// *ấn định*: the timetable named the day; the deadline is any dated wording.
    case set(NoticeTopic, DueLine, by: String?)
    case extended(NoticeTopic, to: CivilDate, by: String?)
    case waived(NoticeTopic, because: String?)
    case undone(NoticeTopic, because: String?)
    case reassigned(NoticeTopic, to: Recipient, by: String?)
    case silenced(NoticeTopic, until: CivilDate, because: String?)
    /// *sửa X … thành ngày D*
    case corrected(EventID, key: String?, reference: String?, to: CivilDate)
    /// *hủy ghi nhận X …*
    case withdrawn(EventID, key: String?, reference: String?)
  }

  /// `T [(label)] [kỳ KEY] [của U]`. A nil key means the single one that is meant (decision: done-without-key).
  package struct NoticeTopic: Hashable, Sendable {
    package var task: TaskID
    package var label: String?
    package var key: String?
    package var unit: UnitID?
    /// A group whose members are not kept here, which owes as a whole; nil where `unit` is named.
    package var group: GroupID?

    package init(
      task: TaskID, label: String? = nil, key: String? = nil, unit: UnitID? = nil, group: GroupID? = nil
    ) {
      self.task = task
      self.label = label
      self.key = key
      self.unit = unit
      self.group = group
    }

    /// Who is named.
    package var owner: Recipient? { unit.map { .unit($0) } ?? group.map { .group($0) } }
  }

  package var body: Body
  /// The line as written, and its place.
  package var text: String
  package var span: Span
  /// Of the place, from 1.
  package let line: Int

  /// - Parameter line: of the place, where it is known; counted through the source otherwise.
  package init(_ body: Body, text: String, span: Span, line: Int? = nil) {
    self.body = body
    self.text = text
    self.span = span
    self.line = line ?? span.source.bytes.prefix(span.start).count { $0 == UInt8(ascii: "\n") } + 1
  }
}

/// One `mong đợi` line, names resolved.
package struct Expectation: Sendable {
  package enum Statement: Sendable {
    /// `T hạn D; D`; with `from`, `T từ D hạn D`.
    case due(from: CivilDate?, [CivilDate])
    case waiting(for: [EventID], atLatest: CivilDate?)
    case awaitingDate(atLatest: CivilDate?)
    case expectedDue([CivilDate])
    case openUndated(from: CivilDate)
    case standing(until: CivilDate)
    case overdue(days: Int)
    case done
    case waived
    /// *chưa rõ*: to settle.
    case unclear
    /// *khi có phát sinh*: cases may come, and none stands open.
    case asItArises
    case noOccurrence
    case reminder(to: Recipient, on: [CivilDate])
    case noReminder(on: CivilDate)
    case question(to: Recipient, about: EventID, on: CivilDate)
    /// `cảnh báo …`, `lỗi …`: a diagnostic of the rule book whose words contain these.
    case diagnostic(Diagnostic.Severity, containing: String)
  }

  /// Nil only for `question` and `diagnostic`.
  package var subject: Fact.NoticeTopic?
  package var statement: Statement
  /// Ends in `…`: more may follow.
  package var isOpen: Bool
  /// The words after *vì / because*; they occur in the explanation.
  package var because: String?
  package var text: String
  package var span: Span

  package init(
    subject: Fact.NoticeTopic?, statement: Statement, isOpen: Bool, because: String?, text: String, span: Span
  ) {
    self.subject = subject
    self.statement = statement
    self.isOpen = isOpen
    self.because = because
    self.text = text
    self.span = span
  }
}
