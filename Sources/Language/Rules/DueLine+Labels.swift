package import Deadlines

extension DueLine {
  /// The label of an item: that of the line (`hạn (nhãn):`), that of the item in its wording, or both joined.
  package func label(of item: DeadlineItem) -> String? {
    guard let outer = label else { return item.label }
    return item.label.map { "\(outer): \($0)" } ?? outer
  }
}

extension PlanTask {
  /// The labels of everything that the task owes.
  package var labels: [String] {
    due.flatMap { line in line.deadline.items.compactMap { line.label(of: $0) } }
  }

  /// Whether a due line, or an item of one, has no label: it is the one that is meant where no label is named.
  package var hasUnlabelled: Bool {
    due.contains { $0.label == nil && $0.deadline.items.contains { $0.label == nil } }
  }
}
