import CivilCalendar
import Deadlines
import RuleSyntax

/// Writes a fact as a line whose meaning does not depend on what is recorded later: names by id, with plan, occurrence
/// and unit where the fact has them (docs/language.md, "Facts"). It writes Vietnamese; the reader understands both
/// languages.
package struct FactWriter: Sendable {
  private let rules: RuleSet

  package init(_ rules: RuleSet) { self.rules = rules }

  /// A line that `FactFile` reads as the same fact, unless words in it (a document called *A theo B*) read as something
  /// else; the caller therefore reads it back before the line is stored.
  package func line(of body: Fact.Body) -> String {
    body.kind.line(
      of: text(body.target), detail: detail(of: body), bound: body.bound.map(text),
      newDay: body.newDay.map { Self.text($0) }, tail: body.ground ?? body.time.map(Self.text))
  }

  private func text(_ bound: BoundMoment) -> String {
    Self.text(bound.day) + (bound.cutoff.map { " trước \(Self.text($0))" } ?? "")
  }

  private static func text(_ time: ClockTime) -> String { "\(two(time.minutes / 60)):\(two(time.minutes % 60))" }

  private func detail(of body: Fact.Body) -> String? {
    switch body.kind.form.says {
    case .nothing: nil
    case .day: body.day.map { Self.text($0) }
    case .deadline: body.deadline.map { CanonicalWording(.vi).text(of: $0.deadline) }
    case .recipient: body.recipient.map { rules.id(of: $0) }
    case .person: body.person
    }
  }

  /// The plan whose fact it is; nil for an event that several plans share.
  package func plan(of body: Fact.Body) -> PlanID? {
    switch body.target {
    case .task(let subject): rules.tasks[subject.task].plan
    case .event(let named): rules.events[named.event].plan
    }
  }

  private func text(_ target: Fact.Body.Target) -> String {
    switch target {
    case .task(let subject): text(subject)
    case .event(let named): name(of: named)
    }
  }

  private func text(_ subject: Fact.Subject) -> String {
    let task = rules.tasks[subject.task]
    var text = "\(rules.plans[task.plan].id)/\(task.id)"
    if let label = subject.label { text += " (\(label))" }
    if let key = subject.key { text += " kỳ \(key)" }
    if let owner = subject.owner { text += " của \(rules.id(of: owner))" }
    return text
  }

  /// `PLAN/EVENT kỳ KEY số REF`; the issue of a plan by its own words, a task's own event by its title.
  private func name(of named: Fact.EventCase) -> String {
    let event = rules.events[named.event]
    let plan = event.plan.map { rules.plans[$0] }
    var name = event.task == nil ? event.id : "[\(event.title)]"
    if plan?.issueEvent == named.event { name = event.title } else if let plan { name = "\(plan.id)/\(name)" }
    return name + Self.tail("kỳ", named.key) + Self.tail("số", named.reference)
  }

  private static func tail(_ word: String, _ text: String?) -> String { text.map { " \(word) \($0)" } ?? "" }

  /// `09/5/2024`, as Decree 30/2020/NĐ-CP, annex I, writes days.
  static func text(_ day: CivilDate) -> String {
    let (year, month, number) = day.components
    let digits = String(year)
    return "\(two(number))/\(month < 3 ? two(month) : String(month))/"
      + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
