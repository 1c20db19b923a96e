import CivilCalendar

/// The Vietnamese wording of deadlines (docs/language.md).
struct VietnameseGrammar: DeadlineGrammar {
  var phrase: PhraseParser

  init(_ phrase: PhraseParser) { self.phrase = phrase }

  func closedForms(_ start: Int) -> Parses<DeadlineForm> {
    recurrences(start) + timesForms(start) + windowForms(start) + dayForms(start) + standingForms(start)
      + yearsOnwardForms(start) + bareOccurrenceForms(start)
  }

  func openForms(_ start: Int) -> [OpenForm] {
    countedForms(start) + eachCaseForms(start) + timetableForms(start) + unclearForms(start)
  }

  // MARK: Numbers and times

  static let joints = Lexicon(", và", "và", ",")
  static let and: StaticString = "và"
  static let numerals = Vocabulary<Int>([
    ("một", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("tư", 4), ("năm", 5), ("lăm", 5), ("sáu", 6), ("bảy", 7),
    ("bẩy", 7), ("tám", 8), ("chín", 9), ("mười", 10), ("mười một", 11), ("mười hai", 12), ("mười ba", 13),
    ("mười bốn", 14), ("mười lăm", 15), ("mười sáu", 16), ("mười bảy", 17), ("mười tám", 18), ("mười chín", 19),
    ("hai mươi", 20), ("hai mươi lăm", 25), ("hai mươi mốt", 21), ("ba mươi", 30), ("bốn mươi lăm", 45),
    ("bốn mươi", 40), ("năm mươi", 50), ("sáu mươi", 60), ("bảy mươi", 70), ("tám mươi", 80), ("chín mươi", 90),
    ("một trăm", 100),
  ])

  /// *16h00*, *16 giờ*, *16 giờ 30 [phút]*, *16:00*.
  func time(_ index: Int) -> (value: ClockTime, end: Int)? {
    guard let hour = phrase.number(index, in: 0...24, maxDigits: 2) else { return nil }
    var minute = 0
    var end: Int
    if phrase.tightMark(index + 1, ":"), let value = phrase.number(index + 2, in: 0...59, maxDigits: 2) {
      (minute, end) = (value, index + 3)
    } else if phrase.isKey(index + 1, "h") || phrase.isKey(index + 1, "g") || phrase.isKey(index + 1, "giờ") {
      end = index + 2
      if let value = phrase.number(end, in: 0...59, maxDigits: 2),
        phrase.tokens[end].digits == 2, !phrase.tokens[end].spaceBefore || phrase.isKey(index + 1, "giờ")
      {
        minute = value
        end = phrase.skip(end + 1, Lexicon("phút"))
      }
    } else {
      return nil
    }
    return ClockTime(hour: hour, minute: minute).map { ($0, end) }
  }

  static let weekdays = Vocabulary<Weekday>([
    ("thứ hai", .monday), ("thứ 2", .monday), ("thứ ba", .tuesday), ("thứ 3", .tuesday), ("thứ tư", .wednesday),
    ("thứ 4", .wednesday), ("thứ năm", .thursday), ("thứ 5", .thursday), ("thứ sáu", .friday), ("thứ 6", .friday),
    ("thứ bảy", .saturday), ("thứ bẩy", .saturday), ("thứ 7", .saturday), ("chủ nhật", .sunday),
  ])

  /// *thứ nhất, thứ hai, đầu tiên, cuối cùng …* as a position; -1 is the last.
  static let positions = Vocabulary<Int>([
    ("đầu tiên", 1), ("đầu", 1), ("thứ nhất", 1), ("thứ hai", 2), ("thứ ba", 3), ("thứ tư", 4), ("thứ bốn", 4),
    ("thứ năm", 5), ("thứ sáu", 6), ("thứ bảy", 7), ("thứ tám", 8), ("thứ chín", 9), ("thứ mười", 10),
    ("cuối cùng", -1), ("cuối", -1), ("áp chót", -2),
  ])

  func position(_ index: Int) -> (value: Int, end: Int)? {
    if phrase.isKey(index, "thứ"), let value = phrase.number(index + 1, in: 1...366, maxDigits: 3) {
      return phrase.match(index + 2, Lexicon("từ cuối")).map { (-value, $0) } ?? (value, index + 2)
    }
    return phrase.lookUp(index, Self.positions)
  }

  static let units = Vocabulary<DurationUnit>([
    ("giờ", .hour), ("tiếng", .hour), ("ngày", .day), ("ngày làm việc", .workingDay), ("ngày trọn", .clearDay),
    ("ngày trọn vẹn", .clearDay), ("tuần", .week), ("tháng", .month), ("năm", .year), ("tuần lễ", .week),
    ("ngày dương lịch", .day), ("ngày theo lịch", .day),
  ])

  func duration(_ index: Int) -> (value: CalendarDuration, end: Int)? {
    if let word = phrase.match(index, Lexicon("ngày thứ")), let day = phrase.number(word, in: 1...9999),
      phrase.isKey(word + 1, "kể")
    {
      return (CalendarDuration(day, .day), word + 1)
    }
    guard let count = count(index) else { return nil }
    if phrase.isKey(count.end, "quý") { return (CalendarDuration(count.value * 3, .month), count.end + 1) }
    guard let unit = phrase.lookUp(count.end, Self.units) else { return nil }
    return (CalendarDuration(count.value, unit.value), unit.end)
  }
}
