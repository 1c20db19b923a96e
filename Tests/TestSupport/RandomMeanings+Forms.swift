import CivilCalendar
package import Deadlines

extension RandomMeanings {
  /// A form of any kind.
  package mutating func form() -> DeadlineForm {
    switch number(0...9) {
    case 0...4: datedForm()
    case 5, 6: counted()
    case 7, 8: .eachCase(trigger: event(), durations: chance(50) ? durations(.all) : [])
    default:
      pick([
        .standing(nil), .eachCase(trigger: nil, durations: []), .unclear("kế hoạch chưa nói"),
        .timetable(Timetable(kinds: [.schedule, .guidance], source: "Bộ Nội vụ")),
        .timetable(Timetable(kinds: [], source: "Quyết định số 12/QĐ-UBND ngày 1/2/2023")),
      ])
    }
  }

  /// A form whose days follow from the calendar alone.
  package mutating func datedForm() -> DeadlineForm {
    switch number(0...9) {
    case 0...2: return .at([plannedPlace()])
    case 3...6:
      let rhythm = rhythm()
      guard let unit = rhythm.unit, unit.size > 0, rhythm.interval == 1 else { return .each(rhythm, []) }
      if unit == .month, chance(25) { return .each(rhythm, twoDays(of: .own(unit))) }
      return .each(rhythm, [place(in: told(from: unit))])
    case 7: return .each(rhythm(), [])
    case 8 where chance(50): return .times(count(), .every(pick([.week, .month, .quarter, .year])), within: nil)
    case 8: return .counted(CountedDeadline(pick([.within, .before]), durations(.all), of: .date(namedDay())))
    default: return .yearsOnward(from: number(2020...2026))
    }
  }

  /// A latest day that is counted from a day of the calendar is not such a place: the reader makes it a counted deadline.
  private mutating func plannedPlace() -> Place {
    let place = place(in: planned())
    guard place.bound == .by, place.time == nil, place.opens == nil, case .day(.shifted(_, _, .day)) = place.moment
    else {
      return place
    }
    return Place(.before, place.moment)
  }

  private mutating func place(in period: PeriodExpression) -> Place {
    if chance(30) {
      let window = window(of: period)
      // A rhythm's own period as the only place is the rhythm without places.
      if case .period(.own) = window { return Place(.by, .day(day(of: period))) }
      return Place(.on, .window(window))
    }
    if chance(10) {
      var (opens, day) = (plainDay(of: period), day(of: period, isInner: true))
      // No range runs backwards.
      if case .day(let first, let month) = opens, case .day(let last, month) = day, first > last { swap(&opens, &day) }
      if opens != day { return Place(.by, .day(day), opens: opens) }
    }
    let time = chance(20) ? ClockTime(hour: number(7...17), minute: pick([0, 30])) : nil
    return Place(pick([.on, .by, .by, .before, .before]), .day(day(of: period)), time: time)
  }

  private mutating func twoDays(of period: PeriodExpression) -> [Place] {
    let bound: Bound = pick([.on, .by, .before])
    return [number(2...15), number(16...31)].map { Place(bound, .day(.day($0, of: period))) }
  }

  private mutating func namedDay() -> DateExpression {
    .civil(year: chance(50) ? nil : number(2020...2029), month: number(1...12), day: number(1...28))
  }

  private mutating func rhythm() -> Rhythm {
    switch number(0...11) {
    case 0: .fourReports
    case 1:
      // Whole months from a day on begin on a first.
      chance(50)
        ? Rhythm(
          .every(.day, interval: pick([2, 14])),
          start: .day(.civil(year: 2024, month: number(1...12), day: number(1...28))))
        : Rhythm(
          .every(.month, interval: pick([2, 6])), start: .day(.civil(year: 2024, month: number(1...12), day: 1)))
    case 2: Rhythm(.every(.year, interval: 2), start: .parity(isOdd: chance(50)))
    case 3: Rhythm(.every(.year, interval: pick([2, 3, 5])), start: .year(number(2015...2024)))
    case 4:
      Rhythm(
        .every(.month, interval: 1),
        season: .through(
          .period(.child(.month, number(1...5), of: .planYear)), .period(.child(.month, number(6...12), of: .planYear)))
      )
    case 5: .every(pick([.week, .month, .quarter, .half, .year]), interval: 2)
    case 6: .every(pick([.day, .workingDay, .term]))
    default: .every(pick([.week, .month, .quarter, .half, .year, .schoolYear, .fiscalYear]))
    }
  }

  private mutating func count() -> CountRange {
    let least = number(1...4)
    return pick([
      CountRange(minimum: least, maximum: least), CountRange(minimum: least, maximum: nil),
      CountRange(minimum: least, maximum: least + 1), CountRange(minimum: least, maximum: least + 1, isAtLeast: true),
    ])
  }

  private mutating func event() -> EventExpression {
    let several = [EventMention("A công bố"), EventMention("B công bố")]
    if chance(20) { return chance(50) ? .all(several) : .any(several) }
    return .single(
      EventMention(
        pick([
          "Bộ Nội vụ công bố chỉ số", "có hướng dẫn của tỉnh", "the index is published", "đề án được phê duyệt", "ký",
          "ban hành quyết định số 12/QĐ-UBND", "A và B công bố", "signing, in both copies", "bàn giao (đợt 2)",
        ])))
  }

  private mutating func counted() -> DeadlineForm {
    let relation: CountedDeadline.Relation = pick([
      .within, .within, .notBefore, .before, .fromBefore, .after, .immediately, .from, .same,
    ])
    let task = TaskMention(plan: "p", id: "I.2", label: "dự thảo", key: "2024-Q1")
    switch relation {
    case .within, .notBefore, .before, .fromBefore:
      let anchor: Anchor = chance(80) ? .event(event()) : pick([.taskDone(TaskMention(id: "I.2")), .taskDue(task)])
      return .counted(CountedDeadline(relation, durations(.all), of: anchor))
    case .same: return .counted(CountedDeadline(.same, of: chance(50) ? .event(event()) : .taskDue(task)))
    default:
      let anchor: Anchor = chance(70) ? .event(event()) : .taskDone(TaskMention(id: "I.2"))
      return .counted(CountedDeadline(relation, of: anchor))
    }
  }
}
