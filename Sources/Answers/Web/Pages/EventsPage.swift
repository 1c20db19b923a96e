import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Reminders
import Rules
import Templates

/// The events that work waits for, the timetables of others, and what happened.
struct EventsPage: Page {
  static let template = "events.html"
  private static let works: TemplateShape = .list(["href": .text, "id": .text, "title": .text])
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text, "only": .text, "allHref": .text,
    "awaited": .list([
      "name": .text, "works": works, "more": .text, "watchers": .text, "expected": .text, "asked": .text,
      "record": .text,
    ]),
    "timetables": .list(["name": .text, "works": works, "more": .text, "expected": .text]),
    "happened": .list([
      "name": .text, "day": .text, "document": .text, "recorded": .text, "works": works, "more": .text,
    ]),
    "emptyTitle": .text, "emptyText": .text, "remarks": .texts,
    "cases": .list(["href": .text, "label": .text]), "hasCases": .truth,
    "hasTimetables": .truth, "hasHappened": .truth, "saysAsked": .truth,
  ]

  /// Of the work that waits for one event.
  private static let most = 8
  /// Of the events that happened.
  private static let mostHappened = 100

  let title: String
  let values: [String: TemplateValue]

  static func answer(_ visit: Visit) -> HTTPAnswer {
    do throws(FilterFault) {
      var answer = visit.page(EventsPage(visit, try visit.narrowed()))
      // What was asked is not in the model.
      answer.set("Cache-Control", "no-store")
      return answer
    } catch { return error.problem.answer(visit) }
  }

  private init(_ visit: Visit, _ filter: UpcomingFilter) {
    let overview = filter.plan.map { visit.model.events.of($0, visit.rules) } ?? visit.model.events
    title = visit.say("Sự kiện đang chờ", "Events awaited")
    let count = overview.awaited.count
    let periods = PeriodWording(visit.wording)
    func expected(_ days: DayRange?) -> TemplateValue {
      .text(days.map { periods.text(of: $0).asBeginning } ?? visit.say("chưa nêu", "not said"))
    }
    let questions = overview.awaited.isEmpty ? nil : visit.model.nextQuestions(visit.operations)
    func asked(about binding: EventBinding) -> String {
      switch questions?[binding] ?? .never {
      case .on(visit.today): visit.say("hỏi hôm nay", "today")
      case .on(let day): visit.dates.short(day)
      case .unreached: visit.say("không có hộp thư để hỏi", "no mailbox to ask")
      case .never: visit.say("không hỏi nữa", "no more")
      }
    }
    let awaited = overview.awaited.map { event in
      [
        "name": TemplateValue.text(Self.name(of: event.binding, visit).asBeginning),
        "expected": expected(event.expected),
        "watchers": .text(visit.names.recipients(event.watchers)), "asked": .text(asked(about: event.binding)),
        "record": .optional(visit.formAddress(.happened, .event(event.binding))),
      ].merging(Self.works(SharedWork.lines(of: event.items), visit)) { first, _ in first }
    }
    let timetables = overview.timetables.map { awaited in
      [
        "name": TemplateValue.text(PeriodWording(visit.wording).text(of: awaited.timetable).asBeginning),
        "expected": expected(awaited.expected),
      ].merging(Self.works(SharedWork.lines(of: awaited.items), visit)) { first, _ in first }
    }
    let cases = Self.cases(visit, filter.plan)
    values = [
      "cases": .list(cases), "hasCases": .truth(!cases.isEmpty),
      "heading": .text(title), "only": .text(visit.only(filter)), "allHref": .text(visit.address("su-kien")),
      "subheading": .text(
        count == 0
          ? ""
          : visit.say(
            "\(count) sự kiện; chưa xảy ra thì không có hạn nào bị đoán",
            "\(count == 1 ? "1 event" : "\(count) events"); no day is guessed before they happen")),
      "awaited": .list(awaited), "timetables": .list(timetables),
      "happened": .list(overview.happened.prefix(Self.mostHappened).map { Self.happened($0, visit) }),
      "emptyTitle": .text(count == 0 ? visit.say("Không có sự kiện nào đang chờ", "No event is awaited") : ""),
      "emptyText": .text(
        visit.say(
          "Mọi sự kiện mà hạn của việc phụ thuộc đã được ghi nhận. Việc đang chờ điều khác có ở mục Việc.",
          "All events that days depend on are on record. Work that waits for something else stands under Work.")),
      "saysAsked": .truth(questions != nil), "hasTimetables": .truth(!timetables.isEmpty),
      "hasHappened": .truth(!overview.happened.isEmpty),
      "remarks": .list(Self.remarks(overview, visit).map { .text($0) }),
    ]
  }

  /// The events of which the visitor may record each case.
  private static func cases(_ visit: Visit, _ plan: PlanID?) -> [[String: TemplateValue]] {
    visit.rules.events.indices.filter { event in
      let (happens, own) = (visit.rules.events[event].happens, visit.rules.events[event].plan)
      return happens == .eachCase && (plan == nil || own == nil || own == plan)
    }.compactMap { event in
      let binding = EventBinding(event: event)
      return visit.formAddress(.happened, .event(binding)).map {
        ["href": .text($0), "label": .text(Self.name(of: binding, visit).asBeginning)]
      }
    }
  }

  private static func happened(
    _ event: EventOverview.HappenedEvent, _ visit: Visit
  ) -> [String: TemplateValue] {
    let (happening, dates) = (event.happening, visit.dates)
    let named = happening.event
    var name = name(of: EventBinding(event: named.event, key: named.key), visit)
    // The number of a case tells it from others; of what happens once it is that of its document.
    let document = event.document ?? named.reference
    let isCase = visit.rules.events[named.event].happens == .eachCase
    if let reference = named.reference, isCase || reference != document { name += " (\(reference))" }
    let time = happening.time.map { "\(dates.time($0.minutes)), " } ?? ""
    let tasks = event.tasks.compactMap { task in
      visit.rules.tasks.indices.contains(task) ? work(task, visit) : nil
    }
    return [
      "name": .text(name.asBeginning), "day": .text(time + dates.long(happening.day)),
      "document": .optional(document),
      "recorded": .text(
        event.recorded.map { dates.long(Zone.vietnam.day(of: $0)) } ?? visit.say("ghi trong kế hoạch", "in the plan")),
      "works": .list(Array(tasks.prefix(most))), "more": more(tasks.count, visit),
    ]
  }

  /// A task as its page tells it, which is that of its duty that matters first; with no page where it has no duty.
  private static func work(_ id: TaskID, _ visit: Visit) -> [String: TemplateValue] {
    let task = visit.rules.tasks[id]
    let plan = visit.rules.plans[task.plan].id
    let hasPage = !visit.model.counted.places(of: id).isEmpty
    return [
      "href": .text(hasPage ? visit.address(["viec", plan] + task.id.split(separator: "/").map(String.init)) : ""),
      "id": .text(visit.rules.plans.count > 1 ? "\(plan)/\(task.id)" : task.id),
      "title": .text(RuleNames.plainTitle(task.title)),
    ]
  }

  /// The issue of a plan is told by the plan's title, not by the name that rules have for it.
  static func name(of binding: EventBinding, _ visit: Visit) -> String {
    guard let plan = visit.rules.plans.firstIndex(where: { $0.issueEvent == binding.event }) else {
      return visit.names.event(binding)
    }
    return visit.say("ban hành \(visit.names.document(plan))", "the issue of \(visit.names.plan(plan))")
  }

  private static func works(_ lines: [SharedWork], _ visit: Visit) -> [String: TemplateValue] {
    let shown = lines.prefix(most).map { line in
      line.values(visit).filter { ["href", "id", "title"].contains($0.key) }
    }
    return ["works": .list(shown), "more": more(lines.count, visit)]
  }

  private static func more(_ count: Int, _ visit: Visit) -> TemplateValue {
    count <= most ? .text("") : .text(visit.say("… và \(count - most) việc khác", "… and \(count - most) more"))
  }

  private static func remarks(_ overview: EventOverview, _ visit: Visit) -> [String] {
    var remarks: [String] = []
    if overview.happened.count > mostHappened {
      let count = visit.number(overview.happened.count)
      remarks.append(
        visit.say(
          "Chỉ nêu \(mostHappened) trong \(count) sự kiện đã xảy ra, mới nhất trước.",
          "Only the latest \(mostHappened) of \(count) events that happened are listed."
        ))
    }
    if !overview.awaited.isEmpty {
      remarks.append(
        visit.say(
          "Sự kiện đã xảy ra thì báo đơn vị theo dõi hoặc đầu mối kế hoạch để ghi nhận ngày và số văn bản; các việc đang chờ "
            + "có hạn ngay và đơn vị được báo trong thư kế tiếp.",
          "Once an event has happened, tell its watcher or the plan's focal point, who records its day and document: "
            + "what waits has a day at once, and the units are told in the next letter."))
    }
    if overview.isPartial {
      remarks.append(
        visit.say(
          "Việc có độ mật, và sự kiện chỉ việc ấy chờ, không nêu ở đây.",
          "Classified work, and events that it alone waits for, are left out here."))
    }
    return remarks
  }
}
