public import CivilCalendar
public import Expansion
import RuleSyntax
public import Rules

/// What is due, in the order in which it is shown.
public struct UpcomingList: Sendable {
  public let rules: RuleSet
  public let today: CivilDate
  /// By group, day, plan and id.
  public private(set) var items: [UpcomingItem]

  /// - Parameter includesClosed: keep what is done, waived or withdrawn; it comes last.
  public init(
    _ rules: RuleSet, obligations: [Obligation], duties: [OpenDuty], today: CivilDate, time: ClockTime? = nil,
    includesClosed: Bool = false
  ) {
    self.rules = rules
    self.today = today
    var items: [UpcomingItem] = []
    items.reserveCapacity(obligations.count + duties.count)
    for obligation in obligations {
      guard let task = rules.tasks.indices.contains(obligation.task) ? rules.tasks[obligation.task] : nil,
        rules.plans.indices.contains(task.plan)
      else { continue }
      items.append(UpcomingItem(obligation, plan: rules.plans[task.plan], today: today, time: time))
    }
    for duty in duties { items.append(UpcomingItem(duty, today: today)) }
    self.items = Self.sorted(includesClosed ? items : items.filter { $0.group != .closed })
  }

  mutating func replace(_ items: [UpcomingItem]) { self.items = items }

  /// Keeps the duties of `unit`: those it leads or supports, itself or in a group.
  public mutating func keep(unit: UnitID) {
    let groups = Set(rules.groups.indices.filter { rules.groups[$0].members.contains(unit) })
    func holds(_ recipient: Recipient) -> Bool {
      switch recipient {
      case .unit(let id): id == unit
      case .group(let id): groups.contains(id)
      }
    }
    items.removeAll { !$0.leads.contains(where: holds) && !$0.supports.contains(where: holds) }
  }

  /// Keeps the duties led or supported by the group as a whole.
  public mutating func keep(group: GroupID) {
    items.removeAll { !$0.leads.contains(.group(group)) && !$0.supports.contains(.group(group)) }
  }

  /// Keeps one state, by a name of `StatusWording.names`, or one group, by its raw value.
  public mutating func keep(status name: String) {
    items.removeAll { StatusWording.name(of: $0.status) != name && $0.group.rawValue != name }
  }

  /// The items of each group that has any, in order.
  public var groups: [(group: UpcomingGroup, items: ArraySlice<UpcomingItem>)] {
    var groups: [(UpcomingGroup, ArraySlice<UpcomingItem>)] = []
    var start = items.startIndex
    while start < items.endIndex {
      let group = items[start].group
      let end = items[start...].firstIndex { $0.group != group } ?? items.endIndex
      groups.append((group, items[start..<end]))
      start = end
    }
    return groups
  }

  private static func sorted(_ items: [UpcomingItem]) -> [UpcomingItem] {
    // Sorting small keys moves less than sorting the items.
    let keys = items.indices.map { index in
      SortKey(item: items[index], index: index)
    }
    return keys.sorted().map { items[$0.index] }
  }

  private struct SortKey: Comparable {
    let group: UpcomingGroup
    let day: Int32
    let task: Int
    let index: Int

    init(item: UpcomingItem, index: Int) {
      group = item.group
      day = item.sortDay?.dayNumber ?? .max
      task = item.task
      self.index = index
    }

    static func < (lhs: SortKey, rhs: SortKey) -> Bool {
      if lhs.group != rhs.group { return lhs.group < rhs.group }
      return (lhs.day, lhs.task, lhs.index) < (rhs.day, rhs.task, rhs.index)
    }
  }
}
