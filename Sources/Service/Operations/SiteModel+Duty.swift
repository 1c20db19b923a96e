package import CivilCalendar
import Delivery
import Diagnostics
package import Expansion
package import FactLog
package import Outbox
package import Presentation
package import Reminders
package import Rules

/// One duty's past and future: what was recorded of it, who was told, and what comes next.
extension SiteModel {
  /// A fact of a duty with the entry of the log; nil where the facts come from a file.
  package struct KnownFact: Sendable {
    package let fact: Fact
    package let record: RecordedFact?
  }

  /// The facts that mean a duty, and those from which its day follows, in the order of recording; none of a classified
  /// one.
  package func history(of item: UpcomingItem) -> [KnownFact] {
    let duty = item.duty
    guard !rules.isClassified(duty.task) else { return [] }
    let duties = TaskDuties(of: duty.task, keys: [duty.id.key], in: expander)
    let deriving = Set(
      duty.derivation.compactMap { step in if case .fact(_, _, let line) = step { line } else { nil } })
    return book.facts.filter { fact in
      if deriving.contains(fact.line) { return true }
      guard let subject = fact.body.subject, subject.task == duty.task else { return false }
      return duties.meant(by: subject).contains { $0.id == duty.id }
    }.map { KnownFact(fact: $0, record: book.records[$0.line]) }
  }

  /// The duties that a subject means now.
  package func duties(meantBy subject: Fact.Subject) -> [AnyDuty] {
    TaskDuties(of: subject.task, keys: subject.key.map { [$0] } ?? [], in: expander).meant(by: subject)
  }

  /// What rounds are decided with.
  var roundBook: RoundBook {
    let live = book.loaded.revision
    var round = RoundBook(
      rules: book.rules, revision: live?.number ?? 0, facts: book.timed, head: book.head ?? .empty, zone: zones)
    if let live { (round.wentLive, round.leads, round.revised) = (live.wentLive, live.leads, live.revised) }
    return round
  }

  /// Who was told of a duty, and what became of it; nil if nothing was ever sent.
  package func told(of item: UpcomingItem, in operations: OperationContext) throws(OperationFailure) -> [ToldStep]? {
    try deliveries(in: operations).told(of: dutyNames.all(item.duty.id).map { SubjectKey(.obligation($0)) })
  }

  /// What was sent. Fails if the rules in force came from a state folder that is not there any more.
  package func deliveries(in operations: OperationContext) throws(OperationFailure) -> DeliveryQuery {
    try requireState(in: operations)
    return try DeliveryQuery(stateFolder: state, in: operations)
  }

  func requireState(in operations: OperationContext) throws(OperationFailure) {
    guard revision != nil, let loss = StateLoss(state, in: operations), !loss.hasPost else { return }
    throw loss.failure
  }

  /// Day and minute of an instant where the first plan is.
  package func civil(_ instant: Instant) -> (day: CivilDate, minute: Int) { zone.civil(instant) }
}
