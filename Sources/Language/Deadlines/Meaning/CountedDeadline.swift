package import CivilCalendar

/// Counted from an event, a day or another task.
package struct CountedDeadline: Hashable, Sendable {
  /// Where the day lies, seen from the anchor.
  package enum Relation: Hashable, Sendable {
    /// So long after the anchor, at the latest.
    case within
    /// Not before so long after the anchor: it opens then (*ít nhất 15 ngày sau X*).
    case notBefore
    /// After it, no count: open, undated.
    case after
    /// The next working day.
    case immediately
    /// So long before, at the latest; without durations, before the anchor itself.
    case before
    /// From so long before on, and due at the anchor (*trong 10 ngày trước X*).
    case fromBefore
    /// From the anchor on (*kể từ ngày ký*): a start, no due day.
    case from
    /// The anchor's own day (*as task I.2*, *theo hạn của nhiệm vụ I.2*, *cùng ngày X*).
    case same
    /// A place told from the period that holds the anchor (*ngày 15 của tháng kế tiếp tháng có X*).
    case inPeriod(Place)
  }

  package var relation: Relation
  /// Added in order (*9 months and 1 day*); empty unless the relation counts.
  package var durations: [CalendarDuration]
  /// Where the window opens, counted likewise (*sớm nhất 4 tháng và chậm nhất 6 tháng kể từ X*); empty: at the anchor, or open
  /// from the start.
  package var earliest: [CalendarDuration]
  package var anchor: Anchor
  package var time: ClockTime?

  package init(
    _ relation: Relation, _ durations: [CalendarDuration] = [], earliest: [CalendarDuration] = [], of anchor: Anchor,
    time: ClockTime? = nil
  ) {
    self.relation = relation
    self.durations = durations
    self.earliest = earliest
    self.anchor = anchor
    self.time = time
  }
}

/// What is counted from.
package enum Anchor: Hashable, Sendable {
  case event(EventExpression)
  case date(DateExpression)
  case taskDone(TaskMention)
  case taskDue(TaskMention)
  /// The duty's own case, which the words leave out (*trong 36 giờ*).
  case ownCase
}

/// One event, or several together.
package enum EventExpression: Hashable, Sendable {
  case single(EventMention)
  /// After the later of them.
  case all([EventMention])
  /// After the earliest of them.
  case any([EventMention])

  package var mentions: [EventMention] {
    switch self {
    case .single(let mention): [mention]
    case .all(let mentions), .any(let mentions): mentions
    }
  }
}

/// An event's name as written, with the occurrence where the wording has one (*papi năm 2023*): the whole span is
/// looked up before its end is taken for an occurrence.
package struct EventMention: Hashable, Sendable {
  package var name: String

  package init(_ name: String) { self.name = name }
}

/// `[PLAN/]ID [(label)] [kỳ KEY]` as written.
package struct TaskMention: Hashable, Sendable {
  package var plan: String?
  package var id: String
  package var label: String?
  package var key: String?

  package init(plan: String? = nil, id: String, label: String? = nil, key: String? = nil) {
    self.plan = plan
    self.id = id
    self.label = label
    self.key = key
  }
}
