import CivilCalendar
import Deadlines

/// Meanings of every constructor, unit, bound, relation and clause, chosen by hand.
enum EnumeratedMeanings {
  static let years: [PeriodExpression] = [.planYear, .year(.year, 2024), .neighbour(.year, 1, of: .planYear)]

  static let periods: [PeriodExpression] = {
    var found: [PeriodExpression] = [
      .year(.schoolYear, 2024), .year(.fiscalYear, 2024), .child(.term, 1, of: .planYear),
      .child(.term, 2, of: .year(.schoolYear, 2024)), .neighbour(.year, -1, of: .planYear),
    ]
    for year in years {
      found.append(year)
      let numbered: [(PeriodUnit, [Int])] = [
        (.half, [1, 2]), (.quarter, [1, 2, 3, 4]), (.month, [1, 2, 6, 12]), (.week, [1, 53]),
      ]
      for (unit, numbers) in numbered { found += numbers.map { .child(unit, $0, of: year) } }
    }
    return found
  }()

  static let windows: [WindowExpression] = {
    var found: [WindowExpression] = periods.map { .period($0) }
    for year in years.prefix(2) {
      let month = PeriodExpression.child(.month, 3, of: year)
      let quarter = PeriodExpression.child(.quarter, 3, of: year)
      for period in [month, quarter, .child(.half, 2, of: year)] {
        found += [PeriodPart.early, .middle, .late].map { .part($0, of: period) }
      }
      let parts: [PeriodPart] = [.firstHalf, .secondHalf, .week(1), .week(4), .week(-1)]
      found += parts.map { .part($0, of: month) }
      found += [
        .through(.period(.child(.month, 6, of: year)), .period(.child(.month, 10, of: year))),
        .through(.period(.child(.quarter, 1, of: year)), .period(.child(.quarter, 3, of: year))),
        .through(.part(.late, of: month), .part(.middle, of: .child(.month, 4, of: year))),
        .leading(3, .workingDay, of: month), .leading(10, .day, of: quarter), .leading(-5, .day, of: month),
        .leading(2, .month, of: quarter), .leading(-2, .week, of: month),
      ]
    }
    found.append(.through(.period(.year(.year, 2021)), .period(.year(.year, 2025))))
    return found
  }()

  static let days: [DateExpression] = [
    .civil(year: 2024, month: 1, day: 5), .civil(year: nil, month: 12, day: 31),
    .day(-2, of: .child(.month, 3, of: .planYear)), .day(90, of: .planYear),
    .day(20, of: .child(.quarter, 2, of: .planYear)),
    .lunar(LunarDay(month: 1, day: 1), of: .planYear), .lunar(LunarDay(month: 3, day: 10), of: .year(.year, 2025)),
    .lunar(LunarDay(month: 12, day: 23), of: .planYear),
    .first(of: .period(.child(.quarter, 2, of: .planYear))), .last(of: .period(.child(.month, 6, of: .planYear))),
    .last(of: .part(.week(1), of: .child(.month, 6, of: .year(.year, 2024)))),
    .middle(of: .year(.year, 2024)), .middle(of: .child(.month, 6, of: .year(.year, 2024))),
    .ordinal(.workingDay, -1, of: .period(.child(.month, 3, of: .year(.year, 2024)))),
    .ordinal(.workingDay, 5, of: .period(.child(.quarter, 1, of: .planYear))),
    .ordinal(.weekday(.tuesday), 2, of: .period(.child(.month, 3, of: .planYear))),
    .ordinal(.weekday(.friday), -1, of: .period(.child(.month, 3, of: .year(.year, 2024)))),
    .shifted([CalendarDuration(45, .day)], backwards: false, from: .last(of: .period(.planYear))),
    .shifted([CalendarDuration(30, .workingDay)], backwards: true, from: .last(of: .period(.planYear))),
    .next(.friday, 1, from: .civil(year: 2024, month: 3, day: 29)),
    .next(.monday, -1, from: .civil(year: nil, month: 9, day: 2)),
    .agreed(.monday, .civil(year: nil, month: 6, day: 3)),
  ]

  static let durations: [[CalendarDuration]] =
    DurationUnit.allCases.flatMap { unit in [1, 5, 30].map { [CalendarDuration($0, unit)] } }
    + [[CalendarDuration(9, .month), CalendarDuration(1, .day)], [CalendarDuration(5, .workingDay, least: 3)]]

  static let events: [EventExpression] =
    [
      "có hướng dẫn của tỉnh", "Bộ, ngành công bố TTHC liên quan", "đề án được phê duyệt", "khai mạc kỳ họp thứ 2",
      "expiration or termination of support", "cả hai bên ký", "hoàn thành nhiệm vụ", "the grant year ends",
    ].map { .single(EventMention($0)) } + [
      .all([EventMention("A công bố"), EventMention("B và C công bố")]),
      .any([EventMention("A công bố"), EventMention("B hoặc C công bố")]),
      .all([EventMention("một"), EventMention("hai"), EventMention("ba")]),
    ]

