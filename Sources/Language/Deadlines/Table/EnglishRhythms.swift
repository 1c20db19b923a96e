import CivilCalendar

/// English wordings of rhythms and of how many times, which only reading knows.
enum EnglishRhythms {
  static let all: [Row] = cycles + rhythms + times

  private static func cycle(_ en: String, _ unit: PeriodUnit, _ interval: Int = 1) -> Row {
    Row("cycle", en: en, build: { _ in .rhythm(.every(unit, interval: interval)) })
  }

  @Rows private static var cycles: [Row] {
    cycle("daily", .day)
    cycle("weekly", .week)
    cycle("biweekly|bi - weekly|fortnightly|every other week|every fortnight|once a fortnight", .week, 2)
    cycle("monthly|month - to - month", .month)
    cycle("quarterly|qtrly", .quarter)
    Row("cycle", en: "per {unit}", cost: 1, build: { $0[0].unit.map { .rhythm(.every($0)) } })
    cycle(
      "semiannually|semiannual|semi - annually|semi - annual|half - yearly|half yearly|biannually|biannual|bi - "
        + "annually|bi - annual",
      .half)
    cycle("every (six|6) months|each half [- year|year]|every half [year]|six - monthly", .half)
    cycle("annually|yearly|annual|each calendar year|every calendar year|per annum", .year)
    cycle("biennially|biennial|every second year|every other year", .year, 2)
    cycle("triennially|triennial", .year, 3)
    cycle("quinquennially|quinquennial", .year, 5)
    cycle("every second month|every other month", .month, 2)
    Row("cycle", en: "every other {unit}", build: { Make.every(2, $0[0].unit) })
    Row("cycle", en: "every second {unit}", build: { Make.every(2, $0[0].unit) })
    Row(
      "cycle", en: "every {ord} {unit}",
      build: { parts in (parts[0].number ?? 0) > 2 ? Make.every(parts[0].number, parts[1].unit) : nil })
    Row("cycle", en: "(on|at) (a|an) {adjective} (basis|intervals)", build: { $0[0] })
    Row("cycle", en: "at {adjective} intervals", build: { $0[0] })
    Row(
      "cycle",
      en: "(at|) intervals [of] (not more than|no more than|not exceeding|not to exceed|no longer than|) {n} {unit}",
      build: { Make.every($0[0].number, $0[1].unit) })
    Row("cycle", en: "(at|in) {n} [-] {unit} intervals", build: { Make.every($0[0].number, $0[1].unit) })
    Row(
      "cycle", en: "(at|in) {n} (to|-|–|or) {z:n} [-] {unit} intervals",
      build: { parts in
        (parts[0].number ?? 0) < (parts[1].number ?? 0) ? Make.every(parts[1].number, parts[2].unit) : nil
      })
    // A range of lengths: the longer.
    Row(
      "cycle", en: "every {n} (to|-|–|or) {z:n} {unit}",
      build: { parts in
        (parts[0].number ?? 0) < (parts[1].number ?? 0) ? Make.every(parts[1].number, parts[2].unit) : nil
      })
    Row(
      "cycle", en: "[at] (every|each) [subsequent|succeeding] {n} [-] {unit} interval",
      build: { Make.every($0[0].number, $0[1].unit) })
    Row("cycle", en: "for (each|every) {unit}", build: { $0[0].unit.map { .rhythm(.every($0)) } })
    adjective("daily", .day)
    adjective("weekly", .week)
    adjective("monthly", .month)
    adjective("quarterly", .quarter)
    adjective("semiannual|semi - annual|biannual|half - yearly", .half)
    adjective("annual|yearly", .year)
    adjective("biweekly|bi - weekly|fortnightly", .week, 2)
    adjective("biennial", .year, 2)
    adjective("triennial", .year, 3)
  }

  private static func adjective(_ en: String, _ unit: PeriodUnit, _ interval: Int = 1) -> Row {
    Row("adjective", en: en, build: { _ in .rhythm(.every(unit, interval: interval)) })
  }

