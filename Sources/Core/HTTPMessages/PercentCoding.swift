import Addresses

/// Paths and queries with percent codes (RFC 3986, section 2.1; the URL standard's forms), taken apart and put together.
package enum PercentCoding {
  /// The most items of a query.
  static let mostItems = 100

  /// The decoded parts of a path between its slashes; nil if it does not begin with a slash, or a part is empty (but the
  /// last), `.`, `..`, no UTF-8, or holds a slash or a control character.
  package static func path(_ text: some StringProtocol) -> [String]? {
    guard text.hasPrefix("/") else { return nil }
    var parts: [String] = []
    let pieces = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if piece.isEmpty, index == pieces.count - 1 { break }
      guard let part = decoded(piece, plusIsBlank: false), !part.isEmpty, part != ".", part != "..",
        !part.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
      else { return nil }
      parts.append(part)
    }
    return parts
  }

  /// The items of a query or of a form; nil if one of them is not in order, or there are too many. Without one of its items a
  /// query would ask for something else.
  package static func form(_ text: some StringProtocol) -> [HTTPRequest.QueryItem]? {
    let pieces = text.split(separator: "&")
    guard pieces.count <= mostItems else { return nil }
    let items = pieces.compactMap { item -> HTTPRequest.QueryItem? in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0], plusIsBlank: true),
        let value = parts.count > 1 ? decoded(parts[1], plusIsBlank: true) : ""
      else { return nil }
      return HTTPRequest.QueryItem(name, value)
    }
    return items.count == pieces.count ? items : nil
  }

  /// A query of these items, without a question mark.
  package static func query(_ items: [HTTPRequest.QueryItem]) -> String {
    items.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
  }

  /// Nil if a code is not whole, or what comes out is no UTF-8.
  private static func decoded(_ text: some StringProtocol, plusIsBlank: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
