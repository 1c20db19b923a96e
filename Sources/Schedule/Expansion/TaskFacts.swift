import CivilCalendar
import RuleSyntax
import Rules

/// A fact about a task, with the occurrence that it means worked out.
struct TaskFact: Sendable {
  let index: Int
  /// Nil: all of the task's occurrences, of one label where that is named.
  var occurrence: Occurrence?
  var label: String?
  var owner = Owner.any
  /// Whose the one obligation was found to be that it means, where the fact itself names nobody.
  var foundOwner: Owner?

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
}

/// The facts about one task, found by what they mean: nobody walks all of them for each obligation.
struct TaskFacts: Sendable {
  private struct Meaning: Hashable {
    var occurrence: TaskFact.Occurrence
    var owner: TaskFact.Owner
  }

  private struct Owned: Hashable {
    var label: String?
    var owner: TaskFact.Owner
  }

  private struct Standing: Hashable {
    var owned: Owned
    var kind: FactKind
  }

  private static let standingKinds = FactKind.allCases.filter(\.form.holdsForAll)

  /// In the order of recording.
  private(set) var all: [TaskFact] = []
  private var byIndex: [Int: Int] = [:]
  private var byMeaning: [Meaning: [TaskFact]] = [:]
  /// The first fact about each occurrence, by label and owner.
  private var firsts: [Owned: [TaskFact]] = [:]
  /// Those that hold for all occurrences. Of each kind the last takes the place of the others, except who led: what was
  /// done in between stays with who led then.
  private var standing: [Standing: [TaskFact]] = [:]
  /// Any of them changes a day.
  private(set) var moves = false
  /// Any of them has the day by which it was due when it was recorded.
  private(set) var isJudged = false

  var isEmpty: Bool { all.isEmpty }

  mutating func add(_ fact: TaskFact, _ body: Fact.Body) {
    byIndex[fact.index] = all.count
    all.append(fact)
    if body.kind.form.movesDay { moves = true }
    if body.bound != nil { isJudged = true }
    guard let occurrence = fact.occurrence else {
      let place = Standing(owned: Owned(label: fact.label, owner: fact.owner), kind: body.kind)
      if body.kind != .reassigned { standing[place] = nil }
      standing[place, default: []].append(fact)
      return
    }
    let meaning = Meaning(occurrence: occurrence, owner: fact.owner)
    if byMeaning[meaning] == nil {
      firsts[Owned(label: occurrence.label, owner: fact.owner), default: []].append(fact)
    }
    byMeaning[meaning, default: []].append(fact)
  }

  /// By its place among all facts.
  func fact(at index: Int) -> TaskFact? { byIndex[index].map { all[$0] } }

  /// Those that mean this obligation, in order.
  func about(_ id: ObligationID) -> [TaskFact] {
    let occurrence = TaskFact.Occurrence(label: id.label, key: id.key)
    let owners: [TaskFact.Owner] = [.any, .only(id.unit)]
    var found = owners.flatMap { byMeaning[Meaning(occurrence: occurrence, owner: $0)] ?? [] }
    if !standing.isEmpty {
      for label in id.label == nil ? [nil] : [nil, id.label] {
        for owned in owners.map({ Owned(label: label, owner: $0) }) {
          found += Self.standingKinds.flatMap { standing[Standing(owned: owned, kind: $0)] ?? [] }
        }
      }
    }
    return found.count < 2 ? found : found.sorted { $0.index < $1.index }
  }

  /// One fact about each occurrence of this label that somebody recorded for this owner.
  func occurrences(label: String?, unit: String?) -> [TaskFact] {
    [.any, .only(unit)].flatMap { firsts[Owned(label: label, owner: $0)] ?? [] }
  }
}

/// What facts say of one obligation. Precedence: withdrawn, waived > done > extended > set > computed
/// (decision: strength-of-facts).
struct FactSummary {
  var closed: DutyEnd?
  var extended: (to: CivilDate, by: String?, fact: Int)?
  var set: (line: DueLine, fact: Int)?
  var silencedUntil: CivilDate?
  var reassigned: Recipient?
  var course: [CourseStep] = []
  /// The place in `course` of a report that nobody has confirmed or returned.
  var report: Int?
  /// The last report was returned, and there is no other.
  var isReturned = false
  /// When it was due, as it was known when it was reported or done; nil where a fact has moved the day since.
  var bound: BoundMoment?
  /// It is done because it was confirmed.
  private var isConfirmed = false
  /// The place in `course` of a request for more time that nobody has answered.
  var request: Int?
  /// More time was refused, and neither given nor asked for since.
  var isRefused = false
  /// The place among all facts of the one that opened it again, if it is open and its lead has told nothing since.
  var reopening: Int?
  /// How often more time was asked for since the day last moved.
  var requests = 0
  /// Who takes all that is open, while this is done: should it be opened again.
  private var waiting: Recipient?

