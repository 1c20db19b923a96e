/// Wordings that are one meaning.
extension DeadlineItem {
  /// Nil if a clause cannot stand with the form.
  static func joined(_ form: DeadlineForm, _ clauses: DeadlineClauses) -> DeadlineItem? {
    var form = form
    var clauses = clauses
    if case .standing(nil) = form, case .within(let span)? = clauses.backstop {
      (form, clauses.backstop) = (.standing(span), nil)
    }
    if clauses.gate == .asItArises, clauses.backstop == nil {
      switch form {
      case .window(let spans) where spans.count == 1:
        (form, clauses.gate, clauses.backstop) = (.eachCase(trigger: nil, durations: []), nil, .within(spans[0]))
      // Several windows stay apart: cases in each of them.
      case .window: break
      case .standing(let span):
        (form, clauses.gate) = (.eachCase(trigger: nil, durations: []), nil)
        clauses.backstop = span.map { .within($0) }
      default: return nil
      }
    }
    guard form.accepts(clauses) else { return nil }
    return DeadlineItem(label: nil, form: form, clauses: clauses)
  }
}

extension DeadlineForm {
  /// Forms that a phase names before its colon.
  var isPlain: Bool {
    switch self {
    case .window, .day, .range: true
    default: false
    }
  }

  var recurs: Bool {
    switch self {
    case .recurring, .times, .timetable, .yearsOnward: true
    default: false
    }
  }
}

extension Deadline {
  /// All events that the meaning names, in order, each once.
  package var mentions: [Mention] {
    var found: [Mention] = []
    func add(_ mention: Mention) { if !found.contains(mention) { found.append(mention) } }
    func add(_ events: EventExpression) { for mention in events.mentions { add(.event(mention)) } }
    for item in items {
      switch item.form {
      case .counted(let counted):
        switch counted.anchor {
        case .event(let events): add(events)
        case .taskDone(let task), .taskDue(let task): add(.task(task))
        case .date: break
        }
      case .eachCase(let trigger?, _): add(trigger)
      default: break
      }
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
