/// One entry for each day: what kind of day it is, and how many working days lie before it.
struct DayTable: Sendable {
  enum Kind: UInt8 {
    case working, weeklyDayOff, holiday, substitute, makeUp, doubtful

    var isWorking: Bool { self == .working || self == .makeUp || self == .doubtful }
  }

  /// Doubtful days that hang together.
  private struct Choice {
    let span: ClosedRange<Int>
    /// How they can be off, of which one will hold.
    let off: [[Int]]

    init?(_ off: [[Int]]) {
      guard let first = off.joined().min(), let last = off.joined().max() else { return nil }
      (span, self.off) = (first...last, off)
    }
  }

  /// Day number of the first day.
  let base: Int
  private(set) var kinds: [Kind]
  /// Names of the entries that have one, by day number.
  private(set) var names: [Int: String] = [:]
  /// Working days before the n-th day; one element more than days.
  private var workingBefore: [Int32] = []
  private var workingDayNumbers: [Int32] = []
  private var choices: [Choice] = []

  init(_ definition: WorkingCalendar.Definition, years: ClosedRange<Int>) {
    let first = CivilDate(year: years.lowerBound, month: 1, day: 1) ?? .first
    let last = CivilDate(year: years.upperBound, month: 12, day: 31) ?? .last
    base = Int(first.dayNumber)
    let count = last.days(since: first) + 1
    let week = WeeklyDaysOff(definition.weeklyDaysOff)
    let base = base
    kinds = (0..<count).map { week.contains(base + $0) ? .weeklyDayOff : .working }
    if !definition.holidays.isEmpty { compute(definition, week, years: years) }
    for (_, announcement) in definition.announcements.sorted(by: { $0.key < $1.key }) { apply(announcement) }
    index()
  }

  /// The years not announced, and the one before the first, whose compensations may reach into it. From the last to
  /// the first, so that a compensation at a year's end passes over the next year's holidays.
  private mutating func compute(
    _ definition: WorkingCalendar.Definition, _ week: WeeklyDaysOff, years: ClosedRange<Int>
  ) {
    let rules = definition.holidays
    let isLunar = rules.contains { $0.alternatives.contains(where: \.isLunar) }
    for year in ((years.lowerBound - 1)...years.upperBound).reversed() where definition.announcements[year] == nil {
      let computed = HolidayYear(
        rules, substitution: definition.substitution, week: week, year: year, lunar: isLunar ? LunarYear(year) : nil
      ) { kind($0) == .holiday || kind($0) == .substitute }
      let ownDays = dayNumbers(of: year)
      func isAnnounced(_ day: Int) -> Bool {
        !ownDays.contains(day)
          && CivilDate(dayNumber: day).map { definition.announcements[$0.year] != nil } ?? true
      }
      for off in computed.certain where !isAnnounced(off.day) {
        mark(off.day, off.isSubstitute ? .substitute : .holiday, rules[off.rule].name)
      }
      var marked: Set<Int> = []
      for off in computed.doubtful where kind(off.day) == .working && !isAnnounced(off.day) {
        mark(off.day, .doubtful, rules[off.rule].name)
        marked.insert(off.day)
      }
      if let choice = Choice(computed.doubtfulTogether.map { $0.filter(marked.contains) }) { choices.append(choice) }
    }
  }

  private func dayNumbers(of year: Int) -> ClosedRange<Int> {
    let first = CivilDate(year: year, month: 1, day: 1).map { Int($0.dayNumber) } ?? 0
    return first...(first + (CivilDate.isLeap(year: year) ? 365 : 364))
  }

  private mutating func apply(_ announcement: WorkingCalendar.Announcement) {
    for off in announcement.off {
      let day = Int(off.day.dayNumber)
      if !off.isIntended {
        mark(day, .holiday, off.name)
      } else if kind(day) == .working {
        mark(day, .doubtful, off.name)
        if let choice = Choice([[], [day]]) { choices.append(choice) }
      }
    }
    for swap in announcement.swaps {
      mark(Int(swap.off.dayNumber), .substitute, swapName(swap.work))
      markWorked(swap.work, swapName(swap.off))
    }
    for work in announcement.work { markWorked(work.day, work.name) }
  }

