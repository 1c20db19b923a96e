import CivilCalendar
import Deadlines

/// Meanings of every form, clause and unit, for tests that walk them all.
enum EnumeratedMeanings {
  static let names = [
    "có hướng dẫn của tỉnh", "Bộ, ngành công bố TTHC liên quan", "đề án được phê duyệt", "khai mạc kỳ họp thứ 2",
    "expiration or termination of support", "cả hai bên ký", "hoàn thành nhiệm vụ", "the grant year ends",
  ]

  static let periods: [PeriodExpression] = [nil, 2024].flatMap { year -> [PeriodExpression] in
    var found: [PeriodExpression] = [PeriodExpression(.year, year: year)]
    found += (1...4).map { PeriodExpression(.quarter, $0, year: year) }
    found += [1, 2, 6, 10, 12].map { PeriodExpression(.month, $0, year: year) }
    found += [1, 2].map { PeriodExpression(.half, $0, year: year) }
    found += [1, 2].map { PeriodExpression(.term, $0, year: year) }
    if let year {
      found += [1, 12, 53].map { PeriodExpression(.week, $0, year: year) }
      found += [PeriodExpression(.schoolYear, year: year), PeriodExpression(.fiscalYear, year: year)]
    }
    return found
  }

  static let spans: [PeriodSpan] = {
    var found = periods.map { PeriodSpan($0) }
    for year in [nil, 2024] {
      found.append(
        PeriodSpan(PeriodExpression(.quarter, 1, year: year), through: PeriodExpression(.quarter, 3, year: year)))
      found.append(
        PeriodSpan(PeriodExpression(.month, 6, year: year), through: PeriodExpression(.month, 10, year: year)))
      for part in [PeriodPart.early, .middle, .late] {
        found.append(PeriodSpan(PeriodExpression(.quarter, 3, year: year), part: part))
        found.append(PeriodSpan(PeriodExpression(.month, 3, year: year), part: part))
        found.append(PeriodSpan(PeriodExpression(.half, 2, year: year), part: part))
      }
      for week in [1, 2, 3, 4, -1] {
        found.append(PeriodSpan(PeriodExpression(.month, 12, year: year), part: .week(week)))
      }
    }
    found.append(PeriodSpan(PeriodExpression(.year, year: 2021), through: PeriodExpression(.year, year: 2025)))
    found.append(
      PeriodSpan(PeriodExpression(.month, 11, year: 2023), through: PeriodExpression(.month, 2, year: 2024)))
    for unit in [PeriodUnit.week, .half, .term] {
      found.append(
        PeriodSpan(PeriodExpression(unit, 1, year: 2024), through: PeriodExpression(unit, 2, year: 2024)))
    }
    return found
  }()

  static let dates: [DateExpression] = [
    .civil(year: 2024, month: 1, day: 5), .civil(year: nil, month: 12, day: 31), .lunar(year: 2025, month: 1, day: 1),
    .lunar(year: nil, month: 1, day: 1), .lunar(year: nil, month: 3, day: 10), .lunar(year: 2025, month: 3, day: 10),
    .end(of: PeriodSpan(PeriodExpression(.quarter, 2, year: 2024))), .end(of: PeriodSpan(PeriodExpression(.month, 6))),
    .ordinal(Ordinal(.workingDay, position: -1), of: PeriodSpan(PeriodExpression(.month, 3, year: 2024))),
    .ordinal(Ordinal(.workingDay, position: -2), of: PeriodSpan(PeriodExpression(.month, 3, year: 2024))),
    .ordinal(Ordinal(.workingDay, position: 5), of: PeriodSpan(PeriodExpression(.quarter, 1))),
    .ordinal(Ordinal(.weekday(.tuesday), position: 2), of: PeriodSpan(PeriodExpression(.month, 3, year: 2024))),
    .ordinal(Ordinal(.weekday(.friday), position: -1), of: PeriodSpan(PeriodExpression(.month, 3))),
  ]

  static let durations: [[CalendarDuration]] =
    DurationUnit.allCases.flatMap { unit in [1, 5, 30].map { [CalendarDuration($0, unit)] } }
    + [[CalendarDuration(9, .month), CalendarDuration(1, .day)]]

