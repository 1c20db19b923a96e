/// A day of the proleptic Gregorian calendar, years 1 to 9999, without clock or zone.
///
/// Stored as a day number, so that arithmetic and comparison cost one integer operation. Day 1 is 1 January of year 1
/// (Rata Die; Reingold & Dershowitz, *Calendrical Calculations*, §1.2).
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 31 December of year 0; 1...3652059.
  package let dayNumber: Int32

  package static let first = CivilDate(unchecked: 1)
  package static let last = CivilDate(unchecked: 3_652_059)

  @inlinable init(unchecked dayNumber: Int32) { self.dayNumber = dayNumber }

  /// Nil outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard (1...3_652_059).contains(dayNumber) else { return nil }
    self.dayNumber = Int32(dayNumber)
  }

  /// Nil if the calendar has no such day (31 February, year 0, year 10000).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.daysInMonth(year: year, month: month)).contains(day)
    else { return nil }
    // Days before the month, counting the year from March so that the leap day comes last.
    let shiftedYear = month <= 2 ? year - 1 : year
    let shiftedMonth = (month + 9) % 12
    let daysBeforeYear = 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
    let daysBeforeMonth = (153 * shiftedMonth + 2) / 5
    dayNumber = Int32(daysBeforeYear + daysBeforeMonth + day - 1 - 305)
  }

  package static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of `month` (1...12).
  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var components: (year: Int, month: Int, day: Int) {
    // The inverse of the initialiser: 400-, 100-, 4- and 1-year cycles counted from 1 March of year 0.
    let days = Int(dayNumber) + 305
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { components.year }
  package var month: Int { components.month }
  package var day: Int { components.day }

  package var weekday: Weekday { Weekday(rawValue: (Int(dayNumber) + 6) % 7 + 1) ?? .monday }

  package static func < (lhs: CivilDate, rhs: CivilDate) -> Bool { lhs.dayNumber < rhs.dayNumber }

  /// The day `days` later (earlier when negative), held inside the years 1 to 9999.
  package func adding(days: Int) -> CivilDate {
    let sum = min(max(Int(dayNumber) + min(max(days, -3_652_059), 3_652_059), 1), 3_652_059)
    return CivilDate(unchecked: Int32(sum))
  }

  /// Days from `other` to this day; negative if this day is earlier.
  package func days(since other: CivilDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }
}

/// ISO 8601 weekdays: Monday is 1, Sunday is 7.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// Days from `first` to `last`, both included.
package struct DayRange: Hashable, Sendable {
  package var first: CivilDate
  package var last: CivilDate

  package init(first: CivilDate, last: CivilDate) {
    self.first = first
    self.last = last
  }

  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }
  package var count: Int { last.days(since: first) + 1 }
}

/// A time of day in minutes since midnight, 0...1440 (24:00 is the end of the day).
package struct ClockTime: Hashable, Comparable, Sendable {
  package let minutes: Int

  package init?(hour: Int, minute: Int = 0) {
    guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
    minutes = hour * 60 + minute
  }

  /// Since 00:00; nil beyond 24:00.
  package init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  package static func < (lhs: ClockTime, rhs: ClockTime) -> Bool { lhs.minutes < rhs.minutes }
}
