import CivilCalendar

/// Periods, days and bounds.
extension EnglishGrammar {
  // MARK: Periods

  /// One period: *Q2 2024*, *March 2024*, *the second half of 2024*, *2024*, *week 12 of 2024*.
  func period(_ index: Int) -> Parses<PeriodExpression> {
    let start = phrase.skip(index, Lexicon("the"))
    var results: Parses<PeriodExpression> = []
    if phrase.isKey(start, "q") || phrase.isKey(start, "h"), !phrase.isSpaced(start + 1) {
      let unit: PeriodUnit = phrase.isKey(start, "q") ? .quarter : .half
      if let number = phrase.number(start + 1, in: unit == .quarter ? 1...4 : 1...2, maxDigits: 1) {
        results += withYear(unit, number, start + 2)
      }
    }
    if let position = position(start), position.value > 0 {
      if phrase.isKey(position.end, "quarter"), position.value <= 4 {
        results += withYear(.quarter, position.value, position.end + 1)
      }
      if phrase.isKey(position.end, "half"), position.value <= 2 {
        results += withYear(.half, position.value, position.end + 1)
      }
    }
    if let month = phrase.lookUp(start, Self.months) { results += withYear(.month, month.value, month.end) }
    if phrase.isKey(start, "month") || phrase.isKey(start, "months"),
      let number = phrase.number(start + 1, in: 1...12, maxDigits: 2)
    {
      results += withYear(.month, number, start + 2)
    }
    if phrase.isKey(start, "week"), let number = phrase.number(start + 1, in: 1...53, maxDigits: 2) {
      results += withYear(.week, number, start + 2).filter { $0.value.year != nil }
    }
    results += schoolPeriods(start)
    if let year = phrase.year(phrase.skip(start, Lexicon("year"))) {
      results.append((PeriodExpression(.year, year: year), phrase.skip(start, Lexicon("year")) + 1))
    }
    return results
  }

  private func schoolPeriods(_ index: Int) -> Parses<PeriodExpression> {
    if let next = phrase.match(index, Lexicon("school year", "academic year")), let pair = yearPair(next),
      pair.last == pair.first + 1
    {
      return [(PeriodExpression(.schoolYear, year: pair.first), pair.end)]
    }
    if let next = phrase.match(index, Lexicon("fiscal year", "financial year")), let year = phrase.year(next) {
      return [(PeriodExpression(.fiscalYear, year: year), next + 1)]
    }
    if phrase.isKey(index, "term"), let term = phrase.number(index + 1, in: 1...3, maxDigits: 1) {
      if let next = phrase.match(index + 2, Lexicon("of school year")), let pair = yearPair(next),
        pair.last == pair.first + 1
      {
        return [(PeriodExpression(.term, term, year: pair.first), pair.end)]
      }
      return [(PeriodExpression(.term, term), index + 2)]
    }
    return []
  }

  private func withYear(_ unit: PeriodUnit, _ number: Int, _ end: Int) -> Parses<PeriodExpression> {
    let word = phrase.skip(end, Lexicon("of", ",", "of year", "/"))
    let bare = (value: PeriodExpression(unit, number), end: end)
    guard let year = phrase.year(word) else { return [bare] }
    return [(PeriodExpression(unit, number, year: year), word + 1), bare]
  }

  func yearPair(_ index: Int) -> (first: Int, last: Int, end: Int)? {
    guard let first = phrase.year(index), let next = phrase.match(index + 1, Lexicon("-", "to", "through")),
      let last = phrase.year(next), last > first
    else { return nil }
    return (first, last, next + 1)
  }

  /// Lists and ranges of periods, longest first.
  func spans(_ index: Int) -> Parses<[PeriodSpan]> {
    if let known = phrase.trace.spans[index, phrase.limit] { return known }
    let found = spansRead(index)
    phrase.trace.spans[index, phrase.limit] = found
    return found
  }

  private func spansRead(_ index: Int) -> Parses<[PeriodSpan]> {
    var results: Parses<[PeriodSpan]> = []
    let start = phrase.skip(index, Lexicon("from"))
    if let pair = yearPair(phrase.skip(start, Lexicon("the period", "period", "years"))) {
      let span = PeriodSpan(
        PeriodExpression(.year, year: pair.first), through: PeriodExpression(.year, year: pair.last))
      results.append(([span], pair.end))
    }
    for head in period(start) { extend([head.value], [], head.end, &results) }
    if let part = part(index) {
      for period in period(part.end) where PeriodList.canDivide(period.value.unit, part.value) {
        results.append(([PeriodSpan(period.value, part: part.value)], period.end))
      }
    }
    if let end = phrase.match(index, Lexicon("the year", "the plan's year")) {
      results.append(([PeriodSpan(PeriodExpression(.year))], end))
    }
    return results.sorted { $0.end > $1.end }
  }

