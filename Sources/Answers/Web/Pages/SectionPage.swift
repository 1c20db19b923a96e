import CivilCalendar
import Expansion
import Presentation
import Rules
import Templates

/// One section of a plan: how its work stands, and its duties.
struct SectionPage: Page {
  static let template = "section.html"
  static let shape: [String: TemplateShape] = [
    "crumbs": .list(["href": .text, "label": .text]), "here": .text, "heading": .text, "goal": .text,
  ].merging(Standing.shape) { first, _ in first }.merging(DutyList.shape) { first, _ in first }

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }

  /// Nil if there is no such section.
  static func place(of name: String, plan: String, _ rules: RuleSet) -> Int? {
    rules.sections.firstIndex { $0.id == name && rules.plans[$0.plan].id == plan }
  }

  /// Nil if there is no such section.
  init?(_ visit: Visit, plan id: String, section name: String) {
    let rules = visit.rules
    guard let place = Self.place(of: name, plan: id, rules) else { return nil }
    let section = rules.sections[place]
    let plan = rules.plans[section.plan]
    let isClassified = plan.classified != nil
    title = isClassified ? section.id : "\(section.id). \(section.title)"
    let ones = visit.model.counted.all.filter { $0.section == place }
    let statistic = Statistic(
      visit.model.counted, in: DayRange(first: .first, last: .last), by: .section, rules, visit.language
    ) { $0.section == place }
    let list = DutyList(
      caption: visit.say("Việc của mục", "Work of the section"),
      bands: StateBands.bands(ones.map { visit.model.list.items[$0.place] }, visit),
      empty: (
        visit.say("Mục này không có việc", "The section has no work"),
        visit.say("Xem các mục khác của kế hoạch.", "See the other sections of the plan.")
      ))
    values = [
      "crumbs": .list([
        ["href": .text(visit.address("ke-hoach")), "label": .text(visit.say("Kế hoạch", "Plans"))],
        ["href": .text(visit.address("ke-hoach", plan.id)), "label": .text(plan.title)],
      ]), "here": .text(section.id), "heading": .text(title),
      "goal": .optional(section.goal.map { visit.say("Mục tiêu: \($0)", "Goal: \($0)") }),
    ].merging(Standing(statistic.whole, visit).values) { first, _ in first }
      .merging(list.values(visit)) { first, _ in first }
  }
}
