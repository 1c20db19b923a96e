/// Writes meanings by the rows of a grammar that have a `match`, the first that fits.
struct Writer {
  let grammar: Grammar

  /// Nil if no row words it.
  func text(_ value: Value, as symbol: String) -> String? {
    text(value, grammar.symbol(symbol)).map { $0.hasPrefix(Writer.glue) ? String($0.dropFirst()) : $0 }
  }

  /// At the head of a part that is written without a blank before it.
  private static let glue = "\u{8}"

  private func text(_ value: Value, _ symbol: Int) -> String? {
    if let leaf = grammar.leaves[symbol], let text = leaf.write(value) { return text }
    for wording in grammar.wordings[symbol] {
      guard let parts = wording.match(value) else { continue }
      let named = Dictionary(zip(wording.places, parts)) { first, _ in first }
      if let text = write(wording.pattern, named) { return text }
    }
    return nil
  }

  private func write(_ pattern: Pattern, _ parts: [String: Value]) -> String? {
    var text = ""
    return append(pattern, parts, to: &text) ? text : nil
  }

  /// False if a part cannot be worded.
  private func append(_ pattern: Pattern, _ parts: [String: Value], to text: inout String) -> Bool {
    switch pattern {
    case .word(let word, let isGlued): add(word, isGlued, to: &text)
    case .part(let place, let name, let isGlued):
      guard let value = parts[place], !value.isNone, let part = self.text(value, grammar.symbol(name)) else {
        return false
      }
      add(part, isGlued, to: &text)
    case .sequence(let inner):
      for piece in inner { guard append(piece, parts, to: &text) else { return false } }
    case .either(let choices, let isOptional):
      // A part with a value that no choice words is not to be left out in silence.
      var isLost = false
      for choice in choices {
        let places = choice.places
        if isOptional, places.isEmpty { continue }
        guard places.allSatisfy({ !(parts[$0] ?? .none).isNone }) else { continue }
        var whole = text
        if append(choice, parts, to: &whole) {
          text = whole
          return true
        }
        isLost = isLost || !places.isEmpty
      }
      return isOptional && !isLost
    }
    return true
  }

  private func add(_ word: String, _ isGlued: Bool, to text: inout String) {
    let isMarked = word.hasPrefix(Writer.glue)
    let word = isMarked ? String(word.dropFirst()) : word
    if text.isEmpty {
      text = isGlued || isMarked ? Writer.glue + word : word
    } else if isGlued || isMarked || text.hasSuffix("(") || [",", ";", ")"].contains(word.prefix(1)) {
      text += word
    } else {
      text += " " + word
    }
  }
}
