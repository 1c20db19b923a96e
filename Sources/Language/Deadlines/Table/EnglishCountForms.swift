import CivilCalendar

/// English wordings of counts from events on that only reading knows.
enum EnglishCountForms {
  static let all: [Row] = days + after

  /// *by 5 pm on*, *the third working day*: what counts to one day before or after an event have in common.
  @Rows private static var days: [Row] {
    Row(
      "at", en: "by|at|on|no later than|not later than|on or before|within|until|up to", build: { _ in .number(0) })
    Row("hour", en: "[{at}|before] {clock} [on|of|,]", build: { $0[1] })
    Row("hour", en: "[{at}] (the|) close of business [on|of|,]", build: { _ in .number(0) })
    Row("hourat", en: "{hour}|{at}", build: { $0[0].isNone ? $0[1] : $0[0] })
    Row("daylength", en: "[calendar|consecutive] day", build: { _ in .durations([CalendarDuration(1, .day)]) })
    Row(
      "daylength", en: "(business|working|banking|trading) day",
      build: { _ in .durations([CalendarDuration(1, .workingDay)]) })
    Row("nthday", en: "(the|) {n:ord} {daylength}", build: { Make.duration($0[0].number, $0[1]) })
    Row("nthday", en: "(the|) {daylength}", build: { $0[0] })
    Row("nthday", en: "{nextday}", build: { $0[0] })
    Row("nextday", en: "(the|) (next|following|succeeding) {daylength}", build: { $0[0] })
    Row(
      "nextday", en: "(the|) first (business|working) day",
      build: { _ in .durations([CalendarDuration(1, .workingDay)]) })
  }

