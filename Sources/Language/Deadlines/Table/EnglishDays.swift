import CivilCalendar

/// English wordings of days, ranges and lists of them that only reading knows.
enum EnglishDays {
  static let all: [Row] = dates + days + ranges + lists

  private static let th = "(st|nd|rd|th)"

  @Rows private static var dates: [Row] {
    Row(
      "date", en: "{m:month} ({d} [\(th)]|[the] {d:ordword}) [{ofyear}]",
      build: { Make.civil($0[1].number, $0[0].number, $0[2]) })
    Row(
      "date", en: "[the] {d} \(th) [day] [of] {m:month} [{ofyear}]",
      build: { Make.civil($0[0].number, $0[1].number, $0[2]) })
    Row("date", en: "{d} - {m:month} [- {y}]", build: { Make.civil($0[0].number, $0[1].number, $0[2]) })
    // The American order: where either order makes a day, the writer is asked.
    Row("date", en: "{m} / {d} [/ {y}]", build: { Make.civil($0[1].number, $0[0].number, $0[2]) })
    Row(
      "date", en: "(each|every) ({m:month} {d} [\(th)]|{d} [\(th)] [of] {m:month})",
      build: { Make.civil($0[1].number, $0[0].number, .period(.each(.year))) })
    Row(
      "date", en: "the {next} {m:month} {d} [\(th)]",
      build: { Make.civil($0[2].number, $0[1].number, .period(.neighbour(.year, 1, of: .planYear))) })
    Row("day", en: "{date} \\( [a] {weekday} \\)", build: { Make.agreed($0[1].kind, $0[0].day) })
    Row("day", en: "{date} , [a] {weekday}", build: { Make.agreed($0[1].kind, $0[0].day) })
  }

  @Rows private static var days: [Row] {
    Row("kind", en: "workday|work day|weekday|banking day|trading day", build: { _ in .kind(.workingDay) })
    Row("day", en: "(the|each|every|) {ord} (of|in) {period}", build: { Make.day($0[0].number, of: $0[1].period) })
    Row(
      "day", en: "(the|each|every|) {ord} [calendar] day (of|in) {period}",
      build: { Make.day($0[0].number, of: $0[1].period) })
    Row(
      "day", en: "(the|each|every|) {ord} {kind} (of|in) {period}",
      build: { Make.ordinal($0[1].kind, $0[0].number, of: $0[2].period.map { .period($0) }) })
    Row(
      "day", en: "({period} [-] (end|ends|close|closes)|(the|) (close|conclusion|completion) of {period})",
      build: { Make.edge(isLast: true, of: $0[0].period.map { .period($0) }) })
    Row(
      "day", en: "(the|) end of {unit}", cost: 1,
      build: { Make.edge(isLast: true, of: $0[0].unit.map { .period(.own($0)) }) })
    Row(
      "day", en: "(year|calendar year) [-] end|(the|) end of year|the year - end",
      build: { _ in Make.edge(isLast: true, of: .period(.planYear)) })
    Row(
      "day", en: "(each|every) (year|calendar year) [-] end",
      build: { _ in Make.edge(isLast: true, of: .period(.each(.year))) })
    Row(
      "day", en: "((year|calendar year)|{period}) [-] end (plus|+) {durations}",
      build: { parts in
        Make.edge(isLast: true, of: .period(parts[0].period ?? .planYear)).flatMap {
          Make.shifted(parts[1].durations, backwards: false, from: $0.day)
        }
      })
    Row(
      "day", en: "(its|their|your|our|the company ' s|the organization ' s) [financial|fiscal|accounting] year [-] end",
      build: { _ in Make.edge(isLast: true, of: .period(.own(.fiscalYear))) })
    Row("day", en: "eom", build: { _ in .day(.last(of: .period(.own(.month)))) })
    Row("day", en: "eoq", build: { _ in .day(.last(of: .period(.own(.quarter)))) })
    Row(
      "day", en: "(the|) [{ord}] [calendar] day (before|preceding|prior to) {day}",
      build: { Make.shifted(days($0[0]), backwards: true, from: $0[1].day) })
    Row(
      "day", en: "(the|) [{ord}] [calendar] day (after|following) {day}",
      build: { Make.shifted(days($0[0]), backwards: false, from: $0[1].day) })
    Row(
      "day", en: "(the|) {ord} {kind} [immediately] (after|following) {period}", cost: 1,
      build: { parts in
        parts[2].period.flatMap { Make.edge(isLast: true, of: .period($0)) }.flatMap {
          Make.nth(parts[1].kind, parts[0].number, isBefore: false, of: $0.day)
        }
      })
    Row(
      "day", en: "(the|) {ord} {kind} (prior to|before|preceding) {day}",
      build: { Make.nth($0[1].kind, $0[0].number, isBefore: true, of: $0[2].day) })
    Row(
      "day", en: "(the|) {kind} [immediately|next] (prior to|before|preceding) {day}",
      build: { Make.next($0[0].kind, -1, from: $0[1].day) })
    Row(
      "day", en: "(the|) [next] {kind} [immediately|next] (after|following) {day}",
      build: { Make.next($0[0].kind, 1, from: $0[1].day) })
    // Of whichever rhythm stands beside it: *monthly on the first Monday*.
    Row(
      "day", en: "(the|) {ord} {kind}", cost: 2,
      build: { Make.ordinal($0[1].kind, $0[0].number, of: .period(.own(nil))) })
    Row("day", en: "(the|) {ord} [calendar] day", cost: 2, build: { Make.day($0[0].number, of: .own(nil)) })
    Row("day", en: "the {n} \(th)", cost: 4, build: { Make.day($0[0].number, of: .own(nil)) })
    Row(
      "day",
      en: "(each|every) [working|business] weekday|weekdays|(monday|mon) (to|through|-|–) (friday|fri)",
      build: { _ in .day(.last(of: .period(.each(.workingDay)))) })
  }

