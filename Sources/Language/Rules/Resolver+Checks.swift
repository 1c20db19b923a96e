import Deadlines
import Diagnostics

/// Checks that need all tasks: their labels, and circles of `after task`.
extension Resolver {
  func checkTasks() {
    for task in set.tasks.indices {
      checkUnlabelled(task)
      checkConfirmer(task)
      for index in set.tasks[task].due.indices where !set.tasks[task].due[index].tasks.isEmpty {
        let line = set.tasks[task].due[index]
        for (mention, binding) in line.tasks {
          checkLabel(mention, binding, line)
          // The label is kept as the other task spells it, because obligations are found by that.
          let spelt = binding.label.flatMap { label in
            set.tasks[binding.task].labels.first { FoldedName($0) == FoldedName(label) }
          }
          if let spelt { set.tasks[task].due[index].tasks[mention]?.label = spelt }
        }
      }
    }
    reportCycles(
      of: set.tasks.indices,
      next: { task in
        self.set.tasks[task].due.flatMap { line in
          line.tasks.values.filter { $0.task != task || $0.label == nil || line.label == $0.label }.map(\.task)
        }.sorted()
      }, wordsVi: "chờ lẫn nhau", wordsEn: "waiting for one another",
      name: { (self.set.tasks[$0].id, self.set.tasks[$0].span) })
  }

  /// Says who confirms instead where the one who is named leads.
  private func checkConfirmer(_ task: TaskID) {
    let row = set.tasks[task]
    guard let named = row.confirmer else { return }
    for lead in row.leads.map(\.1.recipient) {
      let other = set.confirmer(of: task, leads: [lead])
      guard other != named, !set.units(of: named).isEmpty else { continue }
      func name(_ recipient: Recipient) -> String {
        switch recipient {
        case .unit(let unit): set.units[unit].title
        case .group(let group): set.groups[group].title
        }
      }
      return report(
        Diagnostic(
          .confirmerLeads,
          vi: "\(name(named)) chủ trì nhiệm vụ này nên không tự xác nhận; "
            + (other.map { "\(name($0)) xác nhận thay" } ?? "không ai xác nhận, xong là xong"),
          en: "\(name(named)) leads this task and does not confirm its own work; "
            + (other.map { "\(name($0)) confirms instead" } ?? "nobody confirms, done is done"), at: row.span))
    }
  }

  /// At most one due line has no label.
  private func checkUnlabelled(_ task: TaskID) {
    let due = set.tasks[task].due
    guard due.count > 1 else { return }
    let bare = due.filter { $0.label == nil && $0.deadline.items.contains { $0.label == nil } }
    for line in bare.dropFirst() {
      report(
        Diagnostic(
          .dueNeedsLabel, vi: "nhiều hạn không nhãn trong một nhiệm vụ; ghi nhãn: “hạn (dự thảo): …”",
          en: "the task has several due lines without a label; give them labels: “due (draft): …”", at: line.span,
          notes: bare.first.map { [.init(.init(vi: "hạn thứ nhất", en: "the first one"), at: $0.span)] } ?? []))
    }
  }

  private func checkLabel(_ mention: TaskMention, _ binding: TaskBinding, _ line: DueLine) {
    let known = set.tasks[binding.task].labels
    guard let label = binding.label else {
      // Without a label the unlabelled line is meant; which of several labelled ones is meant cannot be guessed.
      guard !set.tasks[binding.task].hasUnlabelled, Set(known).count > 1 else { return }
      return report(
        Diagnostic(
          .ambiguousName,
          vi: "nhiệm vụ \(mention.id) có nhiều hạn: ghi rõ “nhiệm vụ \(mention.id) (\(known[0]))”",
          en: "the task \(mention.id) has several due lines: say which, “task \(mention.id) (\(known[0]))”",
          at: line.span,
          notes: [
            .init(
              .init(
                vi: "các nhãn: \(known.joined(separator: "; "))", en: "its labels: \(known.joined(separator: "; "))"))
          ]))
    }
    guard !known.contains(where: { FoldedName($0) == FoldedName(label) }) else { return }
    report(
      Diagnostic(
        .unknownTask, vi: "nhiệm vụ \(mention.id) không có hạn nào mang nhãn “\(label)”",
        en: "the task \(mention.id) has no due line labelled “\(label)”", at: line.span,
        notes: known.isEmpty
          ? []
          : [
            .init(
              .init(
                vi: "các nhãn: \(known.joined(separator: "; "))", en: "its labels: \(known.joined(separator: "; "))"))
          ]))
  }
}
