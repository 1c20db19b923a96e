import CivilCalendar
import Expansion
import Presentation
import Reminders
import RuleSyntax
import Rules

/// One notice with everything that can be said about it, in one language. Of a classified task only id and day are told
/// (decision: classified-tasks).
struct NoticeView {
  let notice: Notice
  let book: NotificationBook
  let language: Language
  let names: RuleNames
  let dates: DateWording
  let zone: Zone
  let today: CivilDate
  let plan: Plan?
  let task: PlanTask?
  let obligation: Obligation?
  let duty: OpenDuty?

  init(_ notice: Notice, _ book: NotificationBook, _ language: Language) {
    self.notice = notice
    self.book = book
    self.language = language
    names = RuleNames(rules: book.rules, language: language)
    dates = DateWording(language)
    let plan = book.plan(of: notice.subject)
    self.plan = plan.map { book.rules.plans[$0] }
    zone = plan.map { book.zones[$0] } ?? .vietnam
    today = zone.day(of: notice.slot.instant)
    task = notice.task.flatMap { book.rules.tasks.indices.contains($0) ? book.rules.tasks[$0] : nil }
    if case .obligation(let id) = notice.subject {
      (obligation, duty) = (book.obligations[id], book.duties[id])
    } else {
      (obligation, duty) = (nil, nil)
    }
  }

  func say(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language.choose(vi: vi(), en: en())
  }

  var isClassified: Bool { notice.isClassified }

  /// As commands take it.
  var id: String {
    switch notice.subject {
    case .obligation(let id): id.description
    case .event(let plan, let id, let key): "\(plan)/\(id)\(key.map { "@\($0)" } ?? "")"
    case .plan(let id): id
    }
  }

  var event: PlanEvent? {
    guard case .event(let planID, let id, _) = notice.subject else { return nil }
    let plan = book.plans[planID]
    return book.rules.events.first { $0.id == id && $0.plan == plan } ?? book.rules.events.first { $0.id == id }
  }

  var title: String {
    if isClassified { return say("Việc có độ mật \(id)", "Classified duty \(id)") }
    if let event, case .event(_, _, let key) = notice.subject {
      guard let key else { return event.title }
      return say("\(event.title) (kỳ \(key))", "\(event.title) (\(key))")
    }
    guard let task else { return id }
    let title = NoticeView.plain(task.title)
    guard case .obligation(let id) = notice.subject, let label = id.label else { return title }
    return "\(title) – \(label)"
  }

  /// Without the dash of a list that a plan's cell begins with.
  static func plain(_ title: String) -> String {
    String(title.drop { " -–+•".contains($0) })
  }

  // MARK: Days

  /// `trước 16h00 thứ Sáu 15/3/2024`; empty where there is no day.
  var due: String {
    guard let day = notice.told else { return "" }
    let text = dates.weekdayAndDay(day)
    guard let cutoff else { return text }
    return say("trước \(dates.time(cutoff)) \(text)", "before \(dates.time(cutoff)) on \(text)")
  }

  /// Of the told day; a day that an extension or fact moved here has none.
  var cutoff: ClockTime? {
    guard let obligation, obligation.binding == notice.told else { return nil }
    return obligation.cutoff
  }

  /// The told day is over, or its time of day, when the round is: it may come late in the day of its slot.
  var isPastDue: Bool {
    guard let day = notice.told else { return false }
    guard day == today, let cutoff else { return day < today }
    let (round, minute) = zone.civil(notice.decided ?? notice.slot.instant)
    return round > day || minute >= cutoff.minutes
  }

  /// `còn 7 ngày`, `quá hạn 3 ngày`; empty where no day binds. What was due before it was known is not called overdue
  /// (decision: known-since).
  var distance: String {
    guard let day = notice.told, tellsDay, notice.kind.name != .settle else { return "" }
    if day == today, isPastDue { return say("quá hạn từ hôm nay", "overdue since today") }
    return dates.distance(to: day, from: today)
  }

