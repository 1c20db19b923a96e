/// The days off that the rules give one year, before anything is announced.
struct HolidayYear {
  struct Entry {
    /// Index of the rule.
    var rule: Int
    /// Off in compensation for a holiday that falls on a weekly day off.
    var isSubstitute: Bool
  }

  /// Off under every choice that the law leaves open, by day number.
  private(set) var certain: [Int: Entry] = [:]
  /// Off under some choice only.
  private(set) var doubtful: [Int: Entry] = [:]

  private let rules: [HolidayRule]
  private let weeklyDaysOff: Set<Weekday>
  private let compensates: Bool

  /// Above so many combinations of choices, compensation is no longer followed through each of them.
  private static let mostCombinations = 64

  /// - Parameter isTaken: whether a day of the next year is off already, which a compensation passes over.
  init(_ definition: WorkingCalendar.Definition, year: Int, isTaken: (Int) -> Bool) {
    rules = definition.holidays
    weeklyDaysOff = definition.weeklyDaysOff
    compensates = definition.substitution == .nextWorkingDay && weeklyDaysOff.count < 7
    let lunar = rules.contains { $0.alternatives.contains(where: \.isLunar) } ? LunarYear(year) : nil
    // The days of each rule that holds, under each of its alternatives.
    let choices: [(rule: Int, alternatives: [DayRange?])] = rules.indices.compactMap { index in
      let rule = rules[index]
      guard rule.holds(in: year), !rule.alternatives.isEmpty else { return nil }
      return (index, rule.alternatives.map { $0.days(in: year, lunar: lunar) })
    }
    var combinations = 1
    for choice in choices where combinations <= HolidayYear.mostCombinations {
      combinations *= choice.alternatives.count
    }
    if combinations <= HolidayYear.mostCombinations {
      combine((0..<combinations).map { compensated(daysOff(choices, combination: $0), isTaken) })
    } else {
      // Cautious: a compensation is never certain, and a holiday only where all its alternatives agree.
      combine(oneByOne(choices).map { compensated($0, isTaken) })
      for (day, entry) in certain where entry.isSubstitute {
        certain[day] = nil
        doubtful[day] = entry
      }
    }
  }

  /// The holidays under one combination of choices, numbered as digits of mixed radix.
  private func daysOff(_ choices: [(rule: Int, alternatives: [DayRange?])], combination: Int) -> [Int: Entry] {
    var rest = combination
    var days: [Int: Entry] = [:]
    for choice in choices {
      add(choice.alternatives[rest % choice.alternatives.count], of: choice.rule, to: &days)
      rest /= choice.alternatives.count
    }
    return days
  }

  /// Each rule's alternatives in turn, the others at their first.
  private func oneByOne(_ choices: [(rule: Int, alternatives: [DayRange?])]) -> [[Int: Entry]] {
    choices.flatMap { varied in
      varied.alternatives.map { alternative in
        var days: [Int: Entry] = [:]
        for choice in choices {
          add(choice.rule == varied.rule ? alternative : choice.alternatives[0], of: choice.rule, to: &days)
        }
        return days
      }
    }
  }

  private func add(_ range: DayRange?, of rule: Int, to days: inout [Int: Entry]) {
    guard let range else { return }
    for day in Int(range.first.dayNumber)...Int(range.last.dayNumber) where days[day] == nil {
      days[day] = Entry(rule: rule, isSubstitute: false)
    }
  }

  /// With the next working day off for each holiday on a weekly day off, the earlier holiday first.
  private func compensated(_ holidays: [Int: Entry], _ isTaken: (Int) -> Bool) -> [Int: Entry] {
    guard compensates else { return holidays }
    var days = holidays
    for (day, entry) in holidays.sorted(by: { $0.key < $1.key }) where isWeeklyDayOff(day) {
      var substitute = day + 1
      while isWeeklyDayOff(substitute) || days[substitute] != nil || isTaken(substitute) { substitute += 1 }
      days[substitute] = Entry(rule: entry.rule, isSubstitute: true)
    }
    return days
  }

  private func isWeeklyDayOff(_ day: Int) -> Bool {
    CivilDate(dayNumber: day).map { weeklyDaysOff.contains($0.weekday) } ?? false
  }

  private mutating func combine(_ worlds: [[Int: Entry]]) {
    for world in worlds {
      for (day, entry) in world where certain[day] == nil && doubtful[day] == nil {
        if worlds.allSatisfy({ $0[day] != nil }) {
          certain[day] = entry
        } else {
          doubtful[day] = entry
        }
      }
    }
  }
}
