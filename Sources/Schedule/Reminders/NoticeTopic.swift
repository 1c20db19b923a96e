package import Expansion

/// What a notice is about.
package enum NoticeTopic: Hashable, Sendable, CustomStringConvertible {
  /// A duty, with or without a day.
  case obligation(ObligationID)
  /// An occurrence that is awaited; `plan` is the plan whose tasks wait for it.
  case event(plan: String, id: String, key: String?)
  /// A plan as a whole, for its leader's weekly sheet.
  case plan(String)

  /// The stable text that keys are made of: `o:`, `e:` or `p:` and the identity.
  package var description: String {
    switch self {
    case .obligation(let id): "o:\(id)"
    case .event(let plan, let id, let key): "e:\(plan)/\(id)\(key.map { "@\($0)" } ?? "")"
    case .plan(let id): "p:\(id)"
    }
  }
}

/// The name by which the log knows a unit. It is never an address, because addresses change
/// (decision: notice-and-message).
package struct RecipientName: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var unit: String
  /// The plan, if units of several rule folders have the same id.
  package var scope: String?

  package init(unit: String, scope: String? = nil) {
    self.unit = unit
    self.scope = scope
  }

  package var description: String { scope.map { "\(unit)@\($0)" } ?? unit }

  package init(_ description: String) {
    let parts = description.split(separator: "@", maxSplits: 1)
    unit = parts.first.map(String.init) ?? ""
    scope = parts.count > 1 ? String(parts[1]) : nil
  }

  package static func < (lhs: RecipientName, rhs: RecipientName) -> Bool { lhs.description < rhs.description }
}
