/// Mail and web addresses as everybody may see them: whose they are is not said, and nothing can be done by them.
package enum ShownAddresses {
  /// A text with all mail addresses as `v…@so.example`, and all web addresses as `https://so.example/…`.
  package static func shortened(in text: String) -> String {
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    /// Where in `shown` the characters began that may stand before an `@`.
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if bytes[index...].starts(with: "://".utf8) {
        index = copyHost(bytes, from: index, to: &shown)
        start = shown.count
        continue
      }
      if byte == UInt8(ascii: "@"), start < shown.count, isDomain(behind: index, in: bytes) {
        shown.replaceSubrange((start + 1)..., with: Array("…".utf8))
      }
      shown.append(byte)
      if !MailAddress.isAtomText(byte), byte != UInt8(ascii: ".") { start = shown.count }
      index += 1
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// Whether a name with a dot inside follows: ids of duties have an `@` too.
  private static func isDomain(behind at: Int, in bytes: [UInt8]) -> Bool {
    let name = bytes[(at + 1)...].prefix {
      HostName.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    return name.dropFirst().dropLast().contains(UInt8(ascii: "."))
  }

  /// Copies `://` and the host, without a login before it; what follows it becomes `/…`.
  /// - Returns: the place behind the address.
  private static func copyHost(_ bytes: [UInt8], from start: Int, to shown: inout [UInt8]) -> Int {
    let address = bytes[(start + 3)...].prefix { $0 > 0x20 && !"<>\"'()".utf8.contains($0) }
    let authority = address.prefix { !"/?#".utf8.contains($0) }
    let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
    shown += Array("://".utf8) + host
    if authority.count < address.count { shown += Array("/…".utf8) }
    return address.endIndex
  }
}
