import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import Rules
import Templates

/// All units with the figures of what they lead.
struct UnitsPage: Page {
  static let template = "units.html"
  static let shape: [String: TemplateShape] = [
    "tables": .list(FigureTable.shape), "isAnyIdle": .truth, "idleHeading": .text,
    "idle": .list(["href": .text, "label": .text]),
  ].merging(Standing.shape) { first, _ in first }

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .units }

  init(_ visit: Visit) {
    title = visit.say("Đơn vị", "Units")
    let statistic = Statistic(
      visit.model.counted, in: DayRange(first: .first, last: .last), by: .unit, visit.rules, visit.language)
    let table = FigureTable(statistic, by: .unit, visit)
    let leading = Set(
      zip(statistic.subjects, statistic.rows).flatMap { subject, row -> [Recipient] in
        if case .leads(let leads) = subject, row.total > 0 { leads } else { [] }
      })
    let idle = visit.rules.units.indices.map { Recipient.unit($0) }.filter { !leading.contains($0) }
      .map { (recipient: $0, name: visit.names.recipient($0)) }.inVietnameseOrder(of: \.name)
    let values: [String: TemplateValue] = [
      "tables": .list([.record(table.values(visit))]), "isAnyIdle": .truth(!idle.isEmpty),
      "idleHeading": .text(
        visit.say(
          "\(visit.number(idle.count)) đơn vị, chức danh không chủ trì việc nào có hạn",
          "Units and roles that lead no work with a day: \(visit.number(idle.count))")),
      "idle": .list(
        idle.map { ["href": .text(Subjects.address(of: $0.recipient, visit)), "label": .text($0.name)] }),
    ]
    self.values = values.merging(Standing(statistic.whole, visit).values) { first, _ in first }
  }
}
