/// A request that came in whole (RFC 9110), with its target taken apart.
package struct HTTPRequest: Hashable, Sendable {
  /// Over which of the daemon's sockets it came, on which depends who may ask what.
  package enum Socket: Hashable, Sendable {
    /// The socket file of the office's group.
    case group
    /// An address of this machine, which any of its users reaches.
    case loopback
    /// The socket file of the web server, which says by its fields who asks.
    case proxy
  }

  package var method: String
  /// The parts of the path between its slashes, decoded; nil: the path or the query is not in order. No part is empty, `.` or `..`.
  package var path: [String]?
  package var query: [QueryItem]
  /// What stands behind the path as it came, without the question mark; empty where there is none.
  package var rawQuery: String
  package var body: [UInt8]
  package var socket: Socket
  /// The fields by their names in small letters, in the order in which they came.
  private var fields: [String: [String]] = [:]

  package struct QueryItem: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// - Parameters:
  ///   - target: path and query, as the first line of the request has them.
  ///   - fields: names may be in any letters.
  package init(
    _ method: String, _ target: String, fields: [(name: String, value: String)] = [], body: [UInt8] = [],
    socket: Socket = .group
  ) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    rawQuery = parts.count > 1 ? String(parts[1]) : ""
    let items = PercentCoding.form(rawQuery)
    query = items ?? []
    path = items == nil ? nil : parts.first.flatMap(PercentCoding.path)
    (self.body, self.socket) = (body, socket)
    for (name, value) in fields { self.fields[name.lowercased(), default: []].append(value) }
  }

  /// The values of a field, in the order in which they came.
  /// - Parameter name: in small letters.
  package func values(of name: String) -> [String] { fields[name] ?? [] }

  /// Whether who asks has the answer with this tag (RFC 9110, 13.1.2); `*` is not meant.
  package func has(tag: String) -> Bool {
    values(of: "if-none-match").contains { field in
      field.split(separator: ",").contains { part in
        let one = part.drop { $0 == " " || $0 == "\t" }
        return (one.hasPrefix("W/") ? one.dropFirst(2) : one).prefix { $0 != " " && $0 != "\t" } == tag
      }
    }
  }

  /// Whether who asks has any answer of this address, whichever it is.
  package var hasAny: Bool { values(of: "if-none-match") == ["*"] }

  /// Whether there is a field of such a name.
  func hasField(_ isMeant: (String) -> Bool) -> Bool { fields.keys.contains(where: isMeant) }

  /// The value of a field that stands there once; nil of others.
  package func value(of name: String) -> String? {
    let values = values(of: name)
    return values.count == 1 ? values[0] : nil
  }
}
