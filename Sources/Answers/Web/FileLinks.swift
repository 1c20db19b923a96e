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

  // MARK: Of pages that list what has ended, too

  @Sendable static func ofSection(_ visit: Visit) -> [FileLinks] {
    var wishes = UpcomingQuery.Wishes()
    let path = visit.route.path
    (wishes.plan, wishes.section) = (path.dropFirst().first, path.last)
    return work(wishes, vi: "mọi việc của mục", en: "all work of the section", visit)
  }

  @Sendable static func ofUnit(_ visit: Visit) -> [FileLinks] {
    var wishes = UpcomingQuery.Wishes()
    wishes.unit = Subjects.recipient(visit.route.path.last ?? "", plan: visit.route.value("plan"), visit.rules)
      .map(visit.rules.reference)
    return work(wishes, vi: "mọi việc chủ trì, phối hợp", en: "all work that it leads or supports", visit)
  }

  /// All of it, and what has not ended, which is what an address without a state has.
  private static func work(
    _ wishes: UpcomingQuery.Wishes, vi: String, en: String, _ visit: Visit
  ) -> [FileLinks] {
    let places: [Int]
    do throws(FilterFault) { places = try visit.model.filter(wishes).places(in: visit.model.list) } catch { return [] }
    let (all, open) = (places.count, places.count { visit.model.list.items[$0].group != .closed })
    let query = visit.route.query.filter { !$0.value.isEmpty }
    let states = StateCounts.State.allCases.flatMap(\.filter).map { HTTPRequest.QueryItem("status", $0.rawValue) }
    func links(_ vi: String, _ en: String, _ count: Int, _ more: [HTTPRequest.QueryItem]) -> FileLinks {
      let count = visit.number(count)
      return FileLinks(
        name: .init(vi: "Tải \(vi) (\(count))", en: "Download \(en) (\(count))"), path: visit.route.path,
        forms: forms + [.ics], query: query + more)
    }
    return [links(vi, en, all, states), links("việc chưa kết thúc", "what has not ended", open, [])]
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
