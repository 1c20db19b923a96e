package import Diagnostics

/// The two languages of everything that users read.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case vi, en

  /// The language of a POSIX locale name (`vi_VN.UTF-8`): Vietnamese if it starts with `vi`, otherwise English.
  package init(locale: String?) {
    self = locale.map { $0.lowercased().hasPrefix("vi") } == true ? .vi : .en
  }

  /// The one of two texts that is in this language.
  package func choose(vi: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
    switch self {
    case .vi: vi()
    case .en: en()
    }
  }

  /// A number as people of the language write it: `21.914` · `21,914`. Programs are given plain digits.
  package func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    let groups = stride(from: digits.count, to: 0, by: -3).reversed().map { String(digits[max(0, $0 - 3)..<$0]) }
    return (number < 0 ? "-" : "") + groups.joined(separator: choose(vi: ".", en: ","))
  }
}

extension Bilingual {
  /// The text in this language.
  package func text(in language: Language) -> String { language.choose(vi: vi, en: en) }
}
