import Diagnostics
import HTTPMessages
import Operations
import Presentation
import Rules

/// Files to which a page leads (decision: figures-are-lists).
struct FileLinks: Sendable {
  /// What is in them; where that is not the list of the page, with its number of rows.
  let name: Bilingual
  let path: [String]
  let forms: [Route.Format]
  var query: [HTTPRequest.QueryItem] = []

  private static let forms: [Route.Format] = [.json, .csv, .xlsx]

  /// Of a page: what it says, else its own list by the same filters.
  static func all(of page: PageRoute, _ visit: Visit) -> [FileLinks] {
    guard let files = page.files else { return [] }
    if let links = page.links { return links(visit) }
    let query = visit.route.query.filter { item in
      item.name != "after" && !item.value.isEmpty && files.parameters.contains(item.name)
    }
    let name = Bilingual(vi: "Tải danh sách này", en: "Download this list")
    return [FileLinks(name: name, path: visit.route.path, forms: files.forms, query: query)]
  }

  // MARK: Of pages whose table is no list of their files

  @Sendable static func ofPlans(_ visit: Visit) -> [FileLinks] {
    let count = visit.number(visit.rules.plans.count)
    return [
      figures(by: .plan),
      FileLinks(
        name: .init(vi: "Tải danh mục kế hoạch (\(count))", en: "Download the register of plans (\(count))"),
        path: ["ke-hoach"], forms: forms),
    ]
  }

  @Sendable static func ofUnits(_ visit: Visit) -> [FileLinks] {
    let count = visit.number(visit.rules.units.count)
    return [
      figures(by: .unit),
      FileLinks(
        name: .init(vi: "Tải danh mục tất cả đơn vị (\(count))", en: "Download the register of all units (\(count))"),
        path: ["don-vi"], forms: forms),
    ]
  }

  private static func figures(by division: Statistic.Division) -> FileLinks {
    FileLinks(
      name: .init(vi: "Tải số liệu trong bảng", en: "Download the figures of the table"), path: ["thong-ke"],
      forms: forms, query: [.init("by", division.rawValue)])
  }

  /// Of the events that the page has, and of all that the rules name.
  @Sendable static func ofEvents(_ visit: Visit) -> [FileLinks] {
    let plan: PlanID?
    do throws(FilterFault) { plan = try visit.narrowed().plan } catch { return [] }
    let query = visit.route.query.filter { !$0.value.isEmpty }
    func links(_ state: Catalog.EventState?, _ vi: String, _ en: String) -> FileLinks {
      let count = visit.number(Catalog.events(of: plan, in: state, visit).count)
      return FileLinks(
        name: .init(vi: "Tải \(vi) (\(count))", en: "Download \(en) (\(count))"), path: ["su-kien"], forms: forms,
        query: query + (state.map { [.init("state", $0.rawValue)] } ?? []))
    }
    return [
      links(.awaited, "sự kiện đang chờ", "the events awaited"),
      links(.happened, "sự kiện đã xảy ra", "the events that happened"),
      links(nil, "tất cả sự kiện trong quy tắc", "all events of the rules"),
    ]
  }
}
