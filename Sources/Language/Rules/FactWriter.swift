import CivilCalendar
import Deadlines

/// Writes facts as the one line that means them, whatever else is recorded later: names by id, with plan, occurrence and
/// unit where the fact has them (docs/language.md, "Facts"). In Vietnamese; the reader takes both languages.
package struct FactWriter: Sendable {
  private let rules: RuleSet

  package init(_ rules: RuleSet) { self.rules = rules }

  /// What `FactFile` reads as the same fact, unless words in it (a document called *A theo B*) read as something else:
  /// whoever keeps the line reads it back first.
  package func line(of body: Fact.Body) -> String {
    switch body {
    case .happened(let event, let key, let reference, let day, let time):
      let clock = time.map { " lúc \(Self.two($0.minutes / 60)):\(Self.two($0.minutes % 60))" } ?? ""
      return "\(name(of: event, key, reference)) ngày \(Self.text(day))\(clock)"
    case .corrected(let event, let key, let reference, let day):
      return "sửa \(name(of: event, key, reference)) thành ngày \(Self.text(day))"
    case .withdrawn(let event, let key, let reference): return "hủy ghi nhận \(name(of: event, key, reference))"
    case .done(let subject, let day, let document):
      return "\(text(subject)) xong ngày \(Self.text(day))" + Self.tail("số", document)
    case .set(let subject, let line, let document):
      let wording = CanonicalWording(.vi).text(of: line.deadline)
      return "ấn định \(text(subject)) hạn \(wording)" + Self.tail("theo", document)
    case .extended(let subject, let day, let document):
      return "gia hạn \(text(subject)) đến \(Self.text(day))" + Self.tail("theo", document)
    case .waived(let subject, let reason): return "miễn \(text(subject))" + Self.tail("vì", reason)
    case .undone(let subject, let reason): return "mở lại \(text(subject))" + Self.tail("vì", reason)
    case .reassigned(let subject, let recipient, let document):
      return "chuyển \(text(subject)) cho \(id(of: recipient))" + Self.tail("theo", document)
    case .silenced(let subject, let day, let reason):
      return "ngừng nhắc \(text(subject)) đến \(Self.text(day))" + Self.tail("vì", reason)
    }
  }

  /// The plan whose fact it is; nil for an event that several plans share.
  package func plan(of body: Fact.Body) -> PlanID? {
    switch body {
    case .happened(let event, _, _, _, _), .corrected(let event, _, _, _), .withdrawn(let event, _, _):
      rules.events[event].plan
    case .done(let subject, _, _), .set(let subject, _, _), .extended(let subject, _, _), .waived(let subject, _),
      .undone(let subject, _), .reassigned(let subject, _, _), .silenced(let subject, _, _):
      rules.tasks[subject.task].plan
    }
  }

  private func text(_ subject: Fact.NoticeTopic) -> String {
    let task = rules.tasks[subject.task]
    var text = "\(rules.plans[task.plan].id)/\(task.id)"
    if let label = subject.label { text += " (\(label))" }
    if let key = subject.key { text += " kỳ \(key)" }
    if let owner = subject.owner { text += " của \(id(of: owner))" }
    return text
  }

  /// `PLAN/EVENT kỳ KEY số REF`; the issue of a plan by its own words, a task's own event by its title.
  private func name(of id: EventID, _ key: String?, _ reference: String?) -> String {
    let event = rules.events[id]
    let plan = event.plan.map { rules.plans[$0] }
    var name = event.task == nil ? event.id : "[\(event.title)]"
    if plan?.issueEvent == id { name = event.title } else if let plan { name = "\(plan.id)/\(name)" }
    return name + Self.tail("kỳ", key) + Self.tail("số", reference)
  }

  private func id(of recipient: Recipient) -> String {
    switch recipient {
    case .unit(let unit): rules.units[unit].id
    case .group(let group): rules.groups[group].id
    }
  }

  private static func tail(_ word: String, _ text: String?) -> String { text.map { " \(word) \($0)" } ?? "" }

  /// `09/5/2024`, as Decree 30/2020/NĐ-CP, annex I, writes days.
  private static func text(_ day: CivilDate) -> String {
    let (year, month, number) = day.components
    let digits = String(year)
    return "\(two(number))/\(month < 3 ? two(month) : String(month))/"
      + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
