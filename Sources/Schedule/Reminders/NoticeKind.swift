package import CivilCalendar

/// Why a notice goes out now. Its `code` tells it from other notices about the same subject.
package enum NoticeKind: Hashable, Sendable {
  /// How a day moved.
  package enum Move: Hashable, Sendable {
    case extended, set, recomputed
    /// What was reported was returned with a new day.
    case returned
    /// The day was provisional until the days off were announced (decision: unannounced-years).
    case announced
  }

  /// Why nothing is owed any more.
  package enum Release: Hashable, Sendable {
    case waived, withdrawn
    /// The recipient left those who owe it, and others go on.
    case left
  }

  /// Why an answer is needed no more.
  package enum Lapse: Hashable, Sendable {
    /// Who reported it done took the report back.
    case reportTakenBack
    /// Who asked for more time asks no more.
    case requestWithdrawn
    /// It was reported done while more time was asked for.
    case requestOver
    /// So it was, and it is to be done again.
    case reopened
    /// Its day was set while more time was asked for.
    case daySet
  }

  /// What a question is about.
  package enum Awaited: Hashable, Sendable { case event, timetable }

  // Of an obligation with a day.
  /// The window opens on this day.
  case opens(CivilDate)
  /// It is known since this day, and its window had opened by then.
  case running(known: CivilDate)
  /// Handed to this unit, the n-th time.
  case assigned(Int)
  /// The middle of the window.
  case middle
  /// A period of *trong kỳ: hằng quý* begins on this day.
  case during(CivilDate)
  /// So many days before the due day; 0 is the day itself.
  case before(Int, working: Bool)
  /// The recipient is told for the n-th time that it is overdue. Only notices that went out count.
  case overdue(Int)
  /// It is still overdue after so many overdue notices. This goes out once a week, named by the week's Monday.
  case stillOverdue(week: CivilDate, told: Int)
  /// The superior so many levels above the lead is told that it is overdue. The lead was first told on `leadTold`; nil: no
  /// message about it has reached the lead.
  case superior(leadTold: CivilDate?, level: Int)
  /// The n-th time that the day moved for this recipient.
  case moved(Int, from: CivilDate?, Move)
  /// There is no due day any more, or work that was open without one waits again (`from` nil): its event was withdrawn.
  /// It is the n-th time for this recipient.
  case dayGone(Int, from: CivilDate?)
  /// Nothing is owed any more: the n-th ending for this recipient.
  case released(Int, Release)
  /// Handed to another unit: the n-th ending for this recipient.
  case handedOver(Int)
  /// Reminding was stopped until this day; the superior sees it.
  case silenced(until: CivilDate)
  /// It was due before it was known here, so that the focal point is asked whether it is done.
  case settle(known: CivilDate)
  /// Who confirms is asked for the n-th time, counted from 0, about what was reported on this day.
  case confirm(Int, reported: CivilDate)
  /// What was reported was returned for the n-th time, on this day.
  case returned(Int, on: CivilDate)
  /// What was recorded as done or waived, or what the recipient did not owe for a while, is open again: the n-th time for it.
  case reopened(Int)
  /// Who decides is asked for the n-th time, counted from 0, about more time that was asked for on this day.
  case decide(Int, asked: CivilDate)
  /// More time was refused for the n-th time, on this day.
  case refused(Int, on: CivilDate)
  /// Who was asked to confirm or decide need not answer: the n-th ending for this recipient.
  case lapsed(Int, Lapse)
  /// The lead, who heard of it on this day, is asked to accept it.
  case askAcceptance(told: CivilDate)
  /// The lead, who has said nothing since the one day, is asked on the other how far it is.
  case askProgress(on: CivilDate, since: CivilDate)
  /// A message about it was never delivered, so that it is repeated in the week of this Monday.
  case again(week: CivilDate)

  // Of what has no day.
  /// The lead is asked for a due day, the n-th time, counted from 0.
  case askDay(Int, since: CivilDate)
  /// Work without a due day may be done from another day on than was told, or again (`from` nil): the n-th time for this
  /// recipient.
  case openingMoved(Int, from: CivilDate?)
  /// Whoever watches an event or timetable is asked about it. The numbers 0, 1 and 2 stand for the start, the middle
  /// and the end of the expected window; later ones follow the policy's rhythm.
  case question(Int, Awaited, expected: DayRange?)

  // Of a plan.
  /// The leader's sheet of the week of this Monday.
  case weeklySheet(week: CivilDate)
}

extension NoticeKind {
  /// The kind without its details: all that later decisions read from a code in the log.
  package enum Name: String, CaseIterable, Sendable {
    case opening, assigned, middle, during, before, overdue
    case stillOverdue = "still-overdue"
    case superior, moved
    case dayGone = "day-gone"
    case released, confirm, returned, reopened, decide, refused, lapsed
    case handedOver = "handed-over"
    case silenced, settle, again
    case askDay = "ask-day"
    case openingMoved = "opening-moved"
    case askAcceptance = "ask-acceptance"
    case askProgress = "ask-progress"
    case question
    case weeklySheet = "weekly-sheet"
  }

  package var name: Name { stamp.name }