  static let parts = Vocabulary<PeriodPart>([
    ("early", .early), ("mid", .middle), ("mid -", .middle), ("late", .late), ("the first week of", .week(1)),
    ("the second week of", .week(2)), ("the third week of", .week(3)), ("the fourth week of", .week(4)),
    ("the last week of", .week(-1)), ("first week of", .week(1)), ("last week of", .week(-1)),
  ])

  func part(_ index: Int) -> (value: PeriodPart, end: Int)? { phrase.lookUp(index, Self.parts) }

  private func extend(
    _ items: [PeriodExpression], _ separators: [PeriodList.Separator], _ end: Int, _ results: inout Parses<[PeriodSpan]>
  ) {
    if let spans = PeriodList.spans(items, separators) { results.append((spans, end)) }
    guard items.count < 12, separators.last != .range, let last = items.last, let next = separator(end) else { return }
    if next.value == .range, items.count > 1 { return }
    for item in period(next.end) where item.value.unit == last.unit {
      extend(items + [item.value], separators + [next.value], item.end, &results)
    }
    if last.unit == .month, let number = phrase.number(next.end, in: 1...12, maxDigits: 2) {
      for item in withYear(.month, number, next.end + 1) {
        extend(items + [item.value], separators + [next.value], item.end, &results)
      }
    }
  }

  private func separator(_ index: Int) -> (value: PeriodList.Separator, end: Int)? {
    if let end = phrase.match(index, Lexicon("-", "to", "through")) { return (.range, end) }
    if let end = phrase.match(index, Lexicon(", and", "and")) { return (.and, end) }
    return phrase.key(index, ",").map { (.comma, $0) }
  }

  func windowForms(_ start: Int) -> Parses<DeadlineForm> {
    let index = phrase.skip(start, Lexicon("in", "during", "within", "throughout", "over"))
    return (spans(index) + (index > start ? spans(start) : [])).map { (.window($0.value), $0.end) }
  }

  // MARK: Days

  /// A day without its bound.
  func date(_ index: Int) -> Parses<DateExpression> {
    let start = phrase.skip(index, Lexicon("the", "day"))
    return phrase.figures(start, dashes: false) + dayMonth(start) + monthDay(start) + lunar(start) + edges(start)
      + ordinalDate(start)
  }

  /// *23 January 2024*, *the 15th of March*.
  private func dayMonth(_ index: Int) -> Parses<DateExpression> {
    guard let day = dayOfMonth(index),
      let month = phrase.lookUp(phrase.skip(day.end, Lexicon("of", "day of")), Self.months)
    else { return [] }
    return withYear(day.value, month.value, index, month.end)
  }

  /// *January 23, 2024*.
  private func monthDay(_ index: Int) -> Parses<DateExpression> {
    guard let month = phrase.lookUp(index, Self.months), let day = dayOfMonth(month.end) else { return [] }
    return withYear(day.value, month.value, index, day.end)
  }

  /// *23*, *15th*.
  private func dayOfMonth(_ index: Int) -> (value: Int, end: Int)? {
    let suffixed = position(index)
    guard phrase.token(index)?.kind == .number else { return nil }
    let day = suffixed ?? phrase.number(index, in: 1...31, maxDigits: 2).map { ($0, index + 1) }
    return day.flatMap { (1...31).contains($0.value) ? $0 : nil }
  }

  private func withYear(_ day: Int, _ month: Int, _ start: Int, _ end: Int) -> Parses<DateExpression> {
    let word = phrase.skip(end, Lexicon(",", "of"))
    if let year = phrase.year(word) { return phrase.dated(year, month, day, start, word + 1) }
    return phrase.dated(nil, month, day, start, end)
  }

  /// *lunar 10/3 [2025]*, *Tết [2025]*.
  private func lunar(_ index: Int) -> Parses<DateExpression> {
    if let end = phrase.match(index, Lexicon("tết", "tet", "lunar new year", "tết nguyên đán")) {
      let word = phrase.skip(end, Lexicon("of"))
      return phrase.year(word).map { [(.lunar(year: $0, month: 1, day: 1), word + 1)] } ?? [
        (.lunar(year: nil, month: 1, day: 1), end)
      ]
    }
    guard phrase.isKey(index, "lunar"), let day = phrase.number(index + 1, in: 1...30, maxDigits: 2),
      phrase.tightMark(index + 2, "/"), let month = phrase.number(index + 3, in: 1...12, maxDigits: 2)
    else { return [] }
    if phrase.tightMark(index + 4, "/"), let year = phrase.year(index + 5) {
      return [(.lunar(year: year, month: month, day: day), index + 6)]
    }
    let word = phrase.skip(index + 4, Lexicon("of", "in"))
    if let year = phrase.year(word) { return [(.lunar(year: year, month: month, day: day), word + 1)] }
    return [(.lunar(year: nil, month: month, day: day), index + 4)]
  }

