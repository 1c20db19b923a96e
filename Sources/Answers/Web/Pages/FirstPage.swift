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
    "all": .text, "allHref": .text, "meeting": .text, "meetingHref": .text,
  ].merging(ToDecide.shape) { first, _ in first }.merging(MonthFigures.stripShape) { first, _ in first }
    .merging(DutyList.shape) { first, _ in first }

  /// Rows of the list, at most.
  private static let most = 50
  /// With more plans their number is said.
  private static let mostPlans = 2

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .today }

  init(_ visit: Visit) {
    title = visit.say("Hôm nay", "Today")
    let counts = StateCounts(visit.model.list)
    let list = DutyList(
      caption: visit.say("Việc cần chú ý", "What to look at"), bands: Self.bands(counts, visit),
      empty: (
        visit.say("Không có việc quá hạn hay sắp đến hạn", "Nothing is overdue or due soon"),
        visit.say("Xem các việc khác ở mục Việc.", "See the other work under Work.")
      ))
    let all = visit.number(counts.open)
    values = [
      "heading": .text(visit.dates.long(visit.today)), "subheading": .text(Self.subheading(visit)),
      "counts": .list(
        StateCounts.State.main.map { state in
          [
            "class": .text(state.colour.rawValue), "number": .text(visit.number(counts[state])),
            "href": .text(state.address(visit)),
            "label": .text(state.words.text(in: visit.language)),
          ]
        }),
      "all": .text(visit.say("Tất cả \(all) việc chưa kết thúc", "All \(all) not closed")),
      "allHref": .text(visit.address("viec")),
      "meeting": .text(visit.say("Bản họp giao ban", "Meeting sheet")), "meetingHref": .text(visit.address("giao-ban")),
    ].merging(ToDecide(counts, visit).values) { first, _ in first }
      .merging(MonthFigures(visit.today.year, visit.model.counted).strip(visit)) { first, _ in first }
      .merging(list.values(visit)) { first, _ in first }
  }

  /// `Tuần 39 · ngày 21 tháng 8 âm lịch · Kế hoạch …`
  private static func subheading(_ visit: Visit) -> String {
    var parts: [String] = []
    if case .week(_, let week) = Period.week(containing: visit.today) {
      parts.append(visit.say("Tuần \(week)", "Week \(week)"))
    }
    if let lunar = LunarDate(visit.today) {
      parts.append(
        visit.say(
          "ngày \(lunar.day) tháng \(lunar.month)\(lunar.isLeap ? " nhuận" : "") âm lịch",
          "day \(lunar.day) of \(lunar.isLeap ? "leap " : "")month \(lunar.month) of the lunar calendar"))
    }
    let plans = visit.rules.plans
    parts +=
      plans.count > mostPlans
      ? [visit.say("\(plans.count) kế hoạch", "\(plans.count) plans")]
      : plans.map { $0.classified == nil ? $0.title : $0.id }
    return parts.joined(separator: " · ")
  }

  /// What needs attention, under the states that the counts above have.
  private static func bands(_ counts: StateCounts, _ visit: Visit) -> [DutyList.Band] {
    var choice = UpcomingPage.Choice()
    choice.filter.states = [.overdue, .dueSoon, .reported, .toSettle]
    (choice.isFolded, choice.limit) = (true, most)
    let page = UpcomingPage(visit.model.list, choice, visit.language)
    let rows = Dictionary(grouping: page.rows) { StateCounts.state(of: $0.first) }
    let last = page.rows.last.map { StateCounts.state(of: $0.first) }
    return StateBands.order.compactMap { state in
      guard let rows = rows[state] else { return nil }
      var heading = StateBands.heading(state, counts[state], visit)
      if state == .soon {
        let end = visit.dates.long(visit.today.adding(days: DueSoon.days))
        heading += visit.say(", đến hết \(end)", ", by the end of \(end)")
      }
      if state == last, page.left > 0 {
        heading += visit.say("; \(rows.count) dòng đầu", "; the first \(rows.count) rows")
      }
      return DutyList.Band(heading: heading, rows: rows)
    }
  }
}
