import Diagnostics
import Rules

/// Finds the unit or group that a user names by its id, name or alias.
enum UnitChoice {
  /// The unit or group of that name; a failure suggests the nearest names.
  static func recipient(_ name: String, _ rules: RuleSet) throws(OperationFailure) -> Recipient {
    if let found = rules.recipient(named: name, in: nil) { return found }
    let names = rules.units.flatMap { [$0.title, $0.id] + $0.also } + rules.groups.flatMap { [$0.title, $0.id] }
    let near = NearestName.nearest(to: name, among: names).joined(separator: "; ")
    let hint = near.isEmpty ? (vi: "", en: "") : (vi: "; gần nhất: \(near)", en: "; nearest: \(near)")
    throw OperationFailure(vi: "không có đơn vị “\(name)”\(hint.vi)", en: "there is no unit “\(name)”\(hint.en)")
  }
}
