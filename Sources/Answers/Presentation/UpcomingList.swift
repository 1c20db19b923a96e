package import CivilCalendar
package import Expansion
import RuleSyntax
package import Rules

/// What is due, in the order in which it is shown.
package struct UpcomingList: Sendable {
  package let rules: RuleSet
  package let today: CivilDate
  /// The duties, sorted by group, day, the order of tasks in the rules, and the names of those who owe one task.
  package private(set) var items: [UpcomingItem]

  /// The day since which a duty is known; nil if it came with its plan. What was due before then is to settle, not
  /// overdue.
  package typealias Known = @Sendable (Duty<DueDays>) -> CivilDate?

  /// - Parameters:
  ///   - time: the time of day, by which a duty with a cut-off is overdue; nil leaves it out.
  ///   - includesClosed: whether the list has what is done, waived or withdrawn; it comes last.
  package init(
    _ rules: RuleSet, _ lists: DutyLists, today: CivilDate, time: ClockTime?, includesClosed: Bool = false,
    known: Known = { _ in nil }
  ) {
    self.rules = rules
    self.today = today
    let (obligations, duties) = (lists.dated, lists.open)
    // Sorting small keys is faster than sorting items, of which each is then made once, in its place.
    let order = RecipientOrder(rules)
    var keys: [SortKey] = []
    keys.reserveCapacity(obligations.count + duties.count)
    let since = obligations.indices.mapConcurrently { rules.has(obligations[$0]) ? known(obligations[$0]) : nil }
    obligations.withUnsafeBufferPointer { obligations in
      for index in obligations.indices where rules.has(obligations[index]) {
        let group = rules.group(of: obligations[index], known: since[index], today: today, time: time)
        guard includesClosed || group != .closed else { continue }
        keys.append(
          SortKey(
            group: group, day: obligations[index].toldDay.dayNumber, task: obligations[index].task,
            unit: order.place(of: obligations[index].leads), index: index))
      }
    }
    for (index, duty) in duties.enumerated() {
      let item = UpcomingItem(duty, today: today)
      guard includesClosed || item.group != .closed else { continue }
      keys.append(
        SortKey(
          group: item.group, day: item.sortDay?.dayNumber ?? .max, task: duty.task,
          unit: order.place(of: duty.leads),
          index: obligations.count + index))
    }
    keys.sort()
    items = keys.indices.mapConcurrently { [keys, since] index in
      let key = keys[index]
      guard key.index < obligations.count else {
        return UpcomingItem(duties[key.index - obligations.count], today: today)
      }
      let issued = rules.plans[rules.tasks[key.task].plan].issued
      return UpcomingItem(
        obligations[key.index], group: key.group, issued: issued, known: since[key.index], today: today, time: time)
    }
  }

  /// The same of other duties.
  package mutating func replace(_ items: [UpcomingItem]) { self.items = items }

  /// The same of other duties.
  package func replacing(_ items: [UpcomingItem]) -> UpcomingList {
    var list = self
    list.items = items
    return list
  }

  /// The same with the duties of some tasks as another list of the same rules and day has them, and nothing else of that.
  /// - Returns: also where each duty stood in this list; nil of those of the other.
  package func with(_ tasks: Set<TaskID>, of other: UpcomingList) -> (list: UpcomingList, places: [Int?]) {
    var places: [Int?] = []
    var merged: [UpcomingItem] = []
    places.reserveCapacity(items.count + other.items.count)
    merged.reserveCapacity(items.count + other.items.count)
    var rest = other.items[...]
    for place in items.indices where !tasks.contains(items[place].duty.task) {
      while let next = rest.first, next.precedes(items[place]) {
        places.append(nil)
        merged.append(next)
        rest.removeFirst()
      }
      places.append(place)
      merged.append(items[place])
    }
    return (replacing(merged + rest), places + rest.map { _ in nil })
  }

  private struct SortKey: Comparable {
    let group: UpcomingGroup
    /// The order of the group, then the day.
    let rank: Int
    let task: Int
    let unit: Int
    let index: Int

    init(group: UpcomingGroup, day: Int32, task: Int, unit: Int, index: Int) {
      self.group = group
      rank = group.order << 33 + Int(day)
      (self.task, self.unit, self.index) = (task, unit, index)
    }

    static func < (lhs: SortKey, rhs: SortKey) -> Bool {
      if lhs.rank != rhs.rank { return lhs.rank < rhs.rank }
      if lhs.task != rhs.task { return lhs.task < rhs.task }
      return lhs.unit != rhs.unit ? lhs.unit < rhs.unit : lhs.index < rhs.index
    }
  }
}

extension UpcomingItem {
  /// In the list, as one of another task.
  fileprivate func precedes(_ other: UpcomingItem) -> Bool {
    if group.order != other.group.order { return group.order < other.group.order }
    let (day, later) = (sortDay?.dayNumber ?? .max, other.sortDay?.dayNumber ?? .max)
    return day != later ? day < later : duty.task < other.duty.task
  }
}

extension RuleSet {
  /// Whether they have the obligation's task and its plan.
  fileprivate func has(_ obligation: Duty<DueDays>) -> Bool {
    tasks.indices.contains(obligation.task) && plans.indices.contains(tasks[obligation.task].plan)
  }

  fileprivate func group(
    of obligation: Duty<DueDays>, known: CivilDate?, today: CivilDate, time: ClockTime?
  ) -> UpcomingGroup {
    let issued = plans[tasks[obligation.task].plan].issued
    return UpcomingGroup(
      obligation.status(on: today, at: time),
      obligation.marks(on: today, issued: issued, known: known),
      due: obligation.effective, today: today)
  }
}
