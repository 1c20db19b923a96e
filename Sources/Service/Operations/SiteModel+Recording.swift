import AnswerLinks
import CivilCalendar
import Deadlines
import Diagnostics
package import Expansion
import FactLog
package import Presentation
package import RuleSyntax
package import Rules

/// What somebody may record, and what a fact changed, for pages.
extension SiteModel {
  /// Whether somebody may record such a fact of a duty, as recording itself will judge it. No login may where there are no roles
  /// (decision: web-needs-roles), and nobody of what is classified.
  package func mayRecord(_ kind: FactKind, of duty: AnyDuty, by recorder: Recorder) -> Bool {
    guard !rules.isClassified(duty.task) else { return false }
    return may(recorder, .init(kind, .task(book.rules.subject(of: duty))))
  }

  /// Whether somebody may record that an event happened.
  package func mayRecord(_ event: EventBinding, by recorder: Recorder) -> Bool {
    guard rules.events.indices.contains(event.event), !rules.classifiedEvents.contains(event.event) else {
      return false
    }
    return may(recorder, .init(.happened, .event(.init(event.event, key: event.key))))
  }

  /// Whether somebody may propose rows of a plan: a login with a role, or a unit that the plan knows by the mailbox that signed in.
  package func mayPropose(in plan: PlanID, by recorder: Recorder) -> Bool {
    switch recorder {
    case .login: return true
    case .unit: return false
    case .session(let id, let mailbox):
      guard case .unit(let unit)? = UnitChoice.own(id, book.rules, in: plan) else { return false }
      return book.rules.units[unit].addresses[.mail].flatMap { MailboxMark(of: $0) } == mailbox
    }
  }

  /// Whether somebody may send back the register of a plan. Of a classified one nothing is proposed on pages.
  package func mayProposeRegister(of plan: PlanID, by recorder: Recorder) -> Bool {
    rules.plans[plan].classified == nil && mayPropose(in: plan, by: recorder)
  }

  private func may(_ recorder: Recorder, _ body: Fact.Body) -> Bool {
    guard let check = RoleCheck(configuration.roles, recorder, book, expander) else { return false }
    let fact = Fact(body, text: "", span: Span(SourceText(name: "", bytes: []), 0, 0))
    if case .success = check.side(of: fact) { return true }
    return false
  }

  /// Recording for who came in over the web.
  /// - Parameters:
  ///   - about: the fact that is answered (`RecordRequest.about`).
  ///   - isRehearsal: whether only what would change is wanted, by the facts of this model.
  package func recording(
    _ recorder: Recorder, document: String?, note: String? = nil, yes: Bool, submission: Submission?, about: Int? = nil,
    isRehearsal: Bool,
    telling tell: @escaping (Remark) -> Void, in operations: OperationContext
  ) -> Recording {
    var operations = operations
    (operations.recorder, operations.tell) = (recorder.author, tell)
    if case .login = recorder {} else { operations.unit = recorder }
    var request = RecordRequest(
      book: BookRequest(state: state), document: document, note: note, onBehalfOf: nil, isRehearsal: isRehearsal,
      yes: yes)
    (request.submission, request.about) = (submission, about)
    request.known = self
    return Recording(request, in: operations)
  }

  /// The fact of a number, and what it changed as far as everybody may see it; nil if there is none, or it is about what is
  /// classified, or not of these rules.
  package func recorded(_ number: Int) -> (fact: KnownFact, changes: [DutyChange])? {
    guard let place = book.timed.firstIndex(where: { $0.fact.line == number }), let record = book.records[number] else {
      return nil
    }
    let fact = book.timed[place].fact
    switch fact.body.target {
    case .task(let subject): guard !rules.isClassified(subject.task) else { return nil }
    case .event(let named): guard !rules.classifiedEvents.contains(named.event) else { return nil }
    }
    let facts = book.facts
    let before = expander.with(Array(facts[..<place]))
    let changes = DutyChange.between(
      before, before.with(Array(facts[...place])), in: .all(of: book.rules.plans, today: today))
    return (KnownFact(fact: fact, record: record), shown(changes))
  }

  /// A duty as lists have it.
  package func item(_ duty: AnyDuty) -> UpcomingItem? {
    let lists =
      switch duty.state {
      case .dated(let days): DutyLists(dated: [duty.with(days)])
      case .open(let state): DutyLists(open: [duty.with(state)])
      }
    return UpcomingList(
      rules, lists, today: today, time: book.time, includesClosed: true, known: book.known
    ).items.first
  }

  /// The changes of what is not classified.
  package func shown(_ changes: [DutyChange]) -> [DutyChange] {
    changes.filter { $0.duty.map { !rules.isClassified($0.task) } ?? false }
  }
}

extension RuleSet {
  /// The duty as facts name it.
  fileprivate func subject(of duty: AnyDuty) -> Fact.Subject {
    var subject = Fact.Subject(task: duty.task, label: duty.id.label, key: duty.id.key == "once" ? nil : duty.id.key)
    if let unit = duty.id.unit, case .unit(let id)? = recipient(named: unit, in: tasks[duty.task].plan) {
      subject.unit = id
    } else if let unit = duty.id.unit, case .group(let id)? = recipient(named: unit, in: tasks[duty.task].plan) {
      subject.group = id
    }
    return subject
  }
}
