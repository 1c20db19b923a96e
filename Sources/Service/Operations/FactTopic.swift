import Deadlines
import Diagnostics
import RuleSyntax
import Rules

/// A task or event of which somebody wants the facts: `[PLAN/]ID[:LABEL][@KEY]`, or a name. Facts outlive rules, so
/// that it may also be an id that only facts have.
package struct FactTopic {
  private let text: String
  private let rules: RuleSet
  /// The names that fact lines use for it.
  private var tasks: Set<FoldedName>
  private var events: Set<FoldedName> = []
  private let reference: TaskReference?
  /// Whether the rules have such a task or event.
  private let isKnown: Bool
  private let reader = FactReader(deadlines: DeadlineReader())

  /// - Parameter state: the state folder whose live rules say what names mean; nil takes the standard one.
  package init(_ text: String, state: String?, in operations: OperationContext) {
    let rules = LoadedRules.inForce(BookRequest(state: state), in: operations).rules
    (self.text, self.rules) = (text, rules)
    reference = try? TaskReference(text, rules)
    tasks = [FoldedName(text)]
    if let reference {
      let task = rules.tasks[reference.task]
      tasks.insert(FoldedName("\(rules.plans[task.plan].id)/\(task.id)"))
    }
    for event in rules.events {
      let id = event.plan.map { "\(rules.plans[$0].id)/\(event.id)" } ?? event.id
      guard ([id, event.id, event.title] + event.also).contains(where: { FoldedName($0) == FoldedName(text) }) else {
        continue
      }
      events.formUnion([FoldedName(id), FoldedName(event.title)])
    }
    isKnown = reference != nil || !events.isEmpty
    // The name of a task must not count as an event's: the beginning of its lines can be read as one.
    if reference == nil { events.insert(FoldedName(text)) }
  }

  /// Whether the line of a fact is about this task or event.
  package func isMeant(by line: String) -> Bool {
    reader.read(line).contains { reading in
      switch reading.target {
      case .task(let subject):
        let own = [subject.id, subject.plan.map { "\($0)/\(subject.id)" }].compactMap { $0 }
        guard own.contains(where: { tasks.contains(FoldedName($0)) }) else { return false }
        if let label = reference?.label, subject.label.map(FoldedName.init) != FoldedName(label) { return false }
        guard let reference, let key = reference.key else { return true }
        let year = rules.plans[rules.tasks[reference.task].plan].onlyYear
        return subject.key?.key(year: year) == key.key(year: year)
      case .event(let name):
        guard let first = name.text.split(separator: " ").first else { return false }
        let own = [Substring(name.text), first] + first.split(separator: "/", maxSplits: 1).dropFirst()
        return own.contains { events.contains(FoldedName(String($0))) }
      }
    }
  }

  /// The failure if the rules have no such task or event; nil if they have.
  package var complaint: OperationFailure? {
    guard !isKnown else { return nil }
    let near = rules.nearestTasks(to: text, in: nil).joined(separator: ", ")
    let hint = near.isEmpty ? (vi: "", en: "") : (vi: "; gần nhất: \(near)", en: "; nearest: \(near)")
    return OperationFailure(
      vi: "không có nhiệm vụ hay sự kiện “\(text)”\(hint.vi)", en: "there is no task or event “\(text)”\(hint.en)")
  }
}
