/// Makes text literal inside a Markdown table cell (CommonMark 0.31, GitHub tables).
package enum MarkdownEscaper {
  package static func escape(_ text: String) -> String {
    var result = ""
    for scalar in TerminalEscaper.escape(text.split(whereSeparator: \.isNewline).joined(separator: " ")).unicodeScalars
    {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
