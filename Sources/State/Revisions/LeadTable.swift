import CivilCalendar
import Diagnostics
import Expansion
import Reminders
import Rules

/// When units took over and gave up the lead because other rules were promoted (decision: handed-over-by-rules). A unit that was renamed
/// or merged hands nothing over, and neither does what is new.
struct LeadTable: Sendable {
  private struct Name: Hashable {
    /// `plan/task[:label]`
    var work: String
    /// The id of the unit, as the plan knows it.
    var unit: String
  }

  private var known: [Name: LeadChanges.Change] = [:]

  init() {}

  /// - Parameters:
  ///   - before: of the rules that `rules` replace.
  ///   - live: these rules; nil if they are not known, and nobody knows whose lead ends.
  init(_ rules: RuleSet, before: LeadTable, live: RuleSet?, now: Instant) {
    let today = Zone.vietnam.day(of: now)
    let byWork = Dictionary(grouping: before.known) { FoldedName($0.key.work) }
    for task in rules.tasks.indices {
      let plan = rules.tasks[task].plan
      let old = live.flatMap { Self.task($0, formerly: task, of: rules) }
      for label in rules.labels(of: task) {
        let work = Self.work(rules, task, rules.tasks[task].id, label)
        let names = [work] + rules.tasks[task].formerly.map { Self.work(rules, task, $0, label) }
        for (name, change) in names.reversed().flatMap({ byWork[FoldedName($0)] ?? [] }) {
          guard let unit = Self.unit(name.unit, plan, rules) else { continue }
          known[Name(work: work, unit: rules.units[unit].id)] = change
        }
        guard let live, let old, live.labels(of: old).contains(label) else { continue }
        /// With who took the place of merged units.
        func standing(_ leads: [(unit: UnitID?, isAlone: Bool)]) -> [UnitID: Bool] {
          let found = leads.compactMap { lead in lead.unit.map { (rules.successor(of: $0, on: today), lead.isAlone) } }
          return Dictionary(found) { $0 || $1 }
        }
        let led = standing(
          live.leadsByForm(of: old, label: label).map { unit, isAlone in
            let row = live.units[unit]
            return (Self.unit(row.id, plan, rules) ?? Self.unit(row.title, plan, rules), isAlone)
          })
        let leads = standing(rules.leadsByForm(of: task, label: label).map { ($0.key, $0.value) })
        for unit in Set(leads.keys).union(led.keys) where leads[unit] != led[unit] {
          let name = Name(work: work, unit: rules.units[unit].id)
          switch (led[unit], leads[unit]) {
          case (nil, _): known[name, default: .init()].began = now
          case (_, nil): known[name, default: .init()].ended = now
          default: known[name, default: .init()].shared = now
          }
        }
      }
    }
  }

  private static func unit(_ name: String, _ plan: PlanID, _ rules: RuleSet) -> UnitID? {
    guard case .unit(let unit)? = rules.recipient(named: name, in: plan) else { return nil }
    return unit
  }

  /// The task that has that id in the other rules, or had it.
  private static func task(_ live: RuleSet, formerly task: TaskID, of rules: RuleSet) -> TaskID? {
    let row = rules.tasks[task]
    guard let plan = live.plans.firstIndex(where: { $0.id == rules.plans[row.plan].id }) else { return nil }
    return ([row.id] + row.formerly).lazy.compactMap { live.tasks(named: $0, in: plan).first }.first
  }

  private static func work(_ rules: RuleSet, _ task: TaskID, _ id: String, _ label: String?) -> String {
    "\(rules.plans[rules.tasks[task].plan].id)/\(id)\(label.map { ":\($0)" } ?? "")"
  }

  func changes(_ rules: RuleSet) -> LeadChanges {
    var changes = LeadChanges()
    guard !known.isEmpty else { return changes }
    let byWork = Dictionary(grouping: known, by: \.key.work)
    for task in rules.tasks.indices {
      let plan = rules.tasks[task].plan
      for label in rules.labels(of: task) {
        for (name, change) in byWork[Self.work(rules, task, rules.tasks[task].id, label)] ?? [] {
          guard let unit = Self.unit(name.unit, plan, rules) else { continue }
          changes.add(change, of: task, label: label, unit: unit)
        }
      }
    }
    return changes
  }

  // MARK: Text

  /// `lead BEGAN ENDED SHARED UNIT<tab>PLAN/TASK[:LABEL]`, with `-` for what never was.
  var lines: [UInt8] {
    let sorted = known.sorted { ($0.key.work, $0.key.unit) < ($1.key.work, $1.key.unit) }
    return sorted.flatMap { name, change in
      let instants = [change.began, change.ended, change.shared].map { $0.map { "\($0.seconds)" } ?? "-" }
      return Array("lead \(instants.joined(separator: " ")) \(name.unit)\t\(name.work)\n".utf8)
    }
  }

  /// Adds what `lines` wrote; false if it is something else.
  mutating func add(line bytes: some Sequence<UInt8>) -> Bool {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    let parts = text.split(separator: " ", maxSplits: 4)
    guard parts.count == 5, parts[0] == "lead", let tab = parts[4].firstIndex(of: "\t") else { return false }
    let instants = parts[1...3].map { Int64($0).map { Instant(seconds: $0) } }
    guard zip(parts[1...3], instants).allSatisfy({ $0 == "-" || $1 != nil }) else { return false }
    let name = Name(work: String(parts[4][parts[4].index(after: tab)...]), unit: String(parts[4][..<tab]))
    known[name] = LeadChanges.Change(began: instants[0], ended: instants[1], shared: instants[2])
    return true
  }

}
