import Diagnostics
import HTTPMessages
import Operations
import Proposals
import RuleSyntax
import StateFolder

/// What an administrator decides of a proposal, or that its author takes it back. This is noted here, as is a refusal; accepting
/// only asks who may write the rule folder (decision: rows-by-fields).
struct ProposalDecision {
  private let proposal: Proposal
  private let query: ProposalQuery
  private let visit: Visit

  init(_ proposal: Proposal, _ query: ProposalQuery, _ visit: Visit) {
    (self.proposal, self.query, self.visit) = (proposal, query, visit)
  }

  private var address: String { visit.address(visit.route.path) }

  func answer() throws(OperationFailure) -> HTTPAnswer {
    let administrator: String? =
      if visit.isAdministrator, case .login(let login)? = visit.visitor.recorder { login } else { nil }
    let author = visit.visitor.recorder.flatMap { visit.model.isProposed(proposal, by: $0) ? $0 : nil }
    guard administrator != nil || author != nil else { return notYours }
    let sent: SentFields
    switch visit.sentFields(isField: [RowField.reason, ProposalPage.sources].contains) {
    case .success(let fields): sent = fields
    case .failure(.answer(let answer)): return answer
    case .failure(.old(let fields)):
      return page(.init(note: visit.say(Visit.oldForm.vi, Visit.oldForm.en), reason: reason(fields)), 403)
    case .failure(.notNow(let fields, let problem)):
      return page(.init(note: visit.notNow(problem), reason: reason(fields)), problem.status)
    }
    guard let action = ProposalPage.Action(rawValue: sent.action) else { return Problem(.badForm).answer(visit) }
    if action == .refuse, let administrator, let late = late(proposal, reason(sent), administrator) { return late }
    // Who decided first did; the page says it, and which command decides what is not decided here.
    guard proposal.decision == nil, ProposalRow(proposal, visit).isOfRows else { return visit.redirect(address) }
    switch (action, administrator, author) {
    case (.refuse, let login?, _): return try refuse(reason(sent), by: login)
    case (.accept, let login?, _): return try accept(sent.values[ProposalPage.sources] ?? "", by: login)
    case (.withdraw, _, let author?): return try withdraw(by: author)
    default: return notYours
    }
  }

  private var notYours: HTTPAnswer {
    Problem(
      .notYours,
      .init(
        vi: "Chỉ người quản trị nêu trong cấu hình mới quyết định đề xuất, chỉ người đề xuất mới rút.",
        en:
          "Only an administrator whom the configuration names decides what is proposed, and only who proposed it withdraws it."
      )
    ).answer(visit)
  }

  private func reason(_ sent: SentFields) -> String { sent.values[RowField.reason] ?? "" }

  private func page(_ state: ProposalPage.State, _ status: Int) -> HTTPAnswer {
    visit.form(ProposalPage(proposal, state, visit), status: status)
  }

  /// That a reason is not kept, since the proposal was decided before; nil if it was not, or just so: a click too many.
  private func late(_ proposal: Proposal, _ reason: String, _ login: String) -> HTTPAnswer? {
    let given = PlainWords.cleaned(reason)
    guard let decision = proposal.decision,
      decision.verdict != .refused || decision.author != login || decision.reason != given
    else { return nil }
    let words = ProposalPage.words(of: decision, ProposalRow(proposal, visit), visit)
    let lost = given.map { visit.say(" Lý do vừa ghi không được lưu: “\($0)”.", " This reason was not kept: “\($0)”.") }
    return visit.form(ProposalPage(proposal, .init(note: words + (lost ?? "")), visit), status: 409)
  }

