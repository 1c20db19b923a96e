package import Rules

/// What one task owes, found as facts about it find it.
package struct TaskDuties {
  /// By plan, task and key; those that are done or waived too.
  package let all: [AnyDuty]
  private let byID: [ObligationID: AnyDuty]
  private let candidates: FactCandidates
  private let rules: RuleSet

  /// - Parameter keys: that will be asked for; rows without end are seen as far as these.
  package init(of task: TaskID, keys: [String], in expander: Expander) {
    let book = expander.book
    var expansion = TaskExpansion(
      book, window: book.horizon(of: task, keys), wantsOpen: true, explained: false)
    expansion.includesSucceeded = true
    expansion.expand(task)
    all = DutyLists(sorting: [expansion.lists], by: book.order.rank).all
    byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    candidates = FactCandidates(
      all.map { FactCandidates.Candidate(id: $0.id, leads: $0.leads, opens: nil, isWaiting: false) })
    rules = book.rules
  }

  /// What `subject` means; none where nothing is owed under that name.
  package func meant(by subject: Fact.Subject) -> [AnyDuty] {
    candidates.meant(by: subject, ofFact: .max, rules).compactMap { byID[$0.id] }
  }

  /// Whether `owner` owes `duty`.
  package func isOwed(_ duty: AnyDuty, by owner: Recipient) -> Bool {
    rules.owes(owner, duty.id, leads: duty.leads)
  }
}
