import CivilCalendar

/// English sentences around a deadline, for repair and imports.
enum EnglishProse {
  static let all: [Row] = covers + trails + paced + lengths

  /// What is reported on: *for the quarter ending 31 March*.
  @Rows private static var covers: [Row] {
    Row(
      "coverage",
      en: "(the|each|any|a) [most recent|preceding|previous|prior|last] {n} [-] {unit} period "
        + "(ended|ending|beginning) [on] {moments}",
      build: { _ in .number(0) })
    Row(
      "coverage", en: "(a|any|a particular|a given) {unit}",
      build: { parts in parts[0].unit.flatMap { $0.size > 0 && $0 != .year ? .period(.own($0)) : nil } })
    Row(
      "coverage", en: "{period}",
      build: { parts in if let period = parts[0].period, Make.isEach(period.root) { nil } else { parts[0] } })
    Row("coverage", en: "{window}|{range}", cost: 1, build: { _ in .number(0) })
    Row(
      "coverage",
      en: "(the|each|a|any|that|) [reporting|tax|compliance|taxable|fiscal|financial|calendar|plan|school|academic|"
        + "policy] (period|periods|year|years|quarter|quarters|month) [that|which] "
        + "(ended|ending|end|ends|beginning|begins|commencing|starting|covering|from|of|) [on] {moments}",
      build: { _ in .number(0) })
    Row(
      "coverage",
      en: "(the|each|a|) [{w:filler}] (period|periods|months|half - year|half year|quarter) "
        + "((from|of|between) {range}|(from|of|between|) [{x:filler}] {a:month} {dash} {b:month})",
      build: { _ in .number(0) })
    Row(
      "cover",
      en: "[{filler}] (for|of|in|during|covering|regarding|on|with respect to|relating to|as of|to) {coverage} "
        + "[{more:filler}] [:|,|\\(]",
      cost: 3, build: { $0[1] })
    Row(
      "cover", en: "[{filler}] from {coverage} [{more:filler}] [:|,|\\(]", cost: 3,
      build: { $0[1].number == nil ? $0[1] : .number(1) })
    Row(
      "cover",
      en: "[{filler}] (cover|covers|covering) [the|a] (period|year|months) [from|of|beginning|starting] {range} "
        + "[,|and] [{more:filler}]",
      cost: -6, build: { _ in .number(0) })
    Row("covering", en: "{cover} {bounded} [\\)] [,] {trail}", cost: 1, build: { Make.covering($0[0], $0[1]) })
    Row(
      "covering", en: "{cover} {counted} [{trail}]", cost: 2,
      build: { parts in
        switch parts[1] {
        case .form(.each): return Make.whole(parts[1])
        case .form(.counted(let counted)):
          guard case .event = counted.anchor, !counted.durations.isEmpty else { return nil }
          return Make.whole(parts[1])
        default: return nil
        }
      })
  }

  private static let about =
    "(for|covering|regarding|concerning|showing|as of|as at|as on|relating to|in respect of|with respect to)"

