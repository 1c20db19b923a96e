import CivilCalendar

/// What stands after the main form, introduced by a comma or in final brackets.
extension EnglishGrammar {
  func clauses(_ start: Int) -> [DeadlineClause] {
    guard start < phrase.limit else { return [] }
    var found: [DeadlineClause] = timetables(start).map { .timetable($0) }
    for day in boundedDays(start) where day.value.bound != .on && day.value.days.count == 1 {
      if phrase.skip(day.end, Lexicon("at the latest")) == phrase.limit { found.append(.backstop(.day(day.value))) }
    }
    if phrase.match(start, Lexicon("within", "in", "during")) != nil {
      for window in windowForms(start) where window.end == phrase.limit {
        if case .window(let spans) = window.value, spans.count == 1 { found.append(.backstop(.within(spans[0]))) }
      }
    }
    if let once = phrase.match(start, Lexicon("once", "after", "when")) {
      found += events(once).map { .gate(.event($0.value)) }
    }
    if phrase.match(start, Self.asItArises) == phrase.limit { found.append(.gate(.asItArises)) }
    if let expected = phrase.match(start, Lexicon("expected", "expected in")) {
      if let span = spans(expected).first(where: { $0.end == phrase.limit && $0.value.count == 1 }) {
        found.append(.expected(span.value[0]))
      }
    }
    return found + edges(start) + rules(start)
  }

  private func edges(_ start: Int) -> [DeadlineClause] {
    if let from = phrase.match(start, Lexicon("from", "starting")) { return edge(from, atEnd: false).map { .from($0) } }
    if let until = phrase.match(start, Lexicon("until", "till", "up to")) {
      return edge(until, atEnd: true).map { .until($0) }
    }
    return []
  }

  private func edge(_ index: Int, atEnd: Bool) -> [DateExpression] {
    let days = date(index).filter { $0.end == phrase.limit }.map(\.value)
    if !days.isEmpty { return days }
    return period(index).filter { $0.end == phrase.limit }.map {
      atEnd ? .end(of: PeriodSpan($0.value)) : .start(of: PeriodSpan($0.value))
    }
  }

  private func rules(_ start: Int) -> [DeadlineClause] {
    if let word = phrase.match(start, Lexicon("on a day off :", "on a day off")) {
      let side = phrase.skip(word, Lexicon("the"))
      if phrase.match(side, Lexicon("working day before", "previous working day")) == phrase.limit {
        return [.dayOff(.workingDayBefore)]
      }
      if phrase.match(side, Lexicon("working day after", "next working day")) == phrase.limit {
        return [.dayOff(.workingDayAfter)]
      }
    }
    if let word = phrase.match(start, Lexicon("reviewed")) {
      return rhythms(word).filter { $0.end == phrase.limit }.map { .review($0.value) }
    }
    if let word = phrase.match(start, Lexicon("if :")), let words = phrase.slice(word, phrase.limit) {
      return [.condition(Condition(.if, words))]
    }
    if let word = phrase.match(start, Lexicon("unless :", "unless", "except :")),
      let words = phrase.slice(word, phrase.limit)
    {
      return [.condition(Condition(.unless, words))]
    }
    return fallsOnDayOff(start)
  }

  /// *If this day is a holiday or weekend, … on the last working day prior to it.*
  private func fallsOnDayOff(_ start: Int) -> [DeadlineClause] {
    guard phrase.isKey(start, "if"),
      let off = (start..<phrase.limit).first(where: {
        phrase.match($0, Lexicon("holiday", "weekend", "day off", "non - working day")) != nil
      }),
      off - start <= 8,
      let day = (off..<phrase.limit).last(where: { phrase.match($0, Lexicon("working day", "business day")) != nil })
    else { return [] }
    let tail: Set<String> = [
      "prior", "to", "the", "that", "it", "holiday", "recess", "or", "weekend", ",", "day", "off", "before", "after",
      "following", "thereafter", "this", "preceding",
    ]
    guard phrase.tokens[(day + 2)..<phrase.limit].allSatisfy({ tail.contains($0.key) }) else { return [] }
    let around = phrase.tokens[max(start, day - 1)..<phrase.limit].map(\.key)
    let isBefore = !Set(around).isDisjoint(with: ["prior", "before", "preceding", "previous", "last"])
    let isAfter = !Set(around).isDisjoint(with: ["next", "after", "following", "thereafter"])
    guard isBefore != isAfter else { return [] }
    return [.dayOff(isBefore ? .workingDayBefore : .workingDayAfter)]
  }
}

extension EnglishWords {
  func clause(_ clause: DeadlineClause) -> String? {
    switch clause {
    case .backstop(.day(let day)): "\(dayDeadline(day)) at the latest"
    case .backstop(.within(let span)): "within \(self.span(span))"
    case .timetable(let timetable): self.timetable(timetable)
    case .gate(.event(let events)): "once \(self.events(events))"
    case .gate(.asItArises): "as it arises"
    case .expected(let span): "expected \(self.span(span))"
    case .from(let day): "from \(dated(day))"
    case .until(let day): "until \(dated(day))"
    case .dayOff(.workingDayBefore): "on a day off: the working day before"
    case .dayOff(.workingDayAfter): "on a day off: the working day after"
    case .review(let rhythm): "reviewed \(self.rhythm(rhythm))"
    case .condition(let condition): "\(condition.kind == .if ? "if" : "unless"): \(condition.text)"
    case .dayOff(.keep), .emphasis: nil
    }
  }
}
