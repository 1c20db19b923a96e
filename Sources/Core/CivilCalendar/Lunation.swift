/// New moons as days of Việt Nam.
enum Lunation {
  /// UTC+7 in days.
  private static let zone = 7.0 / 24
  /// The Julian day on which day 0 of the day numbers begins.
  private static let dayZero = 1_721_424.5

  /// The day on which new moon number `lunation` falls, at UTC+7.
  static func firstDay(_ lunation: Int) -> CivilDate {
    let instant = NewMoon.julianEphemerisDay(lunation: lunation)
    let local = instant - DynamicalTime.excess(year: year(instant)) + zone
    return CivilDate(dayNumber: Int((local - dayZero).rounded(.down))) ?? .first
  }

  /// The lunation that begins month 11 of `year`: the last one whose first day the winter solstice does not precede.
  static func eleventhMonth(of year: Int) -> Int {
    let endOfYear = CivilDate(year: year, month: 12, day: 31) ?? .last
    let julianDay = Double(endOfYear.dayNumber) + dayZero
    let lunation = Int(((julianDay - NewMoon.epoch) / NewMoon.meanLength).rounded(.down))
    return sector(atStartOf: firstDay(lunation)) >= 9 ? lunation - 1 : lunation
  }

  /// Whether the sun reaches a multiple of 30° within the month's days.
  static func hasPrincipalTerm(_ lunation: Int) -> Bool {
    sector(atStartOf: firstDay(lunation)) != sector(atStartOf: firstDay(lunation + 1))
  }

  /// The twelfth of the zodiac, 0...11, in which the sun stands when the day begins.
  private static func sector(atStartOf day: CivilDate) -> Int {
    let universal = Double(day.dayNumber) + dayZero - zone
    let dynamical = universal + DynamicalTime.excess(year: year(universal))
    return Int(SolarLongitude.degrees(julianEphemerisDay: dynamical) / 30)
  }

  private static func year(_ julianDay: Double) -> Double { 2000 + (julianDay - 2_451_544.5) / 365.2425 }
}
