package import Diagnostics

/// The blocks of one rule file, before any name is looked up.
package struct RuleFileSyntax: Sendable {
  package let source: SourceText
  package var blocks: [BlockSyntax]

  /// The place of some of its bytes.
  package func span(_ range: Range<Int>) -> Span { Span(source, range.lowerBound, range.upperBound) }

  /// Some of its bytes as text.
  package func text(_ range: Range<Int>) -> String {
    source.bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// The value's lines, joined by one space.
  package func text(_ value: ValueSyntax) -> String {
    if value.continuations.isEmpty { return text(value.first) }
    return value.lines.map(text).joined(separator: " ")
  }
}

/// A header in column 0 and the fields below it. Ranges are byte offsets in the source.
package struct BlockSyntax: Sendable {
  package var keyword: BlockKeyword
  package var keywordRange: Range<Int>
  package var id: Range<Int>?
  package var title: ValueSyntax?
  package var fields: [FieldSyntax]

  /// The header, for diagnostics about the whole block.
  package var header: Range<Int> {
    keywordRange.lowerBound..<max(keywordRange.upperBound, id?.upperBound ?? 0, title?.first.upperBound ?? 0)
  }

  /// All fields with this key, in their order.
  package func fields(_ key: FieldKey) -> some Sequence<FieldSyntax> { fields.lazy.filter { $0.key == key } }

  /// The first field with this key.
  package func field(_ key: FieldKey) -> FieldSyntax? { fields.first { $0.key == key } }
}

/// `key (label): value`.
package struct FieldSyntax: Sendable {
  package var key: FieldKey
  package var keyRange: Range<Int>
  /// Between the brackets, without blanks at its ends.
  package var label: Range<Int>?
  package var value: ValueSyntax
}

/// A value: the rest of its line and the lines that continue it, each without blanks at its ends.
package struct ValueSyntax: Sendable {
  package var first: Range<Int>
  package var continuations: [Range<Int>] = []

  /// All lines; the first is left out where it is empty.
  package var lines: [Range<Int>] { first.isEmpty ? continuations : [first] + continuations }
  package var isEmpty: Bool { first.isEmpty && continuations.isEmpty }
  /// From the beginning of the first line to the end of the last.
  package var whole: Range<Int> {
    first.lowerBound..<max(first.upperBound, continuations.last?.upperBound ?? first.upperBound)
  }

  /// Where the byte at `offset` of the joined text stands in the source.
  package func position(ofTextOffset offset: Int) -> Int {
    var rest = offset
    for line in lines {
      if rest <= line.count { return line.lowerBound + rest }
      rest -= line.count + 1
    }
    return whole.upperBound
  }
}
