import CivilCalendar

/// Rhythms and the days in them.
extension EnglishGrammar {
  static let unitWords = Vocabulary<PeriodUnit>([
    ("week", .week), ("month", .month), ("calendar month", .month), ("quarter", .quarter), ("half year", .half),
    ("half - year", .half), ("year", .year),
    ("school year", .schoolYear), ("academic year", .schoolYear), ("term", .term), ("fiscal year", .fiscalYear),
    ("financial year", .fiscalYear), ("calendar year", .year), ("calendar quarter", .quarter),
  ])
  static let adverbs = Vocabulary<Rhythm>([
    ("weekly", .every(.week, interval: 1)), ("monthly", .every(.month, interval: 1)),
    ("quarterly", .every(.quarter, interval: 1)), ("half - yearly", .every(.half, interval: 1)),
    ("semiannually", .every(.half, interval: 1)), ("semi - annually", .every(.half, interval: 1)),
    ("yearly", .every(.year, interval: 1)), ("annually", .every(.year, interval: 1)),
    ("every six months", .every(.half, interval: 1)), ("every 6 months", .every(.half, interval: 1)),
    ("every three months", .every(.quarter, interval: 1)), ("every 3 months", .every(.quarter, interval: 1)),
    ("every twelve months", .every(.year, interval: 1)), ("every 12 months", .every(.year, interval: 1)),
    ("biennially", .every(.year, interval: 2)), ("fortnightly", .every(.week, interval: 2)),
  ])

  func rhythms(_ index: Int) -> Parses<Rhythm> {
    if let adverb = phrase.lookUp(index, Self.adverbs) { return [(adverb.value, adverb.end)] }
    if let reporting = reporting(index) { return [reporting] }
    guard let each = phrase.match(index, Lexicon("every", "each", "of every", "of each", "in every", "in each")) else {
      return []
    }
    if let unit = phrase.lookUp(each, Self.unitWords) { return [(.every(unit.value, interval: 1), unit.end)] }
    if phrase.isKey(each, "other"), let unit = phrase.lookUp(each + 1, Self.unitWords) {
      return [(.every(unit.value, interval: 2), unit.end)]
    }
    guard let count = count(each), count.value > 1, let noun = phrase.token(count.end) else { return [] }
    let units: [String: PeriodUnit] = ["weeks": .week, "months": .month, "quarters": .quarter, "years": .year]
    return units[noun.key].map { [(.every($0, interval: count.value), count.end + 1)] } ?? []
  }

  /// *every reporting period (Q1, H1, Q3, year)*
  private func reporting(_ index: Int) -> (value: Rhythm, end: Int)? {
    guard let word = phrase.match(index, Lexicon("every reporting period", "each reporting period")) else { return nil }
    guard phrase.isKey(word, "(") else { return (Rhythm.fourReports, word) }
    var items: [ReportingPeriod] = []
    var next = word + 1
    while true {
      if phrase.isKey(next, "q"), let number = phrase.number(next + 1, in: 1...4, maxDigits: 1) {
        items.append(ReportingPeriod(.quarter, number))
        next += 2
      } else if phrase.isKey(next, "h"), let number = phrase.number(next + 1, in: 1...2, maxDigits: 1) {
        items.append(ReportingPeriod(.half, number))
        next += 2
      } else if let unit = phrase.lookUp(phrase.skip(next, Lexicon("each", "every")), Self.unitWords),
        unit.value != .week
      {
        items.append(ReportingPeriod(unit.value))
        next = unit.end
      } else {
        return nil
      }
      if phrase.isKey(next, ")") {
        let isOne = items.count == 1 && items[0].index == nil
        return (isOne ? .every(items[0].unit, interval: 1) : .reporting(items), next + 1)
      }
      guard let more = phrase.match(next, Lexicon(", and", "and", ",")) else { return nil }
      next = more
    }
  }

  func recurrences(_ start: Int) -> Parses<DeadlineForm> {
    var found: Parses<Recurrence> = []
    for rhythm in rhythms(start) {
      found.append((Recurrence(rhythm.value), rhythm.end))
      for place in places(phrase.skip(rhythm.end, Lexicon(",")), rhythm.value) {
        guard let recurrence = place.value.recurrence(rhythm.value) else { continue }
        found.append((recurrence, phrase.skip(place.end, Lexicon("respectively", ", respectively"))))
      }
    }
    for place in places(start, nil) {
      if let alone = place.value.alone { found.append((alone, place.end)) }
      for rhythm in rhythms(phrase.skip(place.end, Lexicon(","))) {
        if let recurrence = place.value.recurrence(rhythm.value) { found.append((recurrence, rhythm.end)) }
      }
    }
    if let each = phrase.match(start, Lexicon("every", "each")) {
      for place in windowPlaces(each) {
        found.append((Recurrence(.every(.year, interval: 1), place.value.pattern), place.end))
      }
    }
    if let each = phrase.match(start, Lexicon("every", "each", "on")) {
      for place in weekdayPlaces(each)
      where phrase.isKey(start, "on") == (phrase.tokens[place.end - 1].key.hasSuffix("s")) {
        found.append((Recurrence(.every(.week, interval: 1), place.value.pattern, bound: .on), place.end))
      }
    }
    return found.map { (.recurring($0.value), $0.end) }
  }

