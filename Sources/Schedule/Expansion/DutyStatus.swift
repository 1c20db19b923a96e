package import CivilCalendar
package import Rules

/// Where a duty stands on a day: a closed list (decision: closed-states).
package enum Status: Hashable, Sendable {
  case waiting
  case notOpen
  case open
  /// Open, and nobody has named a day.
  case undated
  case standing
  /// Calendar days since the effective day; 0 from its cut-off to its end.
  case overdue(days: Int)
  /// Reported as done, to be confirmed.
  case reported
  case done(Timeliness)
  case waived
  case withdrawn
}

/// Whether what is done was done by its day.
package enum Timeliness: Hashable, Sendable {
  case onTime, late
  /// The day on which it was done is not known.
  case dayUnknown
  /// There was no day by which it was due.
  case noDueDay
}

/// What is said beside a status.
package enum Mark: Hashable, Sendable, CaseIterable {
  case provisional
  case silenced
  case extended
  /// What was reported was returned.
  case returned
  /// More time was asked for.
  case extensionAsked
  /// Due before it was known here: listed once, never overdue mail (decision: known-since).
  case toSettle
}

/// *Đến hạn trong 7 ngày*, everywhere: in the leader's sheet, in letters and in lists.
package enum DueSoon {
  package static let days = 7

  /// The day lies from `today` through `days` days later.
  package static func holds(_ effective: CivilDate, on today: CivilDate) -> Bool {
    (0...days).contains(effective.days(since: today))
  }
}

extension Duty {
  /// What is said of a duty that ended so; `due` is its effective day, nil where it has none.
  fileprivate func status(_ end: DutyEnd, due: CivilDate?) -> Status {
    switch end {
    case .withdrawn: .withdrawn
    case .waived: .waived
    case .done(nil, _): .done(.dayUnknown)
    case .done(let day?, _): .done((bound?.day ?? due).map { day <= $0 ? .onTime : .late } ?? .noDueDay)
    }
  }
}

extension Duty<DueDays> {
  /// Due within seven days, neither closed nor overdue, whether its window is open or not and whatever it waits for.
  package func isDueSoon(on today: CivilDate, at time: ClockTime?) -> Bool {
    guard closed == nil, openReport == nil, DueSoon.holds(state.effective, on: today) else { return false }
    if case .overdue = status(on: today, at: time) { return false }
    return true
  }

  /// - Parameter time: of `today`; without it the effective day is not over.
  package func status(on today: CivilDate, at time: ClockTime? = nil) -> Status {
    let days = state
    if let closed { return status(closed, due: days.effective) }
    if openReport != nil { return .reported }
    if days.pending != nil, days.isGated { return .waiting }
    if today > days.effective { return .overdue(days: today.days(since: days.effective)) }
    if today == days.effective, let cutoff = days.cutoff, let time, time >= cutoff { return .overdue(days: 0) }
    if days.pending != nil { return .waiting }
    if let opens = days.opens, today < opens { return .notOpen }
    return .open
  }

  /// - Parameters:
  ///   - issued: of the plan. What was due before the plan existed is to settle.
  ///   - known: the day since which the duty is known here, likewise.
  package func marks(on today: CivilDate, issued: Plan.Issued, known: CivilDate? = nil) -> Set<Mark> {
    var marks: Set<Mark> = []
    if state.certainty == .provisional { marks.insert(.provisional) }
    if state.isExtended { marks.insert(.extended) }
    if isReturned, closed == nil { marks.insert(.returned) }
    if request != nil { marks.insert(.extensionAsked) }
    if closed == nil, let end = state.isSilencedUntil, today <= end { marks.insert(.silenced) }
    if closed == nil, openReport == nil, isDueBefore(issued) || known.map({ state.effective < $0 }) ?? false {
      marks.insert(.toSettle)
    }
    return marks
  }

  private func isDueBefore(_ issued: Plan.Issued) -> Bool {
    switch issued {
    case .on(let day): state.effective < day
    // Unsigned: known at the earliest when its expected days begin.
    case .within(let days): state.effective < days.first
    case .unknown: false
    }
  }
}

extension Duty<OpenState> {
  /// Where it stands on a day.
  package func status(on today: CivilDate) -> Status {
    if let closed { return status(closed, due: nil) }
    if openReport != nil { return .reported }
    switch state {
    case .waiting, .waitingForTask, .awaitingDate, .eachCase: return .waiting
    case .openUndated(let since), .notBefore(let since): return today < since ? .notOpen : .undated
    case .standing(let first, _): return today < first ? .notOpen : .standing
    case .unclear: return .undated
    }
  }
}

extension AnyDuty {
  /// Where it stands on a day.
  package func status(on today: CivilDate) -> Status {
    switch state {
    case .dated(let days): with(days).status(on: today)
    case .open(let open): with(open).status(on: today)
    }
  }
}
