/// A table whose cells are told by the lines around them.
struct PageGrid {
  /// Where its columns begin and end.
  var columns: [Double]
  /// Where its rows begin and end.
  var rows: [Double]
  /// For each place, row by row, which cell covers it.
  var cells: [[Int]]

  /// How far lines that are meant to meet may miss one another.
  static let slack = 3.0

  var box: PageBox {
    PageBox(left: columns[0], top: rows[0], right: columns[columns.count - 1], bottom: rows[rows.count - 1])
  }

  /// The tables that the lines of a page make, from above to below.
  static func grids(_ rules: [PageRule]) -> [PageGrid] {
    let horizontal = joined(rules.filter(\.isHorizontal))
    let vertical = joined(rules.filter { !$0.isHorizontal })
    return groups(horizontal, vertical).compactMap { PageGrid($0.horizontal, $0.vertical) }.sorted {
      ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left)
    }
  }

  /// The lines, those that continue one another as one.
  private static func joined(_ rules: [PageRule]) -> [PageRule] {
    var result: [PageRule] = []
    // Rows of lines at the same height, and each row in order.
    var row: [PageRule] = []
    func endRow() {
      for rule in row.sorted(by: { $0.from < $1.from }) {
        if let last = result.last, last.at == row[0].at, rule.from <= last.to + slack {
          result[result.count - 1].to = max(last.to, rule.to)
        } else {
          var rule = rule
          rule.at = row[0].at
          result.append(rule)
        }
      }
      row = []
    }
    for rule in rules.sorted(by: { $0.at < $1.at }) {
      if let first = row.first, rule.at - first.at > slack / 2 { endRow() }
      row.append(rule)
    }
    if !row.isEmpty { endRow() }
    return result.filter { $0.to - $0.from > 2 * slack }
  }

  /// Lines that touch one another, directly or over others.
  private static func groups(
    _ horizontal: [PageRule], _ vertical: [PageRule]
  ) -> [(horizontal: [PageRule], vertical: [PageRule])] {
    var joins = Joins(horizontal.count + vertical.count)
    for (index, line) in horizontal.enumerated() {
      for (other, upright) in vertical.enumerated() where line.meets(upright, slack) {
        joins.join(index, horizontal.count + other)
      }
    }
    var groups: [Int: (horizontal: [PageRule], vertical: [PageRule])] = [:]
    for (index, line) in horizontal.enumerated() {
      groups[joins.root(index), default: ([], [])].horizontal.append(line)
    }
    for (index, line) in vertical.enumerated() {
      groups[joins.root(horizontal.count + index), default: ([], [])].vertical.append(line)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The table of lines that touch one another; nil if they make none.
  private init?(_ horizontal: [PageRule], _ vertical: [PageRule]) {
    guard horizontal.count + vertical.count >= 4, !horizontal.isEmpty, !vertical.isEmpty else { return nil }
    // Tables may be open at their edges, and where a page ends.
    rows = Self.places(horizontal.map(\.at), from: vertical.map(\.from), to: vertical.map(\.to))
    columns = Self.places(vertical.map(\.at), from: horizontal.map(\.from), to: horizontal.map(\.to))
    guard rows.count >= 2, columns.count >= 3 || rows.count >= 3, columns.count >= 2,
      rows.count * columns.count <= 50_000
    else { return nil }
    cells = []
    fill(horizontal, vertical)
  }

  /// Where the lines stand, each place once, with the ends of those that cross them.
  private static func places(_ at: [Double], from: [Double], to: [Double]) -> [Double] {
    var result: [Double] = []
    let ends = [from.min(), to.max()].compactMap(\.self)
    for place in (at + ends).sorted() where result.last.map({ place - $0 > slack }) ?? true { result.append(place) }
    return result
  }

  /// Tells which places have no line between them, and are one cell.
  private mutating func fill(_ horizontal: [PageRule], _ vertical: [PageRule]) {
    let (height, width) = (rows.count - 1, columns.count - 1)
    var joins = Joins(height * width)
    for row in 0..<height {
      let uprights = vertical.filter { $0.covers(rows[row], rows[row + 1]) }
      let lines = horizontal.filter { abs($0.at - rows[row + 1]) <= Self.slack }
      for column in 0..<width {
        let place = row * width + column
        if column + 1 < width, !uprights.contains(where: { abs($0.at - columns[column + 1]) <= Self.slack }) {
          joins.join(place, place + 1)
        }
        if row + 1 < height, !lines.contains(where: { $0.covers(columns[column], columns[column + 1]) }) {
          joins.join(place, place + width)
        }
      }
    }
    cells = (0..<height).map { row in (0..<width).map { joins.root(row * width + $0) } }
  }
}

/// Which of some things belong together, by their indices.
private struct Joins {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// The same for all that belong together: the first of them.
  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (one, other) = (root(one), root(other))
    parents[max(one, other)] = min(one, other)
  }
}

extension PageRule {
  /// Whether a horizontal line and a vertical one touch.
  fileprivate func meets(_ upright: PageRule, _ slack: Double) -> Bool {
    upright.at >= from - slack && upright.at <= to + slack && at >= upright.from - slack && at <= upright.to + slack
  }

  /// Whether it runs along most of the way between two places.
  fileprivate func covers(_ start: Double, _ end: Double) -> Bool {
    min(to, end) - max(from, start) > 0.6 * (end - start)
  }
}
