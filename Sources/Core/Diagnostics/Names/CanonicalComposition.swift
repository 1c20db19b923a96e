@_spi(_Unicode) import Swift

/// Unicode Normalization Form C, in which all rule text is compared and stored (UAX #15).
///
/// The only place that uses the standard library's own normaliser, which it does not publish: the public one needs
/// Foundation.
package enum CanonicalComposition {
  /// `bytes` (valid UTF-8) in NFC. Nothing is copied when a scan shows that it is NFC already.
  package static func composed(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.withUnsafeBufferPointer(isCertainlyComposed) { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self)._nfc {
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }

  package static func composed(_ text: String) -> String {
    var text = text
    if text.withUTF8(isCertainlyComposed) { return text }
    return String(decoding: composed(Array(text.utf8)), as: UTF8.self)
  }

  /// True if every character lies in a block that NFC leaves alone: Latin (U+0000–02FF, U+1E00–1EFF) and the
  /// punctuation and currency signs of plans (U+2010–203F, U+2080–20BF). False means only "normalise to be sure".
  static func isCertainlyComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
      } else if lead < 0xCC {
        index += 2
      } else {
        guard index + 2 < bytes.count, isStable(lead, bytes[index + 1], bytes[index + 2]) else { return false }
        index += 3
      }
    }
    return true
  }

  private static func isStable(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch lead {
    case 0xE1: (0xB8...0xBB).contains(second)
    case 0xE2: second == 0x82 || (second == 0x80 && third >= 0x90)
    default: false
    }
  }
}
