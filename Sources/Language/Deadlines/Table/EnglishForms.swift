import CivilCalendar

/// English wordings of limits, cases, timetables and clauses that only reading knows.
enum EnglishForms {
  static let all: [Row] = extremes + cases + clauses

  /// The earlier or the later of two limits, or of two or three events (*after the decision or its publication, whichever is
  /// later*).
  @Rows private static func whichever(_ which: Extreme, _ word: String, _ most: String, _ tail: String) -> [Row] {
    Row(
      "form",
      en: "({a:limit} or [,] if (\(word)) [,] {b:limit}|{a:limit} [,] or [,] {b:limit} \(tail)|"
        + "(by|on or before|within|no later than|not later than|on|until|) the (\(word)|\(most)) of [:] {a:limitpart} "
        + "(and|or|, or|, and) {b:limitpart})",
      build: { Make.extreme(which, $0[0].form, $0[1].form) })
    Row(
      "anchor",
      en: "(\(whose) {a:event} [, \(whose) {c:event}] [,] or \(whose) {b:event} \(tail)|"
        + "(the|) (\(word)|\(most)) of \(whose) {a:event} (and|or|, or|, and) \(whose) {b:event})",
      cost: -2,
      build: { parts in
        let events = [parts[0], parts[1], parts[2]].filter { !$0.isNone }.map(\.event)
        return Make.events(events, all: which == .latest)
      })
  }

  private static let whose =
    "[the|a|an|any|each|such|its|his|her|their|our|your|this|that] [(date|day) (of|on which|that) [the|a|an|any|"
    + "such|its|their]]"

  @Rows private static var extremes: [Row] {
    Row(
      "form",
      en:
        "{counted} [,|\\(] (excluding|disregarding|not counting|exclusive of|not including|excepting) {restdays} [\\)]",
      cost: -6, build: { Make.working($0[0]) })
    Row(
      "form", en: "{within} {a:durations} [, {b:durations}] [,] and {c:durations} [{since} {anchor}]", cost: 3,
      build: { Make.counts([$0[1], $0[2], $0[3]].filter { !$0.isNone }, $0[5].anchor) })
    whichever(.earliest, "earlier|sooner", "earliest", "{first}")
    whichever(.latest, "later", "latest", "{last}")
    Row("limitpart", en: "[\\( {letter} \\)] {limit}", build: { $0[1] })
    Row(
      "limitpart", en: "[\\( {letter} \\)] {day}",
      build: { parts in parts[1].day.flatMap { Make.limit(.list([.place(Place(.by, .day($0)))])) } })
    Row(
      "limitpart", en: "[\\( {letter} \\)] {anchor}", cost: 2,
      build: { Make.counted(.same, [], Make.eventOnly($0[1].anchor)) })
    Row("letter", en: "(a|b|c|d|e|f|i|ii|iii|iv|1|2|3|4|5)", build: { _ in .number(0) })
    Row(
      "ifso", en: "[,|\\(] (whichever|if) [of these|of the two|of them|date] [is|occurs|comes|happens] [the]",
      build: { _ in .number(0) })
    Row(
      "first", en: "{ifso} (earlier|sooner|first|earliest|soonest|shorter|shortest) [in time] [\\)]",
      build: { _ in .number(0) })
    Row("last", en: "{ifso} (later|last|latest|longer|longest) [in time] [\\)]", build: { _ in .number(1) })
    Row(
      "form",
      en: "{counted} [,|\\(] [and|but] [in (any|no) (event|case)] [,] {hard} {durations} {since} {anchor} [\\)] "
        + "[{first}]",
      build: { parts in
        Make.extreme(.earliest, parts[0].form, Make.counted(.within, parts[2].durations, parts[4].anchor)?.form)
      })
    Row("hard", en: "(no|not) later than|later than|(no|not) more than|at the latest", build: { _ in .number(0) })
    Row(
      "form",
      en: "{counted} [,|\\(] [and|but] [in (any|no) (event|case)] [,] ((no|not) later than|later than|by) {day} [\\)] "
        + "[{first}]",
      build: { parts in
        // *within a month of any change and a return made by 31 January* are two deadlines.
        guard case .counted(let counted)? = parts[0].form, !Make.holdsAnd(counted) else { return nil }
        return parts[1].day.flatMap { Make.limit(.list([.place(Place(.by, .day($0)))])) }.flatMap {
          Make.extreme(.earliest, parts[0].form, $0.form)
        }
      })
  }

