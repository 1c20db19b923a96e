import CivilCalendar

/// Days within, at the end of, or after a recurring period.
extension VietnameseGrammar {
  /// All places; brackets may stand around one.
  func places(_ index: Int) -> Parses<Place> {
    if let known = phrase.trace.places[index, phrase.limit] { return known }
    let found = placesRead(index)
    phrase.trace.places[index, phrase.limit] = found
    return found
  }

  private func placesRead(_ index: Int) -> Parses<Place> {
    if phrase.isKey(index, "(") {
      return places(index + 1).flatMap { place -> Parses<Place> in
        var ends = [place.end]
        ends += rhythms(place.end).map(\.end)
        return ends.filter { phrase.isKey($0, ")") }.map { (place.value, $0 + 1) }
      }
    }
    return monthDayPlaces(index) + yearDayPlaces(index) + weekdayPlaces(index) + ordinalPlaces(index)
      + partPlaces(index) + windowPlaces(index) + afterEndPlaces(index)
  }

  // MARK: Days of a month of the period

  /// *trước ngày 17 của tháng cuối quý*, *ngày 25*, *ngày 01 và ngày 15*.
  private func monthDayPlaces(_ index: Int) -> Parses<Place> {
    bounds(index).flatMap { bound -> Parses<Place> in
      let time = timeBefore(bound.end)
      guard let list = dayNumbers(time.end, bound: bound.value) else { return [] }
      let bare = Place(
        pattern: .monthDays(list.value, .fromEnd(0)), bound: bound.value, time: time.value, implied: nil)
      var results: Parses<Place> = [(bare, list.end)]
      // *02 tháng sau khi …* counts months; a day of a month is named: *ngày 02 tháng sau* (decision: name-or-count).
      let isNamed = list.isNamed || phrase.isKey(time.end - 1, "ngày") || !phrase.isKey(list.end, "tháng")
      if isNamed, let month = monthOfPeriod(list.end) {
        let pattern = DayPattern.monthDays(list.value, month.value.month)
        let place = Place(pattern: pattern, bound: bound.value, time: time.value, implied: month.value.rhythm)
        results.append((place, month.end))
      }
      return results
    }
  }

  /// *ngày 25*, *ngày thứ 20*, *ngày 15 và [ngày] 25*, *ngày cuối cùng*, *mùng 5*.
  private func dayNumbers(_ index: Int, bound: Bound) -> (value: [Int], isNamed: Bool, end: Int)? {
    let first = phrase.skip(index, Lexicon("ngày", "ngày thứ", "mùng", "mồng", "ngày mùng", "ngày mồng", "vào ngày"))
    guard first > index || bound != .on else { return nil }
    if first > index, let last = phrase.match(first, Lexicon("cuối cùng", "cuối")) { return ([-1], true, last) }
    guard let day = phrase.number(first, in: 1...31, maxDigits: 2) else { return nil }
    var days = [day]
    var end = first + 1
    while let next = phrase.match(end, Lexicon("và", ",", ", và", "và ngày", ", ngày", "và mùng")),
      let day = phrase.number(next, in: 1...31, maxDigits: 2), day > days[days.count - 1],
      !phrase.tightMark(next + 1, "/")
    {
      days.append(day)
      end = next + 1
    }
    return (days, first > index, end)
  }

  static let following = Lexicon(
    "sau", "tiếp theo", "kế tiếp", "liền kề", "sau đó", "tiếp sau", "liền sau", "kế tiếp sau", "liền kề sau", "kế sau")
  static let reportPeriod = Lexicon("kỳ báo cáo", "kì báo cáo", "kỳ", "của kỳ báo cáo", "của kì báo cáo")

  /// Which month of which rhythm: *tháng cuối quý*, *tháng sau*, *tháng đầu quý tiếp theo*, *tháng cuối kỳ báo cáo*.
  private func monthOfPeriod(_ index: Int) -> (value: (month: MonthOfPeriod, rhythm: Rhythm), end: Int)? {
    let start = phrase.skip(index, Lexicon("của", "trong", "vào", ","))
    guard phrase.isKey(start, "tháng") else { return nil }
    let word = start + 1
    if let position = position(word) {
      return positioned(position.value, phrase.skip(position.end, Lexicon("của", "trong")))
    }
    if let end = phrase.match(word, Lexicon("liền kề trước", "liền trước", "trước")), let unit = periodNoun(end) {
      return ((.fromStart(-1), unit.value), unit.end)
    }
    guard let end = phrase.match(word, Self.following) else { return nil }
    if let unit = periodNoun(end) { return ((.fromEnd(1), unit.value), unit.end) }
    if phrase.isKey(end, "tháng"), phrase.isKey(end + 1, "có") { return nil }
    return ((.fromEnd(1), .every(.month, interval: 1)), end)
  }

