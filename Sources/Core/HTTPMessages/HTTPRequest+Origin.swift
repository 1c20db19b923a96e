extension HTTPRequest {
  /// Whether it is a user of this machine that asks, and nobody through it (docs/daemon.md, "Who may look";
  /// decision: socket-says-who).
  ///
  /// Over an address of this machine a page of elsewhere may ask that names another host as this machine (DNS rebinding),
  /// or a web server that passes requests on without saying who asks.
  package var isOfThisMachine: Bool {
    switch socket {
    case .group: true
    case .proxy: false
    case .loopback: namesThisMachine && !isForwarded
    }
  }

  private var namesThisMachine: Bool {
    guard let host = value(of: "host")?.lowercased(),
      let name = ["localhost", "127.0.0.1", "[::1]"].first(where: host.hasPrefix)
    else { return false }
    let port = host.dropFirst(name.count)
    return port.isEmpty
      || port.first == ":" && port.dropFirst().utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Whether a field says that a web server passes the request on.
  private var isForwarded: Bool {
    ["forwarded", "via", "x-real-ip"].contains { !values(of: $0).isEmpty } || hasField { $0.hasPrefix("x-forwarded-") }
  }
}
