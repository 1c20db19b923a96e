/// How a row is worded: words, parts in braces, and choices.
///
///     [within|no later than] {offset} (after|of|from) {anchor}
///
/// `word` is that word; `{name}` a part, `{of:name}` the same part in the place called `of`; `{name+joint}` a list of such
/// parts with the part `joint` between them. `[a|b]` is one of them or nothing; `(a|b)` one of them, the first in canonical
/// wordings; an empty choice in it means that reading may pass it over. `\(` is a bracket of the wording; `~` before a piece
/// writes it without a blank.
/// A canonical wording leaves out `[…]` unless it holds a part that has a value.
indirect enum Pattern: Sendable {
  case word(String, isGlued: Bool)
  case part(place: String, symbol: String, isGlued: Bool)
  case either([Pattern], isOptional: Bool)
  case sequence([Pattern])

  init(_ text: String) {
    var reader = PatternReader(text)
    self = reader.alternatives()
    precondition(reader.isAtEnd, "unbalanced pattern: \(text)")
  }

  /// The places of its parts, in the order of their first mention.
  var places: [String] {
    switch self {
    case .word: return []
    case .part(let place, _, _): return [place]
    case .either(let inner, _), .sequence(let inner):
      var found: [String] = []
      for place in inner.flatMap(\.places) where !found.contains(place) { found.append(place) }
      return found
    }
  }

  /// What its parts are.
  var symbols: [String] {
    switch self {
    case .word: []
    case .part(_, let symbol, _): [symbol]
    case .either(let inner, _), .sequence(let inner): inner.flatMap(\.symbols)
    }
  }
}

/// Cuts a pattern into its pieces, byte by byte: patterns are compiled at the first reading of a process.
private struct PatternReader {
  private let bytes: [UInt8]
  private var position = 0
  private let text: String

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    skipBlanks()
  }

  var isAtEnd: Bool { position == bytes.count }

  private mutating func skipBlanks() { while position < bytes.count, bytes[position] == 0x20 { position += 1 } }

  /// - Parameter glued: the group itself is written without a blank before it.
  mutating func alternatives(glued: Bool = false) -> Pattern {
    var options: [Pattern] = []
    var sequence: [Pattern] = []
    var isGlued = glued
    func group() -> Pattern { sequence.count == 1 ? sequence[0] : .sequence(sequence) }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "|"):
        options.append(group())
        sequence = []
        isGlued = glued
        position += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        options.append(group())
        return options.count == 1 ? options[0] : .either(options, isOptional: false)
      case UInt8(ascii: "("):
        position += 1
        skipBlanks()
        let inner = alternatives(glued: isGlued)
        isGlued = false
        close(UInt8(ascii: ")"))
        sequence.append(inner)
      case UInt8(ascii: "["):
        position += 1
        skipBlanks()
        let inner = alternatives(glued: isGlued)
        isGlued = false
        close(UInt8(ascii: "]"))
        if case .either(let choices, false) = inner {
          sequence.append(.either(choices, isOptional: true))
        } else {
          sequence.append(.either([inner], isOptional: true))
        }
      case UInt8(ascii: "{"):
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        let inside = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
        let colon = inside.firstIndex(of: ":")
        let symbol = colon.map { String(inside[inside.index(after: $0)...]) } ?? inside
        sequence.append(
          .part(place: colon.map { String(inside[..<$0]) } ?? inside, symbol: symbol, isGlued: isGlued))
        isGlued = false
        position = min(end + 1, bytes.count)
      case UInt8(ascii: "~"):
        isGlued = true
        position += 1
      default:
        sequence.append(.word(word(), isGlued: isGlued))
        isGlued = false
      }
      skipBlanks()
    }
    options.append(group())
    return options.count == 1 ? options[0] : .either(options, isOptional: false)
  }

  private mutating func close(_ mark: UInt8) {
    precondition(position < bytes.count && bytes[position] == mark, "unbalanced pattern: \(text)")
    position += 1
  }

  private mutating func word() -> String {
    if bytes[position] == UInt8(ascii: "\\") { position += 1 }
    let start = position
    position += 1
    while position < bytes.count, !" ()[]{}|\\~".utf8.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
