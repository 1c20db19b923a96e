/// A holiday that returns every year, as the law words it.
public struct HolidayRule: Hashable, Sendable {
  public var name: String
  /// The first year in which it holds; nil: always held.
  public var firstYear: Int?
  /// The last year in which it holds; nil: still holds.
  public var lastYear: Int?
  /// Usually one. Several where the law leaves a choice that is announced each year (*02/9 và 1 ngày liền kề*): until
  /// then a day that only some of them contain is doubtful.
  public var alternatives: [HolidayDays]

  public init(name: String, firstYear: Int? = nil, lastYear: Int? = nil, alternatives: [HolidayDays]) {
    self.name = name
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.alternatives = alternatives
  }

  /// Whether it holds in `year`.
  public func holds(in year: Int) -> Bool {
    year >= firstYear ?? Int.min && year <= lastYear ?? Int.max
  }
}

/// Which days of a year a holiday takes.
public enum HolidayDays: Hashable, Sendable {
  /// The same day of every civil year; 29 February only in leap years.
  case fixed(month: Int, day: Int)
  /// A day of the Vietnamese lunar year whose new year falls in the civil year.
  case lunar(month: Int, day: Int)
  /// The n-th weekday of a month: 1 is the first, -1 the last.
  case weekday(Weekday, position: Int, month: Int)
  /// From edge to edge, both included; an end before the start is that of the next year.
  case range(from: HolidayEdge, through: HolidayEdge)
}

/// One end of a range of holidays: a day of the civil or lunar year, and so many days after it.
public struct HolidayEdge: Hashable, Sendable {
  public enum Reckoning: Hashable, Sendable { case civil, lunar }

  public var reckoning: Reckoning
  public var month: Int
  public var day: Int
  /// Days after (positive) or before (negative) the named day.
  public var offset: Int

  public init(_ reckoning: Reckoning, month: Int, day: Int, offset: Int = 0) {
    self.reckoning = reckoning
    self.month = month
    self.day = day
    self.offset = offset
  }
}

extension HolidayDays {
  var isLunar: Bool {
    switch self {
    case .fixed, .weekday: false
    case .lunar: true
    case .range(let from, let through): from.reckoning == .lunar || through.reckoning == .lunar
    }
  }
}
