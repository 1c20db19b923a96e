package import Diagnostics

/// Turns offsets in a source into lines and columns. Lines end in LF, CRLF or CR.
package final class SourceLines {
  let source: SourceText
  private var starts: [Int] = [0]
  /// The last place that was counted, from which the next one goes on: a line can be megabytes long.
  private var last = (line: -1, offset: 0, column: 1)

  package init(_ source: SourceText) {
    self.source = source
    let bytes = source.bytes
    bytes.withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        starts.append(index + 1)
      }
    }
  }

  /// The line, from 1, that holds the byte at `offset`.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of `line` (from 1) without its end.
  func bytes(of line: Int) -> Range<Int> {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : source.bytes.count
    while end > start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The column, from 1, in characters. The text is NFC, so a character is a code point that extends none before it.
  func column(of offset: Int, in line: Int) -> Int {
    let start = starts[line - 1]
    var (from, column) = (start, 1)
    if last.line == line, last.offset <= offset { (from, column) = (last.offset, last.column) }
    let end = min(offset, source.bytes.count)
    guard from < end else { return column }
    column += source.bytes.withUnsafeBufferPointer { Self.characters(in: $0[from..<end]) }
    last = (line, end, column)
    return column
  }

  func position(of offset: Int) -> SourcePosition {
    let line = line(of: offset)
    return SourcePosition(line: line, column: column(of: offset, in: line))
  }

  private static func characters(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    var hasMarks = false
    for byte in bytes where byte & 0xC0 != 0x80 {
      count += 1
      // These lead bytes begin marks, joiners and other scripts, from U+0300 on; E1 begins Vietnamese letters.
      if byte >= 0xCC, byte != 0xE1 { hasMarks = true }
    }
    return hasMarks ? String(decoding: bytes, as: UTF8.self).count : count
  }
}

/// A place in a source as people and editors count it: lines and columns from 1, columns in characters.
struct SourcePosition: Equatable {
  var line: Int
  var column: Int
}

extension String {
  /// A file's path below a folder, or its name where it lies elsewhere; the whole path where no folder is named.
  func path(below root: String?) -> String {
    guard let root else { return self }
    if hasPrefix(root + "/") { return String(dropFirst(root.count + 1)) }
    return split(separator: "/").last.map(String.init) ?? self
  }
}
