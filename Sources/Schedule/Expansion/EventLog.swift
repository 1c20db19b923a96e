import CivilCalendar
import RuleSyntax
import Rules

/// What is recorded of each event, after corrections and withdrawals: later facts win (decision: facts-appended).
///
/// Everything is found by key or reference, never by walking all cases: an office has a hundred thousand of one event.
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

  private(set) var records: [EventID: EventRecords] = [:]
  private(set) var problems: [ExpansionProblem] = []
  /// When unsigned plans are expected to be issued, by their event.
  private(set) var issueWindows: [EventID: DayRange] = [:]
  /// The occurrences that due lines name, of events that were recorded without one.
  private var awaited: [EventID: Set<String>] = [:]

  init(_ rules: RuleSet, facts: [Fact]) {
    for plan in rules.plans {
      // The plan's own `ban hành` says when its event happened; a fact may say otherwise.
      switch plan.issued {
      case .on(let day):
        records[plan.issueEvent] = EventRecords()
        records[plan.issueEvent]?.add(Record(day: day, facts: [], firstDay: day))
      case .within(let days): issueWindows[plan.issueEvent] = days
      case .unknown: break
      }
    }
    for (index, fact) in facts.enumerated() {
      guard let named = fact.body.event else { continue }
      switch (fact.body.kind, fact.body.day) {
      case (.happened, let day?):
        guard rules.events.indices.contains(named.event) else { continue }
        record(
          Record(
            key: named.key, reference: named.reference, day: day, time: fact.body.time, facts: [index], firstDay: day),
          of: named.event, rules, fact)
      case (.corrected, let day?):
        guard let place = place(of: named, fact) else { continue }
        records[named.event]?.change(place) { record in
          record.day = day
          record.facts.append(index)
        }
      case (.withdrawn, _):
        guard let place = place(of: named, fact) else { continue }
        records[named.event]?.withdraw(place, by: index)
      default: continue
      }
    }
  }

  private mutating func record(_ record: Record, of event: EventID, _ rules: RuleSet, _ fact: Fact) {
    var record = record
    switch rules.events[event].happens {
    case .once:
      // *năm 2024* beside an event that happens once names nothing else.
      records[event] = nil
    case .yearly, .quarterly, .monthly:
      if record.key == nil {
        let keys = awaitedKeys(of: event, rules).filter { records[event]?.last(key: $0) == nil }
        guard keys.count == 1, let only = keys.first else {
          problems.append(
            ExpansionProblem(
              reason: .occurrenceNotNamed(event, awaited: keys.sorted()), text: fact.text, span: fact.span))
          return
        }
        record.key = only
      }
      if let key = record.key { records[event]?.remove(key: key) }
    case .eachCase:
      if record.reference != nil || record.key != nil {
        records[event]?.remove(key: record.key, reference: record.reference)
      } else {
        record.ordinal = (records[event]?.nameless(on: record.firstDay) ?? 0) + 1
      }
    }
    records[event, default: EventRecords()].add(record)
  }

  /// The occurrences that due lines name.
  private mutating func awaitedKeys(of event: EventID, _ rules: RuleSet) -> Set<String> {
    if let known = awaited[event] { return known }
    var keys: Set<String> = []
    for task in rules.tasks {
      for line in task.due {
        for binding in line.events.values where binding.event == event {
          if let key = binding.key { keys.insert(key) }
        }
      }
    }
    awaited[event] = keys
    return keys
  }

  /// Where the only record is that a correction or withdrawal means; nil, with a problem, otherwise.
  private mutating func place(of named: Fact.EventCase, _ fact: Fact) -> Int? {
    let event = named.event
    var matching = records[event]?.matching(key: named.key, reference: named.reference) ?? []
    // A case that has only a number is called by it everywhere.
    if matching.isEmpty, named.reference == nil, let key = named.key {
      matching = records[event]?.matching(key: nil, reference: key) ?? []
    }
    guard matching.count == 1, let place = matching.first else {
      let reason: ExpansionProblem.Reason =
        matching.isEmpty
        ? .nothingMeant(task: nil, event: event)
        : .occurrenceNotNamed(event, awaited: matching.compactMap { records[event]?[$0]?.occurrence }.sorted())
      problems.append(ExpansionProblem(reason: reason, text: fact.text, span: fact.span))
      return nil
    }
    return place
  }
}
