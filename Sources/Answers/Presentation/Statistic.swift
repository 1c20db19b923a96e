package import CivilCalendar
import Diagnostics
package import Expansion
import RuleSyntax
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
  package enum Division: String, CaseIterable, Sendable { case unit, section, plan, person }

  /// What a row is about. Its name may also be that of another row.
  private enum Subject: Hashable {
    case leads([Recipient])
    case section(Int)
    case plan(PlanID)
    case person(FoldedName?)
  }

  /// What stands in one row.
  package struct Row: Sendable {
    package fileprivate(set) var name: String
    private var counts: [Class: Int] = [:]
    private var soon: [Class: Int] = [:]
    private var delays: [Delay.Cause: Int] = [:]
    /// By how many days each was done before its day, or on it.
    package private(set) var early = Days()
    /// By how many days each was done after its day.
    package private(set) var late = Days()

    init(_ name: String) { self.name = name }

    package subscript(one: Class) -> Int { counts[one] ?? 0 }
    /// How many of them are due within seven days.
    package func dueSoon(_ one: Class) -> Int { soon[one] ?? 0 }

    package var done: Int { Class.allCases.filter(\.isDone).reduce(0) { $0 + self[$1] } }
    package var notDone: Int { total - done }
    package var total: Int { Class.allCases.filter(\.isCounted).reduce(0) { $0 + self[$1] } }

    /// So many days were late for that cause.
    package subscript(cause: Delay.Cause) -> Int { delays[cause] ?? 0 }
    package var daysLate: Int { delays.values.reduce(0, +) }

    mutating func add(_ entry: Entry) {
      counts[entry.counted, default: 0] += 1
      if entry.item.isDueSoon { soon[entry.counted, default: 0] += 1 }
      for cause in Delay.Cause.allCases { delays[cause, default: 0] += entry.delay?[cause] ?? 0 }
      guard let days = entry.daysAfter else { return }
      if days > 0 { late.all.append(days) } else { early.all.append(-days) }
    }
  }

  /// Numbers of days, as many as there are duties.
  package struct Days: Sendable {
    fileprivate var all: [Int] = []

    package var most: Int? { all.max() }
    /// Of an even number of them the lower of the two in the middle, so that it is the days of some duty.
    package var median: Int? { all.isEmpty ? nil : all.sorted()[(all.count - 1) / 2] }
  }

  /// One duty behind the figures.
  package struct Entry: Sendable {
    package let item: UpcomingItem
    package let counted: Class
    /// Where its late days went; nil if it is not late.
    package let delay: Delay?
    /// It was due before the first day and not done by then.
    package let isCarried: Bool
    /// The row in which it is counted; nil if it was carried over.
    package fileprivate(set) var row: Int?

    /// The day that binds, or that bound when it was reported or done; nil if it has none.
    package var due: CivilDate? { item.duty.bound?.day ?? item.duty.days?.effective }

    /// The day on which it was done; nil if it was not, or nobody knows the day.
    package var done: CivilDate? {
      if case .done(let day, _)? = item.duty.closed { day } else { nil }
    }
    /// By how many days it was done after its day; negative: before it.
    package var daysAfter: Int? {
      guard let done, let due else { return nil }
      return done.days(since: due)
    }
  }

  /// In the order in which the rules first have them.
  package private(set) var rows: [Row] = []
  package private(set) var whole = Row("")
  /// What was due before the first day and was not done by then.
  package private(set) var carried: Row?
  /// Every duty that is counted or stands outside the total, in the order of the rules and by day.
  package private(set) var entries: [Entry] = []

  /// - Parameters:
  ///   - items: every duty, closed ones included.
  ///   - days: the binding days that are counted. What has no day is counted as it stands.
  ///   - delay: where the days of a late duty went.
  package init(
    _ items: [UpcomingItem], in days: DayRange, by division: Division, _ rules: RuleSet, _ language: Language,
    delay: (Duty<DueDays>) -> Delay? = { _ in nil }
  ) {
    let entries = items.compactMap { item -> Entry? in
      let one = Class(item)
      let delay = [.late, .overdue, .reported].contains(one) ? item.duty.dated.flatMap(delay) : nil
      let entry = Entry(item: item, counted: one, delay: delay, isCarried: false, row: nil)
      // A case or a duty without a day counts on the day on which it was done.
      guard let day = entry.due ?? entry.done, !days.contains(day) else { return entry }
      guard day < days.first, Self.wasOpen(item, on: days.first) else { return nil }
      return Entry(item: item, counted: one, delay: delay, isCarried: true, row: nil)
    }
    self.init(entries, hasBefore: days.first > .first, by: division, rules, language)
  }

  /// The same duties brought together in another way.
  package func grouped(by division: Division, _ rules: RuleSet, _ language: Language) -> Statistic {
    Statistic(entries, hasBefore: carried != nil, by: division, rules, language)
  }

  private init(
    _ entries: [Entry], hasBefore: Bool, by division: Division, _ rules: RuleSet, _ language: Language
  ) {
    let names = RuleNames(rules: rules, language: language)
    var subjects: [Subject] = []
    var places: [Subject: Int] = [:]
    var carried = Row(language.choose(vi: "Chuyển kỳ trước sang", en: "Carried over"))
    func order(_ entry: Entry) -> (TaskID, CivilDate) { (entry.item.duty.task, entry.item.sortDay ?? .last) }
    self.entries = entries.sorted { order($0) < order($1) }
    for index in self.entries.indices {
      let entry = self.entries[index]
      guard !entry.isCarried else {
        carried.add(entry)
        continue
      }
      let subject = Self.subject(of: entry.item, by: division, rules)
      let place = places[subject] ?? rows.count
      if place == rows.count {
        places[subject] = place
        subjects.append(subject)
        rows.append(Row(Self.name(of: subject, person: entry.item.duty.person, names)))
      }
      self.entries[index].row = place
      rows[place].add(entry)
      whole.add(entry)
    }
    if hasBefore { self.carried = carried }
    // What is called alike is told apart by its id.
    let named = Dictionary(grouping: rows.indices) { rows[$0].name }
    for places in named.values where places.count > 1 {
      for place in places { rows[place].name += Self.id(of: subjects[place], rules).map { " (\($0))" } ?? "" }
    }
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
  private static func subject(of item: UpcomingItem, by division: Division, _ rules: RuleSet) -> Subject {
    let task = rules.tasks[item.duty.task]
    switch division {
    case .unit: return .leads(item.duty.leads)
    case .section: return task.section.map { .section($0) } ?? .plan(task.plan)
    case .plan: return .plan(task.plan)
    case .person: return .person(item.duty.person.map { FoldedName($0) })
    }
  }

  /// Of a section the id of its plan, since its own is part of its name.
  private static func id(of subject: Subject, _ rules: RuleSet) -> String? {
    switch subject {
    case .leads(let leads): leads.flatMap(rules.units).map { rules.units[$0].id }.joined(separator: "; ")
    case .section(let section): rules.plans[rules.sections[section].plan].id
    case .plan(let plan): rules.plans[plan].id
    case .person: nil
    }
  }

  /// - Parameter person: as the first duty of the row spells it.
  private static func name(of subject: Subject, person: String?, _ names: RuleNames) -> String {
    let rules = names.rules
    switch subject {
    case .leads(let leads):
      return leads.isEmpty ? names.language.choose(vi: "(chưa rõ)", en: "(nobody)") : names.recipients(leads)
    // Of a classified plan the id alone is said, and of its sections.
    case .section(let section):
      let row = rules.sections[section]
      return rules.plans[row.plan].classified == nil ? "\(row.id). \(row.title)" : row.id
    case .plan(let plan): return rules.plans[plan].classified == nil ? rules.plans[plan].title : rules.plans[plan].id
    case .person: return person ?? names.language.choose(vi: "(chưa giao)", en: "(assigned to nobody)")
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
