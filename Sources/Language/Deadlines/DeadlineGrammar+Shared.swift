import CivilCalendar

/// What both languages read alike once their words are given.
extension DeadlineGrammar {
  /// A count: digits, words, or both (*ba mươi (30)*), 1...9999.
  func count(_ index: Int) -> (value: Int, end: Int)? {
    if let value = phrase.number(index, in: 1...9999) { return (value, index + 1) }
    guard let word = phrase.lookUp(index, Self.numerals) else { return nil }
    if phrase.isKey(word.end, "("), let digits = phrase.number(word.end + 1, in: 1...9999),
      phrase.isKey(word.end + 2, ")")
    {
      return digits == word.value ? (digits, word.end + 3) : nil
    }
    return word
  }

  /// *30 ngày*, *05 ngày làm việc*, *9 tháng và 1 ngày*.
  func durations(_ index: Int) -> Parses<[CalendarDuration]> {
    guard let first = duration(index) else { return [] }
    var results: Parses<[CalendarDuration]> = [([first.value], first.end)]
    if let second = phrase.key(first.end, Self.and).flatMap(duration), second.value.unit != first.value.unit {
      results.append(([first.value, second.value], second.end))
    }
    return results
  }

  /// Lists of days under one bound: *15/3, 15/6, 15/9 và 25/11*; a year written last holds for all.
  func dates(_ index: Int) -> Parses<[DateExpression]> {
    if let known = phrase.trace.dates[index, phrase.limit] { return known }
    var results: Parses<[DateExpression]> = []
    func extend(_ list: [DateExpression], _ end: Int) {
      results.append((PeriodList.sharingYear(list), end))
      guard list.count < 31, let next = phrase.match(end, Self.joints) else { return }
      for date in date(next) { extend(list + [date.value], date.end) }
    }
    for first in date(index) { extend([first.value], first.end) }
    results += sameDays(index)
    phrase.trace.dates[index, phrase.limit] = results
    return results
  }

  func sameDays(_ index: Int) -> Parses<[DateExpression]> { [] }

  /// *trong quý I*, *tháng 3, tháng 9*, *tuần đầu của tháng 12*, all of each year.
  func windowPlaces(_ index: Int) -> Parses<Place> {
    windowForms(index).compactMap { form in
      guard case .window(let spans) = form.value,
        spans.allSatisfy({ $0.first.year == nil && $0.last.year == nil && $0.first.unit != .year })
      else { return nil }
      return (Place(pattern: .windows(spans), bound: .by), form.end)
    }
  }

  /// Two to four names around the joining words; enough readings are given to show that there are too many.
  func splits(_ start: Int, _ joint: Lexicon, atMost parts: Int = 4) -> [[EventMention]] {
    var found: [[EventMention]] = []
    guard start < phrase.limit, parts > 1 else { return [] }
    let phrase = phrase.untraced()
    for middle in start + 1..<max(start + 2, phrase.limit) where found.count < 32 {
      guard let next = phrase.match(middle, joint), let first = phrase.name(start, middle) else { continue }
      if let second = phrase.name(next, phrase.limit) { found.append([EventMention(first), EventMention(second)]) }
      for rest in splits(next, joint, atMost: parts - 1) { found.append([EventMention(first)] + rest) }
    }
    return found
  }
}