  static let events: [EventExpression] =
    names.map { .single(EventMention($0)) } + [
      .all([EventMention("A công bố"), EventMention("B và C công bố")]),
      .any([EventMention("A công bố"), EventMention("B hoặc C công bố")]),
      .all([EventMention("một"), EventMention("hai"), EventMention("ba")]),
    ]

  static let rhythms: [Rhythm] =
    PeriodUnit.allCases.map { .every($0, interval: 1) } + [
      .every(.month, interval: 2), .every(.week, interval: 2), .every(.year, interval: 5),
      .every(.quarter, interval: 2),
      .reporting([
        ReportingPeriod(.quarter, 1), ReportingPeriod(.half, 1), ReportingPeriod(.quarter, 3), ReportingPeriod(.year),
      ]),
      .reporting([ReportingPeriod(.month), ReportingPeriod(.year)]),
    ]

  static let recurrences: [Recurrence] = {
    var found = rhythms.map { Recurrence($0) }
    let time = ClockTime(hour: 16)
    for bound in [Bound.on, .by, .before] {
      for time in [nil, time] {
        for days in [[5], [15, 25], [-1]] {
          found.append(Recurrence(.every(.month, interval: 1), .monthDays(days, .fromEnd(0)), bound: bound, time: time))
        }
        found.append(
          Recurrence(.every(.week, interval: 1), .weekdays([.monday, .friday]), bound: bound, time: time))
      }
      for month in [MonthOfPeriod.fromEnd(0), .fromEnd(1), .fromEnd(2), .fromStart(0), .fromStart(1), .fromStart(-1)] {
        found.append(Recurrence(.every(.quarter, interval: 1), .monthDays([17], month), bound: bound))
        found.append(
          Recurrence(.every(.quarter, interval: 1), .ordinal(Ordinal(.workingDay, position: 3), month), bound: bound))
        found.append(Recurrence(.every(.half, interval: 1), .monthDays([10], month), bound: bound))
      }
      found.append(Recurrence(.every(.month, interval: 1), .monthDays([10], .fromEnd(1)), bound: bound))
      for month in [MonthOfPeriod.fromEnd(0), .fromEnd(1)] {
        found.append(Recurrence(rhythms[12], .monthDays([17], month), bound: bound))
      }
      found.append(
        Recurrence(
          .every(.month, interval: 1), .ordinal(Ordinal(.weekday(.tuesday), position: 2), .fromEnd(0)), bound: bound))
      for later in [0, 1] {
        let days = [YearDay(month: 1, day: 15, yearsLater: later), YearDay(month: 6, day: 20, yearsLater: later)]
        found.append(Recurrence(.every(.year, interval: 1), .yearDays(days), bound: bound))
        found.append(Recurrence(.every(.year, interval: 1), .yearDays([days[0]]), bound: bound))
      }
      found.append(
        Recurrence(
          .every(.year, interval: 1),
          .yearDays([YearDay(month: 3, day: 10, isLunar: true), YearDay(month: 1, day: 1, isLunar: true)]), bound: bound
        ))
      found.append(Recurrence(.every(.year, interval: 1), .yearDays([YearDay(month: 2, day: -1)]), bound: bound))
      found.append(
        Recurrence(
          rhythms[12],
          .yearDays([(3, 15), (6, 15), (9, 15), (11, 25)].map { YearDay(month: $0.0, day: $0.1) }), bound: bound))
    }
    for month in [MonthOfPeriod.fromEnd(0), .fromEnd(1)] {
      found.append(
        Recurrence(
          .every(.month, interval: 1), .ordinal(Ordinal(.workingDay, position: 10), month), bound: .within))
    }
    for rhythm in rhythms[..<8] {
      found.append(Recurrence(rhythm, .afterEnd([CalendarDuration(20, .day)])))
    }
    for part in [PeriodPart.early, .week(1), .week(-1)] {
      found.append(Recurrence(.every(.month, interval: 1), .part(part)))
    }
    found.append(Recurrence(.every(.quarter, interval: 1), .part(.late)))
    for months in [[7], [3, 9]] {
      let spans = months.map { PeriodSpan(PeriodExpression(.month, $0)) }
      found.append(Recurrence(.every(.year, interval: 1), .windows(spans)))
    }
    found.append(
      Recurrence(.every(.year, interval: 1), .windows([PeriodSpan(PeriodExpression(.month, 12), part: .week(1))])))
    found.append(Recurrence(.every(.year, interval: 1), .windows([PeriodSpan(PeriodExpression(.quarter, 1))])))
    return found
  }()

