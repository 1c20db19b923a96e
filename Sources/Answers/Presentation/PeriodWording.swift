package import CivilCalendar
package import Deadlines
package import Expansion

/// Periods, parts and counts in words.
package struct PeriodWording {
  let language: Language
  let dates: DateWording

  package init(_ language: Language) { self.init(DateWording(language)) }

  package init(_ dates: DateWording) { (language, self.dates) = (dates.language, dates) }

  /// `quý II/2024` · `Q2 2024`
  func name(of period: Period) -> String {
    switch period {
    case .year(let year): language.choose(vi: "năm \(year)", en: "\(year)")
    case .half(let year, let index):
      language.choose(vi: "6 tháng \(index == 1 ? "đầu" : "cuối") năm \(year)", en: "H\(index) \(year)")
    case .quarter(let year, let index): language.choose(vi: "quý \(roman(index))/\(year)", en: "Q\(index) \(year)")
    case .month(let year, let index): dates.month(index, of: year)
    case .week(let year, let index): language.choose(vi: "tuần \(index) năm \(year)", en: "week \(index) of \(year)")
    case .schoolYear(let year):
      language.choose(vi: "năm học \(year)-\(year + 1)", en: "school year \(year)–\(year + 1)")
    case .term(let year, let index):
      language.choose(
        vi: "học kỳ \(roman(index)) năm học \(year)-\(year + 1)", en: "term \(index) of \(year)–\(year + 1)")
    case .fiscalYear(let year): language.choose(vi: "năm tài chính \(year)", en: "fiscal year \(year)")
    case .years(let first, let last):
      language.choose(vi: "giai đoạn \(first)-\(last)", en: "\(first)–\(last)")
    case .day(let day): dates.dayInSentence(day)
    }
  }

  /// What the key of a duty means: `quý II/2024` · `Q2 2024`; of the second of several days in it `quý II/2024, lần 2`.
  package func text(ofKey key: String) -> String {
    if let period = Period(key: key) { return name(of: period) }
    if key == "once" { return language.choose(vi: "một lần", en: "once") }
    guard let dot = key.lastIndex(of: "."), let period = Period(key: String(key[..<dot])),
      let number = Int(key[key.index(after: dot)...])
    else { return language.choose(vi: "kỳ \(key)", en: key) }
    return name(of: period) + language.choose(vi: ", lần \(number)", en: ", no. \(number)")
  }

  /// What tells a duty from others of its due line: its period or case; of what each case makes `vụ việc sau này` · `later cases`.
  package func text(of duty: AnyDuty) -> String {
    let key = duty.id.key
    guard case .open(.eachCase) = duty.state else { return text(ofKey: key) }
    return duty.closed == nil && duty.report == nil
      ? language.choose(vi: "vụ việc sau này", en: "later cases")
      : language.choose(vi: "vụ việc \(key)", en: "case \(key)")
  }

  /// `quý II/2024` where the days are those of a period, else `từ ngày 10/4/2024 đến hết ngày 20/4/2024`.
  package func text(of days: DayRange) -> String { Period(of: days).map(name) ?? dates.range(days) }

  /// `9 tháng và 1 ngày` · `9 months and 1 day`
  func text(of durations: [CalendarDuration]) -> String {
    durations.map(text).joined(separator: language.choose(vi: " và ", en: " and "))
  }

  func text(of duration: CalendarDuration) -> String {
    let plural = duration.count == 1 ? "" : "s"
    return switch duration.unit {
    case .minute: language.choose(vi: "\(duration.count) phút", en: "\(duration.count) minute\(plural)")
    case .workingHour:
      language.choose(vi: "\(duration.count) giờ làm việc", en: "\(duration.count) working hour\(plural)")
    case .hour: language.choose(vi: "\(duration.count) giờ", en: "\(duration.count) hour\(plural)")
    case .day: language.choose(vi: "\(duration.count) ngày", en: "\(duration.count) day\(plural)")
    case .workingDay:
      language.choose(vi: "\(duration.count) ngày làm việc", en: "\(duration.count) working day\(plural)")
    case .week: language.choose(vi: "\(duration.count) tuần", en: "\(duration.count) week\(plural)")
    case .month: language.choose(vi: "\(duration.count) tháng", en: "\(duration.count) month\(plural)")
    case .year: language.choose(vi: "\(duration.count) năm", en: "\(duration.count) year\(plural)")
    case .clearDay: language.choose(vi: "\(duration.count) ngày trọn", en: "\(duration.count) clear day\(plural)")
    }
  }

  /// `ngày làm việc cuối cùng` · `last working day`
  func text(of kind: DayKind, _ n: Int) -> String {
    let noun: String
    switch kind {
    case .weekday(let weekday): noun = dates.name(of: weekday)
    case .workingDay: noun = language.choose(vi: "ngày làm việc", en: "working day")
    }
    return switch n {
    case -1: language.choose(vi: "\(noun) cuối cùng", en: "last \(noun)")
    case ..<0: language.choose(vi: "\(noun) thứ \(-n) từ cuối", en: "\(english(-n)) \(noun) from the end")
    default:
      if case .weekday = kind {
        language.choose(vi: "\(noun) lần thứ \(n)", en: "\(english(n)) \(noun)")
      } else {
        language.choose(vi: "\(noun) thứ \(n)", en: "\(english(n)) \(noun)")
      }
    }
  }

  /// `đầu kỳ` · `early`
  func text(of part: PeriodPart) -> String {
    switch part {
    case .early: language.choose(vi: "đầu kỳ", en: "early")
    case .middle: language.choose(vi: "giữa kỳ", en: "mid")
    case .late: language.choose(vi: "cuối kỳ", en: "late")
    case .firstHalf: language.choose(vi: "nửa đầu kỳ", en: "first half")
    case .secondHalf: language.choose(vi: "nửa cuối kỳ", en: "second half")
    case .week(-1): language.choose(vi: "tuần cuối", en: "last week")
    case .week(let index): language.choose(vi: "tuần thứ \(index)", en: "week \(index)")
    }
  }

  /// `tiến độ của UBND tỉnh` · `UBND tỉnh's schedule`
  package func text(of timetable: Timetable) -> String {
    let kinds = timetable.kinds.map(name).joined(separator: ", ")
    guard let source = timetable.source else { return kinds }
    guard !kinds.isEmpty else { return source }
    return language.choose(vi: "\(kinds) của \(source)", en: "the \(kinds) of \(source)")
  }

  private func name(of kind: Timetable.Kind) -> String {
    switch kind {
    case .schedule: language.choose(vi: "tiến độ", en: "schedule")
    case .plan: language.choose(vi: "kế hoạch", en: "plan")
    case .roadmap: language.choose(vi: "lộ trình", en: "roadmap")
    case .guidance: language.choose(vi: "hướng dẫn", en: "guidance")
    case .rules: language.choose(vi: "quy định", en: "rules")
    }
  }

  /// `1st`, `22nd`, `13th`
  func english(_ number: Int) -> String {
    let suffix =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(suffix)"
  }

  private func roman(_ number: Int) -> String {
    let numerals = ["I", "II", "III", "IV"]
    return numerals.indices.contains(number - 1) ? numerals[number - 1] : String(number)
  }
}
