import CivilCalendar

/// English lines of calendars and lists, and sentences of a first deadline and those thereafter, for repair and imports.
enum EnglishLines {
  static let all: [Row] = cells + calendars + services + covered + onwards + turns

  private static func whole(
    _ en: String, as symbol: String = "segment", cost: Int = 0, _ build: @escaping @Sendable (Parts) -> Value?
  ) -> Row { EnglishProse.whole(symbol, en, cost: cost, build) }

  /// Short cells, which are the whole deadline: in sentences *on* and *at* lead in much else.
  @Rows private static var cells: [Row] {
    whole(
      "(at|on) {event}", as: "item", cost: 6,
      { parts in Make.counted(.same, [], parts[0].event.map { .event($0) }) })
    // *High: 4 hours*, a level of service.
    Row(
      "item", en: "{label} ~: {durations}", cost: 6,
      build: { parts in
        let units: [DurationUnit] = [.minute, .hour, .workingHour, .workingDay]
        guard let durations = parts[1].durations, durations.allSatisfy({ units.contains($0.unit) }) else { return nil }
        return Make.counted(.within, durations, .ownCase).flatMap(Make.whole).flatMap {
          Make.labelled(parts[0].text, $0)
        }
      })
    Row("item", en: "(one time|one - time|one - off|once only) [only] [,|:|–] {body}", build: { $0[0] })
    whole("{durations}", as: "item", cost: 6, { Make.counted(.within, $0[0].durations, .ownCase) })
    whole(
      "(from|starting from|beginning on|effective on) {anchor}", as: "item", cost: 6,
      { Make.counted(.from, [], Make.eventOnly($0[0].anchor)) })
  }

  /// *15 October: extended return*
  @Rows private static var calendars: [Row] {
    whole("{places} : {filler} (is|at|by|,) {clock} [{trail}]", { Make.bounded(.by, $0[0], $0[2].time) })
    // An hour among the words behind the colon limits, and is never left out.
    whole(
      "{places} [\\( {x:filler} \\)] (:|–) {subject}", cost: 1, { Make.holdsHour($0[2].text) ? nil : $0[0] })
    whole("{places} (:|–) {filler}", cost: 1, { $0[0] })
    // *14 December: 9 am – grades due*, *1 March: last day to apply (received by 5 pm)*
    whole("{places} [:|,|–] {clock} (:|–|-) {subject}", { Make.bounded(.by, $0[0], $0[1].time) })
    whole(
      "{places} (:|–) {filler} \\( [{x:filler}] (by|no later than|not later than|before) {clock} \\)",
      { Make.bounded(.by, $0[0], $0[3].time) })
    // *May (Annual Meeting): elections*
    whole("{places} \\( {aside} \\) (:|–) {subject}", cost: 2, { Make.isRemark($0[1].text) ? $0[0] : nil })
    Row(
      "item", en: "{label} \\( {aside} \\) ~: {body}", cost: 2,
      build: { Make.isRemark($0[1].text) ? Make.labelled($0[0].text, $0[2]) : nil })
    // *Last day to withdraw: Friday, March 22*
    whole(
      "[the] (last|final|deadline) day (to|for|of) ({filler} [is|–|-|,]|{topic} (:|is)) [on] {places} [{trail}]",
      { Make.bounded(.by, $0[2], nil) })
    whole("[the] first day (to|for|of) ({filler} [is|–|-|,]|{topic} :) [on] {places} [{trail}]", { $0[2] })
    // *on the following dates: 25 March, 24 June and 29 September*
    whole(
      "[{filler}] (on|by) (the|) [following|usual|same|these] [quarter|payment|due] (days|dates) [,|:] [namely] [,|:] "
        + "{moments} [[,] {trail}]", { Make.bounded(.on, $0[1], nil) })
    // *7th: pay tax deducted*, a line of a monthly checklist.
    whole(
      "{n} (st|nd|rd|th) : {subject}", cost: 1,
      { parts in
        Make.day(parts[0].number, of: .own(.month))?.day.map { .list([.place(Place(.by, .day($0)))]) }
      })
    whole("{counted} (:|–) {subject}", cost: 1, { $0[0] })
    whole("(t|d|day|wd|bd) (+|-|–) {n} : {body}", cost: 1, { $0[1] })
    Row("repaired", en: "{filler} (;|.) {repaired}", cost: 4, build: { $0[1] })
    // Pieces cut out of a longer text.
    Row("repaired", en: "\\( {letter} \\) {repaired}", build: { $0[1] })
    Row("repaired", en: "(and|or|but) [also|then|thereafter] {repaired}", cost: 1, build: { $0[0] })
    // *The pay period runs from the 1st to the 15th. …*: what is paid for, and no deadline.
    Row(
      "repaired",
      en: "(the|each|all|) (pay|billing|payroll|reporting|accounting|wage|invoice|award|grant|budget|project|funding|"
        + "contract) (period|periods|cycle|cycles|year) (runs|run|is|are|covers|cover|shall be|will be) [from] "
        + "(the|) {edge} {dash} (the|) {b:edge} [of {period}] (.|;|; and|and) {repaired}",
      build: { $0[4] })
  }

