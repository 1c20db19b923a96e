package import CivilCalendar
package import Rules

/// What is owed under one identity: with a day, or without.
package enum Duty: Sendable {
  case dated(Obligation)
  case open(OpenDuty)

  package var id: ObligationID {
    switch self {
    case .dated(let obligation): obligation.id
    case .open(let duty): duty.id
    }
  }

  package var task: TaskID {
    switch self {
    case .dated(let obligation): obligation.task
    case .open(let duty): duty.task
    }
  }

  package var closed: Obligation.Closed? {
    switch self {
    case .dated(let obligation): obligation.closed
    case .open(let duty): duty.closed
    }
  }

  package var leads: [Recipient] {
    switch self {
    case .dated(let obligation): obligation.leads
    case .open(let duty): duty.leads
    }
  }

  /// The day that binds, also of what is closed.
  package var binding: CivilDate? {
    if case .dated(let obligation) = self { obligation.binding } else { nil }
  }
}

/// A duty before and after something was recorded; nil where there is none under that identity.
package struct DutyChange: Sendable {
  /// How it changed.
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    /// It had no day and has one.
    case newDay
    case movedDay
    /// It had a day and has none.
    case lostDay
    case closed
    case reopened
    case handedOver
    case silenced
    /// It is there and was not, or the other way round, or its window changed.
    case other
  }

  package let before: Duty?
  package let after: Duty?
  package let kind: Kind

  init?(_ before: Duty?, _ after: Duty?) {
    guard let kind = Kind(before, after) else { return nil }
    self.before = before
    self.after = after
    self.kind = kind
  }

  /// Of what is there after, else of what was.
  package var duty: Duty? { after ?? before }

  /// Everything that is owed otherwise in `after` than in `before` (of the same rules), over the days of `window` and
  /// without a day; by kind, day and identity.
  package static func between(_ before: Expander, _ after: Expander, in window: DayRange) -> [DutyChange] {
    let (old, new) = (duties(before, window), duties(after, window))
    var changes: [DutyChange] = []
    for (id, duty) in new {
      if let change = DutyChange(old[id], duty) { changes.append(change) }
    }
    for (id, duty) in old where new[id] == nil {
      if let change = DutyChange(duty, nil) { changes.append(change) }
    }
    func place(_ change: DutyChange) -> (Int, Int32, String) {
      (change.kind.rawValue, change.duty?.binding?.dayNumber ?? .max, change.duty?.id.description ?? "")
    }
    return changes.sorted { place($0) < place($1) }
  }

  private static func duties(_ expander: Expander, _ window: DayRange) -> [ObligationID: Duty] {
    var duties: [ObligationID: Duty] = [:]
    for duty in expander.openDuties(explained: false) { duties[duty.id] = .open(duty) }
    for obligation in expander.obligations(in: window, explained: false) { duties[obligation.id] = .dated(obligation) }
    return duties
  }
}

extension DutyChange.Kind {
  /// Nil where nothing changed that anybody is told of.
  fileprivate init?(_ before: Duty?, _ after: Duty?) {
    if before?.closed != after?.closed, after != nil || before?.closed != nil {
      self = after?.closed == nil ? .reopened : .closed
    } else if before?.binding != after?.binding {
      self = before?.binding == nil ? .newDay : after?.binding == nil ? .lostDay : .movedDay
    } else if after?.closed != nil {
      // Nobody is told of what is over.
      return nil
    } else if before?.leads != after?.leads, before != nil, after != nil {
      self = .handedOver
    } else if before?.silencedUntil != after?.silencedUntil {
      self = .silenced
    } else if before?.shape != after?.shape {
      self = .other
    } else {
      return nil
    }
  }
}

extension Duty {
  /// The last day of a silence.
  package var silencedUntil: CivilDate? {
    if case .dated(let obligation) = self { obligation.isSilencedUntil } else { nil }
  }

  /// What else of it is seen.
  fileprivate var shape: [Int32] {
    switch self {
    case .dated(let obligation):
      [0, obligation.opens?.dayNumber ?? 0, obligation.isExtended ? 1 : 0, obligation.pending == nil ? 0 : 1]
    case .open(let duty):
      switch duty.kind {
      case .waiting(let events, let expected): [1, Int32(events.count), expected?.last.dayNumber ?? 0]
      case .waitingForTask(_, _, let expected): [2, expected?.last.dayNumber ?? 0]
      case .awaitingDate(_, let expected): [3, expected?.last.dayNumber ?? 0]
      case .openUndated(let since): [4, since.dayNumber]
      case .standing(let first, let last): [5, first.dayNumber, last?.dayNumber ?? 0]
      case .eachCase: [6]
      case .unclear: [7]
      }
    }
  }
}