  private mutating func markWorked(_ day: CivilDate, _ name: String) {
    guard let kind = kind(Int(day.dayNumber)), !kind.isWorking else { return }
    mark(Int(day.dayNumber), .makeUp, name)
  }

  private mutating func mark(_ day: Int, _ kind: Kind, _ name: String) {
    guard kinds.indices.contains(day - base) else { return }
    kinds[day - base] = kind
    names[day] = name
  }

  private func kind(_ day: Int) -> Kind? {
    kinds.indices.contains(day - base) ? kinds[day - base] : nil
  }

  private mutating func index() {
    workingBefore.reserveCapacity(kinds.count + 1)
    workingDayNumbers.reserveCapacity(kinds.count)
    for (offset, kind) in kinds.enumerated() {
      workingBefore.append(Int32(workingDayNumbers.count))
      if kind.isWorking { workingDayNumbers.append(Int32(base + offset)) }
    }
    workingBefore.append(Int32(workingDayNumbers.count))
  }

  private func offset(_ day: CivilDate) -> Int? {
    let offset = Int(day.dayNumber) - base
    return kinds.indices.contains(offset) ? offset : nil
  }

  func isWorking(_ day: CivilDate) -> Bool? { offset(day).map { kinds[$0].isWorking } }

  func status(of day: CivilDate) -> DayStatus? {
    guard let offset = offset(day) else { return nil }
    let name = names[Int(day.dayNumber)] ?? ""
    return switch kinds[offset] {
    case .working: .working
    case .weeklyDayOff: .weeklyDayOff(day.weekday)
    case .holiday: .holiday(name)
    case .substitute: .substitute(name)
    case .makeUp: .makeUp(name)
    case .doubtful: .doubtful(name)
    }
  }

  func workingDays(before day: CivilDate) -> Int? { offset(day).map { Int(workingBefore[$0]) } }
  func workingDays(through day: CivilDate) -> Int? { offset(day).map { Int(workingBefore[$0 + 1]) } }

  /// How many of the doubtful days from `first` to `last` are off under the choices that leave fewest, and most, of them off.
  func doubtfulDaysOff(from first: CivilDate, through last: CivilDate) -> ClosedRange<Int> {
    guard !choices.isEmpty, first <= last else { return 0...0 }
    let days = Int(first.dayNumber)...Int(last.dayNumber)
    var (fewest, most) = (0, 0)
    for choice in choices where choice.span.overlaps(days) {
      let counts = choice.off.map { off in off.count { days.contains($0) } }
      fewest += counts.min() ?? 0
      most += counts.max() ?? 0
    }
    return fewest...most
  }

  /// The first doubtful day from `first` to `last`, if there is one.
  func doubtfulDay(from first: CivilDate, through last: CivilDate) -> CivilDate? {
    guard !choices.isEmpty else { return nil }
    let days = Int(first.dayNumber)...Int(last.dayNumber)
    let found = choices.lazy.filter { $0.span.overlaps(days) }.flatMap { $0.off.joined() }.filter { days.contains($0) }
    return found.min().flatMap { CivilDate(dayNumber: $0) }
  }

  func workingDay(at index: Int) -> CivilDate? {
    workingDayNumbers.indices.contains(index) ? CivilDate(dayNumber: Int(workingDayNumbers[index])) : nil
  }
}

/// `↔ 04/05/2024`: the other day of a swap, as tables have days in both languages.
private func swapName(_ day: CivilDate) -> String {
  let (year, month, dayOfMonth) = day.components
  return "↔ \(padded(dayOfMonth, 2))/\(padded(month, 2))/\(year)"
}