  private static func days(_ n: Value) -> [CalendarDuration]? {
    let n = n.number ?? 1
    return n > 0 ? [CalendarDuration(n, .day)] : nil
  }

  private static let begins =
    "(begin|begins|beginning|start|starts|starting|open|opens|commence|commences|commencing|run|runs) [on|from]"
  private static let ends = "(end|ends|ending|close|closes|closing|conclude|concludes) [on]"

  @Rows private static var ranges: [Row] {
    Row(
      "range", en: "{m:month} {a:d} [\(th)] {dash} {b:d} [\(th)] [{ofyear}]",
      build: { Make.range(days: $0[1], $0[3], $0[0], $0[4]) })
    Row(
      "range", en: "(from|between) {a:d} (to|and|through|until) {b:d} {m:month} [{ofyear}]",
      build: { Make.range(days: $0[0], $0[1], $0[2], $0[3]) })
    Row(
      "range", en: "between {a:edge} and [{t:clock} on] {b:edge}",
      build: { Make.range($0[0], $0[2], time: $0[1].time) })
    Row(
      "range", en: "\(begins) {a:edge} [,] and \(ends) [[at] {t:clock} [on|,]] {b:edge}",
      build: { Make.range($0[0], $0[2], time: $0[1].time) })
    Row(
      "range", en: "\(begins) [{s:clock} [on|,]] {a:edge} [,] and \(ends) {b:edge} [,|\\(] [at|by] {t:clock} [\\)]",
      build: { Make.range($0[1], $0[2], time: $0[3].time) })
    Row(
      "range",
      en: "((no|not) (earlier|sooner) than {a:edge} [,] (nor|[and|but|nor|or] (no|not)) later than {b:edge}|"
        + "not before {a:edge} [,] (and|nor|but) [not] (after|later than) {b:edge}|"
        + "on or after {a:edge} [,] (and|but) (on or before|no later than|not later than|by) {b:edge})",
      build: { Make.range($0[0], $0[1], time: nil) })
    Row(
      "range", en: "from {s:clock} [on] {a:edge} (to|through|until) [{t:clock}] [on] {b:edge}",
      build: { Make.range($0[1], $0[3], time: $0[2].time) })
    // *the week commencing 10 June*: seven days from then on.
    Row(
      "range", en: "([in|during|within] [the] week (commencing|beginning|starting) [on]|w / c) {day}", cost: -4,
      build: { parts in
        guard let day = parts[0].day, day.periods.allSatisfy({ $0.root.unit?.isYear == true }) else { return nil }
        return Make.shifted([CalendarDuration(6, .day)], backwards: false, from: day)?.day.map {
          .place(Place(.by, .day($0), opens: day))
        }
      })
    // *Mar 27–Apr 7, Mon–Fri*
    Row("moment", en: "{range} [,|\\(] {weekday} (-|–|to|through) {b:weekday} [\\)]", build: { $0[0] })
    Row(
      "range",
      en: "((within|in|during|over) (the|a) period|(period|window|enrollment|enrolment|registration) (runs|is|lasts)) "
        + "(between {a:edge} and {b:edge}|(from|between|of) {a:edge} {dash} {b:edge})",
      build: { Make.range($0[0], $0[1], time: nil) })
    Row("edge", en: "[the] {n} \(th)", cost: 1, build: { Make.day($0[0].number, of: .own(nil)) })
    Row("dash", en: "up to|up to and including|through and including|to and including", build: { _ in .number(0) })
  }

