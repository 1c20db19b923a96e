package import CivilCalendar
import RuleSyntax
package import Rules

/// Everything that a statement's subject owes, over all time, and whether the statement holds of it.
struct OwedBySubject {
  let duties: [AnyDuty]
  let today: CivilDate
  let rules: RuleSet

  var isEmpty: Bool { duties.isEmpty }

  /// Of those that have a day.
  private var dated: [DueDays] { duties.compactMap(\.days) }

  /// - Parameter days: that the statement speaks of.
  init(_ subject: Fact.Subject, _ days: [CivilDate], _ expander: Expander, today: CivilDate) {
    self.today = today
    rules = expander.rules
    let window = expander.window(of: subject.task, days)
    let all = expander.duties(in: window, of: subject.task).all
    // Without a label the unlabelled line is meant, where there is one.
    let onlyUnlabelled = subject.label == nil && all.contains { $0.id.label == nil }
    func isMeant(_ duty: AnyDuty) -> Bool {
      if case .withdrawn = duty.closed { return false }
      if onlyUnlabelled ? duty.id.label != nil : subject.label != nil && duty.id.label != subject.label { return false }
      if let key = subject.key, duty.id.key != key { return false }
      return true
    }
    duties = rules.owned(all.filter(isMeant), by: subject.owner, id: \.id, leads: \.leads)
  }

  /// Nil if the statement holds.
  func failure(of expectation: Expectation) -> TestFailure.Reason? {
    let (isOpen, day, days) = (expectation.isOpen, expectation.day, expectation.days)
    switch expectation.kind {
    case .due: return dueFailure(day, days, isOpen)
    case .expectedDue:
      let got = duties.compactMap { $0.state.expected?.last }
      return agree(days, got, isOpen) ? nil : .expectedDays(want: days.unique, got: got.unique)
    case .noOccurrence: return owesNothing ? nil : .standsOtherwise
    case .waiting:
      return holds(isOpen) { isWaiting($0, for: expectation.events, day, isOpen) } ? nil : .standsOtherwise
    case .awaitingDate:
      return holds(isOpen) { isAwaiting($0, day, isOpen) } ? nil : .standsOtherwise
    case .openUndated:
      return holds(isOpen) { duty in
        if case .open(.openUndated(let since)) = duty.state { since == day } else { false }
      } ? nil : .standsOtherwise
    case .standing:
      return duties.contains { duty in
        if case .open(.standing(_, let last)) = duty.state { last == day } else { false }
      } ? nil : .standsOtherwise
    case .overdue:
      let count = expectation.count ?? 0
      let got = Set(
        duties.compactMap { duty -> Int? in
          if case .overdue(let days) = duty.status(on: today) { days } else { nil }
        })
      return got == [count] || isOpen && got.contains(count) ? nil : .standsOtherwise
    case .reported: return holds(isOpen) { $0.report != nil } ? nil : .standsOtherwise
    case .returned: return holds(isOpen) { $0.isReturned && $0.closed == nil } ? nil : .standsOtherwise
    case .done:
      return holds(isOpen) { duty in
        if case .done = duty.status(on: today) { true } else { false }
      } ? nil : .standsOtherwise
    case .waived: return holds(isOpen) { $0.status(on: today) == .waived } ? nil : .standsOtherwise
    case .unclear:
      return holds(isOpen) { duty in
        if case .open(.unclear) = duty.state { duty.closed == nil } else { false }
      } ? nil : .standsOtherwise
    case .asItArises:
      return holds(isOpen) { duty in
        if case .open(.eachCase(nil, _)) = duty.state { true } else { false }
      } ? nil : .standsOtherwise
    case .reminder, .noReminder, .question, .warning, .error: return .noSuchDiagnostic
    }
  }

  // MARK: - Statements

  private func dueFailure(_ from: CivilDate?, _ days: [CivilDate], _ isOpen: Bool) -> TestFailure.Reason? {
    let got = dated.map(\.effective)
    guard agree(days, got, isOpen) else { return .days(want: days.unique, got: got.unique) }
    guard let from, let first = dated.first(where: { days.contains($0.effective) }) else { return nil }
    return first.opens == from ? nil : .opens(want: from, got: first.opens)
  }

  private func agree(_ want: [CivilDate], _ got: [CivilDate], _ isOpen: Bool) -> Bool {
    isOpen ? Set(want).isSubset(of: got) : Set(want) == Set(got)
  }

  private var owesNothing: Bool {
    duties.allSatisfy { if case .open(.eachCase) = $0.state { $0.closed == nil } else { false } }
  }

  /// Of everything owed; in an open statement, of something.
  private func holds(_ isOpen: Bool, _ body: (AnyDuty) -> Bool) -> Bool {
    if isOpen { return duties.contains(where: body) }
    // What stands by for each further case is no occurrence of its own, unless it is all there is.
    let occurrences = duties.filter { if case .open(.eachCase) = $0.state { false } else { true } }
    let asked = occurrences.isEmpty ? duties : occurrences
    return !asked.isEmpty && asked.allSatisfy(body)
  }

  private func isWaiting(_ duty: AnyDuty, for events: [EventID], _ latest: CivilDate?, _ isOpen: Bool) -> Bool {
    switch duty.state {
    case .open(.waiting(let bindings, _)): return latest == nil && isSame(events, bindings)
    case .open(.eachCase(let trigger?, _)): return latest == nil && events == [trigger.event]
    case .open: return false
    case .dated(let days):
      guard case .events(let bindings) = days.pending, duty.status(on: today) == .waiting else { return false }
      return isSame(events, bindings) && (latest == days.effective || latest == nil && isOpen)
    }
  }

  /// The events awaited, or the composed event whose missing parts they are.
  private func isSame(_ events: [EventID], _ bindings: [EventBinding]) -> Bool {
    let awaited = Set(bindings.map(\.event))
    if Set(events) == awaited { return true }
    guard events.count == 1, let only = events.first, rules.events.indices.contains(only) else { return false }
    switch rules.events[only].composition {
    case .simple: return false
    case .all(let members), .any(let members): return awaited.isSubset(of: members)
    }
  }

  private func isAwaiting(_ duty: AnyDuty, _ latest: CivilDate?, _ isOpen: Bool) -> Bool {
    switch duty.state {
    case .open(.awaitingDate): return latest == nil
    case .open: return false
    case .dated(let days):
      guard case .timetable = days.pending, duty.status(on: today) == .waiting else { return false }
      return latest == days.effective || latest == nil && isOpen
    }
  }
}

extension Expander {
  /// All days that a statement can speak of: rows without end are seen through the plan's span, or as far as the
  /// statement looks.
  package func window(of task: TaskID, _ wanted: [CivilDate]) -> DayRange {
    let rows = book.rules.tasks[task].due
    guard rows.contains(where: { $0.deadline.isOpenEnded }) else {
      return DayRange(first: .first, last: .last)
    }
    return DayRange(
      first: .first, last: max(book.contexts[book.rules.tasks[task].plan].span.last, wanted.max() ?? .first))
  }
}

extension Array where Element == CivilDate {
  /// Each once, in order of time.
  var unique: [CivilDate] { Array(Set(self)).sorted() }
}
