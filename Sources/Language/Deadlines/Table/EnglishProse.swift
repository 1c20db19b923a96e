import CivilCalendar

/// English sentences around a deadline, for repair and imports.
enum EnglishProse {
  static let all: [Row] = covers + trails + paced + conditional + exceptions + lengths + cells + calendars

  /// What is reported on: *for the quarter ending 31 March*.
  @Rows private static var covers: [Row] {
    Row(
      "coverage",
      en: "(the|each|any|a) [most recent|preceding|previous|prior|last] {n} [-] {unit} period (ended|ending|"
        + "beginning) [on] {moments}",
      build: { _ in .number(0) })
    Row(
      "coverage", en: "(a|any|a particular|a given) {unit}",
      build: { parts in parts[0].unit.flatMap { $0.size > 0 && $0 != .year ? .period(.own($0)) : nil } })
    Row(
      "cover",
      en:
        "[{filler}] (for|of|in|during|covering|regarding|on|with respect to|relating to|as of|to) {coverage} "
        + "[{more:filler}] [:|,|\\(]",
      cost: 3, build: { $0[1] })
    Row(
      "cover", en: "[{filler}] from {coverage} [{more:filler}] [:|,|\\(]", cost: 3,
      build: { $0[1].number == nil ? $0[1] : .number(Cover.stretch) })
    Row(
      "cover",
      en:
        "[{filler}] (cover|covers|covering) [the|a] (period|year|months) [from|of|beginning|starting] {range} [,|and] "
        + "[{more:filler}]",
      cost: -6, build: { _ in .number(0) })
    Row(
      "coverage", en: "{period}",
      build: { parts in if let period = parts[0].period, Make.isEach(period.root) { nil } else { parts[0] } })
    Row("coverage", en: "{window}", cost: 1, build: { _ in .number(0) })
    Row("coverage", en: "{range}", cost: 1, build: { _ in .number(0) })
    Row(
      "coverage",
      en:
        "(the|each|a|any|that|) [reporting|tax|compliance|taxable|fiscal|financial|calendar|plan|school|academic|"
        + "policy] "
        + "(period|periods|year|years|quarter|quarters|month) "
        + "[that|which] (ended|ending|end|ends|beginning|begins|commencing|starting|covering|from|of|) [on] {moments}",
      build: { _ in .number(0) })
    Row("covering", en: "{cover} {bounded} [\\)] [,] {trail}", cost: 1, build: { Make.covering($0[0], $0[1]) })
    Row(
      "covering", en: "{cover} {counted} [{trail}]", cost: 2,
      build: { parts in
        switch parts[1] {
        case .form(.each): Make.item(parts[1])
        case .form(.counted(let counted)):
          if case .event = counted.anchor, !counted.durations.isEmpty { Make.item(parts[1]) } else { nil }
        default: nil
        }
      })
  }

  private static let about =
    "(for|covering|regarding|concerning|showing|as of|as at|as on|relating to|in respect of|with respect to)"

