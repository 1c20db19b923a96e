import Expansion
import Operations
import Presentation
import Rules

/// What is recorded of: a duty, or an event that is awaited.
enum ActSubject {
  case duty(UpcomingItem)
  case event(EventOverview.AwaitedEvent)

  /// What an address of forms means, behind `/ghi`; nil if it is nothing that anything may be recorded of over the web.
  static func find(_ act: Act, _ path: [String], key: String?, _ model: SiteModel) -> ActSubject? {
    let id = path.joined(separator: "/")
    if act == .happened { return event(id, key: key, model) }
    guard let item = model.duty(id), !model.rules.isClassified(item.duty.task) else { return nil }
    return .duty(item)
  }

  static func event(_ id: String, key: String?, _ model: SiteModel) -> ActSubject? {
    model.events.awaited.first { event in
      Self.id(of: event.binding.event, model.rules) == id && event.binding.key == key
    }.map(ActSubject.event)
  }

  /// `PLAN/ID`, or `ID` of an event that plans share.
  static func id(of event: EventID, _ rules: RuleSet) -> String {
    let event = rules.events[event]
    return event.plan.map { "\(rules.plans[$0].id)/\(event.id)" } ?? event.id
  }

  /// Whether the visitor may record it, as recording will judge.
  func isOpen(to visitor: Visitor, for act: Act, _ model: SiteModel) -> Bool {
    guard let login = visitor.login else { return false }
    switch self {
    case .duty(let item): return model.mayRecord(act.kind, of: item.duty, by: login)
    case .event(let event): return model.mayRecord(event.binding, by: login)
    }
  }

  /// The path of the act's form.
  func path(of act: Act, _ rules: RuleSet) -> [String] {
    switch self {
    case .duty(let item): ["ghi", act.rawValue] + item.duty.id.description.split(separator: "/").map(String.init)
    case .event(let event):
      ["ghi", act.rawValue] + Self.id(of: event.binding.event, rules).split(separator: "/").map(String.init)
    }
  }

  /// The parameters of that address.
  var query: [String: String] {
    if case .event(let event) = self, let key = event.binding.key { ["key": key] } else { [:] }
  }

  /// Whether it is the kind of event of which each case is recorded by its number.
  func isCase(_ rules: RuleSet) -> Bool {
    if case .event(let event) = self { rules.events[event.binding.event].happens == .eachCase } else { false }
  }
}

extension Visit {
  /// The address of a form; nil where this visitor may not record so now.
  func formAddress(_ act: Act, _ subject: ActSubject) -> String? {
    guard visitor.login != nil else { return nil }
    if case .duty(let item) = subject, !act.applies(to: item) { return nil }
    guard subject.isOpen(to: visitor, for: act, model) else { return nil }
    return address(subject.path(of: act, rules), query: subject.query)
  }
}