  @Rows private static var cases: [Row] {
    Row(
      "form",
      en:
        "as (necessary|requested|appropriate)|(when|if|where) (needed|required|necessary|requested|asked)|on an as "
        + "- needed basis|on a case - by - case basis|case by case|as and when (needed|required|necessary)|ad hoc",
      build: { _ in
        .form(.eachCase(trigger: nil, durations: []))
      })
    Row(
      "form",
      en: "((upon|on|at) (the|) (request|demand) (of|by|from)|(if|where|as) "
        + "(requested|required|directed|asked|ordered) by (the|a|an|)) {source}",
      build: { _ in .form(.eachCase(trigger: nil, durations: [])) })
    Row("form", en: "(in case of|in the event of) {event}", build: { Make.eachCase($0[0].event, []) })
    Row(
      "form",
      en:
        "(whenever|when|each time|every time|in case of|in the event of) (the|a|an|any|each|every|there is a|there "
        + "are|there is) {event}",
      cost: 1, build: { Make.eachCase($0[0].event, []) })
    Row(
      "form",
      en:
        "(at all times|on an ongoing basis|on a continuous basis|on a continuing basis|on a rolling basis|"
        + "anytime|at any "
        + "time|year - round|rolling)",
      build: { _ in Make.standing(nil) })
    Row(
      "fixed",
      en: "determined|ordered|defined|authorized|established|specified|prescribed|published|announced|agreed|"
        + "instructed|scheduled|requested|fixed|approved|decided|set out|set forth|provided|directed|required|set|"
        + "stated|indicated|designated",
      build: { _ in .number(0) })
    timetable(
      "[[on|at|by|within] (a|the|) (date|time|dates|times|deadline|deadlines) [to be]] [as] {fixed} (by|in|with|upon by) "
        + "(the|a|an|its|each|their|your|our|) {source}", cost: 1)
    timetable(
      "(at|by|on|within|according to|in accordance with|per|in line with) (the|a|any) (times|dates|deadlines|timeframe|"
        + "time frame|timeline|period|time limit|intervals|frequency|reporting schedule|time and place) "
        + "[and in the sequence] [that] (the|a|an|its|) {source}", cost: 0)
    timetable(
      "(at the (discretion|direction|option) of|(at|on|by) such (times|time|intervals|dates|date) as) "
        + "(the|a|an|its|their|) {source}", cost: 1)
    timetable(
      "as [often as|frequently as] (the|a|an|its|) {source} (may|shall|will|) (require|requires|direct|directs|determine|"
        + "determines|specify|specifies|prescribe|prescribes|request|requests)", cost: -1)
    timetable(
      "(at (a|an|the) {source} - defined (frequency|interval|intervals)|(per|according to|in accordance with|pursuant to|"
        + "as required by|as set by|as directed by) (the|its|their|your|our|a|an|any) {source})", cost: 2)
  }

  /// What another sets.
  private static func timetable(_ en: String, cost: Int) -> Row {
    Row("timetable", en: en, cost: cost, build: { parts in Make.authority(parts[0].text ?? parts[1].text) })
  }

  private static func clause(_ en: String, cost: Int = 0, _ build: @escaping @Sendable (Parts) -> DeadlineClause?)
    -> Row
  {
    Row("clause", en: en, cost: cost, build: { parts in build(parts).map { Value.clause($0) } })
  }

  /// *if that day falls on a weekend, the next working day*
  private static func dayOff(_ move: DayOffRule, _ which: String, _ from: String) -> Row {
    clause(
      "(if|when|where|should|unless|in the event [that]) (the|that|this|such|) ([due] (date|day|deadline)|it|"
        + "{n} (st|nd|rd|th)) [shall|should] (falls|is|lands|occurs|fall|occur|be) [on] {offday} [,] "
        + "[in which (case|event) [,]] {move} \(which) ((business|working) day|monday) "
        + "[(\(from)) [(the|that|such) {more:offday}]]", { _ in .dayOff(move) })
  }

