import HTTPMessages
import Presentation
import Rules

/// Which answer an address of the API means.
enum APIRoutes {
  /// - Parameter path: behind `/api/v1`.
  static func answer(_ visit: Visit, _ path: [String]) -> HTTPAnswer {
    switch path.first {
    case "obligations" where path.count == 1: Obligations.list(visit)
    case "obligations": Obligations.one(visit, id: path.dropFirst().joined(separator: "/"))
    case "plans" where path.count == 1: Catalog.plans(visit)
    case "units" where path.count == 1: Catalog.units(visit)
    case "tasks" where path.count == 1: Catalog.tasks(visit)
    case "events" where path.count == 1: Catalog.events(visit)
    default: Problem.notFound.answer(visit.route)
    }
  }
}
