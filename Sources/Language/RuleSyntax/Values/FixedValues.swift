package import CivilCalendar
package import Deadlines
import Diagnostics

/// The fixed words that fields take, in both languages.
package enum FixedValues {
  /// The value that `text` stands for; nil if it is none of the words.
  package static func look<Value>(_ text: String, _ table: [(words: [String], value: Value)]) -> Value? {
    let name = FoldedName(text)
    return table.first { $0.words.contains { FoldedName($0) == name } }?.value
  }

  /// True for *có* or *yes*, false for *không* or *no*; nil for other words.
  package static func yesNo(_ text: String) -> Bool? {
    look(text, [(["có", "yes", "on"], true), (["không", "no", "off"], false)])
  }

  static let dayOffRules: [(words: [String], value: DayOffRule)] = [
    (["giữ nguyên", "keep", "stays"], .keep),
    (["ngày làm việc trước", "ngày làm việc liền trước", "working day before"], .workingDayBefore),
    (["ngày làm việc sau", "ngày làm việc kế tiếp", "ngày làm việc tiếp theo", "working day after"], .workingDayAfter),
  ]

  /// What happens to a named due day that is a day off.
  package static func dayOffRule(_ text: String) -> DayOffRule? { look(text, dayOffRules) }

  static let weekdays: [(words: [String], value: Weekday)] = [
    (["thứ hai", "thứ 2", "monday"], .monday), (["thứ ba", "thứ 3", "tuesday"], .tuesday),
    (["thứ tư", "thứ 4", "wednesday"], .wednesday), (["thứ năm", "thứ 5", "thursday"], .thursday),
    (["thứ sáu", "thứ 6", "friday"], .friday), (["thứ bảy", "thứ bẩy", "thứ 7", "saturday"], .saturday),
    (["chủ nhật", "sunday"], .sunday),
  ]

  /// A day of the week by its name.
  package static func weekday(_ text: String) -> Weekday? { look(text, weekdays) }

  private static let substitutions: [(words: [String], value: WorkingCalendar.Substitution)] = [
    (
      [
        "nghỉ bù ngày làm việc sau", "nghỉ bù ngày làm việc kế tiếp", "nghỉ bù ngày làm việc tiếp theo",
        "ngày làm việc sau", "next working day",
      ], .nextWorkingDay
    ), (["không", "không nghỉ bù", "no"], .none),
  ]

  /// On which day a holiday on a weekly day off is made up for.
  package static func substitution(_ text: String) -> WorkingCalendar.Substitution? { look(text, substitutions) }
}
