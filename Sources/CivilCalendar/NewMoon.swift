#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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

  /// The sine and cosine of an angle; multiplying adds angles, which is cheaper than a sine for each term.
  private struct Rotation {
    var cosine: Double
    var sine: Double

    init(degrees: Double) {
      let angle = radians(degrees)
      cosine = cos(angle)
      sine = sin(angle)
    }

    private init(cosine: Double, sine: Double) {
      self.cosine = cosine
      self.sine = sine
    }

    /// The opposite angle.
    var back: Rotation { Rotation(cosine: cosine, sine: -sine) }

    static func * (lhs: Rotation, rhs: Rotation) -> Rotation {
      Rotation(
        cosine: lhs.cosine * rhs.cosine - lhs.sine * rhs.sine, sine: lhs.sine * rhs.cosine + lhs.cosine * rhs.sine)
    }
  }

  /// The table of chapter 49, one line a term: sun's anomaly M, moon's anomaly M′, twice its argument of latitude 2F.
  private static func periodicTerms(_ k: Double, _ t: Double) -> Double {
    let sun = Rotation(degrees: 2.5534 + 29.105_356_70 * k - t * t * (0.000_001_4 + t * 0.000_000_11))
    let moon = Rotation(
      degrees: 201.5643 + 385.816_935_28 * k + t * t * (0.010_758_2 + t * (0.000_012_38 - t * 0.000_000_058)))
    let twiceLatitude = Rotation(
      degrees: 321.4216 + 781.341_005_68 * k
        - 2 * t * t * (0.001_611_8 + t * (0.000_002_27 - t * 0.000_000_011)))
    let node = Rotation(degrees: 124.7746 - 1.563_755_88 * k + t * t * (0.002_067_2 + t * 0.000_002_15))
    let e = 1 - t * (0.002_516 + t * 0.000_007_4)
    let twoSun = sun * sun
    let twoMoon = moon * moon
    let threeMoon = twoMoon * moon
    let moonPlus = moon * twiceLatitude
    let moonMinus = moon * twiceLatitude.back
    var sum = -0.40720 * moon.sine
    sum += 0.17241 * e * sun.sine
    sum += 0.01608 * twoMoon.sine
    sum += 0.01039 * twiceLatitude.sine
    sum += 0.00739 * e * (moon * sun.back).sine
    sum -= 0.00514 * e * (moon * sun).sine
    sum += 0.00208 * e * e * twoSun.sine
    sum -= 0.00111 * moonMinus.sine
    sum -= 0.00057 * moonPlus.sine
    sum += 0.00056 * e * (twoMoon * sun).sine
    sum -= 0.00042 * threeMoon.sine
    sum += 0.00042 * e * (sun * twiceLatitude).sine
    sum += 0.00038 * e * (sun * twiceLatitude.back).sine
    sum -= 0.00024 * e * (twoMoon * sun.back).sine
    sum -= 0.00017 * node.sine
    sum -= 0.00007 * (moon * twoSun).sine
    sum += 0.00004 * (twoMoon * twiceLatitude.back).sine
    sum += 0.00004 * (twoSun * sun).sine
    sum += 0.00003 * (moonMinus * sun).sine
    sum += 0.00003 * (twoMoon * twiceLatitude).sine
    sum -= 0.00003 * (moonPlus * sun).sine
    sum += 0.00003 * (moonPlus * sun.back).sine
    sum -= 0.00002 * (moonMinus * sun.back).sine
    sum -= 0.00002 * (threeMoon * sun).sine
    sum += 0.00002 * (twoMoon * twoMoon).sine
    return sum
  }

  /// Degrees at lunation 0, degrees a lunation, days.
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
      sum += days * sin(radians(start + rate * k + slow))
    }
    return sum
  }
}

/// Apparent longitude of the sun, Meeus chapter 25 (lower accuracy: 0.01°, a quarter of an hour).
///
/// That is enough here: in 1976–2199 no principal term that decides about a leap month comes nearer than 25 minutes to
/// the midnight that divides two lunar months.
enum SolarLongitude {
  /// Degrees, 0..<360.
  static func degrees(julianEphemerisDay: Double) -> Double {
    let t = (julianEphemerisDay - 2_451_545) / 36_525
    let mean = 280.466_46 + t * (36_000.769_83 + t * 0.000_303_2)
    let anomaly = radians(357.529_11 + t * (35_999.050_29 - t * 0.000_153_7))
    let centre =
      (1.914_602 - t * (0.004_817 + t * 0.000_014)) * sin(anomaly)
      + (0.019_993 - 0.000_101 * t) * sin(2 * anomaly) + 0.000_289 * sin(3 * anomaly)
    let node = radians(125.04 - 1934.136 * t)
    let longitude = mean + centre - 0.005_69 - 0.004_78 * sin(node)
    return longitude - 360 * (longitude / 360).rounded(.down)
  }
}

/// What the earth's slowing adds: dynamical time less universal time.
enum DynamicalTime {
  /// ΔT in days, by the polynomials of F. Espenak and J. Meeus, *Five Millennium Canon of Solar Eclipses* (NASA/TP-2006-214141).
  static func excess(year: Double) -> Double {
    let seconds: Double
    switch year {
    case ..<1986:
      let t = year - 1975
      seconds = 45.45 + t * (1.067 - t * (1 / 260.0 + t / 718))
    case ..<2005:
      let t = year - 2000
      seconds =
        63.86
        + t * (0.3345 + t * (-0.060_374 + t * (0.001_727_5 + t * (0.000_651_814 + t * 0.000_023_735_99))))
    case ..<2050:
      let t = year - 2000
      seconds = 62.92 + t * (0.322_17 + t * 0.005_589)
    case ..<2150:
      let u = (year - 1820) / 100
      seconds = -20 + 32 * u * u - 0.5628 * (2150 - year)
    default:
      let u = (year - 1820) / 100
      seconds = -20 + 32 * u * u
    }
    return seconds / 86_400
  }
}

private func radians(_ degrees: Double) -> Double { degrees * (Double.pi / 180) }
