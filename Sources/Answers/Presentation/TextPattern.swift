/// A sentence with a `*` for each part that differs.
package struct TextPattern {
  private let pieces: [String]

  package init(_ pattern: String) {
    pieces = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// What the text has in the place of each `*`; nil if the text does not fit the pattern.
  package func parts(of text: String) -> [String]? {
    guard var rest = pieces.first.flatMap({ text.hasPrefix($0) ? text.dropFirst($0.count) : nil }) else { return nil }
    guard pieces.count > 1 else { return rest.isEmpty ? [] : nil }
    var parts: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let found = rest.firstRange(of: piece) else { return nil }
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    guard let last = pieces.last, rest.hasSuffix(last) else { return nil }
    return parts + [String(rest.dropLast(last.count))]
  }

  /// The sentence with these parts, one for each `*`.
  package func text(with parts: [String]) -> String {
    zip(pieces, parts + [""]).map { $0 + $1 }.joined()
  }
}
