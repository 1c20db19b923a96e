import CivilCalendar

/// What stands after the main form: at most one of each kind.
package struct DeadlineClauses: Hashable, Sendable {
  package var backstop: Backstop?
  package var timetable: Timetable?
  package var gate: Gate?
  package var expected: PeriodSpan?
  package var from: DateExpression?
  package var until: DateExpression?
  package var dayOff: DayOffRule?
  package var review: Rhythm?
  package var condition: Condition?

  package init() {}

  package var isEmpty: Bool { self == DeadlineClauses() }

  /// Those that are there, in the order in which they are worded.
  package var all: [DeadlineClause] {
    let places: [DeadlineClause?] = [
      backstop.map { .backstop($0) }, timetable.map { .timetable($0) }, gate.map { .gate($0) },
      expected.map { .expected($0) }, from.map { .from($0) }, until.map { .until($0) }, dayOff.map { .dayOff($0) },
      review.map { .review($0) }, condition.map { .condition($0) },
    ]
    return places.compactMap { $0 }
  }

  /// False if there is one of that kind already.
  mutating func add(_ clause: DeadlineClause) -> Bool {
    switch clause {
    case .backstop(let value): put(value, into: &backstop)
    case .timetable(let value): put(value, into: &timetable)
    case .gate(let value): put(value, into: &gate)
    case .expected(let value): put(value, into: &expected)
    case .from(let value): put(value, into: &from)
    case .until(let value): put(value, into: &until)
    case .dayOff(let value): put(value, into: &dayOff)
    case .review(let value): put(value, into: &review)
    case .condition(let value): put(value, into: &condition)
    case .emphasis: true
    }
  }

  private func put<Value>(_ value: Value, into place: inout Value?) -> Bool {
    guard place == nil else { return false }
    place = value
    return true
  }
}

/// One clause. A new one has its case, its place and its forms here; `VietnameseGrammar+Clauses.swift` and
/// `EnglishGrammar+Clauses.swift` read and word it.
package enum DeadlineClause: Hashable, Sendable {
  case backstop(Backstop)
  case timetable(Timetable)
  case gate(Gate)
  case expected(PeriodSpan)
  case from(DateExpression)
  case until(DateExpression)
  case dayOff(DayOffRule)
  case review(Rhythm)
  case condition(Condition)
  /// *kịp thời*: urges, adds no meaning.
  case emphasis

  /// What JSON calls it.
  package var name: String {
    switch self {
    case .backstop: "backstop"
    case .timetable: "timetable"
    case .gate: "gate"
    case .expected: "expected"
    case .from: "from"
    case .until: "until"
    case .dayOff: "dayOff"
    case .review: "review"
    case .condition(let condition): condition.kind.rawValue
    case .emphasis: "emphasis"
    }
  }
}

/// Which clauses go with which forms.
extension DeadlineForm {
  func accepts(_ clauses: DeadlineClauses) -> Bool {
    (clauses.backstop == nil || takesBackstop(clauses.backstop))
      && (clauses.timetable == nil || takesTimetable)
      && (clauses.gate == nil || takesGate)
      && (clauses.expected == nil || takesExpectation(clauses))
      && (clauses.from == nil && clauses.until == nil || takesBounds)
      && (clauses.review == nil || isStanding)
      && (!isUnclear || clauses.isEmpty)
  }

  private func takesBackstop(_ backstop: Backstop?) -> Bool {
    switch (self, backstop) {
    case (.timetable, _), (.counted, _), (.eachCase, _): true
    case (.window(let spans), .day?): spans.count == 1
    case (.recurring, .within(let span)?): span.first.year != nil || span.first.unit == .year
    case (.times(_, _, nil), .within?): true
    default: false
    }
  }

  private var takesTimetable: Bool {
    switch self {
    case .timetable, .unclear: false
    default: true
    }
  }

  private var takesGate: Bool {
    switch self {
    case .day, .window, .range, .timetable, .standing, .recurring, .times, .yearsOnward: true
    case .counted, .eachCase, .unclear: false
    }
  }

  private func takesExpectation(_ clauses: DeadlineClauses) -> Bool {
    switch self {
    case .counted, .eachCase, .timetable: true
    default: clauses.gate != nil || clauses.timetable != nil
    }
  }

  private var takesBounds: Bool {
    switch self {
    case .recurring, .times, .standing, .eachCase, .timetable: true
    default: false
    }
  }

  private var isStanding: Bool { if case .standing = self { true } else { false } }
  private var isUnclear: Bool { if case .unclear = self { true } else { false } }
}

/// The latest day whatever else happens.
package enum Backstop: Hashable, Sendable {
  case day(DayDeadline)
  case within(PeriodSpan)
}

/// The obligation is shown as waiting until the gate opens.
package enum Gate: Hashable, Sendable {
  case event(EventExpression)
  /// *khi có phát sinh*
  case asItArises
}

/// What becomes of a named day that is off.
package enum DayOffRule: Hashable, Sendable, CaseIterable {
  /// *giữ nguyên*: a named day stays (the default).
  case keep
  case workingDayBefore
  case workingDayAfter
}

/// Words that are kept and never evaluated.
package struct Condition: Hashable, Sendable {
  /// Whether it must hold, or must not.
  package enum Kind: String, Sendable { case `if`, unless }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
