@_spi(_Unicode) import Swift

/// The place of a text in an alphabetical list, as dictionaries and CLDR order Vietnamese: first by letters, of which ă, â, đ, ê, ô,
/// ơ and ư are their own, then by tones (level, huyền, hỏi, ngã, sắc, nặng). Capitals and the form of Unicode say nothing.
package struct VietnameseOrder: Hashable, Comparable, Sendable {
  /// The letters, a zero, the tones.
  private let weights: [UInt8]

  package init(_ text: String) {
    var letters: [UInt8] = []
    var tones: [UInt8] = []
    for scalar in FoldedName(text).text._nfd {
      if let tone = Self.tones[scalar] {
        if !tones.isEmpty { tones[tones.count - 1] = tone }
      } else if ("\u{300}"..."\u{36F}").contains(scalar) {
        guard let base = letters.last, let letter = Self.marked[Pair(base, scalar)] else { continue }
        letters[letters.count - 1] = letter
      } else {
        letters.append(Self.weight(scalar))
        tones.append(1)
      }
    }
    weights = letters + [0] + tones
  }

  package static func < (one: VietnameseOrder, other: VietnameseOrder) -> Bool {
    one.weights.lexicographicallyPrecedes(other.weights)
  }

  private static let tones: [Unicode.Scalar: UInt8] = [
    "\u{300}": 2, "\u{309}": 3, "\u{303}": 4, "\u{301}": 5, "\u{323}": 6,
  ]

  private struct Pair: Hashable {
    let base: UInt8
    let mark: Unicode.Scalar

    init(_ base: UInt8, _ mark: Unicode.Scalar) { (self.base, self.mark) = (base, mark) }
  }

  private static let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)

  private static let marked: [Pair: UInt8] = Dictionary(
    uniqueKeysWithValues: [("a", "\u{306}", "ă"), ("a", "\u{302}", "â"), ("e", "\u{302}", "ê"), ("o", "\u{302}", "ô")]
      .map { (Pair(weight($0.0), $0.1), weight($0.2)) }
      + [("o", "\u{31B}", "ơ"), ("u", "\u{31B}", "ư")].map { (Pair(weight($0.0), $0.1), weight($0.2)) })

  /// A blank, other signs, digits, letters, and what has no place in the alphabet.
  private static func weight(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar {
    case " ": 1
    case "0"..."9": 3 + UInt8(scalar.value - 0x30)
    default:
      alphabet.firstIndex(of: scalar).map { 13 + UInt8($0) } ?? (scalar.properties.isAlphabetic ? 0xFF : 2)
    }
  }
}

extension Sequence {
  /// Sorted by names as people look for them; those of one name stay as they are.
  package func inVietnameseOrder(of name: (Element) -> String) -> [Element] {
    enumerated().map { (place: $0, element: $1, order: VietnameseOrder(name($1))) }
      .sorted { ($0.order, $0.place) < ($1.order, $1.place) }.map(\.element)
  }
}
