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
  /// The number of a place and of a symbol.
  case part(Int, symbol: Int, isGlued: Bool)
  case either([Pattern], isOptional: Bool)
  case sequence([Pattern])

  /// - Parameters:
  ///   - places: All of the row, in the order of their numbers.
  ///   - symbol: The number of one.
  init(_ text: String, _ places: [String], symbol: (String) -> Int) {
    var reader = PatternReader(text, places)
    self = reader.alternatives(symbol: symbol)
    precondition(reader.isAtEnd, "unbalanced pattern: \(text)")
  }

  /// The places of its parts, one bit each.
  var places: Int {
    switch self {
    case .word: 0
    case .part(let place, _, _): 1 << place
    case .either(let inner, _), .sequence(let inner): inner.reduce(0) { $0 | $1.places }
    }
  }

  /// The places that a pattern names, in the order of their first mention.
  static func places(of text: String) -> [String] {
    var found: [String] = []
    var start: String.Index?
    for index in text.utf8.indices {
      switch text.utf8[index] {
      case UInt8(ascii: "{"): start = text.utf8.index(after: index)
      case UInt8(ascii: ":"), UInt8(ascii: "}"):
        if let first = start, case let place = String(text[first..<index]), !found.contains(place) {
          found.append(place)
        }
        start = nil
      default: break
      }
    }
    return found
  }
}

/// Cuts a pattern into its pieces, byte by byte: patterns are compiled at the first reading of a process.
private struct PatternReader {
  private let bytes: [UInt8]
  private var position = 0
  private let text: String
  private let places: [String]

  init(_ text: String, _ places: [String]) {
    self.text = text
    self.places = places
    bytes = Array(text.utf8)
    skipBlanks()
  }

  var isAtEnd: Bool { position == bytes.count }

  private mutating func skipBlanks() { while position < bytes.count, bytes[position] == 0x20 { position += 1 } }

  /// - Parameter glued: the group itself is written without a blank before it.
  mutating func alternatives(glued: Bool = false, symbol: (String) -> Int) -> Pattern {
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
        let inner = alternatives(glued: isGlued, symbol: symbol)
        isGlued = false
        close(UInt8(ascii: ")"))
        sequence.append(inner)
      case UInt8(ascii: "["):
        position += 1
        skipBlanks()
        let inner = alternatives(glued: isGlued, symbol: symbol)
        isGlued = false
        close(UInt8(ascii: "]"))
        if case .either(let choices, false) = inner {
          sequence.append(.either(choices, isOptional: true))
        } else {
          sequence.append(.either([inner], isOptional: true))
        }
      case UInt8(ascii: "{"):
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
        let names = bytes[(position + 1)..<end].split(separator: UInt8(ascii: ":")).map {
          String(decoding: $0, as: UTF8.self)
        }
        guard let place = places.firstIndex(of: names[0]), place < Parts.most, let name = names.last else {
          preconditionFailure("no place for all parts: \(text)")
        }
        sequence.append(.part(place, symbol: symbol(name), isGlued: isGlued))
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