  /// Words behind a deadline, which may say of what time the report or the payment is.
  @Rows private static var trails: [Row] {
    Row("trail", en: "{tail}", build: { $0[0] })
    // What happens to those who are late.
    Row(
      "trail",
      en:
        "[{tail}] (;|.|,|, and) [{filler}] (will not be|shall not be|cannot be|are not|is not) (accepted|"
        + "considered|processed|"
        + "granted|reviewed|refundable|permitted|eligible|reimbursed) "
        + "[{more:tail}]", cost: 4, build: { _ in .number(0) })
    Row(
      "trail",
      en:
        "[{tail}] (;|.|,|, and) no (extension|extensions|exceptions|refunds|refund|late {filler}) [(will|shall|"
        + "can) be {more:tail}]",
      cost: 4, build: { _ in .number(0) })
    Row(
      "trail",
      en:
        "[{tail}] (;|.|,|, and) [{filler}] [received|submitted|made|postmarked|filed|arriving] (after|past) "
        + "(this|that|the|such) "
        + "[due] (date|deadline|time|day) [[{more:tail}] (will not be|shall not be|cannot be|are not|is not)] "
        + "{last:tail}",
      cost: -4, build: { _ in .number(0) })
    // Another sentence, which says nothing of time.
    Row("trail", en: "[{tail}] (;|.) [otherwise] {filler}", cost: 4, build: { _ in .number(0) })
    Row("trail", en: "{tail} {about} [,] [{trail}]", cost: 1, build: { $0[1] })
    Row("trail", en: "{regarding} [,] [{trail}]", cost: 3, build: { $0[0] })
    Row("trail", en: "[{tail}] (showing|covering|reflecting) {more:tail} {about}", cost: 1, build: { $0[2] })
    Row("regarding", en: "[,|\\(] \(about) [the|any] {coverage} [\\)]", build: { $0[0] })
    Row("regarding", en: "[,] (which|that) (ends|end|ended|begins|begin) [on] {moments}", build: { _ in .number(0) })
    Row(
      "about",
      en: "[for|over|during|covering|in] (the|its) (first|last|preceding|previous|past|prior) {durations}",
      build: { _ in .number(0) })
    Row("trail", en: "\\( (i . e|e . g) [.] [,] {topic} \\) [{tail}]", cost: 8, build: { _ in .number(0) })
    Row(
      "trail",
      en:
        "(during|throughout|over|for) (the|its|any) [remaining|applicable|relevant|current|active|entire|full|"
        + "whole|initial] (life|lifetime|term|"
        + "duration|course|operation|validity|existence|(filing|reporting|contract|grant|project|performance|"
        + "award) period) [of [the|this|any|a|its] [{tail}]]", cost: 6, build: { _ in .number(0) })
    // A second duty, which has no time of its own.
    Row(
      "trail",
      en:
        "[,] and [shall|must|will|should] (submit|file|provide|send|furnish|deliver|publish|forward|make|report|"
        + "include|"
        + "contain|keep|maintain|retain|transmit|notify|give|pay|state|describe|take|ensure|prepare|present|update|be) "
        + "[(to|in|on|at|by|with|for|of) (the|a|an|its|all|any)] {tail}",
      cost: 8, build: { _ in .number(0) })
    // *on each shift*, *by the employer*: where, by whom and how.
    Row(
      "trail", en: "[,] (at|on|by|in|for|to|with) (the|a|an|each|every|any|all|its|such|their|your) {tail}", cost: 9,
      build: { _ in .number(0) })
    // *and according to the requirements of this section*: how, and not when.
    Row(
      "trail",
      en:
        "[and] (in accordance with|according to|pursuant to|under) (the|this|its|any|applicable) "
        + "(requirements|provisions|procedures|rules|terms|regulations|section|paragraph|article|agreement|contract|"
        + "policy|guidelines|law) [[of|in] {tail}]",
      cost: 8, build: { _ in .number(0) })
    Row(
      "regarding",
      en: "(as of|as at|as on) [the] (close of business|end) (of|on) [the] "
        + "{coverage}", build: { _ in .number(0) })
    Row(
      "trail",
      en: "[,|\\(] (or|and) (more often|more frequently|sooner|earlier) [than that] (if|as|when|where) "
        + "{tail} [\\)]", cost: 6,
      build: { _ in .number(0) })
    // *Each report covers the six months before 1 July.*
    Row("trail", en: "[.|;|,|, and|and] [{filler}] (cover|covers) {topic}", cost: 10, build: { _ in .number(0) })
    Row("regarding", en: "(as of|as at|as on) {day}", build: { _ in .number(0) })
    Row("about", en: "{regarding}", build: { $0[0] })
    Row("about", en: "of {coverage}", build: { $0[0] })
    // Told from another period: a plain one could be a deadline of its own.
    Row(
      "about", en: "[in|into|on|during|through|up to|from|to|at the end of] (the|that|this|such|its|) {period}",
      build: { Make.isTold([$0[0].period]) ? $0[0] : nil })
    Row(
      "about", en: "(up to|through) {day}", build: { Make.isTold($0[0].day?.periods ?? []) ? $0[0] : nil })
  }

  private static let det = "[of|for|to|from|on] [the|a|an|all|any|its|their|your|our|each|such]"

