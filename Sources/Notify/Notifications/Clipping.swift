import Presentation

/// Shortens texts that must fit into one line.
enum Clipping {
  /// The text with at most `count` characters. A longer one is cut, between words if possible, and ends in `…`.
  static func clip(_ text: String, to count: Int) -> String {
    let text = TerminalEscaper.escape(text)
    guard text.count > count else { return text }
    var cut = text.prefix(count - 1)
    if let blank = cut.lastIndex(of: " "), cut.distance(from: blank, to: cut.endIndex) < 30 { cut = cut[..<blank] }
    while let last = cut.last, " ,;:–-".contains(last) { cut.removeLast() }
    return cut + "…"
  }
}
