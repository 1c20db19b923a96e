/// The format of a text file.
enum TextFormat: Equatable {
  case html, markdown, plain
  case delimited(UInt8)

  init(_ text: String, fileExtension: String) {
    let start = TextFormat.folded(text, 4096)
    if TextFormat.beginsAsPage(start) || ["html", "htm", "xhtml"].contains(fileExtension) {
      self = .html
    } else if ["csv", "tsv"].contains(fileExtension) || (fileExtension == "xls" && !text.isEmpty) {
      self = Delimiter.find(in: text, isTabbed: fileExtension != "csv").map { .delimited($0) } ?? .plain
    } else if TextFormat.hasPipeTable(text) {
      self = .markdown
    } else if ["md", "markdown"].contains(fileExtension) {
      // Converters write tables with tabs into Markdown files, too, which Markdown would run together.
      self = TextFormat.hasTabbedLines(text) ? .plain : .markdown
    } else {
      self = .plain
    }
  }

  static func fileExtension(of name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// Whether the text is an HTML page that declares a Western European encoding, so that its bytes are letters of
  /// windows-1252.
  static func declaresWesternCharset(_ text: String) -> Bool {
    let start = folded(text, 4096)
    return beginsAsPage(start)
      && ["charset=windows-1252", "charset=\"windows-1252", "charset=iso-8859-1", "charset=\"iso-8859-1"].contains {
        start.contains($0)
      }
  }

  private static func folded(_ text: String, _ count: Int) -> String {
    String(decoding: text.utf8.prefix(count), as: UTF8.self).lowercased()
  }

  /// Whether, after blanks, an XML declaration and comments, there is an element with which pages begin.
  private static func beginsAsPage(_ start: String) -> Bool {
    var rest = start[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      let end: String
      if rest.hasPrefix("<!--") { end = "-->" } else if rest.hasPrefix("<?") { end = ">" } else { break }
      guard let close = rest.firstRange(of: end) else { return rest.contains("<html") || rest.contains("<table") }
      rest = rest[close.upperBound...]
    }
    return [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<table", "<div", "<center", "<style", "<h1",
      "<h2",
    ].contains { rest.hasPrefix($0) }
  }

  /// Whether there is a row of dashes between pipes under a line with pipes (GitHub Flavored Markdown, tables).
  private static func hasPipeTable(_ text: String) -> Bool {
    var isBelowPipes = false
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if isBelowPipes, pipesOfDelimiterRow(line) > 0 { return true }
      isBelowPipes = line.contains(UInt8(ascii: "|"))
    }
    return false
  }

  /// The most pipes in a row of dashes.
  static func mostPipes(_ text: String) -> Int {
    text.utf8.split(separator: 0x0A).reduce(0) { max($0, pipesOfDelimiterRow($1)) }
  }

  /// The number of pipes in a row of dashes; 0 if the line is none.
  private static func pipesOfDelimiterRow(_ line: Substring.UTF8View) -> Int {
    var pipes = 0
    var dashes = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0D: continue
      default: return 0
      }
    }
    return dashes > 0 ? pipes : 0
  }

  private static func hasTabbedLines(_ text: String) -> Bool {
    text.utf8.split(separator: 0x0A).contains { line in
      line.drop { $0 <= 0x20 }.contains(0x09)
    }
  }
}
