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
    // *around 15 March* is no day; of each month it is what is usual.
    Row(
      "group", en: "close to {moments}",
      build: { parts in
        let isRecurring = parts[0].parts?.allSatisfy { part in
          part.place.map { Make.periods(of: $0).contains { Make.isEach($0.root) } } ?? false
        }
        return isRecurring == true ? Make.bounded(.on, parts[0], nil) : nil
      })
    Row("bound", en: "at|held [on|in]|occurring [on|in]", build: { _ in .bound(.on) })
    Row("bound", en: "[is|are|be] (scheduled|set|slated) for", build: { _ in .bound(.on) })
    Row("bound", en: "(no|not) (earlier|sooner) than|not prior to|not until", build: { _ in .bound(.notBefore) })
    Row(
      "group", en: "{urge} [,] [and|but|or] [,] [in (any|no|all) (event|case|events|cases)] [,] {rest:group}",
      build: { parts in
        parts[1].parts?.first?.place?.bound == .on ? nil : parts[1]
      })
    Row(
      "bounded", en: "{urge} [,] [and|but|or] [,] [in (any|no|all) (event|case|events|cases)] [,] {rest:bounded}",
      build: { $0[1] })
    // *within 6 months of the end of that year* is no day.
    Row("group", en: "within {moments}", build: { Make.within($0[0]) })
    Row("bounded", en: "within {moments}", build: { Make.within($0[0]) })
    // *Any time after 1 July* opens on the day after.
    Row(
      "group", en: "[[at] any time|only|on any (day|date)] (after|following) {moment} [onwards|onward|forward|on]",
      build: { Make.after($0[0].place) })
    Row(
      "group",
      en:
        "(from|as of|as from|with effect from|effective [from|as of]|beginning|starting|commencing) [on|in] {moment} "
        + "(onwards|onward|forward|on)",
      cost: 3, build: { Make.start($0[0].place) })
    Row(
      "group",
      en:
        "(from|as of|as from|with effect from|effective [from|as of]|beginning|starting|commencing) [on|in] {moment}",
      cost: 3,
      // *from Q3 2024* may be the quarter in which something is due.
      build: { parts in parts[0].place?.day == nil ? nil : Make.start(parts[0].place) })
    Row("group", en: "[at] any time (on or after|from) {moment} [onwards|on]", build: { Make.start($0[0].place) })
    Row(
      "group",
      en:
        "{bound} {moments} [,|\\(] (at|by|before|no later than|not later than|commencing at|starting at|beginning at|) {clock} [\\)]",
      build: { Make.bounded($0[0].bound, $0[1], $0[2].time) })
    Row("group", en: "{moment} (onwards|onward|on)", cost: 2, build: { Make.start($0[0].place) })
    Row("group", en: "{moments} [,|\\(] [at] {clock} [\\)]", build: { Make.bounded(.on, $0[0], $0[1].time) })
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
      "clock", en: "{hour} . {minute} (am|a . m [.]) [{zone}]",
      build: { Make.clock($0[0].number == 12 ? 0 : $0[0].number, $0[1].number) })
    Row(
      "clock", en: "{hour} . {minute} (pm|p . m [.]) [{zone}]",
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
