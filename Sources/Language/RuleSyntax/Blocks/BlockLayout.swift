/// A rule file whose blocks are exchanged, put in and taken out. All other bytes stay, and what is written has the file's
/// own line ends.
package struct BlockLayout: Sendable {
  private struct Block {
    var name: String
    var text: [UInt8]
    /// What stands between it and the next block.
    var gap: [UInt8]
  }

  /// What stands before the first block.
  private var head: [UInt8]
  private var blocks: [Block] = []
  private let lineEnd: [UInt8]

  package init(_ texts: BlockTexts) {
    let bytes = texts.file
    let first = bytes.firstIndex(of: 0x0A) ?? 0
    lineEnd = first > 0 && bytes[first - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
    let ranges = Self.ranges(of: texts)
    head = Array(bytes[..<(ranges.first?.lowerBound ?? bytes.endIndex)])
    for (place, range) in ranges.enumerated() {
      let next = place + 1 < ranges.count ? ranges[place + 1].lowerBound : bytes.endIndex
      blocks.append(
        Block(
          name: texts.pieces[place].name, text: Array(bytes[range]), gap: Array(bytes[range.upperBound..<next])))
    }
  }

  /// The bytes of the file.
  package var bytes: [UInt8] { head + blocks.flatMap { $0.text + $0.gap } }

  /// Gives a block another text.
  package mutating func exchange(_ name: String, for text: String) {
    guard let place = place(of: name) else { return }
    blocks[place].text = written(text)
  }

  /// Takes a block out, with the blank lines behind it.
  package mutating func takeOut(_ name: String) {
    guard let place = place(of: name) else { return }
    let rest = Array(blocks.remove(at: place).gap.drop(while: Self.isLineEnd))
    guard place > 0 else {
      head += rest
      return
    }
    if rest.isEmpty, place == blocks.count, blocks[place - 1].gap.allSatisfy(Self.isLineEnd) {
      blocks[place - 1].gap = lineEnd
    } else {
      blocks[place - 1].gap += rest
    }
  }

  /// Puts a block before all others.
  package mutating func putFirst(_ name: String, _ text: String) {
    let isAlone = blocks.isEmpty
    if isAlone, let last = head.last { head += last == 0x0A ? lineEnd : lineEnd + lineEnd }
    blocks.insert(Block(name: name, text: written(text), gap: isAlone ? lineEnd : lineEnd + lineEnd), at: 0)
  }

  /// Puts a block behind another.
  /// - Returns: false if there is no such block.
  package mutating func put(_ name: String, _ text: String, behind previous: String) -> Bool {
    guard let place = place(of: previous) else { return false }
    let gap = blocks[place].gap
    // Where the next block follows without a blank line, so does this one.
    let isTight = gap == lineEnd && place + 1 < blocks.count
    blocks[place].gap = isTight ? lineEnd : lineEnd + lineEnd
    blocks.insert(Block(name: name, text: written(text), gap: gap), at: place + 1)
    return true
  }

  private func place(of name: String) -> Int? { blocks.firstIndex { $0.name == name } }

  private func written(_ text: String) -> [UInt8] {
    text.utf8.flatMap { $0 == 0x0A ? lineEnd : $0 == 0x0D ? [] : [$0] }
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Where the file has the blocks. Its lines are those of the source, whose letters may be composed otherwise.
  private static func ranges(of texts: BlockTexts) -> [Range<Int>] {
    let (source, file) = (texts.source.bytes, texts.file)
    guard source != file else { return texts.pieces.map(\.range) }
    let starts =
      [file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0] + file.indices.filter { file[$0] == 0x0A }.map { $0 + 1 }
    var (line, place) = (0, 0)
    func advance(to end: Int) {
      line += source[place..<end].count { $0 == 0x0A }
      place = end
    }
    return texts.pieces.map { piece in
      advance(to: piece.range.lowerBound)
      let start = starts[line]
      advance(to: piece.range.upperBound)
      return start..<(file[starts[line]...].firstIndex(where: isLineEnd) ?? file.endIndex)
    }
  }
}
