import Expansion
import Outbox
import Presentation
import Rules
import Templates

/// What messages were about, found in the rules of today.
struct ToldTopics {
  static let shape: [String: TemplateShape] = ["id": .text, "href": .text, "title": .text, "step": .text]

  private let visit: Visit
  /// By `plan/task`.
  private let tasks: [String: TaskID]
  /// The ids of units and groups.
  private let owners: Set<String>

  init(_ visit: Visit) {
    self.visit = visit
    var tasks: [String: TaskID] = [:]
    for (id, task) in visit.rules.tasks.enumerated() {
      tasks["\(visit.rules.plans[task.plan].id)/\(task.id)"] = id
    }
    self.tasks = tasks
    owners = Set(visit.rules.units.map(\.id) + visit.rules.groups.map(\.id))
  }

  /// - Parameter subject: as the log has it (`NoticeTopic.description`).
  func values(_ subject: String, reason: String) -> [String: TemplateValue] {
    let id = String(subject.dropFirst(2))
    var values: [String: TemplateValue] = [
      "id": .text(spoken(id)), "href": .text(""), "title": .text(""), "step": .text(reason),
    ]
    guard subject.hasPrefix("o:") else {
      if subject.hasPrefix("e:") { values["href"] = .text(visit.address("su-kien")) }
      return values
    }
    guard let task = task(of: id) else { return values }
    // Whom the message went to would say who owes the work.
    guard !visit.rules.isClassified(task) else {
      return [
        "id": .text(""), "href": .text(""), "title": .text(visit.say("Việc có độ mật", "Classified work")),
        "step": .text(""),
      ]
    }
    values["title"] = .text(RuleNames.plainTitle(visit.rules.tasks[task].title))
    values["href"] = .text(
      visit.address(
        ["viec"] + visit.model.dutyNames.current(written: id).split(separator: "/").map(String.init)))
    return values
  }

  /// `I.2a, TC.7 (quý III/2024)`, some of them, and how many there are: each duty and event once, the plan of a weekly sheet and
  /// classified work never.
  func ids(_ notices: [ToldNotice]) -> String {
    let most = 4
    let told = Set(notices.map(\.subject)).filter { !isSecret($0) }
    let (work, events) = (told.filter { $0.hasPrefix("o:") }, told.filter { $0.hasPrefix("e:") })
    let ids = Set(work.union(events).map { spoken(String($0.dropFirst(2).drop { $0 != "/" }.dropFirst())) }).sorted()
    let shown = ids.prefix(most).joined(separator: ", ")
    guard ids.count > most else { return shown }
    let parts = [
      work.isEmpty ? nil : visit.say("\(work.count) việc", "\(work.count) \(work.count == 1 ? "duty" : "duties")"),
      events.isEmpty
        ? nil : visit.say("\(events.count) sự kiện", "\(events.count) \(events.count == 1 ? "event" : "events")"),
    ]
    return "\(shown) … (\(parts.compactMap(\.self).joined(separator: ", ")))"
  }

  /// Whether only its id may be told.
  func isSecret(_ subject: String) -> Bool {
    guard subject.hasPrefix("o:"), let task = task(of: String(subject.dropFirst(2))) else { return false }
    return visit.rules.isClassified(task)
  }

  /// Nil if the rules do not have it any more.
  private func task(of told: String) -> TaskID? {
    let id = visit.model.dutyNames.current(written: told)
    let parts = id.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let at = parts[1].firstIndex(of: "@") else { return nil }
    let labelled = parts[1][..<at]
    return tasks["\(parts[0])/\(labelled)"]
      ?? labelled.firstIndex(of: ":").flatMap { tasks["\(parts[0])/\(labelled[..<$0])"] }
  }

  /// `I.2a` · `TC.7 (quý III/2024)`: without the unit, which the message went to.
  private func spoken(_ id: String) -> String {
    guard let at = id.firstIndex(of: "@") else { return id }
    var key = String(id[id.index(after: at)...])
    // A key may be the number of a document, 7/QĐ.
    if let slash = key.lastIndex(of: "/"), owners.contains(String(key[key.index(after: slash)...])) {
      key = String(key[..<slash])
    }
    return id[..<at] + (key == "once" ? "" : " (\(PeriodWording(visit.wording).text(ofKey: key)))")
  }
}
