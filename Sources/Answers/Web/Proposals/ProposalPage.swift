import Diagnostics
import HTTPMessages
import Operations
import Presentation
import Proposals
import Reminders
import Templates

/// One proposal: who, when, why, the row before and after, what it would do; for an administrator the forms that decide it.
struct ProposalPage: Page {
  static let template = "proposal.html"
  static let shape: [String: TemplateShape] = [
    "list": .text, "listName": .text, "here": .text, "heading": .text, "class": .text, "word": .text, "number": .text,
    "about": .text, "quotes": .texts, "words": .texts, "hasWords": .truth, "blocks": .list(ChangedBlock.shape),
    "hasBlocks": .truth,
    "lines": .texts, "hasLines": .truth, "command": .text, "obstacles": .list(["word": .text, "text": .text]),
    "decision": .text,
    "decisionReason": .text,
    "applying": .text, "again": .text, "unanswered": .texts, "hasUnanswered": .truth,
    "drafts": .list(DraftCard.shape), "letters": .list(LettersCard.shape),
    "isWrong": .truth, "wrong": .text, "note": .text, "errors": .list(["field": .text, "text": .text]),
    "hasErrors": .truth,
    "forms": .list([
      "action": .text, "token": .text, "canAccept": .truth, "sources": .text, "accept": .text, "canRefuse": .truth,
      "fields": .list(RowField.shape),
    ]),
    "withdrawals": .list(["action": .text, "token": .text]),
  ]

  /// The parameter with the name of the request that was made of who writes the rule folder.
  static let request = "yeu-cau"
  static let sources = "nguon"

