package import Presentation
package import Rules

/// The side for which a fact was recorded, as people read it.
package enum SideWording {
  /// - Parameter text: as the fact keeps it: `pnv (chủ trì)`, behind the words of who recorded it, if any.
  package static func text(_ text: String, _ rules: RuleSet, _ language: Language) -> String {
    let start = text.ranges(of: "; ").last?.upperBound ?? text.startIndex
    let last = text[start...]
    guard
      let side = RoleCheck.Side.allCases.first(where: { last == $0.rawValue || last.hasSuffix(" (\($0.rawValue))") })
    else { return text }
    let words = side.words.text(in: language)
    guard last != side.rawValue else { return text[..<start] + words }
    let id = String(last.dropLast(side.rawValue.count + 3))
    let title = rules.recipients(named: id).first.map(RuleNames(rules: rules, language: language).recipient) ?? id
    return "\(text[..<start])\(title) (\(words))"
  }
}
