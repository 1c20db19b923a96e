import Diagnostics

/// Words that a person gives beside a fact: a reason, a document's number, a note.
package enum PlainWords {
  /// `text` as one line in NFC without what cannot be seen or turns the reading direction
  /// (decision: no-hidden-characters): line ends, tabs and runs of blanks become one space, other such characters
  /// vanish. Nil if nothing is left.
  package static func cleaned(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var isBlankPending = false
    for scalar in CanonicalComposition.composed(text).unicodeScalars {
      if scalar.properties.isWhitespace {
        isBlankPending = !result.isEmpty
      } else if scalar.value >= 0x20, scalar.value != 0x7F, !ForbiddenCharacters.isForbidden(scalar.value) {
        if isBlankPending { result.append(" ") }
        isBlankPending = false
        result.append(scalar)
      }
    }
    return result.isEmpty ? nil : String(result)
  }
}
