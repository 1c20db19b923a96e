/// ΔT, dynamical time less universal time, which grows as the rotation of the earth slows down.
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