  private static func ordinals(_ numbers: Value, _ kind: DayKind?, of period: PeriodExpression?) -> Value? {
    guard let all = numbers.parts, all.count > 1, !Make.areDays(all) else { return nil }
    return Make.list(all.map { Make.ordinal(kind, $0.number, of: period.map { .period($0) }) })
  }

  private static func firstQuarters(_ n: Int?) -> Value? {
    guard let n, (2...4).contains(n) else { return nil }
    return Make.list((1...n).map { Make.edge(isLast: true, of: .period(.child(.quarter, $0, of: .each(.year)))) })
  }

  private static func oneOf(isFirst: Bool) -> Row {
    Row(
      "moments", en: "{a:moment} [,] or [on|by] {b:moment}",
      build: { Make.oneOf($0[0].place, $0[1].place, isFirst: isFirst) })
  }

  @Rows private static var lists: [Row] {
    oneOf(isFirst: true)
    oneOf(isFirst: false)
    Row("moments", en: "day {d+dayjoint} of {period}", build: { Make.days($0[0], of: [$0[1]]) })
    Row(
      "moments",
      en:
        "(the|) (end|close) of (the|each) [reporting|budget|accounting|monitoring] (period|periods) (ending|"
        + "ended) [on] {moments}",
      build: { parts in parts[0].parts?.allSatisfy { $0.place?.day != nil } == true ? parts[0] : nil })
    // *the end of each of the first three fiscal quarters*
    Row("fiscal", en: "fiscal|calendar|financial", build: { _ in .number(0) })
    Row(
      "moments",
      en: "(the|) (end|close|last day) of (each of the|the) first {n} [{fiscal}] quarters "
        + "[of (the|each|its|a|such|that) [{fiscal}] year]",
      build: { firstQuarters($0[0].number) })
    Row(
      "moments",
      en: "(the|) (end|close|last day) of each [{fiscal}] quarter [,|\\(] (other than|except|excluding|except for) "
        + "the (last|fourth|final) [{fiscal}] [quarter] [of (the|each|its|a) [{fiscal}] year] [\\)]",
      build: { _ in firstQuarters(3) })
    Row(
      "group", en: "{within} {durations} {since} {moments}",
      build: { parts in
        guard let days = parts[3].parts?.compactMap(\.place?.day), days.count > 1, !Make.isAlternative(parts[3]) else {
          return nil
        }
        return Make.list(days.map { Make.shifted(parts[1].durations, backwards: false, from: $0) }).flatMap {
          Make.bounded(.by, $0, nil)
        }
      })
    Row("moments", en: "(each|every) {weekday+dayjoint}", build: { Make.weekdays($0[0], of: .each(.week)) })
    Row(
      "moments", en: "(the|each|every|) {ord+dayjoint} {kind} (of|in) {period}",
      build: { ordinals($0[0], $0[1].kind, of: $0[2].period) })
    Row("moments", en: "(the|) {ord+dayjoint} {kind}", cost: 2, build: { ordinals($0[0], $0[1].kind, of: .own(nil)) })
    // *the 15th and the last working day of the month*
    Row(
      "moments", en: "(the|) {n} \(th) {dayjoint} [the] {ord} {kind} (of|in) {period}",
      build: { parts in
        guard let n = parts[0].number, n > 5, parts[2].number == -1, let period = parts[4].period else { return nil }
        return Make.list([Make.day(n, of: period), Make.ordinal(parts[3].kind, -1, of: .period(period))])
      })
    Row(
      "moments", en: "(the|) {numbers:ord+dayjoint} [calendar] [day|days] (of|in) {period}",
      build: { Make.days($0[0], of: [$0[1]]) })
    Row("moments", en: "the {numbers:ord+dayjoint}", cost: 4, build: { Make.days($0[0], of: [.period(.own(nil))]) })
    Row("slash", en: "/", build: { _ in .number(Joint.and) })
    Row("moments", en: "{month+slash}", cost: 1, build: { Make.periods(.month, $0[0], nil) })
    Row("moments", en: "{a:date} (/|&) {b:date}", cost: 1, build: { Make.list([$0[0], $0[1]]) })
    Row(
      "moments", en: "(the|) (end|close|last day) (of|in) {period+joint}",
      build: { Make.each($0[0]) { Make.edge(isLast: true, of: .period($0)) } })
    Row(
      "moments", en: "(the|) {ord} [calendar] day (of|in) {period+joint}",
      build: { parts in Make.each(parts[1]) { Make.day(parts[0].number, of: $0) } })
    Row(
      "moments", en: "(the|) {ord} [day] of (the|) {months:ord+dayjoint} (month|months) of {monthsof}",
      build: { parts in
        guard let numbers = parts[1].parts, numbers.count > 1 else { return nil }
        return Make.list(
          numbers.map { Make.day(parts[0].number, of: Make.child(.month, $0.number, of: parts[2].period)?.period) })
      })
    Row("monthsof", en: "{period}", build: { $0[0] })
    // The months of a fiscal year are counted as those of the calendar year that it mostly is.
    Row(
      "monthsof", en: "(the|each|every|your|its) (fiscal|tax|taxable|financial) year", cost: 1,
      build: { _ in .period(.each(.year)) })
    Row(
      "moments", en: "({m:month} {d+dayjoint}|{d+dayjoint} {m:month}) [{ofyear}]",
      build: { Make.days($0[1], months: .list([$0[0]]), $0[2].period) })
    Row(
      "moments", en: "{d} [\(th)] [of] {month+joint} [{ofyear}]",
      build: { Make.days(.list([$0[0]]), months: $0[1], $0[2].period) })
    Row(
      "moments", en: "(each|every) {month+joint}", cost: -1,
      build: { parts in
        guard let months = parts[0].parts, months.count > 1, !Make.isAlternative(parts[0]) else { return nil }
        return Make.list(months.map { .period(.child(.month, $0.number ?? 0, of: .each(.year))) })
      })
    Row(
      "moments", en: "(each|every) {date+joint}", cost: -1,
      build: { parts in
        guard let days = parts[0].parts, days.count > 1, !Make.isAlternative(parts[0]) else { return nil }
        return Make.list(
          days.map { day in day.day.map { .day($0.mapped { $0.root == .planYear ? $0.rooted(in: .each(.year)) : $0 }) }
          })
      })
  }
}
