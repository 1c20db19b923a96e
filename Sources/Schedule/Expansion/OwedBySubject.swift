package import CivilCalendar
import RuleSyntax
import Rules

/// Everything that a statement's subject owes, over all time, and whether the statement holds of it.
struct OwedBySubject {
  let obligations: [Obligation]
  let duties: [OpenDuty]
  let today: CivilDate
  let rules: RuleSet

  var isEmpty: Bool { obligations.isEmpty && duties.isEmpty }

  /// - Parameter days: that the statement speaks of.
  init(_ subject: Fact.Subject, _ days: [CivilDate], _ expander: Expander, today: CivilDate) {
    self.today = today
    rules = expander.rules
    let window = expander.window(of: subject.task, days)
    let allObligations = expander.obligations(in: window, of: subject.task)
    let allDuties = expander.openDuties(of: subject.task)
    // Without a label the unlabelled line is meant, where there is one.
    let labels = Set(allObligations.map(\.id.label) + allDuties.map(\.id.label))
    let onlyUnlabelled = subject.label == nil && labels.contains(nil)
    func isMeant(_ id: ObligationID, _ closed: Obligation.Closed?) -> Bool {
      if case .withdrawn = closed { return false }
      if onlyUnlabelled ? id.label != nil : subject.label != nil && id.label != subject.label { return false }
      if let key = subject.key, id.key != key { return false }
      return true
    }
    let entries =
      allObligations.filter { isMeant($0.id, $0.closed) }.map(Entry.dated)
      + allDuties.filter { isMeant($0.id, $0.closed) }.map(Entry.open)
    let meant = rules.owned(entries, by: subject.owner, id: \.id, leads: \.leads)
    obligations = meant.compactMap { if case .dated(let obligation) = $0 { obligation } else { nil } }
    duties = meant.compactMap { if case .open(let duty) = $0 { duty } else { nil } }
  }

  /// Nil if the statement holds.
  func failure(of expectation: Expectation) -> TestFailure.Reason? {
    let (isOpen, day, days) = (expectation.isOpen, expectation.day, expectation.days)
    switch expectation.kind {
    case .due: return dueFailure(day, days, isOpen)
    case .expectedDue:
      let got = duties.compactMap { $0.kind.expected?.last }
      return agree(days, got, isOpen) ? nil : .expectedDays(want: days.unique, got: got.unique)
    case .noOccurrence: return owesNothing ? nil : .standsOtherwise
    case .waiting:
      return holds(isOpen) { entry in isWaiting(entry, for: expectation.events, day, isOpen) } ? nil : .standsOtherwise
    case .awaitingDate:
      return holds(isOpen) { entry in isAwaiting(entry, day, isOpen) } ? nil : .standsOtherwise
    case .openUndated:
      return holds(isOpen) { entry in
        if case .open(let duty) = entry, case .openUndated(let since) = duty.kind { since == day } else { false }
      } ? nil : .standsOtherwise
    case .standing:
      return duties.contains { duty in
        if case .standing(_, let last) = duty.kind { last == day } else { false }
      } ? nil : .standsOtherwise
    case .overdue:
      let count = expectation.count ?? 0
      let got = Set(
        obligations.compactMap { obligation -> Int? in
          if case .overdue(let days) = obligation.status(on: today) { days } else { nil }
        })
      return got == [count] || isOpen && got.contains(count) ? nil : .standsOtherwise
    case .done:
      return holds(isOpen) { entry in
        if case .done = entry.status(on: today) { true } else { false }
      } ? nil : .standsOtherwise
    case .waived: return holds(isOpen) { $0.status(on: today) == .waived } ? nil : .standsOtherwise
    case .unclear:
      return holds(isOpen) { entry in
        if case .open(let duty) = entry, case .unclear = duty.kind { duty.closed == nil } else { false }
      } ? nil : .standsOtherwise
    case .asItArises:
      return holds(isOpen) { entry in
        if case .open(let duty) = entry, case .eachCase(nil, _) = duty.kind { true } else { false }
      } ? nil : .standsOtherwise
    case .reminder, .noReminder, .question, .warning, .error: return .noSuchDiagnostic
    }
  }

