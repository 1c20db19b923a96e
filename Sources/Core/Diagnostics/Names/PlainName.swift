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

  /// Whether it holds all of `part` as whole words.
  package func holdsWords(of part: PlainName) -> Bool { scalars.holdWords(of: part.scalars) }
}

/// A part of a name by which people mean what only one has. A long part may leave out marks and end within a word; a short one is
/// whole words as they are written, since a mistyped id must not find a name.
package struct NamePart: Sendable {
  private let plain: PlainName
  private let words: [Unicode.Scalar]

  package init(_ text: String) { (plain, words) = (PlainName(text), Array(FoldedName(text).text.unicodeScalars)) }

  package func isIn(_ name: String) -> Bool {
    if plain.isTelling { return PlainName(name).holds(plain) }
    return Array(FoldedName(name).text.unicodeScalars).holdWords(of: words)
  }
}

extension [Unicode.Scalar] {
  fileprivate func holdWords(of part: [Unicode.Scalar]) -> Bool {
    guard !part.isEmpty, part.count <= count else { return false }
    func isInWord(_ place: Int) -> Bool {
      indices.contains(place) && (self[place].properties.isAlphabetic || self[place].properties.numericType != nil)
    }
    return (0...count - part.count).contains { start in
      !isInWord(start - 1) && !isInWord(start + part.count) && self[start...].starts(with: part)
    }
  }
}
