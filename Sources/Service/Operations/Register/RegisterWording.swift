import Diagnostics
import Presentation
import Revisions
import RuleSyntax
import Rules

/// What rows of a plan say in a register: the words of the rule files, so that an unchanged cell says the same.
struct RegisterWording {
  let rules: RuleSet
  let sources: RevisionSources

  /// The row of a task; nil of a classified one.
  func row(of task: TaskID) -> EditableRow? {
    guard !rules.isClassified(task) else { return nil }
    return sources.block(at: rules.tasks[task].span).flatMap { EditableRow($0.text) }
  }

  /// The lines of a cell, one for each value of its kind: `nhãn: lời`.
  func lines(_ kind: EditableRow.Kind, _ row: EditableRow, of task: TaskID) -> [String] {
    let values = row.values.filter { $0.kind == kind && !$0.text.isEmpty }
    guard values.isEmpty, kind == .lead, let focal = rules.plans[rules.tasks[task].plan].focalPoint else {
      return Self.cleaned(values.map { value in value.label.map { "\($0): \(value.text)" } ?? value.text })
    }
    // Who owes what a row gives to nobody.
    return [RuleNames(rules: rules, language: .vi).recipient(focal)]
  }

  static func cleaned(_ lines: [String]) -> [String] { lines.compactMap(PlainWords.cleaned) }

  /// The values of a kind that the lines of a cell give a row, by their names; nil if the lines are not those of its values.
  static func values(_ lines: [String], _ kind: EditableRow.Kind, of row: EditableRow) -> [String: String]? {
    let values = row.values.filter { $0.kind == kind }
    guard values.count > 1 else {
      guard let value = values.first else { return nil }
      let text = joined(lines, kind)
      return [value.name: value.label.flatMap { Self.text(behind: $0, in: text) } ?? text]
    }
    guard lines.count == values.count else { return nil }
    var found: [String: String] = [:]
    for (line, value) in zip(lines, values) {
      guard let label = value.label else {
        found[value.name] = line
        continue
      }
      guard let text = text(behind: label, in: line) else { return nil }
      found[value.name] = text
    }
    return found
  }

  /// The lines of a cell as the row would have them, if they are those of its values: labels as they are spelled there, one value in one
  /// line.
  static func spelled(_ lines: [String], _ kind: EditableRow.Kind, of row: EditableRow) -> [String] {
    guard let values = values(lines, kind, of: row) else { return lines }
    return row.values.filter { $0.kind == kind }.compactMap { value in
      guard let text = values[value.name], !text.isEmpty else { return nil }
      return value.label.map { "\($0): \(text)" } ?? text
    }
  }

  /// The lines of a cell as one value.
  static func joined(_ lines: [String], _ kind: EditableRow.Kind) -> String {
    lines.joined(separator: kind == .lead || kind == .support ? "; " : " ")
  }

  /// What stands behind a label and its colon; nil if the line does not begin so.
  private static func text(behind label: String, in line: String) -> String? {
    let head = line.prefix(label.count)
    let rest = line.dropFirst(label.count).drop { $0 == " " }
    guard FoldedName(String(head)) == FoldedName(label), rest.first == ":" else { return nil }
    return PlainWords.cleaned(String(rest.dropFirst())) ?? ""
  }
}
