/// An address to listen on: `127.0.0.1:8025`, `[::1]:8025`, or the path of a socket file.
package enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
  case path(String)
  /// A numeric address.
  case internet(host: String, port: UInt16)

  /// Nil if the text has none of these forms. Port 0 lets the system choose.
  package init?(_ text: String) {
    if text.hasPrefix("/") {
      self = .path(text)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, host.utf8.allSatisfy({ "0123456789abcdefABCDEF.:%".utf8.contains($0) }) else { return nil }
    self = .internet(host: String(host), port: port)
  }

  package var description: String {
    switch self {
    case .path(let path): path
    case .internet(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }
}