  @Rows private static var paced: [Row] {
    // *By 1 March, the agency shall submit an annual report*
    Row(
      "segment",
      en:
        "[{x:filler}] {bounded} [,] {filler} [to|for|of|on] (a|an|its|the|their|his|her|your|our) {rhythm} [{trail}]",
      cost: 2,
      build: { parts in
        parts[1].parts?.allSatisfy { $0.place?.day != nil } == true
          ? Make.pacedOrDated(parts[3].rhythm, parts[1]).flatMap(Make.item) : nil
      })
    Row(
      "segment",
      en:
        "[{x:filler}] {counted} [,] {filler} [to|for|of|on] (a|an|its|the|their|his|her|your|our) {rhythm} [{trail}]",
      cost: 2, build: { parts in Make.pacedCount(parts[3].rhythm, parts[1]).flatMap(Make.item) })
    // *semiannual reports by 31 July or 31 January*: each half has its own.
    Row(
      "segment",
      en:
        "[{filler}] \(det) {rhythm} [{more:filler}] {bound} {a:date} or [by] {b:date} [[,] {trail}]", cost: -3,
      build: { parts in
        guard parts[1].rhythm == .every(.half), let days = Make.list([parts[4], parts[5]]) else { return nil }
        return Make.bounded(parts[3].bound, days, nil).flatMap { Make.paced(.every(.half), $0) }.flatMap(Make.item)
      })
    // *at least four times a year at intervals of no more than four months*
    Row(
      "segment",
      en: "[{filler}] {times} [,] [and] (at|with) (intervals|an interval|gaps) (of|not) [(no|not|"
        + "exceeding)] "
        + "[more than|exceeding|longer than] {n} {unit} [between {more:filler}] [{trail}]",
      build: { parts in
        guard let rhythm = Make.every(parts[2].number, parts[3].unit)?.rhythm,
          let gap = Make.times(CountRange(minimum: 1, maximum: nil), rhythm).flatMap(Make.item)
        else { return nil }
        return Make.item(parts[1]).flatMap { Make.items($0, gap) }
      })
    Row(
      "segment",
      en:
        "[{filler}] \(det) {rhythm} [{more:filler}] [\(about) [the] {coverage} [{third:filler}]] [:|,|"
        + "\\(] {bounded} [\\)] "
        + "[{clauses}] [[,] {trail}]",
      build: { parts in
        Make.pacedOrDated(parts[1].rhythm, parts[5]).flatMap { Make.item($0, parts[6]) }
      })
    Row(
      "segment",
      en:
        "[{filler}] \(det) {rhythm} [{more:filler}] [\(about) [the] {coverage} [{third:filler}]] [:|,|"
        + "\\(] {counted} [\\)] "
        + "[{clauses}] [[,] {trail}]",
      build: { parts in
        Make.pacedCount(parts[1].rhythm, parts[5]).flatMap { Make.item($0, parts[6]) }
      })
    Row(
      "segment", en: "[{filler}] {rhythm} [{more:filler}] : {places} [[,] {trail}]",
      build: { parts in Make.pacedOrDated(parts[1].rhythm, parts[3]).flatMap(Make.item) })
    Row(
      "segment", en: "{filler} [,] {rhythm} [,] {trail}",
      build: { parts in parts[1].rhythm.flatMap(Make.unplaced).flatMap(Make.item) })
    // *shall publish an annual summary of its activities*
    Row(
      "segment", en: "{filler} (a|an|its|their|his|her|your|our) {rhythm} {trail}", cost: 2,
      build: { parts in parts[1].rhythm.flatMap(Make.unplaced).flatMap(Make.item) })
    Row(
      "segment", en: "{filler} [,] {bare} [,] {trail}",
      build: { parts in
        Make.times(CountRange(minimum: 1, maximum: nil), parts[1].rhythm).flatMap(Make.item)
      })
    Row(
      "segment",
      en:
        "[{filler}] {bound} {days:date+joint} [,] for [the] [{more:filler}] (periods|period|quarters|years|half - "
        + "years|months) (ending|ended) [on] {ends:moments} [,] respectively",
      build: { parts in
        Make.respectively(parts[1].bound, Make.list(parts[2].parts ?? []) ?? .none, parts[4]).flatMap(Make.item)
      })
  }

