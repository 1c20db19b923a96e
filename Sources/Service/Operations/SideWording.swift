package import Presentation
package import Rules

/// The side for which a fact was recorded, as people read it.
package enum SideWording {
  /// - Parameter text: as the fact keeps it.
  package static func text(_ text: String, _ rules: RuleSet, _ language: Language) -> String {
    guard let (before, side) = FactSide.read(text) else { return text }
    let words = side.name.words.text(in: language)
    guard let id = side.unit else { return String(before) + words }
    let title = rules.recipients(named: id).first.map(RuleNames(rules: rules, language: language).recipient) ?? id
    return "\(before)\(title) (\(words))"
  }
}
