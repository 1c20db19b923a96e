import CivilCalendar

/// English wordings of bounds and clocks that only reading knows.
enum EnglishBounds {
  static let all: [Row] = bounds + clocks

  @Rows private static var bounds: [Row] {
    Row(
      "bound",
      en: "[is|are|be] (due|payable) [on|by|on or before|no later than|not later than|at the latest by]|"
        + "[the] (deadline|due date) (is|:|of|for|) [on|by]|"
        + "up to and including|until and including|(by|at) [,] or before|on , or before [,]|by (no|not) later than|latest by|latest|(no|not) later than by|at "
        + "the latest|on or by|(closes|ends|expires|close on|end on|expire on) [on]|"
        + "((no|not) later than|by|on or before) (the|) date of|"
        + "[due] (by|before|no later than|not later than|until|at|on or before|prior to) (the|) (close of business|cob|"
        + "end of [the] business [day]|end of (the|) day|eod) [on|of|,]",
      build: { _ in .bound(.by) })
    Row("bound", en: "[is|are|be] (due|payable) (before|prior to)", build: { _ in .bound(.before) })
    // *around 15 March* is no day; of each month it is what is usual.
    Row(
      "group", en: "(close to|on or about) {moments}",
      build: { parts in
        let isRecurring = parts[0].parts?.allSatisfy { part in
          part.place.map { Make.periods(of: $0).contains { Make.isEach($0.root) } } ?? false
        }
        return isRecurring == true ? Make.bounded(.on, parts[0], nil) : nil
      })
    Row(
      "bound", en: "at|held [on|in]|occurring [on|in]|[is|are|be] (scheduled|set|slated) for",
      build: { _ in .bound(.on) })
    Row("bound", en: "(no|not) (earlier|sooner) than|not prior to|not until", build: { _ in .bound(.notBefore) })
    Row(
      "atany", en: "{urge} [,] [and|but|or] [,] [in (any|no|all) (event|case|events|cases)] [,]",
      build: { _ in .number(0) })
    Row("group", en: "{atany} {rest:group}", build: { $0[1].parts?.first?.place?.bound == .on ? nil : $0[1] })
    Row("bounded", en: "{atany} {rest:bounded}", build: { $0[1] })
    // *within 6 months of the end of that year* is no day.
    Row("group", en: "within {moments}", build: { Make.within($0[0]) })
    Row("bounded", en: "within {moments}", build: { Make.within($0[0]) })
    // *Any time after 1 July* opens on the day after.
    Row(
      "group", en: "[[at] any time|only|on any (day|date)] (after|following) {moment} [onwards|onward|forward|on]",
      build: { Make.after($0[0].place) })
    Row(
      "starting",
      en: "(from|as of|as from|with effect from|effective [from|as of]|beginning|starting|commencing) [on|in]",
      build: { _ in .number(0) })
    Row(
      "group", en: "{starting} {moment} [onwards|onward|forward|on]", cost: 3,
      build: { parts in
        // *from Q3 2024* may be the quarter in which something is due.
        parts[1].place?.day == nil ? nil : Make.start(parts[1].place)
      })
    Row("group", en: "{starting} {moment} (onwards|onward|forward|on)", cost: 3, build: { Make.start($0[1].place) })
    Row("group", en: "[at] any time (on or after|from) {moment} [onwards|on]", build: { Make.start($0[0].place) })
    Row(
      "group",
      en: "{bound} {moments} [,|\\(|–] (at|by|before|no later than|not later than|(commencing|starting|beginning) at|) "
        + "{clock} [\\)]",
      build: { Make.bounded($0[0].bound, $0[1], $0[2].time) })
    Row("group", en: "{moment} (onwards|onward|on)", cost: 2, build: { Make.start($0[0].place) })
    Row("group", en: "{moments} [,|\\(] [at] {clock} [\\)]", build: { Make.bounded(.on, $0[0], $0[1].time) })
    Row(
      "group", en: "{moments} [,|\\(] (by|before|no later than|not later than) {clock} [\\)]",
      build: { Make.bounded(.by, $0[0], $0[1].time) })
    Row("group", en: "[on|by] {moments} [,] at the latest", cost: 1, build: { Make.bounded(.by, $0[0], nil) })
    Row("group", en: "({clock}|{hours}) [on|of|,] {moments}", build: { timed($0[2], $0[0].time ?? $0[1].time) })
    // *5 June, 8 am to 11 am*: due by the end of it.
    Row("group", en: "[on] {moments} [,|\\(] {hours} [\\)]", build: { timed($0[0], $0[1].time) })
    Row("hours", en: "[from|between] {a:clock} (to|and|until|till|-|–) {clock}", build: { $0[1] })
  }

  private static func timed(_ moments: Value, _ time: ClockTime?) -> Value? { Make.bounded(.on, moments, time) }

  @Rows private static var clocks: [Row] {
    Row("clock", en: "([12] noon|12 : 00 noon) [{zone}]", build: { _ in Make.clock(12, 0) })
    Row("clock", en: "[12] midnight [{zone}]", build: { _ in Make.clock(24, 0) })
    Row(
      "clock", en: "{hour} [(:|.) {minute} [: {second:minute}]] (am|a . m [.]) [{zone}]",
      build: { parts in Make.clock(parts[0].number == 12 ? 0 : parts[0].number, parts[1].number) })
    Row(
      "clock", en: "{hour} [(:|.) {minute} [: {second:minute}]] (pm|p . m [.]) [{zone}]",
      build: { parts in
        parts[0].number.flatMap { (1...12).contains($0) ? Make.clock($0 % 12 + 12, parts[1].number) : nil }
      })
    Row(
      "clock", en: "{hour} : {minute} [: {second:minute}] [{zone}]", build: { Make.clock($0[0].number, $0[1].number) })
    Row(
      "zone",
      en: "[,] [\\(] (et|est|edt|ct|cst|cdt|mt|mst|pt|pst|pdt|utc|gmt|cet|cest|bst|ist|jst|sgt|hkt|aest|aedt|"
        + "nzst|nzdt|aoe|anywhere on earth|hours|hrs|uk time|[the] [us|u . s .] "
        + "(eastern|central|pacific|mountain|atlantic|local|central european|greenwich mean|brussels|london|sydney) "
        + "[standard|daylight|prevailing|summer] [time] [of [the] applicant [organization]]) [\\)]",
      build: { _ in .number(0) })
  }
}
