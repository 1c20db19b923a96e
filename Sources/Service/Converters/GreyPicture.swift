import Documents

/// A picture in shades of grey, as pdftoppm writes it (PGM, the kind P5).
struct GreyPicture {
  let width: Int
  let height: Int
  private var dots: [UInt8]

  /// Darker dots are ink.
  private static let ink: UInt8 = 140
  /// How many dots a line from left to right, and one from above to below, has at least; those of letters have fewer.
  private static let shortest = (horizontal: 90, vertical: 48)
  /// How many dots of a line may be missing in a row.
  private static let mostMissing = 3
  /// How many dots a line is thick at most.
  private static let thickest = 12
  private static let mostRules = 10_000

  /// Nil if the bytes are no such picture.
  init?(_ bytes: [UInt8]) {
    var numbers: [Int] = []
    var index = 2
    guard bytes.starts(with: Array("P5".utf8)) else { return nil }
    while numbers.count < 3 {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      let digits = bytes[min(index, bytes.count)...].prefix { (0x30...0x39).contains($0) }
      guard (1...5).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else {
        return nil
      }
      numbers.append(number)
      index += digits.count
    }
    (width, height) = (numbers[0], numbers[1])
    dots = Array(bytes[min(index + 1, bytes.count)...])
    guard width > 0, height > 0, numbers[2] == 255, dots.count == width * height else { return nil }
  }

  var file: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + dots }

  /// The straight lines in the picture, which are taken out of it, so that they are not read as letters.
  /// - Parameter scale: points for a dot.
  mutating func takeRules(scale: Double) -> [PageRule] {
    let original = dots
    var rules: [PageRule] = []
    for isHorizontal in [true, false] {
      let (length, count) = isHorizontal ? (width, height) : (height, width)
      let (step, stride) = isHorizontal ? (1, width) : (width, 1)
      let shortest = isHorizontal ? Self.shortest.horizontal : Self.shortest.vertical
      for at in 0..<count {
        for run in Self.runs(original, from: at * stride, step: step, length: length)
        where run.count >= shortest && Self.isThin(original, run, at, stride, step, count) {
          rules.append(
            PageRule(
              isHorizontal: isHorizontal, at: Double(at) * scale, from: Double(run.lowerBound) * scale,
              to: Double(run.upperBound) * scale))
          for dot in run { dots[at * stride + dot * step] = 255 }
        }
      }
    }
    // More than any table has is shading.
    return rules.count > Self.mostRules ? [] : rules
  }

  /// Where dots in a row are dark.
  private static func runs(_ dots: [UInt8], from start: Int, step: Int, length: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var run = 0..<0
    for dot in 0..<length where dots[start + dot * step] < ink {
      if !run.isEmpty, dot - run.upperBound <= mostMissing {
        run = run.lowerBound..<(dot + 1)
      } else {
        result.append(run)
        run = dot..<(dot + 1)
      }
    }
    result.append(run)
    return result
  }

  /// Whether the run belongs to a line, and not to a dark area.
  private static func isThin(
    _ dots: [UInt8], _ run: Range<Int>, _ at: Int, _ stride: Int, _ step: Int, _ count: Int
  ) -> Bool {
    let middle = (run.lowerBound + run.upperBound) / 2 * step
    var thickness = 1
    for direction in [-1, 1] {
      var next = at + direction
      while next >= 0, next < count, thickness <= thickest, dots[next * stride + middle] < ink {
        thickness += 1
        next += direction
      }
    }
    return thickness <= thickest
  }
}
