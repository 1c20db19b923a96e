import CivilCalendar
import Deadlines
import RuleSyntax
import Rules

/// A kind of notice, and the slot in which it belongs.
struct TimedStep {
  var kind: NoticeKind
  var slot: Instant
  /// Whether it belongs into the first slot after it became known, not on a day counted from the window.
  var isAtOnce = false
}

/// All steps of one obligation under one cadence. They depend on its days alone, and not on what was sent.
struct StepTable {
  let office: OfficeTime
  let cadence: Cadence
  let effective: CivilDate
  /// From here on it is overdue (decision: overdue-from-cut-off).
  let due: Instant
  /// The steps before the due instant by slot, the most urgent of a slot last.
  private(set) var steps: [TimedStep] = []
  private let firstOverdue: CivilDate

  /// - Parameters:
  ///   - opens: the first day of the window, or the day from which the work could be known.
  ///   - known: since when it is known (decision: known-since).
  ///   - isNews: whether a recorded event or a set date made it known. Then, if its window runs already, a policy that
  ///     does not mention the opening has it told.
  ///   - recurs: whether the window is one of many, so that no step comes before it opens: a weekly duty is not told in
  ///     the week before.
  ///   - assigned: when it was handed to the recipient; nil if it was not.
  init(
    office: OfficeTime, cadence: Cadence, opens: CivilDate, effective: CivilDate, due: Instant, known: Instant,
    isNews: Bool, recurs: Bool = false, assigned: Instant?
  ) {
    self.office = office
    self.cadence = cadence
    self.effective = effective
    self.due = due
    let first = office.firstSlot(notBefore: due, cadence.minute)
    firstOverdue = office.zone.day(of: first)
    addOpening(opens, known, isNews: isNews)
    addWithin(opens)
    addBefore(notBefore: recurs && opens < effective ? opens : nil)
    if let assigned {
      let slot = office.firstSlot(notBefore: assigned, cadence.minute)
      steps.append(TimedStep(kind: .assigned(1), slot: slot, isAtOnce: true))
    }
    steps.sort { ($0.slot, $0.kind.rank) < ($1.slot, $1.kind.rank) }
  }

  /// The steps of support units that begin with the leads' first one, where the cadence says so.
  func starting(with leads: StepTable) -> StepTable {
    guard cadence.startsWithLead else { return self }
    var table = self
    table.steps = leads.steps.first.map { first in [first] + steps.filter { $0.slot > first.slot } } ?? []
    return table
  }

  /// The steps of a unit to which the obligation was handed.
  func handedOver(_ assigned: Instant, _ item: Agenda.Item) -> StepTable {
    StepTable(
      office: office, cadence: cadence, opens: item.opens, effective: effective, due: due, known: item.known,
      isNews: item.isNews, recurs: item.recurs, assigned: assigned)
  }

  private mutating func add(_ kind: NoticeKind, _ day: CivilDate) {
    steps.append(TimedStep(kind: kind, slot: office.slot(day, cadence.minute)))
  }

  private mutating func addOpening(_ opens: CivilDate, _ known: Instant, isNews: Bool) {
    let knownDay = office.zone.day(of: known)
    let isRunning = knownDay >= opens
    guard cadence.atStart ?? (isNews && isRunning) else { return }
    guard isRunning else {
      if opens < effective { add(.opens(opens), office.onOrAfter(opens)) }
      return
    }
    guard known < due else { return }
    let slot = office.firstSlot(notBefore: known, cadence.minute)
    let kind: NoticeKind = knownDay == opens ? .opens(opens) : .running(known: knownDay)
    steps.append(TimedStep(kind: kind, slot: slot, isAtOnce: true))
  }

  private mutating func addWithin(_ opens: CivilDate) {
    let length = effective.days(since: opens)
    if cadence.middle, length >= 2 { add(.middle, office.onOrBefore(opens.adding(days: length / 2))) }
    guard case .every(let unit, let interval)? = cadence.during?.cycle, interval > 0 else { return }
    var period = StepTable.period(unit, containing: opens)
    while let next = period?.advanced(by: interval), let first = next.days()?.first, first < effective {
      add(.during(first), office.onOrAfter(first))
      period = next
    }
  }

  private static func period(_ unit: PeriodUnit, containing day: CivilDate) -> Period? {
    switch unit {
    case .year: .year(containing: day)
    case .half: .half(containing: day)
    case .quarter: .quarter(containing: day)
    case .month: .month(containing: day)
    case .week: .week(containing: day)
    default: nil
    }
  }

  /// Counts back from the last working day on or before the due day. A step on a day off moves to the working day
  /// before, so that nobody is told later than the policy says (decision: steps-count-back).
  private mutating func addBefore(notBefore opens: CivilDate?) {
    let base = office.onOrBefore(effective)
    for lead in cadence.before where lead.days > 0 || !cadence.onTheDay {
      let day =
        lead.working
        ? office.workingDay(lead.days, before: base) : office.onOrBefore(base.adding(days: -lead.days))
      if let opens, day < opens { continue }
      add(.before(lead.days, working: lead.working && lead.days > 0), day)
    }
    if cadence.onTheDay { add(.before(0, working: false), base) }
  }

  // MARK: Looking up

  /// The most urgent step whose slot lies after `armed` and has come; nil if there is none.
  func latest(after armed: Instant, notAfter now: Instant) -> TimedStep? {
    guard let found = steps.last(where: { $0.slot <= now }), found.slot > armed else { return nil }
    return found
  }

  func next(after instant: Instant) -> Instant? { steps.first { $0.slot > instant }?.slot }

  // MARK: Overdue

  /// The slot of an overdue step: the first follows at once, the others in the policy's rhythm. It counts from `last`,
  /// the day on which the recipient was last told, so that the next one does not follow close upon a late one.
  private func overdueSlot(_ turn: Int, after last: CivilDate?, _ every: PolicyField.Lead) -> Instant {
    let steps = (last == nil ? turn : turn + 1) * every.days
    let start = last ?? firstOverdue
    guard steps > 0 else { return office.slot(start, cadence.minute) }
    let day = every.working ? office.workingDay(steps, after: start) : office.onOrAfter(start.adding(days: steps))
    return office.slot(day, cadence.minute)
  }

  /// The last overdue slot that has come; nil if there is none.
  func lastOverdue(notAfter now: Instant, after last: CivilDate?) -> Instant? {
    guard let every = cadence.overdueEvery, every.days > 0 else { return nil }
    var turn = turns(until: now, after: last, every)
    while turn >= 0 {
      let slot = overdueSlot(turn, after: last, every)
      if slot <= now { return slot }
      turn -= 1
    }
    return nil
  }

  /// The first overdue slot that is still to come; nil if the policy has no overdue steps.
  func nextOverdue(after instant: Instant, after last: CivilDate?) -> Instant? {
    guard let every = cadence.overdueEvery, every.days > 0 else { return nil }
    var turn = max(turns(until: instant, after: last, every) - 3, 0)
    while overdueSlot(turn, after: last, every) <= instant { turn += 1 }
    return overdueSlot(turn, after: last, every)
  }

  /// How many overdue slots have passed, estimated and never too few.
  private func turns(until now: Instant, after last: CivilDate?, _ every: PolicyField.Lead) -> Int {
    let (start, today) = (last ?? firstOverdue, office.zone.day(of: now))
    guard today >= start else { return 0 }
    let days = every.working ? office.workingDays(from: start, through: today) : today.days(since: start)
    return days / every.days + 1
  }
}
