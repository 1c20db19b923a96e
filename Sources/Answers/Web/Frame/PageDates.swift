import CivilCalendar
import Presentation

/// Days as pages write them: `Thứ Hai, 30/09/2024` · `Monday, 30/09/2024`.
struct PageDates {
  let language: Language
  private let wording: DateWording

  init(_ language: Language) {
    self.language = language
    wording = DateWording(language)
  }

  /// `30/09/2024`, for tables.
  func short(_ day: CivilDate) -> String {
    let (year, month, number) = day.components
    return "\(two(number))/\(two(month))/\(year)"
  }

  /// `Thứ Hai`
  func weekday(_ day: CivilDate) -> String {
    let name = wording.name(of: day.weekday)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// `Thứ Hai, 30/09/2024`
  func long(_ day: CivilDate) -> String { "\(weekday(day)), \(short(day))" }

  /// `08:05, Thứ Hai, 23/09/2024`
  func moment(_ moment: (day: CivilDate, minute: Int)) -> String {
    "\(two(moment.minute / 60)):\(two(moment.minute % 60)), \(long(moment.day))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