  static let tasks: [Anchor] = [
    .taskDone(TaskMention(id: "I.2")), .taskDone(TaskMention(plan: "p-2024", id: "VII.A.3", label: "dự thảo")),
    .taskDue(TaskMention(id: "I.2")), .taskDue(TaskMention(id: "I.2", key: "2024-Q1")),
  ]

  static let rhythms: [Rhythm] =
    PeriodUnit.allCases.map { .every($0) } + [
      .every(.month, interval: 2), .every(.week, interval: 2), .every(.year, interval: 5),
      .every(.quarter, interval: 3), .fourReports,
      Rhythm(.reporting([ReportingPeriod(.month), ReportingPeriod(.year)])),
      Rhythm(.every(.day, interval: 14), start: .day(.civil(year: 2024, month: 1, day: 12))),
      Rhythm(.every(.month, interval: 6), start: .day(.civil(year: 2024, month: 3, day: 1))),
      Rhythm(.every(.year, interval: 2), start: .parity(isOdd: true)),
      Rhythm(.every(.year, interval: 2), start: .parity(isOdd: false)),
      Rhythm(.every(.year, interval: 3), start: .year(2022)),
      Rhythm(
        .every(.month, interval: 1),
        season: .through(.period(.child(.month, 3, of: .planYear)), .period(.child(.month, 6, of: .planYear)))),
    ]

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

  static let forms: [DeadlineForm] =
    plannedForms + recurringForms + countedForms + timetables.map { .timetable($0) } + [
      .yearsOnward(from: 2021), .standing(nil), .standing(.period(.year(.year, 2024))),
      .unclear("cuối năm hoặc đầu năm sau"), .eachCase(trigger: nil, durations: []),
    ]

  private static let plannedForms: [DeadlineForm] = {
    var found: [DeadlineForm] = windows.map { .at([Place(.on, .window($0))]) }
    for unit in [PeriodUnit.month, .quarter, .half] {
      found.append(.at([1, 2].map { Place(.on, .window(.period(.child(unit, $0, of: .planYear)))) }))
    }
    let half = ClockTime(hour: 16, minute: 30)
    for bound in Bound.allCases {
      for day in days {
        // A latest day that is counted from a day is a counted deadline.
        if bound == .by, case .shifted(_, _, .day) = day { continue }
        // Under *vào*, the middle of a month is a stretch.
        if bound == .on, case .middle(.child) = day { continue }
        found.append(.at([Place(bound, .day(day))]))
        if bound != .notBefore { found.append(.at([Place(bound, .day(day), time: half)])) }
      }
      found.append(.at([days[0], .civil(year: 2024, month: 7, day: 15)].map { Place(bound, .day($0)) }))
    }
    found.append(.at([Place(.by, .day(.civil(year: 2024, month: 7, day: 15)), opens: days[0])]))
    return found
  }()

  private static let recurringForms: [DeadlineForm] = {
    var found: [DeadlineForm] = rhythms.map { .each($0, []) }
    func add(_ unit: PeriodUnit, _ moments: [Moment]) {
      found.append(.each(.every(unit), moments.map { Place(.on, $0) }))
    }
    for bound in [Bound.on, .by, .before] {
      func add(_ unit: PeriodUnit, _ days: [DateExpression], time: ClockTime? = nil) {
        found.append(.each(.every(unit), days.map { Place(bound, .day($0), time: time) }))
      }
      let month = PeriodExpression.own(.month)
      for time in [nil, ClockTime(hour: 16)] {
        for days in [[5], [15, 25]] { add(.month, days.map { .day($0, of: month) }, time: time) }
        add(.month, [.last(of: .period(month))], time: time)
        add(.week, [.monday, .friday].map { .ordinal(.weekday($0), 1, of: .period(.own(.week))) }, time: time)
      }
      add(.month, [.day(10, of: .neighbour(.month, 1, of: month))])
      add(.month, [.ordinal(.weekday(.tuesday), 2, of: .period(month))])
      add(.month, [.ordinal(.workingDay, -1, of: .period(month))])
      add(.month, [.shifted([CalendarDuration(5, .workingDay)], backwards: true, from: .last(of: .period(month)))])
      for unit in [PeriodUnit.quarter, .half] {
        for outer in [PeriodExpression.own(unit), .neighbour(unit, 1, of: .own(unit))] {
          for n in [1, 2, -1] { add(unit, [.day(17, of: .child(.month, n, of: outer))]) }
          add(unit, [.ordinal(.workingDay, 3, of: .period(.child(.month, 1, of: outer)))])
        }
        add(unit, [.shifted([CalendarDuration(20, .day)], backwards: false, from: .last(of: .period(.own(unit))))])
      }
      for year in [PeriodExpression.planYear, .neighbour(.year, 1, of: .planYear)] {
        add(.year, [.day(15, of: .child(.month, 1, of: year))])
        add(.year, [1, 6].map { .day(20, of: .child(.month, $0, of: year)) })
      }
      add(.year, [.lunar(LunarDay(month: 3, day: 10), of: .planYear)])
      let reports = [(3, 15), (6, 15), (9, 15), (11, 25)].map { month, day in
        Place(bound, .day(.civil(year: nil, month: month, day: day)))
      }
      found.append(.each(.fourReports, reports))
    }
    for part in [PeriodPart.early, .week(1), .week(-1)] { add(.month, [.window(.part(part, of: .own(.month)))]) }
    add(.quarter, [.window(.part(.late, of: .own(.quarter)))])
    add(.month, [.window(.leading(3, .workingDay, of: .own(.month)))])
    for months in [[7], [3, 9]] { add(.year, months.map { .window(.period(.child(.month, $0, of: .planYear))) }) }
    for count in [
      CountRange(minimum: 1, maximum: 1), CountRange(minimum: 2, maximum: 3), CountRange(minimum: 4, maximum: nil),
      CountRange(minimum: 2, maximum: 3, isAtLeast: true),
    ] {
      found += PeriodUnit.allCases.map { .times(count, .every($0), within: nil) }
      found.append(.times(count, .every(.quarter), within: .period(.child(.quarter, 2, of: .year(.year, 2024)))))
    }
    return found
  }()

