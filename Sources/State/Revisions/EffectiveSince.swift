import Diagnostics
import Expansion
import Reminders
import Rules

/// The instant at which each due line first went live, and those at which its lead changed. A line keeps it as long as its task, its
/// label and its position among the lines of that label stay the same; its wording may change.
struct EffectiveSince: Sendable {
  struct Line: Hashable {
    /// `plan/task[:label]`
    var name: String
    /// The position among the lines of this name, from 1.
    var ordinal: Int
  }

  private struct FoldedLine: Hashable {
    let name: FoldedName
    let ordinal: Int

    init(_ line: Line) { (name, ordinal) = (FoldedName(line.name), line.ordinal) }
  }

  private(set) var instants: [Line: Int64] = [:]
  private var leads = LeadTable()

  /// Lines that `before` has keep their instants, also if it has them under a former id of the task; others begin at
  /// `now`.
  /// - Parameter live: the rules that `rules` replace; nil if they are not known, and nobody knows whose lead ends.
  init(_ rules: RuleSet, before: EffectiveSince, live: RuleSet?, now: Instant) {
    leads = LeadTable(rules, before: before.leads, live: live, now: now)
    // Former ids are read without regard to capitals, as all names are.
    let folded = Dictionary(before.instants.map { (FoldedLine($0.key), $0.value) }) { first, _ in first }
    for task in rules.tasks.indices {
      let formerly = rules.tasks[task].formerly
      for index in rules.tasks[task].due.indices {
        let line = Self.line(rules, task, index)
        let former = formerly.lazy.compactMap { folded[FoldedLine(Self.line(rules, task, index, id: $0))] }.first
        instants[line] = before.instants[line] ?? former ?? now.seconds
      }
    }
  }

  init() {}

  private static func line(_ rules: RuleSet, _ task: TaskID, _ index: Int, id: String? = nil) -> Line {
    let row = rules.tasks[task]
    let label = row.due[index].label
    return Line(
      name: "\(rules.plans[row.plan].id)/\(id ?? row.id)\(label.map { ":\($0)" } ?? "")",
      ordinal: row.due[...index].count { $0.label == label })
  }

  /// The instants as `Agenda` asks for them when it decides by `rules`; nil for lines that the table does not have.
  func wentLive(_ rules: RuleSet) -> Agenda.WentLive {
    let byTask = rules.tasks.indices.map { task in
      rules.tasks[task].due.indices.map { index in
        instants[Self.line(rules, task, index)].map { Instant(seconds: $0) }
      }
    }
    return { task, line in
      guard byTask.indices.contains(task), byTask[task].indices.contains(line) else { return nil }
      return byTask[task][line]
    }
  }

  /// The tasks of its lines, `plan/task`.
  var tasks: Set<String> {
    Set(instants.keys.map { line in line.name.prefix { $0 != ":" } }.map(String.init))
  }

  /// When units took over and gave up the lead, as `Agenda` asks for it when it decides by `rules`.
  func leads(_ rules: RuleSet) -> LeadChanges { leads.changes(rules) }

  // MARK: Text

  /// The table as text, in the order of names; the lead's changes come last.
  var lines: [UInt8] {
    let sorted = instants.sorted { ($0.key.name, $0.key.ordinal) < ($1.key.name, $1.key.ordinal) }
    return sorted.flatMap { Array("line \($0.value) \($0.key.ordinal) \($0.key.name)\n".utf8) } + leads.lines
  }

  /// Reads what `lines` wrote; nil if a line has another form.
  init?(lines: [UInt8]) {
    for bytes in lines.split(separator: 10) {
      if leads.add(line: bytes) { continue }
      let parts = bytes.split(separator: 32, maxSplits: 3).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 4, parts[0] == "line", let seconds = Int64(parts[1]), let ordinal = Int(parts[2]) else {
        return nil
      }
      instants[Line(name: parts[3], ordinal: ordinal)] = seconds
    }
  }
}
