package import CivilCalendar

/// Why a notice goes out now: what tells it from another about the same subject (its `code`), and what is said about it.
package enum NoticeKind: Hashable, Sendable {
  /// How a day moved.
  package enum Move: Hashable, Sendable {
    case extended, set, recomputed
    /// The day was provisional until the days off were announced (decision: unannounced-years).
    case announced
  }

  /// Why nothing is owed any more.
  package enum Release: Hashable, Sendable { case waived, withdrawn }

  /// What a question is about.
  package enum Awaited: Hashable, Sendable { case event, timetable }

  // Of an obligation with a day.
  /// The window opens on this day.
  case opens(CivilDate)
  /// Known since this day, on which its window ran already.
  case running(known: CivilDate)
  /// Handed to this unit.
  case assigned
  /// The middle of the window.
  case middle
  /// A period of *trong kỳ: hằng quý* begins on this day.
  case during(CivilDate)
  /// So many days before; 0 is the day itself.
  case before(Int, working: Bool)
  /// Told for the n-th time that it is overdue; what passed in silence or while the program was down does not count.
  case overdue(Int)
  /// Still overdue after so many of those: once a week, the Monday of that week.
  case stillOverdue(week: CivilDate, told: Int)
  /// The superior of so many levels is told that it is overdue; the lead was on that day for the first time.
  case superior(leadTold: CivilDate, level: Int)
  /// The n-th time that the day moved for this recipient.
  case moved(Int, from: CivilDate?, Move)
  /// There is no day any more: the event that gave it was withdrawn.
  case dayGone(Int, from: CivilDate?)
  /// Nothing is owed any more.
  case released(Int, Release)
  /// Handed to another unit.
  case handedOver(Int)
  /// Reminding was stopped until this day; the superior sees it.
  case silenced(until: CivilDate)
  /// Due before it was known here: done?
  case settle(known: CivilDate)
  /// A message about it was never delivered: said again in the week of this Monday.
  case again(week: CivilDate)

  // Of what has no day.
  /// The lead is asked for a day; the n-th time, from 0.
  case askDay(Int, since: CivilDate)
  /// Whoever watches an event or timetable is asked: 0, 1, 2 at start, middle and end of the expected window, then on.
  case question(Int, Awaited, expected: DayRange?)

  // Of a plan.
  /// The leader's sheet of the week of this Monday.
  case weeklySheet(week: CivilDate)
}

extension NoticeKind {
  /// What later decisions ask of what was said: all that they read of a code in the log.
  package enum Name: String, CaseIterable, Sendable {
    case opening, assigned, middle, during, before, overdue
    case stillOverdue = "still-overdue"
    case superior, moved
    case dayGone = "day-gone"
    case released
    case handedOver = "handed-over"
    case silenced, settle, again
    case askDay = "ask-day"
    case question
    case weeklySheet = "weekly-sheet"
  }

  package var name: Name { stamp.name }

  /// Stable: part of the key, and how a log stores it.
  package var code: String {
    let (name, mark) = stamp
    return mark.map { "\(name.rawValue):\($0)" } ?? name.rawValue
  }

  /// The parts of the code.
  private var stamp: (name: Name, mark: String?) {
    switch self {
    case .opens, .running: (.opening, nil)
    case .assigned: (.assigned, nil)
    case .middle: (.middle, nil)
    case .during(let day): (.during, "\(day)")
    case .before(let days, let working): (.before, "\(days)\(working ? "w" : "")")
    case .overdue(let time): (.overdue, "\(time)")
    case .stillOverdue(let week, _): (.stillOverdue, "\(week)")
    case .superior: (.superior, nil)
    case .moved(let time, _, _): (.moved, "\(time)")
    case .dayGone(let time, _): (.dayGone, "\(time)")
    case .released(let time, _): (.released, "\(time)")
    case .handedOver(let time): (.handedOver, "\(time)")
    case .silenced(let day): (.silenced, "\(day)")
    case .settle: (.settle, nil)
    case .again(let week): (.again, "\(week)")
    case .askDay(let time, _): (.askDay, "\(time)")
    case .question(let time, _, _): (.question, "\(time)")
    case .weeklySheet(let week): (.weeklySheet, "\(week)")
    }
  }

  /// Of two that fall into one slot the one with the higher rank speaks (decision: most-urgent-speaks).
  var rank: Int {
    if case .before(let days, _) = self { return 100_000 - min(days, 90_000) }
    return switch name {
    case .settle, .weeklySheet, .question, .askDay: 0
    case .again: 1
    case .during: 2
    case .middle: 3
    case .opening: 4
    case .before: 100_000
    case .stillOverdue: 100_001
    case .overdue: 100_002
    case .superior, .silenced: 100_003
    case .assigned, .moved, .dayGone, .released, .handedOver: 100_004
    }
  }
}

extension NoticeKind.Name {
  /// Reads a `code`; nil for what no version of the program wrote.
  package init?(code: String) {
    let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let name = Self(rawValue: parts[0]), name.isMarked(by: parts.count > 1 ? parts[1] : nil) else { return nil }
    self = name
  }

  private func isMarked(by mark: String?) -> Bool {
    guard let mark else { return [.opening, .assigned, .middle, .superior, .settle].contains(self) }
    return switch self {
    case .opening, .assigned, .middle, .superior, .settle: false
    case .during, .stillOverdue, .silenced, .again, .weeklySheet: CivilDate(iso: mark)?.description == mark
    case .before: Self.isNumber(mark.hasSuffix("w") ? String(mark.dropLast()) : mark)
    case .overdue, .moved, .dayGone, .released, .handedOver, .askDay, .question: Self.isNumber(mark)
    }
  }

  private static func isNumber(_ text: String) -> Bool { Int(text)?.description == text }

  /// Tells the recipient that the day has passed.
  package var isOverdue: Bool { self == .overdue || self == .stillOverdue }

  /// Ends what the recipient has to do with it.
  var isClosing: Bool { self == .released || self == .handedOver }

  /// Speaks to those who do the work, not to those who stand beside it.
  var isToOwner: Bool {
    switch self {
    case .opening, .assigned, .middle, .during, .before, .overdue, .stillOverdue, .moved, .again: true
    default: false
    }
  }

  /// Tells a day that may move later.
  var tellsDay: Bool {
    switch self {
    case .settle, .silenced, .released, .handedOver, .askDay, .question, .weeklySheet: false
    default: true
    }
  }
}
