/// The same text in Vietnamese and in English.
package struct Bilingual: Hashable, Sendable {
  package var vi: String
  package var en: String

  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}

extension Sequence<Bilingual> {
  /// One after the other, in each language.
  package func joined(separator: String) -> Bilingual {
    Bilingual(vi: map(\.vi).joined(separator: separator), en: map(\.en).joined(separator: separator))
  }
}
