import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import Rules
import Templates

/// One duty in a list: when, what, who, and how it stands.
struct DutyRow {
  static let shape: [String: TemplateShape] = [
    "date": .text, "dayName": .text, "day": .text, "noDay": .text, "id": .text, "title": .text, "href": .text,
    "leads": .text, "waits": .text,
  ].merging(DutyTags.shape) { first, _ in first }

  let values: [String: TemplateValue]

  init(_ item: UpcomingItem, _ visit: Visit) {
    let duty = item.duty
    let (dates, wording) = (visit.dates, ItemWording(visit.rules, visit.wording, today: visit.today))
    // The end of a window whose gate is closed is no day yet.
    let isGated = duty.bound == nil && duty.days.map { $0.pending != nil && $0.isGated } ?? false
    let day = isGated ? nil : duty.toldDay
    values = [
      "date": .optional(day.map { "\($0)" }), "dayName": .optional(day.map(dates.weekday)),
      "day": .optional(day.map(dates.short)), "noDay": .text(day == nil ? wording.when(item) : ""),
      "id": .text(wording.name(duty.id)), "title": .text(Self.title(duty, visit)),
      "href": .text(Self.address(duty.id, visit)),
      "leads": .text(visit.names.recipients(duty.leads)), "waits": .text(wording.waits(item)),
    ].merging(DutyTags(item, today: visit.today, visit.language).values) { first, _ in first }
  }

  /// What is to be done; of classified work that it is classified.
  static func title(_ duty: AnyDuty, _ visit: Visit) -> String {
    visit.rules.isClassified(duty.task)
      ? visit.say("Việc có độ mật", "Classified work") : RuleNames.plainTitle(visit.rules.tasks[duty.task].title)
  }

  static func address(_ id: ObligationID, _ visit: Visit) -> String {
    visit.address(["viec"] + id.description.split(separator: "/").map(String.init))
  }
}
