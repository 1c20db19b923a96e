import CivilCalendar
import Expansion

/// The heading under which a duty stands in `upcoming`. The cases are in the order of the list.
package enum UpcomingGroup: String, CaseIterable, Comparable, Sendable {
  case overdue
  case thisWeek = "this-week"
  case thisMonth = "this-month"
  case later
  case reported
  case waiting
  case undated
  case standing
  case toSettle = "to-settle"
  case closed

  /// - Parameter due: the effective day; nil if the duty has none.
  init(_ status: Status, _ marks: Set<Mark>, due: CivilDate?, today: CivilDate) {
    switch status {
    case .done, .waived, .withdrawn: self = .closed
    case _ where marks.contains(.toSettle): self = .toSettle
    case .overdue: self = .overdue
    case .reported: self = .reported
    case .waiting: self = .waiting
    case .undated: self = .undated
    case .standing: self = .standing
    case .open, .notOpen:
      guard let due else {
        self = .later
        return
      }
      // Weeks end on Sunday (ISO 8601).
      let sunday = today.adding(days: 7 - today.weekday.rawValue)
      guard due > sunday else {
        self = .thisWeek
        return
      }
      let isThisMonth = due.days(since: today) < 31 && due.month == today.month
      self = isThisMonth ? .thisMonth : .later
    }
  }

  package func title(_ language: Language) -> String {
    switch self {
    case .overdue: language.choose(vi: "Quá hạn", en: "Overdue")
    case .thisWeek: language.choose(vi: "Tuần này", en: "This week")
    case .thisMonth: language.choose(vi: "Tháng này", en: "This month")
    case .later: language.choose(vi: "Sau đó", en: "Later")
    case .reported: language.choose(vi: "Chờ xác nhận", en: "To be confirmed")
    case .waiting: language.choose(vi: "Đang chờ", en: "Waiting")
    case .undated: language.choose(vi: "Chưa có hạn", en: "Undated")
    case .standing: language.choose(vi: "Thường xuyên", en: "Standing")
    case .toSettle: language.choose(vi: "Cần làm rõ", en: "To settle")
    case .closed: language.choose(vi: "Đã kết thúc", en: "Closed")
    }
  }

  package static func < (lhs: UpcomingGroup, rhs: UpcomingGroup) -> Bool { lhs.order < rhs.order }

  var order: Int {
    switch self {
    case .overdue: 0
    case .thisWeek: 1
    case .thisMonth: 2
    case .later: 3
    case .reported: 4
    case .waiting: 5
    case .undated: 6
    case .standing: 7
    case .toSettle: 8
    case .closed: 9
    }
  }
}
