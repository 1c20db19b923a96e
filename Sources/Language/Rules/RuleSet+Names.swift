import Diagnostics

/// Finding blocks by what people call them: id, title or alias, seen from a plan's folder, or from all of them.
extension RuleSet {
  /// By id, title or alias.
  package func plan(named text: String) -> PlanID? {
    let name = FoldedName(text)
    for folder in names.folders.indices {
      if let plan = names.folders[folder].plans[name]?.value { return plan }
    }
    return nil
  }

  /// A unit or group as `plan` sees it; without a plan, of any folder.
  package func recipient(named text: String, in plan: PlanID?) -> Recipient? {
    let name = FoldedName(NameText.unbracketed(text))
    if let plan { return names.find(name, \.recipients, from: names.folderOfPlan[plan]) }
    return names.folders.lazy.compactMap { $0.recipients[name]?.value }.first
  }

  /// `PLAN/UNIT`: the unit or group as that plan sees it.
  package func recipient(namedWithPlan text: String) -> (plan: PlanID, recipient: Recipient)? {
    guard let slash = text.firstIndex(of: "/"), let plan = plan(named: String(text[..<slash])) else { return nil }
    return recipient(named: String(text[text.index(after: slash)...]), in: plan).map { (plan, $0) }
  }

  /// All units and groups of that name, in whatever folder: each plan may have a unit of its own by one name.
  package func recipients(named text: String) -> Set<Recipient> {
    let name = FoldedName(NameText.unbracketed(text))
    return Set(names.folders.compactMap { $0.recipients[name]?.value })
  }

  /// Of the unit or group, as identities of obligations have it.
  package func id(of recipient: Recipient) -> String {
    switch recipient {
    case .unit(let unit): units[unit].id
    case .group(let group): groups[group].id
    }
  }

  /// The plans that mean this unit or group by its id.
  package func plans(of recipient: Recipient) -> [PlanID] {
    let id = id(of: recipient)
    return plans.indices.filter { self.recipient(named: id, in: $0) == recipient }
  }

  /// By what this unit or group alone is found: its id, behind that of a plan where several have it.
  package func reference(to recipient: Recipient) -> String {
    let id = id(of: recipient)
    guard recipients(named: id) != [recipient], let plan = plans(of: recipient).first else { return id }
    return "\(plans[plan].id)/\(id)"
  }

  /// `PLAN/TASK`: by what a task is found in all plans.
  package func reference(to task: TaskID) -> String { "\(plans[tasks[task].plan].id)/\(tasks[task].id)" }

  /// All tasks that `text` (`[PLAN/]ID`, a former id, or a title) can mean.
  package func tasks(named text: String, in plan: PlanID?) -> [TaskID] {
    var wanted = text
    var plans = plan.map { [$0] } ?? Array(self.plans.indices)
    if let slash = text.firstIndex(of: "/"), let named = self.plan(named: String(text[..<slash])) {
      plans = [named]
      wanted = String(text[text.index(after: slash)...])
    }
    let name = FoldedName(wanted)
    let byID = plans.compactMap { names.tasks.indices.contains($0) ? names.tasks[$0][name] : nil }
    if !byID.isEmpty { return byID }
    return tasks.indices.filter { index in
      plans.contains(tasks[index].plan)
        && (FoldedName(tasks[index].title) == name || tasks[index].also.contains { FoldedName($0) == name })
    }
  }

  /// All tasks with titles that `text` is a part of, marks or none; empty where it is too short to tell one.
  package func tasks(partlyNamed text: String) -> [TaskID] {
    let part = PlainName(text)
    guard part.isTelling else { return [] }
    return tasks.indices.filter { index in
      ([tasks[index].title] + tasks[index].also).contains { PlainName($0).holds(part) }
    }
  }

  /// All units and groups with names that `text` is a part of.
  package func recipients(partlyNamed text: String) -> [Recipient] {
    let part = NamePart(text)
    func isMeant(_ names: [String]) -> Bool { names.contains(where: part.isIn) }
    return units.indices.filter { isMeant([units[$0].title] + units[$0].also) }.map { .unit($0) }
      + groups.indices.filter { isMeant([groups[$0].title] + groups[$0].also) }.map { .group($0) }
  }

  /// A calendar by id, title or alias; the rules' own before the shipped.
  package func calendar(named text: String) -> CalendarID? {
    let name = FoldedName(text)
    return names.folders.reversed().lazy.compactMap { $0.calendars[name]?.value }.first
  }

  /// The units of a recipient: itself, or the members of the group.
  package func units(of recipient: Recipient) -> [UnitID] {
    switch recipient {
    case .unit(let unit): [unit]
    case .group(let group): groups[group].members
    }
  }

  /// Ids that are near `text`, for "did you mean".
  package func nearestTasks(to text: String, in plan: PlanID?) -> [String] {
    NearestName.nearest(
      to: FoldedName(text),
      among: tasks.lazy.filter { plan == nil || $0.plan == plan }.map { (FoldedName($0.id), $0.id) })
  }
}

/// Reads names as they stand in values.
enum NameText {
  /// Without the square brackets that may stand around any event's or unit's name.
  static func unbracketed(_ text: String) -> String {
    var trimmed = Substring(text)
    while trimmed.first == " " { trimmed.removeFirst() }
    while trimmed.last == " " { trimmed.removeLast() }
    guard trimmed.first == "[", trimmed.last == "]", !trimmed.dropFirst().dropLast().contains("[") else {
      return String(trimmed)
    }
    return String(trimmed.dropFirst().dropLast())
  }
}
