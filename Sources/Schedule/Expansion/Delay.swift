package import CivilCalendar

/// The calendar days by which a duty is or was late, each told to one cause (decision: fair-lateness).
package struct Delay: Hashable, Sendable {
  /// In the order in which they are asked: a day belongs to the first that holds.
  package enum Cause: String, CaseIterable, Sendable {
    /// A report stood, and nobody had confirmed or returned it.
    case confirmation
    /// More time was asked for, and nobody had answered.
    case decision
    /// An event or another unit's task that it hangs on had not come.
    case waiting
    /// Reminders were silenced.
    case silence
    /// The unit heard of it late, by so many days, or only when it was opened again.
    case toldLate = "told-late"
    /// None of these.
    case own
  }

  /// Neighbouring days of one cause.
  package struct Stretch: Hashable, Sendable {
    package let cause: Cause
    package let days: DayRange
  }

  /// In the order of days, without a gap: from the day behind the binding one.
  package let stretches: [Stretch]

  /// Neighbours of one cause become one stretch.
  init(from first: CivilDate, _ causes: [Cause]) {
    var stretches: [Stretch] = []
    for (offset, cause) in causes.enumerated() {
      let day = first.adding(days: offset)
      if let last = stretches.last, last.cause == cause {
        stretches[stretches.count - 1] = Stretch(cause: cause, days: DayRange(first: last.days.first, last: day))
      } else {
        stretches.append(Stretch(cause: cause, days: DayRange(first: day, last: day)))
      }
    }
    self.stretches = stretches
  }

  package subscript(cause: Cause) -> Int {
    stretches.reduce(0) { $0 + ($1.cause == cause ? $1.days.count : 0) }
  }

  /// The sum of all causes.
  package var total: Int { stretches.reduce(0) { $0 + $1.days.count } }
}

/// What happened to a late duty, as far as its delay depends on it.
package struct DelayCircumstances: Sendable {
  /// Days with the first excluded and the last included, as all of these: a report or a request of a day takes that day
  /// from nobody, its answer the day on which it comes.
  package typealias Open = (after: CivilDate, through: CivilDate)

  /// A report stood, which was never answered but taken back.
  package var reports: [Open] = []
  package var requests: [Open] = []
  package var silences: [Open] = []
  /// It stood as done or waived, and was opened again: nobody was to work on it.
  package var closures: [Open] = []
  /// The day on which the last of what it hangs on came; nil: it hangs on nothing.
  package var waitedThrough: CivilDate?
  /// The day since which it is known here; nil: from its beginning.
  package var knownSince: CivilDate?
  /// How many days passed between what the unit was to hear of and its hearing.
  package var daysLost = 0

  package init() {}
}

extension Duty<DueDays> {
  /// The day by which it is judged: what bound when it was reported, else what binds.
  package var binding: CivilDate { bound?.day ?? state.effective }

  /// Its delay up to the day on which it was done, or else `today`; nil if it is not late, waits, or is waived or withdrawn.
  package func delay(on today: CivilDate, _ circumstances: DelayCircumstances) -> Delay? {
    let end: CivilDate
    switch closed {
    case .done(let day?, _): end = day
    case .done(nil, _), .waived, .withdrawn: return nil
    case nil:
      guard openReport != nil || !(state.pending != nil && state.isGated) else { return nil }
      end = today
    }
    let count = end.days(since: binding)
    guard count > 0 else { return nil }
    let reports = reportsOpen(today)
    func holds(_ open: [DelayCircumstances.Open], _ day: CivilDate) -> Bool {
      open.contains { $0.after < day && day <= $0.through }
    }
    var left = circumstances.daysLost
    let causes = (1...count).map { offset -> Delay.Cause in
      let day = binding.adding(days: offset)
      if holds(reports, day) || holds(circumstances.reports, day) { return .confirmation }
      if holds(circumstances.requests, day) { return .decision }
      if let last = circumstances.waitedThrough, day <= last { return .waiting }
      if holds(circumstances.silences, day) { return .silence }
      if holds(circumstances.closures, day) { return .toldLate }
      let isKnown = circumstances.knownSince.map { $0 < day } ?? true
      guard left > 0 || !isKnown else { return .own }
      left -= 1
      return .toldLate
    }
    return Delay(from: binding.adding(days: 1), causes)
  }

  /// From each report to its return, or to `today`.
  private func reportsOpen(_ today: CivilDate) -> [DelayCircumstances.Open] {
    var open: [DelayCircumstances.Open] = []
    var since: CivilDate?
    for step in course {
      guard let day = step.day else { continue }
      switch step.kind {
      case .reported: since = day
      case .returned, .confirmed:
        if let start = since { open.append((start, day)) }
        since = nil
      default: break
      }
    }
    if openReport != nil, closed == nil, let start = since { open.append((start, today)) }
    return open
  }
}
