import CivilCalendar

/// How often: *hằng quý*, *định kỳ 6 tháng một lần*, *định kỳ Quý I, 6 tháng, Quý III và năm*, *02 lần/năm*.
extension VietnameseGrammar {
  static let each = Lexicon("hằng", "hàng", "mỗi", "từng", "của mỗi", "của hằng", "của hàng")
  static let periodically = Lexicon("định kỳ", "định kì", "theo định kỳ", "báo cáo định kỳ")
  static let units1 = Vocabulary<PeriodUnit>([
    ("tuần", .week), ("tháng", .month), ("quý", .quarter), ("quí", .quarter), ("năm", .year), ("nửa năm", .half),
    ("năm học", .schoolYear), ("học kỳ", .term), ("học kì", .term), ("năm tài chính", .fiscalYear),
  ])
  static let once = Lexicon("một lần", "1 lần", "01 lần", "/ lần", "/ 1 lần", "/ 01 lần")

  static let countNouns = Lexicon("lần", "cuộc", "đợt", "kỳ", "hội nghị", "lớp", "buổi")

  /// *hằng quý*, *định kỳ theo quý*, *3 tháng một lần*.
  func rhythms(_ index: Int) -> Parses<Rhythm> {
    let start = phrase.skip(index, Self.periodically)
    let unitStart = phrase.match(start, Self.each) ?? phrase.skip(start, Lexicon("theo", "theo từng"))
    var results: Parses<Rhythm> = []
    if unitStart > index, let unit = phrase.lookUp(unitStart, Self.units1), !isNumbered(unit.end, unit.value) {
      results.append((.every(unit.value, interval: 1), unit.end))
    }
    if let every = everySeveral(unitStart) {
      if let end = phrase.match(every.end, Self.once) { results.append((every.value, end)) }
      if unitStart > index { results.append((every.value, every.end)) }
    }
    return results
  }

  /// The unit word is followed by a number of its own: a period, not a rhythm (*quý I*, *tháng 3*, *năm 2024*).
  private func isNumbered(_ index: Int, _ unit: PeriodUnit) -> Bool {
    guard phrase.match(index + 1, Self.countNouns) == nil else { return false }
    return switch unit {
    case .quarter, .term: phrase.lookUp(index, Self.roman) != nil || phrase.number(index, in: 1...4) != nil
    case .month, .week: phrase.number(index, in: 1...53) != nil
    case .year, .schoolYear, .fiscalYear: phrase.year(index) != nil
    case .half: false
    }
  }

  /// *6 tháng*, *3 tháng*, *2 năm*, *hai tuần*.
  private func everySeveral(_ index: Int) -> (value: Rhythm, end: Int)? {
    guard let count = count(index) else { return nil }
    let end = count.end + 1
    switch (phrase.token(count.end)?.key, count.value) {
    case ("tháng", 12): return (.every(.year, interval: 1), end)
    case ("tháng", 6): return (.every(.half, interval: 1), end)
    case ("tháng", 3): return (.every(.quarter, interval: 1), end)
    case ("tháng", 1...120): return (.every(.month, interval: count.value), end)
    case ("năm", 1...50): return (.every(.year, interval: count.value), end)
    case ("tuần", 1...52): return (.every(.week, interval: count.value), end)
    case ("quý", 1...12): return (.every(.quarter, interval: count.value), end)
    default: return nil
    }
  }

  /// Reporting periods: two or more, or one of the year's (*6 tháng đầu năm*). Weeks are no report of a year: beside
  /// another period they are a rhythm, and a deadline, of their own.
  func reportingRhythms(_ index: Int) -> Parses<Rhythm> {
    let start = phrase.skip(phrase.skip(index, Self.periodically), Lexicon("theo", "các", "hằng", "hàng", "báo cáo"))
    var results: Parses<Rhythm> = []
    func extend(_ items: [ReportingPeriod], _ end: Int) {
      // Numbered quarters without a word of rhythm are windows (*Quý I và quý III*).
      let isRhythm = items.count > 1 ? start > index || items.contains { $0.index == nil } : items[0].index != nil
      if isRhythm, items.count > 1 || start > index {
        results.append((Self.rhythm(of: items), end))
      }
      guard items.count < 8 else { return }
      guard let next = phrase.match(end, Lexicon(", và", "và", ",", "hoặc", "/")) else { return }
      for item in reportingPeriod(next) where !items.contains(item.value) && item.value.unit != .week {
        extend(items + [item.value], item.end)
      }
    }
    for first in reportingPeriod(start) where first.value.unit != .week { extend([first.value], first.end) }
    return results.sorted { $0.end > $1.end }
  }

