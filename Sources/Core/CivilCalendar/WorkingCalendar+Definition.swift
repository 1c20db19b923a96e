extension WorkingCalendar {
  /// What happens to a holiday that falls on a weekly day off.
  package enum Substitution: Hashable, Sendable {
    case none
    /// The next day that is not off already; several holidays take several days (Labour Code 2019, art. 111(3)).
    case nextWorkingDay
  }

  /// The rules of a calendar, as its blocks give them.
  package struct Definition: Sendable {
    package var weeklyDaysOff: Set<Weekday>
    package var holidays: [HolidayRule]
    package var substitution: Substitution
    package var conventions: YearConventions
    /// In order, without overlaps; empty if the calendar states none.
    package var officeHours: [ClosedRange<ClockTime>]
    /// By the announced year.
    package var announcements: [Int: Announcement]

    package init(
      weeklyDaysOff: Set<Weekday> = [.saturday, .sunday], holidays: [HolidayRule] = [],
      substitution: Substitution = .none, conventions: YearConventions = .civil,
      officeHours: [ClosedRange<ClockTime>] = [], announcements: [Int: Announcement] = [:]
    ) {
      self.weeklyDaysOff = weeklyDaysOff
      self.holidays = holidays
      self.substitution = substitution
      self.conventions = conventions
      self.officeHours = officeHours
      self.announcements = announcements
    }
  }

  /// The days off of one year as announced: its list replaces the computed holidays of that year.
  package struct Announcement: Hashable, Sendable {
    package var year: Int
    /// The day and the document of each announcement, as written.
    package var sources: [String]
    package var off: [NamedDay]
    /// Weekly days off that are worked.
    package var work: [NamedDay]
    package var swaps: [SwappedDays]

    package init(
      year: Int, sources: [String] = [], off: [NamedDay] = [], work: [NamedDay] = [], swaps: [SwappedDays] = []
    ) {
      self.year = year
      self.sources = sources
      self.off = off
      self.work = work
      self.swaps = swaps
    }
  }

  /// A day and what it is called.
  package struct NamedDay: Hashable, Sendable {
    package var day: CivilDate
    package var name: String
    /// It is meant to be off, but nothing that binds says so yet.
    package var isIntended: Bool

    package init(_ day: CivilDate, _ name: String, isIntended: Bool = false) {
      self.day = day
      self.name = name
      self.isIntended = isIntended
    }
  }

  /// A working day that is off and the weekly day off that is worked for it.
  package struct SwappedDays: Hashable, Sendable {
    package var off: CivilDate
    package var work: CivilDate

    package init(off: CivilDate, work: CivilDate) {
      self.off = off
      self.work = work
    }
  }
}
