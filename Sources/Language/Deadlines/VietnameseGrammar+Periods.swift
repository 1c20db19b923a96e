import CivilCalendar

/// Periods: one, a list, a range, or a part.
extension VietnameseGrammar {
  static let roman = Vocabulary<Int>([("i", 1), ("ii", 2), ("iii", 3), ("iv", 4)])
  static let ofWords = Lexicon("của")

  /// `[/|-|năm|của năm] YYYY` after a quarter, month, half or week; nil value: none is written.
  func yearSuffix(_ index: Int) -> (value: Int?, end: Int) {
    if phrase.tightMark(index, "/") || phrase.tightMark(index, "-") || phrase.tightMark(index, "."),
      let year = phrase.year(index + 1)
    {
      return (year, index + 2)
    }
    let word = phrase.skip(index, Self.ofWords)
    if phrase.isKey(word, "năm"), let year = phrase.year(word + 1), !phrase.tightMark(word + 2, "-") {
      return (year, word + 2)
    }
    return (nil, index)
  }

  /// One period with its unit word.
  func period(_ index: Int) -> Parses<PeriodExpression> {
    var results: Parses<PeriodExpression> = []
    if let quarter = quarterIndex(phrase.key(index, "quý") ?? phrase.key(index, "quí")) {
      results += withYear(.quarter, quarter.value, quarter.end)
    } else if phrase.isKey(index, "q"), !phrase.isSpaced(index + 1), let quarter = quarterIndex(index + 1) {
      results += withYear(.quarter, quarter.value, quarter.end)
    }
    if phrase.isKey(index, "tháng") || (phrase.isKey(index, "t") && !phrase.isSpaced(index + 1)),
      let month = phrase.number(index + 1, in: 1...12, maxDigits: 2)
    {
      results += withYear(.month, month, index + 2)
    }
    if let half = half(index) { results += withYear(.half, half.value, half.end) }
    if phrase.isKey(index, "tuần") {
      let number = phrase.skip(index + 1, Lexicon("thứ", "số"))
      if let week = phrase.number(number, in: 1...53, maxDigits: 2) {
        results += withYear(.week, week, number + 1).filter { $0.value.year != nil }
      }
    }
    results += schoolPeriods(index)
    return results + years(index)
  }

  private func quarterIndex(_ index: Int?) -> (value: Int, end: Int)? {
    guard let index else { return nil }
    if let number = phrase.number(index, in: 1...4, maxDigits: 2) { return (number, index + 1) }
    return phrase.lookUp(index, Self.roman)
  }

  /// With the year that follows, and, since a year may belong to what comes next, also without.
  private func withYear(_ unit: PeriodUnit, _ number: Int, _ end: Int) -> Parses<PeriodExpression> {
    let suffix = yearSuffix(end)
    let bare = (value: PeriodExpression(unit, number), end: end)
    guard suffix.value != nil else { return [bare] }
    return [(PeriodExpression(unit, number, year: suffix.value), suffix.end), bare]
  }

  /// *6 tháng đầu năm*, *sáu tháng cuối năm*, *nửa đầu năm*: 1 or 2.
  private func half(_ index: Int) -> (value: Int, end: Int)? {
    var next = index
    if let count = count(index), count.value == 6, phrase.isKey(count.end, "tháng") {
      next = count.end + 1
    } else if let word = phrase.key(index, "nửa") {
      next = word
    } else {
      return nil
    }
    let number = phrase.isKey(next, "đầu") ? 1 : phrase.isKey(next, "cuối") ? 2 : 0
    guard number > 0 else { return nil }
    guard phrase.isKey(next + 1, "năm") else { return nil }
    // A year after it is read by `withYear`, which expects the word "năm".
    return (number, phrase.year(next + 2) == nil ? next + 2 : next + 1)
  }

