import CivilCalendar
import HTTPMessages
import Operations
import Presentation

/// `/api/v1/statistic`: how many duties stand where, as `nhacviec report --format json` says it.
enum Figures {
  /// The parameters were checked before.
  static func answer(_ visit: Visit) -> HTTPAnswer {
    let route = visit.route
    let filter = StatisticQuery.Filter(
      from: route.value("from").flatMap { CivilDate(iso: $0) }, until: route.value("to").flatMap { CivilDate(iso: $0) },
      plan: route.value("plan"), unit: route.value("unit"), section: route.value("section"))
    let division = route.value("by").flatMap { Statistic.Division(rawValue: $0) } ?? .unit
    var model = visit.model
    do throws(OperationFailure) {
      if let day = route.value("as-of") { model = try model.past(day, in: visit.operations) }
    } catch { return Problem.bad(error.remark.summary, code: .badDay).answer(visit) }
    do throws(FilterFault) {
      let query = try StatisticQuery(model, filter, by: division, visit.language)
      if let problem = query.problems.first { return Problem.wrong(problem.words).answer(visit) }
      let text = StatisticExport(query.statistic, visit.language).json()
      return HTTPAnswer(200, type: "application/json", body: Array(text.utf8))
    } catch { return Problem.bad(error.words, code: error.code).answer(visit) }
  }
}
