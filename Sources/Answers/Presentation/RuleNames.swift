import CivilCalendar
import Expansion
import RuleSyntax
package import Rules

/// The names of a rule set's blocks, as people know them. For an index that is out of range it is the number.
package struct RuleNames {
  package let rules: RuleSet
  package let language: Language

  package init(rules: RuleSet, language: Language) {
    self.rules = rules
    self.language = language
  }

  package func unit(_ id: UnitID) -> String { rules.units.indices.contains(id) ? rules.units[id].title : "#\(id)" }

  /// The title of a plan; of a classified one the id alone.
  package func plan(_ id: PlanID) -> String {
    rules.plans[id].classified == nil ? rules.plans[id].title : rules.plans[id].id
  }

  /// The plan as the document that it is, in sentences: *Kế hoạch Cải cách hành chính năm 2022*.
  package func document(_ plan: PlanID) -> String {
    let title = self.plan(plan)
    let kinds = ["kế hoạch", "chương trình", "đề án", "quyết định", "nghị quyết", "chỉ thị", "công văn"]
    let isNamed = kinds.contains { title.lowercased().hasPrefix($0) } || rules.plans[plan].classified != nil
    return language.choose(vi: isNamed ? title : "Kế hoạch \(title)", en: title)
  }

  package func recipient(_ recipient: Recipient) -> String {
    switch recipient {
    case .unit(let id): unit(id)
    case .group(let id): rules.groups.indices.contains(id) ? rules.groups[id].title : "#\(id)"
    }
  }

  package func recipients(_ recipients: [Recipient]) -> String { recipients.map(recipient).joined(separator: "; ") }

  func ids(_ recipients: [Recipient]) -> String { recipients.map(rules.id).joined(separator: "; ") }

  /// The names of several who lead work; those that are called alike are told apart.
  package func apart(_ leads: [[Recipient]]) -> [String] {
    var names = leads.map(recipients)
    for alike in Dictionary(grouping: names.indices, by: { names[$0] }).values where alike.count > 1 {
      for (place, difference) in zip(alike, differences(alike.map { leads[$0] })) { names[place] += " (\(difference))" }
    }
    return names
  }

  /// What tells recipients of one name apart: the plans that mean them, or where these are the same their ids.
  func differences(_ alike: [[Recipient]]) -> [String] {
    let plans = alike.map { recipients in
      rules.plans.indices.first { plan in
        recipients.allSatisfy { rules.recipient(named: rules.id(of: $0), in: plan) == $0 }
      }
    }
    let names = plansApart(Set(plans.compactMap { $0 }))
    let told = plans.compactMap { $0.flatMap { names[$0] } }
    return Set(told).count == alike.count ? told : alike.map(ids)
  }

  /// What people tell these plans by: their titles, or where some are the same their ids.
  func plansApart(_ plans: Set<PlanID>) -> [PlanID: String] {
    let isTold = Set(plans.map(plan)).count == plans.count
    return Dictionary(uniqueKeysWithValues: plans.map { ($0, isTold ? plan($0) : rules.plans[$0].id) })
  }

  /// A title without the dash or bullet that a plan's cell begins with: such a mark with a blank behind it, and words. Signs that
  /// belong to the words (`-5% chi`) stay.
  package static func plainTitle(_ title: String) -> String {
    let words = title.drop { $0 == " " }
    guard let mark = words.first, "-–+•".contains(mark), words.dropFirst().first == " " else { return String(words) }
    let rest = words.dropFirst().drop { $0 == " " }
    return rest.isEmpty ? String(words) : String(rest)
  }

  /// `papi năm 2023` · `papi of 2023`, `công bố quý I/2024` · `publication of Q1 2024`; of the issue of a plan, whose name is the
  /// program's own, `ban hành kế hoạch kh` · `the issue of plan kh`.
  package func event(_ binding: EventBinding) -> String {
    let title = self.event(at: binding.event).map(self.title) ?? "#\(binding.event)"
    guard let key = binding.key else { return title }
    let period = PeriodWording(language).text(ofKey: key)
    return language.choose(vi: "\(title) \(period)", en: "\(title) \(Period(key: key) == nil ? "at" : "of") \(period)")
  }

  /// The name of an event without its occurrence.
  package func title(of event: PlanEvent) -> String {
    guard language == .en, let plan = event.plan, rules.events[rules.plans[plan].issueEvent].id == event.id else {
      return event.title
    }
    return "the issue of plan \(rules.plans[plan].id)"
  }

  package func event(at id: EventID) -> PlanEvent? { rules.events.indices.contains(id) ? rules.events[id] : nil }
  package func task(_ id: TaskID) -> PlanTask? { rules.tasks.indices.contains(id) ? rules.tasks[id] : nil }
  package func plan(of task: PlanTask) -> Plan? {
    rules.plans.indices.contains(task.plan) ? rules.plans[task.plan] : nil
  }

  package func dueLine(_ index: Int, of task: TaskID) -> DueLine? {
    guard let task = self.task(task), task.due.indices.contains(index) else { return nil }
    return task.due[index]
  }

  /// The watchers of an event: its own, else the task's, else the plan's focal point (decision: who-is-asked).
  package func watchers(of event: EventID, for task: TaskID) -> [Recipient] {
    if let own = self.event(at: event)?.watchedBy, !own.isEmpty { return own }
    guard let task = self.task(task) else { return [] }
    if !task.watchedBy.isEmpty { return task.watchedBy }
    return plan(of: task)?.focalPoint.map { [$0] } ?? []
  }

  /// The products of the due line with this label: its own, else those for all lines; nil if there are none.
  package static func products(_ products: [(label: String?, text: String)], label: String?) -> String? {
    if products.count == 1, let only = products.first {
      return only.label == nil || only.label == label ? only.text : nil
    }
    let own = products.filter { $0.label == label && label != nil }.map(\.text)
    let all = own.isEmpty ? products.filter { $0.label == nil }.map(\.text) : own
    return all.isEmpty ? nil : all.joined(separator: "; ")
  }
}
