import CivilCalendar
import Expansion
import Presentation
import Reminders
import RuleSyntax
import Rules
import Templates

/// One notice with everything that can be said about it, in one language. The sentences stand in templates, and this
/// fills them. Of a classified task it gives only id and day (decision: classified-tasks).
struct NoticeView {
  let notice: Notice
  let book: NotificationBook
  let words: NotificationWords
  let names: RuleNames
  let dates: DateWording
  let zone: Zone
  let today: CivilDate
  /// Whether an answer to the message reaches somebody who can record it.
  let isAnswerable: Bool
  let plan: Plan?
  let task: PlanTask?
  let duty: AnyDuty?
  /// What the templates of words are filled with.
  private(set) var values: [String: TemplateValue] = [:]
  private(set) var title = ""
  /// `trước 16h00 thứ Sáu 15/3/2024`; empty if there is no day.
  private(set) var due = ""
  /// `còn 7 ngày`, `quá hạn 3 ngày`; empty if there is no day. What was due before it was known is not called overdue
  /// (decision: known-since).
  private(set) var distance = ""
  /// `Hạn 31/3/2024 (còn 7 ngày): Báo cáo quý`: the subject line.
  private(set) var headline = ""

  init(_ notice: Notice, _ book: NotificationBook, _ words: NotificationWords, isAnswerable: Bool = false) {
    self.notice = notice
    self.isAnswerable = isAnswerable
    self.book = book
    self.words = words
    names = RuleNames(rules: book.rules, language: words.language)
    dates = DateWording(words.language)
    let plan = book.plan(of: notice.subject)
    self.plan = plan.map { book.rules.plans[$0] }
    zone = plan.map { book.zones[$0] } ?? .vietnam
    today = zone.day(of: notice.slot.instant)
    task = notice.task.flatMap { book.rules.tasks.indices.contains($0) ? book.rules.tasks[$0] : nil }
    duty = if case .obligation(let id) = notice.subject { book.duties[id] } else { nil }
    fill()
  }

  /// Fills the templates. Values that are sentences themselves are made from the plain ones.
  private mutating func fill() {
    values = plainValues
    title = spokenTitle
    if day != nil { due = words.line(.due, values) }
    if tellsDay, notice.kind.name != .settle { distance = words.line(.distance, values) }
    values["title"] = .text(title)
    values["due"] = .text(due)
    values["distance"] = .text(distance)
    values["report"] = .text(words.line(.report, values))
    headline = Clipping.clip(words.line(.headline, values), to: 120)
  }

  // MARK: What it is about

  var language: Language { words.language }
  var isClassified: Bool { notice.isClassified }

  /// The identifier as people write it.
  var id: String {
    switch notice.subject {
    case .obligation(let id): id.spoken
    case .event(let plan, let id, let key): "\(plan)/\(id)\(key.map { "@\($0)" } ?? "")"
    case .plan(let id): id
    }
  }

  var event: PlanEvent? {
    guard case .event(let planID, let id, _) = notice.subject else { return nil }
    let plan = book.plans[planID]
    return book.rules.events.first { $0.id == id && $0.plan == plan } ?? book.rules.events.first { $0.id == id }
  }

  var key: String? {
    guard case .event(_, _, let key) = notice.subject else { return nil }
    return key
  }

  private var spokenTitle: String {
    if isClassified || (event != nil && key != nil) { return words.line(.title, values) }
    if let event { return names.title(of: event) }
    guard let task else { return id }
    let title = RuleNames.plainTitle(task.title)
    guard case .obligation(let id) = notice.subject, let label = id.label else { return title }
    return "\(title) – \(label)"
  }

  /// What another event or task is called; of a classified one by its id alone.
  func name(of binding: EventBinding) -> String {
    guard book.classifiedEvents.contains(binding.event), let event = names.event(at: binding.event) else {
      return names.event(binding)
    }
    let plan = event.plan.map { "\(book.rules.plans[$0].id)/" } ?? ""
    return classifiedTitle("\(plan)\(event.id)\(binding.key.map { "@\($0)" } ?? "")", isEvent: true)
  }

  func name(of task: TaskID) -> String {
    let row = book.rules.tasks[task]
    guard book.rules.isClassified(task) else { return RuleNames.plainTitle(row.title) }
    return classifiedTitle("\(book.rules.plans[row.plan].id)/\(row.id)")
  }

  /// Whether it is about an event.
  var isEvent: Bool { event != nil }

  /// `Việc có độ mật kh/M.1`
  func classifiedTitle(_ id: String, isEvent: Bool = false) -> String {
    words.line(.title, ["isClassified": .truth(true), "isEvent": .truth(isEvent), "id": .text(id)])
  }

  // MARK: Days

  /// The due day that is shown: what is told, or what holds now for who confirms or decides; of a question about an event
  /// the end of the expected window.
  var day: CivilDate? { isAskedToJudge ? duty?.days?.effective : toldDay }

  /// The day that the round told, where it is not only one from which the work may be done.
  var toldDay: CivilDate? {
    switch notice.kind {
    case .askDay, .openingMoved: nil
    case .opens where duty.map { $0.days == nil } ?? false: nil
    default: notice.told
    }
  }

  /// Whether the recipient is asked to confirm the work, or to decide on more time for it.
  var isAskedToJudge: Bool {
    switch notice.kind {
    case .confirm, .decide: true
    default: false
    }
  }

