public import CivilCalendar
public import Rules

extension Expander {
  /// The subject of the fact at `index` with everything named that it was found to mean, so that it means the same
  /// whatever is recorded later; nil for facts about events, and where it could not be applied.
  public func settledSubject(ofFact index: Int) -> Fact.Subject? {
    guard book.facts.indices.contains(index), var subject = book.facts[index].body.subject,
      let meant = book.taskFacts[subject.task]?.first(where: { $0.index == index })
    else { return nil }
    guard let occurrence = meant.occurrence else { return subject }
    (subject.label, subject.key) = (occurrence.label, occurrence.key)
    if subject.owner == nil, book.facts[index].body.isOneUnits,
      case .only(let unit?)? = onlyOwner(of: occurrence, subject)
    {
      subject.unit = rules.units.firstIndex { $0.id == unit }
      if subject.unit == nil { subject.group = rules.groups.firstIndex { $0.id == unit } }
    }
    return subject
  }

  /// Whose the only duty of that occurrence is; nil where there are several.
  private func onlyOwner(of occurrence: TaskFact.Occurrence, _ subject: Fact.Subject) -> TaskFact.Owner? {
    let window = book.horizon(of: subject.task, [occurrence.key])
    let ids =
      obligations(in: window, of: subject.task, explained: false).map(\.id)
      + openDuties(of: subject.task, explained: false).map(\.id)
    let owners = Set(ids.filter { $0.key == occurrence.key && $0.label == occurrence.label }.map(\.unit))
    return owners.count == 1 ? owners.first.map { .only($0) } : nil
  }

  /// The day that is on record for an event, after corrections and withdrawals; the plan's own `ban hành` counts.
  public func recordedDay(of event: EventID, key: String?, reference: String?) -> CivilDate? {
    book.events.records[event]?.last { $0.key == key && $0.reference == reference }?.day
  }
}
