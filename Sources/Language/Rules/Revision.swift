import Diagnostics

/// Names a revision of the rules by their sources.
enum Revision {
  /// 16 hexadecimal digits: FNV-1a, 64 bits, over each file's name and bytes with their lengths, in the order of names.
  /// Stable over machines and releases; no protection against somebody who wants a collision.
  static func hash(_ sources: [SourceText]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ bytes: [UInt8]) {
      var state = hash
      var length = UInt64(bytes.count)
      for _ in 0..<8 {
        state = (state ^ (length & 0xFF)) &* 0x100_0000_01b3
        length >>= 8
      }
      bytes.withUnsafeBufferPointer { for byte in $0 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 } }
      hash = state
    }
    for source in sources.sorted(by: { $0.name < $1.name }) {
      mix(Array(source.name.utf8))
      mix(source.bytes)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
