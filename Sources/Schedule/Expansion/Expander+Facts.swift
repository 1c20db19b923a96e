package import CivilCalendar
import RuleSyntax
package import Rules

extension Expander {
  /// The subject of the fact at `index` with everything named that it was found to mean, so that it means the same
  /// whatever is recorded later; nil for facts about events, and where it could not be applied.
  package func settledSubject(ofFact index: Int) -> Fact.Subject? {
    guard book.facts.indices.contains(index), var subject = book.facts[index].body.subject,
      let meant = book.taskFacts[subject.task]?.fact(at: index)
    else { return nil }
    guard let occurrence = meant.occurrence else { return subject }
    (subject.label, subject.key) = (occurrence.label, occurrence.key)
    if subject.owner == nil, book.facts[index].body.kind.form.isOneUnits, case .only(let unit?)? = meant.foundOwner {
      subject.unit = rules.units.firstIndex { $0.id == unit }
      if subject.unit == nil { subject.group = rules.groups.firstIndex { $0.id == unit } }
    }
    return subject
  }

  /// The places of the facts that mean this obligation, in the order of recording.
  package func facts(about id: ObligationID, of task: TaskID) -> [Int] {
    book.taskFacts[task]?.about(id).map(\.index) ?? []
  }

  /// The day that is on record for an event, after corrections and withdrawals; the plan's own `ban hành` counts.
  package func recordedDay(of event: EventID, key: String?, reference: String?) -> CivilDate? {
    guard let records = book.events.records[event] else { return nil }
    // A case is told by both, an occurrence of what happens by periods by its key.
    let isCase = rules.events[event].happens == .eachCase
    return records.matching(key: key, reference: isCase ? reference : nil).lazy.compactMap { records[$0] }
      .last { $0.key == key && ($0.reference == reference || !isCase) }?.day
  }
}

extension Expander {
  /// An occurrence of an event on record, after corrections and withdrawals.
  package struct Happening: Sendable {
    package let event: Fact.EventCase
    package let day: CivilDate
    package let time: ClockTime?
    /// The places of the facts that say so; none where the plan itself says when it was issued.
    package let facts: [Int]
  }

  /// What happened, the latest first.
  package var happenings: [Happening] {
    let all = book.events.records.flatMap { event, records in
      records.all.map {
        Happening(
          event: Fact.EventCase(event, key: $0.key, reference: $0.reference), day: $0.day, time: $0.time,
          facts: $0.facts)
      }
    }
    return all.sorted { ($1.day, $0.event.event, $0.facts.last ?? 0) < ($0.day, $1.event.event, $1.facts.last ?? 0) }
  }
}
