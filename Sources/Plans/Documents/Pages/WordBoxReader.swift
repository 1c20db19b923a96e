/// Reads what `pdftotext -bbox-layout` writes: pages, and their words with positions.
///
/// Each element has a line of its own. Anything else in a line is passed over, so that nothing which a document brings
/// into the output does more than change its own words.
package struct WordBoxReader {
  /// More pages than any plan has.
  package static let mostPages = 500

  private let limits: DocumentLimits

  package init(limits: DocumentLimits = .standard) { self.limits = limits }

  /// Throws a `DocumentFileFailure` or a `DocumentExcess`.
  package func read(_ bytes: [UInt8]) throws -> [SourcePage] {
    var tally = DocumentTally(limits)
    var pages: [SourcePage] = []
    for line in bytes.split(separator: 0x0A) {
      let line = line.drop { $0 == 0x20 }
      if line.starts(with: Self.pageStart) {
        guard pages.count < Self.mostPages else { throw Self.tooManyPages }
        guard let width = Self.number("width", in: line), let height = Self.number("height", in: line) else { continue }
        pages.append(SourcePage(number: pages.count + 1, width: width, height: height))
      } else if line.starts(with: Self.wordStart), !pages.isEmpty, let word = Self.word(line) {
        try tally.add(word.text)
        pages[pages.count - 1].words.append(word)
      }
    }
    return pages
  }

  package static let tooManyPages = DocumentFileFailure.tooMany(vi: "\(mostPages) trang", en: "\(mostPages) pages")

  private static let pageStart = Array("<page ".utf8)
  private static let wordStart = Array("<word ".utf8)
  private static let wordEnd = Array("</word>".utf8)

  private static func word(_ line: ArraySlice<UInt8>) -> PageWord? {
    guard let left = number("xMin", in: line), let top = number("yMin", in: line), let right = number("xMax", in: line),
      let bottom = number("yMax", in: line), left <= right, top <= bottom,
      let start = line.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    var text = line[(start + 1)...]
    if text.reversed().starts(with: wordEnd.reversed()) { text = text.dropLast(wordEnd.count) }
    let word = letters(String(decoding: text, as: UTF8.self))
    return word.isEmpty ? nil : PageWord(word, PageBox(left: left, top: top, right: right, bottom: bottom))
  }

  /// The value of the attribute; nil if it is none that can be on a page.
  private static func number(_ name: String, in line: ArraySlice<UInt8>) -> Double? {
    let key = Array(" \(name)=\"".utf8)
    guard let start = line.indices.first(where: { line[$0...].starts(with: key) }) else { return nil }
    let digits = line[(start + key.count)...].prefix { $0 != UInt8(ascii: "\"") }
    guard digits.count < 32, let value = Double(String(decoding: digits, as: UTF8.self)), abs(value) < 1e6 else {
      return nil
    }
    return value
  }

  /// The text of a word: entities and ligatures taken apart, clean and in NFC.
  private static func letters(_ text: String) -> String {
    var text = text
    for (sign, letters) in signs where text.contains(sign) { text = text.replacing(sign, with: letters) }
    return TextCleaning.line(text)
  }

  private static let signs = [
    ("\u{FB00}", "ff"), ("\u{FB01}", "fi"), ("\u{FB02}", "fl"), ("\u{FB03}", "ffi"), ("\u{FB04}", "ffl"),
    ("\u{FB05}", "st"), ("\u{FB06}", "st"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ("&apos;", "'"), ("&amp;", "&"),
  ]
}
