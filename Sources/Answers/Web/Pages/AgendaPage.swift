import CivilCalendar
import Diagnostics
import HTTPMessages
import Presentation
import Rules
import Templates

/// All work by its days: filtered, folded, a part at a time.
struct AgendaPage: Page {
  static let template = "agenda.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text, "action": .text, "text": .text, "from": .text, "to": .text,
    "isFiltered": .truth, "isWrong": .truth, "isOpen": .truth, "section": .text, "person": .text,
    "errors": .list(["field": .text, "text": .text]), "errorNote": .text,
    "all": .text, "left": .text, "next": .text,
    "chips": .list(["href": .text, "label": .text, "count": .text, "isCurrent": .truth]),
    "keptFields": .list(["name": .text, "value": .text]),
    "unitName": .text, "unitLabel": .text, "units": .list(option), "plans": .list(option), "sorts": .list(option),
  ].merging(DutyList.shape) { first, _ in first }
    .merging(Dictionary(uniqueKeysWithValues: fields.keys.map { ("\($0)Error", .text) })) { first, _ in first }

  /// The fields of the form in which something can be wrong, by their parameters, and where they stand on the page.
  private static let fields = [
    "plan": "kh", "unit": "dv", "section": "muc", "person": "nguoi", "from": "tu", "to": "den", "sort": "xep",
  ]

  private static let option: [String: TemplateShape] = ["value": .text, "label": .text, "isChosen": .truth]

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .tasks }
  /// Not of what is refused.
  let hasFiles: Bool

  static func answer(_ visit: Visit) -> HTTPAnswer {
    do throws(ListQuery.Refusal) {
      let query = try ListQuery(visit, isFolded: true)
      return visit.page(AgendaPage(visit, query.choice, nil))
    } catch {
      // The form stays with what was typed.
      return visit.page(AgendaPage(visit, nil, error), status: error.problem.status)
    }
  }

  /// - Parameter choice: nil where the address is not understood.
  private init(_ visit: Visit, _ choice: UpcomingPage.Choice?, _ refusal: ListQuery.Refusal?) {
    let route = visit.route
    let page = choice.map { UpcomingPage(visit.model.list, $0, visit.language) }
    let problem = refusal?.problem
    hasFiles = problem == nil
    let heading = visit.say("Danh sách việc", "Work")
    title = problem == nil ? heading : visit.say("Lỗi: \(heading)", "Error: \(heading)")
    // The field for a unit asks for one of two parameters.
    let faults = (refusal.map { [$0] + $0.others } ?? []).map { refusal in
      (
        parameter: refusal.parameter == "lead" ? "unit" : refusal.parameter,
        words: refusal.problem.detail?.text(in: visit.language) ?? ""
      )
    }
    let errors = Dictionary(
      uniqueKeysWithValues: Self.fields.keys.map { name in
        ("\(name)Error", TemplateValue.optional(faults.first { $0.parameter == name }?.words))
      })
    let chosen = Set(route.states)
    let list = DutyList(
      caption: heading, bands: (page?.sections ?? []).map { DutyList.Band($0) },
      empty: problem == nil
        ? (
          visit.say("Không có việc nào như vậy", "There is no such work"),
          visit.say("Bỏ bớt điều kiện lọc.", "Take filters away.")
        )
        : ("", ""))
    let counts = choice.map { StateCounts(visit.model.list, at: $0.filter.places(in: visit.model.list)) }
    func chip(_ states: [UpcomingFilter.State], _ words: Bilingual, _ count: Int?) -> [String: TemplateValue] {
      let names = states.map(\.rawValue)
      let others = route.query.filter { !["status", "after"].contains($0.name) }
      let query = others + names.map { HTTPRequest.QueryItem("status", $0) }
      return [
        "href": .text(Route.address(["viec"], visit.language, query: query)),
        "label": .text(words.text(in: visit.language)), "isCurrent": .truth(Set(chosen) == Set(names)),
        "count": .optional(count.map(visit.number)),
      ]
    }
    // Each of them lists what its figure on the first page counts.
    let states: [StateCounts.State] = [.overdue, .soon, .within, .waiting, .reported, .toSettle, .standing]
    func option(_ value: String, _ label: String, _ name: String) -> [String: TemplateValue] {
      ["value": .text(value), "label": .text(label), "isChosen": .truth(route.value(name) == value)]
    }
    // By which of the two units were asked for.
    let (unit, other) = route.value("lead") == nil ? ("unit", "lead") : ("lead", "unit")
    let sorts: [(UpcomingSort, Bilingual)] = [
      (.day, .init(vi: "Theo hạn", en: "By day")), (.unit, .init(vi: "Theo đơn vị", en: "By unit")),
      (.plan, .init(vi: "Theo kế hoạch", en: "By plan")), (.title, .init(vi: "Theo tên việc", en: "By title")),
    ]
    values = [
      "heading": .text(heading),
      "subheading": .text(
        visit.say(
          "Việc giao cho từng đơn vị và các kỳ được gộp lại.",
          "Periods, and work that each unit owes, stand in one row.")),
      "action": .text(visit.address("viec")), "all": .text(visit.address("viec")),
      "isFiltered": .truth(!route.query.isEmpty),
      "isWrong": .truth(problem != nil),
      // What keeps the list small is seen.
      "isOpen": .truth(Self.fields.keys.contains { route.value($0) != nil } || route.value("lead") != nil),
      "errors": .list(
        faults.map { ["field": .optional(Self.fields[$0.parameter]), "text": .text($0.words.asBeginning)] }),
      "errorNote": .text(
        visit.say("Sửa chỗ được nêu rồi lọc lại.", "Mend what is named, and filter again.")),
      "section": .optional(route.value("section")), "person": .optional(route.value("person")),
      "text": .optional(route.value("text")), "from": .optional(route.value("from")),
      "to": .optional(route.value("to")),
      "left": .text(
        (page?.left).map { $0 > 0 ? visit.say("Còn \(visit.number($0)) dòng", "\(visit.number($0)) more") : "" } ?? ""),
      "next": .text(page?.next.map { route.address(["after": $0.description]) } ?? ""),
      "chips": .list(
        [chip([], .init(vi: "Chưa kết thúc", en: "Not closed"), counts?.open)]
          + states.map { chip($0.filter, $0.words, counts?[$0]) }
          + [chip([.extensionAsked], .init(vi: "Đang xin gia hạn", en: "Asks for time"), counts?.asking)]
          + [chip([.done], .init(vi: "Đã xong", en: "Done"), counts?.done)]),
      "keptFields": .list(
        route.query.filter { ["status", "limit"].contains($0.name) || $0.name == other }
          .map { ["name": .text($0.name), "value": .text($0.value)] }),
      "unitName": .text(unit),
      "unitLabel": .text(
        unit == "lead"
          ? visit.say("Đơn vị chủ trì", "Lead")
          : visit.say("Đơn vị chủ trì hoặc phối hợp", "Unit, leading or supporting")),
      "units": .list(Self.units(route.value(unit), visit).map { option($0.value, $0.label, unit) }),
      "plans": .list(visit.rules.plans.map { option($0.id, $0.title, "plan") }),
      "sorts": .list(sorts.map { option($0.0.rawValue, $0.1.text(in: visit.language), "sort") }),
    ].merging(errors) { first, _ in first }.merging(list.values(visit)) { first, _ in first }
  }

  /// Units and groups by name, those of one name told apart; what else was asked for stays what it is.
  private static func units(_ asked: String?, _ visit: Visit) -> [(value: String, label: String)] {
    let rules = visit.rules
    let all = rules.units.indices.map { Recipient.unit($0) } + rules.groups.indices.map { .group($0) }
    let options = zip(all, visit.names.apart(all.map { [$0] })).map { recipient, label in
      (value: rules.reference(to: recipient), label: label, order: VietnameseOrder(label))
    }.sorted { ($0.order, $0.value) < ($1.order, $1.value) }.map { (value: $0.value, label: $0.label) }
    guard let asked, !options.contains(where: { $0.value == asked }) else { return options }
    return [(asked, asked)] + options
  }
}
