/// A JSON document (RFC 8259) read from untrusted input.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// If several members have the same name, the last one counts, where that is no mistake.
  case object([String: JSONValue])

  /// Nil if `bytes` are not exactly one document, or nest more than 64 levels deep.
  /// - Parameter refusesRepeats: whether it is a mistake that members have the same name.
  package init?(_ bytes: some Collection<UInt8>, refusesRepeats: Bool = false) {
    var reader = JSONReader(Array(bytes), refusesRepeats: refusesRepeats)
    guard let value = reader.document() else { return nil }
    self = value
  }

  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  package var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The value as an `Int`; nil if it is no whole number, or too large.
  package var integer: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }

  package var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
}

/// A recursive-descent parser over bytes.
private struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private let refusesRepeats: Bool
  private static let deepest = 64

  init(_ bytes: [UInt8], refusesRepeats: Bool) { (self.bytes, self.refusesRepeats) = (bytes, refusesRepeats) }

  mutating func document() -> JSONValue? {
    guard let value = value(depth: 0) else { return nil }
    skipBlanks()
    return index == bytes.count ? value : nil
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth < Self.deepest else { return nil }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    index += 1
    var members: [String: JSONValue] = [:]
    skipBlanks()
    if takeByte("}") { return .object(members) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\""), let name = string() else { return nil }
      skipBlanks()
      guard takeByte(":"), let value = value(depth: depth + 1) else { return nil }
      guard members.updateValue(value, forKey: name) == nil || !refusesRepeats else { return nil }
      skipBlanks()
      if takeByte("}") { return .object(members) }
      guard takeByte(",") else { return nil }
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    index += 1
    var values: [JSONValue] = []
    skipBlanks()
    if takeByte("]") { return .array(values) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      skipBlanks()
      if takeByte("]") { return .array(values) }
      guard takeByte(",") else { return nil }
    }
  }

  private mutating func string() -> String? {
    index += 1
    var content: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        content.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case 0..<0x20: return nil
      default: content.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape()
    default: return nil
    }
  }

  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard (0xD800...0xDFFF).contains(first) else { return Unicode.Scalar(first) }
    // A surrogate must be the first of a pair.
    guard first < 0xDC00, takeByte("\\"), takeByte("u"), let second = fourDigits(),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 + UInt32(digit)
    }
    index += 4
    return value
  }

  private mutating func number() -> JSONValue? {
    let start = index
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (48...57).contains(first),
      let value = Double(text), value.isFinite
    else { return nil }
    return .number(value)
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func takeByte(_ scalar: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: scalar) else { return false }
    index += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }
}