  private func schoolPeriods(_ index: Int) -> Parses<PeriodExpression> {
    if let next = phrase.match(index, Lexicon("năm học")), let years = yearPair(next), years.last == years.first + 1 {
      return [(PeriodExpression(.schoolYear, year: years.first), years.end)]
    }
    if let next = phrase.match(index, Lexicon("năm tài chính", "niên độ tài chính", "năm ngân sách")),
      let year = phrase.year(next)
    {
      return [(PeriodExpression(.fiscalYear, year: year), next + 1)]
    }
    if let next = phrase.match(index, Lexicon("học kỳ", "học kì")), let term = quarterIndex(next), term.value <= 3 {
      let word = phrase.skip(term.end, Self.ofWords)
      if let of = phrase.match(word, Lexicon("năm học")), let years = yearPair(of), years.last == years.first + 1 {
        return [(PeriodExpression(.term, term.value, year: years.first), years.end)]
      }
      return [(PeriodExpression(.term, term.value), term.end)]
    }
    return []
  }

  /// `2021-2025` and `2021 đến 2025`.
  func yearPair(_ index: Int) -> (first: Int, last: Int, end: Int)? {
    guard let first = phrase.year(index),
      let next = phrase.match(index + 1, Lexicon("-", "đến", "đến năm", "tới", "tới năm")),
      let last = phrase.year(next), last > first
    else { return nil }
    return (first, last, next + 1)
  }

  private func years(_ index: Int) -> Parses<PeriodExpression> {
    if let next = phrase.key(index, "năm"), let year = phrase.year(next) {
      return [(PeriodExpression(.year, year: year), next + 1)]
    }
    return []
  }

  /// Several years as one span: *giai đoạn 2021-2025*, *2021-2025*, *từ năm 2024-2025*, *9 tháng đầu năm 2024*.
  private func yearSpans(_ index: Int) -> Parses<[PeriodSpan]> {
    var next = phrase.skip(index, Lexicon("từ"))
    next = phrase.skip(next, Lexicon("giai đoạn", "thời kỳ", "nhiệm kỳ", "giai đoạn từ", "các năm"))
    next = phrase.skip(next, Lexicon("năm", "từ năm"))
    var results: Parses<[PeriodSpan]> = []
    if let years = yearPair(next) {
      let span = PeriodSpan(
        PeriodExpression(.year, year: years.first), through: PeriodExpression(.year, year: years.last))
      results.append(([span], years.end))
    }
    if let count = count(index), (1...11).contains(count.value), count.value != 6,
      let end = phrase.match(count.end, Lexicon("tháng đầu năm"))
    {
      let year = phrase.year(end)
      let last = PeriodExpression(.month, count.value, year: year)
      let span =
        count.value == 3
        ? PeriodSpan(PeriodExpression(.quarter, 1, year: year))
        : PeriodSpan(PeriodExpression(.month, 1, year: year), through: last)
      results.append(([span], year == nil ? end : end + 1))
    }
    return results
  }

  /// All lists and ranges of periods that begin at `index`, longest first.
  func spans(_ index: Int) -> Parses<[PeriodSpan]> {
    if let known = phrase.trace.spans[index, phrase.limit] { return known }
    let found = spansRead(index)
    phrase.trace.spans[index, phrase.limit] = found
    return found
  }

  private func spansRead(_ index: Int) -> Parses<[PeriodSpan]> {
    var results = partSpans(index) + yearSpans(index) + monthSlashYear(index)
    for head in period(index) { extend([head.value], [], head.end, &results) }
    if let from = phrase.key(index, "từ") {
      // *từ quý II* alone has a beginning and no end.
      var ranges: Parses<[PeriodSpan]> = []
      for head in period(from) { extend([head.value], [], head.end, &ranges) }
      results += ranges.filter { $0.value.count == 1 && $0.value[0].first != $0.value[0].last }
    }
    if phrase.isKey(index, "trong") || phrase.isKey(index, "cả"), phrase.isKey(index + 1, "năm"),
      phrase.year(index + 2) == nil, !phrase.isKey(index + 2, "học"), !phrase.isKey(index + 2, "tài")
    {
      results.append(([PeriodSpan(PeriodExpression(.year))], index + 2))
    }
    return results.sorted { $0.end > $1.end }
  }

