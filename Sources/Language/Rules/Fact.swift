package import CivilCalendar
package import Diagnostics
package import RuleSyntax

/// Something recorded, names resolved (docs/language.md, "Facts").
package struct Fact: Sendable {
  /// What is recorded: its kind says which of the rest it has.
  package struct Body: Sendable {
    /// What it is about.
    package enum Target: Sendable {
      case task(Subject)
      case event(EventCase)
    }

    package let kind: FactKind
    package private(set) var target: Target
    /// On which it happened or was done, or until which it holds.
    package var day: CivilDate?
    package var time: ClockTime?
    /// Any dated wording.
    package private(set) var deadline: DueLine?
    package var recipient: Recipient?
    /// The document or the reason.
    package var ground: String?

    package init(
      _ kind: FactKind, _ target: Target, day: CivilDate? = nil, time: ClockTime? = nil, deadline: DueLine? = nil,
      recipient: Recipient? = nil, ground: String? = nil
    ) {
      self.kind = kind
      self.target = target
      self.day = day
      self.time = time
      self.deadline = deadline
      self.recipient = recipient
      self.ground = ground
    }

    /// The task meant; nil for facts about events.
    package var subject: Subject? { if case .task(let subject) = target { subject } else { nil } }

    /// The event meant; nil for facts about tasks.
    package var event: EventCase? { if case .event(let event) = target { event } else { nil } }

    /// The same about another subject.
    package func about(_ subject: Subject) -> Body {
      var body = self
      body.target = .task(subject)
      body.deadline?.label = subject.label
      return body
    }
  }

  /// An event, and which of its occurrences.
  package struct EventCase: Hashable, Sendable {
    package var event: EventID
    /// The occurrence of a periodic event (`2023`).
    package var key: String?
    /// The case of an event of `mỗi vụ việc`.
    package var reference: String?

    package init(_ event: EventID, key: String? = nil, reference: String? = nil) {
      self.event = event
      self.key = key
      self.reference = reference
    }
  }

  /// `T [(label)] [kỳ KEY] [của U]`. A nil key means the single one that is meant (decision: done-without-key).
  package struct Subject: Hashable, Sendable {
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
