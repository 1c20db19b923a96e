/// Makes text harmless in chat tools: it holds no tags (`<!channel>`, links under other words), and no `@` calls
/// anybody.
package enum ChatEscaper {
  package static func escape(_ text: String) -> String {
    let text = TerminalEscaper.escape(text)
    guard text.utf8.contains(where: "<>@".utf8.contains) else { return text }
    var result = ""
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "‹"
      case ">": result += "›"
      // An `@` inside a word (`VII.9@2024-Q1`) calls nobody.
      case "@" where !before.properties.isAlphabetic && before.properties.numericType == nil: result += "＠"
      default: result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return result
  }
}
