package import Glibc

/// The address of a UNIX socket (unix(7)): a path, or `@` and an abstract name.
package struct UnixAddress: Sendable {
  private let address: sockaddr_un
  private let length: socklen_t

  /// Nil if it is longer than an address holds, or empty.
  package init?(_ name: String) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    guard let first = bytes.first, !bytes.contains(0) else { return nil }
    // An abstract name begins with a zero byte, and only its length ends it.
    bytes = first == UInt8(ascii: "@") ? [0] + bytes.dropFirst() : bytes + [0]
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { target in
      guard bytes.count <= target.count else { return false }
      target.copyBytes(from: bytes)
      return true
    }
    guard fits else { return nil }
    self.address = address
    length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
  }

  package func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}
