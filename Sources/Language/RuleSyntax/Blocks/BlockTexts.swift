package import Diagnostics

/// The blocks of a rule file as its text has them, whatever its line ends are.
package struct BlockTexts: Sendable {
  /// One block with its name, which no other block of the file has: `nhiệm vụ I.2`.
  package struct Piece: Hashable, Sendable {
    package var name: String
    /// Whole lines of the source, from the comment directly above its header to the end of its last line, or of the indented
    /// comment directly below it.
    package var range: Range<Int>
  }

  package let source: SourceText
  package let pieces: [Piece]
  /// The bytes of the file itself, with its byte order mark.
  let file: [UInt8]

  /// - Parameter bytes: those of a rule file; what its blocks say may be wrong.
  package init(name: String, bytes: [UInt8]) {
    let syntax = RuleFileParser.parse(name: name, bytes: bytes).syntax
    (source, file) = (syntax.source, bytes)
    var seen: [String: Int] = [:]
    pieces = syntax.blocks.map { block in
      let subject = block.id ?? block.title?.whole
      let name = syntax.text(block.keywordRange) + (subject.map { " " + syntax.text($0) } ?? "")
      seen[name, default: 0] += 1
      let again = seen[name].map { $0 > 1 ? " (\($0))" : "" } ?? ""
      return Piece(name: name + again, range: Self.range(of: block, in: syntax.source.bytes))
    }
  }

  /// The text of the block of that name with line feeds as line ends; nil if there is none.
  package func text(of name: String) -> String? {
    pieces.first { $0.name == name }.map { Self.text(source.bytes[$0.range]) }
  }

  /// All blocks in their order.
  package var blocks: [Block] { pieces.map { Block(name: $0.name, text: Self.text(source.bytes[$0.range])) } }

  /// A block's name with its text, which has line feeds as line ends.
  package struct Block: Hashable, Sendable {
    package var name: String
    package var text: String
  }

  /// Everything, with line feeds as line ends and without blank lines at its end.
  package var text: String {
    let end = source.bytes.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? 0
    return Self.text(source.bytes[..<end])
  }

  /// The name of the block before that one; nil if it is the first, or there is no such block.
  package func name(before name: String) -> String? {
    guard let place = pieces.firstIndex(where: { $0.name == name }), place > 0 else { return nil }
    return pieces[place - 1].name
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
  }

  private static func range(of block: BlockSyntax, in bytes: [UInt8]) -> Range<Int> {
    var ends = [block.header.upperBound, block.title?.whole.upperBound ?? 0]
    ends += block.fields.map { max($0.keyRange.upperBound, $0.label?.upperBound ?? 0, $0.value.whole.upperBound) }
    let last = ends.max() ?? block.header.upperBound
    var end = lineEnd(from: last, in: bytes)
    while end < bytes.endIndex {
      let next = bytes[end] == 0x0D && bytes[(end + 1)...].first == 0x0A ? end + 2 : end + 1
      let line = bytes[next..<lineEnd(from: next, in: bytes)]
      guard line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t"),
        line.first(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) == UInt8(ascii: "#")
      else { break }
      end = line.endIndex
    }
    var start = lineStart(before: block.keywordRange.lowerBound, in: bytes)
    while start > 0 {
      let above = lineStart(before: start - 1, in: bytes)
      guard bytes[above] == UInt8(ascii: "#") else { break }
      start = above
    }
    return start..<end
  }

  /// Where the line ends that holds the byte.
  private static func lineEnd(from place: Int, in bytes: [UInt8]) -> Int {
    bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
  }

  /// Where the line begins that holds the byte, or ends at it.
  private static func lineStart(before place: Int, in bytes: [UInt8]) -> Int {
    bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }
}
