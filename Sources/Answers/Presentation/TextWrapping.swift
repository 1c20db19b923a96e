/// Breaks text into lines of a given width, at spaces and behind joints; what is longer than a line is cut between characters.
package enum TextWrapping {
  /// One or more lines, none wider than `columns` (at least 1) unless a single character is.
  /// - Parameter joints: signs behind which a word may be broken.
  package static func lines(of text: String, columns: Int, joints: String = "") -> [String] {
    let columns = max(columns, 1)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(contentsOf: wrapped(paragraph, columns: columns, joints))
    }
    return lines.isEmpty ? [""] : lines
  }

  /// The words of a text, each cut behind its joints; whether a blank stands before the piece.
  static func pieces(of text: some StringProtocol, joints: String) -> [(text: String, isWord: Bool)] {
    text.split(separator: " ", omittingEmptySubsequences: true).flatMap { word -> [(String, Bool)] in
      guard !joints.isEmpty else { return [(String(word), true)] }
      var pieces: [String] = [""]
      for character in word {
        if let last = pieces.last?.last, joints.contains(last), !joints.contains(character) { pieces.append("") }
        pieces[pieces.count - 1].append(character)
      }
      return pieces.enumerated().map { ($1, $0 == 0) }
    }
  }

  private static func wrapped(_ paragraph: Substring, columns: Int, _ joints: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: paragraph, joints: joints) {
      var rest = piece.text
      var width = DisplayWidth.of(rest)
      let blank = piece.isWord ? " " : ""
      if used > 0, used + blank.count + width <= columns {
        line += blank + rest
        used += blank.count + width
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
