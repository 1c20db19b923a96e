package import CivilCalendar
package import Rules

/// Who owes a due line: all leads together, or each member of `(từng đơn vị)` on its own (decision: who-owes); a group
/// whose members are not kept here owes as one of them.
struct Owners {
  /// Leads that owe together; any of them completes. Empty only where every lead owes on its own.
  private var shared: [Recipient] = []
  /// Who owes separately, once each, in the order of the book.
  private(set) var each: [Recipient] = []
  private var known: Set<Recipient> = []
  /// The leads of each duty: those that share one, which has no owner, then each owner by itself.
  private(set) var parties: [(leads: [Recipient], owner: Recipient?)] = []

  init(of task: PlanTask, label: String?, in rules: RuleSet) {
    for (leadLabel, assignment) in task.leads where leadLabel == nil || leadLabel == label {
      guard assignment.each else {
        if !shared.contains(assignment.recipient) { shared.append(assignment.recipient) }
        continue
      }
      switch assignment.recipient {
      case .unit: add(assignment.recipient)
      case .group(let group):
        guard rules.groups.indices.contains(group) else { continue }
        let (members, notKept) = (rules.groups[group].members, rules.groups[group].groupsNotKept)
        if members.isEmpty, notKept.isEmpty { add(assignment.recipient) }
        for unit in members { add(.unit(unit)) }
        for inner in notKept { add(.group(inner)) }
      }
    }
    if shared.isEmpty, each.isEmpty, rules.plans.indices.contains(task.plan),
      let focalPoint = rules.plans[task.plan].focalPoint
    {
      shared = [focalPoint]
    }
    if !shared.isEmpty || each.isEmpty { parties.append((shared, nil)) }
    parties += each.map { ([$0], $0) }
  }

  private mutating func add(_ owner: Recipient) {
    if known.insert(owner).inserted { each.append(owner) }
  }
}

extension Expander {
  /// Open work of a merged unit is its successor's from the merger on, whenever it was due; what is closed keeps the
  /// name of who did it (decision: mergers).
  package func handedOver(_ duties: DutyLists, on today: CivilDate) -> DutyLists {
    guard book.hasMergers else { return duties }
    return DutyLists(dated: handedOver(duties.dated, on: today), open: handedOver(duties.open, on: today))
  }

  private func handedOver<State>(_ duties: [Duty<State>], on today: CivilDate) -> [Duty<State>] {
    duties.map { duty in
      guard duty.closed == nil else { return duty }
      var moved = duty
      moved.leads = rules.successors(of: moved.leads, on: today)
      moved.supports = rules.successors(of: moved.supports, on: today)
      moved.dropSupportOfLeads()
      return moved
    }
  }
}

extension RuleSet {
  /// What of `items` is owed by `named`: what it owes on its own, else what is owed together, by leads that it is among
  /// where others owe on their own beside them. A nil name means all.
  func owned<Item>(
    _ items: [Item], by named: Recipient?, id: (Item) -> ObligationID, leads: (Item) -> [Recipient]
  ) -> [Item] {
    guard let named else { return items }
    let name = self.id(of: named)
    let own = items.filter { id($0).unit == name }
    guard own.isEmpty else { return own }
    let shared = items.filter { id($0).unit == nil }
    return shared.count == items.count ? shared : shared.filter { holds(leads($0), named) }
  }

  /// Whether `owner` owes the duty of that id: on its own, or as one of its leads, also one that another unit was merged
  /// into.
  func owes(_ owner: Recipient, _ id: ObligationID, leads: [Recipient]) -> Bool {
    if let unit = id.unit { return unit == self.id(of: owner) }
    return holds(leads, owner) || successors(of: [owner], on: .last).allSatisfy { holds(leads, $0) }
  }

  func title(of recipient: Recipient) -> String {
    switch recipient {
    case .unit(let unit): units[unit].title
    case .group(let group): groups[group].title
    }
  }

  /// Whether `named` is among `leads`, itself or as a member of a group.
  func holds(_ leads: [Recipient], _ named: Recipient) -> Bool {
    leads.contains { lead in
      if lead == named { return true }
      guard case .unit(let unit) = named, case .group(let group) = lead else { return false }
      return groups[group].members.contains(unit)
    }
  }

  /// The unit that stands for `unit` on `day`, after mergers (decision: mergers): for open work on the day that it is
  /// looked at; expansion itself only knows the day on which something is due.
  package func successor(of unit: UnitID, on day: CivilDate) -> UnitID {
    var current = unit
    var steps = 0
    while units.indices.contains(current), let merger = units[current].mergedInto, merger.from <= day,
      steps < units.count
    {
      current = merger.unit
      steps += 1
    }
    return current
  }

  func successors(of recipients: [Recipient], on day: CivilDate) -> [Recipient] {
    var result: [Recipient] = []
    for recipient in recipients {
      let now: Recipient =
        if case .unit(let unit) = recipient { .unit(successor(of: unit, on: day)) } else { recipient }
      if !result.contains(now) { result.append(now) }
    }
    return result
  }
}