  enum Action: String {
    case accept = "nhan"
    case refuse = "tu-choi"
    case withdraw = "rut"
  }

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }
  var hasFiles: Bool { false }

  /// What is shown beside the proposal.
  struct State {
    var faults: [RowProposals.Fault] = []
    var note = ""
    var reason = ""
  }

  static func answer(_ visit: Visit, number: String) -> HTTPAnswer {
    guard let number = Int64(number), number > 0, number <= Int64(Int32.max) else { return Routes.missing(visit) }
    do throws(OperationFailure) {
      let query = try ProposalQuery(stateFolder: visit.model.state, in: visit.operations)
      guard let proposal = try query.known(number) else { return Routes.missing(visit) }
      guard visit.request.method == "POST" else {
        // For who is known each look is computed anew.
        if let desk = visit.desk, let key = visit.visitor.key,
          let seconds = desk.wait(of: "look, \(key)", at: Int64(visit.operations.now))
        {
          return Problem(.tooOften, retryAfter: seconds).answer(visit)
        }
        return visit.form(ProposalPage(proposal, State(), visit))
      }
      return try ProposalDecision(proposal, query, visit).answer()
    } catch { return Problem.unreadable(error.remark.summary).answer(visit) }
  }

  init(_ proposal: Proposal, _ state: State, _ visit: Visit) {
    let row = ProposalRow(proposal, visit)
    let content = proposal.content
    let progress = ProposalProgress(proposal, visit)
    let mayDecide =
      visit.isAdministrator && proposal.decision == nil && row.isOfRows && progress.applying.isEmpty
    let outlook =
      row.isSecret ? ProposalOutlook() : ProposalOutlook(proposal, visit, decides: mayDecide)
    let isOwn =
      visit.desk != nil && row.isOfRows
      && (visit.visitor.recorder.map { visit.model.isProposed(proposal, by: $0) } ?? false)
    let faults = state.faults + progress.faults
    let isWrong = !faults.isEmpty || !state.note.isEmpty
    let heading = row.name
    // Several may be about one row.
    let name = visit.say("Đề xuất số \(proposal.number): \(heading)", "Proposal \(proposal.number): \(heading)")
    title = isWrong ? visit.say("Lỗi: \(name)", "Error: \(name)") : name
    let isPlain = content.blocks.isEmpty
    let lines =
      isPlain && !row.isSecret ? ProposalText(visit.language, width: 0).summary(content) : []
    let reason = row.isSecret ? "" : content.subject
    let words = row.isSecret || content.words.isEmpty ? [] : LetterPage.lines(content.words)
    var values: [String: TemplateValue] = [
      "list": .text(visit.address("de-xuat")), "listName": .text(visit.say("Đề xuất", "Proposals")),
      "here": .text(visit.say("Số \(proposal.number)", "No. \(proposal.number)")),
      "number": .text(visit.say("Đề xuất số \(proposal.number)", "Proposal \(proposal.number)")),
      "heading": .text(heading), "class": .text(row.colour.rawValue), "word": .text(row.word),
      "about": .text(Self.about(row, visit)),
      "quotes": .list(reason.isEmpty ? [] : [.text("“\(reason)”")]),
      "words": .list(words.map { .text($0) }), "hasWords": .truth(!words.isEmpty),
      "blocks": .list(row.blocks.map { ChangedBlock.whole($0, visit) }), "hasBlocks": .truth(!row.blocks.isEmpty),
      "lines": .list(lines.map { .text($0) }), "hasLines": .truth(!lines.isEmpty),
      "command": .text(
        proposal.decision == nil && !row.isOfRows ? "nhacviec proposals accept \(proposal.number)" : ""),
      "obstacles": .list(outlook.obstacles.map { ["word": .text($0.word), "text": .text($0.text)] }),
      "drafts": .list(outlook.preview.map { [DraftCard($0, visit).values] } ?? []), "letters": .list(outlook.letters),
      "applying": .text(progress.applying), "again": .text(progress.applying.isEmpty ? "" : visit.route.address()),
      "isWrong": .truth(isWrong),
      "wrong": .text(
        proposal.decision == nil
          ? visit.say("Chưa quyết định.", "Nothing was decided.")
          : visit.say("Đã có quyết định trước.", "It was decided before.")), "note": .text(state.note),
      "hasErrors": .truth(!faults.isEmpty),
      "errors": .list(
        faults.map {
          [
            "field": .text($0.name == nil ? "quyet-dinh" : RowField.ofRefusal.id),
            "text": .text($0.words.text(in: visit.language).asBeginning),
          ]
        }),
      "forms": .list(
        mayDecide
          ? [Self.forms(outlook, progress, state, visit)] : [[String: TemplateValue]]()),
      "unanswered": .list(
        (progress.unanswered
          + (mayDecide && !progress.unanswered.isEmpty && outlook.sources != nil ? [Self.again(visit)] : []))
          .map { .text($0) }), "hasUnanswered": .truth(!progress.unanswered.isEmpty),
      "withdrawals": .list(
        proposal.decision == nil && !progress.isAsked && isOwn
          ? [["action": .text(visit.address(visit.route.path)), "token": .text(visit.token)]]
          : [[String: TemplateValue]]()),
    ]
    values.merge(Self.decision(proposal, row, visit)) { $1 }
    self.values = values
  }

  private static func again(_ visit: Visit) -> String {
    visit.say(
      "Chấp nhận lại được ở dưới; dù chấp nhận mấy lần cũng chỉ áp dụng một lần.",
      "It can be accepted again below; however often that is done, it is applied once.")
  }

  /// `Sở Tư pháp, 15:10, Thứ Sáu, 20/09/2024, từ trang web; theo bản quy tắc số 7`
  private static func about(_ row: ProposalRow, _ visit: Visit) -> String {
    let (content, live) = (row.proposal.content, visit.model.revision)
    let now =
      content.revision == live
      ? visit.say("đang có hiệu lực", "in force") : live.map { visit.say("nay là bản số \($0)", "now \($0)") } ?? ""
    let base = visit.say("theo bản quy tắc số \(content.revision)", "by revision \(content.revision) of the rules")
    return "\(row.author), \(row.moment(row.proposal.made)), \(row.way); \(base)" + (now.isEmpty ? "" : " (\(now))")
  }

  private static func decision(_ proposal: Proposal, _ row: ProposalRow, _ visit: Visit) -> [String: TemplateValue] {
    guard let decision = proposal.decision else { return ["decision": .text(""), "decisionReason": .text("")] }
    return [
      "decision": .text(words(of: decision, row, visit)),
      "decisionReason": .text(row.isSecret ? "" : decision.reason.map { "“\($0)”" } ?? ""),
    ]
  }

  /// Who decided what, and when.
  static func words(of decision: Proposal.Decision, _ row: ProposalRow, _ visit: Visit) -> String {
    let moment = row.moment(decision.decided)
    return switch decision.verdict {
    case .accepted:
      visit.say("\(decision.author) chấp nhận lúc \(moment).", "\(decision.author) accepted it at \(moment).")
    case .refused:
      visit.say("\(decision.author) không chấp nhận lúc \(moment).", "\(decision.author) refused it at \(moment).")
    case .withdrawn: visit.say("\(row.author) đã rút lúc \(moment).", "\(row.author) withdrew it at \(moment).")
    }
  }

  private static func forms(
    _ outlook: ProposalOutlook, _ progress: ProposalProgress, _ state: State, _ visit: Visit
  ) -> [String: TemplateValue] {
    [
      "action": .text(visit.address(visit.route.path)), "token": .text(visit.token),
      "canAccept": .truth(outlook.sources != nil),
      "sources": .text(outlook.sources ?? ""),
      "accept": .text(
        progress.isAsked
          ? visit.say("Chấp nhận lại và áp dụng", "Accept it again and apply it")
          : visit.say("Chấp nhận và áp dụng", "Accept and apply it")),
      "canRefuse": .truth(!progress.isAsked),
      "fields": .list([RowField.ofRefusal.values(state.reason, state.faults, visit)]),
    ]
  }
}
