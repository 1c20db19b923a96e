import CivilCalendar
import Diagnostics
import HTTPMessages
import Operations
import Presentation
import Rules

/// `/api/v1/calendar`: days of the working calendar.
enum WorkDays {
  /// Days in one answer.
  static let most = 400

  /// The parameters were checked before.
  static func answer(_ visit: Visit) -> HTTPAnswer {
    let route = visit.route
    let first = route.value("from").flatMap(CivilDate.init(iso:)) ?? visit.today
    let last = route.value("to").flatMap(CivilDate.init(iso:)) ?? first.adding(days: 30)
    guard first <= last else { return Problem.bad(FilterFault.lastBeforeFirst.words, code: .badRange).answer(visit) }
    guard last.days(since: first) < most else {
      let words = Bilingual(
        vi: "từ “from” đến “to” phải có 1 đến \(most) ngày", en: "“from” to “to” must be 1 to \(most) days")
      return Problem.bad(words, code: .badRange).answer(visit)
    }
    let rules = visit.rules
    let name = route.value("calendar")
    let found =
      name.map { rules.calendar(named: $0) } ?? rules.plans.first?.calendar ?? rules.calendar(named: "Việt Nam")
    guard let found, rules.calendars.indices.contains(found) else {
      let known = rules.calendars.map(\.title).joined(separator: "; ")
      let words = Bilingual(
        vi: "không có lịch “\(name ?? "")”; có: \(known)",
        en: "there is no calendar “\(name ?? "")”; there are: \(known)")
      return Problem.bad(words, code: .unknownName).answer(visit)
    }
    let calendar = WorkingCalendar(rules.calendars[found].calendar.definition, covering: first.year...last.year)
    return .api { writer in
      writer.member("calendar", rules.calendars[found].title)
      writer.key("items")
      writer.objects((0...last.days(since: first)).map(first.adding(days:))) { day, object in
        write(day, calendar, &object)
      }
    }
  }

  private static func write(_ day: CivilDate, _ calendar: WorkingCalendar, _ object: inout JSONWriter) {
    object.member("day", day)
    object.member("weekday", day.weekday.rawValue)
    let status = calendar.status(of: day)
    object.member("status", status.map(word) ?? "unknown")
    if let status { object.member("isWorking", status.isWorking) }
    object.member("reason", status?.name)
    guard let lunar = LunarDate(day) else { return }
    object.key("lunar")
    object.object { object in
      object.member("year", lunar.year)
      object.member("month", lunar.month)
      object.member("day", lunar.day)
      object.member("isLeap", lunar.isLeap)
    }
  }

  private static func word(_ status: DayStatus) -> String {
    switch status {
    case .working: "working"
    case .weeklyDayOff: "weekly-day-off"
    case .holiday: "holiday"
    case .substitute: "substitute"
    case .makeUp: "make-up"
    case .doubtful: "doubtful"
    }
  }
}