  @Rows private static var clauses: [Row] {
    clause(
      "(if|where) (applicable|any|required|necessary|needed|possible|appropriate|practicable|feasible|so requested)",
      { _ in .emphasis })
    clause(
      "[,] [\\(] or (as|if|the|an|) (extension|extended|extended due date|extended deadline|extended date) [\\)]",
      { _ in .condition(Condition(.unless, "extended")) })
    clause(
      "[,] or (on|at|by|in|within|for) such [other|later|further|longer|earlier|additional|shorter] "
        + "(date|day|time|period|month|place) [in|of] [{period}] as (the|a|an|its|) {source}",
      { parts in parts[1].text.map { .condition(Condition(.unless, $0)) } })
    clause(
      "[,|\\(] or [as|when|if] [otherwise] {fixed} (by|in) (the|a|an|its|their|) {source} [\\)]", cost: 1,
      { parts in parts[1].text.map { .condition(Condition(.unless, $0)) } })
    clause(
      "[,] or as soon as [is] [reasonably] (possible|practicable|feasible) [thereafter|afterwards|after that "
        + "(date|day)]",
      { _ in .condition(Condition(.unless, "not practicable")) })
    clause(
      "[and] (for the first time|first|initially|with the first due) [due] (on|by|in|no later than|not later "
        + "than) {day}",
      { $0[0].day.map { .from($0) } })
    clause("(both [days|dates]|) inclusive", { _ in .emphasis })
    clause("during (business|office|working|normal business|regular business) hours", { _ in .emphasis })
    clause("in (two|three|four|equal|two equal|three equal|four equal) (instalments|installments)", { _ in .emphasis })
    clause("(at the latest|without exception|local time|each time|without fail|sharp)", { _ in .emphasis })
    clause(
      "(unless|except as|except where|except when|except if|except that|save where|save that|subject to|so long "
        + "as) (the|a|an|that|this|such|any|otherwise|it is|) "
        + "{source}",
      cost: 1, { $0[0].text.map { .condition(Condition(.unless, $0)) } })
    clause(
      "(if|where|provided|provided that|in the event that|in the event of|in case of) (the|a|an|any|such|no|it "
        + "is|) {source}",
      cost: 1, { $0[0].text.map { .condition(Condition(.if, $0)) } })
    dayOff(
      .workingDayAfter, "(next|following|first|next following|succeeding|successive) [following|succeeding]",
      "thereafter|(following|after)")
    dayOff(
      .workingDayBefore, "(last|preceding|previous|prior|immediately preceding) [preceding]",
      "(prior to|before|preceding)")
    clause(
      "[,] or [on|by] (the|) (preceding|previous|prior|last preceding) (business|working) day",
      { _ in .dayOff(.workingDayBefore) })
    clause(
      "[,] or [on|by] (the|) (next|following|first) [following|succeeding] (business|working) day "
        + "[(after|following) (the|that|such) [{n} (st|nd|rd|th)] [day|date]] [if (the|that|it|such|) {source}]",
      { _ in .dayOff(.workingDayAfter) })
    Row(
      "offday",
      en: "(a|an|the|) [legal|public|bank|federal|state|official|national] (weekend|holiday|saturday|sunday|day off|"
        + "non - (business|working) day|not a (business|working) day|recess) [[,] or {more:offday}|, {more:offday}]",
      build: { _ in .number(0) })
    Row(
      "move",
      en: "[then] ((the|) {source} (shall be|will be|must be|may be|is|are) (paid|due|made|filed|submitted|extended|"
        + "moved)|it is|it shall be (due|made)|(is|shall be|will be) (due|extended|moved|paid)|move|use|on|by) "
        + "[on|to|until|by] (the|)",
      build: { _ in .number(0) })
    clause("if this day is a holiday , the next working day", { _ in .dayOff(.workingDayAfter) })
    clause("if this day is a holiday , the last working day prior to it", { _ in .dayOff(.workingDayBefore) })
    Row(
      "anchor", en: "[the] due (date|day) of [task] {mention}", cost: -1,
      build: { parts in
        guard let task = parts[0].task, task.id.contains(where: \.isNumber) else { return nil }
        return .anchor(.taskDue(task))
      })
    Row(
      "period", en: "[the] {next} {unit} ~' ~s {ord} {of:unit}",
      build: { parts in
        guard let unit = parts[1].unit, let next = Make.neighbour(unit, 1, of: .own(unit)) else { return nil }
        return Make.child(parts[3].unit, parts[2].number, of: next.period)
      })
    Row(
      "form", en: "{rhythm} , {bound} day {d} of its {ord} {unit} afterwards",
      build: { parts in
        guard let rhythm = parts[0].rhythm, let own = rhythm.unit,
          case .day(let day)? = Make.day(
            parts[2].number, of: Make.neighbour(parts[4].unit, parts[3].number, of: .own(own))?.period)
        else { return nil }
        return .form(.each(rhythm, [Place(parts[1].bound ?? .by, .day(day))]))
      })
    Row("event", en: "either {name+or}", cost: -2, build: { Make.events($0[0], all: false) })
    Row("cycle", en: "every reporting period \\( {unit} \\)", build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row(
      "timetable", en: "(per|according to) the {issue+joint} in force",
      build: { Make.timetable(vi: $0[0], source: nil, isInForce: true) })
    Row(
      "timetable", en: "(according to|in accordance with) {source} ~' ~s {issue+joint}",
      build: { Make.timetable(vi: $0[1], source: $0[0].text, isInForce: false) })
    Row(
      "form", en: "{rhythm} [,] within {durations} after its end",
      build: { parts in
        guard let rhythm = parts[0].rhythm, let durations = parts[1].durations else { return nil }
        let end = DateExpression.last(of: .period(.own(rhythm.unit)))
        return .form(.each(rhythm, [Place(.by, .day(.shifted(durations, backwards: false, from: end)))]))
      })
    // *Every Monday from 8 January to 24 June*
    Row(
      "clauses", en: "[,] (from|between) {a:day} (to|until|through|and) {b:day} [{clauses}]", cost: 3,
      build: { parts in
        guard let from = parts[0].day, let until = parts[1].day else { return nil }
        return Make.clauses(.list([.clause(.from(from)), .clause(.until(until))]), parts[2])
      })
    Row("clauses", en: "(.|;) {clause} [{clauses}]", cost: 1, build: { Make.clauses($0[0], $0[1]) })
  }
}
