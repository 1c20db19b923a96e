import Expansion
package import Rules

/// When units took over and gave up the lead of work because other rules went live (decision: handed-over-by-rules).
package struct LeadChanges: Sendable {
  /// Of one unit and the work of one label.
  package struct Change: Hashable, Sendable {
    /// When it last took over; nil: it led from the beginning, or never led.
    package var began: Instant?
    /// When it last gave up the lead; nil: it never did.
    package var ended: Instant?
    /// When what it leads last became its own instead of shared, or shared instead of its own; nil: it never did.
    package var shared: Instant?

    /// When it took over again what it had given up, and when it had; nil if it did not.
    var again: (gone: Instant, back: Instant)? {
      guard let ended, let began, ended <= began else { return nil }
      return (ended, began)
    }

    package init(began: Instant? = nil, ended: Instant? = nil, shared: Instant? = nil) {
      (self.began, self.ended, self.shared) = (began, ended, shared)
    }
  }

  /// By task, and then by label.
  private var changes: [TaskID: [String?: [UnitID: Change]]] = [:]

  package init() {}

  package var isEmpty: Bool { changes.isEmpty }

  /// Notes the last change of a unit and the work of a label.
  package mutating func add(_ change: Change, of task: TaskID, label: String?, unit: UnitID) {
    changes[task, default: [:]][label, default: [:]][unit] = change
  }

  /// Of a unit and the work of a label.
  func change(_ task: TaskID, _ label: String?, _ unit: UnitID) -> Change? {
    changes[task]?[label]?[unit]
  }

  /// Who gave up the lead of a task and does not lead now, and when, in the order of units.
  func ended(_ task: TaskID) -> [(label: String?, unit: UnitID, at: Instant)] {
    (changes[task] ?? [:]).flatMap { label, units in
      units.compactMap { unit, change in
        change.ended.flatMap { at in at > change.began ?? .distantPast ? (label, unit, at) : nil }
      }
    }.sorted { ($0.unit, $0.label ?? "") < ($1.unit, $1.label ?? "") }
  }

  /// Whether anybody took over or gave up the lead of a task.
  func isAny(of task: TaskID) -> Bool { changes[task] != nil }
}
