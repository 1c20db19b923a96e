import Diagnostics

/// Both languages' keyword tables under the one grammar: either language may be used, line by line.
package enum Keywords {
  /// The usual word for `key`, in Vietnamese or in English.
  package static func name(of key: FieldKey, vietnamese: Bool) -> String {
    (vietnamese ? VietnameseKeywords.surfaces(of: key) : EnglishKeywords.surfaces(of: key)).first ?? key.rawValue
  }

  /// The usual word for `keyword`, in Vietnamese or in English.
  package static func name(of keyword: BlockKeyword, vietnamese: Bool) -> String {
    (vietnamese ? VietnameseKeywords.surfaces(of: keyword) : EnglishKeywords.surfaces(of: keyword)).first
      ?? keyword.rawValue
  }

  /// The block that a word begins, in either language; nil if it begins none.
  package static func block(_ word: String) -> BlockKeyword? { blocks[FoldedName(word)] }

  /// Nil if `block` has no such field.
  static func field(_ name: FoldedName, in block: BlockKeyword) -> FieldKey? { fields[block]?[name] }

  /// Whether blocks of this kind have a field of that name, in either language.
  package static func isField(_ name: String, of block: BlockKeyword) -> Bool {
    field(FoldedName(name), in: block) != nil
  }

  /// All words for the fields of `block`, in both languages.
  static func fieldNames(in block: BlockKeyword) -> [String] {
    block.fields.flatMap(VietnameseKeywords.surfaces(of:)) + block.fields.flatMap(EnglishKeywords.surfaces(of:))
  }

  /// Keywords by their folded words; none has more than `mostBlockWords` of them.
  static let blocks: [FoldedName: BlockKeyword] = Dictionary(
    uniqueKeysWithValues: BlockKeyword.allCases.flatMap { keyword in
      (VietnameseKeywords.surfaces(of: keyword) + EnglishKeywords.surfaces(of: keyword)).map {
        (FoldedName($0), keyword)
      }
    })
  static let mostBlockWords = 2

  private static let fields: [BlockKeyword: [FoldedName: FieldKey]] = Dictionary(
    uniqueKeysWithValues: BlockKeyword.allCases.map { block in
      var table: [FoldedName: FieldKey] = [:]
      for key in block.fields {
        for surface in VietnameseKeywords.surfaces(of: key) + EnglishKeywords.surfaces(of: key) {
          table[FoldedName(surface)] = key
        }
      }
      return (block, table)
    })
}
