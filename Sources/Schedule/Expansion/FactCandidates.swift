import CivilCalendar
import RuleSyntax
import Rules

/// What facts about one task could mean, found by key and unit.
struct FactCandidates {
  struct Candidate {
    var id: ObligationID
    var leads: [Recipient]
    var opens: CivilDate?
    var isWaiting: Bool
    /// By the rules.
    var isWithdrawn = false
    /// The place of the fact that withdrew the case from which it follows; nil: the case stands.
    var withdrawnBy: Int?
    /// By the facts up to the one in hand.
    var isDone = false
    /// Likewise: what was reported is neither confirmed nor returned.
    var isReported = false
    /// Likewise: more time was asked for, and nobody has answered.
    var isAsked = false

    /// Whether it stands so that a fact of the kind can be about it.
    func fits(_ kind: FactKind) -> Bool {
      kind.need.holds(isDone: isDone, isWithdrawn: isWithdrawn, isReported: isReported, isAsked: isAsked)
    }
  }

  /// Whether a fact at that place can be about it: what follows from a withdrawn case was owed until then, and what was done
  /// of it stays.
  private func isThere(_ candidate: Candidate, forFact index: Int) -> Bool {
    candidate.withdrawnBy.map { index < $0 || candidate.isDone } ?? true
  }

  private struct Owned: Hashable {
    var key: String
    var unit: String?
  }

  private(set) var all: [Candidate] = []
  private var byKey: [String: [Int]] = [:]
  private var byOwner: [Owned: [Int]] = [:]

  var isEmpty: Bool { all.isEmpty }

  init(_ candidates: [Candidate]) {
    for candidate in candidates { add(candidate) }
  }

  mutating func add(_ candidate: Candidate) {
    byKey[candidate.id.key, default: []].append(all.count)
    byOwner[Owned(key: candidate.id.key, unit: candidate.id.unit), default: []].append(all.count)
    all.append(candidate)
  }

  /// Those of the subject's key, label and unit. Without a label the unlabelled line is meant, where there is one.
  /// - Parameter index: the place of the fact.
  func meant(by subject: Fact.Subject, ofFact index: Int, _ rules: RuleSet) -> [Candidate] {
    var found: [Candidate] = []
    if let key = subject.key, let owner = subject.owner {
      found = labelled(byOwner[Owned(key: key, unit: rules.id(of: owner))] ?? [], subject)
    }
    if found.isEmpty {
      let pool = subject.key.map { labelled(byKey[$0] ?? [], subject) } ?? labelled(all.indices, subject)
      found = rules.owned(pool, by: subject.owner, id: \.id, leads: \.leads)
    }
    found.removeAll { !isThere($0, forFact: index) }
    if subject.label == nil, found.contains(where: { $0.id.label == nil }) { found.removeAll { $0.id.label != nil } }
    return found
  }

  private func labelled(_ places: some Sequence<Int>, _ subject: Fact.Subject) -> [Candidate] {
    places.lazy.map { all[$0] }.filter { subject.label == nil || $0.id.label == subject.label }
  }

  /// Asks again where those stand that a fact means.
  mutating func settle(_ fact: TaskFact, _ summary: (ObligationID) -> FactSummary) {
    guard let occurrence = fact.occurrence else { return }
    let places: [Int]? =
      if case .only(let unit) = fact.owner {
        byOwner[Owned(key: occurrence.key, unit: unit)]
      } else {
        byKey[occurrence.key]
      }
    for place in places ?? [] where all[place].id.label == occurrence.label {
      let summary = summary(all[place].id)
      all[place].isDone = summary.closed != nil
      all[place].isReported = summary.report != nil
      all[place].isAsked = summary.closed == nil && summary.request != nil
    }
  }
}
