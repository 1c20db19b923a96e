/// Vietnamese words without their marks, as people write them who have no keyboard for them.
enum PlainLetters {
  private static let marked: [(letter: Character, forms: String)] = [
    ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("d", "đ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"), ("o", "òóỏõọôồốổỗộơờớởỡợ"),
    ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"),
  ]

  private static let letters = Dictionary(
    marked.flatMap { row in row.forms.map { ($0, row.letter) } }, uniquingKeysWith: { first, _ in first })

  /// - Parameter text: in lower case.
  static func of(_ text: String) -> String { String(text.map { letters[$0] ?? $0 }) }
}

extension StringProtocol {
  /// Without these characters at either end.
  func trimmed(where isLeftOut: (Character) -> Bool) -> String {
    let rest = drop(while: isLeftOut)
    guard let last = rest.lastIndex(where: { !isLeftOut($0) }) else { return "" }
    return String(rest[...last])
  }

  /// Without blanks and line ends at either end.
  var trimmed: String { trimmed { $0.isWhitespace } }
}
