import CivilCalendar
import Deadlines

/// The event or task from which a deadline counts, as JSON names it.
struct DeadlineEvent {
  var name: String
  var relation: String
  var durations: [CalendarDuration]

  /// The event of the first item that has one; nil if the deadline counts from none.
  init?(_ deadline: Deadline) {
    for item in deadline.items {
      switch item.form {
      case .counted(let counted):
        guard let name = Self.name(of: counted.anchor) else { continue }
        self.init(name: name, relation: Self.name(of: counted.relation), durations: counted.durations)
        return
      case .extreme(_, let forms):
        guard let event = DeadlineEvent(Deadline(items: forms.map { DeadlineItem(form: $0) })) else { continue }
        self = event
        return
      case .eachCase(let trigger?, let durations):
        self.init(name: Self.name(of: trigger), relation: "each", durations: durations)
        return
      default: continue
      }
    }
    return nil
  }

  private init(name: String, relation: String, durations: [CalendarDuration]) {
    self.name = name
    self.relation = relation
    self.durations = durations
  }

  private static func name(of anchor: Anchor) -> String? {
    switch anchor {
    case .event(let expression): name(of: expression)
    case .taskDone(let task): "task \(task.id) done"
    case .taskDue(let task): "task \(task.id) due"
    case .date: nil
    case .ownCase: ""
    }
  }

  private static func name(of expression: EventExpression) -> String {
    switch expression {
    case .single(let mention): mention.name
    case .all(let mentions): mentions.map(\.name).joined(separator: " + ")
    case .any(let mentions): mentions.map(\.name).joined(separator: " / ")
    }
  }

  private static func name(of relation: CountedDeadline.Relation) -> String {
    switch relation {
    case .within: "within"
    case .after: "after"
    case .immediately: "immediately"
    case .before: "before"
    case .from: "from"
    case .same: "same"
    case .notBefore: "not before"
    case .fromBefore: "within before"
    case .inPeriod: "month day"
    }
  }
}
