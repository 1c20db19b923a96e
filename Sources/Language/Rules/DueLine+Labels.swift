package import Deadlines

extension DueLine {
  /// `hạn (nhãn):` and the label of an item of its deadline, joined where both are there.
  package func label(of item: DeadlineItem) -> String? {
    guard let outer = label else { return item.label }
    return item.label.map { "\(outer): \($0)" } ?? outer
  }
}

extension PlanTask {
  /// Of what it owes: of its due lines, of the items within them, or of both joined.
  package var labels: [String] {
    due.flatMap { line in line.deadline.items.compactMap { line.label(of: $0) } }
  }

  /// Some due line, or item of one, has no label: the one that is meant where none is named.
  package var hasUnlabelled: Bool {
    due.contains { $0.label == nil && $0.deadline.items.contains { $0.label == nil } }
  }
}