  private func refuse(_ reason: String, by login: String) throws(OperationFailure) -> HTTPAnswer {
    if let fault = RowProposals.fault(ofReason: reason, RowField.reason) {
      return page(.init(faults: [fault], reason: reason), 422)
    }
    var operations = visit.operations
    operations.recorder = login
    let answer = try end { [operations] () throws(OperationFailure) in
      try query.refuse(proposal.number, because: reason, in: operations)
    }
    // Somebody else may have decided it meanwhile.
    return answer.status == 303 ? late(try query.proposal(proposal.number), reason, login) ?? answer : answer
  }

  private func withdraw(by author: Recorder) throws(OperationFailure) -> HTTPAnswer {
    try end { () throws(OperationFailure) in
      try query.withdraw(proposal.number, by: author, in: visit.operations)
    }
  }

  /// Notes that it waits no more, unless an acceptance may be at work.
  private func end(_ note: () throws(OperationFailure) -> Void) throws(OperationFailure) -> HTTPAnswer {
    guard let state = visit.stateFolder, let desk = visit.desk else { return ActPage.refusal(visit) }
    let result: Result<Bool, OperationFailure> = desk.turn.withLock { _ in
      guard !ProposalProgress.isAsked(proposal.number, state) else { return .success(false) }
      do throws(OperationFailure) {
        try note()
        return .success(true)
      } catch { return .failure(error) }
    }
    switch result {
    case .success(true): break
    case .success(false): return page(.init(note: visit.say(Self.accepted.vi, Self.accepted.en)), 409)
    case .failure(let failure):
      // Somebody else may have decided it meanwhile, which the page says.
      guard try query.proposal(proposal.number).decision != nil else { throw failure }
    }
    return visit.redirect(address)
  }

  private static let accepted = (
    vi: "Đề xuất đã được chấp nhận và đang chờ áp dụng, nên không rút hoặc từ chối được nữa.",
    en: "It was accepted and waits to be applied, so that it can be neither withdrawn nor refused any more."
  )

  private func accept(_ sources: String, by login: String) throws(OperationFailure) -> HTTPAnswer {
    guard let state = visit.stateFolder, let desk = visit.desk else { return ActPage.refusal(visit) }
    // What the page would not offer is not taken from one that was opened before.
    guard let wanted = ProposalOutlook(proposal, visit, decides: true).sources else {
      return page(
        .init(
          note: visit.say(
            "Nay không chấp nhận được trên trang; lý do nêu ở dưới.",
            "It cannot be accepted on pages now; the reason stands below.")), 409)
    }
    guard !sources.isEmpty, wanted == sources else {
      return page(
        .init(
          note: visit.say(
            "Quy tắc hoặc đề xuất đã đổi từ khi mở trang này, nên chưa chấp nhận. Xem lại rồi quyết định.",
            "The rules have changed since this page was opened, so nothing was accepted. Look at it again.")), 409)
    }
    let dropped: Result<String?, SystemError> = desk.turn.withLock { _ in
      // A click too many asks once, and what was decided meanwhile asks nothing. After a while it may be asked again: who applies it
      // does nothing for what is decided, and goes on where it broke off.
      guard !ProposalProgress.isAskedJustNow(proposal.number, state, at: Int64(visit.operations.now)),
        (try? query.known(proposal.number))?.decision == nil
      else { return .success(nil) }
      do throws(SystemError) {
        return .success(
          try Spool(state.requests(to: .editor)).drop(
            .acceptProposal(number: proposal.number, sources: sources, login: login)))
      } catch { return .failure(error) }
    }
    switch dropped {
    case .success(let name):
      return visit.redirect(visit.address(visit.route.path, query: name.map { [ProposalPage.request: $0] } ?? [:]))
    case .failure(let error):
      let words = error.words.text(in: visit.language)
      let command = "nhacviec proposals accept \(proposal.number)"
      return page(
        .init(
          note: visit.say(
            "Chưa chuyển được yêu cầu áp dụng: \(words). Trên máy chủ có lệnh: \(command)",
            "The request to apply it could not be handed over: \(words). On the machine there is: \(command)")), 503)
    }
  }
}
