import Documents

/// Sets a table as a program does that prints: breaks lines where the next word has no room, and rows where a page ends.
/// Every letter is five points wide, every line twelve points high.
struct Typesetter {
  var widths: [Double]
  var pageHeight = 300.0
  var drawsLines = true
  /// Above the table, in the middle of each page.
  var head: String?

  private(set) var pages: [SourcePage] = []
  private var top = 0.0
  private var rowTops: [Double] = []

  private static let padding = 4.0
  private static let blank = 3.0
  private static let line = 12.0
  private static let margin = 40.0

  init(widths: [Double]) { self.widths = widths }

  private var edges: [Double] { widths.reduce(into: [Self.margin]) { $0.append($0[$0.count - 1] + $1) } }
  private var pageWidth: Double { edges[edges.count - 1] + Self.margin }

  /// The pages of a table whose first row is repeated on each of them.
  static func pages(_ rows: [[String]], _ typesetter: Typesetter) -> [SourcePage] {
    var typesetter = typesetter
    typesetter.startPage(rows[0])
    for row in rows.dropFirst() { typesetter.set(row, heading: rows[0]) }
    typesetter.endPage()
    return typesetter.pages
  }

  private mutating func startPage(_ heading: [String]) {
    pages.append(SourcePage(number: pages.count + 1, width: pageWidth, height: pageHeight))
    top = 12
    if let head { put("\(head) \(pages.count)", at: pageWidth / 2 - 20) }
    top = 40
    rowTops = []
    set(heading, heading: heading)
  }

  private mutating func endPage() {
    guard drawsLines else { return }
    let index = pages.count - 1
    for at in rowTops + [top] {
      pages[index].rules.append(
        PageRule(isHorizontal: true, at: at, from: Self.margin, to: pageWidth - Self.margin))
    }
    for at in edges {
      pages[index].rules.append(PageRule(isHorizontal: false, at: at, from: rowTops[0], to: top))
    }
  }

  private mutating func set(_ row: [String], heading: [String]) {
    var lines = zip(row, widths).map { text, width in Self.broken(text, width - 2 * Self.padding) }
    rowTops.append(top)
    while lines.contains(where: { !$0.isEmpty }) {
      if top + Self.line > pageHeight - 30 {
        endPage()
        startPage(heading)
        rowTops.append(top)
      }
      for column in lines.indices where !lines[column].isEmpty {
        put(lines[column].removeFirst(), at: edges[column] + Self.padding)
      }
      top += Self.line
    }
    top += drawsLines ? 0 : 8
  }

  private mutating func put(_ text: String, at left: Double) {
    var left = left
    for word in text.split(separator: " ") {
      let right = left + 5 * Double(word.count)
      pages[pages.count - 1].words.append(
        PageWord(String(word), PageBox(left: left, top: top + 1, right: right, bottom: top + 11)))
      left = right + Self.blank
    }
  }

  private static func broken(_ text: String, _ width: Double) -> [String] {
    text.split(separator: "\n").flatMap { paragraph in
      var lines: [String] = []
      var used = 0.0
      for word in paragraph.split(separator: " ") {
        let size = 5 * Double(word.count)
        if let last = lines.last, used + blank + size <= width {
          lines[lines.count - 1] = "\(last) \(word)"
          used += blank + size
        } else {
          lines.append(String(word))
          used = size
        }
      }
      return lines
    }
  }
}
