/// Writes meanings by the rows of a grammar that have a `match`, the first that fits.
struct Writer {
  let grammar: Grammar

  /// Nil if no row words it.
  func text(_ value: Value, as symbol: String) -> String? {
    text(value, grammar.symbol(symbol)).map(Writer.unglued)
  }

  /// At the head of a part that is written without a blank before it.
  private static let glue = UInt8(ascii: "\u{8}")

  private static func isGlued(_ text: String) -> Bool { text.utf8.first == glue }

  private static func unglued(_ text: String) -> String { isGlued(text) ? String(text.dropFirst()) : text }

  private func text(_ value: Value, _ symbol: Int) -> String? {
    if let leaf = grammar.leaves[symbol], let text = leaf.write(value) { return text }
    for wording in grammar.wordings[symbol] {
      guard let parts = wording.match(value) else { continue }
      let filled = parts.indices.reduce(0) { parts[$1].isNone ? $0 : $0 | 1 << $1 }
      var text = ""
      if append(wording.pattern, parts, filled, to: &text) { return text }
    }
    return nil
  }

  /// False if a part cannot be worded.
  /// - Parameter filled: the places that have a part, one bit each.
  private func append(_ pattern: Pattern, _ parts: [Value], _ filled: Int, to text: inout String) -> Bool {
    switch pattern {
    case .word(let word, let isGlued): add(word, isGlued, to: &text)
    case .part(let place, let symbol, let isGlued):
      guard filled & 1 << place != 0, let part = self.text(parts[place], symbol) else { return false }
      add(part, isGlued, to: &text)
    case .sequence(let inner):
      for piece in inner { guard append(piece, parts, filled, to: &text) else { return false } }
    case .either(let choices, let isOptional):
      // A part with a value that no choice words is not to be left out in silence.
      var isLost = false
      let length = text.utf8.count
      for choice in choices {
        let places = choice.places
        guard places & ~filled == 0, !isOptional || places != 0 else { continue }
        if append(choice, parts, filled, to: &text) { return true }
        text = String(Substring(text.utf8.prefix(length)))
        isLost = isLost || places != 0
      }
      return isOptional && !isLost
    }
    return true
  }

  private func add(_ word: String, _ isGlued: Bool, to text: inout String) {
    let isGlued = isGlued || Writer.isGlued(word)
    if text.isEmpty {
      text = isGlued ? "\u{8}" + Writer.unglued(word) : word
      return
    }
    let isTight =
      switch word.utf8.first {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"): true
      default: isGlued || text.utf8.last == UInt8(ascii: "(")
      }
    text += isTight ? Writer.unglued(word) : " " + word
  }
}
