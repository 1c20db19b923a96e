import Addresses
package import Diagnostics
import RuleFiles
import RuleSyntax

/// A rule file as everybody may see it: without what is classified, and with addresses shortened.
package struct ShownRules: Sendable {
  package struct Line: Sendable {
    /// From 1.
    package let number: Int
    /// Empty of what is left out.
    package let text: String
    /// How many lines are left out here, this one included.
    package let hidden: Int
    package fileprivate(set) var diagnostics: [Diagnostic] = []
  }

  /// The path below the rule folder.
  package let name: String
  /// The number of its blocks.
  package let blocks: Int
  package private(set) var lines: [Line] = []

  package var isPartial: Bool { lines.contains { $0.hidden > 0 } }
  package var diagnostics: Int { lines.reduce(0) { $0 + $1.diagnostics.count } }

  /// - Parameter diagnostics: those about this file.
  init(_ file: RuleFile, _ diagnostics: [Diagnostic], _ secrets: SecretBlocks) {
    name = file.name
    let texts = BlockTexts(name: file.name, bytes: file.bytes)
    blocks = texts.pieces.count
    let bytes = texts.source.bytes
    let pieces = texts.pieces.map(\.range)
    let hidden = pieces.filter {
      secrets.contains(file.name, String(decoding: bytes[$0], as: UTF8.self))
    }
    let syntax = RuleFileParser.parse(name: file.name, bytes: file.bytes).syntax
    let masked = syntax.blocks.flatMap { block in
      block.fields.filter(\.key.isSecretAddress).map(\.value.whole)
    }
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      func isIn(_ ranges: [Range<Int>]) -> Bool { ranges.contains { $0.lowerBound <= end && start < $0.upperBound } }
      let text = Self.text(bytes, start..<end, masked)
      let isHidden = isIn(hidden) || !isIn(pieces) && secrets.tell(text)
      let here = diagnostics.filter { (start...end).contains($0.span.start) }
      add(number, text, isHidden, here.filter { !secrets.tell($0.words.vi) && !secrets.tell($0.words.en) })
      (start, number) = (end + 1, number + 1)
    }
  }

  private mutating func add(_ number: Int, _ text: String, _ isHidden: Bool, _ diagnostics: [Diagnostic]) {
    guard isHidden else {
      return lines.append(Line(number: number, text: text, hidden: 0, diagnostics: diagnostics))
    }
    if let last = lines.last, last.hidden > 0 {
      lines[lines.count - 1] = Line(number: last.number, text: "", hidden: last.hidden + 1)
    } else {
      lines.append(Line(number: number, text: "", hidden: 1))
    }
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>, _ masked: [Range<Int>]) -> String {
    let shown =
      masked.first { range.contains($0.lowerBound) }.map { bytes[range.lowerBound..<$0.lowerBound] + Array("…".utf8) }
      ?? Array(bytes[range])[...]
    let text = String(decoding: shown, as: UTF8.self)
    return ShownAddresses.shortened(in: text.last?.isNewline == true ? String(text.dropLast()) : text)
  }

  /// The value of a field as everybody may see it.
  static func value(_ field: FieldSyntax, _ syntax: RuleFileSyntax) -> String {
    field.key.isSecretAddress ? "…" : ShownAddresses.shortened(in: syntax.text(field.value))
  }
}