  /// Levels of service, and other deadlines that only some words lead in.
  @Rows private static var services: [Row] {
    // *with not more than 120 days between two meetings*
    whole(
      "with [(an interval|intervals|a gap|gaps|a period) of] ((not|no) more than|a maximum [interval|gap] of|at most) "
        + "{n} {unit} between {filler}",
      as: "led", { Make.atLeastOnce(Make.every($0[0].number, $0[1].unit)) })
    Row("segment", en: "{service}", build: { $0[0] })
    Row("led", en: "{service}", build: { $0[0] })
    whole(
      "[{filler}] [:|,] (response|resolution|reply|acknowledgement|turnaround|restoration) [time] [:|is|of|in|within] "
        + "{durations} [{trail}]",
      as: "service", { Make.counted(.within, $0[1].durations, .ownCase) })
    whole(
      "(when|whenever|if|upon|in the event of) (the|a|an|any|there is|there are|) {event} [{trail}]", as: "led",
      cost: 1, { Make.eachCase($0[0].event, []) })
    whole("{filler} [to|by|for|of] [a|an|its|their] {rhythm} [{trail}]", as: "led", cost: 2, { $0[1] })
    whole(
      "(at|on) such other (times|time|dates|occasions) as (the|a|an|its|) {source}", as: "led",
      { Make.authority($0[0].text)?.timetable.map { .form(.timetable($0)) } })
    whole("[also] {bare} [{trail}]", as: "led", { Make.atLeastOnce($0[0]) })
  }

  /// *by 31 July (January–June) and 31 January (July–December)*
  @Rows private static var covered: [Row] {
    Row("told", en: "{date} \\( [for|covering] {coverage} \\)", build: { $0[0] })
    Row("told", en: "{date} (for|covering|in respect of) [the] {coverage}", cost: -6, build: { $0[0] })
    Row("covdate", en: "{told}|{date} for {filler}", build: { $0[0].isNone ? $0[1] : $0[0] })
    // *30 April for the first quarter, 31 July for the second quarter*
    whole(
      "[{filler}] {told+joint} [{trail}]",
      { parts in
        guard let all = parts[1].parts, all.count > 1, !Make.isAlternative(parts[1]) else { return nil }
        return Make.list(all)
      })
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
      "bounded", en: "{bound} {covdate+joint}",
      build: { parts in
        Make.isAlternative(parts[1])
          ? nil : Make.list(parts[1].parts ?? []).flatMap { Make.bounded(parts[0].bound, $0, nil) }
      })
  }

  /// A first deadline, and those that follow it.
  @Rows private static var onwards: [Row] {
    // *By 31 December 2010 the office shall report, and thereafter shall report every two years.*
    Row(
      "segment",
      en: "[{filler}] {bounded} [at the latest] [{more:trail}] [,] and [{third:filler}] "
        + "(thereafter [{last:filler}] {rhythm}|{rhythm} thereafter [[,] {trail}])",
      cost: -2, build: { Make.thereafter($0[1], $0[5].rhythm) })
    // *by 31 May 2016 and by 31 May of each subsequent year*
    Row(
      "segment",
      en: "[{filler}] {bound} {date} [,] and [by|on|on or before|not later than|no later than] {again:date} "
        + "((of|in|) (each|every) [subsequent|following|succeeding] year [thereafter]|annually thereafter) [(until|up to|up to and including|through) {year}] "
        + "[[,] {trail}] [(a|an|its|the) annual {last:trail}]",
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
    whole(
      "[{filler}] {rhythm} (thereafter|afterwards|after that) (until|so long as|while) [the|a|an] {source} [{trail}]",
      as: "afterwards",
      { parts in Make.whole(parts[1]).flatMap { Make.excepted($0, parts[2].text, isLimit: true) } })
    whole("[{filler}] {rhythm} (thereafter|afterwards|after that) [{trail}]", as: "afterwards", { $0[1] })
    whole(
      "[{filler}] {bare} (thereafter|afterwards|after that) [{trail}]", as: "afterwards",
      { Make.atLeastOnce($0[1]) })
    // *Starting 1 January 2025, reports shall be filed quarterly.*
    Row(
      "segment",
      en: "(from|starting|beginning|commencing|effective|as of|with effect from) [on|in|from] {moment} "
        + "([onwards|onward|on] ,|onwards|onward) {rest:segment}",
      cost: -3, build: { Make.running(from: $0[0].place, $0[1]) })
    Row(
      "segment", en: "(until|through|up to) {moment} , {rest:segment}", cost: -3,
      build: { Make.running(until: $0[0].place, $0[1]) })
    whole("(initially|at the outset|at first|upon issue) and [at least] {rhythm} thereafter", { $0[0] })
  }

  /// Two days of which each has its turn.
  @Rows private static var turns: [Row] {
    // *By January 31 or July 31 of each year, whichever is sooner*
    whole(
      "[{filler}] {bound} {a:date} or {b:date} [,|\\(] whichever [date] (is|comes|occurs) (sooner|first|earlier|next) "
        + "[\\)] [{trail}]",
      cost: -3,
      { parts in
        guard let a = parts[2].day, let b = parts[3].day, b.periods.allSatisfy({ $0.root == .each(.year) }) else {
          return nil
        }
        let days = [a.mapped { $0.rooted(in: .each(.year)) }, b]
        return Make.list(days.map { .day($0) }).flatMap { Make.bounded(parts[1].bound, $0, nil) }
      })
    // *July 31 or January 31, whichever is the first date following the end of the period*
    whole(
      "[{filler}] {bound} {a:date} or {b:date} [,] whichever [calendar] [date] is the first [calendar] date "
        + "(following|after) [the (end|close) of] {period} [{trail}]",
      cost: -3, { parts in Make.list([parts[2], parts[3]]).flatMap { Make.bounded(parts[1].bound, $0, nil) } })
  }
}
