import Diagnostics
import RuleSyntax

/// Writes blocks and fields so that they are read back as they were meant. Lines break between the words of a text and
/// between the names of a list, never inside a name.
struct RuleWriter {
  private(set) var text = ""
  /// Names that no list can hold (`isListable`); if there are any, the text must not be used.
  private(set) var refused: [String] = []
  private static let width = 110

  mutating func comment(_ words: String) {
    for line in Self.wrapped(words, first: Self.width - 2) { text += "# \(line)\n" }
  }

  mutating func block(_ keyword: String, _ id: String, _ title: String) {
    if !text.isEmpty { text += "\n" }
    write("\(keyword) \(id): ", Self.lines(of: title, after: "\(keyword) \(id): "))
  }

  /// Writes a field, unless its value has no words.
  mutating func field(_ key: String, _ value: String) {
    let lines = Self.lines(of: value, after: "  \(key): ")
    if !lines.isEmpty { write("  \(key): ", lines) }
  }

  /// Writes a list of names, which `;` and line ends separate. A name that is longer than a line has one of its own.
  mutating func list(_ key: String, _ names: [String]) {
    var lines: [String] = []
    var line = ""
    var isOpen = false
    for name in names.map({ Self.words(of: $0).joined(separator: " ") }) where !name.isEmpty {
      let depth = Self.depth(of: name)
      if depth == nil || isOpen && Self.isComment(name) { refused.append(name) }
      let room = Self.width - (lines.isEmpty ? key.count + 4 : 4)
      if line.isEmpty {
        line = name
      } else if isOpen || line.count + name.count + 2 > room && !Self.isComment(name) {
        lines.append(isOpen ? line : line + ";")
        line = name
      } else {
        line += "; " + name
      }
      isOpen = depth != 0
    }
    if !line.isEmpty { write("  \(key): ", lines + [line]) }
  }

  /// Whether a list can hold the name; a `;` outside brackets would split it.
  static func isListable(_ name: String) -> Bool { depth(of: name) != nil }

  /// How many brackets the name leaves open, so that only a line end ends it; nil if a `;` splits it.
  private static func depth(of name: String) -> Int? {
    var depth = 0
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ";") where depth <= 0: return nil
      default: break
      }
    }
    return depth
  }

  private mutating func write(_ head: String, _ lines: [String]) {
    text += head + (lines.first ?? "") + "\n"
    for line in lines.dropFirst() { text += "    \(line)\n" }
  }

  /// The lines of a text, in which long ones are broken. None begins like a comment or a field.
  private static func lines(of value: String, after head: String) -> [String] {
    var lines: [String] = []
    for line in value.split(whereSeparator: \.isNewline) {
      let words = words(of: line)
      if let last = lines.last, startsOddly(words[...]) {
        lines[lines.count - 1] = ([last] + words).joined(separator: " ")
      } else {
        lines += wrapped(words, first: lines.isEmpty ? width - head.count : width - 4)
      }
    }
    return lines
  }

  /// The words of a text. Scalars are compared, because a combining mark on a blank would hide it.
  private static func words(of text: some StringProtocol) -> [String] {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }
  }

  private static func wrapped(_ text: String, first: Int) -> [String] { wrapped(words(of: text), first: first) }

  /// The lines of a text, the first of at most `first` characters, the others of the usual width.
  private static func wrapped(_ words: [String], first: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var limit = first
    for (index, word) in words.enumerated() {
      if !line.isEmpty, line.count + word.count + 1 > limit, !startsOddly(words[index...]) {
        lines.append(line)
        line = ""
        limit = width - 4
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func isComment(_ text: String) -> Bool { text.unicodeScalars.first == "#" }

  private static func startsOddly(_ words: ArraySlice<String>) -> Bool {
    guard let word = words.first else { return false }
    if isComment(word) { return true }
    return words.prefix(4).contains { $0.hasSuffix(":") } || startsLikeField(words)
  }

  /// `hạn (nhãn): …`, `hạn:…`
  private static func startsLikeField(_ words: ArraySlice<String>) -> Bool {
    let text = words.prefix(6).joined(separator: " ")
    guard let end = text.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "(" }) else { return false }
    return isField(String(text.unicodeScalars[..<end]))
  }

  /// Whether any kind of block has a field of this name.
  private static func isField(_ name: String) -> Bool {
    BlockKeyword.allCases.contains { Keywords.isField(name, of: $0) }
  }

  /// Whether a field of any kind of block is usually called so.
  static func isUsualField(_ name: String) -> Bool { usualFields.contains(FoldedName(name).text) }

  private static let usualFields: Set<String> = Set(
    FieldKey.allCases.flatMap { key in
      [Keywords.name(of: key, vietnamese: true), Keywords.name(of: key, vietnamese: false)].map { FoldedName($0).text }
    } + ["tiến độ", "thời gian hoàn thành"])
}
