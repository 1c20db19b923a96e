extension WorkingCalendar {
  /// What happens to a holiday that falls on a weekly day off.
  public enum Substitution: Hashable, Sendable {
    case none
    /// The next day that is not off already; several holidays take several days (Labour Code 2019, art. 111(3)).
    case nextWorkingDay
  }

  /// The rules of a calendar, as its blocks give them.
  public struct Definition: Sendable {
    public var weeklyDaysOff: Set<Weekday>
    public var holidays: [HolidayRule]
    public var substitution: Substitution
    public var conventions: YearConventions
    /// In order, not overlapping; empty: not said.
    public var officeHours: [ClosedRange<ClockTime>]
    /// By year.
    public var announcements: [Int: Announcement]

    public init(
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
  public struct Announcement: Hashable, Sendable {
    public var year: Int
    /// Day and paper, as written.
    public var sources: [String]
    public var off: [NamedDay]
    /// Weekly days off that are worked.
    public var work: [NamedDay]
    public var swaps: [SwappedDays]

    public init(
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
  public struct NamedDay: Hashable, Sendable {
    public var day: CivilDate
    public var name: String

    public init(_ day: CivilDate, _ name: String) {
      self.day = day
      self.name = name
    }
  }

  /// A working day that is off and the weekly day off that is worked for it.
  public struct SwappedDays: Hashable, Sendable {
    public var off: CivilDate
    public var work: CivilDate

    public init(off: CivilDate, work: CivilDate) {
      self.off = off
      self.work = work
    }
  }
}
