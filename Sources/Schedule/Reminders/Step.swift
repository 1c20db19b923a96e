package import CivilCalendar

/// Why a notice is sent, as far as it tells one notice from another (decision: notice-and-message).
package enum Step: Hashable, Sendable {
  // Of an obligation with a day.
  /// The window opens, or the obligation became known while its window runs.
  case opening
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
  /// Still overdue after the last of those: once a week, the Monday of that week.
  case stillOverdue(week: CivilDate)
  /// The unit's superior is told that it is overdue.
  case superior
  /// The n-th time that the day moved for this recipient.
  case moved(Int)
  /// There is no day any more: the event that gave it was withdrawn.
  case dayGone(Int)
  /// Waived or withdrawn: nothing is owed any more.
  case released(Int)
  /// Handed to another unit.
  case handedOver(Int)
  /// Reminding was stopped until this day; the superior sees it.
  case silenced(until: CivilDate)
  /// Due before it was known here: done?
  case settle
  /// A message about it was never delivered: said again in the week of this Monday.
  case again(week: CivilDate)

  // Of what has no day.
  /// The lead is asked for a day; the n-th time, from 0.
  case askDay(Int)
  /// Whoever watches an event or timetable is asked: 0, 1, 2 at start, middle and end of the expected window, then on.
  case question(Int)

  // Of a plan.
  /// The leader's sheet of the week of this Monday.
  case weeklySheet(week: CivilDate)

  /// Stable: part of the key, and how a log stores it.
  package var code: String {
    switch self {
    case .opening: "opening"
    case .assigned: "assigned"
    case .middle: "middle"
    case .during(let day): "during:\(day)"
    case .before(let days, let working): "before:\(days)\(working ? "w" : "")"
    case .overdue(let position): "overdue:\(position)"
    case .stillOverdue(let week): "still-overdue:\(week)"
    case .superior: "superior"
    case .moved(let time): "moved:\(time)"
    case .dayGone(let time): "day-gone:\(time)"
    case .released(let time): "released:\(time)"
    case .handedOver(let time): "handed-over:\(time)"
    case .silenced(let day): "silenced:\(day)"
    case .settle: "settle"
    case .again(let week): "again:\(week)"
    case .askDay(let time): "ask-day:\(time)"
    case .question(let time): "question:\(time)"
    case .weeklySheet(let week): "weekly-sheet:\(week)"
    }
  }

  /// Reads `code`; nil for what no version of the program wrote.
  package init?(code: String) {
    let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let value = parts.count > 1 ? parts[1] : ""
    let number = Int(value)
    let day = CivilDate(iso: value)
    let found: Step? =
      switch parts[0] {
      case "opening": .opening
      case "assigned": .assigned
      case "middle": .middle
      case "superior": .superior
      case "settle": .settle
      case "during": day.map { .during($0) }
      case "before":
        Int(value.hasSuffix("w") ? String(value.dropLast()) : value)
          .map { .before($0, working: value.hasSuffix("w")) }
      case "overdue": number.map { .overdue($0) }
      case "moved": number.map { .moved($0) }
      case "day-gone": number.map { .dayGone($0) }
      case "released": number.map { .released($0) }
      case "handed-over": number.map { .handedOver($0) }
      case "ask-day": number.map { .askDay($0) }
      case "question": number.map { .question($0) }
      case "still-overdue": day.map { .stillOverdue(week: $0) }
      case "again": day.map { .again(week: $0) }
      case "weekly-sheet": day.map { .weeklySheet(week: $0) }
      case "silenced": day.map { .silenced(until: $0) }
      default: nil
      }
    guard let found, found.code == code else { return nil }
    self = found
  }
}

extension Step {
  /// Of two steps that fall into one slot the one with the higher rank speaks (decision: most-urgent-speaks).
  var rank: Int {
    switch self {
    case .settle, .weeklySheet, .question, .askDay: 0
    case .again: 1
    case .during: 2
    case .middle: 3
    case .opening: 4
    case .before(let days, _): 100_000 - min(days, 90_000)
    case .stillOverdue: 100_001
    case .overdue: 100_002
    case .superior, .silenced: 100_003
    case .assigned, .moved, .dayGone, .released, .handedOver: 100_004
    }
  }

  /// Tells the recipient that the day has passed.
  package var isOverdue: Bool {
    switch self {
    case .overdue, .stillOverdue: true
    default: false
    }
  }

  /// Ends what the recipient has to do with it.
  var isClosing: Bool {
    switch self {
    case .released, .handedOver: true
    default: false
    }
  }

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
