import CivilCalendar
package import Diagnostics
package import RuleSyntax
import Rules

/// The name of one or more duties of a task: `TASK[@KEY][/UNIT]`, and the unit, if each unit owes on its own.
package struct TaskName {
  var task: String
  var unit: String?

  package init(task: String, unit: String?) {
    self.task = task
    self.unit = unit
  }
}

/// A fact of a kind about a task, its days as fact lines write them.
struct NamedFact {
  var kind: FactKind
  var name: TaskName
  /// What the kind says of the task.
  var detail: String?
  /// The day that the kind gives for the work.
  var newDay: String?
  /// The document or the reason, as the user gave it.
  var ground: String?
}

/// The name of an event and of its occurrence.
package struct EventName {
  var event: String
  var key: String?
  var reference: String?

  package init(event: String, key: String?, reference: String?) {
    (self.event, self.key, self.reference) = (event, key, reference)
  }

  /// The name as fact lines write it: `X kỳ KEY số REF`.
  fileprivate var text: String {
    var text = PlainWords.cleaned(event) ?? ""
    if let key = key.flatMap(PlainWords.cleaned) { text += " kỳ \(key)" }
    if let reference = reference.flatMap(PlainWords.cleaned) { text += " số \(reference)" }
    return text
  }
}

/// Recording of single facts: it turns the names that people give into those of fact lines.
extension Recording {
  /// Records a fact of a kind about a task. Nil if it is on record already.
  /// - Parameters:
  ///   - detail: what the kind says of the task.
  ///   - newDay: the day that the kind gives for the work.
  ///   - ground: the document or the reason, as the user gave it.
  package func run(
    _ kind: FactKind, of name: TaskName, detail: FactDetail?, newDay: TypedDay? = nil, ground: String?
  ) throws(OperationFailure) -> Recorded? {
    try run { book throws(OperationFailure) in
      let fact = NamedFact(
        kind: kind, name: name, detail: detail?.text(kind, today: book.today),
        newDay: newDay?.date(today: book.today, .coming).written, ground: ground)
      return [try draft(fact, book.rules)]
    }
  }

  /// The line of a fact about a task.
  func draft(_ fact: NamedFact, _ rules: RuleSet) throws(OperationFailure) -> Draft {
    let words: String? = if let ground = fact.ground { try PlainWords.given(ground) } else { nil }
    if fact.kind == .progress, let fault = words.flatMap(Self.fault(ofProgress:)) { throw OperationFailure(fault) }
    let (task, subject) = try subject(fact.name, rules)
    // Where somebody confirms, the unit's word is a report.
    let kind = fact.kind == .done && rules.tasks[task].confirmer != nil ? FactKind.reported : fact.kind
    var detail = fact.detail
    if kind.form.says == .recipient, let named = detail, !rules.recipients(partlyNamed: named).isEmpty {
      detail = try UnitChoice.name(named, rules, in: rules.tasks[task].plan)
    }
    var draft = Draft(line: kind.line(of: subject, detail: detail, newDay: fact.newDay, tail: words))
    draft.ground = words
    return draft
  }

  /// Records a fact of a kind about an event. Nil if it is on record already.
  /// - Parameter time: the time of day, as people write it.
  package func run(
    _ kind: FactKind, of event: EventName, on day: TypedDay? = nil, at time: String? = nil
  ) throws(OperationFailure) -> Recorded? {
    if let fault = time.flatMap(Self.fault(ofTime:)) { throw OperationFailure(fault) }
    return try run { book in
      let day = day?.date(today: book.today, .past).written
      return [Draft(line: kind.line(of: event.text, detail: day, tail: time.flatMap(PlainWords.cleaned)))]
    }
  }

  /// What is wrong with a time of day as people write it: `14:30`, `14h30`, `14 giờ`; nil if nothing is.
  package static func fault(ofTime time: String) -> Bilingual? {
    let figures = time.split { !$0.isNumber }.compactMap { Int($0) }
    guard (figures.first ?? 0) > 23 || figures.dropFirst().contains(where: { $0 > 59 }) else { return nil }
    return .init(
      vi: "không có giờ “\(time)”; viết như 08:00 hoặc 14:30", en: "there is no time “\(time)”; write 08:00 or 14:30")
  }

  /// What is wrong with words on progress; nil if nothing is. `150%` says nothing that can be.
  package static func fault(ofProgress words: String) -> Bilingual? {
    guard words.contains("%"), let percent = Int(words.prefix { $0 != "%" }), percent > 100 else { return nil }
    return .init(
      vi: "tiến độ từ 0% đến 100%, ở đây là \(percent)%", en: "progress is from 0% to 100%, here it is \(percent)%")
  }

  /// The task, and the name as fact lines write it: `PLAN/ID (LABEL) kỳ KEY của UNIT`. Fails if it names no task, or several.
  private func subject(
    _ name: TaskName, _ rules: RuleSet
  ) throws(OperationFailure) -> (task: TaskID, text: String) {
    let reference = try TaskReference(PlainWords.cleaned(name.task) ?? "", rules)
    let task = rules.tasks[reference.task]
    let plan = rules.plans[task.plan]
    var text = "\(plan.id)/\(task.id)"
    if let label = reference.label { text += " (\(label))" }
    var unit = reference.unit
    // What is behind a slash may belong to the number of a case (`12/TTr`) and name no unit.
    if let named = unit, rules.recipient(named: named, in: task.plan) == nil, let whole = reference.wholeKey {
      text += " kỳ \(whole)"
      unit = nil
    } else if let key = reference.key {
      text += " kỳ \(key.key(year: plan.onlyYear) ?? reference.wholeKey ?? "")"
    }
    if let unit = name.unit.flatMap(PlainWords.cleaned) ?? unit {
      text += " của \(try UnitChoice.name(unit, rules, in: task.plan))"
    }
    return (reference.task, text)
  }
}

extension PlainWords {
  /// A document or a reason as it is kept; fails if it has no words.
  static func given(_ text: String) throws(OperationFailure) -> String {
    guard let words = cleaned(text) else {
      throw OperationFailure(
        vi: "văn bản hoặc lý do để trống; hãy ghi rõ", en: "the document or the reason is empty; give its words")
    }
    return words
  }
}
