package import CivilCalendar
package import Expansion
package import Rules

/// The duties of a list as the statistic counts them: small values, so that a page counts a hundred thousand of them within
/// a few milliseconds.
package struct CountedDuties: Sendable {
  /// What is counted of one duty.
  package struct One: Sendable {
    /// Its place in `items`.
    package let place: Int
    package let task: TaskID
    package let plan: PlanID
    /// An index in `RuleSet.sections`.
    package let section: Int?
    /// Its place in `leads`.
    package let leads: Int
    /// Its place in `supports`.
    package let supports: Int
    let classPlace: Int
    /// Due within seven days, whatever it waits for.
    package let isDueSoon: Bool
    /// It is counted as done or still to be done (decision: classified-tasks).
    package let isClassified: Bool
    package let opens: CivilDate?
    /// The day that it tells; nil if it has none.
    package let due: CivilDate?
    /// The day on which it was done; nil if it was not, or nobody knows the day.
    package let done: CivilDate?

    package var counted: Statistic.Class { Statistic.Class.all[classPlace] }

    /// By how many days it was done after its day; negative: before it.
    var daysAfter: Int? {
      guard let done, let due else { return nil }
      return done.days(since: due)
    }
  }

  /// In the order of the list.
  package let items: [UpcomingItem]
  /// In the order of the rules and by day.
  package let all: [One]
  /// Everybody who leads any of them, alone or together with others.
  package let leads: [[Recipient]]
  /// Everybody who supports any of them, likewise.
  package let supports: [[Recipient]]
  /// Where the days of late duties went, by their places in `items`.
  package let delays: [Int: Delay]

  /// - Parameters:
  ///   - items: every duty, closed ones included; of what is classified no more than may be told.
  ///   - delay: where the days of a late duty went.
  package init(
    _ items: [UpcomingItem], _ rules: RuleSet, delay: (Duty<DueDays>) -> Delay? = { _ in nil }
  ) {
    self.init(items, rules, delayAt: { items[$0].delay(delay) })
  }

  /// - Parameter delayAt: where the days of the late duty at that place went; nil where it tells nothing of it.
  package init(_ items: [UpcomingItem], _ rules: RuleSet, delayAt: (Int) -> Delay?) {
    var leads = RecipientPlaces(tasks: rules.tasks.count)
    var supports = RecipientPlaces(tasks: rules.tasks.count)
    var delays: [Int: Delay] = [:]
    var keyed: [(day: CivilDate, one: One)] = []
    keyed.reserveCapacity(items.count)
    for (place, item) in items.enumerated() {
      let days = item.duty.days
      let one = Statistic.Class(item)
      let task = item.duty.task
      if [.late, .overdue, .reported].contains(one), let found = delayAt(place) {
        delays[place] = found
      }
      var done: CivilDate?
      if case .done(let day, _)? = item.duty.closed { done = day }
      keyed.append(
        (
          item.sortDay ?? .last,
          One(
            place: place, task: task, plan: rules.tasks[task].plan, section: rules.tasks[task].section,
            leads: leads.place(of: item.duty.leads, task: task),
            supports: supports.place(of: item.duty.supports, task: task),
            classPlace: Statistic.Class.all.firstIndex(of: one) ?? 0,
            isDueSoon: item.isDueSoon,
            isClassified: item.duty.isClassified,
            opens: days?.opens,
            due: item.duty.toldDay, done: done)
        ))
    }
    keyed.sort { ($0.one.task, $0.day) < ($1.one.task, $1.day) }
    (self.items, all, self.delays) = (items, keyed.map(\.one), delays)
    (self.leads, self.supports) = (leads.all, supports.all)
  }

  /// Where the duties of a task stand in `items`.
  package func places(of task: TaskID) -> [Int] {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].task < task { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { $0.task == task }.map(\.place)
  }

  /// How many of these are late or were, by where they are counted.
  package func late(among places: some Sequence<Int>) -> [Statistic.Class: Int] {
    var counts: [Statistic.Class: Int] = [:]
    for place in places where delays[all[place].place] != nil { counts[all[place].counted, default: 0] += 1 }
    return counts
  }

  /// The places of the lists that have one of these recipients.
  package static func places(of recipients: Set<Recipient>, in lists: [[Recipient]]) -> Set<Int> {
    Set(lists.indices.filter { lists[$0].contains(where: recipients.contains) })
  }

  /// The figures of those that have a key, by their keys.
  package func figures<Key: Hashable>(by key: (One) -> Key?) -> [Key: Statistic.Row] {
    var rows: [Key: Statistic.Row] = [:]
    for one in all {
      if let key = key(one) { rows[key, default: Statistic.Row("")].add(one, delays[one.place]) }
    }
    return rows
  }
}
