import CivilCalendar
import HTTPMessages
import Operations
import Presentation
import Rules

/// `/api/v1/deadline`: what the wording of a deadline means, by the first plan's calendar and law.
enum WordingAnswer {
  /// Days of a rhythm in one answer.
  private static let most = 400

  /// The parameters were checked before.
  static func answer(_ visit: Visit) -> HTTPAnswer {
    let rules = visit.rules
    let found = rules.plans.first?.calendar ?? rules.calendar(named: "Việt Nam")
    guard let found, rules.calendars.indices.contains(found) else {
      return Problem.nothing(.init(vi: "chưa có lịch nào", en: "there is no calendar")).answer(visit)
    }
    let calendar = rules.calendars[found]
    let interpreter = DeadlineInterpreter(
      definition: calendar.calendar.definition, law: calendar.law, thisYear: visit.today.year)
    let request = DeadlineRequest(
      phrase: visit.route.value("q") ?? "", year: visit.route.value("year").flatMap { Int($0) }, from: nil, until: nil,
      limit: most, repairs: false)
    let text = interpreter.answer(request).json(visit.language)
    return HTTPAnswer(200, type: "application/json", body: Array(text.utf8))
  }
}
