import CivilCalendar
import HTTPMessages
import Presentation
import Templates

/// All work by its days.
struct AgendaPage: Page {
  static let template = "agenda.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "range": .text, "next": .text,
    "downloads": .list(["href": .text, "label": .text]),
  ].merging(DutyList.shape) { first, _ in first }

  private static let most = 50

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .tasks }

  static func answer(_ visit: Visit) -> HTTPAnswer { visit.page(AgendaPage(visit)) }

  init(_ visit: Visit) {
    title = visit.say("Việc", "Work")
    let items = Array(visit.model.list.items.prefix(Self.most))
    let list = DutyList(
      caption: title, bands: [DutyList.Band(heading: "", items: items)],
      empty: (
        visit.say("Không có việc nào", "There is no work"), visit.say("Bỏ bớt điều kiện lọc.", "Take away filters.")
      ))
    values = [
      "heading": .text(title), "range": .text(""), "next": .text(""), "downloads": .list([[String: TemplateValue]]()),
    ].merging(list.values(visit)) { first, _ in first }
  }
}
