import Diagnostics
import Expansion
import RuleSyntax
import Rules

/// Words that a duty is looked for by; each must be found, from the beginning of a word on, without regard to marks and
/// capitals.
package struct SearchWords: Sendable {
  /// At most as many as a mask has bits; more find nothing that these do not.
  let words: [PlainName]

  /// Nil: there is no word.
  package init?(_ text: String) {
    words = text.split(separator: " ").prefix(64).map { PlainName(String($0)) }.filter { $0 != PlainName("") }
    if words.isEmpty { return nil }
  }

  /// Which of the words stand in one of the texts, as bits.
  func found(in texts: [String]) -> UInt64 {
    let names = texts.map { PlainName($0) }
    return words.indices.reduce(0) { mask, index in
      names.contains { $0.holds(words[index]) } ? mask | 1 << UInt64(index) : mask
    }
  }
}

/// Looks for words in titles, products, numbers and wordings of tasks and in the names of units, each of which is read once.
struct UpcomingSearch {
  private struct Line: Hashable {
    let task: TaskID
    let dueLine: Int
  }

  private let words: SearchWords
  private let names: RuleNames
  private var lines: [Line: UInt64] = [:]
  private var recipients: [Recipient: UInt64] = [:]

  init(_ words: SearchWords, _ rules: RuleSet) {
    self.words = words
    names = RuleNames(rules: rules, language: .vi)
  }

  mutating func finds(_ duty: AnyDuty) -> Bool {
    let all: UInt64 = words.words.count == 64 ? .max : 1 << UInt64(words.words.count) - 1
    var found = mask(of: Line(task: duty.task, dueLine: duty.dueLine))
    for recipient in duty.leads + duty.supports where found != all { found |= mask(of: recipient) }
    return found == all
  }

  private mutating func mask(of line: Line) -> UInt64 {
    if let known = lines[line] { return known }
    let due = names.dueLine(line.dueLine, of: line.task)
    let mask = names.task(line.task).map { task in
      let label = due?.label
      let products = task.products.filter { $0.label == nil || $0.label == label }.map(\.text)
      return words.found(
        in: [
          task.id, "\(names.rules.plans[task.plan].id)/\(task.id)", task.title, task.printedNumber, label, due?.text,
        ].compactMap(\.self) + task.also + task.formerly
          + products)
    }
    lines[line] = mask ?? 0
    return mask ?? 0
  }

  private mutating func mask(of recipient: Recipient) -> UInt64 {
    if let known = recipients[recipient] { return known }
    let also =
      switch recipient {
      case .unit(let unit): [names.rules.units[unit].id] + names.rules.units[unit].also
      case .group(let group): [names.rules.groups[group].id] + names.rules.groups[group].also
      }
    let mask = words.found(in: [names.recipient(recipient)] + also)
    recipients[recipient] = mask
    return mask
  }
}
