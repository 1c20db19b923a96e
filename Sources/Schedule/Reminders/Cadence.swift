import CivilCalendar
import Deadlines
import RuleSyntax
import Rules

/// What a policy says for one length of window and one kind of recipient: its fields with their conditions decided.
struct Cadence: Sendable {
  var before: [PolicyField.Lead] = []
  /// Nil if the policy does not say.
  var atStart: Bool?
  /// Of support units: they hear with the first step of the leads, and never before.
  var startsWithLead = false
  var middle = false
  var during: Rhythm?
  var onTheDay = false
  var overdueEvery: PolicyField.Lead?
  var overdueAtMost: Int?
  var superiorAfter: PolicyField.Lead?
  var askEvery: PolicyField.Lead?
  /// How long after a report who confirms is asked first, and how often again; nil: never.
  var askToConfirm: PolicyField.Asking? = PolicyField.Asking.standard
  /// How long after it first heard of it a lead is asked to accept the work; nil: never.
  var askToAccept: PolicyField.Lead?
  /// How long after it last said anything a lead is asked how far the work is; nil: never.
  var askForProgress: PolicyField.Lead?
  var audience: [PolicyField.Audience] = [.lead]
  /// The time of day at which messages go out, in minutes since midnight.
  var minute: Int
  var urgent = false
  var attachesCalendar = false

  /// The cadence of leads, and of everybody who is told the same as they are. A field with a condition wins over one
  /// without, and that of a longer window over that of a shorter one.
  init(_ fields: [PolicyField], windowDays: Int, slot: Int = SchedulingDefaults().slot) {
    minute = slot
    apply(fields.filter { $0.condition == .always })
    let bound = fields.compactMap { field -> (Int, PolicyField)? in
      guard case .windowsOfAtLeast(let days) = field.condition, windowDays >= days else { return nil }
      return (days, field)
    }
    apply(bound.sorted { $0.0 < $1.0 }.map(\.1))
  }

  /// The cadence of support units: what the policy says for them. If it says nothing, the opening and the last step
  /// (decision: standard-policy).
  init(supportOf fields: [PolicyField], windowDays: Int, slot: Int = SchedulingDefaults().slot) {
    let whole = Cadence(fields, windowDays: windowDays, slot: slot)
    minute = whole.minute
    let own = fields.filter { $0.condition == .support }
    audience = whole.audience
    (urgent, attachesCalendar) = (whole.urgent, whole.attachesCalendar)
    if own.isEmpty {
      atStart = whole.atStart
      before = whole.before.min { $0.days < $1.days }.map { [$0] } ?? []
    } else {
      atStart = false
      apply(own)
    }
  }

  private mutating func apply(_ fields: [PolicyField]) {
    for field in fields {
      switch field.setting {
      case .before(let leads): before = leads
      case .atStart(let isOn): (atStart, startsWithLead) = (isOn, false)
      case .startWithLead: (atStart, startsWithLead) = (false, true)
      case .during(let middle, let rhythm): (self.middle, during) = (middle, rhythm)
      case .onTheDay(let isOn): onTheDay = isOn
      case .overdue(let every, let most): (overdueEvery, overdueAtMost) = (every, most)
      case .tellSuperior(let after): superiorAfter = after
      case .ask(let every): askEvery = every
      case .askToConfirm(let asking): askToConfirm = asking
      case .askToAccept(let after): askToAccept = after
      case .askForProgress(let after): askForProgress = after
      case .to(let audience): self.audience = audience
      case .at(let time): minute = time.minutes
      case .urgent(let isOn): urgent = isOn
      case .attachCalendar(let isOn): attachesCalendar = isOn
      }
    }
  }
}
