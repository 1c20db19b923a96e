import Diagnostics
import HTTPMessages
import Operations
import Proposals
import StateFolder

/// What an administrator decides of a proposal. Refusing is noted here; accepting only asks who may write the rule folder
/// (decision: rows-by-fields).
struct ProposalDecision {
  private let proposal: Proposal
  private let query: ProposalQuery
  private let visit: Visit

  init(_ proposal: Proposal, _ query: ProposalQuery, _ visit: Visit) {
    (self.proposal, self.query, self.visit) = (proposal, query, visit)
  }

  private var address: String { visit.address(visit.route.path) }

  func answer() throws(OperationFailure) -> HTTPAnswer {
    guard visit.isAdministrator, case .login(let login)? = visit.visitor.recorder else {
      return Problem(
        .notYours,
        .init(
          vi: "Chỉ người quản trị nêu trong cấu hình mới quyết định đề xuất.",
          en: "Only an administrator whom the configuration names decides what is proposed.")
      ).answer(visit)
    }
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
    // Who decided first did; the page says it, and which command decides what is not decided here.
    guard proposal.decision == nil, ProposalRow(proposal, visit).isOfRows else { return visit.redirect(address) }
    return switch action {
    case .refuse: try refuse(reason(sent), by: login)
    case .accept: try accept(sent.values[ProposalPage.sources] ?? "", by: login)
    }
  }

  private func reason(_ sent: SentFields) -> String { sent.values[RowField.reason] ?? "" }

  private func page(_ state: ProposalPage.State, _ status: Int) -> HTTPAnswer {
    visit.form(ProposalPage(proposal, state, visit), status: status)
  }

  private func refuse(_ reason: String, by login: String) throws(OperationFailure) -> HTTPAnswer {
    if let fault = RowProposals.fault(ofReason: reason, RowField.reason) {
      return page(.init(faults: [fault], reason: reason), 422)
    }
    guard let desk = visit.desk else { return ActPage.refusal(visit) }
    var operations = visit.operations
    operations.recorder = login
    let failure: OperationFailure? = desk.turn.withLock { [operations] _ in
      do throws(OperationFailure) {
        try query.refuse(proposal.number, because: reason, in: operations)
        return nil
      } catch { return error }
    }
    // Somebody else may have decided it meanwhile, which the page says.
    if let failure, try query.proposal(proposal.number).decision == nil { throw failure }
    return visit.redirect(address)
  }

  private func accept(_ sources: String, by login: String) throws(OperationFailure) -> HTTPAnswer {
    guard let state = visit.stateFolder, let desk = visit.desk else { return ActPage.refusal(visit) }
    let preview: ProposalPreview
    do throws(OperationFailure) {
      preview = try visit.previewing { () throws(OperationFailure) in
        try ProposalPreview(proposal.content.blocks, visit.model, in: visit.operations)
      }
    } catch { return page(.init(), 409) }
    guard !sources.isEmpty, preview.sources == sources else {
      return page(
        .init(
          note: visit.say(
            "Quy tắc hoặc đề xuất đã đổi từ khi mở trang này, nên chưa chấp nhận. Xem lại rồi quyết định.",
            "The rules have changed since this page was opened, so nothing was accepted. Look at it again.")), 409)
    }
    let dropped: Result<String?, SystemError> = desk.turn.withLock { _ in
      // A click too many asks once.
      guard !ProposalProgress.isAsked(proposal.number, state) else { return .success(nil) }
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
