import CivilCalendar

/// Where the due day lies in a period, and the rhythm that its words imply.
struct Place {
  var pattern: DayPattern
  var bound: Bound
  var time: ClockTime?
  /// Nil: the words fit several rhythms, one must be said (*ngày 25* needs *hằng tháng*).
  var implied: Rhythm?

  /// The recurrence with a rhythm said in words, if the two go together.
  func recurrence(_ rhythm: Rhythm) -> Recurrence? {
    guard let fitted = fit(rhythm) else { return nil }
    return Recurrence(fitted.rhythm, fitted.pattern, bound: bound, time: time)
  }

  /// The recurrence that the words imply by themselves.
  var alone: Recurrence? { implied.map { Recurrence($0, pattern, bound: bound, time: time) } }

  private func fit(_ rhythm: Rhythm) -> (rhythm: Rhythm, pattern: DayPattern)? {
    let yearly = Rhythm.every(.year, interval: 1)
    switch (pattern, rhythm) {
    case (.monthDays, .every(.month, _)), (.monthDays, .every(.quarter, _)), (.monthDays, .every(.half, _)),
      (.monthDays, .every(.year, _)), (.monthDays, .every(.term, _)), (.monthDays, .every(.schoolYear, _)),
      (.monthDays, .reporting), (.ordinal, .every(.month, _)), (.ordinal, .every(.quarter, _)),
      (.ordinal, .reporting), (.afterEnd, .every), (.afterEnd, .reporting):
      guard implied == nil || implied == rhythm || isLoose else { return nil }
      if implied == nil, rhythm != .every(.month, interval: 1), !isMonthly(rhythm) { return nil }
      return (rhythm, pattern)
    case (.yearDays, .every(.year, interval: 1)), (.windows, .every(.year, interval: 1)),
      (.weekdays, .every(.week, _)):
      return (rhythm, pattern)
    case (.yearDays(let days), .every(.half, interval: 1)) where days.count == 2: return (yearly, pattern)
    case (.yearDays(let days), .every(.quarter, interval: 1)) where days.count == 4: return (yearly, pattern)
    case (.windows(let spans), .every(.half, interval: 1)) where spans.count == 2: return (yearly, pattern)
    case (.windows(let spans), .every(.quarter, interval: 1)) where spans.count == 4: return (yearly, pattern)
    case (.yearDays(let days), .reporting(let periods)) where days.count == periods.count: return (rhythm, pattern)
    case (.part, .every): return implied == rhythm ? (rhythm, pattern) : nil
    default: return nil
    }
  }

  /// *kỳ báo cáo* takes the rhythm that is said beside it.
  private var isLoose: Bool {
    if case .reporting? = implied { true } else { false }
  }

  private func isMonthly(_ rhythm: Rhythm) -> Bool {
    if case .every(.month, _) = rhythm { true } else { false }
  }
}

extension VietnameseGrammar {
  /// Without one of these no wording recurs: most deadlines are plain days and windows.
  private static let recurringWords = Lexicon(
    "hằng", "hàng", "mỗi", "từng", "định", "theo", "lần", "sau", "tiếp", "kế", "liền", "cuối", "đầu", "giữa", "kết",
    "hết",
    "báo", "kỳ", "kì", "thứ", "của", "tháng trước", "quý /", "quý ,", "tháng ,", "tháng /", "tuần ,", "và", "đối")

  func recurrences(_ start: Int) -> Parses<DeadlineForm> {
    guard phrase.contains(Self.recurringWords, from: start) else { return [] }
    let found =
      rhythmThenPlace(start) + placeThenRhythm(start) + respective(start) + perReport(start) + bracketed(start)
      + daysInBracket(start)
    return found.map { (.recurring($0.value), $0.end) }
  }

  /// *hằng quý*, *hằng quý, trước ngày 17 tháng cuối quý*, *mỗi tháng một lần vào tuần đầu của tháng*.
  private func rhythmThenPlace(_ start: Int) -> Parses<Recurrence> {
    (rhythms(start) + reportingRhythms(start)).flatMap { rhythm -> Parses<Recurrence> in
      var results: Parses<Recurrence> = [(Recurrence(rhythm.value), rhythm.end)]
      let next = phrase.skip(phrase.skip(rhythm.end, Self.once), Lexicon(","))
      for place in places(next) {
        if let recurrence = place.value.recurrence(rhythm.value) { results.append((recurrence, place.end)) }
      }
      return results
    }
  }

  /// *trước ngày 25 hàng tháng*, *định kỳ trước 15/3, 15/6*, *một tháng hai lần vào ngày 01 và ngày 15 hàng tháng*.
  private func placeThenRhythm(_ start: Int) -> Parses<Recurrence> {
    var index = phrase.skip(start, Self.periodically)
    let isPeriodic = index > start
    var promised: Int?
    for times in phrase.contains("vào") ? timesForms(index) : [] {
      guard case .times(let count, _, nil) = times.value, phrase.isKey(times.end, "vào") else { continue }
      promised = count.minimum
      index = times.end
    }
    return places(index).flatMap { place -> Parses<Recurrence> in
      if let promised, place.value.pattern.daysPerPeriod != promised { return [] }
      var results: Parses<Recurrence> = []
      for rhythm in rhythms(phrase.skip(phrase.skip(place.end, Self.ofWords), Lexicon(",", "vào"))) {
        if let recurrence = place.value.recurrence(rhythm.value) { results.append((recurrence, rhythm.end)) }
      }
      if let alone = place.value.alone { results.append((alone, place.end)) }
      if isPeriodic, place.value.implied == nil, case .yearDays = place.value.pattern,
        let yearly = place.value.recurrence(.every(.year, interval: 1))
      {
        results.append((yearly, place.end))
      }
      return results
    }
  }

