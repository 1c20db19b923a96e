import CivilCalendar
import Diagnostics
import Expansion
import Presentation
package import Proposals
import RuleSyntax
import Rules

/// What accepting a proposal did, or would do.
package struct AcceptedProposal {
  /// Nil if there is nothing to record, or all is on record.
  package var recorded: Recorded?
  package var blocks: [ProposedBlock]
  /// What the changed rules move; nil if no rules are live, or none change.
  package var days: RuleDifference?
  package var isRehearsal: Bool
  package var ending: Ending { recorded?.ending ?? .success }
}

/// Carries out what a proposal proposes, facts by the way of all recording and blocks in the rule folder, if nothing that
/// it builds on has changed.
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

  /// Whether it changes nothing, and is only to be read.
  package var isToBeRead: Bool { proposal.content.isToBeRead }

  /// Notes that somebody read a proposal that changes nothing.
  package func noteRead() throws(OperationFailure) { try note([]) }

  /// Records the facts and changes the rule files, and notes that the proposal was accepted. What is done already is
  /// passed over, so that an acceptance that broke off can be repeated.
  /// - Parameters:
  ///   - yes: whether it is done in spite of doubts and questions.
  ///   - isRehearsal: whether only what would change is wanted.
  package func accept(_ book: BookRequest, yes: Bool, isRehearsal: Bool) throws(OperationFailure) -> AcceptedProposal {
    let edit = try proposal.content.blocks.isEmpty ? nil : edit(book)
    var accepted = AcceptedProposal(blocks: proposal.content.blocks, isRehearsal: isRehearsal)
    if let edit {
      try edit.tellLosses(book, in: operations)
      accepted.days = try days(edit, book)
    }
    accepted.recorded = try proposal.content.changes.isEmpty ? nil : record(book, yes: yes, isRehearsal: isRehearsal)
    guard !isRehearsal, accepted.recorded?.asksForYes != true else { return accepted }
    try edit?.write()
    try note(accepted.recorded?.numbers ?? [])
    return accepted
  }

  private func note(_ facts: [Int]) throws(OperationFailure) {
    try query.decide(
      proposal, .init(.accepted, by: operations.login, at: Int64(operations.now), facts: facts), in: operations)
  }

  // MARK: Rules

  private func edit(_ book: BookRequest) throws(OperationFailure) -> RuleEdit {
    let edit = try RuleEdit(proposal.content.blocks, RuleEdit.sources(book, in: operations))
    try edit.check(book, in: operations)
    return edit
  }

  /// What the blocks move in the folder as it is, by the facts that are on record. Nothing if no rules are live, or if
  /// the folder has errors, which the blocks mend.
  private func days(_ edit: RuleEdit, _ request: BookRequest) throws(OperationFailure) -> RuleDifference? {
    let before = LoadedRules(edit.before, in: operations)
    guard LoadedRules.isAnyLive(request.state, in: operations), !before.hasErrors else { return nil }
    return RuleDifference(
      try OpenBook.open(before, request, in: operations),
      try OpenBook.open(LoadedRules(edit.sources, in: operations), request, in: operations))
  }

  // MARK: Facts

  private func record(
    _ book: BookRequest, yes: Bool, isRehearsal: Bool
  ) throws(OperationFailure) -> Recorded? {
    let doubts = proposal.content.doubts
    if !doubts.isEmpty { operations.tell(.warning(ProposalText.words(of: doubts))) }
    let request = RecordRequest(
      book: book, document: nil, note: "đề xuất số \(proposal.number), \(origin)",
      // Who answers a reminder speaks for the work; who hands in a register has written down what others did.
      onBehalfOf: proposal.content.letter == nil || proposal.content.author.isEmpty ? nil : proposal.content.author,
      isRehearsal: isRehearsal, yes: yes)
    let recording = Recording(request, in: operations)
    return try recording.run(needsYes: !doubts.isEmpty) { book throws(OperationFailure) in
      let expander = Expander(book.rules, facts: book.facts)
      var drafts: [Draft] = []
      for change in proposal.content.changes { drafts.append(try draft(change, recording, book, expander)) }
      return drafts
    }
  }

  /// What proposed it, for the note of the facts.
  private var origin: String {
    let content = proposal.content
    guard content.letter != nil else { return "\(content.subject), do \(content.author) nộp" }
    return content.sourceID.hasPrefix("sha256:") ? "thư" : "thư <\(content.sourceID)>"
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

  /// A duty has a day or none.
  private static func moved(from old: CivilDate?, to new: CivilDate?) -> Bilingual {
    let (vi, en) = (DateWording(.vi), DateWording(.en))
    return switch (old, new) {
    case (let old?, let new?):
      .init(vi: "hạn \(vi.day(old)) nay là \(vi.day(new))", en: "its day \(en.day(old)) is \(en.day(new)) now")
    case (let old?, nil): .init(vi: "không còn hạn \(vi.day(old))", en: "its day \(en.day(old)) is gone")
    case (nil, let new?): .init(vi: "nay có hạn \(vi.day(new))", en: "it has a day now, \(en.day(new))")
    case (nil, nil): .init(vi: "hạn đã đổi", en: "its day changed")
    }
  }

  private func requireUnchanged(
    _ candidate: ProposedChange.Candidate, _ book: OpenBook, _ expander: Expander
  ) throws(OperationFailure) {
    let old = DutyTrace(candidate.old)
    let new = book.duty(candidate.duty, expander).map { DutyTrace($0, book.rules) }
    if let new, old == new { return }
    let what: Bilingual
    if let old, let new, old.day != new.day {
      what = Self.moved(from: CivilDate(iso: old.day), to: CivilDate(iso: new.day))
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
