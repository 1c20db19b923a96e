import Diagnostics
import Expansion
import Rules

/// The places of units and groups in the alphabetical order of their names. By it stand in lists who owe one task on one day.
struct RecipientOrder: Sendable {
  private let places: [Recipient: Int]

  init(_ rules: RuleSet) {
    let all = rules.units.indices.map { Recipient.unit($0) } + rules.groups.indices.map { Recipient.group($0) }
    let names = RuleNames(rules: rules, language: .vi)
    places = Dictionary(
      uniqueKeysWithValues: all.inVietnameseOrder(of: names.recipient).enumerated().map { ($1, $0 + 1) })
  }

  /// The place of the first of them; nobody stands before all.
  func place(of leads: [Recipient]) -> Int { leads.first.flatMap { places[$0] } ?? 0 }
}
