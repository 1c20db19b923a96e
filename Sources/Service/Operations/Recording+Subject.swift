package import CivilCalendar
package import RuleSyntax
import Rules

/// How one or more duties of a task are named: `TASK[@KEY][/UNIT]`, and the unit where each owes on its own.
package struct TaskName {
  var task: String
  var unit: String?

  package init(task: String, unit: String?) {
    self.task = task
    self.unit = unit
  }
}

/// How an event and its occurrence are named.
package struct EventName {
  var event: String
  var key: String?
  var reference: String?

  package init(event: String, key: String?, reference: String?) {
    (self.event, self.key, self.reference) = (event, key, reference)
  }

  /// `X kỳ KEY số REF`, as fact lines name it.
  fileprivate var text: String {
    var text = PlainWords.cleaned(event) ?? ""
    if let key = key.flatMap(PlainWords.cleaned) { text += " kỳ \(key)" }
    if let reference = reference.flatMap(PlainWords.cleaned) { text += " số \(reference)" }
    return text
  }
}

/// Tasks as people name them, as fact lines do.
extension Recording {
  /// - Parameters:
  ///   - detail: what the kind says of the task, as lines write it.
  ///   - ground: the document or the reason, as it was given.
  package func run(
    _ kind: FactKind, of name: TaskName, detail: String?, ground: String?
  ) throws(OperationFailure) -> Recorded? {
    let words = ground.flatMap(PlainWords.cleaned)
    guard ground == nil || words?.isEmpty == false else {
      throw OperationFailure(
        vi: "văn bản hoặc lý do để trống; hãy ghi rõ", en: "the document or the reason is empty; give its words")
    }
    return try run { book throws(OperationFailure) in
      var draft = Draft(line: kind.line(of: try subject(name, book.rules), detail: detail, tail: words))
      draft.ground = words
      return [draft]
    }
  }

  /// - Parameter time: of the day, as people write it.
  package func run(
    _ kind: FactKind, of event: EventName, on day: CivilDate? = nil, at time: String? = nil
  ) throws(OperationFailure) -> Recorded? {
    let line = kind.line(of: event.text, detail: day?.written, tail: time.flatMap(PlainWords.cleaned))
    return try run { _ in [Draft(line: line)] }
  }

  /// `PLAN/ID (LABEL) kỳ KEY của UNIT`; fails where the task is none or several.
  private func subject(_ name: TaskName, _ rules: RuleSet) throws(OperationFailure) -> String {
    let reference = try TaskReference(PlainWords.cleaned(name.task) ?? "", rules)
    let task = rules.tasks[reference.task]
    let plan = rules.plans[task.plan]
    var text = "\(plan.id)/\(task.id)"
    if let label = reference.label { text += " (\(label))" }
    var unit = reference.unit
    // A case's own number may have a slash (`12/TTr`), behind which no unit stands.
    if let named = unit, rules.recipient(named: named, in: task.plan) == nil, let whole = reference.wholeKey {
      text += " kỳ \(whole)"
      unit = nil
    } else if let key = reference.key {
      text += " kỳ \(key.key(year: plan.onlyYear) ?? reference.wholeKey ?? "")"
    }
    if let unit = name.unit.flatMap(PlainWords.cleaned) ?? unit { text += " của \(unit)" }
    return text
  }
}