  /// Words behind a deadline, which may say of what time the report or the payment is.
  @Rows private static var trails: [Row] {
    Row("trail", en: "{tail}", build: { $0[0] })
    // What happens to those who are late.
    Row("isnot", en: "will not be|shall not be|cannot be|are not|is not", build: { _ in .number(0) })
    Row(
      "trail",
      en: "[{tail}] (;|.|,|, and) ([{filler}] {isnot} "
        + "(accepted|considered|processed|granted|reviewed|refundable|permitted|eligible|reimbursed) [{more:tail}]|"
        + "no (extension|extensions|exceptions|refunds|refund|late {filler}) [(will|shall|can) be {more:tail}])",
      cost: 4, build: { _ in .number(0) })
    Row(
      "trail",
      en: "[{tail}] (;|.|,|, and) [{filler}] [received|submitted|made|postmarked|filed|arriving] (after|past) "
        + "(this|that|the|such) [due] (date|deadline|time|day) [[{more:tail}] {isnot}] {last:tail}",
      cost: -4, build: { _ in .number(0) })
    // Another sentence, which says nothing of time.
    Row("trail", en: "[{tail}] (;|.) [otherwise] {filler}", cost: 4, build: { _ in .number(0) })
    Row("trail", en: "{tail} {about} [,] [{trail}]", cost: 1, build: { $0[1] })
    Row("trail", en: "{regarding} [,] [{trail}]", cost: 3, build: { $0[0] })
    Row("trail", en: "[{tail}] (showing|covering|reflecting) {more:tail} {about}", cost: 1, build: { $0[2] })
    Row("trail", en: "\\( (i . e|e . g) [.] [,] {topic} \\) [{tail}]", cost: 8, build: { _ in .number(0) })
    // *(May 15 for calendar-year filers)*, *; if your year ends on 31 March, it is due on 30 September*: examples.
    Row(
      "trail", en: "\\( [by|on] {date} (for|if|in) [a|an|the|its|your] calendar [-] year [{filler}] \\) [{tail}]",
      cost: 6, build: { _ in .number(0) })
    Row(
      "trail",
      en: "(;|.) [for example ,] if [the|your|its|a] [tax|fiscal|financial|plan|accounting] year (ends|end|ended) "
        + "[on|in] {y:date} , {filler} [by|on] {date} [{tail}]",
      cost: 4, build: { _ in .number(0) })
    Row(
      "trail",
      en: "(during|throughout|over|for) (the|its|any) [remaining|applicable|relevant|current|active|entire|full|whole|"
        + "initial] (life|lifetime|term|duration|course|operation|validity|existence|(filing|reporting|contract|grant|"
        + "project|performance|award) period) [of [the|this|any|a|its] [{tail}]]",
      cost: 6, build: { _ in .number(0) })
    // A second duty, which has no time of its own.
    Row(
      "trail",
      en: "[,] and [shall|must|will|should] (submit|file|provide|send|furnish|deliver|publish|forward|make|report|"
        + "include|contain|keep|maintain|retain|transmit|notify|give|pay|state|describe|take|ensure|prepare|present|"
        + "update|be) [(to|in|on|at|by|with|for|of) (the|a|an|its|all|any)] {tail}",
      cost: 8, build: { _ in .number(0) })
    // *on each shift*, *by the employer*: where, by whom and how.
    Row(
      "trail", en: "[,] (at|on|by|in|for|to|with) (the|a|an|each|every|any|all|its|such|their|your) {tail}", cost: 9,
      build: { _ in .number(0) })
    // *and according to the requirements of this section*: how, and not when.
    Row(
      "trail",
      en: "[and] (in accordance with|according to|pursuant to|under) (the|this|its|any|applicable) "
        + "(requirements|provisions|procedures|rules|terms|regulations|section|paragraph|article|agreement|contract|"
        + "policy|guidelines|law) [[of|in] {tail}]",
      cost: 8, build: { _ in .number(0) })
    Row(
      "trail",
      en: "[,|\\(] (or|and) (more often|more frequently|sooner|earlier) [than that] (if|as|when|where) {tail} [\\)]",
      cost: 6, build: { _ in .number(0) })
    // *Each report covers the six months before 1 July.*
    Row("trail", en: "[.|;|,|, and|and] [{filler}] (cover|covers) {topic}", cost: 10, build: { _ in .number(0) })
    Row("regarding", en: "[,|\\(] \(about) [the|any] {coverage} [\\)]", build: { $0[0] })
    Row("regarding", en: "[,] (which|that) (ends|end|ended|begins|begin) [on] {moments}", build: { _ in .number(0) })
    Row(
      "regarding", en: "(as of|as at|as on) ([the] (close of business|end) (of|on) [the] {coverage}|{day})",
      build: { _ in .number(0) })
    Row(
      "about",
      en: "[for|over|during|covering|in] (the|its) (first|last|preceding|previous|past|prior) {durations}",
      build: { _ in .number(0) })
    Row("about", en: "{regarding}", build: { $0[0] })
    Row("about", en: "of {coverage}", build: { $0[0] })
    // Told from another period: a plain one could be a deadline of its own.
    Row(
      "about", en: "[in|into|on|during|through|up to|from|to|at the end of] (the|that|this|such|its|) {period}",
      build: { Make.isTold([$0[0].period]) ? $0[0] : nil })
    Row("about", en: "(up to|through) {day}", build: { Make.isTold($0[0].day?.periods ?? []) ? $0[0] : nil })
  }

