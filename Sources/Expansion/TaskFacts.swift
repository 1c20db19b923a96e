import CivilCalendar
import Rules

/// A fact about a task, with the occurrence that it means worked out.
struct TaskFact: Sendable {
  let index: Int
  /// Nil: all of the task's occurrences, of one label where that is named.
  var occurrence: Occurrence?
  var label: String?
  var owner = Owner.any

  /// Whose obligation is meant.
  enum Owner: Hashable, Sendable {
    case any
    /// By the `unit` of its id; nil: the one that is owed together.
    case only(String?)
  }

  struct Occurrence: Hashable, Sendable {
    var label: String?
    var key: String
  }

  func means(_ id: ObligationID) -> Bool {
    if let occurrence, occurrence.key != id.key || occurrence.label != id.label { return false }
    if let label, label != id.label { return false }
    return owner == .any || owner == .only(id.unit)
  }
}

/// What facts say of one obligation. Precedence: withdrawn, waived > done > extended > set > computed (decision 25).
struct FactSummary {
  var closed: Obligation.Closed?
  var extended: (to: CivilDate, by: String?, fact: Int)?
  var set: (line: DueLine, fact: Int)?
  var silencedUntil: CivilDate?
  var reassigned: Recipient?

  init(_ taskFacts: [TaskFact], _ facts: [Fact], of id: ObligationID) {
    for taskFact in taskFacts where taskFact.means(id) {
      apply(facts[taskFact.index].body, at: taskFact.index)
    }
  }

  private mutating func apply(_ body: Fact.Body, at index: Int) {
    switch body {
    case .done(_, let day, let document):
      if case .waived = closed { return }
      closed = .done(on: day, document: document)
    case .waived(_, let because): closed = .waived(because: because)
    case .undone: closed = nil
    case .set(_, let line, _): set = (line, index)
    case .extended(_, let day, let by): extended = (day, by, index)
    case .reassigned(_, let recipient, _): reassigned = recipient
    case .silenced(_, let day, _): silencedUntil = day
    case .happened, .corrected, .withdrawn: break
    }
  }
}

extension Fact.Body {
  /// The task meant; nil for facts about events.
  var subject: Fact.Subject? {
    switch self {
    case .done(let subject, _, _), .set(let subject, _, _), .extended(let subject, _, _),
      .waived(let subject, _), .undone(let subject, _), .reassigned(let subject, _, _),
      .silenced(let subject, _, _):
      subject
    case .happened, .corrected, .withdrawn: nil
    }
  }

  /// Without a key these hold for every occurrence; the others need the single one that is meant.
  var holdsForAll: Bool {
    switch self {
    case .reassigned, .silenced: true
    default: false
    }
  }

  /// One unit's own doing: without a unit it can't mean each of several.
  var isOneUnits: Bool {
    switch self {
    case .done, .undone: true
    default: false
    }
  }

  /// Changes the day on which something binds.
  var moves: Bool {
    switch self {
    case .set, .extended: true
    default: false
    }
  }
}
