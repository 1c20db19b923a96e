/// The rewriting behind `FoldedName`, over bytes.
package enum NameFolding {
  /// `utf8` must be in NFC.
  static func fold(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output = FoldedBytes(capacity: utf8.count)
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x80 {
        index += 1
        output.append(ascii: byte)
      } else {
        let (scalar, length) = decode(utf8, index)
        index += length
        output.append(scalar)
      }
    }
    return output.finish()
  }

  /// The scalar at `index` and its length; a byte that begins none stands for itself, so that folding is total.
  package static func decode(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int) {
    let lead = utf8[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= utf8.count else { return (UInt32(lead), 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(utf8[index + offset] & 0x3F) }
    return (scalar, length)
  }

  /// The lower-case form of a common Latin letter; nil for any other character, of which Unicode's own table is asked.
  static func lowercased(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
    case 0xDF...0xFF: scalar
    case 0x100...0x12F, 0x14A...0x177: scalar | 1
    case 0x1A0, 0x1AF: scalar + 1
    case 0x1A1, 0x1B0: scalar
    case 0x1EA0...0x1EFF: scalar | 1
    default: nil
    }
  }

  static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// The five toned forms of *o* and *u* with the tone's place in the order grave, acute, hook, tilde, dot.
  static func tonedVowel(_ scalar: UInt32) -> (vowel: UInt8, tone: Int)? {
    switch scalar {
    case 0xF2: (UInt8(ascii: "o"), 0)
    case 0xF3: (UInt8(ascii: "o"), 1)
    case 0x1ECF: (UInt8(ascii: "o"), 2)
    case 0xF5: (UInt8(ascii: "o"), 3)
    case 0x1ECD: (UInt8(ascii: "o"), 4)
    case 0xF9: (UInt8(ascii: "u"), 0)
    case 0xFA: (UInt8(ascii: "u"), 1)
    case 0x1EE7: (UInt8(ascii: "u"), 2)
    case 0x169: (UInt8(ascii: "u"), 3)
    case 0x1EE5: (UInt8(ascii: "u"), 4)
    default: nil
    }
  }

  /// `letter` with that tone, where the pair `vowel` + `letter` is one that is written both ways (*oa, oe, uy*).
  static func toned(_ letter: UInt8, after vowel: UInt8, _ tone: Int) -> UInt32? {
    switch (vowel, letter) {
    case (UInt8(ascii: "o"), UInt8(ascii: "a")): [0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1][tone]
    case (UInt8(ascii: "o"), UInt8(ascii: "e")): [0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9][tone]
    case (UInt8(ascii: "u"), UInt8(ascii: "y")): [0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5][tone]
    default: nil
    }
  }
}

/// The folded bytes so far.
struct FoldedBytes {
  private var bytes: [UInt8] = []
  /// A blank was seen and not yet written.
  private var blankIsPending = false
  /// A toned *o* or *u* that waits for the letter after it.
  private var held: (scalar: UInt32, vowel: UInt8, tone: Int)?

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(ascii byte: UInt8) {
    switch byte {
    case 0x20, 0x09...0x0D:
      blankIsPending = true
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"):
      release()
      blankIsPending = false
      bytes.append(byte)
    default:
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if let held, !blankIsPending, let moved = NameFolding.toned(lower, after: held.vowel, held.tone) {
        self.held = nil
        bytes.append(held.vowel)
        write(moved)
      } else {
        startCharacter()
        bytes.append(lower)
      }
    }
  }

  mutating func append(_ scalar: UInt32) {
    if NameFolding.isBlank(scalar) { return append(ascii: 0x20) }
    if NameFolding.isDash(scalar) { return append(ascii: UInt8(ascii: "-")) }
    startCharacter()
    if let lower = NameFolding.lowercased(scalar) {
      if let (vowel, tone) = NameFolding.tonedVowel(lower) {
        held = (lower, vowel, tone)
      } else {
        write(lower)
      }
    } else if let properties = Unicode.Scalar(scalar)?.properties, properties.changesWhenLowercased {
      bytes.append(contentsOf: properties.lowercaseMapping.utf8)
    } else {
      write(scalar)
    }
  }

  mutating func finish() -> [UInt8] {
    release()
    while let last = bytes.last, [0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last) {
      bytes.removeLast()
    }
    return bytes
  }

  /// Writes what is held, then the pending blank unless it stands at the start or beside a joining sign.
  private mutating func startCharacter() {
    release()
    guard blankIsPending else { return }
    blankIsPending = false
    switch bytes.last {
    case nil, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"): break
    default: bytes.append(0x20)
    }
  }

  private mutating func release() {
    guard let held else { return }
    self.held = nil
    write(held.scalar)
  }

  private mutating func write(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
