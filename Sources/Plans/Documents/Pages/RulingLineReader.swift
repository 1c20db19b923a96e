/// Reads the straight lines out of what `pdftocairo -svg` writes, in which each element has a line of its own.
///
/// A line is a path that is stroked, or a filled rectangle as thin as one. What belongs to letters, patterns and masks
/// stands in `defs` and is passed over.
package struct RulingLineReader {
  /// More lines than any table has: the page is a drawing.
  private static let mostRules = 2000
  /// How thick a line may be, in points.
  private static let mostThickness = 4.0

  package init() {}

  /// The lines of each page, in the order of the pages.
  package func read(_ bytes: [UInt8]) -> [[PageRule]] {
    var pages: [[PageRule]] = [[]]
    var hasPages = false
    var definitions = 0
    for line in bytes.split(separator: 0x0A) {
      if line.starts(with: Self.definitionsStart) {
        definitions += 1
      } else if line.starts(with: Self.definitionsEnd) {
        definitions = max(0, definitions - 1)
      } else if line.starts(with: Self.pageStart) {
        if hasPages { pages.append([]) }
        hasPages = true
      } else if definitions == 0, line.starts(with: Self.pathStart), line.count < 4096,
        pages[pages.count - 1].count <= Self.mostRules
      {
        pages[pages.count - 1] += Self.rules(of: String(decoding: line, as: UTF8.self))
      }
    }
    return pages.map { $0.count > Self.mostRules ? [] : $0 }
  }

  private static let definitionsStart = Array("<defs>".utf8)
  private static let definitionsEnd = Array("</defs>".utf8)
  private static let pageStart = Array("<page>".utf8)
  private static let pathStart = Array("<path ".utf8)

  private static func rules(of path: String) -> [PageRule] {
    guard let style = value("style", in: path), let drawing = value("d", in: path) else { return [] }
    let isStroked = !style.contains("stroke:none") && !style.contains("stroke:rgb(100%,100%,100%)")
    let isFilled = !style.contains("fill:none") && !style.contains("fill:rgb(100%,100%,100%)")
    guard isStroked || isFilled else { return [] }
    let matrix = value("transform", in: path).map(numbers) ?? []
    return figures(drawing).flatMap { figure -> [PageRule] in
      let points = figure.map { matrix.count == 6 ? transformed($0, matrix) : $0 }
      return isStroked ? zip(points, points.dropFirst()).compactMap(rule) : thinRectangle(points)
    }
  }

  private static func value(_ name: String, in path: String) -> Substring? {
    guard let start = path.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return path[start...].prefix { $0 != "\"" }
  }

  private static func numbers(_ text: Substring) -> [Double] {
    text.drop { $0 != "(" }.split { "(), ".contains($0) }.compactMap { Double($0) }
  }

  private static func transformed(_ point: Point, _ matrix: [Double]) -> Point {
    Point(
      x: matrix[0] * point.x + matrix[2] * point.y + matrix[4],
      y: matrix[1] * point.x + matrix[3] * point.y + matrix[5])
  }

  private struct Point {
    var x: Double
    var y: Double
  }

  /// The corners of the figures of a path that has straight lines alone.
  private static func figures(_ drawing: Substring) -> [[Point]] {
    var result: [[Point]] = []
    var words = drawing.split(separator: " ")[...]
    while let command = words.popFirst() {
      switch command {
      case "M", "L":
        guard let x = words.popFirst().flatMap({ Double($0) }), let y = words.popFirst().flatMap({ Double($0) }) else {
          return []
        }
        if command == "M" { result.append([]) }
        guard !result.isEmpty else { return [] }
        result[result.count - 1].append(Point(x: x, y: y))
      case "Z": if let first = result.last?.first { result[result.count - 1].append(first) }
      default: return []
      }
    }
    return result
  }

  private static func rule(_ start: Point, _ end: Point) -> PageRule? {
    let (width, height) = (abs(start.x - end.x), abs(start.y - end.y))
    guard max(width, height) > 1, max(width, height) < 1e5 else { return nil }
    if height < 0.5 { return PageRule(isHorizontal: true, at: (start.y + end.y) / 2, from: start.x, to: end.x) }
    if width < 0.5 { return PageRule(isHorizontal: false, at: (start.x + end.x) / 2, from: start.y, to: end.y) }
    return nil
  }

  private static func thinRectangle(_ points: [Point]) -> [PageRule] {
    guard points.count == 5 else { return [] }
    let (left, right) = (points.lazy.map(\.x).min() ?? 0, points.lazy.map(\.x).max() ?? 0)
    let (top, bottom) = (points.lazy.map(\.y).min() ?? 0, points.lazy.map(\.y).max() ?? 0)
    let middle = Point(x: (left + right) / 2, y: (top + bottom) / 2)
    if bottom - top <= mostThickness, right - left > bottom - top {
      return [rule(Point(x: left, y: middle.y), Point(x: right, y: middle.y))].compactMap(\.self)
    }
    if right - left <= mostThickness {
      return [rule(Point(x: middle.x, y: top), Point(x: middle.x, y: bottom))].compactMap(\.self)
    }
    return []
  }
}
