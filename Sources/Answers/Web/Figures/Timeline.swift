import CivilCalendar
import Presentation
import Rules
import Templates

/// A drawing of one year: for each unit bars from the day on which work opens to the day on which it is due.
struct Timeline {
  static let shape: [String: TemplateShape] = [
    "drawings": .list([
      "width": .text, "height": .text, "bottom": .text,
      "gridMonths": .list(["x": .text, "label": .text, "labelX": .text]),
      "lanes": .list([
        "y": .text, "nameLines": .list(["y": .text, "text": .text]),
        "groups": .list([
          "title": .text, "label": .text, "labelX": .text, "labelY": .text,
          "rects": .list(["class": .text, "x": .text, "y": .text, "length": .text]),
          "diamond": .text, "colour": .text,
        ]),
      ]),
      "now": .list(["x": .text, "labelX": .text, "y": .text, "label": .text]),
    ])
  ]

  /// Duties of one unit that open and are due on the same days.
  struct Group {
    /// Nil: from the start.
    let opens: CivilDate?
    let due: CivilDate
    let figures: Statistic.Row
    /// The id of the duty, where it is the only one.
    let id: String?
    /// They are drawn without their states.
    let isClassified: Bool
  }

  struct Lane {
    let name: String
    let groups: [Group]
  }

  private static let left = 190.0
  private static let yearWidth = 880.0
  private static let width = 1200.0
  private static let laneHeight = 15
  private static let top = 28
  /// As much as a sheet of A4 across holds in legible size.
  private static let mostHeight = 540
  /// Of small text, about.
  private static let letterWidth = 6.3
  private static let nameLetters = 26
  /// With more of them a unit's bars are brought together by the month in which they are due.
  private static let mostGroups = 40

  let year: Int
  let lanes: [Lane]
  private let first: CivilDate
  private let days: Int

  init(_ year: Int, _ lanes: [Lane]) {
    (self.year, self.lanes) = (year, lanes)
    first = CivilDate(year: year, month: 1, day: 1) ?? .first
    days = (1...12).reduce(0) { $0 + CivilDate.daysInMonth(year: year, month: $1) }
  }

  private func x(_ day: CivilDate) -> Double {
    let place = min(max(day.days(since: first), 0), days)
    return Self.left + Double(place) * Self.yearWidth / Double(days)
  }

