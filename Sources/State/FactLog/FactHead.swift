package import Hashing

/// The number of facts and the hash of the last: an anchor, which shows any change to these facts.
package struct FactHead: Hashable, Sendable, CustomStringConvertible {
  package let count: Int
  package let hash: SHA256Digest

  package init(count: Int, hash: SHA256Digest) {
    self.count = count
    self.hash = hash
  }

  /// The head of a log without facts.
  package static let empty = FactHead(count: 0, hash: .start)

  /// Reads `COUNT:HASH` as `description` writes it; nil for any other text.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...18).contains(parts[0].utf8.count),
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(parts[0]),
      let hash = SHA256Digest(hexadecimal: parts[1])
    else { return nil }
    self.init(count: count, hash: hash)
  }

  package var description: String { "\(count):\(hash)" }
}
