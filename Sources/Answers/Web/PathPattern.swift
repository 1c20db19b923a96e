/// The path of addresses, in which names in braces stand for one part each.
struct PathPattern: Sendable {
  let text: String
  private let parts: [Substring]
  private let isOpen: Bool

  /// - Parameter isOpen: whether the name at its end stands for all parts that follow.
  init(_ text: String, isOpen: Bool = false) {
    self.text = text
    self.isOpen = isOpen
    parts = text.split(separator: "/")
  }

  /// The names in braces.
  var names: [String] { parts.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) } }

  /// What all its addresses begin with; nil of the first page.
  var first: String? { parts.first.map(String.init) }

  /// The path with other words for the names in braces.
  func form(_ words: [String]) -> String {
    zip(names, words).reduce(text) { text, name in
      text.replacing("{\(name.0)}", with: name.1)
    }
  }

  /// What the names in braces stand for; nil if it is another path.
  func match(_ path: [String]) -> [String]? {
    guard path.count == parts.count || isOpen && path.count > parts.count else { return nil }
    guard zip(parts, path).allSatisfy({ $0.hasPrefix("{") || $0 == $1 }) else { return nil }
    var found = zip(parts, path).filter { $0.0.hasPrefix("{") }.map(\.1)
    if path.count > parts.count { found[found.count - 1] = path[(parts.count - 1)...].joined(separator: "/") }
    return found
  }
}
