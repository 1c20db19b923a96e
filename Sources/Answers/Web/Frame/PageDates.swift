import CivilCalendar
import Presentation

/// Days as pages write them: `30/09/2024` in tables, `Thứ Hai, 30/09/2024` · `Monday 30 September 2024` in sentences and headings. What
/// pages share with commands is worded by `wording`, which keeps to the same.
struct PageDates {
  let language: Language
  let wording: DateWording

  init(_ language: Language) {
    self.language = language
    wording = DateWording(language, .page)
  }

  /// `30/09/2024`, for tables.
  func short(_ day: CivilDate) -> String { wording.inTable(day) }

  /// `30/09/2024` · `30 September 2024`, in sentences.
  func inSentence(_ day: CivilDate) -> String { wording.day(day) }

  /// `Thứ Hai`
  func weekday(_ day: CivilDate) -> String { wording.name(of: day.weekday).asBeginning }

  /// `Thứ Hai, 30/09/2024` · `Monday 30 September 2024`, which stays clear of the American order of numbers.
  func long(_ day: CivilDate) -> String { wording.weekdayAndDay(day).asBeginning }

  /// `01/10/2024 – 31/12/2024`, or one day.
  func range(_ days: DayRange) -> String {
    days.first == days.last ? short(days.first) : "\(short(days.first)) – \(short(days.last))"
  }

  /// `08:05`
  func time(_ minute: Int) -> String { "\(two(minute / 60)):\(two(minute % 60))" }

  /// `08:05, Thứ Hai, 23/09/2024` · `08:05, Monday 23 September 2024`
  func moment(_ moment: (day: CivilDate, minute: Int)) -> String {
    "\(time(moment.minute)), \(long(moment.day))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