  static let timetables: [Timetable] =
    Timetable.Kind.allCases.flatMap { [Timetable(kinds: [$0], source: nil), Timetable(kinds: [$0], source: "tỉnh")] }
    + [
      Timetable(kinds: [.guidance, .schedule], source: "Sở Nội vụ"),
      Timetable(kinds: [.rules, .guidance], source: nil, isInForce: true),
      Timetable(kinds: [.rules], source: "Bộ Nội vụ", isInForce: true),
      Timetable(kinds: [.plan], source: "Trung ương, của tỉnh"),
      Timetable(kinds: [], source: "Quyết định số 1117/QĐ-UBND ngày 19/5/2023 của UBND tỉnh"),
      Timetable(kinds: [], source: "lộ trình được phê duyệt"),
    ]

  static let anchors: [Anchor] =
    events.map { .event($0) } + [
      .date(.civil(year: 2024, month: 3, day: 29)),
      .date(.end(of: PeriodSpan(PeriodExpression(.quarter, 2, year: 2024)))),
      .taskDone(TaskMention(id: "I.2")), .taskDone(TaskMention(plan: "p-2024", id: "VII.A.3", label: "dự thảo")),
      .taskDue(TaskMention(id: "I.2")), .taskDue(TaskMention(id: "I.2", key: "2024-Q1")),
    ]

  static let forms: [DeadlineForm] = {
    var found: [DeadlineForm] = spans.map { .window([$0]) }
    found.append(.window([1, 5].map { PeriodSpan(PeriodExpression(.month, $0, year: 2022)) }))
    found.append(.window([3, 6, 9, 12].map { PeriodSpan(PeriodExpression(.month, $0)) }))
    found.append(.window([1, 2].map { PeriodSpan(PeriodExpression(.quarter, $0, year: 2024)) }))
    found.append(.window([5, 7].map { PeriodSpan(PeriodExpression(.week, $0, year: 2024)) }))
    found.append(.window([1, 2].map { PeriodSpan(PeriodExpression(.half, $0, year: 2024)) }))
    for bound in [Bound.on, .by, .before] {
      for date in dates {
        found.append(.day(DayDeadline(bound: bound, days: [date])))
        found.append(.day(DayDeadline(bound: bound, time: ClockTime(hour: 16, minute: 30), days: [date])))
      }
      found.append(.day(DayDeadline(bound: bound, days: [dates[0], .civil(year: 2024, month: 7, day: 15)])))
    }
    for period in [
      PeriodExpression(.quarter, 2), PeriodExpression(.year, year: 2025), PeriodExpression(.month, 6, year: 2024),
    ] {
      found.append(.day(DayDeadline(bound: .before, days: [.start(of: PeriodSpan(period))])))
      found.append(.day(DayDeadline(bound: .by, days: [.end(of: PeriodSpan(period))])))
    }
    found.append(.day(DayDeadline(bound: .on, days: [.end(of: PeriodSpan(PeriodExpression(.year)))])))
    found.append(.day(DayDeadline(bound: .on, days: [.middle(of: PeriodExpression(.year, year: 2024))])))
    found.append(.day(DayDeadline(bound: .before, days: [.middle(of: PeriodExpression(.month, 6, year: 2024))])))
    found.append(.range(from: dates[0], to: .civil(year: 2024, month: 7, day: 15)))
    found.append(.yearsOnward(from: 2021))
    found += recurrences.map { .recurring($0) }
    for count in [
      CountRange(minimum: 1, maximum: 1), CountRange(minimum: 2, maximum: 2), CountRange(minimum: 2, maximum: 3),
      CountRange(minimum: 4, maximum: nil), CountRange(minimum: 2, maximum: 3, isAtLeast: true),
    ] {
      found += PeriodUnit.allCases.map { .times(count, per: $0, within: nil) }
      found.append(.times(count, per: .year, within: PeriodSpan(PeriodExpression(.year, year: 2024))))
      found.append(.times(count, per: .quarter, within: PeriodSpan(PeriodExpression(.quarter, 2, year: 2024))))
    }
    for anchor in anchors {
      for durations in durations {
        found.append(.counted(CountedDeadline(.within, durations, of: anchor)))
        found.append(.counted(CountedDeadline(.before, durations, of: anchor)))
      }
      found.append(.counted(CountedDeadline(.immediately, of: anchor)))
    }
    for event in events {
      for relation in [CountedDeadline.Relation.after, .before, .from] {
        found.append(.counted(CountedDeadline(relation, of: .event(event))))
      }
      found.append(.eachCase(trigger: event, durations: []))
      found.append(.eachCase(trigger: event, durations: [CalendarDuration(3, .workingDay)]))
    }
    found.append(.counted(CountedDeadline(.same, of: .taskDue(TaskMention(id: "I.2")))))
    found.append(
      .counted(
        CountedDeadline(.monthDay(day: 15, monthsLater: 1, .before), of: .event(.single(EventMention("có thay đổi"))))))
    found.append(.eachCase(trigger: nil, durations: []))
    found.append(.eachCase(trigger: nil, durations: [CalendarDuration(3, .workingDay)]))
    found += timetables.map { .timetable($0) }
    found += [
      .standing(nil), .standing(PeriodSpan(PeriodExpression(.year, year: 2024))), .unclear("cuối năm hoặc đầu năm sau"),
    ]
    return found
  }()

