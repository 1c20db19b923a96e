import Diagnostics
import Presentation
import Templates

/// Periods or units of one due line in one row, which opens to show each.
struct FoldRow {
  static let shape: [String: TemplateShape] = [
    "isFold": .truth, "foldID": .text, "who": .text, "share": .text, "done": .text, "total": .text,
    "members": .list(["href": .text, "label": .text, "tags": .list(["class": .text, "word": .text])]), "more": .text,
  ].merging(StateMix.shape) { first, _ in first }

  /// Members that are listed, at most.
  private static let most = 60

  let values: [String: TemplateValue]

  init(_ row: UpcomingRow, _ visit: Visit) {
    // One duty alone is shown as itself, though its due line has more that are not wanted here.
    guard row.count > 1 else {
      values = [
        "isFold": .truth(false), "foldID": .text(""), "who": .text(""), "share": .text(""), "done": .text(""),
        "total": .text(""),
        "members": .list([TemplateValue]()), "more": .text(""), "mixTags": .list([TemplateValue]()), "mix": .text(""),
      ]
      return
    }
    let periods = PeriodWording(visit.wording)
    func period(_ item: UpcomingItem) -> String { periods.text(of: item.duty).asBeginning }
    let severalUnits = row.leads.count > 1
    let members = row.members.prefix(Self.most).map { item -> [String: TemplateValue] in
      let day = item.duty.toldDay.map(visit.dates.short) ?? ""
      let unit = visit.names.recipients(item.duty.leads)
      let label =
        severalUnits ? [unit, row.members.count > row.leads.count ? day : ""] : [day.isEmpty ? period(item) : day]
      return [
        "href": .text(DutyRow.address(item.duty.id, visit)),
        "label": .text(label.filter { !$0.isEmpty }.joined(separator: " · ")),
        "tags": DutyTags(item, today: visit.today, visit.language).values["tags"] ?? .list([TemplateValue]()),
      ]
    }
    let left = row.members.count - members.count
    values = [
      "isFold": .truth(true),
      "foldID": .text(ItemWording(visit.rules, visit.wording, today: visit.today).id(row)),
      "who": .text(
        severalUnits
          ? visit.say("\(visit.number(row.leads.count)) đơn vị", "\(visit.number(row.leads.count)) units")
          : visit.names.recipients(row.leads.first ?? [])),
      "share": .text(row.share.text(visit.language)),
      "done": .number(row.share.reported), "total": .number(max(row.share.total, 1)), "members": .list(members),
      "more": .text(
        left > 0
          ? visit.say("và \(visit.number(left)) việc nữa", "and \(visit.number(left)) more") : ""),
    ].merging(StateMix(row.members, visit).values) { first, _ in first }
  }
}
