import HTTPMessages
import Operations
import Presentation
import Reminders
import StateFolder
import Templates

/// The revisions of the rules: the one in force with what it changed, and those before it.
struct RevisionsPage: Page {
  static let template = "revisions.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text, "files": .text, "waiting": .text, "waitingReasons": .texts,
    "waitingSummary": .text,
    "waitingBlocks": .list(["blocks": .list(ChangedBlock.shape)]),
    "revisions": .list([
      "href": .text, "name": .text, "isLive": .truth, "day": .text, "remark": .text,
    ]),
    "hasLive": .truth, "liveHeading": .text, "liveRemark": .text, "liveSummary": .text, "liveHref": .text,
    "liveLink": .text, "blocks": .list(ChangedBlock.shape), "next": .text, "latest": .text, "emptyTitle": .text,
    "emptyText": .text,
  ]

  private static let most = 10
  private static let mostBlocks = 12

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }

  static func answer(_ visit: Visit) -> HTTPAnswer {
    let after = visit.route.value("after")
    if let fault = visit.fault(of: "after", .number(1...Int(Int32.max))) { return fault.answer(visit) }
    return visit.page { () throws(OperationFailure) -> RevisionsPage? in
      try RevisionsPage(visit, RevisionQuery(visit.model, in: visit.operations), after: after.flatMap { Int($0) })
    }
  }

  private init(_ visit: Visit, _ query: RevisionQuery, after: Int?) throws(OperationFailure) {
    title = visit.say("Các bản quy tắc", "Revisions of the rules")
    let numbers = query.numbers.filter { $0 < after ?? .max }
    var rows: [[String: TemplateValue]] = []
    for number in numbers.prefix(Self.most) { rows.append(try Self.row(number, query, visit)) }
    let reasons = query.reasons(visit.language)
    let next = numbers.count > Self.most ? numbers[Self.most - 1] : nil
    var values: [String: TemplateValue] = [
      "heading": .text(title), "files": .text(visit.address("quy-tac")), "revisions": .list(rows),
      "subheading": .text(
        query.live.map { visit.say("Bản số \($0) đang có hiệu lực", "Revision \($0) is in force") } ?? ""),
      "waiting": .text(query.waiting.map { Self.waiting($0, visit) } ?? ""),
      "waitingReasons": .list((reasons.told + Self.leftOut(reasons.secret, visit)).map { .text($0) }),
      "hasLive": .truth(false),
      "next": .text(next.map { visit.route.address(["after": "\($0)"]) } ?? ""),
      "latest": .text(after == nil ? "" : visit.route.address(["after": ""])),
      "emptyTitle": .text(
        !rows.isEmpty
          ? ""
          : after == nil
            ? visit.say("Chưa có bản quy tắc nào", "There are no revisions yet")
            : visit.say("Không còn bản cũ hơn", "There are no older revisions")),
      "emptyText": .text(
        after != nil
          ? ""
          : visit.say(
            "Quy tắc có hiệu lực khi người quản trị chạy nhacviec rules promote; các ngày đang xem được tính từ thư mục quy tắc.",
            "Rules come into force by nhacviec rules promote; the days shown are computed from the rule folder.")),
    ]
    values.merge(try Self.waitingChanges(query, visit)) { $1 }
    if after == nil, let live = query.live { values.merge(try Self.live(live, query, visit)) { $1 } }
    self.values = values
  }

  private static func leftOut(_ secret: Int, _ visit: Visit) -> [String] {
    switch secret {
    case 0: []
    case 1: [visit.say("một lý do về việc có độ mật, không nêu ở đây", "one about classified work, left out here")]
    default:
      [
        visit.say(
          "\(secret) lý do về việc có độ mật, không nêu ở đây", "\(secret) about classified work, left out here")
      ]
    }
  }

  private static func row(
    _ number: Int, _ query: RevisionQuery, _ visit: Visit
  ) throws(OperationFailure) -> [String: TemplateValue] {
    let manifest = try query.manifest(number)
    let changed =
      query.number(before: number) == nil
      ? visit.say("bản đầu tiên", "the first one") : ChangedBlock.summary(try query.blocks(number), visit)
    return [
      "href": .text(visit.address("ban-quy-tac", "\(number)")),
      "name": .text(visit.say("Bản số \(number)", "Revision \(number)")), "isLive": .truth(number == query.live),
      "day": .text(visit.dates.moment(Zone.vietnam.civil(manifest.instant))),
      "remark": .text("\(manifest.author); \(changed)"),
    ]
  }

  private static func live(
    _ number: Int, _ query: RevisionQuery, _ visit: Visit
  ) throws(OperationFailure) -> [String: TemplateValue] {
    let manifest = try query.manifest(number)
    let moment = Zone.vietnam.civil(manifest.instant)
    let isFirst = query.number(before: number) == nil
    let blocks = isFirst ? [] : try query.blocks(number)
    return [
      "hasLive": .truth(true),
      "liveHeading": .text(
        visit.say(
          "Bản số \(number), từ \(visit.dates.long(moment.day))",
          "Revision \(number), since \(visit.dates.long(moment.day))")),
      "liveRemark": .text(
        visit.say(
          "\(manifest.author) đưa vào hiệu lực lúc \(visit.dates.time(moment.minute)).",
          "Promoted by \(manifest.author) at \(visit.dates.time(moment.minute)).")),
      "liveSummary": .text(
        (isFirst ? visit.say("bản đầu tiên", "the first one") : ChangedBlock.summary(blocks, visit)).asBeginning + "."),
      "liveHref": .text(isFirst ? "" : visit.address("ban-quy-tac", "\(number)")),
      "liveLink": .text(visit.say("Các việc và ngày thay đổi", "Duties and days that changed")),
      "blocks": .list(blocks.prefix(mostBlocks).map { ChangedBlock.values($0, visit) }),
    ]
  }

  /// What the rules that wait would change.
  private static func waitingChanges(
    _ query: RevisionQuery, _ visit: Visit
  ) throws(OperationFailure) -> [String: TemplateValue] {
    let blocks = try query.waitingBlocks()
    let shown = (blocks ?? []).prefix(mostBlocks).map { ChangedBlock.values($0, visit) }
    return [
      "waitingSummary": .text(
        query.waiting == nil
          ? ""
          : query.live == nil
            ? visit.say("Chưa có bản nào có hiệu lực.", "No revision is in force yet.")
            : blocks.map { ChangedBlock.summary($0, visit).asBeginning + "." }
              ?? visit.say(
                "Thư mục quy tắc đã khác bản đang chờ, nên không nêu được bản ấy thay đổi gì.",
                "The rule folder differs from what waits by now, so what that changes cannot be shown.")),
      "waitingBlocks": .list(shown.isEmpty ? [] : [["blocks": .list(shown)]]),
    ]
  }

  private static func waiting(_ waiting: WaitingRules, _ visit: Visit) -> String {
    let moment = visit.dates.moment(Zone.vietnam.civil(Instant(seconds: waiting.since)))
    return visit.say(
      "Một bản của \(waiting.author) đang chờ được đồng ý từ \(moment), vì:",
      "A revision by \(waiting.author) has waited for acceptance since \(moment), because:")
  }
}
