import Diagnostics

/// Characters that cannot be seen or that turn the reading direction, and bytes that are no text
/// (decision: no-hidden-characters).
enum ForbiddenCharacters {
  /// True if the bytes are certainly valid UTF-8, in NFC and without a forbidden character: the letters and signs of
  /// ordinary plans, seen in one pass. False means only "look closely".
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let end = bytes.count
    while index < end {
      let lead = bytes[index]
      if lead < 0x80 {
        guard lead >= 0x20 && lead != 0x7F || isAllowedControl(bytes, index) else { return false }
        index += 1
      } else if lead < 0xE0 {
        // U+00A0–02FF without the soft hyphen.
        guard (0xC2...0xCB).contains(lead), index + 1 < end, bytes[index + 1] & 0xC0 == 0x80,
          lead != 0xC2 || bytes[index + 1] >= 0xA0 && bytes[index + 1] != 0xAD
        else { return false }
        index += 2
      } else {
        guard index + 2 < end, bytes[index + 1] & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80,
          isPlainTriple(lead, bytes[index + 1], bytes[index + 2])
        else { return false }
        index += 3
      }
    }
    return true
  }

  /// U+1E00–1EFF, U+2010–2027, U+202F–203F, U+2080–20BF.
  private static func isPlainTriple(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (lead, second) {
    case (0xE1, 0xB8...0xBB): true
    case (0xE2, 0x80): (0x90...0xA7).contains(third) || third >= 0xAF
    case (0xE2, 0x82): true
    default: false
    }
  }

  /// Adds a diagnostic for each forbidden character, and for each U+FFFD, which stands for bytes that are not UTF-8.
  static func report(in source: SourceText, to list: inout DiagnosticList) {
    source.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F {
          index += 1
        } else if byte < 0x80 {
          if !isAllowedControl(bytes, index) { add(UInt32(byte), Span(source, index, index + 1), &list) }
          index += 1
        } else {
          let (scalar, length) = NameFolding.decode(bytes, index)
          if isForbidden(scalar) || scalar == 0xFFFD { add(scalar, Span(source, index, index + length), &list) }
          index += length
        }
      }
    }
  }

  /// Tab, line feed, and carriage return before a line feed.
  private static func isAllowedControl(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0A: true
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A
    default: false
    }
  }

  /// Beyond ASCII: C1 controls, soft hyphen, zero-width and bidirectional marks, line separators, tags.
  static func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func add(_ scalar: UInt32, _ span: Span, _ list: inout DiagnosticList) {
    if scalar == 0xFFFD {
      list.add(
        Diagnostic(
          .invalidUTF8, vi: "chỗ này không phải văn bản UTF-8; hãy lưu tệp với mã hóa UTF-8",
          en: "this is not UTF-8 text; save the file as UTF-8", at: span))
      return
    }
    let hexadecimal = String(scalar, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.utf8.count)) + hexadecimal
    let isControl = scalar < 0xA0
    list.add(
      Diagnostic(
        .controlCharacter,
        vi: "ký tự \(isControl ? "điều khiển" : "ẩn") \(code) không được có trong tệp quy tắc; hãy xóa đi",
        en: "the \(isControl ? "control" : "invisible") character \(code) may not stand in a rule file; delete it",
        at: span,
        fixIts: [
          Diagnostic.FixIt(.init(vi: "xóa ký tự này", en: "delete this character"), replace: span, with: "")
        ]))
  }
}
