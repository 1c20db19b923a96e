import Diagnostics

/// `key: value` or `key (label): value`, cut apart; nil if there is no colon.
struct FieldLine {
  var key: Range<Int>
  var label: Range<Int>?
  /// Whether the bracket after the key is never closed.
  var labelIsOpen = false
  var value: Range<Int>

  init?(_ line: Range<Int>, in source: SourceText) {
    let cut: (key: Range<Int>, label: Range<Int>?, isOpen: Bool, value: Range<Int>)? =
      source.bytes.withUnsafeBufferPointer { bytes in
        guard let sign = line.first(where: { bytes[$0] == UInt8(ascii: ":") || bytes[$0] == UInt8(ascii: "(") }) else {
          return nil
        }
        let key = LineScanner.trimmed(bytes, line.lowerBound..<sign)
        if bytes[sign] == UInt8(ascii: ":") {
          return (key, nil, false, LineScanner.trimmed(bytes, (sign + 1)..<line.upperBound))
        }
        guard let close = FieldLine.closingBracket(bytes, sign, line.upperBound) else {
          return (key, sign..<line.upperBound, true, line.upperBound..<line.upperBound)
        }
        let label = LineScanner.trimmed(bytes, (sign + 1)..<close)
        let rest = LineScanner.trimmed(bytes, (close + 1)..<line.upperBound)
        guard let colon = rest.first, bytes[colon] == UInt8(ascii: ":") else { return nil }
        return (key, label, false, LineScanner.trimmed(bytes, (colon + 1)..<line.upperBound))
      }
    guard let cut, !cut.key.isEmpty else { return nil }
    (key, label, labelIsOpen, value) = cut
  }

  /// The key and the name of `key name: value`; nil if the line is no field whose key takes a name.
  func named(in keyword: BlockKeyword, _ source: SourceText) -> (key: FieldKey, name: Range<Int>)? {
    guard let blank = source.bytes[key].firstIndex(where: { $0 == 0x20 || $0 == 0x09 }),
      let found = Keywords.field(source.foldedName(key.lowerBound..<blank), in: keyword), found.takesName
    else { return nil }
    return (found, source.trimmed(blank..<key.upperBound))
  }

  /// The bracket that closes the one at `open`.
  private static func closingBracket(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int, _ end: Int) -> Int? {
    var depth = 0
    for index in open..<end {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}
