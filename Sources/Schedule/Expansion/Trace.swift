import CivilCalendar

/// Collects the steps of one occurrence, and whether a year without announced days off was consulted.
struct Trace {
  /// Without it nothing is written down: steps cost more than dates.
  let isOn: Bool
  private(set) var steps: [DerivationStep] = []
  private(set) var isProvisional = false

  init(isOn: Bool) { self.isOn = isOn }

  mutating func add(_ step: @autoclosure () -> DerivationStep) {
    if isOn { steps.append(step()) }
  }

  mutating func add(_ more: [DerivationStep]) {
    if isOn { steps += more }
  }

  /// The answer depends on the days off from `first` to `last`, in either order.
  mutating func consult(_ calendar: WorkingCalendar, _ first: CivilDate, _ last: CivilDate) {
    guard let doubt = calendar.doubt(from: first, through: last) else { return }
    isProvisional = true
    add(.doubtful(doubt))
  }
}
