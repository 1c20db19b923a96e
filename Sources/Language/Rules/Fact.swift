package import CivilCalendar
package import Diagnostics
package import RuleSyntax

/// Something that was recorded, with its names resolved (docs/language.md, "Facts").
package struct Fact: Sendable {
  /// What is recorded. Its kind decides which of the other properties it has.
  package struct Body: Sendable {
    /// What the fact is about.
    package enum Target: Sendable {
      case task(Subject)
      case event(EventCase)
    }

    package let kind: FactKind
    package private(set) var target: Target
    /// The day on which it happened or was done, or until which it holds; nil of what is done where nobody knows when.
    package var day: CivilDate?
    package var time: ClockTime?
    /// When it was due, as it was known when it was recorded.
    package var bound: BoundMoment?
    /// The day that the fact gives for the work.
    package var newDay: CivilDate?
    /// The deadline that the fact sets: any dated wording without names.
    package private(set) var deadline: DueLine?
    package var recipient: Recipient?
    /// Who has the work within the unit.
    package var person: String?
    /// The document, the reason, or what is told.
    package var ground: String?

    package init(
      _ kind: FactKind, _ target: Target, day: CivilDate? = nil, time: ClockTime? = nil,
      bound: BoundMoment? = nil, newDay: CivilDate? = nil, deadline: DueLine? = nil, recipient: Recipient? = nil,
      person: String? = nil, ground: String? = nil
    ) {
      self.kind = kind
      self.target = target
      self.day = day
      self.time = time
      self.bound = bound
      self.newDay = newDay
      self.deadline = deadline
      self.recipient = recipient
      self.person = person
      self.ground = ground
    }

    /// The task meant; nil for facts about events.
    package var subject: Subject? { if case .task(let subject) = target { subject } else { nil } }

    /// The event meant; nil for facts about tasks.
    package var event: EventCase? { if case .event(let event) = target { event } else { nil } }

    /// The same fact about another subject.
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

  /// `T [(label)] [kỳ KEY] [của U]`. Without a key, the single occurrence is meant (decision: done-without-key).
  package struct Subject: Hashable, Sendable {
    package var task: TaskID
    package var label: String?
    package var key: String?
    package var unit: UnitID?
    /// A group whose members the rules do not list, so that it owes as a whole; nil where `unit` is named.
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

    /// The unit or group that is named.
    package var owner: Recipient? { unit.map { .unit($0) } ?? group.map { .group($0) } }
  }

  package var body: Body
  /// For whom it was recorded, where the log says so.
  package var side: FactSide?
  /// Who led by the rules when it was recorded, where others lead now.
  package var ledThen: [Recipient]?
  /// The line as written, and its place.
  package var text: String
  package var span: Span
  /// The number of the line, from 1.
  package let line: Int

  /// - Parameter line: the number of the line where it is known; if it is nil, the lines of the source are counted.
  package init(_ body: Body, text: String, span: Span, line: Int? = nil) {
    self.body = body
    self.text = text
    self.span = span
    self.line = line ?? span.source.bytes.prefix(span.start).count { $0 == UInt8(ascii: "\n") } + 1
  }
}