  /// *tháng [đầu|thứ hai|cuối] quý [sau]*
  private func positioned(_ position: Int, _ index: Int) -> (value: (month: MonthOfPeriod, rhythm: Rhythm), end: Int)? {
    guard let unit = periodNoun(index) else { return nil }
    if let next = phrase.match(unit.end, Self.following), position > 0 {
      return ((.fromEnd(position), unit.value), next)
    }
    guard position >= -1 else { return nil }
    return ((MonthOfPeriod.numbered(position, of: unit.value), unit.value), unit.end)
  }

  /// *quý*, *mỗi quý*, *6 tháng*, *tháng phát sinh nghĩa vụ thuế*, *kỳ báo cáo* (the four reports of a year).
  private func periodNoun(_ index: Int) -> (value: Rhythm, end: Int)? {
    let start = phrase.skip(index, Lexicon("hằng", "hàng", "mỗi", "của", "của mỗi", "từng", "của hằng", "của hàng"))
    if let end = phrase.match(start, Self.reportPeriod) { return (Rhythm.fourReports, end) }
    if let count = count(start), count.value == 6, phrase.isKey(count.end, "tháng") {
      return (.every(.half, interval: 1), count.end + 1)
    }
    guard let unit = phrase.lookUp(start, Self.units1), phrase.number(unit.end, in: 1...9999) == nil,
      phrase.lookUp(unit.end, Self.roman) == nil, !phrase.isKey(unit.end, "có")
    else { return nil }
    let accrual = Lexicon(
      "báo cáo", "phát sinh nghĩa vụ thuế", "phát sinh nghĩa vụ", "phát sinh", "tính thuế", "dự trù", "kê khai",
      "trước", "đó", "thực hiện", "dương lịch")
    return (.every(unit.value, interval: 1), phrase.skip(unit.end, accrual))
  }

  // MARK: Days of the year

  /// *trước 15/3, 15/6 [năm sau]*, *ngày 10/3 âm lịch*.
  func yearDayPlaces(_ index: Int) -> Parses<Place> {
    bounds(index).flatMap { bound -> Parses<Place> in
      let time = timeBefore(bound.end)
      return dates(time.end).flatMap { list -> Parses<Place> in
        guard let days = yearDays(list.value) else { return [] }
        var results: Parses<Place> = [
          (Place(pattern: .yearDays(days), bound: bound.value, time: time.value), list.end)
        ]
        if let later = laterYear(list.end) {
          let shifted = PeriodList.moved(days, yearsLater: later.value)
          let place = Place(
            pattern: .yearDays(shifted), bound: bound.value, time: time.value, implied: .every(.year, interval: 1))
          results.append((place, later.end))
        }
        return results
      }
    }
  }

  private func yearDays(_ dates: [DateExpression]) -> [YearDay]? {
    var days: [YearDay] = []
    for date in dates {
      switch date {
      case .civil(nil, let month, let day): days.append(YearDay(month: month, day: day))
      case .lunar(nil, let month, let day): days.append(YearDay(month: month, day: day, isLunar: true))
      case .end(let span) where span.first == span.last && span.first.unit == .month && span.first.year == nil:
        days.append(YearDay(month: span.first.index ?? 12, day: -1))
      default: return nil
      }
    }
    return days
  }

  /// *[của] năm sau*, *năm liền kề năm báo cáo* (1); *của năm báo cáo* (0).
  private func laterYear(_ index: Int) -> (value: Int, end: Int)? {
    let start = phrase.skip(index, Lexicon("của", ","))
    guard phrase.isKey(start, "năm") else { return nil }
    if let end = phrase.match(start + 1, Lexicon("báo cáo", "kế hoạch", "đó")) { return (0, end) }
    guard let end = phrase.match(start + 1, Self.following) else { return nil }
    return (1, phrase.skip(end, Lexicon("năm báo cáo", "của năm báo cáo", "năm kế hoạch")))
  }

  // MARK: Weekdays, ordinals, parts, windows

  /// *thứ Sáu*, *ngày thứ Tư*, *thứ Hai và thứ Năm*.
  private func weekdayPlaces(_ index: Int) -> Parses<Place> {
    bounds(index).flatMap { bound -> Parses<Place> in
      let time = timeBefore(bound.end)
      var next = phrase.skip(time.end, Lexicon("ngày", "các ngày", "vào"))
      var days: [Weekday] = []
      var end = next
      while let day = phrase.lookUp(next, Self.weekdays), !days.contains(day.value) {
        days.append(day.value)
        end = day.end
        guard let more = phrase.match(end, Lexicon("và", ",", ", và", "và ngày")) else { break }
        next = more
      }
      guard !days.isEmpty else { return [] }
      return [(Place(pattern: .weekdays(days), bound: bound.value, time: time.value), end)]
    }
  }

