/// Puts together what was one paragraph before a program broke it into lines.
struct WrappedText {
  private(set) var paragraphs: [String] = []
  /// The line read last.
  private(set) var last: PageLine?
  /// How wide a line may be.
  let width: Double
  /// How far apart the lines of the last paragraph are; nil if it has one.
  private var gap: Double?

  init(width: Double) { self.width = width }

  var text: String { paragraphs.joined(separator: "\n") }

  var oneLine: String { paragraphs.joined(separator: " ") }

  /// Adds the next line.
  /// - Parameter overPage: whether a page ended between the lines.
  /// - Returns: whether the line begins a paragraph.
  @discardableResult
  mutating func add(_ line: PageLine, overPage: Bool = false) -> Bool {
    defer { last = line }
    guard let last, !paragraphs.isEmpty, continues(line, last, overPage) else {
      paragraphs.append(line.text)
      gap = nil
      return true
    }
    if !overPage { gap = line.box.top - last.box.bottom }
    paragraphs[paragraphs.count - 1] = joined(paragraphs[paragraphs.count - 1], last, line)
    return false
  }

  private func continues(_ line: PageLine, _ last: PageLine, _ overPage: Bool) -> Bool {
    guard !last.hasRoom(for: line, in: width), !(line.startsItem && last.endsClause) else { return false }
    let height = max(last.height, line.height)
    return overPage || line.box.top - last.box.bottom < (gap.map { $0 + 0.2 * height } ?? 0.7 * height)
  }

  /// The paragraph with its next line. Programs also break lines behind a hyphen or a slash, and in the middle of a number
  /// that is too long for its column.
  private func joined(_ text: String, _ last: PageLine, _ line: PageLine) -> String {
    guard let sign = text.last, let before = text.dropLast().last, let word = line.words.first else {
      return text + line.text
    }
    if sign == "-" || sign == "/", before.isLetter || before.isNumber { return text + line.text }
    if last.words.count == 1, let start = last.words.first, start.isCut(before: word) { return text + line.text }
    return "\(text) \(line.text)"
  }
}

extension PageWord {
  /// Whether both are pieces of one day or number: *25/12/2* and *023*, *III/202* and *4*, *20* and *24*, *II* and *I*.
  fileprivate func isCut(before next: PageWord) -> Bool {
    let signs = "IVX0123456789/"
    guard text.allSatisfy(signs.contains), next.text.allSatisfy(signs.contains) else { return false }
    if !(text + next.text).contains(where: \.isNumber) {
      return ["III", "VII", "VIII", "XII", "XIII", "IX", "IV", "VI", "II", "XI", "XIV"].contains(text + next.text)
    }
    if text.count == 2, next.text.count == 2, text == "20" || text == "19" { return next.text.allSatisfy(\.isNumber) }
    guard text.contains("/"), let start = text.split(separator: "/", omittingEmptySubsequences: false).last,
      let end = next.text.split(separator: "/").first
    else { return false }
    return (1...4).contains(start.count + end.count) && start.allSatisfy(\.isNumber) && end.allSatisfy(\.isNumber)
  }
}
