package import CivilCalendar
package import Expansion
package import Rules

/// How many duties stand where: each counted in exactly one class and one row, so that all sums add up.
package struct Statistic: Sendable {
  /// Where a duty is counted.
  package enum Class: String, CaseIterable, Sendable {
    case onTime = "done-on-time"
    case late = "done-late"
    case dayUnknown = "done-day-unknown"
    case reported
    case within
    case overdue
    case waiting
    case undated
    case toSettle = "to-settle"
    // Outside the total.
    case waived, withdrawn, standing

    /// Done, whenever that was.
    package var isDone: Bool { [.onTime, .late, .dayUnknown].contains(self) }
    /// Part of the total.
    package var isCounted: Bool { ![.waived, .withdrawn, .standing].contains(self) }
  }

  /// By what duties are brought together.
  package enum Division: String, CaseIterable, Sendable { case unit, section, plan }

  /// What stands in one row.
  package struct Row: Sendable {
    package let name: String
    private var counts: [Class: Int] = [:]
    private var delays: [Delay.Cause: Int] = [:]

    init(_ name: String) { self.name = name }

    package subscript(one: Class) -> Int { counts[one] ?? 0 }

    package var done: Int { Class.allCases.filter(\.isDone).reduce(0) { $0 + self[$1] } }
    package var notDone: Int { total - done }
    package var total: Int { Class.allCases.filter(\.isCounted).reduce(0) { $0 + self[$1] } }

    /// So many days were late for that cause.
    package subscript(cause: Delay.Cause) -> Int { delays[cause] ?? 0 }
    package var daysLate: Int { delays.values.reduce(0, +) }

    mutating func add(_ one: Class, _ delay: Delay?) {
      counts[one, default: 0] += 1
      for cause in Delay.Cause.allCases { delays[cause, default: 0] += delay?[cause] ?? 0 }
    }
  }

  /// In the order in which the rules first have them.
  package private(set) var rows: [Row] = []
  package private(set) var whole = Row("")
  /// What was due before the first day and was not done by then.
  package private(set) var carried: Row?

  /// - Parameters:
  ///   - items: every duty, closed ones included.
  ///   - days: the binding days that are counted. What has no day is counted as it stands.
  ///   - delay: where the days of a late duty went.
  package init(
    _ items: [UpcomingItem], in days: DayRange, by division: Division, _ rules: RuleSet, _ language: Language,
    delay: (Duty<DueDays>) -> Delay? = { _ in nil }
  ) {
    let names = RuleNames(rules: rules, language: language)
    var places: [String: Int] = [:]
    var carried = Row(language.choose(vi: "Chuyển kỳ trước sang", en: "Carried over"))
    for item in items.sorted(by: { $0.duty.task < $1.duty.task }) {
      let one = Class(item)
      let delay = [.late, .overdue, .reported].contains(one) ? item.duty.dated.flatMap(delay) : nil
      if let day = item.duty.bound?.day ?? item.duty.days?.effective ?? Self.doneDay(item) {
        guard day <= days.last else { continue }
        if day < days.first {
          if Self.wasOpen(item, on: days.first) { carried.add(one, delay) }
          continue
        }
      }
      let name = Self.name(of: item, by: division, names, language)
      let place = places[name] ?? rows.count
      if place == rows.count {
        places[name] = place
        rows.append(Row(name))
      }
      rows[place].add(one, delay)
      whole.add(one, delay)
    }
    if days.first > .first { self.carried = carried }
  }

  /// Of a case or a duty without a day that is done.
  private static func doneDay(_ item: UpcomingItem) -> CivilDate? {
    if case .done(let day, _)? = item.duty.closed { day } else { nil }
  }

  private static func wasOpen(_ item: UpcomingItem, on day: CivilDate) -> Bool {
    switch item.duty.closed {
    case .done(let done, _): done.map { $0 >= day } ?? false
    case .withdrawn(let end): end >= day
    case .waived: false
    case nil: true
    }
  }

  /// Duties that several units owe together are a row of their own.
  private static func name(
    of item: UpcomingItem, by division: Division, _ names: RuleNames, _ language: Language
  ) -> String {
    let rules = names.rules
    let task = rules.tasks[item.duty.task]
    switch division {
    case .unit:
      let leads = names.recipients(item.duty.leads)
      return leads.isEmpty ? language.choose(vi: "(chưa rõ)", en: "(nobody)") : leads
    case .section:
      guard let section = task.section else { return rules.plans[task.plan].title }
      return "\(rules.sections[section].id). \(rules.sections[section].title)"
    case .plan: return rules.plans[task.plan].title
    }
  }
}

extension Statistic.Class {
  init(_ item: UpcomingItem) {
    switch item.status {
    case .done(let isOnTime): self = isOnTime.map { $0 ? .onTime : .late } ?? .dayUnknown
    case .waived: self = .waived
    case .withdrawn: self = .withdrawn
    case .standing: self = .standing
    case _ where item.marks.contains(.toSettle): self = .toSettle
    case .reported: self = .reported
    case .overdue: self = .overdue
    case .waiting: self = .waiting
    case .undated: self = .undated
    case .open, .notOpen: self = .within
    }
  }
}
