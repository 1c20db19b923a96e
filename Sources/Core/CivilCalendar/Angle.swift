#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The sine and cosine of an angle; multiplying adds angles, which is cheaper than a sine for each term of a series.
struct Angle {
  var cosine: Double
  var sine: Double

  init(degrees: Double) {
    let radians = degrees * (Double.pi / 180)
    cosine = cos(radians)
    sine = sin(radians)
  }

  private init(cosine: Double, sine: Double) {
    self.cosine = cosine
    self.sine = sine
  }

  /// The angle with the other sign.
  var negated: Angle { Angle(cosine: cosine, sine: -sine) }

  static func * (lhs: Angle, rhs: Angle) -> Angle {
    Angle(cosine: lhs.cosine * rhs.cosine - lhs.sine * rhs.sine, sine: lhs.sine * rhs.cosine + lhs.cosine * rhs.sine)
  }

  /// The sine alone.
  static func sine(degrees: Double) -> Double { sin(degrees * (Double.pi / 180)) }
}
