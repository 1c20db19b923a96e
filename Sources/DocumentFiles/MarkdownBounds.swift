/// How much work a Markdown text makes for the parser's tables, whose time grows with the square of a paragraph.
///
/// At every row of dashes the paragraph above is read again from its start, and every line in it without a pipe is
/// traced back to the last one. A table costs nothing here: its row of dashes is its second line.
struct MarkdownBounds {
  /// Bytes read again; some 50 ns each.
  private static let mostReread = 50_000_000
  /// Bytes traced back; some 1 ns each.
  private static let mostTraced = 2_000_000_000

  private var paragraph = 0
  private var sincePipe = 0
  private var traceOfParagraph = 0
  private var reread = 0
  private var traced = 0

  /// False if reading `text` would take longer than seconds.
  static func hold(_ text: String) -> Bool {
    var bounds = MarkdownBounds()
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      bounds.add(line)
      if bounds.reread > mostReread || bounds.traced > mostTraced { return false }
    }
    return true
  }

  private mutating func add(_ line: Substring.UTF8View) {
    var isBlank = true
    var isDashes = true
    var hasDash = false
    for byte in line {
      sincePipe = byte == UInt8(ascii: "|") ? 0 : sincePipe + 1
      if byte > 0x20 { isBlank = false }
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      // Of the row itself, and what lists and quotations put before it.
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0...0x20:
        continue
      default: isDashes = false
      }
    }
    if isBlank {
      (paragraph, sincePipe, traceOfParagraph) = (0, 0, 0)
      return
    }
    if isDashes, hasDash {
      reread += paragraph
      traced += traceOfParagraph
    }
    paragraph += line.count + 1
    traceOfParagraph += sincePipe
  }
}
