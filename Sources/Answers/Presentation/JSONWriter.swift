package import CivilCalendar

/// Writes JSON (RFC 8259) as bytes: keys in the order given, no white space, all strings escaped.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Hands over the bytes written so far and forgets them, so that output by blocks reuses the memory.
  package mutating func flush(to emit: ([UInt8]) -> Void) {
    emit(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
  }
  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
  }

  /// An array with an object for each value.
  package mutating func objects<Value>(_ values: [Value], _ members: (Value, inout JSONWriter) -> Void) {
    array { writer in for value in values { writer.object { members(value, &$0) } } }
  }

  /// A line with an array that has an object for each value.
  package static func list<Value>(_ values: [Value], _ members: (Value, inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.objects(values, members)
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A key that is not known at compile time.
  package mutating func key(text name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ value: String) {
    separate()
    var value = value
    value.withUTF8 { appendQuoted($0) }
  }

  package mutating func number(_ value: Int) {
    separate()
    // Strings this short are stored inline, so that nothing is allocated.
    var text = String(value)
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Adds a whole value that was written elsewhere.
  package mutating func value(_ document: [UInt8]) {
    separate()
    bytes.append(contentsOf: document)
  }

  /// Adds members or elements that were written elsewhere, without their brackets; nothing if `fragment` is empty.
  mutating func splice(_ fragment: ArraySlice<UInt8>) {
    guard !fragment.isEmpty else { return }
    separate()
    bytes.append(contentsOf: fragment)
  }

  /// Adds a member that is always the same: `"name":"value"`.
  mutating func splice(_ member: StaticString) {
    separate()
    member.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds a further piece of a string; the caller writes the quotation marks.
  mutating func piece(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  /// Adds bytes that are JSON already, in the middle of a value.
  mutating func raw(_ fragment: ArraySlice<UInt8>) { bytes.append(contentsOf: fragment) }

  mutating func quotationMark() { bytes.append(0x22) }

  /// Adds a member, or nothing if the value is nil.
  package mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  package mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    number(value)
  }

  /// Adds a member with an ISO 8601 date, or nothing if the value is nil.
  package mutating func member(_ name: StaticString, _ value: CivilDate?) {
    guard let value else { return }
    key(name)
    date(value)
  }

  package mutating func date(_ value: CivilDate) {
    separate()
    let (year, month, day) = value.components
    bytes.append(0x22)
    appendDigits(year / 100)
    appendDigits(year % 100)
    bytes.append(UInt8(ascii: "-"))
    appendDigits(month)
    bytes.append(UInt8(ascii: "-"))
    appendDigits(day)
    bytes.append(0x22)
  }

  private mutating func appendDigits(_ number: Int) {
    bytes.append(UInt8(truncatingIfNeeded: 48 + number / 10))
    bytes.append(UInt8(truncatingIfNeeded: 48 + number % 10))
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Adds a member with an array of strings, or nothing if it is empty.
  package mutating func member(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    array { writer in for value in values { writer.string(value) } }
  }

  /// Adds a line end between two documents (JSON Lines).
  package mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Adds a line end inside an array or object, for people who read it.
  package mutating func breakLine() {
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      needsComma = false
    }
    bytes.append(0x0A)
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  /// Opens an object or an array, for callers that cannot pass a closure without copying what they write.
  mutating func begin(list: Bool = false) {
    separate()
    bytes.append(list ? UInt8(ascii: "[") : UInt8(ascii: "{"))
    needsComma = false
  }

  mutating func end(list: Bool = false) {
    bytes.append(list ? UInt8(ascii: "]") : UInt8(ascii: "}"))
    needsComma = true
  }

  /// Begins a new fragment, to be spliced elsewhere: no comma comes before it.
  mutating func restart() { needsComma = false }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x22)
    appendEscaped(text)
    bytes.append(0x22)
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var plain = text.startIndex
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
      appendEscape(byte)
      plain = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(Self.hexadecimal[Int(byte >> 4)])
      bytes.append(Self.hexadecimal[Int(byte & 15)])
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
