/// Breaks text into lines of a given width, at spaces; a word longer than a line is cut between characters.
package enum TextWrapping {
  /// One or more lines, none wider than `columns` (at least 1) unless a single character is.
  package static func lines(of text: String, columns: Int) -> [String] {
    let columns = max(columns, 1)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(contentsOf: wrapped(paragraph, columns: columns))
    }
    return lines.isEmpty ? [""] : lines
  }

  private static func wrapped(_ paragraph: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: true) {
      var rest = String(word)
      var width = DisplayWidth.of(rest)
      if used > 0, used + 1 + width <= columns {
        line += " " + rest
        used += 1 + width
        continue
      }
      if used > 0 { lines.append(line) }
      while width > columns {
        var piece = DisplayWidth.prefix(of: rest, columns: columns)
        if piece.isEmpty { piece = String(rest.prefix(1)) }
        lines.append(piece)
        rest = String(rest.dropFirst(piece.count))
        width = DisplayWidth.of(rest)
      }
      line = rest
      used = width
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}
