package import CivilCalendar
package import Diagnostics
package import RuleSyntax

/// What is wrong with a text that has the shape of a day and is none, and what would be right.
package enum DayFault: Hashable, Sendable {
  /// The calendar has no such day; `last` is the last one of its month.
  case noSuchDay(last: CivilDate)
  /// No year has a day of that number in that month.
  case neverComes(month: Int, days: Int)
  /// `meant`: the same numbers with day and month in their order.
  case noSuchMonth(Int, meant: CivilDate?)
  /// `meant`: the same day in a year of this century.
  case shortYear(meant: CivilDate)
  /// `last` and `next`: when it last was and will be next. Either can be meant.
  case noYear(last: CivilDate, next: CivilDate)
  /// The year stands before month and day, and not as `2024-05-31`.
  case yearFirst(CivilDate)

  /// Nil: it is a day, or has not the shape of one.
  package init?(in text: String, today: CivilDate) {
    let text = CivilDate.plain(text)
    guard CivilDate(written: text) == nil, let mark = text.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      case let numbers = parts.compactMap({ Int($0) }), numbers.count == parts.count
    else { return nil }
    if parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count < 3, parts[2].utf8.count < 3 {
      self.init(numbers[2], numbers[1], numbers[0], written: { .yearFirst($0) })
    } else if parts.count == 3, parts[0].utf8.count < 3, parts[1].utf8.count < 3 {
      switch parts[2].utf8.count {
      case 4: self.init(numbers[0], numbers[1], numbers[2], written: nil)
      case 2: self.init(numbers[0], numbers[1], 2000 + numbers[2], written: { .shortYear(meant: $0) })
      default: return nil
      }
    } else if parts.count == 2, parts[0].utf8.count < 3, parts[1].utf8.count < 3 {
      self.init(numbers[0], numbers[1], around: today)
    } else {
      return nil
    }
  }

  /// - Parameter fault: of the spelling, if the calendar has the day.
  private init?(_ day: Int, _ month: Int, _ year: Int, written fault: ((CivilDate) -> DayFault)?) {
    if let date = CivilDate(year: year, month: month, day: day) {
      guard let fault else { return nil }
      self = fault(date)
    } else if !(1...12).contains(month) {
      self = .noSuchMonth(month, meant: CivilDate(year: year, month: day, day: month))
    } else {
      let days = CivilDate.daysInMonth(year: year, month: month)
      guard day > 0, let last = CivilDate(year: year, month: month, day: days) else { return nil }
      self = .noSuchDay(last: last)
    }
  }

  private init?(_ day: Int, _ month: Int, around today: CivilDate) {
    guard (1...12).contains(month) else {
      self = .noSuchMonth(month, meant: nil)
      return
    }
    func date(_ year: Int) -> CivilDate? { CivilDate(year: year, month: month, day: day) }
    // Leap days lie up to eight years apart.
    let years = today.year - 8...today.year + 8
    guard let last = years.reversed().lazy.compactMap(date).first(where: { $0 <= today }),
      let next = years.lazy.compactMap(date).first(where: { $0 > today })
    else {
      guard day > 0 else { return nil }
      self = .neverComes(month: month, days: CivilDate.daysInMonth(year: 2000, month: month))
      return
    }
    self = .noYear(last: last, next: next)
  }

  /// The words where the day must have come, or may be any.
  package var words: Bilingual { words(.past) }

  /// The words; of the years that can be meant the one that fits goes first.
  package func words(_ tense: FactForm.Tense) -> Bilingual {
    switch self {
    case .noSuchDay(let last):
      Bilingual(
        vi: "tháng \(last.month)/\(last.year) chỉ có \(last.day) ngày, đến \(last.written)",
        en: "month \(last.month)/\(last.year) has only \(last.day) days, to \(last.written)")
    case .neverComes(let month, let days):
      Bilingual(vi: "tháng \(month) chỉ có \(days) ngày", en: "month \(month) has only \(days) days")
    case .noSuchMonth(let month, let meant):
      Bilingual(
        vi: "không có tháng \(month); ngày viết trước tháng" + (meant.map { ": \($0.written)" } ?? ""),
        en: "there is no month \(month); the day stands before the month" + (meant.map { ": \($0.written)" } ?? ""))
    case .shortYear(let meant):
      Bilingual(
        vi: "năm phải viết đủ bốn chữ số: \(meant.written)", en: "the year needs its four digits: \(meant.written)")
    case .noYear(let last, let next):
      tense == .past ? Self.missingYear(last, next) : Self.missingYear(next, last)
    case .yearFirst(let date):
      Bilingual(
        vi: "viết \(date.written) hoặc \(date.description)", en: "write \(date.written) or \(date.description)")
    }
  }

  private static func missingYear(_ first: CivilDate, _ second: CivilDate) -> Bilingual {
    Bilingual(
      vi: "thiếu năm; viết \(first.written) hay \(second.written)",
      en: "the year is missing; write \(first.written) or \(second.written)")
  }
}
