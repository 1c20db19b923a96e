import Testing

@testable import Diagnostics

@Suite("Names are compared folded, and nothing else is ignored")
struct NameTests {
  @Test(
    "the same name",
    arguments: [
      ("Văn phòng", "VĂN PHÒNG"), ("hoá học", "Hóa học"), ("thuỷ lợi", "thủy lợi"), ("toà án", "tòa án"),
      ("khoẻ", "khỏe"), ("Phòng Kế hoạch – Tài chính", "phòng kế hoạch - tài chính"), ("QLVH & GD", "QLVH&GD"),
      ("Sở  Nội\u{A0}vụ", "Sở Nội vụ"), ("a/b", "a / b"), ("Sở Nội vụ;", "Sở Nội vụ"), ("Sở Nội vụ . ,", "Sở Nội vụ"),
      ("Ho\u{61}\u{300}", "Hoà"), ("Đ\u{1AF}\u{1EDC}NG", "đường"), ("ĐƠN VỊ", "đơn vị"), ("PHÒNG\tKHÁC", "phòng khác"),
      ("Thu\u{309}y", "thuỷ"), ("ŪŃ", "ūń"), ("ΑΒΓ", "αβγ"),
    ])
  func same(_ a: String, _ b: String) {
    #expect(FoldedName(a) == FoldedName(b), "\(FoldedName(a).text) | \(FoldedName(b).text)")
    #expect(FoldedName(a).hashValue == FoldedName(b).hashValue)
  }

  @Test(
    "different names",
    arguments: [
      ("quí", "quý"), ("Sở", "So"), ("Đ", "D"), ("của", "cuả"), ("a.b", "ab"), ("phòng A", "phòng Á"), ("(A)", "A"),
      ("hòa a", "hoà á"), ("hò a", "hoà"),
    ])
  func different(_ a: String, _ b: String) { #expect(FoldedName(a) != FoldedName(b)) }

  @Test("NFC is what Unicode says, whether scanned or computed")
  func composition() {
    for (decomposed, composed) in [
      ("e\u{302}\u{301}", "ế"), ("o\u{31B}\u{323}", "ợ"), ("a\u{323}\u{306}", "ặ"), ("\u{212B}", "Å"),
      ("\u{2001}", "\u{2003}"),
      ("\u{1100}\u{1161}", "\u{AC00}"),
    ] {
      #expect(CanonicalComposition.composed(Array(decomposed.utf8)) == Array(composed.utf8))
    }
    let plain = Array("Quyết định số 12/QĐ-UBND – “Đường” … 100 ₫".utf8)
    #expect(plain.withUnsafeBufferPointer(CanonicalComposition.isCertainlyComposed))
    #expect(CanonicalComposition.composed(plain) == plain)
  }

  @Test("every stable block of the scan is left alone by the normaliser")
  func stableBlocks() {
    for value in [0x80..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2040, 0x2080..<0x20C0].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      // A letter before and a mark after force the slow way.
      let composed = CanonicalComposition.composed(Array("x\(String(Character(scalar)))x\u{300}".utf8))
      #expect(
        String(decoding: composed, as: UTF8.self).unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    "the nearest name, within the floor",
    arguments: [
      ("Phòng Quản lí", ["Phòng Quản lý", "Thanh tra"], ["Phòng Quản lý"]), ("hạm", ["hạn", "chủ trì"], ["hạn"]),
      ("xyz", ["hạn", "chủ trì"], []), ("Văn phòng", ["Văn phòng Sở", "Thanh tra"], ["Văn phòng Sở"]),
      ("chr tì", ["chủ trì", "hạn"], ["chủ trì"]),
    ])
  func nearest(_ wanted: String, _ known: [String], _ expected: [String]) {
    #expect(NearestName.nearest(to: wanted, among: known) == expected)
  }
}