  private static let have =
    "(has|have|shall have|will have|is given|are given|is allowed|are allowed) [a period of|up to|at least]"

  @Rows private static var lengths: [Row] {
    // *has 14 days to withdraw from the day on which X*
    Row(
      "segment", en: "{filler} \(have) {durations} to {more:filler} {since} {anchor} [[,] {trail}]", cost: 1,
      build: { parts in
        Make.counted(.within, parts[1].durations, Make.eventOnly(parts[4].anchor)).flatMap(Make.item)
      })
    Row(
      "segment", en: "{filler} \(have) {durations} {since} {anchor} [(in|within) which] to {tail}", cost: 1,
      build: { parts in
        Make.counted(.within, parts[1].durations, Make.eventOnly(parts[3].anchor)).flatMap(Make.item)
      })
    // *may not be concluded before the expiry of 10 days after X*: it opens then.
    Row(
      "segment",
      en:
        "{filler} not {more:filler} (until|before|earlier than|prior to|sooner than) "
        + "[(the|) (end|expiry|expiration) of] [a|the] [period of] [at least|not less than] {span} {since} "
        + "{anchor} [{trail}]",
      cost: 1,
      build: { parts in
        let words = parts[0].text?.lowercased().split(separator: " ") ?? []
        guard let last = words.last, ["may", "shall", "must", "can", "will"].contains(last), !words.contains("if")
        else {
          return nil
        }
        return Make.counted(.notBefore, parts[2].durations, Make.eventOnly(parts[4].anchor)).flatMap(Make.item)
      })
    Row("span", en: "{durations}", build: { $0[0] })
    Row("span", en: "(a|the) {n} - {scale} period", build: { Make.duration($0[0].number, $0[1]) })
    Row(
      "segment",
      en:
        "[the] minimum [{filler}] (period|limit|time|interval) [{more:filler}] (is|shall be|must be|will be|of) "
        + "{durations} "
        + "{since} {anchor} [{trail}]",
      cost: 1,
      build: { parts in
        Make.counted(.notBefore, parts[2].durations, Make.eventOnly(parts[4].anchor)).flatMap(Make.item)
      })
  }

  private static let when =
    "(if|when|whenever|where|once|upon|after|following|in the event [that|of]|in case of|in cases where|should|as "
    + "soon as) (the|a|an|any|such|each|)"

  @Rows private static var conditional: [Row] {
    Row(
      "segment", en: "\(when) {event} , [{filler}] [,] {within} {durations} [[,] {trail}]", cost: 1,
      build: { parts in
        Make.counted(.within, parts[3].durations, parts[0].event.map { .event($0) }).flatMap(Make.item)
      })
    Row(
      "segment",
      en:
        "\(when) {event} , [{filler}] [,] {within} {durations} (thereafter|thereof|of that date|of such "
        + "(event|date)) [[,] {trail}]",
      cost: 1,
      build: { parts in
        Make.counted(.within, parts[3].durations, parts[0].event.map { .event($0) }).flatMap(Make.item)
      })
    Row(
      "segment",
      en:
        "(if|where|in the event [that|of]|in case of|in the case of|in relation to|when|should|provided that) "
        + "(the|a|an|any|such|) "
        + "{source} , [{filler}] [,] {body} [[,] {trail}]",
      cost: 1, build: { Make.conditional($0[0].text, $0[2]) })
    Row(
      "segment", en: "unless (the|a|an|any|such|otherwise|) {source} {counted} [[,] {trail}]", cost: 6,
      build: { parts in Make.item(parts[1]).flatMap { Make.excepted($0, parts[0].text, isLimit: true) } })
    Row(
      "segment",
      en: "(unless|except where|except when) (the|a|an|any|such|otherwise|) {source} , [{filler}] [,] {body} "
        + "[[,] {trail}]",
      cost: 1, build: { Make.excepted($0[2], $0[0].text, isLimit: true) })
    Row(
      "segment", en: "(if|where|when) (the|a|an|any|such|) {source} {counted} [[,] {trail}]", cost: 6,
      build: { parts in
        Make.item(parts[1]).flatMap { Make.conditional(parts[0].text, $0) }
      })
  }

