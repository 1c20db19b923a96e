import CivilCalendar
import Expansion
import Presentation
import Templates

/// All plans with their figures.
struct PlansPage: Page {
  static let template = "plans.html"
  static let shape: [String: TemplateShape] = ["tables": .list(FigureTable.shape)].merging(Standing.shape) { first, _ in
    first
  }

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }

  init(_ visit: Visit) {
    title = visit.say("Kế hoạch", "Plans")
    let statistic = Statistic(
      visit.model.counted, in: DayRange(first: .first, last: .last), by: .plan, visit.rules, visit.language)
    // Plans of which nothing is counted are named too.
    let counted = Dictionary(uniqueKeysWithValues: zip(statistic.subjects, statistic.rows))
    let rows = visit.rules.plans.indices.map { plan in
      let name = visit.rules.plans[plan].title
      return FigureTable.Row(
        name: name, address: Subjects.address(of: .plan(plan), visit), figures: counted[.plan(plan)] ?? .init(name))
    }
    let table = FigureTable(
      caption: visit.say("Các kế hoạch", "The plans"), heading: title, rows: rows, whole: statistic.whole)
    values = ["tables": .list([.record(table.values(visit))])]
      .merging(Standing(statistic.whole, visit).values) { first, _ in first }
  }
}