  @Rows private static var rhythms: [Row] {
    Row(
      "form", en: "{y} and (the|) (following|subsequent) years",
      build: { $0[0].number.map { .form(.yearsOnward(from: $0)) } })
    Row(
      "rhythm", en: "(every|each) {parity} year",
      build: { parts in Make.started(.every(.year, interval: 2), parts[0].number.map { .parity(isOdd: $0 == 1) }) })
    Row(
      "form", en: "[on] (every other|every second|alternate) {weekday} [,] [{start}]",
      build: { parts in
        Make.alternate(parts[0].kind, parts[1].day)
      })
    Row(
      "form", en: "[on] (every other|every second|alternate) {weekday} [[,] {start}] [,] (by|at) {clock}",
      build: { parts in
        guard let kind = parts[0].kind else { return nil }
        let rhythm = Rhythm.every(.week, interval: 2)
        return Make.paced(
          parts[1].day.map { Make.started(rhythm, .day($0))?.rhythm } ?? rhythm,
          .list([.place(Place(.by, .day(.ordinal(kind, 1, of: .period(.own(.week)))), time: parts[2].time))]))
      })
    Row(
      "form", en: "{rhythm} [,] on {weekday} [,] {start}",
      build: { parts in
        guard let rhythm = Make.started(parts[0].rhythm, parts[2].day.map { .day($0) })?.rhythm,
          let kind = parts[1].kind
        else { return nil }
        return Make.paced(rhythm, .list([.place(Place(.on, .day(.ordinal(kind, 1, of: .period(.own(.week))))))]))
      })
    Row(
      "form", en: "{rhythm} [,] on {weekday}",
      build: { parts in
        guard let rhythm = parts[0].rhythm, rhythm.unit == .week, let kind = parts[1].kind else { return nil }
        return Make.paced(rhythm, .list([.place(Place(.on, .day(.ordinal(kind, 1, of: .period(.own(.week))))))]))
      })
    Row(
      "form", en: "[on] (the|) {ord} {kind} of (every|each) (other|second|alternate) month",
      build: { parts in
        Make.paced(
          .every(.month, interval: 2),
          .list([
            .place(
              Place(.on, .day(.ordinal(parts[1].kind ?? .workingDay, parts[0].number ?? 1, of: .period(.own(.month))))))
          ]))
      })
    Row(
      "form", en: "(semi - monthly|semimonthly|twice monthly|twice a month|twice per month) [,|:|\\(] {places} [\\)]",
      build: { Make.paced(.every(.month), $0[0]) })
    Row("form", en: "{rhythm} (–|-) {places}", build: { Make.paced($0[0].rhythm, $0[1]) })
    Row("form", en: "{rhythm} (–|-) {counted}", build: { Make.pacedCount($0[0].rhythm, $0[1]) })
    Row(
      "form", en: "{rhythm} [,|\\(|–|-|:] [{bound}] [the] {n} (st|nd|rd|th) [\\)]",
      build: { parts in
        guard let rhythm = parts[0].rhythm, rhythm.unit == .month,
          case .day(let day)? = Make.day(parts[2].number, of: .own(.month))
        else { return nil }
        return Make.paced(rhythm, .list([.place(Place(parts[1].bound ?? .by, .day(day)))]))
      })
    Row(
      "rhythm", en: "{cycle} [,|\\(] (next|first|starting|beginning) [due] [in] {year} [\\)]",
      build: { parts in
        guard case .year(.year, let year)? = parts[1].period else { return nil }
        return Make.started(parts[0].rhythm, .year(year))
      })
    Row(
      "form", en: "{rhythm} [,] on {weekday+dayjoint}",
      build: { parts in
        guard let rhythm = parts[0].rhythm, rhythm.unit == .week,
          let places = Make.weekdays(parts[1], of: .own(.week))
        else { return nil }
        return Make.paced(rhythm, places)
      })
    // *Each year, by the 30th day after the end of the fiscal year*: its own years are told.
    Row("form", en: "{rhythm} [,] {places}", build: { Make.ownYear($0[0].rhythm, $0[1]) })
    Row(
      "start", en: "(from|starting|starting on|starting from|beginning|beginning on|commencing|commencing on) {day}",
      build: { $0[0] })
    Row("rhythm", en: "{cycle} [,] {start}", build: { Make.started($0[0].rhythm, $0[1].day.map { .day($0) }) })
    // *By 1 July 2025 and every three years thereafter*: the first day sets the year.
    // *Every two years, and for the first time by 17 July 2025*
    Row(
      "body", en: "{rhythm} [,|\\(] [and] (for the first time|first due|first|initially) {places} [\\)]",
      build: { Make.thereafter($0[1], $0[0].rhythm) })
    Row(
      "body", en: "{places} [,] and [at least] [once] {rhythm} (thereafter|after that|afterwards|after)",
      build: { Make.thereafter($0[0], $0[1].rhythm) })
    Row(
      "form", en: "{rhythm} [,] {counted}",
      build: { parts in
        // *every 30 days after the first report* is no single count.
        guard case .form(.counted(let counted)) = parts[1], case .event = counted.anchor, !counted.durations.isEmpty,
          parts[0].rhythm?.interval == 1
        else { return nil }
        return parts[1]
      })
    Row("form", en: "{counted} [,] {rhythm}", cost: 1, build: { Make.pacedCount($0[1].rhythm, $0[0]) })
    Row("form", en: "{rhythm} \\( {counted} \\)", build: { Make.paced($0[0].rhythm, counted: $0[1].form) })
    Row("form", en: "{count} {per} [,|\\(] {places} [\\)]", build: { Make.paced($0[1].rhythm, $0[2]) })
    Row(
      "form", en: "{places} [,] (of|in) (each|every|) {parity} (year|years)",
      build: { parts in
        Make.paced(
          Make.started(.every(.year, interval: 2), parts[1].number.map { .parity(isOdd: $0 == 1) })?.rhythm, parts[0])
      })
    Row(
      "form", en: "(in|of|during) (each|every|) {parity} (year|years) [,] {places}",
      build: { parts in
        Make.paced(
          Make.started(.every(.year, interval: 2), parts[0].number.map { .parity(isOdd: $0 == 1) })?.rhythm, parts[1])
      })
    Row(
      "form", en: "{rhythm} [,] {places} [,] (of|in) (each|every|) {parity} (year|years)",
      build: { parts in
        guard parts[0].rhythm == .every(.year, interval: 2) else { return nil }
        return Make.paced(
          Make.started(.every(.year, interval: 2), parts[2].number.map { .parity(isOdd: $0 == 1) })?.rhythm, parts[1])
      })
    Row(
      "form", en: "{places} [,] (of|in) every {ord} year",
      build: { parts in
        parts[1].number.flatMap { $0 > 1 ? Make.paced(.every(.year, interval: $0), parts[0]) : nil }
      })
    // *From March to June, by the 15th of each month*
    Row(
      "form",
      en:
        "(from|between|during) {a:month} (to|through|until|and|–|-) {b:month} "
        + "[(of|in) (each|every|the|any) [marketing|calendar|school|academic|fiscal|crop] (year|season)] [,] {places}",
      build: { Make.seasonal($0[0].number, $0[1].number, $0[2]) })
    Row(
      "form",
      en:
        "{places} [,] (from|between|during) {a:month} (to|through|until|and|–|-) {b:month} [(of|in) (each|every) year]",
      build: { Make.seasonal($0[1].number, $0[2].number, $0[0]) })
    // *Semiannually, by January 31 or July 31*: each half has its own.
    Row(
      "form", en: "{rhythm} [,] {bound} {a:date} or [by] {b:date}", cost: -3,
      build: { parts in
        guard parts[0].rhythm == .every(.half), let days = Make.list([parts[2], parts[3]]) else { return nil }
        return Make.bounded(parts[1].bound, days, nil).flatMap { Make.paced(.every(.half), $0) }
      })
    Row("form", en: "{bare} [,|\\(] {places} [\\)]", build: { Make.paced($0[0].rhythm, $0[1]) })
    Row("form", en: "{bare}", build: { Make.times(CountRange(minimum: 1, maximum: nil), $0[0].rhythm) })
    Row(
      "bare",
      en:
        "at least {rhythm}|(not|no) less (often|frequently) than {rhythm}|(not|no) less than {rhythm}|at a minimum "
        + ", {rhythm}|at a minimum {rhythm}",
      build: { $0[0] })
    Row(
      "bare", en: "(not|no) less (often|frequently) than once (a|per|each|every) {unit}",
      build: { $0[0].unit.map { .rhythm(.every($0)) } })
  }

