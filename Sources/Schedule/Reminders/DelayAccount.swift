package import CivilCalendar
package import Expansion
import RuleSyntax
import Rules

/// Finds out by whom the days of late duties were lost, out of the facts and the instants of their recording
/// (decision: fair-lateness).
package struct DelayAccount: Sendable {
  private let expander: Expander
  private let facts: [TimedFact]
  private let known: KnownSince
  private let today: CivilDate

  /// - Parameters:
  ///   - expander, known: were made of the same facts.
  package init(_ expander: Expander, _ facts: [TimedFact], _ known: KnownDays, today: CivilDate) {
    self.expander = expander
    self.facts = facts
    self.known = known.known
    self.today = today
  }

  /// Nil if the duty is not late.
  package func delay(of duty: Duty<DueDays>) -> Delay? {
    // Most duties are not late: nothing more is looked up for them.
    guard duty.delay(on: today, DelayCircumstances()) != nil else { return nil }
    var circumstances = DelayCircumstances()
    circumstances.waitedThrough = waitedThrough(duty)
    circumstances.knownSince = zone(duty).day(of: known.obligation(duty).since)
    circumstances.daysLost = lostBeforeRecording(duty)
    var asked: CivilDate?
    for index in expander.facts(about: duty.id, of: duty.task) {
      let body = facts[index].fact.body
      let recorded = facts[index].recorded.map(zone(duty).day)
      switch body.kind {
      case .extensionAsked: asked = body.day
      case .extensionRefused, .extensionWithdrawn, .extended, .set, .done, .reported:
        // What moves a day has none of its own: the day of its recording counts.
        let answered = body.kind.form.says == .day(.past) ? body.day : recorded
        if let start = asked, let answered { circumstances.requests.append((start, answered)) }
        asked = nil
      case .silenced:
        if let recorded, let end = body.day { circumstances.silences.append((recorded, end)) }
      case .reassigned:
        guard let recorded, let opens = duty.opens, body.recipient.map({ duty.leads.contains($0) }) ?? false else {
          break
        }
        circumstances.daysLost = max(circumstances.daysLost, recorded.days(since: opens))
      default: break
      }
    }
    if let asked { circumstances.requests.append((asked, today)) }
    if let opens = duty.opens, let began = ledSince(duty) {
      circumstances.daysLost = max(circumstances.daysLost, zone(duty).day(of: began).days(since: opens))
    }
    addClosures(of: duty, to: &circumstances)
    return duty.delay(on: today, circumstances)
  }

  /// When its leads took it over by other rules; nil where one of them led from the beginning, or a fact says who leads.
  private func ledSince(_ duty: Duty<DueDays>) -> Instant? {
    let isByFact = expander.facts(about: duty.id, of: duty.task).contains { facts[$0].fact.body.kind == .reassigned }
    guard duty.id.unit == nil, !isByFact else { return nil }
    let began = duty.leads.flatMap(expander.rules.units).map { known.leads.change(duty.task, duty.id.label, $0)?.began }
    return began.contains(nil) ? nil : began.compactMap(\.self).min()
  }

  /// The days on which it stood as done, as waived or as reported, until it was opened again.
  private func addClosures(of duty: Duty<DueDays>, to circumstances: inout DelayCircumstances) {
    let isConfirmed = expander.rules.confirmer(of: duty.task, leads: duty.leads) != nil
    var (closed, reported): (CivilDate?, CivilDate?) = (nil, nil)
    var wasConfirmed = false
    for index in expander.facts(about: duty.id, of: duty.task) {
      let body = facts[index].fact.body
      let recorded = facts[index].recorded.map(zone(duty).day) ?? body.day
      switch body.kind {
      case .reported where isConfirmed: if closed == nil { reported = body.day }
      case .done, .waived, .reported, .confirmed:
        closed = closed ?? recorded
        wasConfirmed = body.kind == .confirmed
        reported = nil
      case .undone:
        if let closed, let recorded { circumstances.closures.append((closed, recorded)) }
        if let reported, let recorded { circumstances.reports.append((reported, recorded)) }
        (closed, reported, wasConfirmed) = (nil, nil, false)
      case .returned:
        // What was done without a report stays done.
        if wasConfirmed, let start = closed, let recorded {
          circumstances.closures.append((start, recorded))
          closed = nil
        }
        reported = nil
      default: break
      }
    }
  }

  private func zone(_ duty: Duty<DueDays>) -> Zone { known.offices[expander.rules.tasks[duty.task].plan].zone }

  /// Days from what happened, which opens the work, to its recording.
  private func lostBeforeRecording(_ duty: Duty<DueDays>) -> Int {
    guard let news = known.news(duty).max(), let opens = duty.opens else { return 0 }
    return max(zone(duty).day(of: news).days(since: opens), 0)
  }

  /// The day on which the last event or task came that the duty hangs on; today while one has not.
  private func waitedThrough(_ duty: Duty<DueDays>) -> CivilDate? {
    if duty.pending != nil || duty.isStillAwaited { return today }
    return known.happened(duty, expander).max()
  }
}
