/// SipHash-2-4 with 128 bits of output and the key 00 01 … 0f (Aumasson & Bernstein 2012; the 128-bit variant of the
/// reference implementation). Keys must be the same for ever and on every machine, which `Hasher` is not.
struct SipHash {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  private var pending: UInt64 = 0
  private var count = 0

  init() {
    let k0: UInt64 = 0x0706_0504_0302_0100
    let k1: UInt64 = 0x0f0e_0d0c_0b0a_0908
    v0 = 0x736f_6d65_7073_6575 ^ k0
    v1 = 0x646f_7261_6e64_6f6d ^ k1 ^ 0xee
    v2 = 0x6c79_6765_6e65_7261 ^ k0
    v3 = 0x7465_6462_7974_6573 ^ k1
  }

  mutating func add(_ byte: UInt8) {
    pending |= UInt64(byte) << UInt64(8 * (count & 7))
    count += 1
    guard count & 7 == 0 else { return }
    compress(pending)
    pending = 0
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// Ends the hash: its 16 bytes as two little-endian words, the first eight bytes first.
  mutating func finish() -> (UInt64, UInt64) {
    compress(pending | UInt64(count & 0xff) << 56)
    v2 ^= 0xee
    for _ in 0..<4 { round() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { round() }
    return (first, v0 ^ v1 ^ v2 ^ v3)
  }

  private mutating func compress(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 &+= v1
    v1 = rotated(v1, 13) ^ v0
    v0 = rotated(v0, 32)
    v2 &+= v3
    v3 = rotated(v3, 16) ^ v2
    v0 &+= v3
    v3 = rotated(v3, 21) ^ v0
    v2 &+= v1
    v1 = rotated(v1, 17) ^ v2
    v2 = rotated(v2, 32)
  }

  private func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}