  /// *Quý I*, *quý*, *6 tháng [đầu năm]*, *9 tháng*, *năm*, *tháng*, *tuần*; *hằng* and *báo cáo* may stand before it.
  func reportingPeriod(_ index: Int) -> Parses<ReportingPeriod> {
    let start = phrase.skip(phrase.skip(index, Lexicon("báo cáo")), Lexicon("hằng", "hàng", "mỗi", "cả", "theo"))
    if let count = count(start), phrase.isKey(count.end, "tháng") {
      var end = count.end + 1
      let isWhole = phrase.match(end, Lexicon("đầu năm"))
      let isSecond = phrase.match(end, Lexicon("cuối năm"))
      end = isWhole ?? isSecond ?? end
      switch count.value {
      case 6 where isSecond != nil: return [(ReportingPeriod(.half, 2), end)]
      case 6 where isWhole != nil: return [(ReportingPeriod(.half, 1), end)]
      case 6: return [(ReportingPeriod(.half), end)]
      case 9: return [(ReportingPeriod(.quarter, 3), end)]
      case 3 where isWhole != nil: return [(ReportingPeriod(.quarter, 1), end)]
      default: return []
      }
    }
    guard let unit = phrase.lookUp(start, Self.units1) else { return [] }
    if unit.value == .quarter, let number = phrase.lookUp(unit.end, Self.roman) {
      return [(ReportingPeriod(.quarter, number.value), number.end)]
    }
    if unit.value == .quarter, let number = phrase.number(unit.end, in: 1...4) {
      return [(ReportingPeriod(.quarter, number), unit.end + 1)]
    }
    guard !isNumbered(unit.end, unit.value) else { return [] }
    return [(ReportingPeriod(unit.value), unit.end)]
  }

  /// Quarters, half years and years named together mean each report once: Q1, H1, Q3, year. A half year beside the
  /// year is the first one.
  static func rhythm(of items: [ReportingPeriod]) -> Rhythm {
    var items = items
    let hasYear = items.contains(ReportingPeriod(.year))
    let half = items.firstIndex(of: ReportingPeriod(.half))
    if let half, hasYear || items.contains(where: { $0.unit == .quarter && $0.index != nil }) { items[half].index = 1 }
    if let quarter = items.firstIndex(of: ReportingPeriod(.quarter)), hasYear {
      let covered = half == nil ? [4] : [2, 4]
      let quarters = (1...4).filter { !covered.contains($0) }.map { ReportingPeriod(.quarter, $0) }
        .filter { !items.contains($0) }
      items.replaceSubrange(quarter...quarter, with: quarters)
      items.sort { order($0) < order($1) }
    }
    return .reporting(items)
  }

  /// By the month in which each ends; periods without a number keep their place before the numbered ones.
  private static func order(_ period: ReportingPeriod) -> Int {
    switch (period.unit, period.index) {
    case (.month, _): -1
    case (.quarter, let index?): index * 30
    case (.half, let index?): index * 60 + 1
    case (.year, _): 123
    default: 0
    }
  }

  /// *02 lần/năm*, *mỗi quý 01 lần*, *ít nhất 02 cuộc trong năm 2024*, *trong năm tổ chức ít nhất từ 02 đến 03 cuộc*.
  func timesForms(_ start: Int) -> Parses<DeadlineForm> {
    guard phrase.contains(Self.countNouns, from: start) else { return [] }
    var results: Parses<DeadlineForm> = []
    if let count = timesCount(start) {
      let per = phrase.match(count.end, Lexicon("/", "trong mỗi", "mỗi", "một", "trong một", "hằng", "hàng", "trong"))
      if let per, let unit = phrase.lookUp(per, Self.units1), !isNumbered(unit.end, unit.value) {
        results.append((.times(count.value, per: unit.value, within: nil), unit.end))
      }
      for window in windowForms(count.end) { results += within(window.value, count.value, window.end) }
    }
    if let word = phrase.match(start, Lexicon("mỗi", "một", "hằng", "hàng", "01", "1", "trong mỗi", "trong")),
      let unit = phrase.lookUp(word, Self.units1), !isNumbered(unit.end, unit.value),
      let count = timesCount(phrase.skip(unit.end, Lexicon("tổ chức", "thực hiện", ",")))
    {
      results.append((.times(count.value, per: unit.value, within: nil), count.end))
    }
    for window in windowForms(start) where window.end < phrase.limit {
      guard let count = timesCount(phrase.skip(window.end, Lexicon("tổ chức", "thực hiện", ","))) else { continue }
      results += within(window.value, count.value, count.end)
    }
    return results
  }

  private func within(_ form: DeadlineForm, _ count: CountRange, _ end: Int) -> Parses<DeadlineForm> {
    guard case .window(let spans) = form, spans.count == 1, spans[0].part == nil, spans[0].first == spans[0].last
    else { return [] }
    if spans[0].first == PeriodExpression(.year) { return [] }
    return [(.times(count, per: spans[0].first.unit, within: spans[0]), end)]
  }

  /// *02 lần*, *ít nhất 02 cuộc*, *từ 02 đến 03 lần*, *tối đa* is no duty and not read.
  private func timesCount(_ index: Int) -> (value: CountRange, end: Int)? {
    let minimum = phrase.match(index, Lexicon("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "ít nhất là"))
    let start = phrase.skip(minimum ?? index, Lexicon("từ"))
    guard let low = count(start) else { return nil }
    var high: Int? = minimum == nil ? low.value : nil
    var end = low.end
    if let to = phrase.match(end, Lexicon("đến", "-", "tới")), let top = count(to), top.value > low.value {
      (high, end) = (top.value, top.end)
    }
    guard let last = phrase.match(end, Self.countNouns) else { return nil }
    return (CountRange(minimum: low.value, maximum: high, isAtLeast: minimum != nil && high != nil), last)
  }
}
