import Testing

@testable import CivilCalendar

/// The worked examples of Jean Meeus, *Astronomical Algorithms*, 2nd edition.
@Suite struct `Astronomy as printed` {
  /// Example 49.a: the new moon of February 1977.
  @Test func newMoonOfFebruary1977() {
    #expect(abs(NewMoon.julianEphemerisDay(lunation: -283) - 2_443_192.651_18) < 0.000_01)
  }

  /// Example 25.a: 13 October 1992, 0h dynamical time; the apparent longitude is 199°54′32″.
  @Test func sunOfOctober1992() {
    let printed = 199 + 54.0 / 60 + 32.0 / 3600
    #expect(abs(SolarLongitude.degrees(julianEphemerisDay: 2_448_908.5) - printed) < 1.0 / 3600)
  }

  /// Table of Espenak and Meeus (NASA/TP-2006-214141): ΔT in seconds, rounded.
  @Test(arguments: [(1980.0, 50.5), (1990, 56.9), (2000, 63.8), (2005, 64.7), (2050, 93), (2100, 203), (2200, 442)])
  func dynamicalTime(year: Double, seconds: Double) {
    #expect(abs(DynamicalTime.excess(year: year) * 86_400 - seconds) < 1)
  }
}
