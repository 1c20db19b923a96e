package import CivilCalendar
import Diagnostics
import Presentation
package import RuleSyntax

/// A day as people type it: a date, or a day told from today (*hôm nay*, *thứ Sáu*).
package enum TypedDay: Sendable {
  case date(CivilDate)
  /// So many days after today.
  case fromToday(Int)
  case weekday(Weekday)

  /// `thứ 4`, `T4`, `CN`, besides the names of the days.
  private static func numbered(_ day: Weekday) -> [String] {
    day == .sunday ? ["CN"] : ["thứ \(day.rawValue + 1)", "T\(day.rawValue + 1)"]
  }

  private static let words = [
    "hôm kia": -2, "hôm qua": -1, "yesterday": -1, "hôm nay": 0, "today": 0, "mai": 1, "ngày mai": 1, "tomorrow": 1,
    "ngày kia": 2,
  ]

  /// Nil: it is no day. Marks may be left out (*hom nay*, *thu sau*).
  package init?(written text: String) {
    let name = PlainName(text)
    if let date = CivilDate(written: text) {
      self = .date(date)
    } else if let days = Self.words.first(where: { PlainName($0.key) == name })?.value {
      self = .fromToday(days)
    } else if let weekday = Weekday.allCases.first(where: { day in
      ([DateWording(.vi), DateWording(.en)].map { $0.name(of: day) } + Self.numbered(day))
        .contains { PlainName($0) == name }
    }) {
      self = .weekday(weekday)
    } else {
      return nil
    }
  }

  /// A weekday is the last one, today included, where the day must have come, and the next one where it is to come.
  package func date(today: CivilDate, _ tense: FactForm.Tense) -> CivilDate {
    switch self {
    case .date(let date): return date
    case .fromToday(let days): return today.adding(days: days)
    case .weekday(let weekday):
      let back = (today.weekday.rawValue - weekday.rawValue + 7) % 7
      return today.adding(days: tense == .past ? -back : 7 - back)
    }
  }
}

/// What a fact of some kind says of its task.
package enum FactDetail: Sendable {
  case day(TypedDay)
  /// As fact lines write it.
  case words(String)

  func text(_ kind: FactKind, today: CivilDate) -> String {
    switch self {
    case .day(let day):
      // A deadline that is set lies ahead.
      let tense: FactForm.Tense = if case .day(let tense) = kind.form.says { tense } else { .coming }
      return day.date(today: today, tense).written
    case .words(let words): return words
    }
  }
}
