import CivilCalendar

/// Wordings that honest readers take for different days: refused with the readings named.
extension Slip {
  static func doubt(in phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    doubtfulFigures(phrase, index) ?? numberedWeekday(phrase, index)
      ?? looseEnd(phrase, index) ?? stretch(phrase, index) ?? alternative(phrase, index)
  }

  private static func key(_ phrase: Phrase, _ index: Int) -> String {
    phrase.tokens.indices.contains(index) ? phrase.tokens[index].key.text : ""
  }

  /// *10-12/2024*, *7-9*: a day, or a range of days or months.
  private static func doubtfulFigures(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    let tokens = phrase.tokens
    guard index + 2 < tokens.count, ["-", "."].contains(tokens[index + 1].key),
      [index, index + 2].allSatisfy({ tokens[$0].kind == .number && tokens[$0].digits <= 2 }),
      !["ngày", "tháng", "quý", "tuần", "/", "-", "."].contains(key(phrase, index - 1)),
      !["-", "."].contains(key(phrase, index + 3)),
      CivilDate(
        year: 2000, month: tokens[index + 2].value, day: tokens[index].value) != nil
    else { return nil }
    let hasYear = key(phrase, index + 3) == "/" && index + 4 < tokens.count && tokens[index + 4].digits == 4
    guard hasYear || key(phrase, index + 3) != "/" else { return nil }
    let (first, last) = (tokens[index].value, tokens[index + 2].value)
    guard first <= 12 || first < last else { return nil }
    let end = hasYear ? index + 5 : index + 3
    let year = hasYear ? "/\(tokens[index + 4].text)" : ""
    let written = phrase.slice(tokens: index..<end)
    return failure(
      phrase, index..<end,
      vi:
        "“\(written)” có thể là một ngày hoặc một khoảng; viết “ngày \(first)/\(last)\(year)” hoặc “tháng \(first)-\(last)\(year)”.",
      en:
        "“\(written)” may be a day or a range; write “ngày \(first)/\(last)\(year)” or “tháng \(first)-\(last)\(year)”."
    )
  }

  private static let weekdays: [(key: String, vi: String, en: String)] = [
    ("hai", "thứ Hai", "Monday"), ("ba", "thứ Ba", "Tuesday"), ("tư", "thứ Tư", "Wednesday"),
    ("năm", "thứ Năm", "Thursday"), ("sáu", "thứ Sáu", "Friday"), ("bảy", "thứ Bảy", "Saturday"),
    ("nhật", "Chủ nhật", "Sunday"),
  ]

  /// The weekday that two words name (*thứ Sáu*, *chủ nhật*), from 1.
  private static func weekday(_ phrase: Phrase, _ index: Int) -> Int? {
    guard !["tuần", "tháng", "quý", "năm", "lần", "đợt", "kỳ", "việc"].contains(key(phrase, index - 1)) else {
      return nil
    }
    guard key(phrase, index) == "thứ" || key(phrase, index) == "chủ" && key(phrase, index + 1) == "nhật" else {
      return nil
    }
    if index + 1 < phrase.tokens.count, (2...7).contains(phrase.tokens[index + 1].value) {
      return phrase.tokens[index + 1].value - 1
    }
    return weekdays.firstIndex { $0.key == key(phrase, index + 1) }.map { $0 + 1 }
  }

  /// *ngày thứ sáu của tháng*: a Friday, or the sixth.
  private static func numberedWeekday(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    guard key(phrase, index) == "ngày", let n = weekday(phrase, index + 1), n < 7,
      phrase.tokens[index + 2].kind == .word, !["đầu", "cuối", "tuần"].contains(key(phrase, index + 3)),
      key(phrase, index + 4) != "tuần", index + 3 < phrase.tokens.count
    else { return nil }
    let name = weekdays[n - 1].vi
    return failure(
      phrase, index..<index + 3,
      vi:
        "“ngày \(name.lowercased())” có thể là \(name) hoặc ngày thứ \(n + 1); viết “\(name) đầu tiên” hoặc “ngày \(n + 1)”.",
      en: "“ngày \(name.lowercased())” may be a weekday or day \(n + 1); write “\(name) đầu tiên” or “ngày \(n + 1)”.")
  }

