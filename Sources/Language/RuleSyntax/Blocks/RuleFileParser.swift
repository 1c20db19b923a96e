package import Diagnostics

/// Reads the bytes of a rule file into blocks, with every mistake of characters and shape; never fails, never traps.
package enum RuleFileParser {
  /// Bytes of a file, at most.
  package static let maximumFileSize = 16 << 20
  /// Bytes of a line, at most.
  package static let maximumLineLength = 64 << 10
  /// Blocks of a file, at most.
  package static let maximumBlocks = 200_000

  /// `name` is the path as the user named it. The syntax holds every block that could be read, whatever else is wrong.
  package static func parse(name: String, bytes: [UInt8]) -> (syntax: RuleFileSyntax, diagnostics: [Diagnostic]) {
    var list = DiagnosticList()
    guard bytes.count <= maximumFileSize else {
      let source = SourceText(name: name, bytes: [])
      list.add(
        Diagnostic(
          .fileTooLarge, vi: "tệp dài \(bytes.count) byte; tối đa \(maximumFileSize) byte",
          en: "the file has \(bytes.count) bytes; at most \(maximumFileSize) are read", at: Span(source, 0, 0)))
      return (RuleFileSyntax(source: source, blocks: []), list.diagnostics)
    }
    let source: SourceText
    if bytes.withUnsafeBufferPointer(ForbiddenCharacters.isPlain) {
      source = SourceText(name: name, bytes: bytes)
    } else {
      source = decode(name: name, bytes: bytes)
      ForbiddenCharacters.report(in: source, to: &list)
    }
    var reader = BlockReader(source: source, diagnostics: list)
    reader.read()
    if reader.isSpoiledByTabs {
      reader = BlockReader(source: source, diagnostics: list, takesTabs: true)
      reader.read()
    }
    return (RuleFileSyntax(source: source, blocks: reader.blocks), reader.diagnostics.diagnostics)
  }

  /// As above, of a source that has its name.
  package static func parse(_ source: SourceText) -> (syntax: RuleFileSyntax, diagnostics: [Diagnostic]) {
    parse(name: source.name, bytes: source.bytes)
  }

  /// As above, of text.
  package static func parse(name: String, text: String) -> (syntax: RuleFileSyntax, diagnostics: [Diagnostic]) {
    parse(name: name, bytes: Array(text.utf8))
  }

  /// The text in NFC without its byte order mark; bytes that are not UTF-8 become U+FFFD.
  static func decode(name: String, bytes: [UInt8]) -> SourceText {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if !bytes.withUnsafeBufferPointer(isValidUTF8) { bytes = Array(String(decoding: bytes, as: UTF8.self).utf8) }
    return SourceText(name: name, bytes: CanonicalComposition.composed(bytes))
  }

  /// Well-formed UTF-8 as of the Unicode Standard, table 3-7.
  static func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let end = bytes.count
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < end && range.contains(bytes[index + offset])
    }
    while index < end {
      let lead = bytes[index]
      switch lead {
      case 0..<0x80:
        index += 1
      case 0xC2...0xDF:
        guard follows(1) else { return false }
        index += 2
      case 0xE0...0xEF:
        let second: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
        guard follows(1, second), follows(2) else { return false }
        index += 3
      case 0xF0...0xF4:
        let second: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
        guard follows(1, second), follows(2), follows(3) else { return false }
        index += 4
      default:
        return false
      }
    }
    return true
  }
}

extension RuleFileParser {
  /// The text of another kind of file (facts), decoded as rule files are.
  package static func decoded(_ source: SourceText) -> SourceText {
    decode(name: source.name, bytes: source.bytes)
  }

  /// Diagnostics of the invisible characters in a decoded text, and of bytes that were no text.
  package static func characterDiagnostics(_ source: SourceText) -> [Diagnostic] {
    var list = DiagnosticList()
    ForbiddenCharacters.report(in: source, to: &list)
    return list.diagnostics
  }

  /// The lines that are neither blank nor comments, without blanks at their ends.
  package static func contentLines(_ source: SourceText) -> [Range<Int>] {
    let scanner = LineScanner(bytes: source.bytes)
    var lines: [Range<Int>] = []
    var position = 0
    while let line = scanner.line(at: position) {
      position = line.next
      if !line.content.isEmpty, source.bytes[line.content.lowerBound] != UInt8(ascii: "#") {
        lines.append(line.content)
      }
    }
    return lines
  }
}
