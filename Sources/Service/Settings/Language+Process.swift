package import Presentation
import RuleFiles

extension Language {
  /// The language that the locale of this process names; nil if there is no locale, or it is `C` or `POSIX`.
  package static var ofProcess: Language? {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(ProgramFolders.environment).first
    guard let locale, !["C", "POSIX"].contains(locale.prefix { $0 != "." }) else { return nil }
    return Language(locale: locale)
  }
}
