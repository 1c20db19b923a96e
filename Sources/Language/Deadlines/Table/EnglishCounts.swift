import CivilCalendar

/// English wordings of lengths of time, anchors and what leads in a count, which only reading knows.
enum EnglishCounts {
  static let all: [Row] = durations + anchors + leads + notices

  @Rows private static var durations: [Row] {
    Row("duration", en: "(a|an) {scale}", build: { Make.duration(1, $0[0]) })
    Row("scale", en: "(fortnight|fortnights)", build: { _ in .durations([CalendarDuration(2, .week)]) })
    Row("duration", en: "a {scale} or two", build: { Make.duration(2, $0[0], least: 1) })
    Row(
      "duration", en: "half a year|a half year|one half year", build: { _ in .durations([CalendarDuration(6, .month)]) }
    )
    Row(
      "duration", en: "{n} (1 / 2|½|[-] and [-] (one|a) [-] half) {scale}",
      build: { parts in
        let halves: [DurationUnit: CalendarDuration] = [
          .month: CalendarDuration(15, .day), .year: CalendarDuration(6, .month), .hour: CalendarDuration(30, .minute),
        ]
        guard let n = parts[0].number, let one = parts[1].durations?.first, one.count == 1, let half = halves[one.unit]
        else { return nil }
        return .durations([CalendarDuration(n, one.unit), half])
      })
    Row("duration", en: "{n} - {scale}", build: { Make.duration($0[0].number, $0[1]) })
    Row("durations", en: "(a|the|) {n} [\\)] - {scale} (period|window)", build: { Make.duration($0[0].number, $0[1]) })
    Row("durations", en: "(a|the) period of {durations}", build: { $0[0] })
    // *12 months (365 days)*, which say one thing twice.
    Row(
      "duration", en: "{n} {scale} \\( {m:n} {other:scale} \\)",
      build: { Make.same(Make.duration($0[0].number, $0[1]), Make.duration($0[2].number, $0[3])) })
    Row("duration", en: "{n} or {z:n} {scale}", build: { Make.duration($0[1].number, $0[2], least: $0[0].number) })
    scale(.minute, "(min|mins) [.]")
    scale(.hour, "(h|hr|hrs) [.]")
    scale(.day, "cal . (days|day)")
    scale(.week, "(wk|wks) [.]|full (weeks|week)")
    scale(.month, "(mo|mos) [.]")
    scale(.year, "(yr|yrs) [.]")
    scale(
      .workingDay,
      "bd|bds|bus . days|bus . day|b . days|workdays|workday|weekdays|full (business|working) days|"
        + "clear (working|business) days|(trading|banking|weekday|week|school|instructional|court|academic|class|"
        + "teaching|instruction) (days|day)|(days|day) [\\(|,] (excluding|exclusive of|not counting|not including|"
        + "except|excepting) {restdays} [\\)|,]")
    // Without weekends and holidays both it is no count of working days.
    Row("restdays", en: "{rests}", build: { $0[0].number == 3 ? $0[0] : nil })
    Row(
      "rests", en: "{rest} [[,] [and|or] {rests}]",
      build: { parts in parts[0].number.map { .number($0 | (parts[1].number ?? 0)) } })
    Row("rest", en: "weekends|saturdays|sundays", build: { _ in .number(1) })
    Row(
      "rest", en: "[legal|federal|public|bank|national|official] (holidays|public holidays)", build: { _ in .number(2) }
    )
  }

  private static func scale(_ unit: DurationUnit, _ en: String) -> Row {
    Row("scale", en: en, build: { _ in .durations([CalendarDuration(1, unit)]) })
  }

