/// A rule file (or one line given on the command line) as it was read: its name and its NFC text.
public final class SourceText: Sendable {
  /// The path as the user named it; for a phrase from the command line, empty.
  public let name: String
  /// UTF-8, NFC, without a byte order mark; line ends as in the file.
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public convenience init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// A stretch of a source: byte offsets, `end` excluded.
public struct Span: Sendable {
  public let source: SourceText
  public let start: Int
  public let end: Int

  public init(_ source: SourceText, _ start: Int, _ end: Int) {
    self.source = source
    self.start = start
    self.end = end
  }

  public var text: String { String(decoding: source.bytes[start..<end], as: UTF8.self) }
}
