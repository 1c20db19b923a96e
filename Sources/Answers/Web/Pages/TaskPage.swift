import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import Templates

/// One duty: what, who, by when, why this date, what happened.
struct TaskPage: Page {
  static let template = "task.html"
  static let shape: [String: TemplateShape] = [
    "crumbs": .list(["href": .text, "label": .text]), "here": .text, "id": .text, "heading": .text, "due": .text,
    "distance": .text, "steps": .texts, "delay": .texts, "facts": .list(["label": .text, "value": .text]),
    "siblings": .list(DutyRow.shape), "trail": .texts,
  ].merging(DutyTags.shape) { first, _ in first }

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .tasks }

  /// Nil if there is no such duty.
  /// - Parameter id: as the duty's identity is written.
  init?(_ visit: Visit, id: String) {
    guard let known = visit.model.duty(id) else { return nil }
    let items = visit.model.items(of: known.duty.task)
    guard let item = items.first(where: { $0.duty.id == known.duty.id }) else { return nil }
    let duty = item.duty
    let task = visit.rules.tasks[duty.task]
    let plan = visit.rules.plans[task.plan]
    let wording = ItemWording(visit.rules, visit.language, today: visit.today)
    let name = DutyRow.title(duty, visit)
    title = "\(wording.id(duty.id)) \(name)"
    let isSecret = visit.rules.isClassified(duty.task)
    let explanation = Explanation(visit.rules, visit.language)
    var facts: [(String, String)] = []
    if !isSecret { facts = TaskCard(visit.rules, visit.language, today: visit.today).rows(task: duty.task) }
    values = [
      "crumbs": .list([
        ["href": .text(visit.address()), "label": .text(visit.say("Hôm nay", "Today"))],
        ["href": .text(visit.address("ke-hoach", plan.id)), "label": .text(plan.title)],
      ]), "here": .text(task.id), "id": .text(wording.id(duty.id)), "heading": .text(name),
      "due": .text(duty.days.map { visit.dates.long($0.effective) } ?? wording.when(item)),
      "distance": .text(duty.closed == nil ? wording.state(item) : ""),
      "steps": .list(isSecret ? [] : explanation.sentences(for: duty).map { .text($0) }),
      "delay": .list([TemplateValue]()), "trail": .list([TemplateValue]()),
      "facts": .list(facts.map { ["label": .text($0.0), "value": .text($0.1)] }),
      "siblings": .list(items.filter { $0.duty.id != duty.id }.map { DutyRow($0, visit).values }),
    ].merging(DutyTags(item, today: visit.today, visit.language).values) { first, _ in first }
  }
}