  private func places(_ index: Int, _ rhythm: Rhythm?) -> Parses<Place> {
    monthDayPlaces(index, rhythm) + yearDayPlaces(index) + weekdayPlaces(index) + ordinalPlaces(index, rhythm)
      + partPlaces(index) + windowPlaces(index) + afterEndPlaces(index, rhythm)
  }

  /// *by day 25*, *before day 17 of its last month*, *on the 5th and 20th day of each month*.
  private func monthDayPlaces(_ index: Int, _ rhythm: Rhythm?) -> Parses<Place> {
    bounds(index).flatMap { bound -> Parses<Place> in
      let time = timeBefore(bound.end)
      guard let list = dayNumbers(time.end) else { return [] }
      var results: Parses<Place> = [
        (Place(pattern: .monthDays(list.value, .fromEnd(0)), bound: bound.value, time: time.value), list.end)
      ]
      if let month = monthOfPeriod(list.end, rhythm) {
        let pattern = DayPattern.monthDays(list.value, month.value.month)
        results.append(
          (Place(pattern: pattern, bound: bound.value, time: time.value, implied: month.value.rhythm), month.end))
      }
      return results
    }
  }

  /// *day 25*, *days 5 and 20*, *the 10th day*, *the 5th and 20th [day]*, *the last day*.
  private func dayNumbers(_ index: Int) -> (value: [Int], end: Int)? {
    let start = phrase.skip(index, Lexicon("the"))
    if let end = phrase.match(start, Lexicon("last day")) { return ([-1], end) }
    let plain = phrase.match(start, Lexicon("day", "days"))
    func one(_ index: Int) -> (value: Int, end: Int)? {
      if plain != nil { return phrase.number(index, in: 1...31, maxDigits: 2).map { ($0, index + 1) } }
      guard
        phrase.token(phrase.skip(index, Lexicon("the")))?.kind == .number || phrase.lookUp(index, Self.ordinals) != nil,
        let position = position(phrase.skip(index, Lexicon("the"))), (1...31).contains(position.value)
      else { return nil }
      return position
    }
    guard var last = one(plain ?? start) else { return nil }
    var days = [last.value]
    while let next = phrase.match(last.end, Lexicon(", and", "and", ",")), let more = one(next),
      more.value > days[days.count - 1]
    {
      days.append(more.value)
      last = more
    }
    return (days, plain == nil ? phrase.skip(last.end, Lexicon("day", "days")) : last.end)
  }

  /// *of its last month*, *of the following month*, *of the second month following the end of the quarter*,
  /// *of the month*, *of the month before the quarter*.
  private func monthOfPeriod(_ index: Int, _ said: Rhythm?) -> (
    value: (month: MonthOfPeriod, rhythm: Rhythm?), end: Int
  )? {
    guard let of = phrase.match(index, Lexicon("of", "in")) else { return nil }
    if let end = phrase.match(of, Lexicon("the following month", "the next month", "next month")) {
      return ((.fromEnd(1), said ?? .every(.month, interval: 1)), end)
    }
    if let end = phrase.match(of, Lexicon("the month before", "the month preceding")) {
      if let noun = noun(end) { return ((.fromStart(-1), noun.value), noun.end) }
      return said == nil || !phrase.isKey(end, "it") ? nil : ((.fromStart(-1), said), end + 1)
    }
    if let after = phrase.match(
      of,
      Lexicon("the month following", "the month after", "the month following the end of", "the month after the end of")),
      let noun = noun(after)
    {
      return ((.fromEnd(1), noun.value), noun.end)
    }
    if let end = phrase.match(of, Lexicon("each month", "every month", "the month", "that month")),
      phrase.match(end, Lexicon("after", "following")) == nil
    {
      return ((.fromEnd(0), .every(.month, interval: 1)), end)
    }
    if let next = phrase.match(of, Lexicon("the next", "next", "the following")), let noun = noun(next),
      phrase.isKey(noun.end, "'"), phrase.isKey(noun.end + 1, "s"), let position = position(noun.end + 2),
      position.value > 0, phrase.isKey(position.end, "month")
    {
      return ((.fromEnd(position.value), noun.value), position.end + 1)
    }
    let word = phrase.skip(of, Self.article)
    guard let position = position(word), position.value >= -1, phrase.isKey(position.end, "month") else { return nil }
    let end = position.end + 1
    if let after = phrase.match(
      end, Lexicon("following the end of", "after the end of", "after", "following", "of the next", "of the following")),
      position.value > 0, let noun = noun(after)
    {
      return ((.fromEnd(position.value), noun.value), noun.end)
    }
    if let of = phrase.key(end, "of"), let noun = noun(of) {
      return ((.numbered(position.value, of: noun.value), noun.value), noun.end)
    }
    guard let said, phrase.isKey(of, "its") else { return nil }
    if let after = phrase.match(end, Lexicon("afterwards")), position.value > 0 {
      return ((.fromEnd(position.value), said), after)
    }
    return ((.numbered(position.value, of: said), said), end)
  }

