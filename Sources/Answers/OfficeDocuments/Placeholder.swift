import Diagnostics

/// What stands between `{{` and `}}` in a paragraph.
struct Placeholder {
  enum Meaning {
    case text(FoldedName)
    /// `list.field`
    case field(list: FoldedName, field: FoldedName)
    /// `{{#name}}`, and `{{^name}}` where it is shown if there is none.
    case opening(FoldedName, ifNone: Bool)
    /// `{{/name}}`
    case closing(FoldedName)
  }

  let meaning: Meaning
  /// As typed, without braces and blanks at its ends.
  let words: String
  /// Bytes of the paragraph's text, braces included.
  let place: Range<Int>

  /// Those of a paragraph's text, and where a `{{` is that nothing closes.
  static func all(in text: [UInt8]) -> (placeholders: [Placeholder], unclosed: Int?) {
    var found: [Placeholder] = []
    var index = 0
    while let start = pair(UInt8(ascii: "{"), in: text, from: index) {
      guard let end = pair(UInt8(ascii: "}"), in: text, from: start + 2),
        pair(UInt8(ascii: "{"), in: text, from: start + 2).map({ $0 > end }) ?? true
      else { return (found, start) }
      found.append(Placeholder(text, start..<end + 2))
      index = end + 2
    }
    return (found, nil)
  }

  /// Where the byte first stands twice.
  private static func pair(_ byte: UInt8, in text: [UInt8], from start: Int) -> Int? {
    guard start + 1 < text.count else { return nil }
    return (start..<text.count - 1).first { text[$0] == byte && text[$0 + 1] == byte }
  }

  private init(_ text: [UInt8], _ place: Range<Int>) {
    let inner = text[place.lowerBound + 2..<place.upperBound - 2]
    let words = Self.trimmed(Substring(decoding: inner, as: UTF8.self))
    (self.words, self.place) = (String(words), place)
    let rest = Self.trimmed(words.dropFirst())
    switch words.first {
    case "#": meaning = .opening(FoldedName(rest), ifNone: false)
    case "^": meaning = .opening(FoldedName(rest), ifNone: true)
    case "/": meaning = .closing(FoldedName(rest))
    default:
      if let dot = words.firstIndex(of: ".") {
        meaning = .field(
          list: FoldedName(Self.trimmed(words[..<dot])),
          field: FoldedName(Self.trimmed(words[words.index(after: dot)...])))
      } else {
        meaning = .text(FoldedName(words))
      }
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }

  /// Opens or closes a section.
  var isMark: Bool {
    switch meaning {
    case .opening, .closing: true
    case .text, .field: false
    }
  }
}
