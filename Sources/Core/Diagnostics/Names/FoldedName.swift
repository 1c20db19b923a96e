/// A name as names are compared (docs/language.md, "Names"): two spellings are the same name exactly when their folded
/// names are equal.
///
/// Folding is NFC, lower case, one kind of dash, no spaces around `-` `/` `&`, single spaces, one placing of the tone
/// mark (*hoá = hóa*, *thuỷ = thủy*; *quí* stays apart from *quý*), no final `.` `,` `;`. Nothing else is ignored.
package struct FoldedName: Hashable, Sendable {
  /// UTF-8, NFC.
  package let bytes: [UInt8]

  package init(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8))
  }

  /// `utf8` need not be in NFC.
  package init(utf8: [UInt8]) {
    let composed = CanonicalComposition.composed(utf8)
    bytes = composed.withUnsafeBufferPointer { NameFolding.fold($0) }
  }

  /// `utf8` must be in NFC, as the bytes of a `SourceText` are.
  package init(composed utf8: UnsafeBufferPointer<UInt8>) { bytes = NameFolding.fold(utf8) }

  package var isEmpty: Bool { bytes.isEmpty }
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package static func == (lhs: FoldedName, rhs: FoldedName) -> Bool { lhs.bytes == rhs.bytes }

  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension SourceText {
  /// The folded name of a stretch of this source.
  package func foldedName(_ range: Range<Int>) -> FoldedName {
    bytes.withUnsafeBufferPointer { FoldedName(composed: UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
