import CivilCalendar

/// English wordings of bounds and clocks that only reading knows.
enum EnglishBounds {
  static let all: [Row] = bounds + clocks

  @Rows private static var bounds: [Row] {
    Row(
      "bound", en: "[is|are|be] (due|payable) [on|by|on or before|no later than|not later than|at the latest by]",
      build: { _ in .bound(.by) })
    Row("bound", en: "[is|are|be] (due|payable) (before|prior to)", build: { _ in .bound(.before) })
    Row("bound", en: "[the] (deadline|due date) (is|:|of|for|) [on|by]", build: { _ in .bound(.by) })
    Row(
      "bound",
      en:
        "up to and including|until and including|by (no|not) later than|latest by|latest|(no|not) later than by|at "
        + "the latest|on or by|(closes|ends|expires|close on|end on|expire on) [on]",
      build: { _ in .bound(.by) })
    Row("bound", en: "(no|not) later than the date of|(by|on or before) (the|) date of", build: { _ in .bound(.by) })
    Row(
      "bound",
      en:
        "[due] (by|before|no later than|not later than|until|at|on or before|prior to) (the|) (close of "
        + "business|cob|end of [the] business|end of [the] business day|end of (the|) day|eod) [on|of|,]",
      build: { _ in .bound(.by) })
    Row("bound", en: "at|close to|around|held [on|in]|occurring [on|in]", build: { _ in .bound(.on) })
    Row("bound", en: "(no|not) (earlier|sooner) than|not prior to|not until", build: { _ in .bound(.notBefore) })
    Row(
      "group", en: "{urge} [,] [and|but|or] [,] [in (any|no|all) (event|case|events|cases)] [,] {rest:group}",
      build: { parts in
        parts[1].parts?.first?.place?.bound == .on ? nil : parts[1]
      })
    Row(
      "bounded", en: "{urge} [,] [and|but|or] [,] [in (any|no|all) (event|case|events|cases)] [,] {rest:bounded}",
      build: { $0[1] })
    // *Any time after 1 July* opens on the day after.
    Row(
      "group", en: "([at] any time|only|on any (day|date)) after {day}",
      build: { parts in
        Make.shifted([CalendarDuration(1, .day)], backwards: false, from: parts[0].day).flatMap { $0.day }.map {
          .list([.place(Place(.notBefore, .day($0)))])
        }
      })
    Row(
      "group",
      en:
        "(from|as of|as from|with effect from|effective [from|as of]|beginning|starting|commencing) [on] {day} "
        + "[onwards|onward|forward|on]",
      cost: 3,
      build: { parts in
        parts[0].day.map { .list([.place(Place(.notBefore, .day($0)))]) }
      })
    Row(
      "group", en: "([at] any time) on or after {day}",
      build: { parts in parts[0].day.map { .list([.place(Place(.notBefore, .day($0)))]) } })
    Row(
      "group", en: "{bound} {moments} [,|\\(] (at|by|before|no later than|not later than|) {clock} [\\)]",
      build: { Make.bounded($0[0].bound, $0[1], $0[2].time) })
    Row("group", en: "{moments} [,|\\(] at {clock} [\\)]", build: { Make.bounded(.on, $0[0], $0[1].time) })
    Row(
      "group", en: "{moments} [,|\\(] (by|before|no later than|not later than) {clock} [\\)]",
      build: { Make.bounded(.by, $0[0], $0[1].time) })
    Row("group", en: "{clock} (on|of|,|) {moments}", build: { Make.bounded(.on, $0[1], $0[0].time) })
  }

  @Rows private static var clocks: [Row] {
    Row("clock", en: "[12] noon", build: { _ in Make.clock(12, 0) })
    Row("clock", en: "12 : 00 noon", build: { _ in Make.clock(12, 0) })
    Row("clock", en: "[12] midnight", build: { _ in Make.clock(24, 0) })
    Row(
      "clock", en: "{hour} [: {minute} [: {second:minute}]] (am|a . m [.]) [{zone}]",
      build: { parts in Make.clock(parts[0].number == 12 ? 0 : parts[0].number, parts[1].number) })
    Row(
      "clock", en: "{hour} [: {minute} [: {second:minute}]] (pm|p . m [.]) [{zone}]",
      build: { parts in
        parts[0].number.flatMap { (1...12).contains($0) ? Make.clock($0 % 12 + 12, parts[1].number) : nil }
      })
    Row(
      "clock", en: "{hour} : {minute} [: {second:minute}] [{zone}]", build: { Make.clock($0[0].number, $0[1].number) })
    Row(
      "zone",
      en:
        "[,] [\\(] (et|est|edt|ct|cst|cdt|mt|mst|pt|pst|pdt|utc|gmt|cet|cest|bst|hours|hrs|local time|uk "
        + "time|brussels time) [\\)]",
      build: { _ in .number(0) })
    Row(
      "zone",
      en:
        "[,] [\\(] [the] (us|u . s .|) (eastern|central|pacific|mountain|atlantic|local|central european|greenwich "
        + "mean|brussels|london|sydney) [standard|daylight|prevailing|summer] [time] [\\)]",
      build: { _ in .number(0) })
  }
}
