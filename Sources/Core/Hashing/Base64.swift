/// Base64 (RFC 4648, 4), and as it stands in addresses (5): with `-` and `_`, without padding.
package enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// What each byte is worth; 64 is no digit.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  package static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: encode(bytes), as: UTF8.self)
  }

  package static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        for shift: UInt32 in [18, 12, 6, 0] { result.append(digits[Int(group >> shift & 63)]) }
        (group, held) = (0, 0)
      }
    }
    guard held > 0 else { return result }
    group <<= held == 1 ? 16 : 8
    result.append(digits[Int(group >> 18 & 63)])
    result.append(digits[Int(group >> 12 & 63)])
    result.append(held == 2 ? digits[Int(group >> 6 & 63)] : UInt8(ascii: "="))
    result.append(UInt8(ascii: "="))
    return result
  }

  /// Nil unless it is whole base64 with its padding.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? { decode(Array(text.utf8)) }

  package static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 4 == 0 else { return nil }
    let padding = bytes.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var group: UInt32 = 0
    for (index, byte) in bytes.dropLast(padding).enumerated() {
      let value = values[Int(byte)]
      guard value < 64 else { return nil }
      group = group << 6 | UInt32(value)
      if index % 4 > 0 {
        let shift = UInt32(6 - 2 * (index % 4))
        result.append(UInt8(truncatingIfNeeded: group >> shift))
      }
    }
    return result
  }

  /// As it may stand in an address.
  package static func addressText(_ bytes: some Collection<UInt8>) -> String {
    text(bytes).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Reads what `addressText` writes, and nothing else that means the same bytes: a secret has one spelling. Nil of any other text.
  package static func decode(addressText text: String) -> [UInt8]? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let bytes = decode(plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    return bytes.flatMap { addressText($0) == text ? $0 : nil }
  }
}
