import CivilCalendar
import TestSupport
import Testing

/// The working calendar of Việt Nam as test data: it mirrors `rules/calendars/viet-nam.rules`.
enum VietnameseCalendar {
  typealias Announcement = WorkingCalendar.Announcement

  static let conventions = YearConventions(
    schoolYear: .init(month: 9, day: 5), terms: [],
    fiscalYear: .init(month: 1, day: 1))

  static let holidays = [
    HolidayRule(name: "Tết Dương lịch", alternatives: [.fixed(month: 1, day: 1)]),
    HolidayRule(
      name: "Tết Nguyên đán",
      alternatives: [
        .range(from: .init(.lunar, month: 1, day: 1, offset: -1), through: .init(.lunar, month: 1, day: 4)),
        .range(from: .init(.lunar, month: 1, day: 1, offset: -2), through: .init(.lunar, month: 1, day: 3)),
      ]),
    HolidayRule(name: "Giỗ Tổ Hùng Vương", alternatives: [.lunar(month: 3, day: 10)]),
    HolidayRule(name: "Ngày Chiến thắng", alternatives: [.fixed(month: 4, day: 30)]),
    HolidayRule(name: "Ngày Quốc tế lao động", alternatives: [.fixed(month: 5, day: 1)]),
    HolidayRule(
      name: "Quốc khánh",
      alternatives: [
        .range(from: .init(.civil, month: 9, day: 1), through: .init(.civil, month: 9, day: 2)),
        .range(from: .init(.civil, month: 9, day: 2), through: .init(.civil, month: 9, day: 3)),
      ]),
    HolidayRule(
      name: "Ngày Văn hóa Việt Nam", firstYear: 2026, alternatives: [.fixed(month: 11, day: 24)], isIntended: true),
  ]

  /// The computed calendar, nothing announced.
  static let computed = WorkingCalendar(
    .init(holidays: holidays, substitution: .nextWorkingDay, conventions: conventions), covering: 2000...2060)

  /// With every day of the corpus' file as announced.
  static func announced() throws -> WorkingCalendar {
    var announcements: [Int: Announcement] = [:]
    for row in try corpus("vn_days_off_2021_2026.csv") {
      let date = day(row[0])
      let named = WorkingCalendar.NamedDay(date, row[3], isIntended: row[2] == "intended")
      if row[2] != "work" {
        announcements[date.year, default: Announcement(year: date.year)].off.append(named)
      } else {
        announcements[date.year, default: Announcement(year: date.year)].work.append(named)
      }
    }
    let definition = WorkingCalendar.Definition(
      holidays: holidays, substitution: .nextWorkingDay, conventions: conventions, announcements: announcements)
    return WorkingCalendar(definition, covering: 2000...2060)
  }
}
