import HTTPMessages
import Operations
import Presentation
import Reminders
import Templates

/// One revision: what it changed in the rules, and which duties came, went and moved.
struct RevisionPage: Page {
  static let template = "revision.html"
  static let shape: [String: TemplateShape] = [
    "list": .text, "listName": .text, "heading": .text, "here": .text, "remark": .text, "isLive": .truth,
    "state": .text,
    "dutySummary": .text, "hands": .texts, "hasHands": .truth,
    "duties": .list(ChangedDuty.shape),
    "moreDuties": .text, "blockSummary": .text, "blocks": .list(ChangedBlock.shape), "moreBlocks": .text,
  ]

  private static let most = 200

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }

  static func answer(_ visit: Visit, number: String) -> HTTPAnswer {
    guard let number = Int(number) else { return Routes.missing(visit) }
    return visit.page { () throws(OperationFailure) -> RevisionPage? in
      let query = try RevisionQuery(visit.model, in: visit.operations)
      return query.numbers.contains(number) ? try RevisionPage(visit, query, number) : nil
    }
  }

  private init(_ visit: Visit, _ query: RevisionQuery, _ number: Int) throws(OperationFailure) {
    title = visit.say("Bản quy tắc số \(number)", "Revision \(number) of the rules")
    let manifest = try query.manifest(number)
    let moment = visit.dates.moment(Zone.vietnam.civil(manifest.instant))
    let difference = try query.difference(number)
    let isFirst = difference == nil
    let blocks = isFirst ? [] : try query.blocks(number)
    let changes = difference?.changes(visit.language) ?? []
    let hands = (difference?.hands(visit.language) ?? []).filter { !visit.model.tellsSecrets($0) }
    func more(_ count: Int) -> TemplateValue {
      .text(count <= Self.most ? "" : visit.say("… và \(count - Self.most) khác", "… and \(count - Self.most) more"))
    }
    values = [
      "list": .text(visit.address("ban-quy-tac")),
      "listName": .text(visit.say("Các bản quy tắc", "Revisions of the rules")), "heading": .text(title),
      "here": .text(visit.say("Bản số \(number)", "Revision \(number)")), "isLive": .truth(number == query.live),
      "state": .text(
        number == query.live
          ? visit.say("Đang có hiệu lực", "In force") : visit.say("Đã được thay thế", "Replaced since")),
      "remark": .text(
        visit.say(
          "\(manifest.author) đưa vào hiệu lực lúc \(moment).", "Promoted by \(manifest.author) at \(moment).")),
      "dutySummary": .text(isFirst ? Self.first(visit) : Self.summary(changes, visit)),
      "hands": .list(hands.map { .text($0) }), "hasHands": .truth(!hands.isEmpty),
      "duties": .list(changes.prefix(Self.most).map { ChangedDuty.values($0, isThere: true, visit) }),
      "moreDuties": more(changes.count),
      "blockSummary": .text(
        isFirst ? Self.first(visit) : ChangedBlock.summary(blocks, visit).asBeginning + "."),
      "blocks": .list(blocks.prefix(Self.most).map { ChangedBlock.values($0, visit) }),
      "moreBlocks": more(blocks.count),
    ]
  }

  private static func first(_ visit: Visit) -> String {
    visit.say("Bản đầu tiên: mọi thứ đều mới.", "The first one: all of it is new.")
  }

  private static func summary(_ changes: [RuleDifference.Change], _ visit: Visit) -> String {
    let counts = ChangedDuty.summary(changes, visit)
    guard !changes.isEmpty else { return counts }
    return visit.say(
      "\(counts). So với bản trước, theo các ghi nhận đến nay.",
      "\(counts). Compared with the revision before, with the facts recorded by now.")
  }
}
