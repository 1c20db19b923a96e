import CivilCalendar
import Diagnostics
import Expansion
import Proposals
import RuleSyntax
import Rules

/// Records what a proposal proposes, by the way of all recording, if nothing that it builds on has changed.
package struct ProposalAcceptance {
  private let query: ProposalQuery
  private let proposal: Proposal
  /// The duties that the user named, where several can be meant.
  private let chosen: [String]
  private let operations: OperationContext

  /// Fails if the proposal does not wait.
  package init(
    _ number: Int64, tasks: [String], stateFolder: String?, in operations: OperationContext
  ) throws(OperationFailure) {
    query = try ProposalQuery(stateFolder: stateFolder, in: operations)
    proposal = try query.waitingProposal(number)
    (chosen, self.operations) = (tasks, operations)
  }

  /// Whether it has nothing to record, and is only to be read.
  package var isToBeRead: Bool { proposal.content.changes.isEmpty }

  /// Notes that somebody read a proposal that has nothing to record.
  package func noteRead() throws(OperationFailure) {
    try query.decide(proposal, .init(.accepted, by: operations.login, at: Int64(operations.now)), in: operations)
  }

  /// Records the facts, and notes that the proposal was accepted. Nil if they are on record already.
  /// - Parameters:
  ///   - yes: whether it is recorded in spite of doubts and questions.
  ///   - isRehearsal: whether only what would change is wanted.
  package func record(
    _ book: BookRequest, yes: Bool, isRehearsal: Bool
  ) throws(OperationFailure) -> Recorded? {
    let doubts = proposal.content.doubts
    if !doubts.isEmpty { operations.tell(.warning(ProposalText.words(of: doubts))) }
    let id = proposal.content.mailID.hasPrefix("sha256:") ? "" : " <\(proposal.content.mailID)>"
    let request = RecordRequest(
      book: book, document: nil, note: "đề xuất số \(proposal.number), thư\(id)",
      onBehalfOf: proposal.content.author.isEmpty ? nil : proposal.content.author, isRehearsal: isRehearsal, yes: yes)
    let recording = Recording(request, in: operations)
    let recorded = try recording.run(needsYes: !doubts.isEmpty) { book throws(OperationFailure) in
      let expander = Expander(book.rules, facts: book.facts)
      var drafts: [Draft] = []
      for change in proposal.content.changes { drafts.append(try draft(change, recording, book, expander)) }
      return drafts
    }
    guard !isRehearsal, recorded?.asksForYes != true else { return recorded }
    try query.decide(
      proposal,
      .init(.accepted, by: operations.login, at: Int64(operations.now), facts: recorded?.numbers ?? []),
      in: operations)
    return recorded
  }

  private func draft(
    _ change: ProposedChange, _ recording: Recording, _ book: OpenBook, _ expander: Expander
  ) throws(OperationFailure) -> Draft {
    guard let kind = change.kind?.fact, let day = CivilDate(dayNumber: change.day) else {
      throw OperationFailure(
        vi: "đề xuất này do phiên bản mới hơn của chương trình ghi; hãy nâng cấp chương trình này",
        en: "a newer version of this program made this proposal; upgrade this program")
    }
    let candidate = try meant(change, book, expander)
    try requireUnchanged(candidate, book, expander)
    return try recording.draft(
      NamedFact(
        kind: kind, name: TaskName(task: candidate.duty, unit: nil), detail: day.written,
        newDay: change.newDay.flatMap { CivilDate(dayNumber: $0) }?.written, ground: change.words), book.rules)
  }

  /// The duty that is meant: the only one, else the one that the user named.
  private func meant(
    _ change: ProposedChange, _ book: OpenBook, _ expander: Expander
  ) throws(OperationFailure) -> ProposedChange.Candidate {
    if change.candidates.count == 1 { return change.candidates[0] }
    var found: [ProposedChange.Candidate] = []
    for name in chosen {
      let reference = try TaskReference(PlainWords.cleaned(name) ?? "", book.rules)
      let plan = book.rules.plans[book.rules.tasks[reference.task].plan]
      found += change.candidates.filter { candidate in
        guard let duty = book.duty(candidate.duty, expander), duty.task == reference.task else { return false }
        return reference.matches(duty.id, of: plan)
      }
    }
    if found.count == 1 { return found[0] }
    let list = change.candidates.map(\.duty).joined(separator: ", ")
    throw OperationFailure(
      vi: "thư có thể nói về: \(list); hãy chọn bằng --task", en: "the mail can be about: \(list); choose by --task")
  }

  private func requireUnchanged(
    _ candidate: ProposedChange.Candidate, _ book: OpenBook, _ expander: Expander
  ) throws(OperationFailure) {
    let old = DutyTrace(candidate.old)
    let new = book.duty(candidate.duty, expander).map { DutyTrace($0, book.rules) }
    if let new, old == new { return }
    let what: Bilingual
    if let old, let new, old.day != new.day {
      what = .init(vi: "hạn \(old.day) nay là \(new.day)", en: "its day \(old.day) is \(new.day) now")
    } else if let old, let new, old.leads != new.leads {
      what = .init(vi: "đơn vị chủ trì đã đổi", en: "others owe it now")
    } else if new == nil {
      what = .init(vi: "không còn việc này", en: "it is owed no more")
    } else {
      what = .init(vi: "đã có ghi nhận khác về việc này", en: "something else was recorded of it")
    }
    let (duty, number) = (candidate.duty, proposal.number)
    throw OperationFailure(
      vi: "\(duty) đã thay đổi từ khi có đề xuất: \(what.vi). Xem “nhacviec explain \(duty)”; vẫn cần ghi thì ghi bằng "
        + "lệnh của việc ấy, rồi “nhacviec proposals refuse \(number) --because …”",
      en: "\(duty) has changed since this was proposed: \(what.en). See “nhacviec explain \(duty)”; if it is still "
        + "right, record it by its own command, then “nhacviec proposals refuse \(number) --because …”")
  }
}

extension ProposedChange.Kind {
  /// The kind of fact that it records; a completion becomes a report where somebody confirms.
  var fact: FactKind {
    switch self {
    case .done: .done
    case .explained: .explained
    case .extensionAsked: .extensionAsked
    }
  }
}
