import ArgumentParser
import Diagnostics
import Presentation

/// The message of an error of our own argument checks, which do not know the language yet. It holds both languages,
/// with a control character between them that no text has.
enum BilingualError {
  private static let between: Character = "\u{1F}"

  static func text(vi: String, en: String) -> String { "\(vi)\(between)\(en)" }

  static func words(_ message: String) -> Bilingual? {
    let parts = message.split(separator: between, omittingEmptySubsequences: false)
    return parts.count == 2 ? Bilingual(vi: String(parts[0]), en: String(parts[1])) : nil
  }
}

extension ValidationError {
  init(vi: String, en: String) { self.init(BilingualError.text(vi: vi, en: en)) }
}
