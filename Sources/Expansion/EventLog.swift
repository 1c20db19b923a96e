import CivilCalendar
import RuleSyntax
import Rules

/// What is recorded of each event, after corrections and withdrawals: later facts win (decision 25).
struct EventLog: Sendable {
  struct Record: Sendable {
    var key: String?
    var reference: String?
    var day: CivilDate
    var time: ClockTime?
    /// Indices of the facts that say so, in order.
    var facts: [Int]
    /// The day first recorded: the identity of a case without a reference.
    let firstDay: CivilDate
    /// Tells cases without a reference on one day apart.
    var ordinal = 1

    /// Of the occurrence that follows from it.
    var occurrence: String {
      if let name = key ?? reference { return name }
      return ordinal == 1 ? firstDay.description : "\(firstDay).\(ordinal)"
    }
  }

  private(set) var records: [EventID: [Record]] = [:]
  private(set) var problems: [ExpansionProblem] = []
  /// When unsigned plans are expected to be issued, by their event.
  private(set) var issueWindows: [EventID: DayRange] = [:]

  init(_ rules: RuleSet, facts: [Fact]) {
    for plan in rules.plans {
      // The plan's own `ban hành` says when its event happened; a fact may say otherwise.
      switch plan.issued {
      case .on(let day): records[plan.issueEvent] = [Record(day: day, facts: [], firstDay: day)]
      case .within(let days): issueWindows[plan.issueEvent] = days
      case .unknown: break
      }
    }
    for (index, fact) in facts.enumerated() {
      switch fact.body {
      case .happened(let event, let key, let reference, let day, let time):
        guard rules.events.indices.contains(event) else { continue }
        record(
          Record(key: key, reference: reference, day: day, time: time, facts: [index], firstDay: day), of: event,
          rules, fact, facts)
      case .corrected(let event, let key, let reference, let day):
        change(event, key, reference, fact, facts) { record in
          record.day = day
          record.facts.append(index)
          return record
        }
      case .withdrawn(let event, let key, let reference): change(event, key, reference, fact, facts) { _ in nil }
      case .done, .set, .extended, .waived, .undone, .reassigned, .silenced: continue
      }
    }
  }

  private mutating func record(
    _ record: Record, of event: EventID, _ rules: RuleSet, _ fact: Fact, _ facts: [Fact]
  ) {
    var record = record
    var all = records[event] ?? []
    switch rules.events[event].happens {
    case .once:
      // *năm 2024* beside an event that happens once names nothing else.
      all.removeAll()
    case .yearly, .quarterly, .monthly:
      if record.key == nil {
        let awaited = awaitedKeys(of: event, rules).subtracting(all.compactMap(\.key))
        guard awaited.count == 1, let only = awaited.first else {
          problems.append(
            ExpansionProblem(
              reason: .occurrenceNotNamed(event, awaited: awaited.sorted()), text: fact.text, span: fact.span))
          return
        }
        record.key = only
      }
      all.removeAll { $0.key == record.key }
    case .eachCase:
      if record.reference != nil || record.key != nil {
        all.removeAll { $0.reference == record.reference && $0.key == record.key }
      } else {
        let taken = all.count { $0.reference == nil && $0.key == nil && $0.firstDay == record.firstDay }
        record.ordinal = taken + 1
      }
    }
    all.append(record)
    records[event] = all
  }

  /// The occurrences that due lines name.
  private func awaitedKeys(of event: EventID, _ rules: RuleSet) -> Set<String> {
    var keys: Set<String> = []
    for task in rules.tasks {
      for line in task.due {
        for binding in line.events.values where binding.event == event {
          if let key = binding.key { keys.insert(key) }
        }
      }
    }
    return keys
  }

  private mutating func change(
    _ event: EventID, _ key: String?, _ reference: String?, _ fact: Fact, _ facts: [Fact],
    _ body: (inout Record) -> Record?
  ) {
    var all = records[event] ?? []
    let matching = all.indices.filter {
      (key == nil || all[$0].key == key) && (reference == nil || all[$0].reference == reference)
    }
    guard matching.count == 1, let index = matching.first else {
      let reason: ExpansionProblem.Reason =
        matching.isEmpty
        ? .nothingMeant(task: nil, event: event)
        : .occurrenceNotNamed(event, awaited: matching.map { all[$0].occurrence }.sorted())
      problems.append(ExpansionProblem(reason: reason, text: fact.text, span: fact.span))
      return
    }
    var record = all[index]
    if let changed = body(&record) { all[index] = changed } else { all.remove(at: index) }
    records[event] = all
  }
}