  @Rows private static var anchors: [Row] {
    // *the time appointed for the meeting*
    Row(
      "anchor",
      en: "((a|an|any|each|every|such|said|its|his|her|their|our|your|this|that|these|those)|"
        + "(the|any|each|that|such|its|his|her|their|our|your) (date|day|time|moment) (of|that|on which|when|upon which|"
        + "at which|in which) (the|a|an|any|each|such|its|his|her|their|your|this|that|these|those|said|)|"
        + "(the|any|each|such) (time|hour) (appointed|fixed|set|scheduled|specified|proposed|designated|announced) for "
        + "(the|a|an|any|each|such|its|)|(such|that|said) date of|(the|any|each|) (date|day|time|moment) (the|a|an)|"
        + "that of (the|its|their|such|)) {event}",
      build: { $0[0].event.map { .anchor(.event($0)) } })
    // *the end of the month in which the tax was withheld*: a day of that case, which whoever has it tells.
    Row(
      "anchor",
      en:
        "[(the|) (end|close|last day|expiration|conclusion) of] (the|that) {unit} (in|during|on) which "
        + "(the|a|an|any|such|each|it|) {event}",
      cost: -1, build: { Make.end(of: $0[0].unit, with: $0[1].event) })
    Row(
      "counted", en: "for (a minimum of|not less than|no less than|a period of at least) {durations}", cost: 3,
      build: { Make.counted(.notBefore, $0[0].durations, .ownCase) })
    Row(
      "counted", en: "net {n} [days]",
      build: { Make.counted(.within, $0[0].number.map { [CalendarDuration($0, .day)] }, .ownCase) })
    Row(
      "or", en: "[,] or (the|a|an|any|such) [(date|day) (of|on which|that) [the|a|an|any]]",
      build: { _ in .number(Joint.or) })
    Row(
      "since",
      en: "since|upon|post|subsequent to|as of|(beginning|starting|commencing) (on|from|with)|running from|"
        + "(counted|counting|computed|measured|calculated|reckoned) from|that (begins|starts) (on|with)|"
        + "immediately (after|following)",
      build: { _ in .number(0) })
    // Of a count from the day after something that day is the first.
    Row(
      "since",
      en:
        "[,] (beginning|starting|commencing|running|with effect|counting) (on|with|from) the [calendar|working|"
        + "business|next] day "
        + "[immediately] (after|following) [that of]",
      build: { _ in .number(0) })
    Row(
      "before", en: "preceding|immediately (before|preceding|prior to)|previous to|in advance of|leading up to",
      build: { _ in .number(0) })
  }

  @Rows private static var leads: [Row] {
    Row(
      "urge",
      en: "immediately|promptly|forthwith|without [undue|unreasonable] [further] delay|expeditiously|"
        + "as (soon|quickly|promptly) as [it] [is] [reasonably|practically] (possible|practicable|feasible|available)|"
        + "(immediately|promptly|without [undue|unreasonable] delay) [,] (and|but) , where "
        + "(feasible|possible|practicable)",
      build: { _ in .number(0) })
    Row(
      "limitword",
      en: "within|(no|not|) (later|more|longer) than|(no|not) exceeding|at the latest [within]|at most",
      build: { _ in .number(0) })
    Row(
      "lead",
      en: "{urge} [,] [and|but|or] [,] [in (any|no|all|every) (event|events|case|cases)] [,] {limitword}|"
        + "[but] in (any|no|all) (event|events|case|cases) [,] {limitword}|net|[only] until|"
        + "(in|during|within) (each|the|a) period of|at or within|during|(within|during|in) the first|"
        + "in (less|no more|not more|fewer) than|by (no|not) later than|not to exceed|not exceeding|at the latest|"
        + "(no|not) longer than|[is|are] due|payable|(on or before|by|(no|not) later than) (the|a) date (that|which) "
        + "(is|falls)|(no|not) later than the",
      build: { _ in .number(0) })
    Row(
      "lead",
      en: "[is|are] [due|payable] (within|in|inside|at any time within|"
        + "(before|prior to|by|no later than|not later than) the (end|expiration|expiry) of) [a|the] [maximum|period|time limit|deadline|first] [of]",
      cost: 1, build: { _ in .number(0) })
    Row(
      "ahead",
      en: "[at] any time up to|by (no|not) later than|at the latest|at a minimum|with at least|[is|are] due|"
        + "not fewer than|(on or before|by|no later than|not later than) the date that is [at least]",
      build: { _ in .number(0) })
    Row(
      "sooner",
      en: "[for] (at least|a minimum of|not less than|no less than|a period of at least)|not until|only after|"
        + "(no|not) fewer than|(no|not) (earlier|sooner) than the|not before|not prior to|"
        + "(for|) a period of (not|no) less than",
      build: { _ in .number(0) })
  }

  private static let notice =
    "[clear] [prior|advance|previous] [written] (notice|notification) [in writing] [required|is required|is given]"

  private static let giving = "[on|with|upon|by|by giving|giving|give|provide|providing|requires]"

  @Rows private static var notices: [Row] {
    Row(
      "counted", en: "(\(giving)|after) [{ahead}] {durations} [' s|'] \(notice)", cost: 3,
      build: { Make.counted(.before, $0[1].durations, .ownCase) })
    Row(
      "counted", en: "\(giving) [{ahead}] {durations} [' s|'] \(notice) (of|before|prior to) {anchor}", cost: 1,
      build: { Make.counted(.before, $0[1].durations, $0[2].anchor) })
    // *giving notice of at least seven days*
    Row(
      "counted",
      en: "\(giving) [a|prior|written] notice [in advance|in writing] of [{ahead}] {durations} "
        + "[(of|before|prior to) {anchor}]",
      cost: 3, build: { Make.counted(.before, $0[1].durations, $0[2].isNone ? .ownCase : $0[2].anchor) })
    Row(
      "counted", en: "(not|no) (less|fewer) than {durations} [' s|'] \(notice)", cost: 3,
      build: { Make.counted(.before, $0[0].durations, .ownCase) })
  }
}
