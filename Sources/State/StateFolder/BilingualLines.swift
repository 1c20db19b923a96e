import Diagnostics

/// Texts of several lines in both languages, as lines that begin with `vi ` or `en `.
enum BilingualLines {
  static func lines(_ words: Bilingual) -> [String] { marked(words.vi, "vi") + marked(words.en, "en") }

  /// Nil where one of them is missing.
  static func words(_ text: String) -> Bilingual? {
    guard let vi = self.text(text, "vi"), let en = self.text(text, "en") else { return nil }
    return Bilingual(vi: vi, en: en)
  }

  private static func marked(_ text: String, _ mark: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { "\(mark) \($0)" }
  }

  /// The lines of `text` that have the mark, without it; nil if there are none.
  static func text(_ text: String, _ mark: String) -> String? {
    let found = text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0.hasPrefix(mark + " ") }
    return found.isEmpty ? nil : found.map { $0.dropFirst(mark.count + 1) }.joined(separator: "\n")
  }
}
