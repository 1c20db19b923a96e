import Foundation

/// Words that belong together: a comment, or a paragraph of a page, on one line.
struct Passage {
  var file: String
  var line: Int
  var text: String

  /// The passages of one file, told apart by its name.
  static func all(in content: String, of file: String) -> [Passage] {
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
    let words: (Substring) -> Substring? =
      if file.hasSuffix(".md") {
        prose()
      } else if [".en", ".vi"].contains(where: file.hasSuffix) {
        { $0.isEmpty ? nil : $0 }
      } else {
        { comment($0, behind: isC(file) ? "//" : "#") }
      }
    var passages: [Passage] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      guard let words = words(line), !words.isEmpty else {
        isOpen = false
        continue
      }
      if isOpen {
        passages[passages.count - 1].text += " " + words
      } else {
        passages.append(Passage(file: file, line: index + 1, text: String(words)))
      }
      isOpen = true
    }
    return passages
  }

  static func isC(_ file: String) -> Bool {
    [".swift", ".h", ".c", ".cpp"].contains { file.hasSuffix($0) }
  }

  /// A page but for its examples, which the test of command lines reads.
  private static func prose() -> (Substring) -> Substring? {
    var isExample = false
    return { line in
      if line.hasPrefix("```") {
        isExample.toggle()
        return nil
      }
      return isExample ? nil : line.drop { $0 == " " }
    }
  }

  /// What stands behind `mark`, at the line's start or behind a blank.
  private static func comment(_ line: Substring, behind mark: String) -> Substring? {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.hasPrefix(mark) { return text.drop { $0 == "/" || $0 == "#" || $0 == " " } }
    return text.range(of: " \(mark) ").map { text[$0.upperBound...] }
  }
}