  private func noun(_ index: Int) -> (value: Rhythm, end: Int)? {
    let start = phrase.skip(index, Lexicon("the", "each", "every", "that"))
    if let end = phrase.match(start, Lexicon("reporting period", "period")) {
      return (Rhythm.fourReports, end)
    }
    return phrase.lookUp(start, Self.unitWords).map { (.every($0.value, interval: 1), $0.end) }
  }

  private func yearDayPlaces(_ index: Int) -> Parses<Place> {
    bounds(index).flatMap { bound -> Parses<Place> in
      let time = timeBefore(bound.end)
      return dates(time.end).flatMap { list -> Parses<Place> in
        var days: [YearDay] = []
        for date in list.value {
          switch date {
          case .civil(nil, let month, let day): days.append(YearDay(month: month, day: day))
          case .lunar(nil, let month, let day): days.append(YearDay(month: month, day: day, isLunar: true))
          case .end(let span) where span.first == span.last && span.first.unit == .month && span.first.year == nil:
            days.append(YearDay(month: span.first.index ?? 12, day: -1))
          default: return []
          }
        }
        var results: Parses<Place> = [(Place(pattern: .yearDays(days), bound: bound.value, time: time.value), list.end)]
        let bracket = phrase.skip(list.end, Lexicon("("))
        if let later = phrase.match(
          bracket, Lexicon("of the following year", "of the next year", "next year", "the following year")),
          bracket == list.end || phrase.isKey(later, ")")
        {
          let shifted = PeriodList.moved(days, yearsLater: 1)
          // A bare day of the following year is a last day.
          let limit: Bound = bound.end == index ? .by : bound.value
          results.append(
            (
              Place(pattern: .yearDays(shifted), bound: limit, time: time.value, implied: .every(.year, interval: 1)),
              bracket > list.end ? later + 1 : later
            ))
        }
        return results
      }
    }
  }

  func weekdayPlaces(_ index: Int) -> Parses<Place> {
    bounds(index).flatMap { bound -> Parses<Place> in
      let time = timeBefore(bound.end)
      var days: [Weekday] = []
      var next = time.end
      var end = next
      while let day = phrase.lookUp(next, Self.weekdays), !days.contains(day.value) {
        days.append(day.value)
        end = day.end
        guard let more = phrase.match(end, Lexicon(", and", "and", ",")) else { break }
        next = more
      }
      return days.isEmpty ? [] : [(Place(pattern: .weekdays(days), bound: bound.value, time: time.value), end)]
    }
  }

  /// *second Tuesday [of the month]*, *last working day*, *within the first 10 working days of the following month*.
  private func ordinalPlaces(_ index: Int, _ rhythm: Rhythm?) -> Parses<Place> {
    var results: Parses<Place> = []
    func add(_ ordinal: Ordinal, _ bound: Bound, _ time: ClockTime?, _ end: Int) {
      guard ordinal.kind != .day || bound == .within else { return }
      results.append((Place(pattern: .ordinal(ordinal, .fromEnd(0)), bound: bound, time: time), end))
      // Of a longer period the last is in its last month, the first ones are in its first.
      if let of = phrase.match(end, Lexicon("of", "in")), let noun = noun(of), ordinal.position <= 15,
        noun.value != .every(.month, interval: 1), noun.value != .every(.week, interval: 1)
      {
        let month: MonthOfPeriod = ordinal.position < 0 ? .fromEnd(0) : .fromStart(0)
        results.append(
          (Place(pattern: .ordinal(ordinal, month), bound: bound, time: time, implied: noun.value), noun.end))
      }
      if let month = monthOfPeriod(end, rhythm) {
        results.append(
          (
            Place(pattern: .ordinal(ordinal, month.value.month), bound: bound, time: time, implied: month.value.rhythm),
            month.end
          ))
      }
    }
    for bound in bounds(index) {
      let time = timeBefore(bound.end)
      if let ordinal = ordinal(time.end) { add(ordinal.value, bound.value, time.value, ordinal.end) }
    }
    if let within = phrase.match(index, Lexicon("within the first", "in the first")), let count = count(within) {
      if let end = phrase.match(count.end, Lexicon("working days", "working day", "business days")) {
        add(Ordinal(.workingDay, position: count.value), .within, nil, end)
      } else if let end = phrase.match(count.end, Lexicon("days", "day")) {
        add(Ordinal(.day, position: count.value), .within, nil, end)
      }
    }
    return results
  }