  /// The stable name that the log stores and keys are made of, such as `before:7`.
  package var code: String {
    let (name, mark) = stamp
    return mark.map { "\(name.rawValue):\($0)" } ?? name.rawValue
  }

  /// The name and the detail that the code consists of.
  private var stamp: (name: Name, mark: String?) {
    switch self {
    case .opens, .running: (.opening, nil)
    // The first time has no number, as every log has it.
    case .assigned(let time): (.assigned, time > 1 ? "\(time)" : nil)
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
    case .confirm(let time, let day): (.confirm, "\(time)@\(day)")
    case .returned(let time, _): (.returned, "\(time)")
    case .reopened(let time): (.reopened, "\(time)")
    case .decide(let time, let day): (.decide, "\(time)@\(day)")
    case .refused(let time, _): (.refused, "\(time)")
    case .lapsed(let time, _): (.lapsed, "\(time)")
    case .silenced(let day): (.silenced, "\(day)")
    case .settle: (.settle, nil)
    case .again(let week): (.again, "\(week)")
    case .askDay(let time, _): (.askDay, "\(time)")
    case .openingMoved(let time, _): (.openingMoved, "\(time)")
    case .askAcceptance: (.askAcceptance, nil)
    case .askProgress(let day, _): (.askProgress, "\(day)")
    case .question(let time, _, _): (.question, "\(time)")
    case .weeklySheet(let week): (.weeklySheet, "\(week)")
    }
  }

  /// If two steps fall into one slot, the one with the higher rank goes out (decision: most-urgent-speaks).
  var rank: Int {
    if case .before(let days, _) = self { return 100_000 - min(days, 90_000) }
    return switch name {
    case .settle, .weeklySheet, .question, .askDay, .confirm, .decide, .askAcceptance, .askProgress: 0
    case .again: 1
    case .during: 2
    case .middle: 3
    case .opening: 4
    case .before: 100_000
    case .stillOverdue: 100_001
    case .overdue: 100_002
    case .superior, .silenced: 100_003
    case .assigned, .moved, .openingMoved, .dayGone, .released, .handedOver, .returned, .reopened, .refused,
      .lapsed:
      100_004
    }
  }
}

extension NoticeKind.Name {
  /// The name in a `code`; nil if the text is no code.
  package init?(code: String) {
    let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let name = Self(rawValue: parts[0]), name.isMarked(by: parts.count > 1 ? parts[1] : nil) else { return nil }
    self = name
  }

  private func isMarked(by mark: String?) -> Bool {
    guard let mark else { return Self.unmarked.contains(self) }
    return switch self {
    case .opening, .middle, .superior, .settle, .askAcceptance: false
    case .assigned: Self.isNumber(mark) && mark != "1"
    case .during, .stillOverdue, .silenced, .again, .weeklySheet, .askProgress:
      CivilDate(iso: mark)?.description == mark
    case .before: Self.isNumber(mark.hasSuffix("w") ? String(mark.dropLast()) : mark)
    case .overdue, .moved, .openingMoved, .dayGone, .released, .handedOver, .returned, .reopened, .refused,
      .lapsed, .askDay, .question:
      Self.isNumber(mark)
    case .confirm, .decide:
      mark.firstIndex(of: "@").map { at in
        Self.isNumber(String(mark[..<at])) && CivilDate(iso: String(mark[mark.index(after: at)...])) != nil
      } ?? false
    }
  }

  private static let unmarked: Set = [opening, assigned, middle, superior, settle, askAcceptance]

  private static func isNumber(_ text: String) -> Bool { Int(text)?.description == text }

  /// Whether it tells the recipient that the due day has passed.
  package var isOverdue: Bool { self == .overdue || self == .stillOverdue }

  /// Whether it asks about what has no day.
  package var isQuestion: Bool { self == .question || self == .askDay }

  /// Whether it tells the recipient that the matter is over for them.
  var isClosing: Bool { self == .released || self == .handedOver || self == .lapsed }

  /// Whether it goes to those who do the work, not to those who only need to know.
  var isToOwner: Bool {
    switch self {
    case .opening, .assigned, .middle, .during, .before, .overdue, .stillOverdue, .moved, .openingMoved, .returned,
      .reopened, .refused, .again, .askDay, .askAcceptance, .askProgress:
      true
    default: false
    }
  }

  /// Whether whoever got it knows of the work as owed, so that its end is told to them too. Who was asked whether old work
  /// is done, or about a date, answers, and has nothing to forget.
  var tellsOfWork: Bool {
    switch self {
    case .settle, .question, .weeklySheet: false
    case .opening, .assigned, .middle, .during, .before, .overdue, .stillOverdue, .superior, .moved, .openingMoved,
      .dayGone, .released, .handedOver, .confirm, .returned, .reopened, .decide, .refused, .lapsed, .silenced, .again,
      .askDay, .askAcceptance, .askProgress:
      true
    }
  }

  /// Whether it tells that work may be done which has no due day. So does an opening that tells no due day.
  package var tellsOpenWork: Bool { self == .askDay || self == .openingMoved }

  /// Whether it tells a due day, which may move later.
  var tellsDay: Bool {
    switch self {
    case .settle, .silenced, .released, .handedOver, .lapsed, .askDay, .openingMoved, .question, .confirm, .decide,
      .weeklySheet:
      false
    default: true
    }
  }
}