  /// - Parameter leads: who leads it by the plan.
  init(_ taskFacts: TaskFacts, _ book: Book, of id: ObligationID, _ task: TaskID, leads: [Recipient]) {
    for taskFact in taskFacts.about(id) {
      let fact = book.facts[taskFact.index]
      let asking = id.unit == nil ? fact.ledThen ?? leads : leads
      let askers = fact.body.kind == .extensionAsked ? askers(fact, book.rules, task, asking) : []
      apply(fact, taskFact, askers)
    }
  }

  private func askers(_ fact: Fact, _ rules: RuleSet, _ task: TaskID, _ leads: [Recipient]) -> [Recipient] {
    if let side = fact.side, side.name == .lead, let unit = side.unit {
      return rules.recipient(named: unit, in: rules.tasks[task].plan).map { [$0] } ?? []
    }
    let leads = reassigned.map { [$0] } ?? leads
    return fact.body.day.map { rules.successors(of: leads, on: $0) } ?? leads
  }

  /// Where nobody confirms, what is reported is done.
  mutating func closeUnconfirmed() {
    if closed == nil { closed = reported }
    report = nil
  }

  /// How the duty ends by the report.
  private var reported: DutyEnd? {
    report.flatMap { place in
      course[place].day.map { .done(on: $0, document: course[place].words) }
    }
  }

  /// What each kind means for what its target owes.
  private mutating func apply(_ recorded: Fact, _ fact: TaskFact, _ askers: [Recipient]) {
    let body = recorded.body
    if body.kind.form.isOnTheWay { course.append(CourseStep(body, askers: askers, fact: recorded.line)) }
    switch body.kind {
    case .done:
      if case .waived = closed { return }
      // Said again, with its document, it was done as it was: by the day that bound then.
      let isSame = if case .done(body.day, _) = closed { true } else { false }
      closed = .done(on: body.day, document: body.ground)
      (report, isReturned, request, isRefused, bound) = (
        nil, false, nil, false, isSame ? bound ?? body.bound : body.bound
      )
    case .reported:
      if isConfirmed, case .done(body.day, let document) = closed {
        closed = .done(on: body.day, document: body.ground ?? document)
        return
      }
      (report, isReturned, request, isRefused, bound) = (course.count - 1, false, nil, false, body.bound)
      reopening = nil
    case .confirmed:
      // The day of the report counts, not that of the confirmation (decision: report-day-counts).
      if closed == nil {
        closed = reported ?? body.day.map { .done(on: $0, document: nil) }
        isConfirmed = true
      }
      (report, isReturned) = (nil, false)
    case .returned:
      // What was done without a report stays done.
      guard report != nil || isConfirmed else { return }
      if case .done = closed { closed = nil }
      (report, isReturned, isConfirmed, bound) = (nil, true, false, nil)
      if let day = body.newDay {
        extended = (day, nil, fact.index)
        requests = 0
      }
    case .extensionAsked:
      (request, isRefused, reopening) = (course.count - 1, false, nil)
      requests += 1
    case .extensionRefused: (request, isRefused) = (nil, true)
    case .extensionWithdrawn: request = nil
    case .waived: closed = .waived(because: body.ground)
    case .undone:
      if closed != nil || report != nil {
        reopening = fact.index
        course.append(CourseStep(body, fact: recorded.line))
      }
      (closed, report, bound) = (nil, nil, nil)
      (reassigned, waiting) = (waiting ?? reassigned, nil)
    case .set:
      set = body.deadline.map { ($0, fact.index) }
      (request, requests, isRefused, bound) = (nil, 0, false, nil)
    case .extended:
      extended = body.day.map { ($0, body.ground, fact.index) }
      (request, requests, isRefused, bound) = (nil, 0, false, nil)
    case .reassigned:
      // What was done stays with who did it, unless it is named itself.
      if case .done = closed, fact.occurrence == nil {
        waiting = body.recipient
      } else {
        (reassigned, waiting) = (body.recipient, nil)
      }
    case .silenced: silencedUntil = body.day
    case .accepted, .progress, .assigned, .explained: reopening = nil
    case .explanationAsked, .happened, .corrected, .withdrawn: break
    }
  }
}
