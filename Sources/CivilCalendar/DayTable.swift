/// One entry a day: what it is, and how many working days lie before it.
struct DayTable: Sendable {
  enum Kind: UInt8 {
    case working, weeklyDayOff, holiday, substitute, makeUp, doubtful

    var isWorking: Bool { self == .working || self == .makeUp || self == .doubtful }
  }

  /// Day number of the first day.
  let base: Int
  private(set) var kinds: [Kind]
  /// Names of the entries that have one, by day number.
  private(set) var names: [Int: String] = [:]
  /// Working days before the n-th day; one element more than days.
  private var workingBefore: [Int32] = []
  private var workingDayNumbers: [Int32] = []

  init(_ definition: WorkingCalendar.Definition, years: ClosedRange<Int>) {
    let first = CivilDate(year: years.lowerBound, month: 1, day: 1) ?? .first
    let last = CivilDate(year: years.upperBound, month: 12, day: 31) ?? .last
    base = Int(first.dayNumber)
    let count = last.days(since: first) + 1
    let week = (0..<7).map { definition.weeklyDaysOff.contains(first.adding(days: $0).weekday) }
    kinds = (0..<count).map { week[$0 % 7] ? .weeklyDayOff : .working }
    index()
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

  func workingDay(at index: Int) -> CivilDate? {
    workingDayNumbers.indices.contains(index) ? CivilDate(dayNumber: Int(workingDayNumbers[index])) : nil
  }
}