  /// `12/2025`
  private func monthSlashYear(_ index: Int) -> Parses<[PeriodSpan]> {
    guard let month = phrase.number(index, in: 1...12, maxDigits: 2), phrase.tightMark(index + 1, "/"),
      let year = phrase.year(index + 2)
    else { return [] }
    return [([PeriodSpan(PeriodExpression(.month, month, year: year))], index + 3)]
  }

  /// Adds the list so far to `results`, then every longer one.
  private func extend(
    _ items: [PeriodExpression], _ separators: [PeriodList.Separator], _ end: Int, _ results: inout Parses<[PeriodSpan]>
  ) {
    if let spans = PeriodList.spans(items, separators) { results.append((spans, end)) }
    guard items.count < 12, separators.last != .range, let next = separator(end), let last = items.last else { return }
    if next.value == .range, items.count > 1 { return }
    for item in period(next.end) where item.value.unit == last.unit {
      extend(items + [item.value], separators + [next.value], item.end, &results)
    }
    for item in bareIndex(next.end, like: last.unit) {
      extend(items + [item.value], separators + [next.value], item.end, &results)
    }
  }

  private func separator(_ index: Int) -> (value: PeriodList.Separator, end: Int)? {
    if let end = phrase.match(index, Lexicon("-", "đến", "tới", "đến hết", "cho đến", "đến cuối")) {
      return (.range, end)
    }
    if let end = phrase.key(index, ",") {
      return (phrase.isKey(end, "và") ? .and : .comma, phrase.skip(end, Lexicon("và")))
    }
    return phrase.key(index, "và").map { (.and, $0) }
  }

  /// A later item of a list without its unit word (*Tháng 4, 5, 6/2024*, *năm 2021, 2022*).
  private func bareIndex(_ index: Int, like unit: PeriodUnit) -> Parses<PeriodExpression> {
    switch unit {
    case .quarter:
      guard let number = quarterIndex(index) else { return [] }
      return withYear(.quarter, number.value, number.end)
    case .month:
      guard let number = phrase.number(index, in: 1...12, maxDigits: 2) else { return [] }
      return withYear(.month, number, index + 1)
    case .year:
      return phrase.year(index).map { [(PeriodExpression(.year, year: $0), index + 1)] } ?? []
    default:
      return []
    }
  }

  static let parts = Vocabulary<PeriodPart>([
    ("đầu", .early), ("giữa", .middle), ("cuối", .late), ("tuần đầu", .week(1)), ("tuần đầu tiên", .week(1)),
    ("tuần thứ nhất", .week(1)), ("tuần thứ hai", .week(2)), ("tuần thứ ba", .week(3)), ("tuần thứ tư", .week(4)),
    ("tuần cuối", .week(-1)), ("tuần cuối cùng", .week(-1)), ("tuần 1", .week(1)), ("tuần 2", .week(2)),
    ("tuần 3", .week(3)), ("tuần 4", .week(4)),
  ])

  /// *đầu quý III/2024*, *cuối tháng 12*, *tuần đầu của tháng 3*; of years only first and last half are said.
  private func partSpans(_ index: Int) -> Parses<[PeriodSpan]> {
    guard let part = phrase.lookUp(index, Self.parts) else { return [] }
    return period(phrase.skip(part.end, Self.ofWords)).compactMap { period in
      guard PeriodList.canDivide(period.value.unit, part.value) else { return nil }
      return ([PeriodSpan(period.value, part: part.value)], period.end)
    }
  }
}

extension PhraseParser {
  /// A blank stands before the token.
  func isSpaced(_ index: Int) -> Bool { token(index)?.spaceBefore ?? true }
}
