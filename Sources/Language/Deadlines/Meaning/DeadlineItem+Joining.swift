/// Which clauses go with which forms, and wordings that are one meaning.
extension DeadlineItem {
  /// Nil if a clause cannot stand with the form.
  static func joined(_ form: DeadlineForm, _ clauses: DeadlineClauses) -> DeadlineItem? {
    if case .each(.unsaid, _) = form { return nil }
    if clauses.isEmpty { return DeadlineItem(form: form) }
    if let until = clauses.until, let from = clauses.from ?? form.opening, Make.runsBackwards(from, until) {
      return nil
    }
    var form = form
    var clauses = clauses
    if case .standing(nil) = form, let window = clauses.backstop?.window {
      (form, clauses.backstop) = (.standing(window), nil)
    }
    if clauses.gate == .asItArises, clauses.backstop == nil {
      switch form {
      case .at(let places) where places.allSatisfy({ $0.window != nil }):
        // Several windows stay apart: cases in each of them.
        if places.count == 1 {
          (form, clauses.gate, clauses.backstop) = (.eachCase(trigger: nil, durations: []), nil, places[0])
        }
      case .standing(let window):
        (form, clauses.gate) = (.eachCase(trigger: nil, durations: []), nil)
        clauses.backstop = window.map { Place(.on, .window($0)) }
      default: return nil
      }
    }
    if case .at(let places) = form, places.count == 1, let window = places[0].window, let limit = clauses.backstop,
      let day = limit.day
    {
      guard let side = window.side(of: day), side >= 0 else { return nil }
      // *quý IV/2023, chậm nhất 15/01/2024*: it opens with the window.
      if side > 0 {
        let opens = Make.edge(isLast: false, of: window.beginning)?.day
        (form, clauses.backstop) = (.at([Place(limit.bound, .day(day), time: limit.time, opens: opens)]), nil)
      }
    }
    // *every 2 weeks on Friday, from 12 January*: the day sets the phase.
    if case .each(var rhythm, let places) = form, let day = clauses.from, rhythm.start == nil, rhythm.setsPhase {
      rhythm.start = .day(day)
      guard let run = places.isEmpty ? Make.unplaced(rhythm)?.form : .each(rhythm, places) else { return nil }
      (form, clauses.from) = (run, nil)
    }
    // *every 30 days after the first report* would begin on a day that nobody knows yet.
    if case .each(let rhythm, _) = form, rhythm.setsPhase, rhythm.start == nil, case .event? = clauses.gate {
      return nil
    }
    guard form.accepts(clauses) else { return nil }
    return DeadlineItem(form: form, clauses: clauses)
  }
}

extension Place {
  package var window: WindowExpression? { if case .window(let window) = moment { window } else { nil } }
}

extension DeadlineForm {
  /// Yields one occurrence after another.
  package var recurs: Bool {
    switch self {
    case .each, .times, .yearsOnward: true
    case .at, .counted, .extreme, .eachCase, .timetable, .standing, .unclear: false
    }
  }

  /// The day before which nothing is due.
  fileprivate var opening: DateExpression? {
    guard case .each(_, let places) = self, places.count == 1, places[0].bound == .notBefore else { return nil }
    return places[0].day
  }

  /// Each case may come beside it (*và đột xuất khi có yêu cầu*).
  var takesAdditions: Bool {
    switch self {
    case .at, .each, .times, .yearsOnward, .standing, .timetable: true
    case .counted, .extreme, .eachCase, .unclear: false
    }
  }

  fileprivate func accepts(_ clauses: DeadlineClauses) -> Bool {
    (clauses.backstop.map(takes) ?? true)
      && (clauses.timetable == nil || takesTimetable)
      && (clauses.gate == nil || takesGate)
      && (clauses.expected == nil || takesExpectation(clauses))
      && (clauses.from == nil && clauses.until == nil || takesBounds)
      && (clauses.review == nil || isStanding)
      && (!isUnclear || clauses == DeadlineClauses())
  }

  private func takes(_ backstop: Place) -> Bool {
    switch self {
    // *trong 3 năm, 2024-2026* says one thing twice.
    case .counted(let counted): counted.anchor != .ownCase || backstop.window == nil
    case .timetable, .extreme, .eachCase: true
    case .at(let places): places.count == 1 && places[0].window != nil && backstop.day != nil
    case .each, .times(_, _, nil):
      backstop.window.map { $0.periods.allSatisfy { $0.unit?.isYear == true || $0.root != .planYear } } ?? false
    default: false
    }
  }

  private var takesTimetable: Bool {
    switch self {
    case .timetable, .unclear: false
    default: true
    }
  }

  private var takesGate: Bool {
    switch self {
    case .at, .each, .times, .yearsOnward, .timetable, .standing: true
    case .counted, .extreme, .eachCase, .unclear: false
    }
  }

  private func takesExpectation(_ clauses: DeadlineClauses) -> Bool {
    switch self {
    case .counted, .extreme, .eachCase, .timetable: true
    default: clauses.gate != nil || clauses.timetable != nil
    }
  }

  private var takesBounds: Bool {
    switch self {
    case .each, .times, .standing, .eachCase, .timetable: true
    default: false
    }
  }

  private var isStanding: Bool { if case .standing = self { true } else { false } }
  private var isUnclear: Bool { if case .unclear = self { true } else { false } }
}

extension Deadline {
  /// All events and tasks that the meaning names, in order, each once.
  package var mentions: [Mention] {
    var found: [Mention] = []
    func add(_ mention: Mention) { if !found.contains(mention) { found.append(mention) } }
    func add(_ events: EventExpression) { for mention in events.mentions { add(.event(mention)) } }
    func add(_ form: DeadlineForm) {
      switch form {
      case .counted(let counted):
        switch counted.anchor {
        case .event(let events): add(events)
        case .taskDone(let task), .taskDue(let task): add(.task(task))
        case .date, .ownCase: break
        }
      case .extreme(_, let forms): for form in forms { add(form) }
      case .eachCase(let trigger?, _): add(trigger)
      default: break
      }
    }
    for item in items {
      add(item.form)
      if case .event(let events)? = item.clauses.gate { add(events) }
    }
    return found
  }

  /// The tasks from whose completion it counts, not from their days.
  package var tasksToBeDone: Set<TaskMention> {
    var found: Set<TaskMention> = []
    func add(_ form: DeadlineForm) {
      switch form {
      case .counted(let counted): if case .taskDone(let task) = counted.anchor { found.insert(task) }
      case .extreme(_, let forms): for form in forms { add(form) }
      default: break
      }
    }
    for item in items { add(item.form) }
    return found
  }

  /// A name in a deadline that a rule book must know.
  package enum Mention: Hashable, Sendable {
    case event(EventMention)
    case task(TaskMention)
  }
}