  /// *trước quý*, *vào thứ Sáu*, *thứ Sáu của tháng*, *ngày 15*: which one is missing.
  private static func looseEnd(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    let count = phrase.tokens.count
    if let n = weekday(phrase, index), index + 2 == count || ["của", "trong"].contains(key(phrase, index + 2)) {
      let name = weekdays[n - 1].vi
      return failure(
        phrase, index..<index + 2,
        vi: "“\(name)” nào? Viết ngày tháng, “\(name) hằng tuần” hoặc “\(name) đầu tiên của tháng”.",
        en: "Which “\(name)”? Write the date, “\(name) hằng tuần” or “\(name) đầu tiên của tháng”.")
    }
    if key(phrase, index) == "ngày", index + 2 == count, phrase.tokens[index + 1].kind == .number {
      let written = phrase.slice(tokens: index..<count)
      return failure(
        phrase, index..<count, vi: "“\(written)” của tháng nào? Viết thêm tháng, hoặc “\(written) hằng tháng”.",
        en: "“\(written)” of which month? Add the month, or write “\(written) hằng tháng”.")
    }
    let word = key(phrase, index)
    guard index + 1 == count, ["ngày", "tuần", "tháng", "quý", "năm"].contains(word),
      index == 0 || ["trước", "đến", "tới", "sau", "vào", "từ", "là", "nhất"].contains(key(phrase, index - 1))
    else { return nil }
    return failure(
      phrase, index..<count, vi: "“\(word)” nào? Viết thêm số, hoặc “hằng \(word)”.",
      en: "Which “\(word)”? Add its number, or write “hằng \(word)”.")
  }

  /// *đầu năm*, *dịp Tết*, *kết thúc năm học*.
  private static func stretch(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    switch (key(phrase, index), key(phrase, index + 1), key(phrase, index + 2)) {
    case ("t", let number, _) where Int(number).map { (2...7).contains($0) } == true:
      failure(
        phrase, index..<index + 2,
        vi: "“T\(number)” là \(weekdays[(Int(number) ?? 2) - 2].vi) hay tháng \(number)? Viết “thứ” hoặc “tháng”.",
        en: "Is “T\(number)” \(weekdays[(Int(number) ?? 2) - 2].en) or month \(number)? Write “thứ” or “tháng”.")
    case ("mùng", _, _), ("mồng", _, _):
      failure(
        phrase, index..<min(index + 2, phrase.tokens.count),
        vi:
          "“\(phrase.tokens[index].text)” là ngày âm lịch hay dương lịch? Viết thêm “âm lịch”, hoặc viết ngày/tháng/năm.",
        en: "Is “\(phrase.tokens[index].text)” a lunar day? Add “âm lịch”, or write day/month/year.")
    case ("giữa", let unit, _) where ["tháng", "quý", "ngày"].contains(unit):
      failure(
        phrase, index..<index + 2, vi: "“giữa” là khoảng giữa mỗi kỳ hay giữa hai kỳ? Viết “từ … đến …”.",
        en: "Is “giữa” the middle of each or between the two? Write “từ … đến …”.")
    case (let unit, "này", _) where ["tuần", "tháng", "quý"].contains(unit):
      failure(
        phrase, index..<index + 2, vi: "“\(unit) này” là \(unit) nào? Viết thêm số, hoặc “hằng \(unit)”.",
        en: "Which is “\(unit) này”? Add its number, or write “hằng \(unit)”.")
    case ("tết", "dương", _), ("tết", "tây", _):
      failure(
        phrase, index..<index + 2, vi: "Tết Dương lịch năm nào? Viết thêm năm, hoặc “01/01”.",
        en: "The New Year's Day of which year? Add the year, or write “01/01”.")
    case ("đầu", "năm", let next) where next != "học":
      failure(
        phrase, index..<index + 2,
        vi: "“đầu năm” không nói đến ngày nào; viết tháng hoặc quý, ví dụ “tháng 01”, “Quý I”.",
        en: "“đầu năm” does not say until when; write a month or quarter, for example “tháng 01”, “Quý I”.")
    case ("dịp", "tết", _):
      failure(
        phrase, index..<index + 2, vi: "“dịp Tết” không nói ngày nào; viết “trước Tết Nguyên đán” hoặc ngày cụ thể.",
        en: "“dịp Tết” names no day; write “trước Tết Nguyên đán” or the date.")
    case ("kết", "thúc", "năm")
    where key(phrase, index + 3) == "học"
      && (index + 4 == phrase.tokens.count || phrase.tokens[index + 4].kind != .number):
      failure(
        phrase, index..<index + 4,
        vi: "Năm học nào? Viết “năm học 2023-2024” chẳng hạn, hoặc thêm “hằng năm học”.",
        en: "Which school year? Write “năm học 2023-2024” for example, or add “hằng năm học”.")
    default: nil
    }
  }

  /// *ngày 10 hoặc ngày 20*: whether both are owed is not said.
  private static func alternative(_ phrase: Phrase, _ index: Int) -> DeadlineFailure? {
    let openers: Set<String> = ["ngày", "tháng", "quý", "năm", "hằng", "hàng", "thứ", "trước", "mùng", "định"]
    guard ["hoặc", "hay"].contains(key(phrase, index)), index > 0, index + 1 < phrase.tokens.count,
      openers.contains(key(phrase, index + 1)) || phrase.tokens[index + 1].kind == .number
    else { return nil }
    let word = phrase.tokens[index].text
    return failure(
      phrase, index..<index + 1,
      vi: "“\(word)” chưa nói phải giữ hạn nào; viết “và” nếu phải giữ cả hai, nếu không thì chỉ viết một hạn.",
      en: "“\(word)” does not say which binds; write “và” if both do, else only the one that does.")
  }
}
