/// Makes text harmless in chat tools: no tags (`<!channel>`, links with other words), and nobody is called by `@`.
package enum ChatEscaper {
  package static func escape(_ text: String) -> String {
    var result = ""
    var before: Unicode.Scalar = " "
    for scalar in TerminalEscaper.escape(text).unicodeScalars {
      switch scalar {
      case "<": result += "‹"
      case ">": result += "›"
      // Inside a word (`VII.9@2024-Q1`) it calls nobody.
      case "@" where !before.properties.isAlphabetic && before.properties.numericType == nil: result += "＠"
      default: result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return result
  }
}
