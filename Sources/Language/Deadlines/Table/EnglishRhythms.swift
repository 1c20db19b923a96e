import CivilCalendar

/// English wordings of rhythms and of how many times, which only reading knows.
enum EnglishRhythms {
  static let all: [Row] = cycles + rhythms + turns + times

  private static func pace(_ en: String, _ unit: PeriodUnit, _ interval: Int = 1) -> Row {
    Row("pace", en: en, build: { _ in .rhythm(.every(unit, interval: interval)) })
  }

  @Rows private static var cycles: [Row] {
    pace("daily", .day)
    pace("weekly", .week)
    pace("biweekly|bi - weekly|fortnightly|every fortnight|once a fortnight", .week, 2)
    pace("monthly|month - to - month", .month)
    pace("quarterly|qtrly", .quarter)
    pace(
      "semiannually|semiannual|semi - annually|semi - annual|half - yearly|half yearly|biannually|biannual|bi - "
        + "annually|bi - annual|each half [- year|year]|every half [year]|six - monthly", .half)
    pace("annually|yearly|annual|per annum|[a|per] calendar year|(each|every) calendar year", .year)
    pace("biennially|biennial", .year, 2)
    pace("triennially|triennial", .year, 3)
    pace("quinquennially|quinquennial", .year, 5)
    Row("cycle", en: "{pace}", build: { $0[0] })
    Row("cycle", en: "per {unit}", cost: 1, build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("cycle", en: "for (each|every) {unit}", build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("cycle", en: "every (other|second) {unit}", build: { Make.every(2, $0[0].unit) })
    Row(
      "cycle", en: "every {ord} {unit}",
      build: { parts in (parts[0].number ?? 0) > 2 ? Make.every(parts[0].number, parts[1].unit) : nil })
    Row("cycle", en: "((on|at) (a|an) {pace} (basis|intervals)|at {pace} intervals)", build: { $0[0] })
    Row(
      "cycle",
      en: "((at|) intervals [of] (not more than|no more than|not exceeding|not to exceed|no longer than|) {n} {unit}|"
        + "(at|in) {n} [-] {unit} intervals|[at] (every|each) [subsequent|succeeding] {n} [-] {unit} interval)",
      build: { Make.every($0[0].number, $0[1].unit) })
    // A range of lengths: the longer.
    Row(
      "cycle", en: "((at|in) {length} intervals|every {length})", build: { $0[0] })
    Row(
      "length", en: "{n} (to|-|–|or) {z:n} [-] {unit}",
      build: { parts in
        (parts[0].number ?? 0) < (parts[1].number ?? 0) ? Make.every(parts[1].number, parts[2].unit) : nil
      })
  }

  @Rows private static var rhythms: [Row] {
    Row(
      "form", en: "{y} and (the|) (following|subsequent) years",
      build: { $0[0].number.map { .form(.yearsOnward(from: $0)) } })
    Row(
      "rhythm", en: "{cycle} [,|\\(] (next|first|starting|beginning) [due] [in] {year} [\\)]",
      build: { parts in
        guard case .year(.year, let year)? = parts[1].period else { return nil }
        return Make.started(parts[0].rhythm, .year(year))
      })
    Row(
      "start", en: "(from|starting|starting on|starting from|beginning|beginning on|commencing|commencing on) {day}",
      build: { $0[0] })
    Row("rhythm", en: "{cycle} [,] {start}", build: { Make.started($0[0].rhythm, $0[1].day.map { .day($0) }) })
    // *Each year, by the 30th day after the end of the fiscal year*: its own years are told.
    Row("form", en: "{rhythm} [,] {places}", build: { Make.ownYear($0[0].rhythm, $0[1]) })
    Row(
      "form", en: "{urge} (in|of|during) {rhythm} [,] (and|but) [in any event] {places}",
      build: { Make.paced($0[1].rhythm, $0[2]) })
    // *at least annually, and no later than 1 March*
    Row(
      "form", en: "({rhythm}|{bare}) [,] (and|but) [in any event] [,] {places}",
      build: { parts in
        parts[2].parts?.first?.place?.bound == .on
          ? nil : Make.paced(parts[0].rhythm ?? parts[1].rhythm, parts[2])
      })
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
      "form", en: "{rhythm} (on|, on|,) {weekday+dayjoint} [[,] {start}]",
      build: { parts in
        guard let rhythm = parts[0].rhythm, let names = parts[1].parts else { return nil }
        let started = parts[2].day.map { Make.started(rhythm, .day($0))?.rhythm } ?? rhythm
        guard rhythm.unit == .week || names.count == 1 && started != rhythm else { return nil }
        return Make.paced(started, Make.list(names.map { Make.weekday($0.kind) }) ?? .none)
      })
    Row(
      "form", en: "[on] (every other|every second|alternate) {weekday} [[,] {start}] [[,] (by|at) {clock}]",
      build: { Make.alternate($0[0].kind, $0[1].day, $0[2].time) })
    Row(
      "form", en: "[on] (the|) {ord} {kind} of (every|each) (other|second|alternate) month",
      build: { parts in
        Make.ordinal(parts[1].kind, parts[0].number, of: .period(.own(.month))).flatMap { Make.list([$0]) }
          .flatMap { Make.paced(.every(.month, interval: 2), $0) }
      })
    Row(
      "form", en: "(semi - monthly|semimonthly|twice monthly|twice a month|twice per month) [,|:|\\(] {places} [\\)]",
      build: { Make.paced(.every(.month), $0[0]) })
    // *Every two years, and for the first time by 17 July 2025*
    Row(
      "body", en: "{rhythm} [,|\\(] [and] (for the first time|first due|first|initially) {places} [\\)]",
      build: { Make.thereafter($0[1], $0[0].rhythm) })
    // *By 1 July 2025 and every three years thereafter*: the first day sets the year.
    Row(
      "body", en: "{places} [,] and [at least] [once] {rhythm} (thereafter|after that|afterwards|after)",
      build: { Make.thereafter($0[0], $0[1].rhythm) })
    // *beginning 1 January 2025, and every 1 January thereafter*
    Row(
      "body",
      en: "[on] [by|beginning|starting|commencing] [on] {date} [,] and (every|each) {again:date} thereafter",
      build: { parts in
        guard let day = parts[0].day?.civil, let again = parts[1].day?.civil, day.day == again.day,
          day.month == again.month
        else { return nil }
        return Make.list([parts[0]]).flatMap { Make.thereafter($0, .every(.year)) }
      })
    Row(
      "form", en: "{rhythm} [,] {counted}",
      build: { parts in
        // *every 30 days after the first report* is no single count.
        guard case .form(.counted(let counted)) = parts[1], case .event(let event) = counted.anchor,
          parts[0].rhythm?.interval == 1
        else { return nil }
        // *annually on the anniversary of the award*
        let isYearly = event.mentions.contains { $0.name.lowercased().hasPrefix("anniversary") }
        return counted.durations.isEmpty && !(isYearly && counted.relation == .same) ? nil : parts[1]
      })
    Row("form", en: "{counted} [,] {rhythm}", cost: 1, build: { Make.pacedCount($0[1].rhythm, $0[0]) })
    Row("form", en: "{rhythm} \\( {counted} \\)", build: { Make.paced($0[0].rhythm, counted: $0[1].form) })
  }

  /// Every other year, months of a season, and two days of which each half-year has its own.
  @Rows private static var turns: [Row] {
    Row(
      "paryears", en: "(each|every|) {parity} (year|years)",
      build: { parts in Make.started(.every(.year, interval: 2), parts[0].number.map { .parity(isOdd: $0 == 1) }) })
    Row(
      "rhythm", en: "(every|each) {parity} year",
      build: { parts in
        Make.started(.every(.year, interval: 2), parts[0].number.map { .parity(isOdd: $0 == 1) })
      })
    Row("form", en: "{places} [,] (of|in) {paryears}", build: { Make.paced($0[1].rhythm, $0[0]) })
    Row("form", en: "(in|of|during) {paryears} [,] {places}", build: { Make.paced($0[0].rhythm, $0[1]) })
    Row(
      "form", en: "{rhythm} [,] {places} [,] (of|in) {paryears}",
      build: { $0[0].rhythm == .every(.year, interval: 2) ? Make.paced($0[2].rhythm, $0[1]) : nil })
    Row(
      "form", en: "{places} [,] (of|in) every {ord} year",
      build: { parts in
        parts[1].number.flatMap { $0 > 1 ? Make.paced(.every(.year, interval: $0), parts[0]) : nil }
      })
    // *From March to June, by the 15th of each month*
    Row(
      "form",
      en: "(from|between|during) {a:month} (to|through|until|and|–|-) {b:month} [(of|in) (each|every|the|any) "
        + "[marketing|calendar|school|academic|fiscal|crop] (year|season)] [,] {places}",
      build: { Make.seasonal($0[0].number, $0[1].number, $0[2]) })
    Row(
      "form",
      en: "{places} [,] (from|between|during) {a:month} (to|through|until|and|–|-) {b:month} "
        + "[(of|in) (each|every) year]",
      build: { Make.seasonal($0[1].number, $0[2].number, $0[0]) })
    // *Semiannually, by January 31 or July 31*
    Row(
      "form", en: "{rhythm} [,] {bound} {a:date} or [by] {b:date}", cost: -3,
      build: { Make.halves($0[0].rhythm, $0[1].bound, $0[2], $0[3]) })
  }

  @Rows private static var times: [Row] {
    Row(
      "form", en: "{count} {per} [,|\\(|:] {places} [\\)]",
      build: { parts in
        // *four times a year, at the end of each quarter*
        if case .form(.each(let own, let places))? = Make.form(parts[2]), let months = own.unit?.months,
          parts[1].rhythm == .every(.year), months < 12, own.interval == 1
        {
          return parts[0].counts?.minimum == places.count * 12 / months ? .form(.each(own, places)) : nil
        }
        return Make.paced(parts[1].rhythm, parts[2])
      })
    Row("form", en: "{bare} [,|\\(] {places} [\\)]", build: { Make.paced($0[0].rhythm, $0[1]) })
    Row("form", en: "{bare}", build: { Make.atLeastOnce($0[0]) })
    Row(
      "bare",
      en: "(at least|(not|no) less (often|frequently) than|(not|no) less than|at a minimum [,]) {rhythm}",
      build: { $0[0] })
    Row(
      "bare", en: "((not|no) less (often|frequently) than once {per}|at regular intervals [,] [and|but] {bare})",
      build: { $0[0].isNone ? $0[1] : $0[0] })
    Row(
      "atleast", en: "(no|not) (less|fewer) than|a minimum of|minimum|at least", build: { _ in .number(0) })
    Row(
      "sittings",
      en: "[regular|ordinary|formal|scheduled|board|committee|full|general|stated] "
        + "(meetings|sessions|reviews|audits|inspections|drills|reports|visits)|times|occasions",
      build: { _ in .number(0) })
    Row(
      "count", en: "([on] {n} {sittings}|{n} x)", build: { Make.count($0[0].number, $0[0].number, isAtLeast: false) })
    Row(
      "count", en: "[on] {atleast} {n} ({sittings}|time)", build: { Make.count($0[1].number, nil, isAtLeast: false) })
    Row(
      "count",
      en: "(not|no) (fewer|less) than {n} (nor|and not|and no|but not|but no|or) more than {z:n} {sittings}",
      build: { Make.count($0[0].number, $0[1].number, isAtLeast: false) })
    Row("also", en: "/", build: { _ in .number(0) })
    Row("per", en: "{pace}", build: { $0[0] })
    Row(
      "per", en: "(/|in|during|for each|for every|in each|in every|during each|within each|in any|in a) {unit}",
      build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row(
      "per", en: "(each|every|in every|in each|in any|in|within any) {n} [-] {unit} [period]",
      build: { Make.every($0[0].number, $0[1].unit) })
    Row("per", en: "every other {unit}", build: { Make.every(2, $0[0].unit) })
    Row(
      "times", en: "[{atleast}] {n} (per|times per) {unit}", cost: 1,
      build: { parts in
        parts[1].number.flatMap {
          Make.times(CountRange(minimum: $0, maximum: nil), parts[2].unit.map { .every($0) })
        }
      })
    Row("times", en: "{count} every {length}", build: { Make.times($0[0].counts, $0[1].rhythm) })
  }
}
