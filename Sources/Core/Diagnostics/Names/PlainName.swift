/// A name as people type it who leave out marks and capitals: what is the same without them is the same.
package struct PlainName: Hashable, Sendable {
  private let scalars: [Unicode.Scalar]

  package init(_ text: String) { scalars = ASCIIName.base(of: FoldedName(text).text) }

  /// Whether it holds all of `part`, from the beginning of a word on.
  package func holds(_ part: PlainName) -> Bool {
    let (own, part) = (scalars, part.scalars)
    guard !part.isEmpty, part.count <= own.count else { return false }
    return (0...own.count - part.count).contains { start in
      (start == 0 || !own[start - 1].properties.isAlphabetic) && own[start...].starts(with: part)
    }
  }

  /// Whether it is long enough to stand for a name that it is a part of: a mistyped id must not find a title.
  package var isTelling: Bool { scalars.filter(\.properties.isAlphabetic).count >= 5 }
}