  /// *thứ Ba tuần thứ hai [của tháng [sau]]*, *ngày làm việc thứ hai của tháng tiếp theo*,
  /// *trong 10 ngày làm việc đầu tiên của tháng*.
  private func ordinalPlaces(_ index: Int) -> Parses<Place> {
    var results: Parses<Place> = []
    for bound in bounds(index) {
      let time = timeBefore(bound.end)
      guard let ordinal = ordinal(time.end) else { continue }
      results += placed(ordinal.value, bound.value, time.value, ordinal.end)
    }
    let within = phrase.match(index, Lexicon("trong", "trong vòng", "trong thời hạn"))
    if let within, let count = count(within), let unit = phrase.match(count.end, Lexicon("ngày làm việc", "ngày")),
      let first = phrase.match(unit, Lexicon("đầu tiên", "đầu"))
    {
      let kind: Ordinal.Kind = unit == count.end + 1 ? .day : .workingDay
      results += placed(Ordinal(kind, position: count.value), .within, nil, first)
    }
    return results
  }

  private func placed(_ ordinal: Ordinal, _ bound: Bound, _ time: ClockTime?, _ end: Int) -> Parses<Place> {
    func place(_ month: MonthOfPeriod, _ rhythm: Rhythm?) -> Place {
      // Days counted by the calendar are days of the month.
      if ordinal.kind == .day, bound != .within {
        return Place(pattern: .monthDays([ordinal.position], month), bound: bound, time: time, implied: rhythm)
      }
      return Place(pattern: .ordinal(ordinal, month), bound: bound, time: time, implied: rhythm)
    }
    var results: Parses<Place> = [(place(.fromEnd(0), nil), end)]
    if let month = monthOfPeriod(end) { results.append((place(month.value.month, month.value.rhythm), month.end)) }
    let of = phrase.skip(end, Self.ofWords)
    // Of a longer period the last is in its last month, the first ones are in its first.
    if ordinal.kind == .workingDay, ordinal.position <= 15, let noun = periodNoun(of),
      noun.value != .every(.month, interval: 1),
      noun.value != .every(.week, interval: 1)
    {
      results.append((place(ordinal.position < 0 ? .fromEnd(0) : .fromStart(0), noun.value), noun.end))
    }
    if let month = phrase.match(of, Lexicon("tháng", "hằng tháng", "hàng tháng", "mỗi tháng")),
      phrase.number(month, in: 1...12) == nil
    {
      results.append((place(.fromEnd(0), .every(.month, interval: 1)), month))
    }
    return results
  }

  /// *tuần đầu [của] tháng*, *cuối mỗi quý*.
  private func partPlaces(_ index: Int) -> Parses<Place> {
    let start = phrase.skip(index, Lexicon("vào", "trong"))
    guard let part = phrase.lookUp(start, Self.parts) else { return [] }
    let noun = phrase.skip(part.end, Lexicon("của", "mỗi", "của mỗi", "hằng", "hàng", "của hằng"))
    guard let unit = phrase.lookUp(noun, Self.units1), PeriodList.canDivide(unit.value, part.value),
      phrase.number(unit.end, in: 1...9999) == nil, phrase.lookUp(unit.end, Self.roman) == nil
    else { return [] }
    return [(Place(pattern: .part(part.value), bound: .by, implied: .every(unit.value, interval: 1)), unit.end)]
  }

  /// *trong [thời hạn] 20 ngày kể từ ngày kết thúc [mỗi] quý*.
  private func afterEndPlaces(_ index: Int) -> Parses<Place> {
    let start = phrase.skip(index, Self.withinWords)
    return durations(start).compactMap { durations in
      guard let since = phrase.match(phrase.skip(durations.end, Lexicon(",")), Self.sinceWords),
        let end = phrase.match(since, Lexicon("kết thúc", "hết", "kết thúc của")),
        let unit = periodNoun(end), durations.value.allSatisfy({ $0.unit != .hour })
      else { return nil }
      return (Place(pattern: .afterEnd(durations.value), bound: .by, implied: unit.value), unit.end)
    }
  }
}

extension MonthOfPeriod {
  /// The month at `position` (1 is the first, -1 the last); a last month is always told from the end.
  static func numbered(_ position: Int, of rhythm: Rhythm) -> MonthOfPeriod {
    let length: Int
    switch rhythm {
    case .every(.month, 1): length = 1
    case .every(.quarter, 1): length = 3
    case .every(.half, 1): length = 6
    default: length = 12
    }
    return position < 0 || position == length ? .fromEnd(0) : .fromStart(position - 1)
  }
}
