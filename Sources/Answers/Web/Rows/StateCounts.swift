import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Presentation

/// How many duties stand where, by the states that the first page counts.
struct StateCounts {
  enum State: String, CaseIterable {
    case overdue, soon, within, waiting, reported
    case toSettle = "to-settle"
    case standing, closed

    /// Those that are counted on top of pages.
    static let main: [State] = [.overdue, .soon, .within, .waiting, .reported]

    /// The filter that finds these duties.
    var filter: [UpcomingFilter.State] {
      switch self {
      case .overdue: [.overdue]
      case .soon: [.dueSoon]
      case .within: [.within]
      case .waiting: [.waitingLonger]
      case .reported: [.reported]
      case .toSettle: [.toSettle]
      case .standing: [.standing]
      case .closed: [.closed]
      }
    }

    /// What lists of days have, whatever became of it: all but what was withdrawn, which is due on none.
    static let ofDays: [UpcomingFilter.State] = allCases.flatMap(\.filter).filter { $0 != .closed } + [.done, .waived]

    /// The list of these duties.
    func address(_ visit: Visit, query: [HTTPRequest.QueryItem] = []) -> String {
      let items = filter.map { HTTPRequest.QueryItem("status", $0.rawValue) }
      return Route.address(["viec"], visit.language, query: query + items)
    }

    var colour: DutyTags.Colour {
      switch self {
      case .overdue: .late
      case .soon: .soon
      case .within, .standing: .open
      case .waiting, .toSettle: .wait
      case .reported: .sent
      case .closed: .done
      }
    }

    var words: Bilingual {
      switch self {
      case .overdue: .init(vi: "Quá hạn", en: "Overdue")
      case .soon: .init(vi: "Đến hạn 7 ngày", en: "Due in 7 days")
      case .within: .init(vi: "Trong hạn, sau 7 ngày", en: "Within time, after 7 days")
      case .waiting: .init(vi: "Đang chờ", en: "Waiting")
      case .reported: .init(vi: "Chờ xác nhận", en: "To be confirmed")
      case .toSettle: .init(vi: "Cần làm rõ", en: "To settle")
      case .standing: .init(vi: "Thường xuyên", en: "Standing")
      case .closed: .init(vi: "Đã kết thúc", en: "Closed")
      }
    }
  }

  private var counts: [State: Int] = [:]
  /// Those that have not ended.
  private(set) var open = 0
  /// Those that ended by being done.
  private(set) var done = 0
  /// For so many more time is asked.
  private(set) var asking = 0
  /// For how many days the report has waited that waits longest; nil if none does.
  private(set) var longestReport: Int?

  init(_ list: UpcomingList) { self.init(list, at: list.items.indices) }

  /// - Parameter places: of those duties of the list that are counted.
  init(_ list: UpcomingList, at places: some Sequence<Int>) {
    for place in places {
      let item = list.items[place]
      counts[Self.state(of: item), default: 0] += 1
      if item.group != .closed { open += 1 }
      if case .done = item.status { done += 1 }
      if item.isAsking { asking += 1 }
      guard item.status == .reported, let day = item.duty.report?.day else { continue }
      longestReport = max(longestReport ?? 0, list.today.days(since: day))
    }
  }

  subscript(_ state: State) -> Int { counts[state] ?? 0 }

  static func state(of item: UpcomingItem) -> State {
    switch item.group {
    case .closed: return .closed
    case .standing: return .standing
    case .toSettle: return .toSettle
    case .overdue: return .overdue
    default: break
    }
    // What waits and has a latest day is due on it, whatever it waits for.
    if item.isDueSoon { return .soon }
    if item.status == .reported { return .reported }
    return [.waiting, .undated].contains(item.group) ? .waiting : .within
  }
}
