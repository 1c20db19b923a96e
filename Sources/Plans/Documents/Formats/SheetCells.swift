/// What the cells of a workbook refer to, for their texts as a spreadsheet shows them.
struct SheetCells {
  var strings: [String] = []
  var formats = CellFormats()
  var countsFrom1904 = false

  /// The text of the element that just began, with that of its runs and without phonetic hints.
  static func richText(_ xml: XMLPullReader) throws -> String {
    let level = xml.level
    var text = ""
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "t": text += try xml.text()
      case "r":
        let run = xml.level
        while let inner = try xml.nextChild(of: run) { if inner == "t" { text += try xml.text() } }
      default: continue
      }
    }
    return TextCleaning.lines(unescaped(text))
  }

  /// `_x000D_` and the like, for characters that XML cannot hold (ECMA-376, part 1, 22.9.2.19).
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
        bytes[index + 6] == UInt8(ascii: "_"),
        let value = UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text of a value as its type and format show it.
  func text(of value: String, type: String?, style: Int) -> String {
    switch type {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "str", "e": return TextCleaning.lines(SheetCells.unescaped(value))
    case "b": return value == "1" ? "TRUE" : "FALSE"
    case "d": return SheetCells.isoDay(value) ?? value
    default:
      guard let number = Double(value), number.isFinite else { return TextCleaning.lines(value) }
      return formats.format(style).text(number, countsFrom1904: countsFrom1904)
    }
  }

  /// Whether `text(of:type:style:)` writes such a value as a day.
  func isDay(type: String?, style: Int) -> Bool {
    type == "d" || (type == nil || type == "n") && formats.format(style).isDay
  }

  /// `2024-03-15T00:00:00` as 15/03/2024.
  private static func isoDay(_ value: String) -> String? {
    let parts = value.prefix(10).split(separator: "-")
    guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ Int($0) != nil }) else { return nil }
    return "\(parts[2])/\(parts[1])/\(parts[0])"
  }
}
