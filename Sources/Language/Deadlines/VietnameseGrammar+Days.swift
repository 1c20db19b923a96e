import CivilCalendar

/// Days, bounds, and the forms made of them.
extension VietnameseGrammar {
  static let dayWord = Lexicon("ngày", "vào ngày", "hết ngày", "các ngày", "những ngày")

  /// A day, without its bound; *ngày* may stand before it.
  func date(_ index: Int) -> Parses<DateExpression> {
    let start = phrase.skip(index, Self.dayWord)
    let named = start > index
    var results = phrase.figures(start, dashes: named).flatMap { withLateYear($0.value, $0.end) }
    results += monthNamed(start, wasNamed: named)
    results += tet(start) + ordinalDate(index)
    return results
  }

  /// `01/3 năm 2022`, `10/3 âm lịch [năm 2025]`.
  private func withLateYear(_ date: DateExpression, _ end: Int) -> Parses<DateExpression> {
    guard case .civil(let year, let month, let day) = date else { return [(date, end)] }
    if let lunar = phrase.match(end, Lexicon("âm lịch")) {
      guard day <= 30 else { return [] }
      if year != nil { return [(.lunar(year: year, month: month, day: day), lunar)] }
      let late = lateYear(lunar)
      return [(.lunar(year: late?.value, month: month, day: day), late?.end ?? lunar)]
    }
    guard year == nil, let late = lateYear(end) else { return [(date, end)] }
    return phrase.dated(late.value, month, day, end - 3, late.end)
  }

  private func lateYear(_ index: Int) -> (value: Int, end: Int)? {
    let word = phrase.skip(phrase.skip(index, Lexicon(",")), Self.ofWords)
    guard phrase.isKey(word, "năm"), let year = phrase.year(word + 1) else { return nil }
    return (year, word + 2)
  }

  /// `15 tháng 6 [năm 2024 | /2024] [âm lịch]`, `mùng 1 tháng Giêng`.
  private func monthNamed(_ index: Int, wasNamed: Bool) -> Parses<DateExpression> {
    let start = phrase.skip(index, Lexicon("mùng", "mồng"))
    guard let day = phrase.number(start, in: 1...31, maxDigits: 2) else { return [] }
    let word = phrase.skip(start + 1, Lexicon(","))
    guard phrase.isKey(word, "tháng") else { return [] }
    if phrase.isKey(word + 1, "giêng") || phrase.isKey(word + 1, "chạp"), day <= 30 {
      let month = phrase.isKey(word + 1, "giêng") ? 1 : 12
      let end = phrase.skip(word + 2, Lexicon("âm lịch"))
      let late = lateYear(end)
      return [(.lunar(year: late?.value, month: month, day: day), late?.end ?? end)]
    }
    guard let month = phrase.number(word + 1, in: 1...12, maxDigits: 2) else { return [] }
    if phrase.tightMark(word + 2, "/"), let year = phrase.year(word + 3) {
      return phrase.dated(year, month, day, start, word + 4)
    }
    return phrase.dated(nil, month, day, start, word + 2).flatMap { withLateYear($0.value, $0.end) }
  }

  /// Tết Nguyên đán is the first day of the lunar year.
  private func tet(_ index: Int) -> Parses<DateExpression> {
    guard let end = phrase.match(index, Lexicon("tết nguyên đán", "tết âm lịch", "tết")),
      !phrase.isKey(end, "dương")
    else { return [] }
    let cycle = sexagenary(end)
    let word = phrase.skip(cycle?.end ?? end, Lexicon("năm"))
    if let year = phrase.year(word) {
      // *Ất Tỵ 2025*: the two must name the same year.
      guard cycle == nil || cycle?.value == (year + 56) % 60 else { return [] }
      return [(.lunar(year: year, month: 1, day: 1), word + 1)]
    }
    return cycle == nil ? [(.lunar(year: nil, month: 1, day: 1), end)] : []
  }

  private static let stems: [StaticString] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"]
  private static let branches: [StaticString] = [
    "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi",
  ]

  /// A year of the cycle of sixty, 0 is Giáp Tý (1984); [năm] may stand before it.
  private func sexagenary(_ index: Int) -> (value: Int, end: Int)? {
    let start = phrase.skip(index, Lexicon("năm"))
    guard let stem = Self.stems.firstIndex(where: { phrase.isKey(start, $0) }),
      let branch = Self.branches.firstIndex(where: { phrase.isKey(start + 1, $0) }),
      let year = (0..<60).first(where: { $0 % 10 == stem && $0 % 12 == branch })
    else { return nil }
    return (year, start + 2)
  }

