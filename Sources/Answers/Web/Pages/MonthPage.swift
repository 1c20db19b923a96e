import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Templates

/// A month: days off, lunar days, and what is due on each day.
struct MonthPage: Page {
  static let template = "month.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "only": .text, "allHref": .text, "caption": .text, "previous": .text, "previousName": .text,
    "next": .text, "nextName": .text,
    "weekdays": .list(["short": .text, "name": .text]), "weeks": .list(["days": .list(MonthDay.cellShape)]),
    "notes": .texts, "warning": .text, "dueDays": .list(MonthDay.cardShape), "emptyText": .text,
    "saysComing": .truth, "hasComing": .truth,
    "coming": .list(["date": .text, "day": .text, "what": .text]),
  ]

  let title: String
  let values: [String: TemplateValue]
  /// Whether it is of days to come, of which it is told whom rounds will write to.
  private let tellsComing: Bool
  var place: Frame.Place? { .month }

  static func answer(_ visit: Visit, _ month: DayRange) -> HTTPAnswer {
    do throws(FilterFault) {
      let page = MonthPage(visit, month, try visit.narrowed())
      var answer = visit.page(page)
      // What was sent is not in the model.
      if page.tellsComing { answer.set("Cache-Control", "no-store") }
      return answer
    } catch { return error.problem.answer(visit) }
  }

  private init(_ visit: Visit, _ range: DayRange, _ filter: UpcomingFilter) {
    let first = range.first
    let year = first.year
    let wording = visit.wording
    title = Self.name(of: first, wording)
    let calendar = Self.calendar(of: year, visit)
    let asked = visit.route.query.filter { !$0.value.isEmpty }
    let days = (0..<range.count).map { place in
      let day = first.adding(days: place)
      return MonthDay(day, calendar, filter.subjects(of: visit.model.items(due: day), visit.rules), visit)
    }
    func neighbour(_ key: String, _ distance: Int) -> [String: TemplateValue] {
      guard let day = first.adding(months: distance), YearPage.years.contains(day.year) else {
        return [key: .text(""), "\(key)Name": .text("")]
      }
      return [
        key: .text(Route.address(["thang", Self.address(of: day)], visit.language, query: asked)),
        "\(key)Name": .text(Self.name(of: day, wording)),
      ]
    }
    let due = days.filter { !$0.items.isEmpty }
    tellsComing = range.last >= visit.today && filter.isEmpty
    let coming = tellsComing ? visit.model.coming(in: range, visit.operations) : nil
    values = [
      "heading": .text(title),
      "only": .text(visit.only(filter)),
      "allHref": .text(visit.address("thang", Self.address(of: first))),
      "caption": .text(
        visit.say(
          "\(title): ngày nghỉ, ngày âm lịch, việc đến hạn", "\(title): days off, lunar days, what is due")),
      "weekdays": .list(
        Weekday.allCases.map {
          ["short": .text(wording.shortName(of: $0)), "name": .text(wording.name(of: $0))]
        }),
      "weeks": .list(Self.weeks(days)), "notes": .list(MonthNotes(days, visit).lines.map { .text($0) }),
      "warning": .optional(MonthGrid(calendar, visit.language).provisionalWarning(for: year)),
      "dueDays": .list(due.map(\.card)),
      "saysComing": .truth(coming != nil), "hasComing": .truth(coming?.isEmpty == false),
      "coming": .list((coming ?? []).map { Self.told($0, visit) }),
      "emptyText": .text(
        due.isEmpty
          ? visit.say(
            "Không có việc nào đến hạn trong tháng này. Xem tháng khác, hoặc mọi việc ở mục Việc.",
            "Nothing is due in this month. Look at another one, or at all work under Work.") : ""),
    ].merging(neighbour("previous", -1)) { first, _ in first }.merging(neighbour("next", 1)) { first, _ in first }
  }

  /// What will be told on a day.
  private static func told(_ coming: SiteModel.ComingDay, _ visit: Visit) -> [String: TemplateValue] {
    let count = coming.letters
    let reasons = coming.reasons.map { "\($0.words.text(in: visit.language)) (\(visit.number($0.subjects)))" }.joined(
      separator: "; ")
    let letters = visit.say("\(visit.number(count)) thư", count == 1 ? "1 message" : "\(visit.number(count)) messages")
    return [
      "date": .text("\(coming.day)"), "day": .text(visit.dates.long(coming.day)),
      "what": .text("\(letters), \(reasons)"),
    ]
  }

  /// The calendar of the first plan, as the command `calendar` takes it, over that year.
  private static func calendar(of year: Int, _ visit: Visit) -> WorkingCalendar {
    let rules = visit.rules
    guard let id = rules.plans.first?.calendar, rules.calendars.indices.contains(id) else {
      return WorkingCalendar(.init(), covering: year...year)
    }
    let calendar = rules.calendars[id].calendar
    return calendar.years.contains(year) ? calendar : WorkingCalendar(calendar.definition, covering: year...year)
  }

  /// The days of a month as an address has it, `2024-09`; nil if it names none of a year that pages show.
  static func days(named text: String) -> DayRange? {
    guard let named = YearOrMonth(written: text), let month = named.month, YearPage.years.contains(named.year) else {
      return nil
    }
    return CivilDate(year: named.year, month: month, day: 1).map(DayRange.month(of:))
  }

  /// `2024-09`, as addresses have the month of a day.
  static func address(of day: CivilDate) -> String { String(day.description.prefix(7)) }

  /// `Tháng 9/2024` · `September 2024`
  private static func name(of first: CivilDate, _ wording: DateWording) -> String {
    wording.month(first.month, of: first.year).asBeginning
  }

  /// Rows from Monday to Sunday, filled up with cells of no day.
  private static func weeks(_ days: [MonthDay]) -> [[String: TemplateValue]] {
    guard let first = days.first else { return [] }
    let cells =
      Array(repeating: MonthDay.noDay, count: first.day.weekday.rawValue - 1) + days.map(\.cell)
    return stride(from: 0, to: cells.count, by: 7).map { start in
      let week = Array(cells[start..<min(start + 7, cells.count)])
      return ["days": .list(week + Array(repeating: MonthDay.noDay, count: 7 - week.count))]
    }
  }
}