  /// What else holds in another case: said with the deadline, in the writer's words.
  @Rows private static var exceptions: [Row] {
    Row(
      "segment",
      en: "{body} [{trail}] [,|.|;] (unless|except that|except where|except when|except if|provided that|"
        + "provided , however , that) "
        + "{free}", cost: 12, build: { Make.excepted($0[0], $0[2].text, isLimit: false) })
    Row(
      "segment",
      en:
        "{filler} [:|,|\\(] {body} [{trail}] [,|.|;] (unless|except that|except where|except when|except if|provided that|provided "
        + ", however , that) {free}", cost: 12, build: { Make.excepted($0[1], $0[3].text, isLimit: false) })
    // *; that period may be extended by two further months*
    Row(
      "segment",
      en:
        "[{filler} [:|,|\\(]] {body} [{trail}] (;|.|, and|and|, but|but|,) (that|this|such|the|which) [time] "
        + "(period|limit|deadline|term) {free}", cost: 12,
      build: { parts in
        let isChange = [
          "may be ", "shall be ", "will be ", "can be ",
          "is "
            + "",
        ].contains { parts[3].text?.hasPrefix($0) ?? false }
        return isChange ? Make.excepted(parts[1], parts[3].text, isLimit: true) : nil
      })
    // *; if no suspect was identified, an additional 30 days*
    Row(
      "segment",
      en: "[{filler} [:|,|\\(]] {body} [{trail}] (;|.|, but|,) [but|however ,] (if|where|in the event|"
        + "in case) {free}",
      cost: 12, build: { Make.isCounted($0[1]) ? Make.excepted($0[1], $0[3].text, isLimit: true) : nil })
    // *by the 22nd (or the 19th if you pay by cheque)*
    Row(
      "segment", en: "[{filler} [:|,|\\(]] {body} \\( (or|unless|except) {aside} \\) [{trail}]", cost: 12,
      build: { Make.excepted($0[1], $0[2].text, isLimit: true) })
    Row(
      "segment", en: "[{filler} [:|,|\\(]] {body} \\( {aside} \\) [{trail}]", cost: 12,
      build: { parts in
        let words = parts[2].text?.split(separator: " ") ?? []
        return (words.contains("if") || words.contains("where")) && !["or", "unless", "except"].contains(words.first)
          ? Make.excepted(parts[1], parts[2].text, isLimit: true) : nil
      })
    // *1 March if filed on paper, or 31 March if filed electronically*
    Row(
      "segment", en: "[{filler} [:|,|\\(]] {a:body} if {source} [,] (or|and) {b:body} if {other:source}", cost: 2,
      build: { parts in
        guard let one = Make.conditional(parts[2].text, parts[1]), let other = Make.conditional(parts[4].text, parts[3])
        else { return nil }
        return Make.items(one, other)
      })
    // *delinquent if not paid before 1 February*, *If payment is not received within 45 days of X, …*
    Row(
      "segment",
      en: "[{filler}] if [not] (paid|filed|received|submitted|delivered|made|postmarked) [by {x:filler}] {body} "
        + "[{trail}]", cost: 2,
      build: { $0[2] })
    Row(
      "segment",
      en:
        "if {filler} (is|are|has|have) not [been] (received|paid|filed|submitted|made|completed|resolved|delivered) "
        + "{body} [[,] {trail}]", cost: -8, build: { $0[1] })
    Row(
      "segment", en: "[{filler} [:|,|\\(]] {body} [,] (if|where) {free}", cost: 14,
      build: { Make.onlyIf($0[1], $0[2].text) })
  }