  /// *ngày làm việc cuối cùng của tháng 3*, *thứ Ba tuần thứ hai của tháng 3/2024*, *ngày cuối cùng của quý I*.
  private func ordinalDate(_ index: Int) -> Parses<DateExpression> {
    guard let ordinal = ordinal(index) else { return [] }
    let of = phrase.skip(ordinal.end, Self.ofWords)
    return period(of).compactMap { period in
      if case .weekday = ordinal.value.kind, period.value.unit != .month { return nil }
      switch (ordinal.value.kind, ordinal.value.position) {
      case (.day, 1): return (.start(of: PeriodSpan(period.value)), period.end)
      case (.day, -1): return (.end(of: PeriodSpan(period.value)), period.end)
      default: return (.ordinal(ordinal.value, of: PeriodSpan(period.value)), period.end)
      }
    }
  }

  /// *ngày làm việc thứ 5*, *ngày cuối cùng*, *thứ Ba tuần thứ hai*, *thứ Sáu cuối cùng*.
  func ordinal(_ index: Int) -> (value: Ordinal, end: Int)? {
    if let word = phrase.match(index, Lexicon("ngày làm việc")), let position = position(word) {
      return (Ordinal(.workingDay, position: position.value), position.end)
    }
    if let word = phrase.match(index, Lexicon("ngày")), let position = position(word), abs(position.value) == 1 {
      return (Ordinal(.day, position: position.value), position.end)
    }
    guard let weekday = phrase.lookUp(phrase.skip(index, Lexicon("ngày")), Self.weekdays) else { return nil }
    let week = phrase.skip(weekday.end, Lexicon("tuần", "của tuần"))
    guard let position = position(week), abs(position.value) <= 5 else { return nil }
    return (Ordinal(.weekday(weekday.value), position: position.value), position.end)
  }

  static let byWords = Lexicon(
    "chậm nhất", "chậm nhất là", "chậm nhất vào", "chậm nhất là vào", "chậm nhất đến", "chậm nhất là đến",
    "chậm nhất trong", "chậm nhất là trong", "muộn nhất", "muộn nhất là", "muộn nhất vào", "đến", "đến hết", "cho đến",
    "cho đến hết", "tới", "tới hết", "không quá", "không muộn hơn", "hạn cuối", "hạn chót", "hạn cuối là",
    "hạn chót là",
    "chậm nhất đến hết", "trước hoặc trong", "trước và trong", "từ nay đến", "từ nay đến hết", "từ nay đến cuối",
    "từ đây đến", "từ đây đến hết")
  static let beforeWords = Lexicon(
    "trước", "chậm nhất trước", "chậm nhất là trước", "chậm nhất vào trước", "chậm nhất là vào trước", "xong trước",
    "muộn nhất trước", "muộn nhất là trước", "đến trước")
  static let onWords = Lexicon("vào", "đúng", "trong", "vào hồi", "vào lúc", "lúc", "hồi")

  /// Every bound that can be read at `index`, with what follows it. A word before a plain day may be missing.
  func bounds(_ index: Int) -> Parses<Bound> {
    let before = phrase.match(index, Self.beforeWords) ?? index
    let by = phrase.match(index, Self.byWords) ?? index
    if by > index, by > before { return [(.by, by)] }
    if before > index { return [(.before, before)] }
    return [(.on, phrase.skip(index, Self.onWords))]
  }

  /// `[16 giờ] [ngày]` after a bound: the time, and where the day begins.
  func timeBefore(_ index: Int) -> (value: ClockTime?, end: Int) {
    guard let time = time(index) else { return (nil, index) }
    return (time.value, phrase.skip(time.end, Lexicon(",", "của", ", của")))
  }

  /// *ngày 20 các tháng 3, 6, 9 và 12*.
  func sameDays(_ index: Int) -> Parses<[DateExpression]> {
    let start = phrase.skip(index, Self.dayWord)
    guard let day = phrase.number(start, in: 1...31, maxDigits: 2),
      let first = phrase.match(start + 1, Lexicon("các tháng", "của các tháng", "hai tháng"))
    else { return [] }
    var list: [DateExpression] = []
    var next = first
    while let month = phrase.number(next, in: 1...12, maxDigits: 2),
      let date = phrase.dated(nil, month, day, start, next + 1).first
    {
      list.append(date.value)
      guard let more = phrase.match(next + 1, Lexicon(", và", "và", ",")) else {
        return list.count > 1 ? [(list, next + 1)] : []
      }
      next = more
    }
    return []
  }

  func dayForms(_ start: Int) -> Parses<DeadlineForm> {
    boundedDays(start).map { (.day($0.value), $0.end) } + dayRanges(start) + edgeDays(start)
  }

