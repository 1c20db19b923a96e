import Expansion
import Rules

/// What was recorded last about each subject of one task, found without walking all that was recorded.
///
/// A subject without key, label or unit means all that the task owes.
struct LastBySubject<Value: Sendable>: Sendable {
  private struct Name: Hashable {
    var key: String?
    var label: String?
    var owner: Owner
  }

  private enum Owner: Hashable {
    /// The subject names nobody.
    case all
    case named(String)
    /// Any subject, whatever it names: each means what the units owe together.
    case whoever
  }

  private var last: [Name: (order: Int, value: Value)] = [:]
  private var count = 0

  mutating func add(_ subject: Fact.Subject, _ value: Value, _ rules: RuleSet) {
    count += 1
    let owner: Owner =
      switch subject.owner {
      case .unit(let unit)?: .named(rules.units[unit].id)
      case .group(let group)?: .named(rules.groups[group].id)
      case nil: .all
      }
    for owner in [owner, .whoever] {
      last[Name(key: subject.key, label: subject.label, owner: owner)] = (count, value)
    }
  }

  /// The value added last for a subject that means this obligation; nil if there is none.
  func last(about id: ObligationID) -> Value? {
    let owners: [Owner] = id.unit.map { [.all, .named($0)] } ?? [.whoever]
    let labels = id.label == nil ? [nil] : [nil, id.label]
    var found: (order: Int, value: Value)?
    for key in [nil, id.key] {
      for label in labels {
        for owner in owners {
          guard let one = last[Name(key: key, label: label, owner: owner)] else { continue }
          if one.order > found?.order ?? 0 { found = one }
        }
      }
    }
    return found?.value
  }
}
