import CivilCalendar
import Expansion
import Rules

/// Work that was recorded as done or waived and is open again.
extension Round {
  /// When a duty was opened again of which this recipient was told nothing since; nil if it was not.
  func reopened(_ duty: AnyDuty, _ mine: [SentEntry]) -> Instant? {
    guard duty.closed == nil, let recorded = duty.reopening.flatMap({ agenda.facts[$0].recorded }),
      mine.allSatisfy({ $0.slot < recorded })
    else { return nil }
    return recorded
  }

  /// Tells everybody but the leads who was last told that nothing is owed, and still has a part in it, that it is open
  /// again.
  mutating func tellOthersReopened(
    _ duty: AnyDuty, _ draft: Draft, _ entries: [SentEntry], _ changed: Instant?, until quiet: CivilDate? = nil,
    _ cadence: Cadence
  ) {
    guard entries.contains(where: { $0.kind == .released }) else { return }
    let reopened = duty.reopening.flatMap { agenda.facts[$0].recorded } ?? changed ?? now
    let all = Dictionary(grouping: entries.filter(\.kind.tellsOfWork), by: \.recipient)
    for (name, mine) in all.sorted(by: { $0.key < $1.key }) {
      guard mine.max(by: { $0.slot < $1.slot })?.kind == .released,
        let unit = agenda.names.unit(name, draft.plan, agenda.rules),
        let role = role(of: unit, in: duty, mine, cadence), role != .lead
      else { continue }
      tellReopened(draft, reopened, until: quiet, mine, to: unit, as: role, cadence)
    }
  }

  /// Tells a unit that it is open again, in the first slot after that, or after the silence or pause that ends on `quiet`.
  mutating func tellReopened(
    _ draft: Draft, _ reopened: Instant, until quiet: CivilDate? = nil, _ mine: [SentEntry], to unit: UnitID,
    as role: Role = .lead, _ cadence: Cadence
  ) {
    let end = quiet.map { agenda.offices[draft.plan].zone.instant($0.adding(days: 1)) }
    let time = Set(mine.filter { $0.kind == .reopened }.map(\.slot)).count + 1
    tell(draft, .reopened(time), to: unit, as: role, max(reopened, end ?? reopened), cadence)
  }
}
