import AnswerLinks
import Expansion
import Operations
import Presentation
import Rules

/// What is recorded of: a duty, or an occurrence of an event.
enum ActSubject {
  case duty(UpcomingItem)
  case event(EventBinding)

  /// What an address of forms means, behind `/ghi`; nil if it is nothing that anything may be recorded of over the web.
  static func find(_ act: Act, _ path: [String], key: String?, _ model: SiteModel) -> ActSubject? {
    let id = path.joined(separator: "/")
    if act == .happened { return event(id, key: key, model) }
    guard let item = model.duty(id), !model.rules.isClassified(item.duty.task) else { return nil }
    return .duty(item)
  }

  /// An event that happens by itself, whose occurrence is named where it is one of a period.
  static func event(_ id: String, key: String?, _ model: SiteModel) -> ActSubject? {
    let rules = model.rules
    let recordable = rules.events.indices.filter { event in
      guard case .simple = rules.events[event].composition else { return false }
      return !rules.classifiedEvents.contains(event)
    }
    // Former ids mean what they mean in facts.
    let found =
      recordable.first { Self.id(of: $0, rules) == id }
      ?? recordable.first { event in
        rules.events[event].formerly.contains { Self.id($0, of: event, rules) == id }
      }
    guard let event = found, [.once, .eachCase].contains(rules.events[event].happens) == (key == nil) else {
      return nil
    }
    return .event(EventBinding(event: event, key: key))
  }

  /// `PLAN/ID`, or `ID` of an event that plans share.
  static func id(of event: EventID, _ rules: RuleSet) -> String {
    Self.id(rules.events[event].id, of: event, rules)
  }

  private static func id(_ id: String, of event: EventID, _ rules: RuleSet) -> String {
    rules.events[event].plan.map { "\(rules.plans[$0].id)/\(id)" } ?? id
  }

  /// Whether the visitor may record it, as recording will judge.
  func isOpen(to visitor: Visitor, for act: Act, _ model: SiteModel) -> Bool {
    guard let recorder = visitor.recorder, visitor.link.map({ $0.link.allows(act, self, model) }) ?? true else {
      return false
    }
    switch self {
    case .duty(let item): return model.mayRecord(act.kind, of: item.duty, by: recorder)
    case .event(let event): return model.mayRecord(event, by: recorder)
    }
  }

  /// The path of the act's form.
  func path(of act: Act, _ rules: RuleSet) -> [String] {
    switch self {
    case .duty(let item): ["ghi", act.rawValue] + item.duty.id.description.split(separator: "/").map(String.init)
    case .event(let event):
      ["ghi", act.rawValue] + Self.id(of: event.event, rules).split(separator: "/").map(String.init)
    }
  }

  /// The parameters of that address.
  var query: [String: String] {
    if case .event(let event) = self, let key = event.key { ["key": key] } else { [:] }
  }

  /// Whether it is the kind of event of which each case is recorded by its number.
  func isCase(_ rules: RuleSet) -> Bool {
    if case .event(let event) = self { rules.events[event.event].happens == .eachCase } else { false }
  }
}

extension Visit {
  /// The address of a form; nil where this visitor may not record so now.
  func formAddress(_ act: Act, _ subject: ActSubject) -> String? {
    guard visitor.recorder != nil else { return nil }
    if case .duty(let item) = subject, !act.applies(to: item) { return nil }
    guard subject.isOpen(to: visitor, for: act, model) else { return nil }
    return address(of: act, subject)
  }

  /// Where the act's form is, and sent to.
  func address(of act: Act, _ subject: ActSubject) -> String {
    guard let link = visitor.link else { return address(subject.path(of: act, rules), query: subject.query) }
    return address(of: link, ["viec": act.rawValue])
  }

  /// The address of the receipt of a fact.
  func receiptAddress(_ number: Int) -> String {
    visitor.link.map { address(of: $0, [LinkAnswer.receipt: "\(number)"]) } ?? address("da-ghi", "\(number)")
  }

  /// The page of a link.
  func address(of link: Visitor.Link, _ query: [String: String]) -> String {
    address(
      [AnswerAddress.place] + link.link.duty.split(separator: "/").map(String.init),
      query: query.merging([AnswerAddress.parameter: link.token]) { $1 })
  }
}

extension AnswerLink {
  /// Whether it lets the unit do that of this duty, which may have had another id when the letter was written.
  func allows(_ act: Act, _ subject: ActSubject, _ model: SiteModel) -> Bool {
    guard case .duty(let item) = subject, item.duty.id.description == model.dutyNames.current(written: duty) else {
      return false
    }
    return act.ofLinks.map(answers.contains) ?? false
  }
}

extension Act {
  /// What links call it; nil for what nobody does by a link.
  fileprivate var ofLinks: AnswerLink.Answer? {
    switch self {
    case .accept: .accept
    case .progress: .progress
    case .report: .report
    case .askTime: .askTime
    case .explain: .explain
    case .confirm, .giveBack, .extend, .refuse, .withdraw, .undo, .waive, .happened: nil
    }
  }
}