  /// Lines of a calendar: *15 October: extended return*.
  /// Short cells, which are the whole deadline: in sentences *on* and *at* lead in much else.
  @Rows private static var cells: [Row] {
    Row(
      "item", en: "(at|on) {event}", cost: 6,
      build: { parts in
        Make.counted(.same, [], parts[0].event.map { .event($0) }).flatMap(Make.item)
      })
    // *High: 4 hours*, a level of service.
    Row(
      "item", en: "{label} ~: {durations}", cost: 6,
      build: { parts in
        let units: [DurationUnit] = [.minute, .hour, .workingHour, .workingDay]
        guard let durations = parts[1].durations, durations.allSatisfy({ units.contains($0.unit) }) else { return nil }
        return Make.counted(.within, durations, .ownCase).flatMap(Make.item).flatMap {
          Make.labelled(parts[0].text, $0)
        }
      })
    Row(
      "item", en: "{durations}", cost: 6,
      build: { Make.counted(.within, $0[0].durations, .ownCase).flatMap(Make.item) })
    Row(
      "item", en: "(from|starting from|beginning on|effective on) {anchor}", cost: 6,
      build: { parts in
        Make.counted(.from, [], Make.eventOnly(parts[0].anchor)).flatMap(Make.item)
      })
  }

  @Rows private static var calendars: [Row] {
    Row(
      "segment", en: "{places} : {filler} (is|at|by|,) {clock} [{trail}]",
      build: { parts in
        Make.bounded(.by, parts[0], parts[2].time).flatMap(Make.form).flatMap(Make.item)
      })
    // An hour among the words behind the colon limits, and is never left out.
    Row(
      "segment", en: "{places} (:|–) {subject}", cost: 1,
      build: { parts in
        Make.holdsHour(parts[1].text) ? nil : Make.form(parts[0]).flatMap(Make.item)
      })
    Row(
      "segment", en: "{places} (:|–) {filler}", cost: 1,
      build: { Make.form($0[0]).flatMap(Make.item) })
    // *Last day to withdraw: Friday, March 22*
    Row(
      "segment",
      en: "[the] (last|final|deadline) day (to|for|of) ({filler} [is|–|-|,]|{topic} :) [on] {places} [{trail}]",
      build: { parts in
        Make.bounded(.by, parts[2], nil).flatMap(Make.form).flatMap(Make.item)
      })
    Row(
      "segment", en: "[the] first day (to|for|of) ({filler} [is|–|-|,]|{topic} :) [on] {places} [{trail}]",
      build: { Make.form($0[2]).flatMap(Make.item) })
    // *by 31 July (January–June) and 31 January (July–December)*
    Row("covdate", en: "{date} \\( [for|covering] {coverage} \\)", build: { $0[0] })
    Row("covdate", en: "{date} for {filler}", build: { $0[0] })
    Row("covdate", en: "{date} (for|covering|in respect of) [the] {coverage}", cost: -6, build: { $0[0] })
    Row("covdate", en: "{date} to {filler} on {x:date}", cost: -3, build: { $0[0] })
    // *by 31 October for April to September and by 30 April for October to March*
    Row("bycov", en: "(by|on or before|not later than|no later than) {covdate}", build: { $0[0] })
    Row(
      "bounded", en: "{bycov+joint}",
      build: { parts in
        guard let all = parts[0].parts, all.count > 1, !Make.isAlternative(parts[0]) else { return nil }
        return Make.list(all).flatMap { Make.bounded(.by, $0, nil) }
      })
    Row(
      "coverage",
      en: "[the] (period|periods|months|half - year|half year|quarter) (from|of|between) "
        + "{range}", build: { _ in .number(0) })
    Row(
      "coverage",
      en: "[the] (period|periods|months|half - year|half year|quarter) (from|of|between|) "
        + "[{x:filler}] {a:month} {dash} {b:month}",
      build: { _ in .number(0) })
    Row(
      "bounded", en: "{bound} {covdate+joint}",
      build: { parts in
        Make.isAlternative(parts[1])
          ? nil : Make.list(parts[1].parts ?? []).flatMap { Make.bounded(parts[0].bound, $0, nil) }
      })
    // *The pay period runs from the 1st to the 15th. …*: what is paid for, and no deadline.
    Row(
      "repaired",
      en:
        "(the|each|all|) (pay|billing|payroll|reporting|accounting|wage|invoice|award|grant|budget|project|"
        + "funding|contract) "
        + "(period|periods|cycle|cycles|year) "
        + "(runs|run|is|are|covers|cover|shall be|will be) [from] (the|) {edge} {dash} (the|) {b:edge} "
        + "[of {period}] (.|;|; and|and) {repaired}",
      build: { $0[4] })
    // *on the following dates: 25 March, 24 June and 29 September*
    Row(
      "segment",
      en:
        "[{filler}] (on|by) (the|) [following|usual|same|these] [quarter|payment|due] (days|dates) [,|:] "
        + "[namely] [,|:] {moments} "
        + "[[,] {trail}]",
      build: { parts in
        Make.bounded(.on, parts[1], nil).flatMap(Make.form).flatMap(Make.item)
      })
    Row("repaired", en: "{filler} (;|.) {repaired}", cost: 4, build: { $0[1] })
    // Pieces cut out of a longer text.
    Row("repaired", en: "\\( {letter} \\) {repaired}", build: { $0[1] })
    Row("repaired", en: "(and|or|but) [also|then|thereafter] {repaired}", cost: 1, build: { $0[0] })
    // Levels of service, whose events are known.
    // *with not more than 120 days between two meetings*
    Row(
      "led",
      en:
        "with [(an interval|intervals|a gap|gaps|a period) of] ((not|no) more than|a maximum [interval|gap] of|"
        + "at most) "
        + "{n} {unit} between {filler}",
      build: { parts in
        Make.every(parts[0].number, parts[1].unit).flatMap {
          Make.times(CountRange(minimum: 1, maximum: nil), $0.rhythm)
        }.flatMap(Make.item)
      })
    Row("segment", en: "{service}", build: { $0[0] })
    Row("led", en: "{service}", build: { $0[0] })
    Row(
      "service",
      en:
        "[{filler}] [:|,] (response|resolution|reply|acknowledgement|turnaround|restoration) [time] [:|is|of|in|"
        + "within] "
        + "{durations} [{trail}]",
      build: { Make.counted(.within, $0[1].durations, .ownCase).flatMap(Make.item) })
    Row("segment", en: "{counted} (:|–) {subject}", cost: 1, build: { Make.item($0[0]) })
    Row("segment", en: "(t|d|day|wd|bd) (+|-|–) {n} : {body}", cost: 1, build: { $0[1] })
    Row(
      "led", en: "(when|whenever|if|upon|in the event of) (the|a|an|any|there is|there are|) {event} [{trail}]",
      cost: 1,
      build: { parts in
        Make.eachCase(parts[0].event, []).flatMap(Make.item)
      })
    Row(
      "led", en: "{filler} [to|by|for|of] [a|an|its|their] {rhythm} [{trail}]", cost: 2,
      build: { parts in parts[1].rhythm.flatMap(Make.unplaced).flatMap(Make.item) })
    Row(
      "led", en: "[also] {bare} [{trail}]",
      build: { parts in
        Make.times(CountRange(minimum: 1, maximum: nil), parts[0].rhythm).flatMap(Make.item)
      })
    // *By 31 December 2010 the office shall report, and thereafter shall report every two years.*
    Row(
      "segment",
      en: "[{filler}] {bounded} [at the latest] [{more:trail}] [,] and [{third:filler}] thereafter "
        + "[{last:filler}] {rhythm}",
      cost: -2, build: { parts in Make.thereafter(parts[1], parts[5].rhythm) })
    Row(
      "segment",
      en: "[{filler}] {bounded} [at the latest] [{more:trail}] [,] and [{third:filler}] {rhythm} thereafter [[,] "
        + "{trail}]",
      cost: -2, build: { parts in Make.thereafter(parts[1], parts[4].rhythm) })
    // *by 31 May 2016 and by 31 May of each subsequent year*
    Row(
      "segment",
      en:
        "[{filler}] {bound} {date} [,] and [by|on] {again:date} (of|in|) (each|every) [subsequent|following|"
        + "succeeding] year "
        + "[thereafter] [(until|up to|up to and including|through) {year}] [[,] {trail}] "
        + "[(a|an|its|the) annual {last:trail}]",
      cost: -2,
      build: { parts in
        guard let first = parts[2].day, let again = parts[3].day, first.civil?.day == again.civil?.day,
          first.civil?.month == again.civil?.month
        else { return nil }
        return Make.list([.day(first)]).flatMap { Make.bounded(parts[1].bound, $0, nil) }.flatMap {
          Make.thereafter($0, .every(.year))
        }.flatMap { value in
          guard case .year(.year, let year)? = parts[4].period, var item = value.item else { return value }
          item.clauses.until = Make.edge(isLast: true, of: .period(.year(.year, year)))?.day
          return .item(item)
        }
      })
    // Behind an event; behind a day it is counted from that day.
    Row("repaired", en: "{segment} {seam} {afterwards}", cost: 2, build: { Make.afterEvent($0[0], $0[2]) })
    Row("afterwards", en: "[{filler}] (thereafter|then|after that|afterwards|subsequently) [,] {led}", build: { $0[1] })
    Row(
      "afterwards",
      en: "[{filler}] {rhythm} (thereafter|afterwards|after that) (until|so long as|while) [the|a|"
        + "an] {source} [{trail}]",
      build: { parts in
        parts[1].rhythm.flatMap(Make.unplaced).flatMap(Make.item).flatMap {
          Make.excepted($0, parts[2].text, isLimit: true)
        }
      })
    Row(
      "afterwards", en: "[{filler}] {rhythm} (thereafter|afterwards|after that) [{trail}]",
      build: { parts in
        parts[1].rhythm.flatMap(Make.unplaced).flatMap(Make.item)
      })
    Row(
      "afterwards", en: "[{filler}] {bare} (thereafter|afterwards|after that) [{trail}]",
      build: { parts in
        Make.times(CountRange(minimum: 1, maximum: nil), parts[1].rhythm).flatMap(Make.item)
      })
    // *Starting 1 January 2025, reports shall be filed quarterly.*
    Row(
      "segment",
      en:
        "(from|starting|beginning|commencing|effective|as of|with effect from) [on|in|from] {moment} ([onwards|"
        + "onward|on] "
        + ",|onwards|onward) {rest:segment}", cost: -3, build: { Make.running(from: $0[0].place, $0[1]) })
    Row(
      "segment", en: "(until|through|up to) {moment} , {rest:segment}", cost: -3,
      build: { Make.running(until: $0[0].place, $0[1]) })
    // *By January 31 or July 31 of each year, whichever is sooner*: each in its turn.
    Row(
      "segment",
      en:
        "[{filler}] {bound} {a:date} or {b:date} [,|\\(] whichever [date] (is|comes|occurs) (sooner|first|"
        + "earlier|next) [\\)] "
        + "[{trail}]",
      cost: -3,
      build: { parts in
        guard let a = parts[2].day, let b = parts[3].day, b.periods.allSatisfy({ $0.root == .each(.year) }) else {
          return nil
        }
        let days = [a.mapped { $0.rooted(in: .each(.year)) }, b]
        return Make.list(days.map { .day($0) }).flatMap { Make.bounded(parts[1].bound, $0, nil) }.flatMap {
          Make.form($0)
        }.flatMap(Make.item)
      })
    // *July 31 or January 31, whichever is the first date following the end of the period*: each in its turn.
    Row(
      "segment",
      en:
        "[{filler}] {bound} {a:date} or {b:date} [,] whichever [calendar] [date] is the first [calendar] date "
        + "(following|after) [the (end|close) of] {period} [{trail}]",
      cost: -3,
      build: { parts in
        Make.list([parts[2], parts[3]]).flatMap { Make.bounded(parts[1].bound, $0, nil) }.flatMap(Make.form)
          .flatMap(Make.item)
      })
    Row(
      "segment", en: "(initially|at the outset|at first|upon issue) and [at least] {rhythm} thereafter",
      build: { parts in parts[0].rhythm.flatMap(Make.unplaced).flatMap(Make.item) })
    // *7th: pay tax deducted*, a line of a monthly checklist.
    Row(
      "segment", en: "{n} (st|nd|rd|th) : {subject}", cost: 1,
      build: { parts in
        Make.day(parts[0].number, of: .own(.month)).flatMap { $0.day }.flatMap {
          Make.form(.list([.place(Place(.by, .day($0)))]))
        }.flatMap(Make.item)
      })
  }
}
