import Expansion
import RuleSyntax
import Rules

/// When what is recorded was due: each report and completion keeps it in its line, so that a later change of the rules makes
/// nothing late that was done on time (decision: evidence-stays).
struct Evidence {
  private let expander: Expander
  /// By task and key.
  private var known: [Fact.Subject: BoundMoment?] = [:]

  /// - Parameter expander: has the facts that are recorded.
  init(_ expander: Expander) { self.expander = expander }

  /// The fact with the moment that binds its duty, if the duty has one.
  mutating func sealed(_ body: Fact.Body) -> Fact.Body {
    guard body.kind.form.keepsBound, let subject = body.subject else { return body }
    var sealed = body
    sealed.bound = bound(subject)
    return sealed
  }

  /// Nil where the duty has no day, or one that still waits for something.
  private mutating func bound(_ subject: Fact.Subject) -> BoundMoment? {
    if let bound = known[subject] { return bound }
    let duties = TaskDuties(of: subject.task, keys: subject.key.map { [$0] } ?? [], in: expander).meant(by: subject)
    let days = duties.count == 1 ? duties[0].days : nil
    let bound = days.flatMap { $0.pending == nil ? BoundMoment(day: $0.effective, cutoff: $0.cutoff) : nil }
    known[subject] = .some(bound)
    return bound
  }
}
