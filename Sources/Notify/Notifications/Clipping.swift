import Presentation

/// Texts that stand in one line.
enum Clipping {
  /// At most `count` characters, cut at a word, with `…`.
  static func clip(_ text: String, to count: Int) -> String {
    let text = TerminalEscaper.escape(text)
    guard text.count > count else { return text }
    var cut = text.prefix(count - 1)
    if let blank = cut.lastIndex(of: " "), cut.distance(from: blank, to: cut.endIndex) < 30 { cut = cut[..<blank] }
    while let last = cut.last, " ,;:–-".contains(last) { cut.removeLast() }
    return cut + "…"
  }
}