  private static let countedForms: [DeadlineForm] = {
    var found: [DeadlineForm] = []
    let named: [Anchor] = events.map { .event($0) } + tasks
    for durations in durations {
      for anchor in named {
        for relation in [CountedDeadline.Relation.within, .notBefore, .before, .fromBefore] {
          found.append(.counted(CountedDeadline(relation, durations, of: anchor)))
        }
      }
      for relation in [CountedDeadline.Relation.within, .before] {
        found.append(.counted(CountedDeadline(relation, durations, of: .date(days[0]))))
      }
    }
    for anchor in named {
      for relation in [CountedDeadline.Relation.immediately, .after, .before, .from] {
        found.append(.counted(CountedDeadline(relation, of: anchor)))
      }
    }
    for event in events {
      found.append(.counted(CountedDeadline(.same, of: .event(event))))
      found.append(.eachCase(trigger: event, durations: []))
      found.append(.eachCase(trigger: event, durations: [CalendarDuration(3, .workingDay)]))
    }
    found.append(.counted(CountedDeadline(.same, of: tasks[2])))
    found.append(
      .counted(
        CountedDeadline(
          .within, [CalendarDuration(6, .month)], earliest: [CalendarDuration(4, .month)], of: .event(events[0]))))
    let next = PeriodExpression.neighbour(.month, 1, of: .own(.month))
    found.append(
      .counted(CountedDeadline(.inPeriod(Place(.before, .day(.day(15, of: next)))), of: .event(events[2]))))
    found.append(.counted(CountedDeadline(.within, [CalendarDuration(36, .hour)], of: .ownCase)))
    let limit = DeadlineForm.counted(CountedDeadline(.within, durations[3], of: .event(events[0])))
    let other = DeadlineForm.counted(CountedDeadline(.within, durations[4], of: .event(events[2])))
    found += Extreme.allCases.map { .extreme($0, [limit, other]) }
    return found
  }()

  /// Each clause with a form that takes it, and several together.
  static let clauses: [Deadline] = {
    var found: [Deadline] = []
    func add(_ form: DeadlineForm, _ change: (inout DeadlineClauses) -> Void) {
      var clauses = DeadlineClauses()
      change(&clauses)
      found.append(Deadline(form, clauses))
    }
    let year = Place(.on, .window(.period(.year(.year, 2022))))
    let timetable = DeadlineForm.timetable(timetables[1])
    let after = DeadlineForm.counted(CountedDeadline(.after, of: .event(events[0])))
    let quarterly = DeadlineForm.each(.every(.quarter), [])
    for place in [year, Place(.by, .day(days[0])), Place(.before, .day(days[0]))] {
      add(timetable) { $0.backstop = place }
    }
    for event in events {
      for form in [timetable, .at([year]), .standing(nil)] { add(form) { $0.gate = .event(event) } }
    }
    for timetable in timetables { add(.at([year])) { $0.timetable = timetable } }
    add(after) { $0.expected = windows[1] }
    add(after) { ($0.expected, $0.backstop) = (windows[1], year) }
    add(quarterly) { $0.from = days[0] }
    add(quarterly) { $0.until = days[0] }
    add(quarterly) { $0.until = .last(of: .period(.year(.year, 2025))) }
    add(quarterly) { $0.backstop = year }
    add(quarterly) {
      ($0.from, $0.until) = (days[0], .civil(year: 2024, month: 6, day: 30))
      ($0.dayOff, $0.condition) = (.workingDayAfter, Condition(.unless, "cấp trên có chỉ đạo khác, bằng văn bản"))
    }
    // That named days stay is said by plans and tasks alone.
    for rule in [DayOffRule.workingDayBefore, .workingDayAfter] {
      add(.at([Place(.by, .day(days[0]))])) { $0.dayOff = rule }
    }
    for rhythm in rhythms { add(.standing(nil)) { $0.review = rhythm } }
    add(.standing(.period(.year(.year, 2022)))) { $0.condition = Condition(.if, "có kinh phí") }
    add(.eachCase(trigger: nil, durations: [])) { $0.backstop = year }
    return found
  }()
}
