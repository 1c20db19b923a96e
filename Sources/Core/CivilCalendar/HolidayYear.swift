/// The days off that the rules give one year, before anything is announced.
struct HolidayYear {
  struct DayOff {
    var day: Int
    /// Index of the rule.
    var rule: Int
    /// Off in compensation for a holiday that falls on a weekly day off.
    var isSubstitute: Bool
  }

  /// Off under every choice that the law leaves open.
  private(set) var certain: [DayOff] = []
  /// Off under some choice only.
  private(set) var doubtful: [DayOff] = []
  /// Which of the doubtful days are off together, by choice.
  private(set) var doubtfulTogether: [[Int]] = []

  private typealias Choice = (rule: Int, alternatives: [DayRange?])

  /// Above so many combinations of choices, compensation is no longer followed through each of them.
  private static let mostCombinations = 64

  /// - Parameter isTaken: whether a day of the next year is off already, which a compensation passes over.
  init(
    _ rules: [HolidayRule], substitution: WorkingCalendar.Substitution, week: WeeklyDaysOff, year: Int,
    lunar: LunarYear?,
    isTaken: (Int) -> Bool
  ) {
    let choices: [Choice] = rules.indices.compactMap { index in
      let rule = rules[index]
      guard rule.holds(in: year), !rule.alternatives.isEmpty else { return nil }
      let alternatives = rule.alternatives.map { $0.days(in: year, lunar: lunar) }
      return (index, rule.isIntended ? alternatives + [nil] : alternatives)
    }
    var combinations = 1
    for choice in choices where combinations <= HolidayYear.mostCombinations {
      combinations *= choice.alternatives.count
    }
    let isCautious = combinations > HolidayYear.mostCombinations
    var scenarios = isCautious ? oneByOne(choices, year) : (0..<combinations).map { scenario(choices, $0, year) }
    if substitution == .nextWorkingDay && !week.isWhole {
      for index in scenarios.indices { scenarios[index].compensate(week, isTaken) }
    }
    combine(scenarios)
    if isCautious {
      // A compensation is then never certain, and a holiday only where all its alternatives agree.
      doubtful += certain.filter(\.isSubstitute)
      certain.removeAll(where: \.isSubstitute)
    }
    let days = doubtful.map(\.day)
    doubtfulTogether = isCautious ? [[], days] : scenarios.map { scenario in days.filter(scenario.contains) }
  }

  /// The holidays under one combination of choices, numbered as digits of mixed radix.
  private func scenario(_ choices: [Choice], _ combination: Int, _ year: Int) -> Scenario {
    var rest = combination
    var scenario = Scenario(year: year)
    for choice in choices {
      scenario.add(choice.alternatives[rest % choice.alternatives.count], of: choice.rule)
      rest /= choice.alternatives.count
    }
    return scenario
  }

  /// Each rule's alternatives in turn, the others at their first.
  private func oneByOne(_ choices: [Choice], _ year: Int) -> [Scenario] {
    choices.filter { $0.alternatives.count > 1 }.flatMap { varied in
      varied.alternatives.map { alternative in
        var scenario = Scenario(year: year)
        for choice in choices {
          scenario.add(choice.rule == varied.rule ? alternative : choice.alternatives[0], of: choice.rule)
        }
        return scenario
      }
    }
  }

  private mutating func combine(_ scenarios: [Scenario]) {
    var seen = scenarios.first.map { Scenario(base: $0.base) }
    for scenario in scenarios {
      for off in scenario.off where seen?.contains(off.day) == false {
        seen?.insert(off)
        if scenarios.allSatisfy({ $0.contains(off.day) }) {
          certain.append(off)
        } else {
          doubtful.append(off)
        }
      }
    }
  }
}

/// The days off of a year under one choice of the alternatives, in order of entry.
private struct Scenario {
  /// Edges lie within a year of the year and the next one; compensations need some room after them.
  private static let span = 2200

  let base: Int
  private(set) var off: [HolidayYear.DayOff] = []
  private var isOff = [Bool](repeating: false, count: Scenario.span)

  init(base: Int) { self.base = base }

  init(year: Int) {
    base = (CivilDate(year: year, month: 1, day: 1).map { Int($0.dayNumber) } ?? 0) - 367
  }

  func contains(_ day: Int) -> Bool { isOff.indices.contains(day - base) && isOff[day - base] }

  mutating func insert(_ dayOff: HolidayYear.DayOff) {
    guard isOff.indices.contains(dayOff.day - base), !isOff[dayOff.day - base] else { return }
    isOff[dayOff.day - base] = true
    off.append(dayOff)
  }

  mutating func add(_ range: DayRange?, of rule: Int) {
    guard let range else { return }
    for day in Int(range.first.dayNumber)...Int(range.last.dayNumber) {
      insert(.init(day: day, rule: rule, isSubstitute: false))
    }
  }

  /// The next working day off for each holiday on a weekly day off, the earlier holiday first.
  mutating func compensate(_ week: WeeklyDaysOff, _ isTaken: (Int) -> Bool) {
    for holiday in off.filter({ week.contains($0.day) }).sorted(by: { $0.day < $1.day }) {
      var day = holiday.day + 1
      while week.contains(day) || contains(day) || isTaken(day) { day += 1 }
      insert(.init(day: day, rule: holiday.rule, isSubstitute: true))
    }
  }
}
