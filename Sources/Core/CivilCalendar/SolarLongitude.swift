/// Apparent longitude of the sun, Meeus chapter 25 (lower accuracy: 0.01°, a quarter of an hour).
///
/// That is enough here: in 1976–2199 no principal term that decides about a leap month comes nearer than 25 minutes to
/// the midnight that divides two lunar months.
enum SolarLongitude {
  /// Degrees, 0..<360.
  static func degrees(julianEphemerisDay: Double) -> Double {
    let t = (julianEphemerisDay - 2_451_545) / 36_525
    let mean = 280.466_46 + t * (36_000.769_83 + t * 0.000_303_2)
    let anomaly = Angle(degrees: 357.529_11 + t * (35_999.050_29 - t * 0.000_153_7))
    let twice = anomaly * anomaly
    let centre =
      (1.914_602 - t * (0.004_817 + t * 0.000_014)) * anomaly.sine
      + (0.019_993 - 0.000_101 * t) * twice.sine + 0.000_289 * (twice * anomaly).sine
    let node = Angle(degrees: 125.04 - 1934.136 * t)
    let longitude = mean + centre - 0.005_69 - 0.004_78 * node.sine
    return longitude - 360 * (longitude / 360).rounded(.down)
  }
}
