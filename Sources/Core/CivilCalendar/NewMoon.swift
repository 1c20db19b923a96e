/// Instants of new moons, by the method of Jean Meeus, *Astronomical Algorithms*, 2nd edition (1998), chapter 49.
///
/// The series is good to about 20 seconds in the years used here; see `DynamicalTime` for what the earth adds to that.
enum NewMoon {
  /// Mean length of a lunation in days, and the mean new moon of lunation 0 (6 January 2000), a Julian day.
  static let meanLength = 29.530_588_861
  static let epoch = 2_451_550.097_66

  /// The Julian Ephemeris Day of new moon number `lunation`, counted from that of 6 January 2000.
  static func julianEphemerisDay(lunation: Int) -> Double {
    let k = Double(lunation)
    let t = k / 1236.85
    let mean =
      epoch + meanLength * k + t * t * (0.000_154_37 + t * (-0.000_000_150 + t * 0.000_000_000_73))
    return mean + periodicTerms(k, t) + planetaryTerms(k, t)
  }

  /// The table of chapter 49, one line a term: sun's anomaly M, moon's anomaly M′, twice its argument of latitude 2F.
  private static func periodicTerms(_ k: Double, _ t: Double) -> Double {
    let sun = Angle(degrees: 2.5534 + 29.105_356_70 * k - t * t * (0.000_001_4 + t * 0.000_000_11))
    let moon = Angle(
      degrees: 201.5643 + 385.816_935_28 * k + t * t * (0.010_758_2 + t * (0.000_012_38 - t * 0.000_000_058)))
    let twiceLatitude = Angle(
      degrees: 321.4216 + 781.341_005_68 * k
        - 2 * t * t * (0.001_611_8 + t * (0.000_002_27 - t * 0.000_000_011)))
    let node = Angle(degrees: 124.7746 - 1.563_755_88 * k + t * t * (0.002_067_2 + t * 0.000_002_15))
    let e = 1 - t * (0.002_516 + t * 0.000_007_4)
    let twoSun = sun * sun
    let twoMoon = moon * moon
    let threeMoon = twoMoon * moon
    let moonPlus = moon * twiceLatitude
    let moonMinus = moon * twiceLatitude.negated
    var sum = -0.40720 * moon.sine
    sum += 0.17241 * e * sun.sine
    sum += 0.01608 * twoMoon.sine
    sum += 0.01039 * twiceLatitude.sine
    sum += 0.00739 * e * (moon * sun.negated).sine
    sum -= 0.00514 * e * (moon * sun).sine
    sum += 0.00208 * e * e * twoSun.sine
    sum -= 0.00111 * moonMinus.sine
    sum -= 0.00057 * moonPlus.sine
    sum += 0.00056 * e * (twoMoon * sun).sine
    sum -= 0.00042 * threeMoon.sine
    sum += 0.00042 * e * (sun * twiceLatitude).sine
    sum += 0.00038 * e * (sun * twiceLatitude.negated).sine
    sum -= 0.00024 * e * (twoMoon * sun.negated).sine
    sum -= 0.00017 * node.sine
    sum -= 0.00007 * (moon * twoSun).sine
    sum += 0.00004 * (twoMoon * twiceLatitude.negated).sine
    sum += 0.00004 * (twoSun * sun).sine
    sum += 0.00003 * (moonMinus * sun).sine
    sum += 0.00003 * (twoMoon * twiceLatitude).sine
    sum -= 0.00003 * (moonPlus * sun).sine
    sum += 0.00003 * (moonPlus * sun.negated).sine
    sum -= 0.00002 * (moonMinus * sun.negated).sine
    sum -= 0.00002 * (threeMoon * sun).sine
    sum += 0.00002 * (twoMoon * twoMoon).sine
    return sum
  }

  /// For each term: degrees at lunation 0, degrees a lunation, and the amplitude in days.
  private static let planets: [(Double, Double, Double)] = [
    (299.77, 0.107_408, 0.000_325), (251.88, 0.016_321, 0.000_165), (251.83, 26.651_886, 0.000_164),
    (349.42, 36.412_478, 0.000_126), (84.66, 18.206_239, 0.000_110), (141.74, 53.303_771, 0.000_062),
    (207.14, 2.453_732, 0.000_060), (154.84, 7.306_860, 0.000_056), (34.52, 27.261_239, 0.000_047),
    (207.19, 0.121_824, 0.000_042), (291.34, 1.844_379, 0.000_040), (161.72, 24.198_154, 0.000_037),
    (239.56, 25.513_099, 0.000_035), (331.55, 3.592_518, 0.000_023),
  ]

  private static func planetaryTerms(_ k: Double, _ t: Double) -> Double {
    var sum = 0.0
    for (index, (start, rate, days)) in planets.enumerated() {
      let slow = index == 0 ? -0.009_173 * t * t : 0
      sum += days * Angle.sine(degrees: start + rate * k + slow)
    }
    return sum
  }
}