  private static let its = "(a|an|its|the|their|his|her|your|our)"

  /// How often a report is due, by its name: *By 1 March, the agency shall submit an annual report*.
  @Rows private static var paced: [Row] {
    whole(
      "segment", "[{x:filler}] {bounded} [,] {filler} [to|for|of|on] \(its) {rhythm} [{trail}]", cost: 2,
      { parts in
        parts[1].parts?.allSatisfy { $0.place?.day != nil } == true
          ? Make.pacedOrDated(parts[3].rhythm, parts[1]) : nil
      })
    whole(
      "segment", "[{x:filler}] {counted} [,] {filler} [to|for|of|on] \(its) {rhythm} [{trail}]", cost: 2,
      { Make.pacedCount($0[3].rhythm, $0[1]) })
    // *an annual report for the calendar year*: what is due how often.
    Row(
      "often",
      en: "[{filler}] [of|for|to|from|on] [the|a|an|all|any|its|their|your|our|each|such] {rhythm} [{more:filler}] "
        + "[\(about) [the] {coverage} [{third:filler}]]",
      build: { $0[1] })
    // *semiannual reports by 31 July or 31 January*: each half has its own.
    whole(
      "segment", "{often} {bound} {a:date} or [by] {b:date} [[,] {trail}]", cost: -3,
      { Make.halves($0[0].rhythm, $0[1].bound, $0[2], $0[3]) })
    // *An annual meeting shall be held once in every calendar year.*
    whole(
      "segment", "{often} {times} [[,] {trail}]",
      { parts in
        if case .form(.times(_, parts[0].rhythm, _)) = parts[1] { parts[1] } else { nil }
      })
    // *at least four times a year at intervals of no more than four months*
    Row(
      "segment",
      en: "[{filler}] {times} [,] [and] (at|with) (intervals|an interval|gaps) (of|not) [(no|not|exceeding)] "
        + "[more than|exceeding|longer than] {n} {unit} [between {more:filler}] [{trail}]",
      build: { parts in
        guard let gap = Make.atLeastOnce(Make.every(parts[2].number, parts[3].unit)).flatMap(Make.whole) else {
          return nil
        }
        return Make.whole(parts[1]).flatMap { Make.items($0, gap) }
      })
    Row(
      "segment", en: "{often} [:|,|\\(] {bounded} [\\)] [{clauses}] [[,] {trail}]",
      build: { parts in Make.pacedOrDated(parts[0].rhythm, parts[1]).flatMap { Make.item($0, parts[2]) } })
    Row(
      "segment", en: "{often} [:|,|\\(] {counted} [\\)] [{clauses}] [[,] {trail}]",
      build: { parts in Make.pacedCount(parts[0].rhythm, parts[1]).flatMap { Make.item($0, parts[2]) } })
    whole(
      "segment", "[{filler}] {rhythm} [{more:filler}] (:|–) {places} [[,] {trail}]",
      { Make.pacedOrDated($0[1].rhythm, $0[3]) })
    whole("segment", "{filler} [,] {rhythm} [,] {trail}", { $0[1] })
    // *shall publish an annual summary of its activities*
    whole("segment", "{filler} \(its) {rhythm} {trail}", cost: 2, { $0[1] })
    whole("segment", "{filler} [,] {bare} [,] {trail}", { Make.atLeastOnce($0[1]) })
    whole(
      "segment",
      "[{filler}] {bound} {days:date+joint} [,] for [the] [{more:filler}] (periods|period|quarters|years|half - years|"
        + "months) (ending|ended) [on] {ends:moments} [,] respectively",
      { Make.respectively($0[1].bound, Make.list($0[2].parts ?? []) ?? .none, $0[4]) })
  }