  /// A bound and its days.
  func boundedDays(_ index: Int) -> Parses<DayDeadline> {
    bounds(index).flatMap { bound -> Parses<DayDeadline> in
      let time = timeBefore(bound.end)
      let plain = dates(time.end).compactMap { dates -> (value: DayDeadline, end: Int)? in
        if bound.end == index, time.value == nil, case .start = dates.value[0] { return nil }
        return (DayDeadline(bound: bound.value, time: time.value, days: dates.value), dates.end)
      }
      guard bound.value != .on else { return plain }
      return plain + periodEdges(time.end, bound.value, time.value)
    }
  }

  /// *đến năm 2025*, *trước Quý II*, *đến cuối tháng 6*, *trước giữa tháng 6*.
  private func periodEdges(_ index: Int, _ bound: Bound, _ time: ClockTime?) -> Parses<DayDeadline> {
    let edge = phrase.skip(index, Lexicon("hết", "trong"))
    var results: Parses<DayDeadline> = []
    func add(_ day: DateExpression, _ end: Int) {
      results.append((DayDeadline(bound: bound, time: time, days: [day]), end))
    }
    if phrase.isKey(edge, "giữa") {
      for period in period(phrase.skip(edge + 1, Self.ofWords)) + bareYear(edge + 1)
      where period.value.unit == .month || period.value.unit == .year {
        add(.middle(of: period.value), period.end)
      }
      return results
    }
    let late = phrase.skip(edge, Lexicon("cuối"))
    for period in period(phrase.skip(late, Self.ofWords)) + (late > edge ? bareYear(late) : []) {
      let span = PeriodSpan(period.value)
      add(bound == .by || late > edge ? .end(of: span) : .start(of: span), period.end)
    }
    return results
  }

  /// *năm* without a number, as in *cuối năm*.
  private func bareYear(_ index: Int) -> Parses<PeriodExpression> {
    guard phrase.isKey(index, "năm"), phrase.year(index + 1) == nil, !phrase.isKey(index + 1, "học") else { return [] }
    return [(PeriodExpression(.year), index + 1)]
  }

  /// *cuối năm [2024]*, *giữa năm [2024]*: days by Civil Code 2015, art. 146.
  private func edgeDays(_ index: Int) -> Parses<DeadlineForm> {
    let start = phrase.skip(index, Self.onWords)
    guard phrase.isKey(start, "cuối") || phrase.isKey(start, "giữa") else { return [] }
    let years = period(start + 1).filter { $0.value.unit == .year } + bareYear(start + 1)
    return years.map { year in
      let day: DateExpression =
        phrase.isKey(start, "cuối") ? .end(of: PeriodSpan(year.value)) : .middle(of: year.value)
      return (.day(DayDeadline(bound: .on, days: [day])), year.end)
    }
  }

  /// *từ ngày 16/6/2026 đến hết ngày 15/6/2028*.
  private func dayRanges(_ index: Int) -> Parses<DeadlineForm> {
    let from = phrase.skip(phrase.skip(index, Lexicon("trong khoảng", "trong thời gian")), Lexicon("từ", "kể từ"))
    return rangeStart(from).flatMap { first -> Parses<DeadlineForm> in
      guard let to = phrase.match(first.end, Lexicon("đến", "đến hết", "tới", "tới hết", "-", "cho đến hết")) else {
        return []
      }
      return rangeStart(to).compactMap { last in
        // Without *từ* only whole dates make a range: *15/3 đến 20/3* could be anything.
        if from == index, !phrase.isKey(index, "ngày"), !Self.hasYear(first.value) || !Self.hasYear(last.value) {
          return nil
        }
        var days = PeriodList.sharingYear([first.value, last.value])
        if days[0] == days[1] { days = [first.value, last.value] }
        return (.range(from: days[0], to: days[1]), last.end)
      }
    }
  }

  private static func hasYear(_ date: DateExpression) -> Bool {
    if case .civil(_?, _, _) = date { true } else { false }
  }

  private func rangeStart(_ index: Int) -> Parses<DateExpression> {
    date(index)
      + phrase.figures(phrase.skip(index, Self.dayWord), dashes: true)
      .filter { parse in !date(index).contains { $0.end == parse.end } }
  }

  func windowForms(_ start: Int) -> Parses<DeadlineForm> {
    let index = phrase.skip(
      start, Lexicon("trong", "vào", "trong cả", "trong khoảng", "trong thời gian", "cả", "trong suốt"))
    var results: Parses<DeadlineForm> = spans(index).map { (.window($0.value), $0.end) }
    if index > start { results += spans(start).map { (.window($0.value), $0.end) } }
    return results
  }
}
