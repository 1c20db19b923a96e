/// What a working calendar says of one day. The strings are the names of the calendar's own entries.
package enum DayStatus: Hashable, Sendable {
  case working
  case weeklyDayOff(Weekday)
  case holiday(String)
  /// Off in place of another day: compensation for a holiday on a weekly day off, or swapped.
  case substitute(String)
  /// A weekly day off that is worked, in place of a swapped day.
  case makeUp(String)
  /// Computed as working; becomes off under one of the choices that the law leaves to the announcement.
  case doubtful(String)

  package var isWorking: Bool {
    switch self {
    case .working, .makeUp, .doubtful: true
    case .weeklyDayOff, .holiday, .substitute: false
    }
  }

  /// The name of the calendar's entry; nil for plain working days and weekly days off.
  package var name: String? {
    switch self {
    case .working, .weeklyDayOff: nil
    case .holiday(let name), .substitute(let name), .makeUp(let name), .doubtful(let name): name
    }
  }
}
