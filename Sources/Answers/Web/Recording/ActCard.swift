import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import Rules
import Templates

/// What stands above a form: the duty or the event, what was reported or asked, and what else the visitor may do.
struct ActCard {
  let values: [String: TemplateValue]

  init(_ act: Act, _ subject: ActSubject, _ visit: Visit) {
    switch subject {
    case .duty(let item): values = Self.values(act, item, visit)
    case .event(let event): values = Self.values(event, visit)
    }
  }

  /// Which duty or event it is, for titles.
  static func name(_ subject: ActSubject, _ visit: Visit) -> String {
    switch subject {
    case .duty(let item):
      let owner = item.duty.id.unit == nil ? "" : ", \(visit.names.recipients(item.duty.leads))"
      return ItemWording(visit.rules, visit.wording, today: visit.today).name(item.duty.id) + owner
    case .event(let event): return EventsPage.name(of: event, visit)
    }
  }

  private static func values(_ act: Act, _ item: UpcomingItem, _ visit: Visit) -> [String: TemplateValue] {
    let duty = item.duty
    let wording = ItemWording(visit.rules, visit.wording, today: visit.today)
    let meant: CourseStep? =
      switch act {
      case .confirm, .giveBack: duty.report
      case .extend, .refuse, .withdraw: duty.request
      case .explain: duty.course.last { $0.kind == .explanationAsked }
      case .undo: duty.report
      default: nil
      }
    // Whoever came by a link sees no other page of it.
    let asked = meant ?? (visit.visitor.link == nil ? nil : duty.report ?? duty.request ?? returned(duty))
    var particulars: [(String, String)] = []
    if let asked, let day = asked.day { particulars.append((label(of: asked, visit), visit.dates.long(day))) }
    if visit.visitor.link != nil, duty.report != nil,
      let confirmer = visit.rules.confirmer(of: duty.task, leads: duty.leads)
    {
      particulars.append((visit.say("Chờ xác nhận", "Confirmed by"), visit.names.recipients([confirmer])))
    }
    let isDocument = asked?.kind == .reported
    if isDocument, let document = asked?.words { particulars.append((visit.say("Văn bản", "Document"), document)) }
    let old = act == .extend ? duty.days?.effective : nil
    let new = act == .extend ? duty.request?.newDay : nil
    let next = NextReport(after: item, act, visit)
    return [
      "heading": .text(DutyRow.title(duty, visit)),
      "due": .text(
        duty.days.map { days in visit.say("Hạn: hết ", "Due by the end of ") + visit.dates.long(days.effective) }
          ?? wording.when(item, inSentence: true).asBeginning),
      "about": .text(wording.name(duty.id) + " · " + visit.names.recipients(duty.leads)),
      "back": .text(DutyRow.address(duty.id, visit)),
      "wBack": .text(
        visit.visitor.link == nil
          ? visit.say("Xem việc này và vì sao có hạn", "See this duty and why it has this day")
          : visit.say("Đăng nhập để xem vì sao có hạn này", "Sign in to see why it has this day")),
      "asked": .list(particulars.map { ["label": .text($0.0), "value": .text($0.1)] }),
      "quotes": .list(isDocument ? [] : [asked?.words].compactMap { $0.map { .text("“\($0)”") } }),
      "oldDay": .optional(new == nil ? nil : old.map(visit.dates.long)), "newDay": .optional(new.map(visit.dates.long)),
      "next": .text(next?.words ?? ""), "nextHref": .text(next?.address ?? ""), "count": .text(next?.count ?? ""),
      "choices": .list(
        links(item, visit, besides: [act] + act.companions).map { ["href": .text($0.href), "label": .text($0.label)] }),
    ].merging(DutyTags(item, today: visit.today, visit.language).values) { first, _ in first }
  }

