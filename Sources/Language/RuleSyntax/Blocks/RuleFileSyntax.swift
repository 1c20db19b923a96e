/// The blocks of one rule file, before any name is looked up.
public struct RuleFileSyntax: Sendable {
  public let source: SourceText
  public var blocks: [BlockSyntax]

  public func span(_ range: Range<Int>) -> Span { Span(source, range.lowerBound, range.upperBound) }

  public func text(_ range: Range<Int>) -> String {
    source.bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
  }

  /// The value's lines, joined by one space.
  public func text(_ value: ValueSyntax) -> String {
    if value.continuations.isEmpty { return text(value.first) }
    return value.lines.map(text).joined(separator: " ")
  }
}

/// A header in column 0 and the fields below it. Ranges are byte offsets in the source.
public struct BlockSyntax: Sendable {
  public var keyword: BlockKeyword
  public var keywordRange: Range<Int>
  public var id: Range<Int>?
  public var title: ValueSyntax?
  public var fields: [FieldSyntax]

  /// The header, for diagnostics about the whole block.
  public var header: Range<Int> {
    keywordRange.lowerBound..<max(keywordRange.upperBound, id?.upperBound ?? 0, title?.first.upperBound ?? 0)
  }

  public func fields(_ key: FieldKey) -> some Sequence<FieldSyntax> { fields.lazy.filter { $0.key == key } }

  public func field(_ key: FieldKey) -> FieldSyntax? { fields.first { $0.key == key } }
}

/// `key (label): value`.
public struct FieldSyntax: Sendable {
  public var key: FieldKey
  public var keyRange: Range<Int>
  /// Between the brackets, without blanks at its ends.
  public var label: Range<Int>?
  public var value: ValueSyntax
}

/// A value: the rest of its line and the lines that continue it, each without blanks at its ends.
public struct ValueSyntax: Sendable {
  public var first: Range<Int>
  public var continuations: [Range<Int>] = []

  public var lines: [Range<Int>] { first.isEmpty ? continuations : [first] + continuations }
  public var isEmpty: Bool { first.isEmpty && continuations.isEmpty }
  public var whole: Range<Int> {
    first.lowerBound..<max(first.upperBound, continuations.last?.upperBound ?? first.upperBound)
  }

  /// Where the byte at `offset` of the joined text stands in the source.
  public func position(ofTextOffset offset: Int) -> Int {
    var rest = offset
    for line in lines {
      if rest <= line.count { return line.lowerBound + rest }
      rest -= line.count + 1
    }
    return whole.upperBound
  }
}