  /// The day is the subject's due day and still holds.
  var tellsDay: Bool {
    switch notice.kind {
    case .question, .askDay, .weeklySheet, .dayGone, .released, .handedOver: false
    default: notice.told != nil
    }
  }

  // MARK: Units

  var leads: String {
    guard !isClassified else { return "" }
    return names.recipients(obligation?.leads ?? duty?.leads ?? [])
  }

  var supports: String {
    guard !isClassified else { return "" }
    return names.recipients(obligation?.supports ?? duty?.supports ?? [])
  }

  /// Of a list: empty where the recipient alone leads.
  var otherLeads: String {
    (obligation?.leads ?? duty?.leads) == [.unit(notice.unit)] ? "" : leads
  }

  var focalPoint: String { plan?.focalPoint.map { names.recipient($0) } ?? "" }

  /// The recipient is the focal point, to whom others report.
  var isToFocalPoint: Bool {
    guard case .unit(let unit)? = plan?.focalPoint else { return false }
    return unit == notice.unit
  }

  var role: String {
    if notice.kind.name == .handedOver { return say("trước đây là đơn vị chủ trì", "you led it before") }
    return switch notice.role {
    case .lead: say("đơn vị chủ trì", "you lead it")
    case .support: say("đơn vị phối hợp", "you support it")
    case .addressee: say("nơi nhận kết quả", "the result comes to you")
    case .watcher: say("đơn vị theo dõi", "you watch it")
    case .named: say("được nêu trong cách nhắc của kế hoạch", "the plan's reminders name you")
    case .superior: say("cấp trên của đơn vị chủ trì", "you are the lead's superior")
    case .focalPoint: say("đầu mối của kế hoạch", "you are the plan's focal point")
    case .leader: say("lãnh đạo phụ trách kế hoạch", "you lead the plan")
    }
  }

  // MARK: Where it stands

  var dueLine: DueLine? {
    guard let task, let index = obligation?.dueLine ?? duty?.dueLine, task.due.indices.contains(index) else {
      return nil
    }
    return task.due[index]
  }

  /// `“Trước ngày 15/3” (muc-7.rules:23)`
  var rule: String {
    guard let line = dueLine else { return "" }
    let source = line.span.source
    let file = source.name.split(separator: "/").suffix(2).joined(separator: "/")
    return "“\(line.text)” (\(file):\(book.lines.line(of: line.span)))"
  }

  var product: String? { task.flatMap { RuleNames.products($0.products, label: dueLine?.label) } }

  /// Label and value, in the order of reading.
  var rows: [(String, String)] {
    guard !isClassified else { return [(say("Mã việc", "Id"), id)] }
    var rows: [(String, String)] = []
    func add(_ label: String, _ value: String?) { if let value, !value.isEmpty { rows.append((label, value)) } }
    if let opens = obligation?.opens, opens != obligation?.binding, tellsDay {
      add(say("Thực hiện từ", "From"), dates.weekdayAndDay(opens))
    }
    if let before = notice.toldBefore { add(say("Hạn trước đây", "Day before"), dates.weekdayAndDay(before)) }
    add(say("Sản phẩm", "Product"), product)
    add(say("Chủ trì", "Lead"), leads)
    add(say("Phối hợp", "Support"), supports)
    if let task {
      add(say("Trình", "Submit to"), names.recipients(task.submitTo))
      add(say("Nơi nhận", "To"), names.recipients(task.addressees))
    }
    add(say("Vì sao nhận", "Why you"), role)
    add(say("Kế hoạch", "Plan"), place)
    add(say("Quy định", "Rule"), rule)
    add(event == nil ? say("Mã việc", "Id") : say("Mã sự kiện", "Event"), id)
    return rows
  }

  /// The plan's title, the section and the row's printed number.
  private var place: String? {
    guard let plan else { return nil }
    guard let task else { return plan.title }
    var text = plan.title
    if let section = task.section, book.rules.sections.indices.contains(section) {
      text += say(", mục \(book.rules.sections[section].id)", ", section \(book.rules.sections[section].id)")
    }
    if let number = task.printedNumber { text += say(", dòng \(number)", ", row \(number)") }
    return text
  }
}