  private static func text(_ number: Double) -> TemplateValue {
    let tenths = Int((number * 10).rounded())
    return .text(tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))")
  }

  /// Drawn in pieces, each of which fits a sheet.
  func values(_ visit: Visit) -> [String: TemplateValue] {
    var pieces: [(lanes: [[String: TemplateValue]], end: Int)] = [([], Self.top)]
    for lane in lanes {
      var (values, height) = draw(lane, at: pieces[pieces.count - 1].end, visit)
      if pieces[pieces.count - 1].end + height > Self.mostHeight, !pieces[pieces.count - 1].lanes.isEmpty {
        pieces.append(([], Self.top))
        (values, height) = draw(lane, at: Self.top, visit)
      }
      pieces[pieces.count - 1].lanes.append(values)
      pieces[pieces.count - 1].end += height
    }
    return ["drawings": .list(pieces.map { drawing($0.lanes, $0.end, visit) })]
  }

  private func drawing(_ lanes: [[String: TemplateValue]], _ end: Int, _ visit: Visit) -> [String: TemplateValue] {
    let nowX = x(visit.today)
    let label = visit.say("hôm nay", "today") + " " + visit.dates.short(visit.today).prefix(5)
    return [
      "width": Self.text(Self.width), "height": .number(end + 22), "bottom": .number(end + 2), "lanes": .list(lanes),
      "gridMonths": .list(
        (1...12).compactMap { month in
          CivilDate(year: year, month: month, day: 1).map { day in
            [
              "x": Self.text(x(day)), "labelX": Self.text(x(day) + 4),
              "label": .text(visit.say("T\(month)", String(DateWording.monthName(month).prefix(3)))),
            ]
          }
        }),
      "now": .list(
        visit.today.year == year
          ? [["x": Self.text(nowX), "labelX": Self.text(nowX - 6), "y": .number(end + 16), "label": .text(label)]] : []),
    ]
  }

  /// - Returns: what is drawn of the unit, and how high it is.
  private func draw(_ lane: Lane, at top: Int, _ visit: Visit) -> ([String: TemplateValue], Int) {
    // Where each line of bars ends so far.
    var ends: [Double] = []
    let groups = lane.groups.sorted { ($0.due, $0.opens ?? $0.due) < ($1.due, $1.opens ?? $1.due) }
    let drawn = groups.map { group -> [String: TemplateValue] in
      let label = label(of: group, visit)
      let (start, end) = stretch(of: group)
      let labelX = end + 5
      let line = ends.firstIndex { $0 <= start } ?? ends.count
      if line == ends.count { ends.append(0) }
      ends[line] = labelX + Double(label.count) * Self.letterWidth + 8
      let y = top + 8 + line * Self.laneHeight
      var values: [String: TemplateValue] = [
        "title": .text(
          "\(lane.name): \(label), \(visit.say("hạn", "due")) \(visit.dates.inSentence(group.due))"),
        "label": .text(label), "labelX": Self.text(labelX), "labelY": .number(y + 8), "diamond": .text(""),
        "colour": .text(""), "rects": .list([[String: TemplateValue]]()),
      ]
      let total = group.figures.total
      let stretches =
        group.isClassified
        ? [(portion: Portion.wait, start: 0, count: total)] : Portion.stretches(of: group.figures)
      if group.opens == nil || group.opens == group.due {
        values["diamond"] = .text("M\(Int(start.rounded())) \(y + 4)l5 -5 5 5 -5 5z")
        let urgent = Self.urgency.first { $0.count(group.figures) > 0 }
        values["colour"] = .optional((group.isClassified ? .wait : urgent)?.rawValue)
      } else {
        let unit = (end - start) / Double(max(total, 1))
        values["rects"] = .list(
          stretches.map { part in
            [
              "class": .text(part.portion.rawValue), "x": Self.text(start + Double(part.start) * unit),
              "y": .number(y), "length": Self.text(Double(part.count) * unit),
            ]
          })
      }
      return values
    }
    let names = Self.lines(of: lane.name)
    let height = max(ends.count, names.count) * Self.laneHeight + 12
    return (
      [
        "y": .number(top), "groups": .list(drawn),
        "nameLines": .list(
          names.enumerated().map { ["y": .number(top + 16 + $0 * Self.laneHeight), "text": .text($1)] }),
      ], height
    )
  }

  private func stretch(of group: Group) -> (start: Double, end: Double) {
    guard let opens = group.opens, opens != group.due else {
      let centre = x(group.due)
      return (centre, centre + 10)
    }
    return (x(opens), max(x(group.due.adding(days: 1)), x(opens) + 3))
  }

  private static let urgency: [Portion] = [.late, .soon, .sent, .open, .wait, .slow, .done]

  private func label(of group: Group, _ visit: Visit) -> String {
    let (total, late, done) = (group.figures.total, group.figures[.overdue], group.figures.done)
    let name =
      group.id ?? visit.say("\(visit.number(total)) việc", total == 1 ? "1 duty" : "\(visit.number(total)) duties")
    guard !group.isClassified else { return name }
    if late > 0 {
      return group.id == nil
        ? name + visit.say(", \(visit.number(late)) quá hạn", ", \(visit.number(late)) overdue")
        : name + visit.say(", quá hạn", ", overdue")
    }
    return done > 0 && done < total
      ? name + visit.say(", \(visit.number(done)) xong", ", \(visit.number(done)) done") : name
  }

  /// The name of a unit in lines that fit before the drawing.
  private static func lines(of name: String) -> [String] {
    var lines: [String] = []
    for word in name.split(separator: " ") {
      if let last = lines.last, last.count + word.count < nameLetters {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension Timeline {
  /// Of the duties that are due in the year, by who leads them.
  /// - Parameters:
  ///   - plan: only its duties; nil: those of all.
  ///   - leads: places of those leads in `CountedDuties` that are drawn, in their order, with their names.
  init(
    _ year: Int, _ duties: CountedDuties, plan: PlanID?, of leads: [(place: Int, name: String)], _ visit: Visit
  ) {
    struct Key: Hashable {
      let leads: Int
      let opens: CivilDate?
      let due: CivilDate
      let isClassified: Bool
    }
    let wanted = Set(leads.map(\.place))
    let range = DayRange.year(year)
    var only: [Key: String?] = [:]
    let figures = duties.figures { one -> Key? in
      guard let due = one.due, range.contains(due), one.counted.isCounted, wanted.contains(one.leads),
        plan == nil || one.plan == plan
      else { return nil }
      let key = Key(
        leads: one.leads, opens: one.opens, due: due, isClassified: one.isClassified)
      let id = duties.items[one.place].duty.id
      only[key] = only[key] == nil ? .some(id.label.map { "\(id.task):\($0)" } ?? id.task) : .some(nil)
      return key
    }
    let byLeads = Dictionary(grouping: figures.keys) { $0.leads }
    self.init(
      year,
      leads.map { place, name in
        let groups = (byLeads[place] ?? []).map { key in
          Group(
            opens: key.opens, due: key.due, figures: figures[key] ?? .init(""), id: only[key] ?? nil,
            isClassified: key.isClassified)
        }
        return Lane(name: name, groups: groups.count > Self.mostGroups ? Self.byMonth(groups) : groups)
      })
  }

  /// Brought together by the month in which they are due.
  private static func byMonth(_ groups: [Group]) -> [Group] {
    Dictionary(grouping: groups) { [$0.due.month, $0.isClassified ? 1 : 0] }.values.compactMap { month in
      guard let due = month.map(\.due).max(), let first = CivilDate(year: due.year, month: due.month, day: 1) else {
        return nil
      }
      return Group(
        opens: first, due: due, figures: month.reduce(into: .init("")) { $0.add($1.figures) }, id: nil,
        isClassified: month[0].isClassified)
    }
  }
}

extension DayRange {
  static func month(of day: CivilDate) -> DayRange { DayRange(first: day.startOfMonth, last: day.endOfMonth) }

  static func year(_ year: Int) -> DayRange {
    DayRange(
      first: CivilDate(year: year, month: 1, day: 1) ?? .first, last: CivilDate(year: year, month: 12, day: 31) ?? .last
    )
  }
}
