private import Diagnostics

/// Cleans the texts of documents for all readers: NFC, one kind of blank, and nothing that cannot be seen.
package enum TextCleaning {
  /// `text` in NFC, in which a run of blanks is one space, lines have no blanks at their ends, and there are no empty
  /// lines. Controls, zero-width and bidirectional characters and soft hyphens are dropped; a non-breaking hyphen
  /// becomes a hyphen.
  package static func lines(_ text: String) -> String { clean(text, lineEnd: "\n") }

  /// The same on a single line.
  package static func line(_ text: String) -> String { clean(text, lineEnd: " ") }

  private static func clean(_ text: String, lineEnd: Unicode.Scalar) -> String {
    var text = text
    if text.withUTF8(isClean) { return text }
    var result = String.UnicodeScalarView()
    // The blank to be written before the next character that stays.
    var blank: Unicode.Scalar?
    for scalar in CanonicalComposition.composed(streamSafe(text)).unicodeScalars {
      switch Kind(scalar.value) {
      case .dropped: continue
      case .blank: if blank == nil { blank = " " }
      case .lineEnd: if blank != "\n" { blank = lineEnd }
      case .replaced(let replacement): append(replacement, after: &blank, to: &result)
      case .kept: append(scalar, after: &blank, to: &result)
      }
    }
    return String(result)
  }

  /// `text` with at most 30 marks on a letter (UAX #15, Stream-Safe Text Format), because the normaliser sorts them.
  private static func streamSafe(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: {
        $0.value >= 0x300 && $0.properties.canonicalCombiningClass != .notReordered
      })
    else { return text }
    var marks = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      marks = isMark ? marks + 1 : 0
      if marks <= 30 { result.append(scalar) }
    }
    return String(result)
  }

  private static func append(
    _ scalar: Unicode.Scalar, after blank: inout Unicode.Scalar?, to result: inout String.UnicodeScalarView
  ) {
    if let before = blank {
      if !result.isEmpty { result.append(before) }
      blank = nil
    }
    result.append(scalar)
  }

  /// True if the bytes are certainly clean: the letters and signs of ordinary plans with single spaces between them.
  /// False means only "clean to be sure".
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var afterSpace = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20:
        guard !afterSpace else { return false }
        index += 1
      case 0x21...0x7E: index += 1
      case 0xC3...0xCB: index += 2
      case 0xE1:
        guard index + 2 < bytes.count, (0xB8...0xBB).contains(bytes[index + 1]) else { return false }
        index += 3
      case 0xE2:
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80, (0x92...0xA6).contains(bytes[index + 2]) else {
          return false
        }
        index += 3
      default: return false
      }
      afterSpace = byte == 0x20
    }
    return bytes.isEmpty || !afterSpace
  }

  private enum Kind {
    case kept, dropped, blank, lineEnd
    case replaced(Unicode.Scalar)

    init(_ scalar: UInt32) {
      switch scalar {
      case 0x21...0x7E: self = .kept
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineEnd
      case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .blank
      case 0...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F,
        0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFC, 0xFFFE, 0xFFFF,
        0xE0000...0xE01EF:
        self = .dropped
      case 0x2011: self = .replaced("-")
      // Bullets of the fonts Symbol and Wingdings, which have no characters of their own.
      case 0xF02D, 0xF076, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC: self = .replaced("•")
      case 0xE000...0xF8FF: self = .dropped
      default: self = .kept
      }
    }
  }
}
