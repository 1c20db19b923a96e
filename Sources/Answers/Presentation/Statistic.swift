package import CivilCalendar
package import Diagnostics
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

    static let all = allCases
  }

  /// By what duties are brought together.
  package enum Division: String, CaseIterable, Sendable { case unit, section, plan, person }

  /// What a row is about. Its name may also be that of another row.
  package enum Subject: Hashable, Sendable {
    /// Nobody: it is not known, or may not be said.
    case leads([Recipient])
    /// Duties of which it may not be told whose they are.
    case classified
    case section(Int)
    case plan(PlanID)
    case person(FoldedName?)
  }

  /// What stands in one row.
  package struct Row: Sendable {
    package fileprivate(set) var name: String
    private var counts = [Int](repeating: 0, count: Class.all.count)
    private var soon = [Int](repeating: 0, count: Class.all.count)
    private var delays: [Delay.Cause: Int] = [:]
    /// How many that are overdue are classified, so that their days are not told. Only a sum has it.
    package fileprivate(set) var classifiedLate: Int?
    /// How many of the total are classified, of which it is told whether they are done, and not when, nor whether in time.
    package private(set) var classified = 0
    /// By how many days each was done before its day, or on it.
    package private(set) var early = Days()
    /// By how many days each was done after its day.
    package private(set) var late = Days()

    package init(_ name: String) { self.name = name }

    package subscript(one: Class) -> Int { Class.all.firstIndex(of: one).map { counts[$0] } ?? 0 }
    /// How many of them are due within seven days.
    package func dueSoon(_ one: Class) -> Int { Class.all.firstIndex(of: one).map { soon[$0] } ?? 0 }
    /// How many are due within seven days, whether they are within their time or wait.
    package var dueSoon: Int { soon.reduce(0, +) }

    /// How many are within their time, and due later than that.
    package var dueLater: Int { self[.within] - dueSoon(.within) }
    /// How many wait, have no day or are to be settled.
    package var waiting: Int { self[Class.waiting] + self[.undated] + self[.toSettle] }
    /// Those without what waits and is due within seven days.
    package var pending: Int { waiting - dueSoon(.waiting) }

    package var done: Int { Class.allCases.filter(\.isDone).reduce(0) { $0 + self[$1] } }
    package var notDone: Int { total - done }
    package var total: Int { Class.allCases.filter(\.isCounted).reduce(0) { $0 + self[$1] } }

    /// So many days were late for that cause.
    package subscript(cause: Delay.Cause) -> Int { delays[cause] ?? 0 }
    package var daysLate: Int { delays.values.reduce(0, +) }

    mutating func add(_ one: CountedDuties.One, _ delay: Delay?) {
      add(atPlace: one.classPlace, isDueSoon: one.isDueSoon)
      if one.isClassified {
        if one.counted.isCounted { classified += 1 }
        if one.counted == .overdue { classifiedLate? += 1 }
      }
      if let delay { for cause in Delay.Cause.allCases { delays[cause, default: 0] += delay[cause] } }
      guard let days = one.daysAfter else { return }
      if days > 0 { late.all.append(days) } else { early.all.append(-days) }
    }

    /// Counts one duty, whatever its days.
    mutating func add(_ one: Class, isDueSoon: Bool) {
      if let place = Class.all.firstIndex(of: one) { add(atPlace: place, isDueSoon: isDueSoon) }
    }

    private mutating func add(atPlace place: Int, isDueSoon: Bool) {
      counts[place] += 1
      if isDueSoon { soon[place] += 1 }
    }

    /// Adds what stands in another row.
    package mutating func add(_ other: Row) {
      for place in counts.indices {
        counts[place] += other.counts[place]
        soon[place] += other.soon[place]
      }
      classified += other.classified
      delays.merge(other.delays, uniquingKeysWith: +)
      early.all += other.early.all
      late.all += other.late.all
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
    private let one: CountedDuties.One
    /// Where its late days went; nil if it is not late.
    package let delay: Delay?
    /// The row in which it is counted; nil if it was carried over.
    package let row: Int?

    fileprivate init(_ place: Place, _ duties: CountedDuties) {
      (one, row) = (duties.all[place.index], place.row)
      (item, delay) = (duties.items[one.place], duties.delays[one.place])
    }

    package var counted: Class { one.counted }
    /// The day that binds, or that bound when it was reported or done; nil if it has none.
    package var due: CivilDate? { one.due }
    /// The day on which it was done; nil if it was not, or nobody knows the day.
    package var done: CivilDate? { one.done }
    /// By how many days it was done after its day; negative: before it.
    package var daysAfter: Int? { one.daysAfter }
  }

  /// Where a duty is counted.
  fileprivate struct Place: Sendable {
    /// In `CountedDuties.all`.
    let index: Int
    /// It was due before the first day and not done by then.
    let isCarried: Bool
    var row: Int?
  }

  /// In the order in which the rules first have them.
  package private(set) var rows: [Row] = []
  /// What each row is about.
  package private(set) var subjects: [Subject] = []
  package private(set) var whole = Row("")
  /// What was due before the first day and was not done by then.
  package private(set) var carried: Row?
  private let duties: CountedDuties
  private var places: [Place] = []

  /// How many of those in rows are or were late, by where they are counted.
  package var late: [Class: Int] { duties.late(among: places.lazy.filter { $0.row != nil }.map(\.index)) }

  /// Every duty that is counted or stands outside the total, in the order of the rules and by day.
  package var entries: [Entry] { places.map { Entry($0, duties) } }

  /// - Parameters:
  ///   - days: the binding days that are counted. What has no day is counted as it stands.
  ///   - isWanted: which duties are counted.
  package init(
    _ duties: CountedDuties, in days: DayRange, by division: Division, _ rules: RuleSet, _ language: Language,
    where isWanted: (CountedDuties.One) -> Bool = { _ in true }
  ) {
    let places = duties.all.indices.compactMap { index -> Place? in
      let one = duties.all[index]
      guard isWanted(one) else { return nil }
      // A case or a duty without a day counts on the day on which it was done, where that is known.
      guard let day = one.due ?? one.done, !days.contains(day) else {
        return Place(index: index, isCarried: false)
      }
      guard day < days.first, Self.wasOpen(duties.items[one.place], on: days.first) else { return nil }
      return Place(index: index, isCarried: true)
    }
    self.init(duties, places, hasBefore: days.first > .first, by: division, rules, language)
  }

  /// The same duties brought together in another way.
  package func grouped(by division: Division, _ rules: RuleSet, _ language: Language) -> Statistic {
    Statistic(duties, places, hasBefore: carried != nil, by: division, rules, language)
  }

  private init(
    _ duties: CountedDuties, _ places: [Place], hasBefore: Bool, by division: Division, _ rules: RuleSet,
    _ language: Language
  ) {
    let names = RuleNames(rules: rules, language: language)
    (self.duties, self.places) = (duties, places)
    var rowOf: [Subject: Int] = [:]
    var carried = Row(language.choose(vi: "Chuyển kỳ trước sang", en: "Carried over"))
    (whole.classifiedLate, carried.classifiedLate) = (0, 0)
    var last: (subject: Subject, row: Int)?
    for place in places.indices {
      let one = duties.all[places[place].index]
      let delay = duties.delays[one.place]
      guard !places[place].isCarried else {
        carried.add(one, delay)
        self.places[place].row = nil
        continue
      }
      let subject = Self.subject(of: one, in: duties, by: division, rules)
      let row: Int
      if let last, last.subject == subject {
        row = last.row
      } else {
        row = rowOf[subject] ?? rows.count
        if row == rows.count {
          rowOf[subject] = row
          subjects.append(subject)
          rows.append(Row(Self.name(of: subject, person: duties.items[one.place].duty.person, names)))
        }
        last = (subject, row)
      }
      self.places[place].row = row
      rows[row].add(one, delay)
      whole.add(one, delay)
    }
    if hasBefore { self.carried = carried }
    // What is called alike is told apart.
    let named = Dictionary(grouping: rows.indices) { rows[$0].name }
    for places in named.values where places.count > 1 {
      for (place, difference) in zip(places, Self.differences(places.map { subjects[$0] }, names)) {
        rows[place].name += difference.map { " (\($0))" } ?? ""
      }
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
  private static func subject(
    of one: CountedDuties.One, in duties: CountedDuties, by division: Division, _ rules: RuleSet
  ) -> Subject {
    switch division {
    case .unit where one.isClassified, .person where one.isClassified: return .classified
    case .unit: return .leads(duties.leads[one.leads])
    case .section: return one.section.map { .section($0) } ?? .plan(one.plan)
    case .plan: return .plan(one.plan)
    case .person: return .person(duties.items[one.place].duty.person.map { FoldedName($0) })
    }
  }

  /// What tells subjects of one name apart: of sections their plans, since their own are part of their names.
  private static func differences(_ alike: [Subject], _ names: RuleNames) -> [String?] {
    let leads = alike.compactMap { if case .leads(let leads) = $0 { leads } else { nil } }
    guard leads.count < alike.count else { return names.differences(leads) }
    let plans = alike.map { subject -> PlanID? in
      switch subject {
      case .section(let section): names.rules.sections[section].plan
      case .plan(let plan): plan
      case .leads, .person, .classified: nil
      }
    }
    let told = names.plansApart(Set(plans.compactMap { $0 }))
    return zip(alike, plans).map { subject, plan in
      // Plans themselves are called alike.
      if case .plan(let plan) = subject { return names.rules.plans[plan].id }
      if case .leads(let leads) = subject { return names.ids(leads) }
      return plan.flatMap { told[$0] }
    }
  }

  /// - Parameter person: as the first duty of the row spells it.
  private static func name(of subject: Subject, person: String?, _ names: RuleNames) -> String {
    let rules = names.rules
    switch subject {
    case .leads(let leads):
      return leads.isEmpty ? names.language.choose(vi: "(chưa rõ)", en: "(nobody)") : names.recipients(leads)
    case .classified: return names.language.choose(vi: "(việc có độ mật)", en: "(classified work)")
    // Of a classified plan the id alone is said, and of its sections.
    case .section(let section):
      let row = rules.sections[section]
      return rules.plans[row.plan].classified == nil ? "\(row.id). \(row.title)" : row.id
    case .plan(let plan): return names.plan(plan)
    case .person: return person ?? names.language.choose(vi: "(chưa giao)", en: "(assigned to nobody)")
    }
  }
}

extension Statistic.Class {
  init(_ item: UpcomingItem) {
    switch item.status {
    case .waived: self = .waived
    case .withdrawn: self = .withdrawn
    // What stands is outside the total, also from a later day on, and whatever is recorded of it.
    case _ where item.duty.isStanding: self = .standing
    case .standing: self = .standing
    case .done(.late): self = .late
    case .done(.onTime), .done(.noDueDay): self = .onTime
    case .done(.dayUnknown): self = .dayUnknown
    case _ where item.marks.contains(.toSettle): self = .toSettle
    case .reported: self = .reported
    case .overdue: self = .overdue
    case .waiting: self = .waiting
    case .undated: self = .undated
    case .open, .notOpen: self = .within
    }
  }
}
