import CivilCalendar
import Expansion
import Presentation
import Templates

/// What is late, due, waiting and for whom, today.
struct FirstPage: Page {
  static let template = "first.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text,
    "counts": .list(["class": .text, "href": .text, "number": .text, "label": .text]),
  ].merging(MonthFigures.stripShape) { first, _ in first }.merging(DutyList.shape) { first, _ in first }

  /// Rows under each heading, at most.
  private static let most = 50

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .today }

  init(_ visit: Visit) {
    title = visit.say("Hôm nay", "Today")
    let counts = StateCounts(visit.model.list)
    var choice = UpcomingPage.Choice()
    choice.filter.states = [.overdue, .dueSoon, .reported, .toSettle]
    (choice.isFolded, choice.limit) = (true, Self.most)
    let page = UpcomingPage(visit.model.list, choice, visit.language)
    let list = DutyList(
      caption: visit.say("Việc cần chú ý", "What to look at"), bands: page.sections.map { DutyList.Band($0) },
      empty: (
        visit.say("Không có việc quá hạn hay sắp đến hạn", "Nothing is overdue or due soon"),
        visit.say("Xem các việc khác ở mục Việc.", "See the other work under Work.")
      ))
    values = [
      "heading": .text(visit.dates.long(visit.today)),
      "subheading": .text(visit.rules.plans.map(\.title).joined(separator: " · ")),
      "counts": .list(
        StateCounts.State.main.map { state in
          [
            "class": .text(state.colour.rawValue), "number": .number(counts[state]),
            "href": .text(state.address(visit)),
            "label": .text(state.words.text(in: visit.language)),
          ]
        }),
    ].merging(MonthFigures(visit.today.year, visit.model.counted).strip(visit)) { first, _ in first }
      .merging(list.values(visit)) { first, _ in first }
  }
}
