import ArgumentParser
import Presentation
import RuleSyntax
import Rules

/// Tasks as the command line names them, as fact lines do.
extension Recording {
  /// - Parameters:
  ///   - word: what introduces the document or the reason (*theo*, *vì*), and its words as they were given.
  ///   - line: the line before them, from the subject's words.
  func run(on arguments: TaskArguments, _ word: String, _ words: String?, _ line: (String) -> String) -> ExitCode {
    let tail = words.flatMap(PlainWords.cleaned)
    return run { book in
      guard let subject = subject(arguments, book.rules) else { return nil }
      return [Draft(line: line(subject) + (tail.map { " \(word) \($0)" } ?? ""), tail: tail)]
    }
  }

  /// `PLAN/ID (LABEL) kỳ KEY của UNIT`; nil, with the reason on the error sink, where the task is none or several.
  private func subject(_ arguments: TaskArguments, _ rules: RuleSet) -> String? {
    let named = PlainWords.cleaned(arguments.task) ?? ""
    guard let reference = TaskReference(named, rules, language, errors: environment.errors),
      let id = reference.tasks.first
    else { return nil }
    let task = rules.tasks[id]
    let plan = rules.plans[task.plan]
    var text = "\(plan.id)/\(task.id)"
    if let label = reference.label { text += " (\(label))" }
    var unit = reference.unit
    // A case's own number may have a slash (`12/TTr`), behind which no unit stands.
    if let named = unit, rules.recipient(named: named, in: task.plan) == nil, let whole = reference.wholeKey {
      text += " kỳ \(whole)"
      unit = nil
    } else if let key = reference.key {
      text += " kỳ \(key.key(year: plan.years.count == 1 ? plan.years.lowerBound : nil) ?? reference.wholeKey ?? "")"
    }
    if let unit = arguments.unit.flatMap(PlainWords.cleaned) ?? unit { text += " của \(unit)" }
    return text
  }
}
