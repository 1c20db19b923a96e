/// Finds tables around which no lines are drawn: lines of words that stand in three columns or more.
struct ColumnTable {
  private let lines: [PageLine]
  private let pieces: [[PageLine]]

  /// More lines between two rows of columns than a row of a table has.
  private static let mostLines = 12

  init(_ lines: [PageLine]) {
    self.lines = lines
    pieces = lines.map(\.pieces)
  }

  /// Which lines belong to tables, and the tables.
  func tables(place: (Double) -> SourcePlace) -> [(lines: Range<Int>, table: PageTable)] {
    var result: [(Range<Int>, PageTable)] = []
    for run in runs() {
      if let columns = columns(of: run), columns.count >= 4 {
        let end = end(of: run, columns)
        result.append((run.lowerBound..<end, table(run.lowerBound..<end, columns, place)))
      }
    }
    return result
  }

  /// Lines from one with columns to the last with columns that is near the others.
  private func runs() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for index in lines.indices where pieces[index].count >= 3 {
      if let last = result.last, index - last.upperBound < Self.mostLines,
        lines[index].box.top - lines[last.upperBound - 1].box.bottom < Double(Self.mostLines) * lines[index].height
      {
        result[result.count - 1] = last.lowerBound..<(index + 1)
      } else {
        result.append(index..<(index + 1))
      }
    }
    return result.filter { run in run.count { pieces[$0].count >= 3 } >= 3 }
  }

  /// Where the columns begin and end, by the lines that have most of them.
  private func columns(of run: Range<Int>) -> [Double]? {
    let counts = Dictionary(grouping: run.map { pieces[$0].count }.filter { $0 >= 3 }, by: \.self)
    guard let most = counts.filter({ $0.value.count >= 2 }).keys.max() else { return nil }
    var spans: [(left: Double, right: Double)] = []
    for piece in run.lazy.filter({ pieces[$0].count == most }).flatMap({ pieces[$0] }).sorted(by: {
      $0.box.left < $1.box.left
    }) {
      if let last = spans.last, piece.box.left <= last.right {
        spans[spans.count - 1].right = max(last.right, piece.box.right)
      } else {
        spans.append((piece.box.left, piece.box.right))
      }
    }
    guard let first = spans.first, let last = spans.last else { return nil }
    return [first.left - 2] + zip(spans, spans.dropFirst()).map { ($0.right + $1.left) / 2 } + [last.right + 2]
  }

  /// The end of the table: below the last line with columns may stand the rest of its row.
  private func end(of run: Range<Int>, _ columns: [Double]) -> Int {
    var end = run.upperBound
    while end < lines.count, end - run.upperBound < Self.mostLines,
      lines[end].box.top - lines[end - 1].box.bottom < lines[end].height,
      pieces[end].allSatisfy({ piece in
        column(of: piece.box.left, columns) == column(of: piece.box.right, columns)
          && column(of: piece.box.left, columns) > 0
      })
    {
      end += 1
    }
    return end
  }

  private func column(of place: Double, _ columns: [Double]) -> Int {
    max(0, min(columns.count - 2, (columns.firstIndex { $0 > place } ?? columns.count) - 1))
  }

  private func table(_ run: Range<Int>, _ columns: [Double], _ place: (Double) -> SourcePlace) -> PageTable {
    let firsts = run.map { index in
      lines[index].words.filter { column(of: $0.box.middle.x, columns) == 0 }.map(\.text).joined(separator: " ")
    }
    let numbers = firsts.count(where: Self.isNumber)
    let isNumbered = numbers > 0 && numbers * 2 >= firsts.count { !$0.isEmpty }
    let gaps = run.dropFirst().map { lines[$0].box.top - lines[$0 - 1].box.bottom }.sorted()
    let usual = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    var rows: [[[PageWord]]] = []
    var tops: [Double] = []
    var hasNumber = false
    for index in run {
      let first = firsts[index - run.lowerBound]
      let isFar =
        index > run.lowerBound
        && lines[index].box.top - lines[index - 1].box.bottom > usual + 0.4 * lines[index].height
      let begins = isNumbered ? Self.isNumber(first) : isFar || !first.isEmpty
      if rows.isEmpty || begins {
        rows.append(Array(repeating: [], count: columns.count - 1))
        tops.append(lines[index].box.top)
      }
      hasNumber = hasNumber || begins
      for word in lines[index].words { rows[rows.count - 1][column(of: word.box.middle.x, columns)].append(word) }
    }
    let box = run.dropFirst().reduce(lines[run.lowerBound].box) { $0.union(lines[$1].box) }
    return PageTable(
      columns: columns, rows: rows.map { $0.map(PageLine.lines) }, box: box, places: tops.map(place))
  }

  /// *3*, *3.1*, *IV* or *A*, with a point or without.
  private static func isNumber(_ text: String) -> Bool {
    let text = text.hasSuffix(".") ? text.dropLast() : text[...]
    guard !text.isEmpty, text.count <= 8 else { return false }
    return text.allSatisfy { $0.isNumber || $0 == "." } || text.allSatisfy { "IVXL".contains($0) }
      || text.count == 1 && text.allSatisfy(\.isUppercase)
  }
}