  // MARK: - Statements

  private func dueFailure(_ from: CivilDate?, _ days: [CivilDate], _ isOpen: Bool) -> TestFailure.Reason? {
    let got = obligations.map(\.binding)
    guard agree(days, got, isOpen) else { return .days(want: days.unique, got: got.unique) }
    guard let from, let first = obligations.first(where: { days.contains($0.binding) }) else { return nil }
    return first.opens == from ? nil : .opens(want: from, got: first.opens)
  }

  private func agree(_ want: [CivilDate], _ got: [CivilDate], _ isOpen: Bool) -> Bool {
    isOpen ? Set(want).isSubset(of: got) : Set(want) == Set(got)
  }

  private var owesNothing: Bool {
    obligations.isEmpty && duties.allSatisfy { if case .eachCase = $0.kind { $0.closed == nil } else { false } }
  }

  private enum Entry {
    case dated(Obligation)
    case open(OpenDuty)

    var id: ObligationID {
      switch self {
      case .dated(let obligation): obligation.id
      case .open(let duty): duty.id
      }
    }

    var leads: [Recipient] {
      switch self {
      case .dated(let obligation): obligation.leads
      case .open(let duty): duty.leads
      }
    }

    func status(on today: CivilDate) -> Status {
      switch self {
      case .dated(let obligation): obligation.status(on: today)
      case .open(let duty): duty.status(on: today)
      }
    }
  }

  /// Of everything owed; in an open statement, of something.
  private func holds(_ isOpen: Bool, _ body: (Entry) -> Bool) -> Bool {
    let entries = obligations.map(Entry.dated) + duties.map(Entry.open)
    if isOpen { return entries.contains(where: body) }
    // What stands by for each further case is no occurrence of its own, unless it is all there is.
    let occurrences = entries.filter { entry in
      if case .open(let duty) = entry, case .eachCase = duty.kind { false } else { true }
    }
    let asked = occurrences.isEmpty ? entries : occurrences
    return !asked.isEmpty && asked.allSatisfy(body)
  }

  private func isWaiting(_ entry: Entry, for events: [EventID], _ latest: CivilDate?, _ isOpen: Bool) -> Bool {
    switch entry {
    case .open(let duty):
      guard latest == nil else { return false }
      switch duty.kind {
      case .waiting(let bindings, _): return isSame(events, bindings)
      case .eachCase(let trigger?, _): return events == [trigger.event]
      default: return false
      }
    case .dated(let obligation):
      guard case .events(let bindings) = obligation.pending, obligation.status(on: today) == .waiting else {
        return false
      }
      return isSame(events, bindings) && (latest == obligation.binding || latest == nil && isOpen)
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

  private func isAwaiting(_ entry: Entry, _ latest: CivilDate?, _ isOpen: Bool) -> Bool {
    switch entry {
    case .open(let duty):
      if case .awaitingDate = duty.kind { latest == nil } else { false }
    case .dated(let obligation):
      if case .timetable = obligation.pending, obligation.status(on: today) == .waiting {
        latest == obligation.binding || latest == nil && isOpen
      } else {
        false
      }
    }
  }
}

extension Expander {
  /// All days that a statement can speak of: rows without end are seen through the plan's span, or as far as the
  /// statement looks.
  func window(of task: TaskID, _ wanted: [CivilDate]) -> DayRange {
    let rows = book.rules.tasks[task].due
    guard rows.contains(where: { $0.deadline.isOpenEnded }) else {
      return DayRange(first: .first, last: .last)
    }
    return DayRange(
      first: .first, last: max(book.contexts[book.rules.tasks[task].plan].span.last, wanted.max() ?? .first))
  }
}

extension OpenDuty.Kind {
  /// When it is expected, provisionally.
  package var expected: DayRange? {
    switch self {
    case .waiting(_, let expected), .waitingForTask(_, _, let expected), .awaitingDate(_, let expected): expected
    case .openUndated, .standing, .eachCase, .unclear: nil
    }
  }
}

extension Array where Element == CivilDate {
  /// Each once, in order of time.
  var unique: [CivilDate] { Array(Set(self)).sorted() }
}
