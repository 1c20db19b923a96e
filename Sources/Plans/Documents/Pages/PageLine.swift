/// Words that stand beside one another.
struct PageLine {
  var words: [PageWord]
  var box: PageBox

  init(_ first: PageWord) {
    words = [first]
    box = first.box
  }

  /// The height of most of its words.
  var height: Double { words.map(\.box.height).sorted()[words.count / 2] }

  var text: String { words.map(\.text).joined(separator: " ") }

  private mutating func add(_ word: PageWord) {
    words.append(word)
    box = box.union(word.box)
  }

  /// The lines of the words, from above to below.
  static func lines(_ words: [PageWord]) -> [PageLine] {
    var lines: [PageLine] = []
    for word in words.sorted(by: { ($0.box.middle.y, $0.box.left) < ($1.box.middle.y, $1.box.left) }) {
      if let last = lines.last, last.holds(word.box) {
        lines[lines.count - 1].add(word)
      } else {
        lines.append(PageLine(word))
      }
    }
    for index in lines.indices { lines[index].words.sort { $0.box.left < $1.box.left } }
    return lines
  }

  /// Whether the middle of the smaller stands between the upper and lower edges of the other.
  private func holds(_ other: PageBox) -> Bool {
    other.height < box.height
      ? other.middle.y > box.top && other.middle.y < box.bottom && other.bottom <= box.bottom + other.height / 2
      : box.middle.y > other.top && box.middle.y < other.bottom
  }

  /// The pieces of the line that stand far from one another.
  var pieces: [PageLine] {
    var result: [PageLine] = []
    for word in words {
      if let last = result.last, word.box.left - last.box.right < 1.5 * max(last.height, word.box.height) {
        result[result.count - 1].add(word)
      } else {
        result.append(PageLine(word))
      }
    }
    return result
  }

  /// The width of a blank.
  private var blank: Double {
    let gaps = zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }.sorted()
    return gaps.isEmpty ? 0.2 * height : max(0, gaps[gaps.count / 2])
  }

  /// How wrong the width of a cell may be, in points.
  private static let slack = 2.0

  /// Whether the first word of `next` had room at the end of this line, so that someone ended the line on purpose.
  func hasRoom(for next: PageLine, in width: Double) -> Bool {
    guard let first = next.words.first else { return false }
    // No line ends with an opening bracket.
    let whole = first.text.allSatisfy { "([“‘«".contains($0) } ? next.words.dropFirst().first ?? first : first
    return box.width + blank + whole.box.right - first.box.left <= width - Self.slack
  }

  /// Whether the line begins an item of a list: *- …*, *a) …*, *1. …*, *2.10 …*
  var startsItem: Bool {
    guard words.count > 1, let mark = words.first?.text else { return false }
    if startsBullet { return true }
    let parts = mark.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isNumber) }) { return true }
    return mark.last == ")" && mark.count <= 3 || mark.last == "." && mark.count == 2
  }

  /// Whether the line begins an item that has no number.
  var startsBullet: Bool {
    words.count > 1 && ["-", "–", "+", "•", "*", "▪", "o"].contains(words[0].text)
  }

  /// Whether a sentence or an item may have ended with the line.
  var endsClause: Bool { text.last.map { ".;:!?,".contains($0) } ?? true }
}
