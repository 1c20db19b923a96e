import CivilCalendar
import RuleSyntax
import Rules

/// What a lead is asked between the steps, where the policy says so: whether it accepts the work, once for each due line, and
/// how far the work is, each time that so long nothing was heard. They end where the work is overdue.
struct LeadQuestions {
  /// By slot.
  private var steps: [TimedStep] = []

  /// - Parameter entries: what was sent to this recipient about it.
  init(_ thread: Round.Thread, _ entries: [SentEntry], _ agenda: Agenda) {
    let (item, office, cadence) = (thread.item, thread.table.office, thread.table.cadence)
    guard thread.role == .lead else { return }
    func slot(_ lead: PolicyField.Lead, after day: CivilDate) -> Instant {
      let asked =
        lead.working ? office.workingDay(lead.days, after: day) : office.onOrAfter(day.adding(days: lead.days))
      return office.slot(asked, cadence.minute)
    }
    let said = item.obligation.course.filter { [.accepted, .progress, .reported, .extensionAsked].contains($0.kind) }
    if let after = cadence.askToAccept, said.isEmpty, agenda.firstOfLines.contains(item.subject),
      let told = entries.filter({ $0.kind.isToOwner && $0.kind != .askAcceptance }).map(\.slot).min()
    {
      let day = office.zone.day(of: told)
      steps.append(TimedStep(kind: .askAcceptance(told: day), slot: slot(after, after: day)))
    }
    if let after = cadence.askForProgress {
      let known = max(item.opens, office.zone.day(of: item.known))
      let since = said.compactMap(\.day).reduce(known, max)
      var day = since
      while true {
        let next = slot(after, after: day)
        guard next < item.due else { break }
        day = office.zone.day(of: next)
        steps.append(TimedStep(kind: .askProgress(on: day, since: since), slot: next))
      }
    }
    steps = steps.filter { $0.slot < item.due }.sorted { $0.slot < $1.slot }
  }

  func latest(after armed: Instant, notAfter now: Instant) -> TimedStep? {
    steps.last { $0.slot <= now && $0.slot > armed }
  }

  func next(after now: Instant) -> Instant? { steps.first { $0.slot > now }?.slot }
}
