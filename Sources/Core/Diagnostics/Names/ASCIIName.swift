@_spi(_Unicode) import Swift

/// ASCII ids made of Vietnamese names (*Phòng Quản lý* → `phong-quan-ly`).
package enum ASCIIName {
  /// Letters without their marks.
  static func base(of name: String) -> [Unicode.Scalar] {
    name.decomposedScalars.filter { !("\u{300}"..."\u{36F}").contains($0) }
  }

  /// The id made of `name`, cut off after 40 characters, or after 41 where the last but one is a separator; empty if
  /// the name has no letter or digit that could be kept. Dots between letters or digits stay, so that `I.5` keeps its
  /// form; case stays where `name` is one word.
  package static func id(from name: String) -> String {
    let keepsCase = !name.contains(" ")
    var id = ""
    var separator = ""
    for character in name.decomposedScalars {
      switch character {
      case "a"..."z", "A"..."Z", "0"..."9":
        if !id.isEmpty { id += separator }
        separator = ""
        let isUpper = ("A"..."Z").contains(character)
        id.unicodeScalars.append(
          isUpper && !keepsCase ? Unicode.Scalar(UInt8(ascii: character) | 0x20) : character)
      case "." where separator.isEmpty: separator = "."
      case "\u{300}"..."\u{36F}": continue
      default: separator = "-"
      }
      if id.utf8.count >= 40 { break }
    }
    return id
  }
}

extension String {
  /// Base letters and their marks apart; *đ* as *d*.
  fileprivate var decomposedScalars: [Unicode.Scalar] {
    _nfd.map { $0 == "đ" ? "d" : $0 == "Đ" ? "D" : $0 }
  }
}
