public import CivilCalendar
public import RuleSyntax

/// Something recorded, names resolved (docs/language.md, "Facts").
public struct Fact: Sendable {
  public enum Body: Sendable {
    /// `key`: the occurrence of a periodic event (`2023`); `reference`: the case of an event of `mỗi vụ việc`.
    case happened(EventID, key: String?, reference: String?, on: CivilDate, at: ClockTime?)
    case done(Subject, on: CivilDate, document: String?)
    /// *ấn định*: the timetable named the day; the deadline is any dated wording.
    case set(Subject, DueLine, by: String?)
    case extended(Subject, to: CivilDate, by: String?)
    case waived(Subject, because: String?)
    case undone(Subject, because: String?)
    case reassigned(Subject, to: Recipient, by: String?)
    case silenced(Subject, until: CivilDate, because: String?)
    /// *sửa X … thành ngày D*
    case corrected(EventID, key: String?, reference: String?, to: CivilDate)
    /// *hủy ghi nhận X …*
    case withdrawn(EventID, key: String?, reference: String?)
  }

  /// `T [(label)] [kỳ KEY] [của U]`. A nil key means the single one that is meant (decision 25).
  public struct Subject: Hashable, Sendable {
    public var task: TaskID
    public var label: String?
    public var key: String?
    public var unit: UnitID?
    /// A group whose members are not kept here, which owes as a whole; nil where `unit` is named.
    public var group: GroupID?

    public init(
      task: TaskID, label: String? = nil, key: String? = nil, unit: UnitID? = nil, group: GroupID? = nil
    ) {
      self.task = task
      self.label = label
      self.key = key
      self.unit = unit
      self.group = group
    }

    /// Who is named.
    public var owner: Recipient? { unit.map { .unit($0) } ?? group.map { .group($0) } }
  }

  public var body: Body
  /// The line as written, and its place.
  public var text: String
  public var span: Span
  /// Of the place, from 1.
  public let line: Int

  /// - Parameter line: of the place, where it is known; counted through the source otherwise.
  public init(_ body: Body, text: String, span: Span, line: Int? = nil) {
    self.body = body
    self.text = text
    self.span = span
    self.line = line ?? span.source.bytes.prefix(span.start).count { $0 == UInt8(ascii: "\n") } + 1
  }
}

/// One `mong đợi` line, names resolved.
public struct Expectation: Sendable {
  public enum Statement: Sendable {
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
  public var subject: Fact.Subject?
  public var statement: Statement
  /// Ends in `…`: more may follow.
  public var isOpen: Bool
  /// The words after *vì / because*; they occur in the explanation.
  public var because: String?
  public var text: String
  public var span: Span

  public init(
    subject: Fact.Subject?, statement: Statement, isOpen: Bool, because: String?, text: String, span: Span
  ) {
    self.subject = subject
    self.statement = statement
    self.isOpen = isOpen
    self.because = because
    self.text = text
    self.span = span
  }
}
