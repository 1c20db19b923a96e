import CivilCalendar
import Presentation
import Templates

/// The work of one year by the months in which it is due. What is waived stands in its month, outside the total as
/// everywhere, so that both together are what the month lists.
struct MonthFigures {
  let year: Int
  /// January first.
  let months: [Statistic.Row]
  /// Only of this one; nil: of all.
  private let plan: Int?

  init(_ year: Int, plan: Int? = nil, _ duties: CountedDuties) {
    // Of each day of the year its month, since asking a hundred thousand days for theirs takes long.
    var monthOf: [Int] = []
    let first = CivilDate(year: year, month: 1, day: 1)
    for month in 1...12 {
      monthOf += Array(repeating: month, count: CivilDate.daysInMonth(year: year, month: month))
    }
    let figures = duties.figures { one -> Int? in
      guard plan == nil || one.plan == plan, one.counted != .withdrawn, let due = one.due, let first else { return nil }
      let place = due.days(since: first)
      return monthOf.indices.contains(place) ? monthOf[place] : nil
    }
    (self.year, self.plan, months) = (year, plan, (1...12).map { figures[$0] ?? Statistic.Row("") })
  }

  var isEmpty: Bool { months.allSatisfy { $0.total == 0 } }

  private func address(_ month: Int, _ visit: Visit) -> String {
    visit.address(
      ["thang", "\(year)-\(month < 10 ? "0" : "")\(month)"],
      query: plan.map { ["plan": visit.rules.plans[$0].id] } ?? [:])
  }

  private static func name(_ month: Int, _ visit: Visit) -> String {
    visit.say("Tháng \(month)", DateWording.monthName(month))
  }

  // MARK: The strip of the first page

  static let stripShape: [String: TemplateShape] = [
    "yearHeading": .text, "yearHref": .text,
    "months": .list(
      [
        "href": .text, "name": .text, "isCurrent": .truth, "number": .text, "words": .text, "late": .text,
        "outside": .text,
      ].merging(Portion.barShape) { first, _ in first }),
  ]

  /// Of the template part `months.html`.
  func strip(_ visit: Visit) -> [String: TemplateValue] {
    let isThisYear = visit.today.year == year
    let months = months.enumerated().map { index, row -> [String: TemplateValue] in
      let isEmpty = row.total == 0
      let late = row[.overdue]
      return [
        "href": .text(address(index + 1, visit)), "name": .text(Self.name(index + 1, visit)),
        "isCurrent": .truth(isThisYear && visit.today.month == index + 1),
        "number": .text(isEmpty ? "–" : "\(visit.number(row.done))/\(visit.number(row.total))"),
        "words": .text(isEmpty ? visit.say(" không có hạn", " nothing due") : visit.say(" việc đã xong", " done")),
        "late": .text(late == 0 ? "" : visit.say("\(visit.number(late)) quá hạn", "\(visit.number(late)) overdue")),
        "outside": .text(Standing.outside(row, visit)),
      ].merging(Portion.bar(row)) { first, _ in first }
    }
    return [
      "yearHeading": .text(visit.say("Năm \(year), theo tháng đến hạn", "\(year), by month due")),
      "yearHref": .text(visit.address("nam", "\(year)")), "months": .list(months),
    ]
  }

  // MARK: The columns of a plan

  static let columnShape: [String: TemplateShape] = [
    "height": .text, "monthsOutside": .text,
    "monthColumns": .list([
      "short": .text, "words": .text, "number": .text, "href": .text,
      "pieces": .list(["class": .text, "top": .text, "count": .text]),
    ]),
  ]

  /// Of the template part `columns.html`.
  /// - Parameter isAsOf: whether the figures are those of an earlier day.
  func columns(_ visit: Visit, isAsOf: Bool) -> [String: TemplateValue] {
    let height = max(months.map(\.total).max() ?? 0, 1)
    let columns = months.enumerated().map { index, row -> [String: TemplateValue] in
      let (all, done, late) = (visit.number(row.total), visit.number(row.done), visit.number(row[.overdue]))
      let pieces = Portion.stretches(of: row).map { stretch -> [String: TemplateValue] in
        [
          "class": .text(stretch.portion.rawValue), "top": .number(height - stretch.start - stretch.count),
          "count": .number(stretch.count),
        ]
      }
      return [
        "short": .text(visit.say("T\(index + 1)", String(DateWording.monthName(index + 1).prefix(3)))),
        // What a screen reader says of the whole column; the number below is not read again.
        "words": .text(
          row.total == 0
            ? visit.say(": không có việc đến hạn", ": nothing due")
            : visit.say(
              ": \(all) việc, \(done) đã xong, \(late) quá hạn",
              ": \(row.total == 1 ? "1 duty" : "\(all) duties"), \(done) done, \(late) overdue")),
        "number": .text(row.total == 0 ? "–" : all),
        // The pages of months are of today.
        "href": .text(isAsOf ? "" : address(index + 1, visit)), "pieces": .list(pieces),
      ]
    }
    let outside = months.enumerated().compactMap { index, row -> String? in
      let words = Standing.outside(row, visit)
      return words.isEmpty
        ? nil : visit.say("tháng \(index + 1): \(words)", "\(DateWording.monthName(index + 1)): \(words)")
    }.joined(separator: "; ")
    return [
      "height": .number(height), "monthColumns": .list(columns),
      "monthsOutside": .text(
        outside.isEmpty ? "" : visit.say("Ngoài tổng số, \(outside).", "Outside the total, \(outside).")),
    ]
  }
}
