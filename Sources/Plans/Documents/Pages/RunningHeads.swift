/// What stands at the edges of pages and is no part of the text: page numbers, running heads, footnotes.
struct RunningHeads {
  /// The pages without it.
  private(set) var pages: [SourcePage]
  /// Its texts, each once, without page numbers.
  private(set) var marks: [String] = []

  /// How many lines at the top and at the bottom of a page may be running heads.
  private static let depth = 2
  /// How far from the edges page numbers stand, as a part of the height.
  private static let margin = 0.14

  init(_ pages: [SourcePage]) {
    self.pages = pages
    dropHeads()
    dropFootnotes()
  }

  /// A line at the same place of several pages, whatever its numbers are.
  private struct Place: Hashable {
    var text: String
    var isTop: Bool
    var height: Int
  }

  private mutating func dropHeads() {
    let edges = pages.map(Self.edges)
    var counts: [Place: Int] = [:]
    for edge in edges { for (place, _) in edge { counts[place, default: 0] += 1 } }
    let most = max(3, pages.count * 2 / 5)
    for (index, edge) in edges.enumerated() {
      for (place, line) in edge {
        let isNumber = Self.isPageNumber(line, on: pages[index])
        guard isNumber || counts[place, default: 0] >= most else { continue }
        drop([line], from: index, keepsText: !isNumber)
      }
    }
  }

  private static func edges(_ page: SourcePage) -> [(Place, PageLine)] {
    let tables = PageGrid.grids(page.rules).map(\.box)
    let lines = PageLine.lines(page.words)
    func isEdge(_ line: PageLine) -> Bool {
      let (x, y) = line.box.middle
      return line.pieces.count < 4 && !tables.contains { $0.left < x && $0.right > x && $0.top < y && $0.bottom > y }
    }
    func place(_ line: PageLine, _ isTop: Bool) -> (Place, PageLine) {
      let text = String(line.text.map { $0.isNumber ? "#" : $0 })
      let height = Int((isTop ? line.box.top : page.height - line.box.bottom) / 8)
      return (Place(text: text, isTop: isTop, height: height), line)
    }
    let top = lines.prefix(depth).prefix(while: isEdge)
    let bottom = lines.dropFirst(top.count).suffix(depth).reversed().prefix(while: isEdge)
    return top.map { place($0, true) } + bottom.map { place($0, false) }
  }

  /// *3*, *- 3 -*, *3/10*, *Trang 3/10* in the middle or at the right of an edge.
  private static func isPageNumber(_ line: PageLine, on page: SourcePage) -> Bool {
    let isAtEdge =
      line.box.bottom < margin * page.height || line.box.top > (1 - margin) * page.height
    guard isAtEdge, line.box.middle.x > 0.4 * page.width else { return false }
    let words = line.text.lowercased().split { " -–|/.".contains($0) }
    let numbers = words.filter { !["trang", "page", "of"].contains($0) }
    return (1...2).contains(numbers.count) && numbers.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
  }

  /// Takes small lines away that end a page, of which the first has the sign of a note.
  private mutating func dropFootnotes() {
    for index in pages.indices {
      let lines = PageLine.lines(pages[index].words)
      guard let usual = lines.map(\.height).sorted().dropFirst(lines.count / 2).first else { continue }
      let tables = PageGrid.grids(pages[index].rules).map(\.box)
      let small = lines.reversed().prefix { line in
        line.height < 0.9 * usual && !tables.contains { $0.bottom > line.box.top }
      }
      let notes = small.reversed().drop { !Self.startsNote($0) }
      if notes.count < lines.count { drop(Array(notes), from: index, keepsText: true) }
    }
  }

  private static func startsNote(_ line: PageLine) -> Bool {
    guard let sign = line.words.first?.text else { return false }
    let rest = sign.drop { $0.isNumber || "*()[]".contains($0) }
    return rest.count < sign.count && (rest.isEmpty || rest.first?.isLetter == true)
  }

  private mutating func drop(_ lines: [PageLine], from page: Int, keepsText: Bool) {
    guard !lines.isEmpty else { return }
    let words = lines.flatMap(\.words)
    pages[page].words.removeAll(where: words.contains)
    for line in lines where keepsText && !marks.contains(line.text) && marks.count < 1000 { marks.append(line.text) }
  }
}
