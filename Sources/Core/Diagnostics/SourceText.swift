/// A rule file (or one line given on the command line) as it was read: its name and its NFC text.
package final class SourceText: Sendable {
  /// The path as the user named it; for a phrase from the command line, empty.
  package let name: String
  /// UTF-8, NFC, without a byte order mark; line ends as in the file.
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package convenience init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// A stretch of a source: byte offsets, `end` excluded.
package struct Span: Sendable {
  package let source: SourceText
  package let start: Int
  package let end: Int

  package init(_ source: SourceText, _ start: Int, _ end: Int) {
    self.source = source
    self.start = start
    self.end = end
  }

  package var text: String { String(decoding: source.bytes[start..<end], as: UTF8.self) }
}