  /// Each clause with a form that takes it, and several together.
  static let clauses: [(form: DeadlineForm, clauses: DeadlineClauses)] = {
    var found: [(DeadlineForm, DeadlineClauses)] = []
    func add(_ form: DeadlineForm, _ change: (inout DeadlineClauses) -> Void) {
      var clauses = DeadlineClauses()
      change(&clauses)
      found.append((form, clauses))
    }
    let year = PeriodSpan(PeriodExpression(.year, year: 2022))
    let timetable = DeadlineForm.timetable(timetables[1])
    let after = DeadlineForm.counted(CountedDeadline(.after, of: .event(events[0])))
    add(timetable) { $0.backstop = .within(year) }
    add(timetable) { $0.backstop = .day(DayDeadline(bound: .by, days: [dates[0]])) }
    add(timetable) { $0.backstop = .day(DayDeadline(bound: .before, days: [dates[0]])) }
    for event in events {
      add(timetable) { $0.gate = .event(event) }
      add(.window([year])) { $0.gate = .event(event) }
      add(.standing(nil)) { $0.gate = .event(event) }
    }
    for timetable in timetables { add(.window([year])) { $0.timetable = timetable } }
    add(after) { $0.expected = spans[1] }
    add(after) {
      $0.expected = spans[1]
      $0.backstop = .within(year)
    }
    let quarterly = DeadlineForm.recurring(Recurrence(.every(.quarter, interval: 1)))
    add(quarterly) { $0.from = dates[0] }
    add(quarterly) { $0.until = dates[0] }
    add(quarterly) { $0.until = .end(of: PeriodSpan(PeriodExpression(.year, year: 2025))) }
    add(quarterly) { $0.backstop = .within(year) }
    add(quarterly) {
      $0.from = dates[0]
      $0.until = .civil(year: 2024, month: 6, day: 30)
      $0.dayOff = .workingDayAfter
      $0.condition = Condition(.unless, "cấp trên có chỉ đạo khác, bằng văn bản")
    }
    add(.day(DayDeadline(bound: .by, days: [dates[0]]))) { $0.dayOff = .workingDayBefore }
    for rhythm in rhythms { add(.standing(nil)) { $0.review = rhythm } }
    add(.standing(year)) { $0.condition = Condition(.if, "có kinh phí") }
    add(.eachCase(trigger: nil, durations: [])) { $0.backstop = .within(year) }
    return found
  }()
}
