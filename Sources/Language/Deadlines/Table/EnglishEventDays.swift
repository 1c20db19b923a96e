import CivilCalendar

/// English wordings of days before events and of events themselves, which only reading knows.
enum EnglishEventDays {
  static let all: [Row] = before + edges

  @Rows private static var before: [Row] {
    Row(
      "counted", en: "[at least] {durations} (or more|or earlier|at least|at the latest) {before} {anchor:when}",
      build: { Make.counted(.before, $0[0].durations, $0[2].anchor) })
    // *the end of the 15th week before X*
    Row(
      "counted",
      en: "[by|no later than|not later than|on or before|before] (the|) [(end|close) of (the|)] {n:ord} week "
        + "{before} {anchor:when}",
      build: { parts in
        Make.counted(
          .before, parts[0].number.flatMap { $0 > 0 ? [CalendarDuration($0, .week)] : nil },
          Make.eventOnly(parts[2].anchor))
      })
    Row(
      "counted", en: "(within|in|during) the {durations} {before} {anchor:when}",
      build: { Make.counted(.fromBefore, $0[0].durations, $0[2].anchor) })
    Row(
      "counted", en: "(within|in|during) the {n} - {scale} period (ending on|{before}) {anchor:when}",
      build: { Make.counted(.fromBefore, Make.duration($0[0].number, $0[1])?.durations, Make.eventOnly($0[3].anchor)) })
    Row(
      "counted", en: "(not|no) more than {durations} {before} {anchor:when}",
      build: { Make.counted(.fromBefore, $0[0].durations, $0[2].anchor) })
    // Of a day it says nothing but when the work opens.
    Row(
      "counted", en: "(not|no) (earlier|sooner) than {durations} {before} {anchor:when}",
      build: { Make.counted(.fromBefore, $0[0].durations, Make.eventOnly($0[2].anchor)) })
    Row(
      "group", en: "(not|no) (earlier|sooner) than {durations} {before} {day}",
      build: { parts in
        Make.shifted(parts[0].durations, backwards: true, from: parts[2].day).flatMap { $0.day }.map {
          .list([.place(Place(.notBefore, .day($0)))])
        }
      })
    Row(
      "counted", en: "by {durations} {before} {anchor:when}",
      build: { Make.counted(.before, $0[0].durations, $0[2].anchor) })
    Row(
      "counted", en: "{ahead} {n} , (nor|or|and not|but not) more than {z:n} , {scale} {before} {anchor:when}",
      build: { parts in
        Make.counted(
          .before, Make.duration(parts[1].number, parts[3])?.durations, parts[5].anchor,
          earliest: Make.duration(parts[2].number, parts[3])?.durations)
      })
    Row(
      "counted", en: "[{hourat}] {nthday} [immediately] {before} {anchor:when}",
      build: { Make.counted(.before, $0[1].durations, Make.eventOnly($0[3].anchor), time: $0[0].time) })
    Row(
      "counted", en: "{hour} {durations} {before} {anchor:when}",
      build: { Make.counted(.before, $0[1].durations, Make.eventOnly($0[3].anchor), time: $0[0].time) })
    Row(
      "counted",
      en:
        "{ahead} {n} [{scale}] [{x:before}] [,] (nor|and not|and no|but not|but no|and|& nor|or) (more|earlier) than "
        + "{durations} [,] {before} {anchor:when}",
      build: { parts in
        guard let unit = parts[4].durations?.last else { return nil }
        let scale = parts[2].isNone ? .durations([CalendarDuration(1, unit.unit)]) : parts[2]
        return Make.counted(
          .before, Make.duration(parts[1].number, scale)?.durations, parts[6].anchor, earliest: parts[4].durations)
      })
    Row(
      "counted",
      en:
        "(not|no) [be] (more|earlier|sooner) than {n} [{scale}] [,] (nor|and not|and no|but not|but no|and|& nor|or|,) "
        + "[at] [not|no] (less|fewer|later|least) [than] {durations} [,] {before} {anchor:when}",
      build: { parts in
        guard let unit = parts[2].durations?.last else { return nil }
        let scale = parts[1].isNone ? .durations([CalendarDuration(1, unit.unit)]) : parts[1]
        return Make.counted(
          .before, parts[2].durations, parts[4].anchor, earliest: Make.duration(parts[0].number, scale)?.durations)
      })
    Row(
      "counted", en: "{event} (minus|–) {durations}",
      build: { Make.counted(.before, $0[1].durations, $0[0].event.map { .event($0) }) })
  }

