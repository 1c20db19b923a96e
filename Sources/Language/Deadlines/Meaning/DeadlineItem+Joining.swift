/// Which clauses go with which forms, and wordings that are one meaning.
extension DeadlineItem {
  /// Nil if a clause cannot stand with the form.
  static func joined(_ form: DeadlineForm, _ clauses: DeadlineClauses) -> DeadlineItem? {
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
    // *every 2 weeks on Friday, from 12 January*: the day sets the phase.
    if case .each(var rhythm, let places) = form, let day = clauses.from, rhythm.start == nil, rhythm.setsPhase {
      rhythm.start = .day(day)
      (form, clauses.from) = (.each(rhythm, places), nil)
    }
    guard form.accepts(clauses) else { return nil }
    return DeadlineItem(form: form, clauses: clauses)
  }
}

extension WindowExpression {
  /// False if the day plainly lies behind the window: then it is no latest day of it.
  func mayHold(_ day: DateExpression) -> Bool {
    guard case .day(_, .child(.month, let month, let year)) = day, let last = periods.last,
      case .child(let unit, let n, let own) = last, own == year, let length = unit.months, n > 0
    else { return true }
    return month <= n * length
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
    case .at(let places): places.count == 1 && backstop.day.map { places[0].window?.mayHold($0) ?? false } ?? false
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

  /// A name in a deadline that a rule book must know.
  package enum Mention: Hashable, Sendable {
    case event(EventMention)
    case task(TaskMention)
  }
}