  /// *quý I, 6 tháng, quý III và năm (định kỳ trước 15/3, 15/6, 15/9 và 25/11)*: as many days as reports.
  private func daysInBracket(_ start: Int) -> Parses<Recurrence> {
    guard phrase.contains("(") else { return [] }
    return reportingRhythms(start).flatMap { rhythm -> Parses<Recurrence> in
      guard phrase.isKey(rhythm.end, "("), case .reporting = rhythm.value else { return [] }
      let word = phrase.skip(rhythm.end + 1, Lexicon("định kỳ", "định kì", "lần lượt", "tương ứng", "định kỳ lần lượt"))
      return yearDayPlaces(word).compactMap { place in
        guard case .yearDays = place.value.pattern, let recurrence = place.value.recurrence(rhythm.value) else {
          return nil
        }
        let end = phrase.skip(place.end, Lexicon("hằng năm", "hàng năm"))
        return phrase.isKey(end, ")") ? (recurrence, end + 1) : nil
      }
    }
  }

  /// *…, lần lượt trước 15/3, 15/6, 15/9 và 25/11*.
  private func respective(_ start: Int) -> Parses<Recurrence> {
    guard phrase.contains("lần lượt") || phrase.contains("tương ứng") else { return [] }
    return reportingRhythms(start).flatMap { rhythm -> Parses<Recurrence> in
      guard let word = phrase.match(phrase.skip(rhythm.end, Lexicon(",")), Lexicon("lần lượt", "tương ứng")) else {
        return []
      }
      return yearDayPlaces(word).compactMap { place in
        place.value.recurrence(rhythm.value).map { ($0, phrase.skip(place.end, Lexicon("hằng năm", "hàng năm"))) }
      }
    }
  }

  /// *chậm nhất ngày 15/6 đối với báo cáo 6 tháng đầu năm và ngày 15/11 đối với báo cáo hằng năm*;
  /// *báo cáo quý I chậm nhất là ngày 05/4*.
  private func perReport(_ start: Int) -> Parses<Recurrence> {
    guard phrase.contains("báo cáo") || phrase.contains("đối với") else { return [] }
    var results: Parses<Recurrence> = []
    func extend(_ periods: [ReportingPeriod], _ days: [YearDay], _ place: Place, _ end: Int) {
      if !periods.isEmpty {
        results.append((Recurrence(.reporting(Self.halfIsFirst(periods)), .yearDays(days), bound: place.bound), end))
      }
      let next = periods.isEmpty ? end : phrase.match(end, Lexicon("và", ", và", ",", ";"))
      guard periods.count < 6, let next else { return }
      for item in yearDayPlaces(next) {
        guard case .yearDays(let day) = item.value.pattern, day.count == 1,
          periods.isEmpty || item.value.bound == place.bound || item.value.bound == .on,
          let word = phrase.match(item.end, Lexicon("đối với báo cáo", "đối với", "với báo cáo"))
        else { continue }
        for period in reportingPeriod(word) {
          extend(periods + [period.value], days + day, periods.isEmpty ? item.value : place, period.end)
        }
      }
    }
    extend([], [], Place(pattern: .whole, bound: .by), start)
    if let word = phrase.match(start, Lexicon("báo cáo", "đối với báo cáo", "với báo cáo")) {
      for period in reportingPeriod(word) {
        for place in yearDayPlaces(phrase.skip(period.end, Lexicon(",", ":"))) {
          let periods = Self.halfIsFirst([period.value])
          guard period.value.unit == .year || periods[0].index != nil, case .yearDays(let days) = place.value.pattern,
            days.count == 1
          else { continue }
          results.append((Recurrence(.reporting(periods), .yearDays(days), bound: place.value.bound), place.end))
        }
      }
    }
    return results
  }

  /// *Định kỳ 06 tháng (trước ngày 05 tháng 6) và hằng năm (trước ngày 05 tháng 12)*.
  private func bracketed(_ start: Int) -> Parses<Recurrence> {
    var index = phrase.skip(start, Self.periodically)
    guard index > start, phrase.contains("(") else { return [] }
    var periods: [ReportingPeriod] = []
    var days: [YearDay] = []
    var bound: Bound?
    while let period = reportingPeriod(index).first, phrase.isKey(period.end, "(") {
      let inside = yearDayPlaces(period.end + 1).first {
        phrase.isKey($0.end, ")") && (bound == nil || $0.value.bound == bound)
      }
      guard let inside, case .yearDays(let day) = inside.value.pattern, day.count == 1 else { return [] }
      periods.append(period.value)
      days += day
      bound = inside.value.bound
      index = inside.end + 1
      guard let next = phrase.match(index, Lexicon("và", ", và", ",")) else { break }
      index = next
    }
    guard let bound, !phrase.isKey(index - 1, ","), !phrase.isKey(index - 1, "và") else { return [] }
    return [(Recurrence(.reporting(Self.halfIsFirst(periods)), .yearDays(days), bound: bound), index)]
  }

  private static func halfIsFirst(_ periods: [ReportingPeriod]) -> [ReportingPeriod] {
    periods.map { $0 == ReportingPeriod(.half) ? ReportingPeriod(.half, 1) : $0 }
  }
}

extension DayPattern {
  /// How many due days one period has, where the words say.
  var daysPerPeriod: Int? {
    switch self {
    case .monthDays(let days, _): days.count
    case .yearDays(let days): days.count
    case .weekdays(let days): days.count
    case .windows(let spans): spans.count
    case .part, .ordinal, .afterEnd, .whole: 1
    }
  }
}
