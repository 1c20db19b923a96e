import Diagnostics
import Presentation
import Rules

/// A unit or group that an option names: by id, name or alias.
enum UnitChoice {
  /// Nil, with the reason and the nearest names on the error sink, where there is none of the name.
  static func recipient(
    _ name: String, _ rules: RuleSet, _ language: Language, errors: OutputSink
  ) -> Recipient? {
    if let found = rules.recipient(named: name, in: nil) { return found }
    let names = rules.units.flatMap { [$0.title, $0.id] + $0.also } + rules.groups.flatMap { [$0.title, $0.id] }
    let near = NearestName.nearest(to: name, among: names).joined(separator: "; ")
    let hint = near.isEmpty ? "" : language.choose(vi: "; gần nhất: \(near)", en: "; nearest: \(near)")
    let words = language.choose(
      vi: "lỗi: không có đơn vị “\(name)”\(hint)", en: "error: there is no unit “\(name)”\(hint)")
    errors.write(TerminalEscaper.escape(words) + "\n")
    return nil
  }
}
