package import CivilCalendar

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
    /// Something was told on the way.
    case told
    /// Without a day before and after, or over before and after, it stands otherwise.
    case state
    /// Its window changed, or what may still change its day.
    case other
  }

  package let before: AnyDuty?
  package let after: AnyDuty?
  package let kind: Kind

  init?(_ before: AnyDuty?, _ after: AnyDuty?) {
    guard let kind = Kind(before, after) else { return nil }
    self.before = before
    self.after = after
    self.kind = kind
  }

  /// Of what is there after, else of what was.
  package var duty: AnyDuty? { after ?? before }

  /// Everything that is owed otherwise in `after`, which has more facts behind those of `before`, over the days of `window` and
  /// without a day; by kind, day and identity.
  package static func between(_ before: Expander, _ after: Expander, in window: DayRange) -> [DutyChange] {
    let tasks = before.tasks(reachedBy: after.book.facts.dropFirst(before.book.facts.count))
    func duties(_ expander: Expander) -> [ObligationID: AnyDuty] {
      let all = expander.duties(in: window, among: tasks, keepsGiven: true).all
      return Dictionary(all.map { ($0.id, $0) }) { $1 }
    }
    let (old, new) = (duties(before), duties(after))
    var changes: [DutyChange] = []
    for (id, duty) in new {
      if let change = DutyChange(old[id], duty) { changes.append(change) }
    }
    for (id, duty) in old where new[id] == nil {
      if let change = DutyChange(duty, nil) { changes.append(change) }
    }
    func place(_ change: DutyChange) -> (Int, Int32, String) {
      (change.kind.rawValue, change.duty?.days?.effective.dayNumber ?? .max, change.duty?.id.description ?? "")
    }
    return changes.sorted { place($0) < place($1) }
  }
}

extension DutyChange.Kind {
  /// Nil where nothing changed that anybody is told of.
  fileprivate init?(_ before: AnyDuty?, _ after: AnyDuty?) {
    if before?.closed != after?.closed, after != nil || before?.closed != nil {
      self = after?.closed == nil ? .reopened : before?.closed == nil ? .closed : .state
    } else if before?.boundDay != after?.boundDay {
      self = before?.boundDay == nil ? .newDay : after?.boundDay == nil ? .lostDay : .movedDay
    } else if before?.course != after?.course, before != nil, after != nil {
      self = .told
    } else if before?.leads != after?.leads, before != nil, after != nil {
      self = .handedOver
    } else if after?.closed != nil {
      // Nothing else is seen of what is over.
      return nil
    } else if before?.days?.isSilencedUntil != after?.days?.isSilencedUntil {
      self = .silenced
    } else if before?.shape != after?.shape {
      self = before?.days == nil && after?.days == nil ? .state : .other
    } else {
      return nil
    }
  }
}

extension AnyDuty {
  /// The day that binds it, or by which it is judged; nil where there is none, and where it is over and judged by none.
  package var boundDay: CivilDate? {
    switch closed {
    case nil: state.days?.effective
    case .done(_?, _): bound?.day ?? state.days?.effective
    case .done(nil, _), .waived, .withdrawn: nil
    }
  }
}

extension DutyState {
  /// What else of it is seen.
  fileprivate var shape: [Int32] {
    switch self {
    case .dated(let days):
      [0, days.opens?.dayNumber ?? 0, days.isExtended ? 1 : 0, days.pending == nil ? 0 : 1]
    case .open(.waiting(let events, let expected)): [1, Int32(events.count), expected?.last.dayNumber ?? 0]
    case .open(.waitingForTask(_, _, let expected)): [2, expected?.last.dayNumber ?? 0]
    case .open(.awaitingDate(_, let expected)): [3, expected?.last.dayNumber ?? 0]
    case .open(.openUndated(let since)): [4, since.dayNumber]
    case .open(.notBefore(let day)): [8, day.dayNumber]
    case .open(.standing(let first, let last)): [5, first.dayNumber, last?.dayNumber ?? 0]
    case .open(.eachCase): [6]
    case .open(.unclear): [7]
    }
  }
}