  /// *the end of Q2 2024*, *the start of March*, *the middle of June*.
  private func edges(_ index: Int) -> Parses<DateExpression> {
    if let end = phrase.match(index, Lexicon("end of", "close of")) {
      return edgePeriods(end).map { (.end(of: PeriodSpan($0.value)), $0.end) }
    }
    if let start = phrase.match(index, Lexicon("start of", "beginning of")) {
      return edgePeriods(start).map { (.start(of: PeriodSpan($0.value)), $0.end) }
    }
    guard let middle = phrase.match(index, Lexicon("middle of")) else { return [] }
    return edgePeriods(middle).filter { $0.value.unit == .month || $0.value.unit == .year }
      .map { (.middle(of: $0.value), $0.end) }
  }

  private func edgePeriods(_ index: Int) -> Parses<PeriodExpression> {
    if let end = phrase.match(index, Lexicon("the year", "the plan's year")) { return [(PeriodExpression(.year), end)] }
    return period(index)
  }

  /// *second Tuesday of March 2024*, *last working day of March*, *last day of Q1*.
  private func ordinalDate(_ index: Int) -> Parses<DateExpression> {
    guard let ordinal = ordinal(index), let of = phrase.key(ordinal.end, "of") else { return [] }
    return period(of).compactMap { period in
      if case .weekday = ordinal.value.kind, period.value.unit != .month { return nil }
      switch (ordinal.value.kind, ordinal.value.position) {
      case (.day, 1): return (.start(of: PeriodSpan(period.value)), period.end)
      case (.day, -1): return (.end(of: PeriodSpan(period.value)), period.end)
      case (.day, _): return nil
      default: return (.ordinal(ordinal.value, of: PeriodSpan(period.value)), period.end)
      }
    }
  }

  /// *second Tuesday*, *last working day*, *10th working day*, *last day*.
  func ordinal(_ index: Int) -> (value: Ordinal, end: Int)? {
    guard let position = position(phrase.skip(index, Lexicon("the"))) else { return nil }
    if let end = phrase.match(position.end, Lexicon("working day", "business day")) {
      return (Ordinal(.workingDay, position: position.value), end)
    }
    if let end = phrase.key(position.end, "day") { return (Ordinal(.day, position: position.value), end) }
    guard let weekday = phrase.lookUp(position.end, Self.weekdays), abs(position.value) <= 5 else { return nil }
    return (Ordinal(.weekday(weekday.value), position: position.value), weekday.end)
  }

  static let byWords = Lexicon(
    "by", "no later than", "not later than", "on or before", "at the latest by", "latest by", "through", "up to")
  static let beforeWords = Lexicon("before", "prior to", "earlier than")

  func bounds(_ index: Int) -> Parses<Bound> {
    if let end = phrase.match(index, Self.beforeWords) { return [(.before, end)] }
    if let end = phrase.match(index, Self.byWords) { return [(.by, end)] }
    return [(.on, phrase.skip(index, Lexicon("on", "at")))]
  }

  func timeBefore(_ index: Int) -> (value: ClockTime?, end: Int) {
    guard let time = time(index) else { return (nil, index) }
    return (time.value, phrase.skip(time.end, Lexicon("on", ",", "of")))
  }

  func boundedDays(_ index: Int) -> Parses<DayDeadline> {
    bounds(index).flatMap { bound -> Parses<DayDeadline> in
      let time = timeBefore(bound.end)
      var results: Parses<DayDeadline> = dates(time.end).map {
        (DayDeadline(bound: bound.value, time: time.value, days: $0.value), $0.end)
      }
      guard bound.value != .on else { return results }
      for period in period(time.end) {
        let day: DateExpression =
          bound.value == .by ? .end(of: PeriodSpan(period.value)) : .start(of: PeriodSpan(period.value))
        results.append((DayDeadline(bound: bound.value, time: time.value, days: [day]), period.end))
      }
      return results
    }
  }

  func dayForms(_ start: Int) -> Parses<DeadlineForm> {
    var results: Parses<DeadlineForm> = boundedDays(start).map { day in
      (.day(day.value), phrase.skip(day.end, Lexicon("at the latest")))
    }
    let from = phrase.match(start, Lexicon("from", "between"))
    if from != nil || phrase.token(start)?.kind == .number {
      for first in date(from ?? start) {
        // Without *from* only a whole date begins a range.
        if from == nil { guard case .civil(_?, _, _) = first.value, phrase.isKey(first.end, "-") else { continue } }
        guard let to = phrase.match(first.end, Lexicon("to", "until", "through", "and", "-")) else { continue }
        for last in date(to) {
          let days = PeriodList.sharingYear([first.value, last.value])
          results.append((.range(from: days[0], to: days[1]), last.end))
        }
      }
    }
    return results
  }
}
