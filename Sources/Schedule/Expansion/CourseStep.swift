package import CivilCalendar
package import RuleSyntax
package import Rules

/// What was told of a duty on the way to its end: that it was accepted, how far it is, who has it, why it is late, and
/// that it was opened again.
package struct CourseStep: Hashable, Sendable {
  /// Of those that are on the way, or `undone`.
  package let kind: FactKind
  /// Nil where the fact has none.
  package let day: CivilDate?
  /// The day that it gives for the work.
  package let newDay: CivilDate?
  package let person: String?
  package let words: String?
  /// Who asks, of a request for more time: the unit on record, else all who led by then; empty where the rules do not have it
  /// any more.
  package let askers: [Recipient]
  /// The number of its fact in the log; nil of a fact that is told by itself.
  package let fact: Int?

  package init(_ body: Fact.Body, askers: [Recipient] = [], fact: Int? = nil) {
    kind = body.kind
    day = body.day
    newDay = body.newDay
    person = body.person
    words = body.ground
    self.askers = askers
    self.fact = fact
  }

  /// Of progress: the figure with which its words begin (`40%`), 0 to 100.
  package var percent: Int? {
    guard kind == .progress, let words, let mark = words.firstIndex(of: "%") else { return nil }
    let digits = words[..<mark].drop { $0 == " " }
    return Int(digits.last == " " ? digits.dropLast() : digits).flatMap { (0...100).contains($0) ? $0 : nil }
  }
}
