import HTTPMessages
import Operations
import Presentation
import Proposals
import Templates

/// The proposals that wait, or that were decided, the latest first.
struct ProposalsPage: Page {
  static let template = "proposals.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "filters": .list(["href": .text, "label": .text, "count": .text, "isCurrent": .truth]),
    "proposals": .list(ProposalRow.shape), "hasProposals": .truth, "next": .text, "latest": .text,
    "emptyTitle": .text, "emptyText": .text, "hasPlans": .truth, "plans": .list(["href": .text, "label": .text]),
  ]

  /// The parameter that chooses what is listed.
  static let choice = "xem"
  private static let decided = "da-quyet-dinh"
  private static let most = 30

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }
  var hasFiles: Bool { false }

  static func answer(_ visit: Visit) -> HTTPAnswer {
    let fault =
      visit.fault(of: "after", .number(1...Int(Int32.max))) ?? visit.fault(of: choice, .choice([decided]))
    if let fault { return fault.answer(visit) }
    let after = visit.route.value("after").flatMap { Int64($0) }
    return visit.page { () throws(OperationFailure) -> ProposalsPage? in
      try ProposalsPage(visit, isDecided: visit.route.value(choice) == decided, after: after)
    }
  }

  private init(_ visit: Visit, isDecided: Bool, after: Int64?) throws(OperationFailure) {
    title =
      isDecided
      ? visit.say("Đề xuất đã quyết định", "Proposals that were decided")
      : visit.say("Đề xuất chờ quyết định", "Proposals that wait")
    let query = try ProposalQuery(stateFolder: visit.model.state, in: visit.operations)
    let found = try query.proposals(isDecided ? .decided : .waiting, before: after ?? .max, limit: Self.most + 1)
    let counts = (waiting: try query.waiting(), decided: try query.decided())
    func filter(_ words: String, _ count: Int, _ query: [String: String], _ isCurrent: Bool) -> [String: TemplateValue]
    {
      [
        "href": .text(visit.address(["de-xuat"], query: query)), "label": .text(words),
        "count": .text(visit.number(count)), "isCurrent": .truth(isCurrent),
      ]
    }
    let plans = visit.visitor.recorder == nil ? [] : visit.rules.plans.filter { $0.classified == nil }
    values = [
      "heading": .text(title),
      "filters": .list([
        filter(visit.say("Chờ quyết định", "Waiting"), counts.waiting, [:], !isDecided),
        filter(visit.say("Đã quyết định", "Decided"), counts.decided, [Self.choice: Self.decided], isDecided),
      ]),
      "proposals": .list(found.prefix(Self.most).map { ProposalRow($0, visit).values }),
      "hasProposals": .truth(!found.isEmpty),
      "next": .text(
        found.count > Self.most ? visit.route.address(["after": "\(found[Self.most - 1].number)"]) : ""),
      "latest": .text(after == nil ? "" : visit.route.address(["after": ""])),
      "emptyTitle": .text(
        !found.isEmpty
          ? ""
          : isDecided
            ? visit.say("Chưa có đề xuất nào được quyết định", "Nothing was decided yet")
            : visit.say("Không có đề xuất nào đang chờ", "No proposals wait")),
      "emptyText": .text(
        visit.say(
          "Đề xuất sửa một dòng ở trang của việc, hoặc đề xuất việc mới ở đây; ai đăng nhập và có vai trò đều đề xuất được.",
          "A change of a row is proposed on the page of its task, a new task here; whoever signs in and has a role may do so."
        )),
      "hasPlans": .truth(!plans.isEmpty),
      "plans": .list(
        plans.map { ["href": .text(visit.address("de-xuat", "moi", $0.id)), "label": .text($0.title)] }),
    ]
  }
}
