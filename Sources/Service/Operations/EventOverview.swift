package import CivilCalendar
package import Deadlines
package import Expansion
package import Presentation
package import Reminders
package import Rules

/// The events and timetables that work waits for, and the events that happened, without what is classified.
package struct EventOverview: Sendable {
  package struct AwaitedEvent: Sendable {
    package let binding: EventBinding
    package fileprivate(set) var items: [UpcomingItem]
    /// Those of the event, else of the work that waits for it, else the focal point of its plan.
    package private(set) var watchers: [Recipient]
    package let expected: DayRange?

    fileprivate mutating func add(_ item: UpcomingItem, watchedBy: [Recipient]) {
      items.append(item)
      watchers += watchedBy.filter { !watchers.contains($0) }
    }
  }

  package struct AwaitedTimetable: Sendable {
    package let timetable: Timetable
    package fileprivate(set) var items: [UpcomingItem]
    package let expected: DayRange?
  }

  package struct HappenedEvent: Sendable {
    package let happening: Expander.Happening
    /// When it was recorded last; nil where the plan itself says it.
    package let recorded: Instant?
    package let document: String?
    /// The tasks whose deadlines name it.
    package fileprivate(set) var tasks: [TaskID]
  }

  /// In the order in which the list of duties first names them.
  package private(set) var awaited: [AwaitedEvent] = []
  package private(set) var timetables: [AwaitedTimetable] = []
  /// The latest first.
  package private(set) var happened: [HappenedEvent] = []
  /// Of the rules, whatever became of them.
  package let all: [EventID]
  /// Whether something classified is left out.
  package let isPartial: Bool

  /// - Parameter list: without the words of what is classified, as `rules`.
  init(_ list: UpcomingList, _ rules: RuleSet, _ facts: [TimedFact], _ expander: Expander) {
    let secret = rules.classifiedEvents
    all = rules.events.indices.filter { !secret.contains($0) }
    isPartial = !secret.isEmpty || rules.tasks.indices.contains(where: rules.isClassified)
    let names = RuleNames(rules: rules, language: .vi)
    var places: [EventBinding: Int] = [:]
    var timetablePlaces: [Timetable: Int] = [:]
    for item in list.items where item.group != .closed && !rules.isClassified(item.duty.task) {
      for binding in Self.events(of: item.duty) where rules.events.indices.contains(binding.event) {
        let watchers = names.watchers(of: binding.event, for: item.duty.task)
        if places[binding] == nil {
          places[binding] = awaited.count
          let plan = rules.events[binding.event].plan ?? rules.tasks[item.duty.task].plan
          awaited.append(
            AwaitedEvent(
              binding: binding, items: [], watchers: [], expected: expander.expectedDays(of: binding.event, in: plan)))
        }
        if let place = places[binding] { awaited[place].add(item, watchedBy: watchers) }
      }
      guard let (timetable, expected) = Self.timetable(of: item.duty) else { continue }
      if let place = timetablePlaces[timetable] {
        timetables[place].items.append(item)
      } else {
        timetablePlaces[timetable] = timetables.count
        timetables.append(AwaitedTimetable(timetable: timetable, items: [item], expected: expected))
      }
    }
    var tasks: [EventID: [TaskID]] = [:]
    for task in rules.tasks.indices where !rules.isClassified(task) {
      for event in Set(rules.tasks[task].due.flatMap { $0.events.values.map(\.event) }) {
        tasks[event, default: []].append(task)
      }
    }
    happened = expander.happenings.filter { !secret.contains($0.event.event) }.map { happening in
      let fact = happening.facts.last.map { facts[$0] }
      return HappenedEvent(
        happening: happening, recorded: fact?.recorded, document: fact?.document ?? fact?.fact.body.ground,
        tasks: tasks[happening.event.event] ?? [])
    }
  }

  /// What concerns work of one plan, or is an event of that plan.
  package func of(_ plan: PlanID, _ rules: RuleSet) -> EventOverview {
    func isOf(_ task: TaskID) -> Bool { rules.tasks[task].plan == plan }
    var part = self
    for place in awaited.indices { part.awaited[place].items.removeAll { !isOf($0.duty.task) } }
    for place in timetables.indices { part.timetables[place].items.removeAll { !isOf($0.duty.task) } }
    for place in happened.indices { part.happened[place].tasks.removeAll { !isOf($0) } }
    part.awaited.removeAll(where: \.items.isEmpty)
    part.timetables.removeAll(where: \.items.isEmpty)
    part.happened.removeAll { $0.tasks.isEmpty && rules.events[$0.happening.event.event].plan != plan }
    return part
  }

  /// What it waits for.
  static func events(of duty: AnyDuty) -> [EventBinding] {
    switch duty.state {
    case .open(.waiting(let events, _)): events
    case .dated(let days): if case .events(let events)? = days.pending { events } else { [] }
    case .open: []
    }
  }

  private static func timetable(of duty: AnyDuty) -> (Timetable, DayRange?)? {
    switch duty.state {
    case .open(.awaitingDate(let timetable, let expected)): (timetable, expected)
    case .dated(let days): if case .timetable(let timetable)? = days.pending { (timetable, nil) } else { nil }
    case .open: nil
    }
  }
}
