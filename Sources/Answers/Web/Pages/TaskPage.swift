import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Templates

/// One duty: what, who, by when, why this date, what happened, who was told, and what comes next.
struct TaskPage: Page {
  static let template = "task.html"
  static let shape: [String: TemplateShape] = [
    "crumbs": .list(["href": .text, "label": .text]), "here": .text, "id": .text, "heading": .text, "due": .text,
    "distance": .text, "isSecret": .truth, "returned": .text, "facts": .list(["label": .text, "value": .text]),
    "siblings": .list(DutyRow.shape.merging(["owner": .text]) { first, _ in first }), "hasSiblings": .truth,
    "peers": .list(DutyRow.shape.merging(["owner": .text]) { first, _ in first }), "hasPeers": .truth,
    "acts": .list(["href": .text, "label": .text, "class": .text]), "hasActs": .truth, "propose": .text,
  ].merging(DutyOutlook.shape) { first, _ in first }.merging(DutyTags.shape) { first, _ in first }.merging(
    DutyReasons.shape
  ) { first, _ in first }
  .merging(DutyTrail.shape) { first, _ in first }.merging(CountCalendar.shape) { first, _ in first }

  /// Other periods, and other units of this one, that are listed, at most.
  private static let most = 60

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .tasks }

  /// - Parameter id: as the duty's identity is written; that of a task leads to the one of its duties that matters first.
  static func answer(_ visit: Visit, id: String) -> HTTPAnswer {
    guard let known = visit.model.duty(id) else { return first(ofTask: id, visit) ?? Routes.missing(visit) }
    if known.duty.id.description != id {
      // It is the id that the duty had before its task was renamed.
      var answer = HTTPAnswer(308)
      answer.set("Location", DutyRow.address(known.duty.id, visit))
      answer.set("Cache-Control", "no-store")
      return answer
    }
    let items = visit.model.items(of: known.duty.task)
    guard let item = items.first(where: { $0.duty.id == known.duty.id }) else { return Routes.missing(visit) }
    do throws(OperationFailure) {
      var answer = visit.page(try TaskPage(item, among: items, visit))
      // What was sent is not in the model.
      answer.set("Cache-Control", "no-store")
      return answer
    } catch { return Problem.nothing(error.remark.summary).answer(visit) }
  }

  /// Leads to the duty of a task that stands first in the list: overdue before due, and that before what has ended.
  private static func first(ofTask id: String, _ visit: Visit) -> HTTPAnswer? {
    let (rules, id) = (visit.rules, visit.model.dutyNames.current(written: id))
    let task = rules.tasks.firstIndex { "\(rules.plans[$0.plan].id)/\($0.id)" == id }
    guard let task, let item = visit.model.list.items.first(where: { $0.duty.task == task }) else { return nil }
    var answer = HTTPAnswer(302)
    answer.set("Location", DutyRow.address(item.duty.id, visit))
    answer.set("Cache-Control", "no-store")
    return answer
  }

  private init(_ item: UpcomingItem, among items: [UpcomingItem], _ visit: Visit) throws(OperationFailure) {
    let duty = item.duty
    let task = visit.rules.tasks[duty.task]
    let plan = visit.rules.plans[task.plan]
    let wording = ItemWording(visit.rules, visit.wording, today: visit.today)
    let name = DutyRow.title(duty, visit)
    let isSecret = visit.rules.isClassified(duty.task)
    let history = visit.model.history(of: item)
    let owner = duty.id.unit == nil || isSecret ? "" : ": " + visit.names.recipients(duty.leads)
    title = (isSecret ? wording.id(duty.id) : wording.name(duty.id)) + " " + name + owner
    var crumbs: [(String, String)] = [
      (visit.address(), visit.say("Hôm nay", "Today")), (visit.address("ke-hoach", plan.id), plan.title),
    ]
    if let section = task.section.map({ visit.rules.sections[$0] }) {
      crumbs.append((visit.address("muc", plan.id, section.id), "\(section.id). \(section.title)"))
    }
    let period =
      isSecret || duty.id.key == "once"
      ? [] : [(visit.say("Kỳ", "Period"), wording.period(duty.id).asBeginning)]
    let returned = item.marks.contains(.returned) ? duty.course.last { $0.kind == .returned } : nil
    let rows = isSecret ? [] : TaskCard(visit.rules, visit.language, today: visit.today).rows(task: duty.task)
    let acts = ActCard.links(item, visit)
    let (siblings, others) = (Self.periods(beside: duty, items), Self.units(beside: duty, items, visit))
    var values: [String: TemplateValue] = [
      "acts": .list(
        acts.enumerated().map { place, act in
          [
            "href": .text(act.href), "label": .text(act.label),
            "class": .text(act.act.isTakingAway ? "btn no" : place == 0 ? "btn" : "btn alt"),
          ]
        }), "hasActs": .truth(!acts.isEmpty),
      "propose": .text(
        isSecret || visit.model.revision == nil
          || visit.visitor.recorder.map({ !visit.model.mayPropose(in: task.plan, by: $0) }) ?? true
          ? "" : visit.address("de-xuat", "sua", plan.id, task.id)),
      "crumbs": .list(crumbs.map { ["href": .text($0.0), "label": .text($0.1)] }), "here": .text(task.id),
      "id": .text(wording.id(duty.id)), "heading": .text(name), "isSecret": .truth(isSecret),
      "due": .text(Self.due(item, wording, visit)),
      "distance": .text(
        !isSecret && duty.closed == nil && duty.days.map { $0.pending != nil } ?? true ? wording.state(item) : ""),
      "returned": .optional(returned.map { CourseWording(visit.wording).sentence(of: $0) }),
      "facts": .list((Self.people(duty, visit) + period + rows).map { ["label": .text($0.0), "value": .text($0.1)] }),
      "siblings": Self.rows(siblings, visit), "hasSiblings": .truth(!siblings.isEmpty),
      "peers": Self.rows(others, visit), "hasPeers": .truth(!others.isEmpty),
    ]
    for more in [
      DutyTags(item, today: visit.today, visit.language).values, DutyReasons(item, history, visit).values,
      try DutyTrail(item, history, visit).values, try DutyOutlook(item, visit).values,
      CountCalendar(item, visit).values,
    ] { values.merge(more) { first, _ in first } }
    self.values = values
  }

  // MARK: The same work

  /// What else of the task this unit owes.
  private static func periods(beside duty: AnyDuty, _ items: [UpcomingItem]) -> [UpcomingItem] {
    items.filter { other in
      let units = (other.duty.id.unit, duty.id.unit)
      // A line that all owe together stands beside those of each.
      return other.duty.id != duty.id && (units.0 == units.1 || units.0 == nil || units.1 == nil)
    }
  }

  /// What other units owe of the task for this period, by their names.
  private static func units(beside duty: AnyDuty, _ items: [UpcomingItem], _ visit: Visit) -> [UpcomingItem] {
    guard let unit = duty.id.unit else { return [] }
    return items.filter { other in
      let id = other.duty.id
      return id.unit.map { $0 != unit } ?? false && id.key == duty.id.key && id.label == duty.id.label
        && other.duty.dueLine == duty.dueLine
    }.inVietnameseOrder { visit.names.recipients($0.duty.leads) }
  }

  private static func rows(_ items: [UpcomingItem], _ visit: Visit) -> TemplateValue {
    .list(
      items.prefix(most).map { item in
        let owner = item.duty.id.unit == nil ? "" : visit.names.recipients(item.duty.leads)
        return DutyRow(item, visit).values.merging(["owner": .text(owner)]) { first, _ in first }
      })
  }

  private static func due(_ item: UpcomingItem, _ wording: ItemWording, _ visit: Visit) -> String {
    guard let days = item.duty.days, let told = item.duty.told else { return wording.when(item, inSentence: true) }
    let day = visit.dates.long(told.day)
    if item.duty.isClassified { return day }
    let time = told.cutoff.map(visit.wording.time)
    // What waits has a latest day.
    if days.pending != nil, item.duty.bound == nil {
      let hour = time.map { "\($0) " } ?? ""
      return visit.say("chậm nhất \(hour)\(day)", "by \(hour)\(day) at the latest")
    }
    guard let time else { return visit.say("hết \(day)", "by the end of \(day)") }
    return visit.say("trước \(time) \(day)", "before \(time) on \(day)")
  }

  /// Who owes this occurrence now, where that is another than the plan says, and who has it within the unit.
  private static func people(_ duty: AnyDuty, _ visit: Visit) -> [(String, String)] {
    guard !duty.leads.isEmpty else { return [] }
    let person = duty.person.map { visit.say("; giao \($0)", "; assigned to \($0)") } ?? ""
    return [(visit.say("Đang chủ trì", "Owed by"), visit.names.recipients(duty.leads) + person)]
  }
}