  private static func label(of step: CourseStep, _ visit: Visit) -> String {
    switch step.kind {
    case .extensionAsked: visit.say("Đề nghị", "Asked on")
    case .explanationAsked: visit.say("Yêu cầu", "Asked on")
    case .returned: visit.say("Trả lại", "Returned on")
    default: visit.say("Báo cáo", "Reported on")
    }
  }

  /// The last return of a report, if nothing was reported since.
  private static func returned(_ duty: AnyDuty) -> CourseStep? {
    duty.course.last { [.returned, .reported, .done].contains($0.kind) }.flatMap { $0.kind == .returned ? $0 : nil }
  }

  private static func values(_ event: EventBinding, _ visit: Visit) -> [String: TemplateValue] {
    let awaited = visit.model.events.awaited.first { $0.binding == event }
    let periods = PeriodWording(visit.wording)
    let watchers = visit.names.recipients(awaited?.watchers ?? visit.rules.events[event.event].watchedBy)
    let count = awaited?.items.count ?? 0
    return [
      "heading": .text(EventsPage.name(of: event, visit).asBeginning),
      "due": .text(
        awaited?.expected.map { visit.say("Dự kiến: ", "Expected: ") + periods.text(of: $0) } ?? ""),
      "about": .text(
        visit.say(
          "\(count) việc đang chờ · Theo dõi: \(watchers)",
          "\(count == 1 ? "1 duty waits" : "\(count) duties wait") · Watched by: \(watchers)")),
      "back": .text(visit.address("su-kien")), "wBack": .text(visit.say("Sự kiện đang chờ", "Events awaited")),
      "asked": .list([TemplateValue]()), "quotes": .list([TemplateValue]()), "oldDay": .text(""), "newDay": .text(""),
      "next": .text(""), "nextHref": .text(""), "count": .text(""), "choices": .list([TemplateValue]()),
      "colour": .text(DutyTags.Colour.wait.rawValue),
      "tags": .list([
        ["class": .text(DutyTags.Colour.wait.rawValue), "word": .text(visit.say("Đang chờ", "Waiting"))]
      ]),
    ]
  }

  /// The forms that this visitor may fill in of a duty, what waits for them first. What stands on the page of another is left
  /// out.
  static func links(
    _ item: UpcomingItem, _ visit: Visit, besides left: [Act] = []
  ) -> [(act: Act, href: String, label: String)] {
    let first: [Act] = item.duty.request == nil ? [] : [.extend]
    let offered = (first + Act.allCases.filter { !first.contains($0) }).compactMap { act in
      visit.formAddress(act, .duty(item)).map { (act: act, href: $0) }
    }
    let besides = Set(left + offered.flatMap(\.act.companions))
    return offered.filter { !besides.contains($0.act) }.map { act, href in
      (act, href, act.title(isReported: item.duty.report != nil).text(in: visit.language))
    }
  }
}

/// The next report that waits for the same visitor.
struct NextReport {
  let address: String
  let words: String
  let count: String

  /// Nil where there is no other.
  init?(after item: UpcomingItem, _ act: Act, _ visit: Visit) {
    guard act == .confirm || act == .giveBack else { return nil }
    let waiting = Waiting(visit).reports
    let place = waiting.firstIndex { $0.duty.id == item.duty.id }
    let others = waiting.filter { $0.duty.id != item.duty.id }
    guard let next = place.flatMap({ others.indices.contains($0) ? others[$0] : nil }) ?? others.first,
      let href = visit.formAddress(.confirm, .duty(next))
    else { return nil }
    let wording = ItemWording(visit.rules, visit.wording, today: visit.today)
    let name = wording.name(next.duty.id) + " · " + visit.names.recipients(next.duty.leads)
    address = href
    words = visit.say("Báo cáo tiếp theo: \(name)", "The next report: \(name)")
    count =
      place.map { visit.say("\($0 + 1) trong \(waiting.count)", "\($0 + 1) of \(waiting.count)") }
      ?? visit.say("còn \(waiting.count)", "\(waiting.count) left")
  }
}