  private static let have =
    "(has|have|shall have|will have|is given|are given|is allowed|are allowed) [a period of|up to|at least]"

  @Rows private static var lengths: [Row] {
    // *has 14 days to withdraw from the day on which X*
    whole(
      "segment", "{filler} \(have) {durations} to {more:filler} {since} {anchor} [[,] {trail}]", cost: 1,
      { Make.counted(.within, $0[1].durations, Make.eventOnly($0[4].anchor)) })
    whole(
      "segment", "{filler} \(have) {durations} {since} {anchor} [(in|within) which] to {tail}", cost: 1,
      { Make.counted(.within, $0[1].durations, Make.eventOnly($0[3].anchor)) })
    // *No addenda shall be issued less than 24 hours before closing*, *may not be filed later than 30 days after X*,
    // *may not be concluded before the expiry of 10 days after X*: so long before, so long after at the latest, and not
    // before.
    Row("countback", en: "{durations}|{nthday}", build: { $0[0].isNone ? $0[1] : $0[0] })
    Row("barred", en: "no {filler}", build: { Make.isDuty($0[0].text, isLast: false) ? .number(0) : nil })
    Row("barred", en: "{filler} not {more:filler}", build: { Make.isDuty($0[0].text, isLast: true) ? .number(0) : nil })
    whole(
      "segment", "{barred} (less|fewer|later) than {countback} {before} {anchor:when} [{trail}]", cost: 1,
      { Make.counted(.before, $0[1].durations, Make.eventOnly($0[3].anchor)) })
    whole(
      "segment", "{barred} (more|earlier|sooner) than {countback} {before} {anchor:when} [{trail}]", cost: 1,
      { Make.counted(.fromBefore, $0[1].durations, Make.eventOnly($0[3].anchor)) })
    whole(
      "segment", "{barred} (more|later) than {durations} {since} {anchor} [{trail}]", cost: 1,
      { Make.counted(.within, $0[1].durations, Make.eventOnly($0[3].anchor)) })
    whole(
      "segment",
      "{barred} (until|before|prior to|earlier than|sooner than|less than|fewer than) "
        + "[(the|) (end|expiry|expiration) of] [a|the] [period of] [at least|not less than] {span} {since} {anchor} "
        + "[{trail}]",
      cost: 1, { Make.counted(.notBefore, $0[1].durations, Make.eventOnly($0[3].anchor)) })
    whole("segment", "{barred} (after|later than) {moments} [{trail}]", cost: 1, { Make.bounded(.by, $0[1], nil) })
    whole(
      "segment", "{barred} (until|before|prior to|earlier than|sooner than) {moments} [{trail}]", cost: 1,
      { Make.bounded(.notBefore, $0[1], nil) })
    Row("span", en: "{durations}", build: { $0[0] })
    Row("span", en: "(a|the) {n} - {scale} period", build: { Make.duration($0[0].number, $0[1]) })
    whole(
      "segment",
      "[the] minimum [{filler}] (period|limit|time|interval) [{more:filler}] (is|shall be|must be|will be|of) "
        + "{durations} {since} {anchor} [{trail}]",
      cost: 1, { Make.counted(.notBefore, $0[2].durations, Make.eventOnly($0[4].anchor)) })
  }
}

extension EnglishProse {
  /// Of whole deadlines: the row makes a form, places or a rhythm.
  static func whole(_ symbol: String, _ en: String, cost: Int = 0, _ build: @escaping @Sendable (Parts) -> Value?)
    -> Row
  { Row(symbol, en: en, cost: cost, build: { build($0).flatMap(Make.whole) }) }
}
