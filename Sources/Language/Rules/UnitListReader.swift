import Diagnostics
import RuleSyntax

/// Reads lists of units and groups (decision: lists-whole-first): a value is looked up whole first; it splits at
/// commas, *và* and *and* only where every piece is a known name; where both hold, or it splits in two ways, it is
/// ambiguous.
struct UnitListReader {
  struct Item: Hashable {
    var recipient: Recipient
    var each: Bool
  }

  enum Outcome {
    case found([Item])
    /// Two ways to read it, each as its pieces.
    case ambiguous([String], [String])
    /// The first piece that no name begins with.
    case unknown(String)
  }

  let names: NameIndex
  let folder: NameIndex.Folder

  static let eachWords = [FoldedName("từng đơn vị"), FoldedName("each unit")]

  /// One item of a list, without `;`.
  func read(_ text: String) -> Outcome {
    if let whole = item(text) {
      if hasSeparator(text), let pieces = splits(WordLine(text)).first { return .ambiguous([text], pieces.texts) }
      return .found([whole])
    }
    let line = WordLine(text)
    let ways = splits(line)
    switch ways.count {
    case 1: return .found(ways[0].items)
    case 0: return .unknown(unknownPiece(line))
    default: return .ambiguous(ways[0].texts, ways[1].texts)
    }
  }

  /// A single name, perhaps in square brackets, perhaps followed by `(từng đơn vị)`.
  func item(_ text: String) -> Item? {
    var name = Substring(text)
    while name.last == " " || name.last == "," || name.last == "." { name.removeLast() }
    if name.last == ")", let open = name.lastIndex(of: "(") {
      let inner = FoldedName(name[name.index(after: open)...].dropLast())
      if UnitListReader.eachWords.contains(inner) {
        let bare = NameText.unbracketed(String(name[..<open]))
        return names.find(FoldedName(bare), \.recipients, from: folder).map { Item(recipient: $0, each: true) }
      }
    }
    return names.find(FoldedName(NameText.unbracketed(String(name))), \.recipients, from: folder)
      .map { Item(recipient: $0, each: false) }
  }

  private func hasSeparator(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ",")) || text.contains(" và ") || text.contains(" and ")
  }

  private struct Way {
    var items: [Item] = []
    var texts: [String] = []
  }

  private static let separators: Set<String> = [",", "và", "and"]
  private static let maximumWays = 3

  /// No name has as many separators.
  private static let longestName = 24

  /// Ways to cut the line into known names at some of its separators, at least one cut; a few are enough.
  private func splits(_ line: WordLine) -> [Way] {
    let cuts = cuts(line)
    guard !cuts.isEmpty else { return [] }
    let starts = [0] + cuts.map(\.end)
    let stops = cuts.map(\.start) + [line.count]
    // ways[i] are the ways to cut the words from the i-th start on.
    var ways = [[Way]](repeating: [], count: starts.count) + [[Way()]]
    for first in starts.indices.reversed() {
      for last in first..<min(first + Self.longestName, stops.count) {
        let isWhole = first == 0 && last + 1 == stops.count
        guard !isWhole, !ways[last + 1].isEmpty, ways[first].count < Self.maximumWays else { continue }
        let text = line.text(starts[first], stops[last])
        guard let item = item(text) else { continue }
        for rest in ways[last + 1].prefix(Self.maximumWays) {
          ways[first].append(Way(items: [item] + rest.items, texts: [text] + rest.texts))
        }
      }
    }
    return ways[0]
  }

  /// Separators outside brackets; `, và` is one.
  private func cuts(_ line: WordLine) -> [(start: Int, end: Int)] {
    var cuts: [(start: Int, end: Int)] = []
    var depth = 0
    for index in 0..<line.count {
      let key = line.key(index)
      if key == "[" || key == "(" { depth += 1 }
      if key == "]" || key == ")" { depth -= 1 }
      guard depth <= 0, index > 0, index + 1 < line.count, Self.separators.contains(key) else { continue }
      if let last = cuts.last, last.end == index {
        cuts[cuts.count - 1].end = index + 1
      } else {
        cuts.append((index, index + 1))
      }
    }
    return cuts
  }

  /// The first piece that is no known name, behind the longest known names from the left, up to the next known one.
  private func unknownPiece(_ line: WordLine) -> String {
    let cuts = cuts(line)
    let starts = [0] + cuts.map(\.end)
    let stops = cuts.map(\.start) + [line.count]
    func known(from first: Int) -> Int? {
      (first..<min(first + Self.longestName, stops.count)).last { item(line.text(starts[first], stops[$0])) != nil }
    }
    var first = 0
    while first < starts.count, let last = known(from: first) { first = last + 1 }
    guard first < starts.count else { return line.text }
    // A name of several pieces is not told from several names, unless a known one follows.
    let next = (first..<min(first + Self.longestName, starts.count)).dropFirst().first { known(from: $0) != nil }
    return line.text(starts[first], next.map { stops[$0 - 1] } ?? line.count)
  }
}