  /// A day of an event: *by the end of the grant*, *on or before the hearing*.
  @Rows private static var edges: [Row] {
    // Of a contract, be it so called: no term of a school.
    Row(
      "anchor", en: "(the|) (end|expiration|expiry) of (the|its|this|such) term", cost: -1,
      build: { _ in .anchor(.event(.single(EventMention("end of the term")))) })
    Row(
      "counted",
      en:
        "(on or before|no later than|not later than|at the latest by|at the latest on|by no later than|not after) "
        + "{anchor:when}",
      cost: 2, build: { Make.counted(.same, [], $0[0].anchor) })
    Row(
      "counted", en: "(on|by) the (date|day) (the|a|an) {event}", cost: 1,
      build: { parts in Make.counted(.same, [], parts[0].event.map { .event($0) }) })
    Row(
      "counted", en: "(on|upon|by|as of) (the|) (date|day|time) (of|that|when|on which|at which) {anchor:when}",
      cost: 1, build: { Make.counted(.same, [], $0[0].anchor) })
    Row(
      "counted", en: "[by|on|at|no later than|not later than|on or before] (the|) {event}", cost: 4,
      build: { parts in
        Make.isEdge(parts[0].event) ? Make.counted(.same, [], parts[0].event.map { .event($0) }) : nil
      })
    Row(
      "counted",
      en:
        "(by|no later than|not later than|until|before|at) {clock} on (the|) [(day|date) of (the|)] {event}", cost: 4,
      build: { parts in
        let name = parts[1].event?.mentions.first?.name.split(separator: " ") ?? []
        return name.contains { ["following", "after", "before", "preceding", "prior"].contains($0) }
          ? nil : Make.counted(.same, [], parts[1].event.map { .event($0) }, time: parts[0].time)
      })
    Row(
      "counted", en: "on (each|every) {event}", cost: 4,
      build: { parts in Make.counted(.same, [], parts[0].event.map { .event($0) }) })
    Row(
      "counted", en: "(at|during) (each|every|the next|its next|their next|the first|its first) {event}", cost: 4,
      build: { parts in Make.counted(.same, [], parts[0].event.map { .event($0) }) })
    // *at the first regular meeting in May of each year*: whoever calls it names the day.
    Row(
      "counted", en: "(at|on|during) (the|its|their) {ord} {event} [(in|of) {period}]", cost: 4,
      build: { parts in
        Make.meeting(parts[0].number, parts[1].event).flatMap { Make.counted(.same, [], .event($0)) }
      })
    Row(
      "counted", en: "(concurrent|concurrently|simultaneously|together) with {anchor:when}", cost: 2,
      build: { Make.counted(.same, [], $0[0].anchor) })
    Row("counted", en: "at the time of {anchor:when}", cost: 2, build: { Make.counted(.same, [], $0[0].anchor) })
    Row(
      "counted", en: "[by|before] the (expiration|expiry|end) of {durations} {since} {anchor}",
      build: { Make.counted(.within, $0[0].durations, $0[2].anchor) })
    // *the end of the sixth month after the death*
    Row("dayof", en: "(the|) {ord} [calendar] [day] (of|in)", build: { $0[0] })
    Row("dayof", en: "(the|) (end|close) of", build: { _ in .number(-1) })
    Row(
      "counted",
      en: "[{bound}] {dayof} (the|) [{m:ord}] {unit} [immediately|next] (following|after|from|that follows) "
        + "[(the|) (date|day) (of|on which|that)] (the|a|an|each|any|such|) {event}",
      build: { parts in
        // *the plan year ends* is a period's end.
        guard let unit = parts[3].unit, unit.size > 0, unit != .year,
          parts[4].event?.mentions.contains(where: { $0.name.hasSuffix("year ends") }) == false
        else { return nil }
        let told = PeriodExpression.neighbour(unit, parts[2].number ?? 1, of: .own(unit))
        return Make.inPeriod(parts[0].bound ?? .by, Make.day(parts[1].number, of: told)?.day, nil, parts[4].event)
      })
    Row(
      "counted", en: "[{bound}] [{clock} on] {day} (in|during|of) which (the|a|an|such|any|) {event}",
      build: { Make.inPeriod($0[0].bound ?? .by, $0[2].day, $0[1].time, $0[3].event) })
    Row(
      "counted", en: "[{bound}] [{clock} on] {day} of (the|such|a|an|each|any|) {event}", cost: 3,
      build: { parts in
        // *15 February of the reporting year concerned* is no event.
        parts[2].day?.civil == nil
          ? Make.inPeriod(parts[0].bound ?? .by, parts[2].day, parts[1].time, parts[3].event) : nil
      })
  }
}