  /// The time of day until which it is due; nil if there is none, or the shown day no longer holds.
  var cutoff: ClockTime? {
    guard let days = duty?.days, days.effective == day else { return nil }
    return days.cutoff
  }

  /// Whether the told day, or its time of day, was over when the round ran, which may be late in the day of the slot.
  var isPastDue: Bool {
    guard let day = toldDay else { return false }
    guard day == today, let cutoff else { return day < today }
    let (round, minute) = zone.civil(notice.decided ?? notice.slot.instant)
    return round > day || minute >= cutoff.minutes
  }

  /// Whether the told day is a due day.
  var tellsDay: Bool {
    switch notice.kind {
    case .question, .askDay, .confirm, .decide, .weeklySheet, .dayGone, .released, .handedOver: false
    default: toldDay != nil
    }
  }

  // MARK: Units

  var leads: String {
    guard !isClassified else { return "" }
    return names.recipients(duty?.leads ?? [])
  }

  var supports: String {
    guard !isClassified else { return "" }
    return names.recipients(duty?.supports ?? [])
  }

  /// The leads for a list; empty if the recipient alone leads.
  var otherLeads: String {
    duty?.leads == [.unit(notice.unit)] ? "" : leads
  }

  var focalPoint: String { plan?.focalPoint.map { names.recipient($0) } ?? "" }

  /// The mail address of the focal point; empty if it is a group or has none.
  var focalAddress: String { book.focalUnit(of: plan)?.email ?? "" }

  /// Whether the recipient is the focal point, to which others report.
  var isToFocalPoint: Bool {
    guard case .unit(let unit)? = plan?.focalPoint else { return false }
    return unit == notice.unit
  }

  // MARK: Where it stands

  /// The step on the way that the notice is about.
  var step: CourseStep? {
    switch notice.kind {
    case .confirm: duty?.report
    case .returned: duty?.course.last { $0.kind == .returned }
    case .decide: duty?.request
    case .refused: duty?.course.last { $0.kind == .extensionRefused }
    default: nil
    }
  }

  /// The words of that step; nil where they may not be shown.
  var told: String? { isClassified ? nil : step?.words }

  private var dueLine: DueLine? {
    guard let task, let index = duty?.dueLine, task.due.indices.contains(index) else {
      return nil
    }
    return task.due[index]
  }

  /// `“Trước ngày 15/3”`: the deadline as the plan words it.
  var rule: String { dueLine.map { "“\($0.text)”" } ?? "" }

  /// Why the duty changed; nil for what may not be shown.
  var ground: ChangeGround? {
    guard !isClassified, let duty else { return nil }
    return book.grounds?.ground(of: isHandedOver ? .assigned(1) : notice.kind, to: notice.unit, about: duty)
  }

  var product: String? { task.flatMap { RuleNames.products($0.products, label: dueLine?.label) } }

  /// The section of the plan in which the task stands.
  var section: String? {
    guard let section = task?.section, book.rules.sections.indices.contains(section) else { return nil }
    return book.rules.sections[section].id
  }

  // MARK: Kinds

  /// The heading under which it stands in a digest, the most urgent first. The body of a webhook has the name.
  enum Group: CaseIterable {
    case overdue, below, answered, soon, questions, changed, later, dayless, handed, lapsed, closed
  }

  /// The kinds of the group `answered`.
  static let answers: [NoticeKind.Name] = [.returned, .reopened, .refused]

  var group: Group {
    if isHandedOver, duty?.report != nil { return .handed }
    switch notice.kind {
    case .overdue, .stillOverdue: return .overdue
    case .superior: return .below
    case .moved, .openingMoved, .dayGone: return .changed
    case .returned, .reopened, .refused: return .answered
    case .question, .askDay, .confirm, .decide, .settle, .askAcceptance, .askProgress: return .questions
    case .lapsed: return .lapsed
    case .released, .handedOver, .silenced: return .closed
    default: break
    }
    guard let day = toldDay else { return .dayless }
    return isPastDue ? .overdue : DueSoon.holds(day, on: today) ? .soon : .later
  }

  /// Whether it is the first that the recipient hears of work that was handed to it.
  var isHandedOver: Bool { notice.kind.name == .assigned || notice.isHandedOver }

  var isOverdue: Bool { group == .overdue || group == .below }

  /// What the recipient is asked to do.
  enum Request { case done, support, day, event, settle, confirm, decide, accept, progress, direct, nothing }

  var request: Request {
    switch notice.kind {
    case .released, .handedOver, .silenced, .lapsed, .dayGone, .weeklySheet: return .nothing
    case .settle: return .settle
    case .askDay, .openingMoved: return .day
    case .question: return event == nil ? .day : .event
    case .superior: return .direct
    case .confirm: return .confirm
    case .decide: return .decide
    case .askAcceptance: return .accept
    case .askProgress: return .progress
    // Somebody reported it before; there is nothing to report until that is confirmed or returned.
    case .assigned where duty?.report != nil: return .nothing
    default: break
    }
    switch notice.role {
    case .lead, .focalPoint: return .done
    case .support: return .support
    case .superior, .addressee, .watcher, .named, .leader, .confirmer, .decider: return .nothing
    }
  }
}
