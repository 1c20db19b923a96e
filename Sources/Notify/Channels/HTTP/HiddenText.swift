/// Text that must stand in no log and no list, however somebody else writes it: escaped, broken over lines, as Base64.
struct HiddenText {
  /// As calls write it.
  private let writings: [String]
  /// Its letters and digits, and those of its Base64 in each of the three places in which that may begin.
  private let reduced: [[UInt8]]

  /// So many letters and digits in a row give it away.
  private static let telling = 8

  init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    writings = HTTPTemplate.writings(of: text).sorted { $0.count > $1.count }
    // Of what stands before it in Base64 the first characters depend.
    let encoded = (0..<3).map { before in
      Array(BodyEncoding.base64(Array(repeating: 0, count: before) + Array(text.utf8)).dropFirst(before * 2))
    }
    reduced = ([HiddenText.reduced(Array(text.utf8))] + encoded.map(HiddenText.reduced)).filter { !$0.isEmpty }
  }

  /// `text` without it; `***` alone where it stands there in a way that cannot be blotted out.
  func blotted(_ text: String) -> String {
    let blotted = writings.reduce(text) { $0.replacing($1, with: "***") }
    let bytes = Array(blotted.utf8)
    let readings = [bytes, HiddenText.withoutPercents(bytes), HiddenText.withoutEntities(bytes)].map(HiddenText.reduced)
    return readings.contains(where: isGivenAway) ? "***" : blotted
  }

  private func isGivenAway(_ text: [UInt8]) -> Bool {
    reduced.contains { hidden in
      let length = min(hidden.count, HiddenText.telling)
      let pieces = Set((0...hidden.count - length).map { Array(hidden[$0..<$0 + length]) })
      guard length <= text.count else { return false }
      return (0...text.count - length).contains { pieces.contains(Array(text[$0..<$0 + length])) }
    }
  }

  /// Letters and digits of ASCII, in lower case, and every byte beyond it.
  private static func reduced(_ bytes: [UInt8]) -> [UInt8] {
    bytes.compactMap { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...: byte
      case 0x41...0x5A: byte | 0x20
      default: nil
      }
    }
  }

  /// `%2b` is the byte that it names.
  private static func withoutPercents(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// `&amp;` and its like are marks, which are left out; `&#81;` and `&#x51;` are their characters.
  private static func withoutEntities(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      let number =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      if let scalar = number.flatMap(Unicode.Scalar.init) { result += Array(String(scalar).utf8) }
      index = end + 1
    }
    return result
  }
}
