package import Diagnostics

/// The blocks of a rule file as its text has them, so that one can be exchanged while all else stays as it is.
package struct BlockTexts: Sendable {
  /// One block with its name, which no other block of the file has: `nhiệm vụ I.2`.
  package struct Piece: Hashable, Sendable {
    package var name: String
    /// From the comment directly above its header to the end of its last line.
    package var range: Range<Int>
  }

  package let source: SourceText
  package let pieces: [Piece]

  /// - Parameter bytes: those of a rule file; what its blocks say may be wrong.
  package init(name: String, bytes: [UInt8]) {
    let syntax = RuleFileParser.parse(name: name, bytes: bytes).syntax
    source = syntax.source
    var seen: [String: Int] = [:]
    pieces = syntax.blocks.map { block in
      let subject = block.id ?? block.title?.whole
      let name = syntax.text(block.keywordRange) + (subject.map { " " + syntax.text($0) } ?? "")
      seen[name, default: 0] += 1
      let again = seen[name].map { $0 > 1 ? " (\($0))" : "" } ?? ""
      return Piece(name: name + again, range: Self.range(of: block, in: syntax.source.bytes))
    }
  }

  /// The text of the block of that name; nil if there is none.
  package func text(of name: String) -> String? {
    pieces.first { $0.name == name }.map { text($0.range) }
  }

  /// The name of the block before that one; nil if it is the first, or there is no such block.
  package func name(before name: String) -> String? {
    guard let place = pieces.firstIndex(where: { $0.name == name }), place > 0 else { return nil }
    return pieces[place - 1].name
  }

  /// The bytes of the file with another text for a block.
  /// - Parameters:
  ///   - text: nil takes the block out.
  ///   - previous: the block behind which a new one is put; at the end where there is no such block.
  package func exchanging(_ name: String, for text: String?, behind previous: String?) -> [UInt8] {
    let bytes = source.bytes
    if let piece = pieces.first(where: { $0.name == name }) {
      guard let text else {
        // The blank lines behind it go with it.
        let rest = bytes[piece.range.upperBound...].drop { $0 == 0x0A || $0 == 0x0D }
        return Array(bytes[..<piece.range.lowerBound] + rest)
      }
      return Array(bytes[..<piece.range.lowerBound] + Array(text.utf8) + bytes[piece.range.upperBound...])
    }
    guard let text else { return bytes }
    let place = pieces.first { $0.name == previous }?.range.upperBound
    guard let place else {
      let end = bytes.last == 0x0A || bytes.isEmpty ? "" : "\n"
      return bytes + Array("\(end)\n\(text)\n".utf8)
    }
    return Array(bytes[..<place] + Array("\n\n\(text)".utf8) + bytes[place...])
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  private static func range(of block: BlockSyntax, in bytes: [UInt8]) -> Range<Int> {
    var ends = [block.header.upperBound, block.title?.whole.upperBound ?? 0]
    ends += block.fields.map { max($0.keyRange.upperBound, $0.label?.upperBound ?? 0, $0.value.whole.upperBound) }
    let last = ends.max() ?? block.header.upperBound
    let end = bytes[last...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    var start = lineStart(before: block.keywordRange.lowerBound, in: bytes)
    while start > 0 {
      let above = lineStart(before: start - 1, in: bytes)
      guard bytes[above] == UInt8(ascii: "#") else { break }
      start = above
    }
    return start..<end
  }

  /// Where the line begins that holds the byte, or ends at it.
  private static func lineStart(before place: Int, in bytes: [UInt8]) -> Int {
    bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }
}