  @Rows private static var times: [Row] {
    Row("count", en: "{n} x", build: { Make.count($0[0].number, $0[0].number, isAtLeast: false) })
    Row("per", en: "/ {unit}", build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("also", en: "/", build: { _ in .number(0) })
    Row(
      "count",
      en:
        "(not|no) (fewer|less) than {n} (nor|and not|and no|but not|but no|or) more than {z:n} (times|meetings|"
        + "sessions|occasions)",
      build: { Make.count($0[0].number, $0[1].number, isAtLeast: false) })
    Row("count", en: "[on] {n} (times|occasions)", build: { Make.count($0[0].number, $0[0].number, isAtLeast: false) })
    Row(
      "count",
      en:
        "[on] (no less than|not less than|a minimum of|no fewer than|not fewer than|minimum|at least) {n} "
        + "(times|time|occasions|meetings|sessions|reviews)",
      build: { Make.count($0[0].number, nil, isAtLeast: false) })
    Row(
      "count",
      en:
        "{n} [regular|ordinary|formal|scheduled|board|committee|full|general|stated] "
        + "(meetings|sessions|reviews|audits|inspections|drills|reports|visits)",
      build: { Make.count($0[0].number, $0[0].number, isAtLeast: false) })
    Row(
      "count",
      en:
        "(no less than|not less than|a minimum of|no fewer than|not fewer than|minimum|at least) {n} "
        + "[regular|ordinary|formal|scheduled|board|committee|full|general|stated] "
        + "(meetings|sessions|reviews|audits|inspections|drills|reports|visits)",
      build: { Make.count($0[0].number, nil, isAtLeast: false) })
    Row(
      "per", en: "(in|during|for each|for every|in each|in every|during each|within each|in any|in a) {unit}",
      build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("per", en: "daily", build: { _ in .rhythm(.every(.day)) })
    Row("per", en: "weekly", build: { _ in .rhythm(.every(.week)) })
    Row("per", en: "monthly", build: { _ in .rhythm(.every(.month)) })
    Row("per", en: "quarterly", build: { _ in .rhythm(.every(.quarter)) })
    Row(
      "per", en: "annually|yearly|per annum|a calendar year|each calendar year|per calendar year|every calendar year",
      build: { _ in .rhythm(.every(.year)) })
    Row(
      "per", en: "(each|every|in every|in each|in any) {n} [-] {unit} [period]",
      build: { Make.every($0[0].number, $0[1].unit) })
    Row("per", en: "every other {unit}", build: { Make.every(2, $0[0].unit) })
    Row(
      "times", en: "[at least|minimum|a minimum of] {n} (per|times per) {unit}", cost: 1,
      build: { parts in
        guard let n = parts[0].number else { return nil }
        return Make.times(CountRange(minimum: n, maximum: nil), parts[1].unit.map { .every($0) })
      })
    // A range of lengths: the longer is the limit.
    Row(
      "times", en: "{count} every {a:n} (to|-|–|or) {n} {unit}",
      build: { Make.times($0[0].counts, Make.every($0[2].number, $0[3].unit)?.rhythm) })
  }
}