  private func partPlaces(_ index: Int) -> Parses<Place> {
    let start = phrase.skip(index, Lexicon("in", "during"))
    guard let part = part(start), let noun = noun(part.end), case .every(let unit, 1) = noun.value,
      PeriodList.canDivide(unit, part.value)
    else { return [] }
    return [(Place(pattern: .part(part.value), bound: .by, implied: noun.value), noun.end)]
  }

  /// *within 30 days after the end of each quarter*, *within 30 days after its end*.
  private func afterEndPlaces(_ index: Int, _ rhythm: Rhythm?) -> Parses<Place> {
    durations(phrase.skip(index, Self.withinWords)).compactMap { durations in
      guard let after = phrase.match(durations.end, Lexicon("after", "of", "following", "from")) else { return nil }
      if let rhythm, let end = phrase.match(after, Lexicon("its end")) {
        return (Place(pattern: .afterEnd(durations.value), bound: .by, implied: rhythm), end)
      }
      if let unit = phrase.lookUp(phrase.skip(after, Lexicon("each", "every")), Self.unitWords),
        phrase.isKey(unit.end, "end")
      {
        return (
          Place(pattern: .afterEnd(durations.value), bound: .by, implied: .every(unit.value, interval: 1)), unit.end + 1
        )
      }
      guard let of = phrase.match(after, Lexicon("the end of", "the close of")), phrase.year(of) == nil,
        let noun = noun(of), !durations.value.contains(where: { $0.unit == .hour })
      else { return nil }
      if phrase.isKey(of, "the"), noun.end < phrase.limit, phrase.tokens[noun.end].kind == .word, rhythm == nil,
        phrase.tokens[noun.end].key != "of"
      {
        return nil
      }
      if case .reporting = noun.value, phrase.isKey(noun.end - 2, "the") { return nil }
      return (Place(pattern: .afterEnd(durations.value), bound: .by, implied: noun.value), noun.end)
    }
  }

  /// *twice a year*, *once a quarter*, *at least 2 times in 2024*.
  func timesForms(_ start: Int) -> Parses<DeadlineForm> {
    guard let count = timesCount(start) else { return [] }
    var results: Parses<DeadlineForm> = []
    if let per = phrase.match(count.end, Lexicon("a", "per", "each", "every", "in each", "in every", "an")),
      let unit = phrase.lookUp(per, Self.unitWords)
    {
      results.append((.times(count.value, per: unit.value, within: nil), unit.end))
    }
    if let adverb = phrase.lookUp(count.end, Self.adverbs), case .every(let unit, 1) = adverb.value {
      results.append((.times(count.value, per: unit, within: nil), adverb.end))
    }
    for window in windowForms(count.end) {
      guard case .window(let spans) = window.value, spans.count == 1, spans[0].part == nil,
        spans[0].first == spans[0].last,
        spans[0].first != PeriodExpression(.year)
      else { continue }
      results.append((.times(count.value, per: spans[0].first.unit, within: spans[0]), window.end))
    }
    return results
  }

  private func timesCount(_ index: Int) -> (value: CountRange, end: Int)? {
    let least = phrase.match(index, Lexicon("at least", "no fewer than"))
    let start = least ?? index
    if let once = phrase.lookUp(start, Vocabulary<Int>([("once", 1), ("twice", 2)])) {
      return (CountRange(minimum: once.value, maximum: least == nil ? once.value : nil), once.end)
    }
    guard let low = count(start) else { return nil }
    var high = least == nil ? low.value : nil
    var end = low.end
    if let to = phrase.match(end, Lexicon("to", "-")), let top = count(to), top.value > low.value {
      (high, end) = (top.value, top.end)
    }
    guard let noun = phrase.match(end, Lexicon("times", "time")) else { return nil }
    return (CountRange(minimum: low.value, maximum: high, isAtLeast: least != nil && high != nil), noun)
  }
}
