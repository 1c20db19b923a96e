import CivilCalendar

/// English wordings of counts from events on that only reading knows.
enum EnglishCountForms {
  static let all: [Row] = after

  private static let at =
    "[by|at|on|no later than|not later than|on or before|within|until|up to] [(the|) close of business (on|of|)|"
    + "{clock} (on|of)]"

  @Rows private static var after: [Row] {
    Row(
      "counted", en: "\(at) (the|) {n:ord} [calendar|consecutive] day (after|following|from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[1].number.flatMap { $0 > 0 ? [CalendarDuration($0, .day)] : nil },
          Make.eventOnly(parts[2].anchor), time: parts[0].time)
      })
    Row(
      "counted", en: "\(at) (the|) {n:ord} (business|working) day (after|following|from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[1].number.flatMap { $0 > 0 ? [CalendarDuration($0, .workingDay)] : nil },
          Make.eventOnly(parts[2].anchor), time: parts[0].time)
      })
    Row(
      "counted", en: "(before|prior to) (the|) {n:ord} [calendar] day (after|following|from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[0].number.flatMap { $0 > 1 ? [CalendarDuration($0 - 1, .day)] : nil },
          Make.eventOnly(parts[1].anchor))
      })
    Row(
      "counted", en: "(before|prior to) (the|) {n:ord} (business|working) day (after|following|from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[0].number.flatMap { $0 > 1 ? [CalendarDuration($0 - 1, .workingDay)] : nil },
          Make.eventOnly(parts[1].anchor))
      })
    // The close of business of a day is that day's own end.
    Row(
      "counted",
      en: "before (midnight|[the] close of business) (on|of|at the end of) (the|) {n:ord} [calendar] "
        + "day (after|following|from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[0].number.flatMap { $0 > 0 ? [CalendarDuration($0, .day)] : nil },
          Make.eventOnly(parts[1].anchor))
      })
    Row(
      "counted", en: "\(at) (the|) [next] [calendar] day [immediately] (after|following) {anchor}",
      build: { parts in
        Make.counted(.within, [CalendarDuration(1, .day)], Make.eventOnly(parts[1].anchor), time: parts[0].time)
      })
    Row(
      "counted",
      en: "\(at) (the|) [next|first|following] (business|working) day [immediately] (after|following) {anchor}",
      build: { parts in
        Make.counted(.within, [CalendarDuration(1, .workingDay)], Make.eventOnly(parts[1].anchor), time: parts[0].time)
      })
    Row(
      "counted", en: "\(at) (the|) (next|following|first|succeeding) (business|working) day", cost: 2,
      build: { parts in
        Make.counted(.within, [CalendarDuration(1, .workingDay)], .ownCase, time: parts[0].time)
      })
    Row(
      "counted",
      en:
        "(by|before|no later than|not later than|within) (the|) (end|close) of (the|) (next|following|succeeding) "
        + "(business|working|banking|trading) day",
      cost: 1,
      build: { _ in
        Make.counted(.within, [CalendarDuration(1, .workingDay)], .ownCase)
      })
    Row(
      "counted",
      en:
        "(by|before|no later than|not later than|within) (the|) (end|close) of (the|) (next|following) (calendar|) day",
      cost: 1,
      build: { _ in
        Make.counted(.within, [CalendarDuration(1, .day)], .ownCase)
      })
    Row(
      "counted",
      en:
        "(by|before|no later than|not later than) (the|) (end|close) of (the|) [next|following|first] "
        + "(business|working|banking|trading) day [immediately] (after|following) {anchor}",
      build: { parts in
        Make.counted(.within, [CalendarDuration(1, .workingDay)], Make.eventOnly(parts[0].anchor))
      })
    Row(
      "counted",
      en:
        "{urge} [,] (and|but) [in (any|no) (event|case)] (no later than|not later than|by|later than|within) "
        + "[(the|) (close|end) of business (on|of|)|(the|) (close|end) of] (the|) (next|following) "
        + "(business|working) day",
      build: { _ in
        Make.counted(.within, [CalendarDuration(1, .workingDay)], .ownCase)
      })
    Row(
      "counted", en: "(is|are|) due (on|) (the|) (next|following) day", cost: 2,
      build: { _ in Make.counted(.within, [CalendarDuration(1, .day)], .ownCase) })
    Row(
      "counted",
      en:
        "(by|before|no later than|not later than) (the|) (end|close) of (the|) {n:ord} [calendar] day "
        + "(after|following|from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[0].number.flatMap { $0 > 0 ? [CalendarDuration($0, .day)] : nil },
          Make.eventOnly(parts[1].anchor))
      })
    Row(
      "counted",
      en:
        "(by|before|no later than|not later than) (the|) (end|close) of (the|) {n:ord} (business|working) day "
        + "(after|following|from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[0].number.flatMap { $0 > 0 ? [CalendarDuration($0, .workingDay)] : nil },
          Make.eventOnly(parts[1].anchor))
      })
    Row(
      "counted", en: "(the|) (next|following) day", cost: 2,
      build: { _ in Make.counted(.within, [CalendarDuration(1, .day)], .ownCase) })
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
    // How long records are kept. *for 3 months after signing* is how long something goes on.
    Row(
      "counted", en: "for a period of [up to] {durations} {since} {anchor}",
      build: { Make.counted(.within, $0[0].durations, Make.eventOnly($0[2].anchor)) })
    // *after each meeting*: for each case.
    Row(
      "form", en: "(after|following) (each|every) {event}", cost: -2,
      build: { Make.eachCase($0[0].event, []) })
    Row(
      "counted",
      en: "[by|at|no later than|not later than|before] {clock} [on|of|,] {durations} (after|following) {anchor}",
      build: { Make.counted(.within, $0[1].durations, Make.eventOnly($0[2].anchor), time: $0[0].time) })
    Row(
      "counted",
      en: "(before|by|within) (the|) (expiry|expiration|end) of (the|) {n:ord} [calendar] day (after|following|"
        + "from) {anchor}",
      build: { parts in
        Make.counted(
          .within, parts[0].number.flatMap { $0 > 0 ? [CalendarDuration($0, .day)] : nil },
          Make.eventOnly(parts[1].anchor))
      })
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
      "counted", en: "(wd|bd|working day|business day) + {n}", cost: 1,
      build: { Make.counted(.within, $0[0].number.map { [CalendarDuration($0, .workingDay)] }, .ownCase) })
    Row(
      "counted", en: "(d|day|days|t) (-|–) {n}", cost: 1,
      build: { Make.counted(.before, $0[0].number.map { [CalendarDuration($0, .day)] }, .ownCase) })
  }
}
