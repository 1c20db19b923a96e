/// `plan/task[:label]@key[/unit]` (decision 6): stable when wording, order or date change.
public struct ObligationID: Hashable, Sendable, CustomStringConvertible {
  public var plan: String
  public var task: String
  public var label: String?
  public var key: String
  public var unit: String?

  public init(plan: String, task: String, label: String? = nil, key: String, unit: String? = nil) {
    self.plan = plan
    self.task = task
    self.label = label
    self.key = key
    self.unit = unit
  }

  public var description: String {
    "\(plan)/\(task)\(label.map { ":\($0)" } ?? "")@\(key)\(unit.map { "/\($0)" } ?? "")"
  }
}