  @Rows private static var after: [Row] {
    Row(
      "counted", en: "[{hourat}] {nthday} [immediately] (after|following|from) {anchor}",
      build: { Make.counted(.within, $0[1].durations, Make.eventOnly($0[2].anchor), time: $0[0].time) })
    Row(
      "counted", en: "(before|prior to) {nthday} (after|following|from) {anchor}",
      build: { parts in
        guard let day = parts[0].durations?.first, day.count > 1 else { return nil }
        return Make.counted(.within, [CalendarDuration(day.count - 1, day.unit)], Make.eventOnly(parts[1].anchor))
      })
    // The end of a day, and its close of business, are that day's own.
    Row("endof", en: "({at}|before) (the|) (end|close|expiry|expiration) of", build: { _ in .number(0) })
    Row(
      "endof", en: "before (midnight|[the] close of business) (on|of|at the end of)", build: { _ in .number(0) })
    Row(
      "counted", en: "{endof} {nthday} [immediately] (after|following|from) {anchor}",
      build: { Make.counted(.within, $0[1].durations, Make.eventOnly($0[2].anchor)) })
    Row(
      "counted", en: "[{hourat}|(is|are) due [on]] {nextday}", cost: 2,
      build: { Make.counted(.within, $0[1].durations, .ownCase, time: $0[0].time) })
    Row("counted", en: "{endof} {nextday}", cost: 1, build: { Make.counted(.within, $0[1].durations, .ownCase) })
    Row(
      "counted",
      en: "{urge} [,] (and|but) [in (any|no) (event|case)] ({at}|{endof}|later than) {nextday}",
      build: { Make.counted(.within, $0[3].durations, .ownCase) })
    Row(
      "counted",
      en:
        "(not|no) (less|fewer|sooner|earlier) than {n} [{scale}] (nor|and not|and no|but not|but no|and|& nor|or) "
        + "(more|later|longer) than {durations} {since} {anchor}",
      build: { parts in
        guard let unit = parts[2].durations?.last else { return nil }
        let least = parts[1].isNone ? .durations([CalendarDuration(1, unit.unit)]) : parts[1]
        return Make.counted(
          .within, parts[2].durations, parts[4].anchor, earliest: Make.duration(parts[0].number, least)?.durations)
      })
    Row(
      "counted", en: "between {n} [{a:scale}] and {z:n} {scale} {since} {anchor}", cost: -1,
      build: { parts in
        Make.counted(
          .within, Make.duration(parts[2].number, parts[3])?.durations, parts[5].anchor,
          earliest: Make.duration(parts[0].number, parts[1].isNone ? parts[3] : parts[1])?.durations)
      })
    Row(
      "counted", en: "between {n} [{a:scale}] and {z:n} {scale} {before} {anchor:when}", cost: -1,
      build: { parts in
        let least = Make.duration(parts[0].number, parts[1].isNone ? parts[3] : parts[1])?.durations
        let most = Make.duration(parts[2].number, parts[3])?.durations
        // *between 60 and 30 days before* says the same.
        let isTurned = parts[1].isNone && (parts[0].number ?? 0) > (parts[2].number ?? 0)
        return Make.counted(
          .before, isTurned ? most : least, parts[5].anchor, earliest: isTurned ? least : most)
      })
    // How long records are kept. *for 3 months after signing* is how long something goes on.
    Row(
      "counted", en: "for a period of [up to] {durations} {since} {anchor}",
      build: { Make.counted(.within, $0[0].durations, Make.eventOnly($0[2].anchor)) })
    // *after each meeting*: for each case.
    Row(
      "form", en: "(after|following) (each|every) {event}", cost: -2,
      build: { Make.eachCase($0[0].event, []) })
    Row(
      "counted", en: "{hour} {durations} (after|following) {anchor}",
      build: { Make.counted(.within, $0[1].durations, Make.eventOnly($0[2].anchor), time: $0[0].time) })
    // *within 28 days, or such longer period as the Tribunal allows, after X*
    Row(
      "body",
      en:
        "{within} {durations} [,|\\(] or (within|) (such|any|a) [other|longer|further|shorter|additional] "
        + "(period|time) as "
        + "(the|a|an|its|) {source} [,|\\)] {since} {anchor}",
      build: { parts in
        let verbs: Set<Substring> = [
          "may", "allow", "allows", "permits", "permit", "determine", "determines", "specify", "specifies", "agree",
          "agreed",
          "prescribed", "directs", "require", "requires", "approves",
        ]
        guard let text = parts[2].text, text.split(separator: " ").contains(where: verbs.contains) else { return nil }
        let condition = DeadlineClause.condition(Condition(.unless, text))
        return Make.counted(.within, parts[1].durations, parts[4].anchor).flatMap {
          Make.item($0, .list([.clause(condition)]))
        }
      })
    // *as soon as possible after X, and in any event within 30 days of that date*
    Row(
      "counted",
      en: "{urge} (after|following|upon) {anchor} [,] (and|but) [,] [in (any|no) (event|case)] [,] "
        + "({limitword}|{within}) {durations} [thereafter|thereof|afterwards|(of|after|from) (that|such) "
        + "(date|day|event)|{since} {other:anchor}]",
      build: { Make.counted(.within, $0[4].durations, Make.eventOnly($0[6].anchor ?? $0[1].anchor)) })
    // *on, or within 14 days after, X*
    Row(
      "counted", en: "on [,] or {within} {durations} {since} [,] {anchor}",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor) })
    // *within nine months to one year of X*
    Row(
      "counted", en: "{within} {earliest:durations} to {durations} {since} {anchor}",
      build: { parts in
        parts[1].durations?.last?.unit == parts[2].durations?.last?.unit
          ? nil : Make.counted(.within, parts[2].durations, parts[4].anchor, earliest: parts[1].durations)
      })
    Row(
      "counted", en: "at least {earliest:durations} (but|and) (no|not) (more|later) than {durations} {since} {anchor}",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor, earliest: $0[0].durations) })
    Row(
      "counted", en: "[until] {durations} (hence|from now|thereafter|later|afterwards)", cost: 2,
      build: { Make.counted(.within, $0[0].durations, .ownCase) })
    Row(
      "counted",
      en: "{within} {durations} (thereafter|thereof|of such (event|date)|of that (event|date)|after (that|such) date)",
      cost: 2, build: { Make.counted(.within, $0[1].durations, .ownCase) })
    Row(
      "counted", en: "(expire|expires|expired) after {durations}",
      build: { Make.counted(.within, $0[0].durations, .ownCase) })
    Row(
      "counted", en: "{urge} [,] (and|but) [,] [in (any|no|all) (event|case|events|cases)] [,] {rest:counted}",
      build: { parts in
        if case .form(.counted(let counted)) = parts[1], counted.relation == .before || counted.relation == .fromBefore
        {
          parts[1]
        } else {
          nil
        }
      })
    Row(
      "counted", en: "[on] the same [calendar|business|working] day [as|that|when] (the|an|a|) {event}",
      build: { parts in Make.counted(.same, [], parts[0].event.map { .event($0) }) })
    Row(
      "counted", en: "(in|well in) advance of {anchor:when}",
      build: { Make.counted(.before, [], Make.eventOnly($0[0].anchor)) })
    Row(
      "counted", en: "[within] a reasonable (time|period) (after|following|of) {anchor:when}",
      build: { Make.counted(.after, [], Make.eventOnly($0[0].anchor)) })
    Row("counted", en: "{urge}", cost: 3, build: { _ in Make.counted(.immediately, [], .ownCase) })
    Row(
      "counted", en: "as soon as (the|a|an|any|) {event}", cost: 2,
      build: { Make.counted(.immediately, [], $0[0].event.map { .event($0) }) })
    Row(
      "counted", en: "{urge} (after|following|upon|on|of|when|once) {anchor:when}",
      build: { Make.counted(.immediately, [], $0[1].anchor) })
    Row(
      "counted", en: "(on|upon) (the|) {ord} anniversary of {anchor}",
      build: { parts in
        Make.counted(.within, parts[0].number.flatMap { $0 > 0 ? [CalendarDuration($0, .year)] : nil }, parts[1].anchor)
      })
    Row(
      "counted", en: "{event} (plus|+) {durations}",
      build: { Make.counted(.within, $0[1].durations, $0[0].event.map { .event($0) }) })
    Row(
      "counted",
      en: "((wd|bd|working day|business day) + {n}|[{at}] (t|d|day) + {n} (business|working|trading) (day|days))",
      cost: 1,
      build: { Make.counted(.within, $0[0].number.map { [CalendarDuration($0, .workingDay)] }, .ownCase) })
    Row(
      "counted", en: "(d|day|days|t) (-|–) {n}", cost: 1,
      build: { Make.counted(.before, $0[0].number.map { [CalendarDuration($0, .day)] }, .ownCase) })
  }
}
