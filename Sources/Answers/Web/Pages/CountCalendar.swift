import CivilCalendar
import Deadlines
import Expansion
import Presentation
import Rules
import Templates

/// The weeks over which a deadline was counted, as a drawing: where it began, what was counted, where it ended.
struct CountCalendar {
  static let shape: [String: TemplateShape] = [
    "hasCount": .truth, "calendarBox": .text, "calendarTitle": .text,
    "weekdays": .list(["x": .text, "name": .text]),
    "cells": .list([
      "x": .text, "y": .text, "ringX": .text, "ringY": .text, "textX": .text, "textY": .text, "class": .text,
      "isRing": .truth, "isDue": .truth, "label": .text,
    ]),
  ]

  /// Longer counts are not drawn: nobody counts boxes over more weeks.
  private static let mostWeeks = 12
  private static let (column, row, top) = (34, 30, 22)

  let values: [String: TemplateValue]

  init(_ item: UpcomingItem, _ visit: Visit) {
    let plan = visit.rules.plans[visit.rules.tasks[item.duty.task].plan]
    let calendar =
      visit.rules.calendars.indices.contains(plan.calendar) ? visit.rules.calendars[plan.calendar].calendar : nil
    self.init(item.duty.derivation, item.duty.days?.effective, calendar, visit)
  }

  /// Without a drawing where nothing was counted in days.
  init(_ derivation: [DerivationStep], _ effective: CivilDate?, _ calendar: WorkingCalendar?, _ visit: Visit) {
    guard let effective, let count = Self.count(derivation),
      let weeks = Self.weeks(from: count.from, through: max(effective, count.end))
    else {
      values = [
        "hasCount": .truth(false), "calendarBox": .text(""), "calendarTitle": .text(""),
        "weekdays": .list([TemplateValue]()),
        "cells": .list([TemplateValue]()),
      ]
      return
    }
    let wording = visit.wording
    let monday = weeks.first
    let cells = (0..<weeks.count).map { index -> [String: TemplateValue] in
      let day = monday.adding(days: index)
      let (x, y) = (2 + index % 7 * Self.column, Self.top + index / 7 * Self.row)
      let isWorking = calendar?.isWorking(day) ?? true
      let isCounted = day > count.from && day <= count.end && (isWorking || !count.isOfWorkingDays)
      let (_, month, number) = day.components
      let style = day == effective ? "open" : isCounted ? "cnt" : isWorking ? "day" : "off"
      return [
        "x": .number(x), "y": .number(y), "ringX": .number(x + 1), "ringY": .number(y + 1), "textX": .number(x + 15),
        "textY": .number(y + 18), "class": .text(style), "isRing": .truth(day == count.from || day == count.end),
        "isDue": .truth(day == effective),
        "label": .text(number == 1 || index == 0 ? "\(number)/\(month)" : "\(number)"),
      ]
    }
    let dates = visit.dates
    values = [
      "hasCount": .truth(true), "calendarBox": .text("0 0 240 \(Self.top + weeks.count / 7 * Self.row)"),
      "calendarTitle": .text(
        visit.say(
          "Lịch đếm: mốc \(dates.short(count.from)), ngày cuối tính được \(dates.short(count.end)), hạn \(dates.short(effective))",
          "The count: from \(dates.inSentence(count.from)), counted to \(dates.inSentence(count.end)), due \(dates.inSentence(effective))"
        )),
      "weekdays": .list(
        Weekday.allCases.map {
          ["x": .number(17 + ($0.rawValue - 1) * Self.column), "name": .text(wording.shortName(of: $0))]
        }), "cells": .list(cells),
    ]
  }

  /// Where the last count began and ended; nil if nothing was counted forwards in days.
  private static func count(
    _ steps: [DerivationStep]
  ) -> (from: CivilDate, end: CivilDate, isOfWorkingDays: Bool)? {
    steps.reversed().lazy.compactMap { step in
      guard case .counted(let from, let durations, let end, false, _) = step else { return nil }
      return (from, end, durations.allSatisfy { $0.unit == .workingDay })
    }.first
  }

  private static func weeks(from first: CivilDate, through last: CivilDate) -> DayRange? {
    let monday = first.adding(days: 1 - first.weekday.rawValue)
    let sunday = last.adding(days: 7 - last.weekday.rawValue)
    guard sunday.days(since: monday) < mostWeeks * 7 else { return nil }
    return DayRange(first: monday, last: sunday)
  }
}
