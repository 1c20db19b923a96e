extension LegacyEncoding {
  /// The number of signs of each encoding.
  struct Evidence {
    private var tcvn3 = 0
    private var vni = 0
    private var windows1258 = 0
    /// The number of Vietnamese letters that no wrong decoding yields.
    private var unicode = 0

    /// The encoding with the most signs, if they are too many for chance and not too few beside right letters: a text
    /// in such an encoding has a sign in every other word. Nil otherwise.
    var verdict: LegacyEncoding? {
      let most = max(tcvn3, vni, windows1258)
      guard most >= 4, most * 8 >= unicode else { return nil }
      if most == vni { return .vni }
      return most == tcvn3 ? .tcvn3 : .windows1258
    }

    static func mayHaveAny(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.contains { $0 >= 0xC2 } }

    /// `bytes` are valid UTF-8.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      var before: UInt32 = 0x20
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        let value = scalar.value
        if value >= 0x80 { add(value, after: before) }
        // TCVN3's signs also begin words: *®Þnh*, *¸p dông*.
        if Evidence.isLetter(value), Evidence.tcvn3Signs.contains(before) { tcvn3 += 1 }
        before = value
      }
    }

    private mutating func add(_ value: UInt32, after before: UInt32) {
      switch value {
      case 0x1EA0...0x1EF9, 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x300...0x323: unicode += 1
      default: break
      }
      guard Evidence.isLetter(before) else { return }
      if Evidence.tcvn3Signs.contains(value) { tcvn3 += 1 }
      let base = before | 0x20
      switch base {
      case 0x61 where Evidence.vniMarks.contains(value | 0x20), 0x65 where Evidence.vniMarks.contains(value | 0x20):
        vni += 1
      case 0x6F where Evidence.vniMarksOfO.contains(value | 0x20): vni += 1
      case 0xF4 where Evidence.vniTones.contains(value | 0x20), 0xF6 where Evidence.vniTones.contains(value | 0x20):
        vni += 1
      default: break
      }
      if Evidence.windows1258Tones.contains(value), Evidence.windows1258Vowels.contains(base) { windows1258 += 1 }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
      (0x61...0x7A).contains(scalar) || (0x41...0x5A).contains(scalar)
    }

    /// µ ¸ ¶ · ¹ ¨ © ª « ¬ ® » ¾ ¼ ½: signs that stand for letters. (° and ² ³ are left out: they stand behind words.)
    private static let tcvn3Signs: Set<UInt32> = [
      0xB5, 0xB8, 0xB6, 0xB7, 0xB9, 0xA8, 0xA9, 0xAA, 0xAC, 0xAE, 0xBE, 0xBC, 0xBD,
    ]
    /// ù ø û õ ï
    private static let vniTones: Set<UInt32> = [0xF9, 0xF8, 0xFB, 0xF5, 0xEF]
    /// With â á à å ã ä, ê é è ú ü ë: behind *a* and *e*, where Vietnamese has no vowel with a mark.
    private static let vniMarks: Set<UInt32> = [
      0xF9, 0xF8, 0xFB, 0xF5, 0xEF, 0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4, 0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB,
    ]
    /// Behind *o*, where *oà, oá, oã* and *oè, oé* are Vietnamese.
    private static let vniMarksOfO: Set<UInt32> = [0xF9, 0xF8, 0xFB, 0xF5, 0xEF, 0xE2, 0xE5, 0xE4]
    /// Ì Ò Þ ì ò: the bytes of the grave, hook, tilde, acute and dot below.
    private static let windows1258Tones: Set<UInt32> = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
    private static let windows1258Vowels: Set<UInt32> = [
      0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xE2, 0xEA, 0xF4, 0xE3, 0xF5, 0xFD,
    ]
  }
}
