public import Expansion

/// What a notice speaks about.
public enum Subject: Hashable, Sendable, CustomStringConvertible {
  /// With a day or without.
  case obligation(ObligationID)
  /// An occurrence that is awaited; `plan` is the plan whose tasks wait for it.
  case event(plan: String, id: String, key: String?)
  /// Of a leader's sheet.
  case plan(String)

  /// Stable: part of every key. `o:`, `e:` or `p:` and the identity.
  public var description: String {
    switch self {
    case .obligation(let id): "o:\(id)"
    case .event(let plan, let id, let key): "e:\(plan)/\(id)\(key.map { "@\($0)" } ?? "")"
    case .plan(let id): "p:\(id)"
    }
  }
}

/// A unit as the log knows it, never its address: addresses change, the unit does not (decision 29).
public struct RecipientName: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var unit: String
  /// The plan, where units of several folders have one id.
  public var scope: String?

  public init(unit: String, scope: String? = nil) {
    self.unit = unit
    self.scope = scope
  }

  public var description: String { scope.map { "\(unit)@\($0)" } ?? unit }

  public init(_ description: String) {
    let parts = description.split(separator: "@", maxSplits: 1)
    unit = parts.first.map(String.init) ?? ""
    scope = parts.count > 1 ? String(parts[1]) : nil
  }

  public static func < (lhs: RecipientName, rhs: RecipientName) -> Bool { lhs.description < rhs.description }
}

/// How a unit is reached; which server or file stands behind it is the configuration's.
public enum Channel: String, Hashable, Sendable, CaseIterable {
  case mail, webhook
}
