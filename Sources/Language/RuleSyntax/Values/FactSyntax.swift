package import CivilCalendar

/// `[PLAN/]ID [(label)] [kỳ KEY] [của U]`, names not yet looked up.
package struct SubjectSyntax: Hashable, Sendable {
  package var plan: String?
  package var id: String
  package var label: String?
  package var key: KeyText?
  package var unit: String?

  package init(plan: String? = nil, id: String, label: String? = nil, key: KeyText? = nil, unit: String? = nil) {
    self.plan = plan
    self.id = id
    self.label = label
    self.key = key
    self.unit = unit
  }
}

/// An event as a fact names it. The whole of `text` is looked up first; only then is its end taken for an occurrence
/// or a reference.
package struct EventNameSyntax: Hashable, Sendable {
  package var text: String

  package init(_ text: String) { self.text = text }
}

/// By when something was due.
package struct BoundMoment: Hashable, Sendable {
  package let day: CivilDate
  /// It was due before this time of the day; nil: by its end.
  package let cutoff: ClockTime?

  package init(day: CivilDate, cutoff: ClockTime? = nil) { (self.day, self.cutoff) = (day, cutoff) }
}

/// One reading of a line. Its kind decides which of the other properties it has.
package struct FactSyntax: Hashable, Sendable {
  /// What the fact is about, by the names in the line.
  package enum Target: Hashable, Sendable {
    case task(SubjectSyntax)
    case event(EventNameSyntax)
  }

  package var kind: FactKind
  package var target: Target
  package var day: CivilDate?
  package var time: ClockTime?
  /// When it was due, as it was known then.
  package var bound: BoundMoment?
  package var newDay: CivilDate?
  /// The words of the deadline or the recipient, which the caller reads.
  package var words: String?
  /// The document or the reason.
  package var ground: String?

  package init(
    _ kind: FactKind, _ target: Target, day: CivilDate? = nil, time: ClockTime? = nil,
    bound: BoundMoment? = nil, newDay: CivilDate? = nil, words: String? = nil, ground: String? = nil
  ) {
    self.kind = kind
    self.target = target
    self.day = day
    self.time = time
    self.bound = bound
    self.newDay = newDay
    self.words = words
    self.ground = ground
  }
}
