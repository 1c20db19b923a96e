/// `plan/task[:label]@key[/unit]` (decision: key-is-period): stable when wording, order or date change.
package struct ObligationID: Hashable, Sendable, CustomStringConvertible {
  package var plan: String
  package var task: String
  package var label: String?
  package var key: String
  package var unit: String?

  package init(plan: String, task: String, label: String? = nil, key: String, unit: String? = nil) {
    self.plan = plan
    self.task = task
    self.label = label
    self.key = key
    self.unit = unit
  }

  /// As people write it: nobody needs the key of what is owed once.
  package var spoken: String { key == "once" ? description.replacing("@once", with: "") : description }

  package var description: String {
    "\(plan)/\(task)\(label.map { ":\($0)" } ?? "")@\(key)\(unit.map { "/\($0)" } ?? "")"
  }
}
