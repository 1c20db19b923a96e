/// What stands after the main form: at most one of each kind.
package struct DeadlineClauses: Hashable, Sendable {
  package var backstop: Place?
  package var timetable: Timetable?
  package var gate: Gate?
  package var expected: WindowExpression?
  package var from: DateExpression?
  package var until: DateExpression?
  package var dayOff: DayOffRule?
  package var review: Rhythm?
  package var condition: Condition?

  package init() {}

  package var isEmpty: Bool {
    backstop == nil && timetable == nil && gate == nil && expected == nil && from == nil && until == nil
      && dayOff == nil
      && review == nil && condition == nil
  }
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
  package enum Kind: String, Hashable, Sendable { case `if`, unless }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// One clause.
package enum DeadlineClause: Hashable, Sendable {
  case backstop(Place)
  case timetable(Timetable)
  case gate(Gate)
  case expected(WindowExpression)
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

extension DeadlineClauses {
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

  /// Those that are there, in the order in which they are worded.
  package var all: [DeadlineClause] {
    var found: [DeadlineClause] = []
    if let backstop { found.append(.backstop(backstop)) }
    if let timetable { found.append(.timetable(timetable)) }
    if let gate { found.append(.gate(gate)) }
    if let expected { found.append(.expected(expected)) }
    if let from { found.append(.from(from)) }
    if let until { found.append(.until(until)) }
    if let dayOff { found.append(.dayOff(dayOff)) }
    if let review { found.append(.review(review)) }
    if let condition { found.append(.condition(condition)) }
    return found
  }

  private func put<Value>(_ value: Value, into place: inout Value?) -> Bool {
    guard place == nil else { return false }
    place = value
    return true
  }
}
