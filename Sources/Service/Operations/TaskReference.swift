import Deadlines
import Diagnostics
import Expansion
import RuleSyntax
import Rules

/// `[PLAN/]ID[:LABEL][@KEY][/UNIT]` on the command line, as lists print it. KEY may also be as people write it (`Quý
/// I/2024`), and ID a part of the title.
struct TaskReference {
  let task: TaskID
  let label: String?
  let key: KeyText?
  let unit: String?
  /// Everything behind `@`, because the number of a case may have a slash (`12/TTr`).
  let wholeKey: String?

  /// Fails unless it names exactly one task.
  /// - Parameter plan: to which the task belongs; nil: to any.
  init(_ text: String, _ rules: RuleSet, in plan: PlanID? = nil) throws(OperationFailure) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var (found, label) = Self.taskAndLabel(parts[0], rules, plan)
    var unit: String?
    // If each unit owes once, lists leave the key out: `TC.2a/vp`.
    if parts.count == 1, !Self.isThere(found, label, rules), let slash = parts[0].lastIndex(of: "/") {
      let before = Self.taskAndLabel(String(parts[0][..<slash]), rules, plan)
      if Self.isThere(before.0, before.1, rules) {
        (found, label) = before
        unit = String(parts[0][parts[0].index(after: slash)...])
      }
    }
    if found.isEmpty {
      found = rules.tasks(partlyNamed: parts[0]).filter { plan == nil || rules.tasks[$0].plan == plan }
    }
    if let plan { try Self.check(found, in: plan, parts[0], rules) }
    guard found.count == 1, let task = found.first else {
      throw Self.complaint(parts[0].split(separator: ":").first.map(String.init) ?? parts[0], found, rules)
    }
    self.task = task
    self.label = label
    guard parts.count == 2 else {
      (key, self.unit, wholeKey) = (nil, unit, nil)
      return
    }
    let (keyText, named) = Self.keyAndUnit(parts[1])
    self.unit = named
    wholeKey = parts[1]
    key = KeyText.read(keyText, with: DeadlineReader())
  }

  /// The tasks of that id or name, and the label behind a colon. A label may have colons itself.
  private static func taskAndLabel(_ text: String, _ rules: RuleSet, _ plan: PlanID?) -> ([TaskID], String?) {
    let whole = rules.tasks(named: text, in: plan)
    guard whole.isEmpty else { return (whole, nil) }
    for colon in text.indices where text[colon] == ":" {
      let found = rules.tasks(named: String(text[..<colon]), in: plan)
      if !found.isEmpty { return (found, spelled(String(text[text.index(after: colon)...]), found, rules)) }
    }
    return ([], nil)
  }

  /// A label as the rules spell it, where only one is meant, marks or none; else as it is.
  private static func spelled(_ label: String, _ tasks: [TaskID], _ rules: RuleSet) -> String {
    let labels = tasks.flatMap { rules.tasks[$0].due.compactMap(\.label) }
    guard !labels.contains(label) else { return label }
    let part = PlainName(label)
    let meant = Set(labels.filter { PlainName($0) == part || part.isTelling && PlainName($0).holds(part) })
    return meant.count == 1 ? meant.first ?? label : label
  }

  /// Whether a due line of one of the tasks has that label; without a label, whether there are any tasks.
  private static func isThere(_ tasks: [TaskID], _ label: String?, _ rules: RuleSet) -> Bool {
    tasks.contains { task in label == nil || rules.tasks[task].due.contains { $0.label == label } }
  }

  /// Whether it means `id`, a duty of `plan`.
  func matches(_ id: ObligationID, of plan: Plan) -> Bool {
    if let label, id.label != label { return false }
    if id.key == wholeKey { return true }
    if let unit, id.unit != unit { return false }
    guard let key else { return true }
    guard let wanted = key.key(year: plan.onlyYear) else { return false }
    // The key of a period means its numbered days too (`2024` for `2024.1`).
    return id.key == wanted || id.key.hasPrefix(wanted + ".")
  }

  /// The key and the unit of `2024-Q1/vp`. The unit is behind the last slash, unless there is a number (`Quý I/2024`).
  private static func keyAndUnit(_ text: String) -> (String, String?) {
    guard let slash = text.lastIndex(of: "/") else { return (text, nil) }
    let behind = text[text.index(after: slash)...]
    if behind.utf8.allSatisfy({ (48...57).contains($0) }) { return (text, nil) }
    return (String(text[..<slash]), String(behind))
  }

  /// Fails if a name means work of other plans alone.
  private static func check(
    _ found: [TaskID], in plan: PlanID, _ name: String, _ rules: RuleSet
  ) throws(OperationFailure) {
    guard !found.contains(where: { rules.tasks[$0].plan == plan }) else { return }
    let others = found.isEmpty ? taskAndLabel(name, rules, nil).0 : found
    guard !others.isEmpty else { return }
    let list = others.map(rules.reference(to:)).joined(separator: "; ")
    let id = rules.plans[plan].id
    throw OperationFailure(
      vi: "“\(name)” không phải là việc của kế hoạch \(id) mà của kế hoạch khác: \(list)",
      en: "“\(name)” is no work of the plan \(id) but of another one: \(list)")
  }

  private static func complaint(_ name: String, _ found: [TaskID], _ rules: RuleSet) -> OperationFailure {
    guard found.isEmpty else {
      let most = 12
      let list =
        found.prefix(most).map { task in
          "\(rules.reference(to: task)) (\(rules.tasks[task].title))"
        }.joined(separator: "; ") + (found.count > most ? "; …" : "")
      return OperationFailure(vi: "“\(name)” có thể là: \(list)", en: "“\(name)” can mean: \(list)")
    }
    let near = rules.nearestTasks(to: name, in: nil).joined(separator: ", ")
    let hint = near.isEmpty ? (vi: "", en: "") : (vi: "; gần nhất: \(near)", en: "; nearest: \(near)")
    return OperationFailure(
      vi: "không có nhiệm vụ “\(name)”\(hint.vi)", en: "there is no task “\(name)”\(hint.en)")
  }
}

extension Plan {
  /// The year that a key without a year means; nil if the plan has several.
  var onlyYear: Int? { years.count == 1 ? years.lowerBound : nil }
}
