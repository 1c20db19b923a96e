package import CivilCalendar
package import Diagnostics

/// Why a notice goes out now, as data.
package enum Reason: Hashable, Sendable {
  package enum Move: Hashable, Sendable {
    case extended, set, recomputed
    /// The day was provisional until the days off were announced (decision: unannounced-years).
    case announced
  }

  package enum Release: Hashable, Sendable { case waived, withdrawn }

  case opens(CivilDate)
  /// Known since a day on which its window ran already.
  case running(known: CivilDate)
  case assigned
  case middle
  case during(CivilDate)
  case before(days: Int, working: Bool)
  case onTheDay
  /// Told for the n-th time that it is overdue.
  case overdue(time: Int)
  case stillOverdue(told: Int)
  /// The lead was told on that day that it is overdue.
  case superior(leadTold: CivilDate, level: Int)
  case moved(from: CivilDate?, Move)
  case dayGone(from: CivilDate?)
  case released(Release)
  case handedOver
  case silenced(until: CivilDate)
  case settle(known: CivilDate)
  case undelivered
  case askDay(since: CivilDate)
  case awaitsEvent(expected: DayRange?)
  case awaitsTimetable(expected: DayRange?)
  case weeklySheet

  /// One line in both languages.
  package var words: Diagnostic.Words {
    switch self {
    case .opens(let day):
      return .init(vi: "bắt đầu từ \(Reason.vi(day))", en: "its window opens on \(day)")
    case .running(let day):
      return .init(vi: "đang trong kỳ, biết từ \(Reason.vi(day))", en: "its window runs; known since \(day)")
    case .assigned: return .init(vi: "được giao việc này", en: "it was handed to you")
    case .middle: return .init(vi: "đã đến giữa kỳ", en: "the middle of its window")
    case .during(let day): return .init(vi: "nhắc trong kỳ từ \(Reason.vi(day))", en: "the period from \(day)")
    case .before(let days, let working):
      return .init(
        vi: "còn \(days) ngày\(working ? " làm việc" : "")",
        en: "\(days) \(working ? "working " : "")day\(days == 1 ? "" : "s") before")
    case .onTheDay: return .init(vi: "đến hạn", en: "it is due")
    case .overdue(let time): return .init(vi: "quá hạn, nhắc lần \(time)", en: "overdue, told for time \(time)")
    case .stillOverdue(let told):
      return .init(vi: "vẫn quá hạn sau \(told) lần nhắc", en: "still overdue after \(told) reminders")
    case .superior(let day, let level):
      return .init(
        vi: "báo cấp trên\(level > 1 ? " (bậc \(level))" : ""): đơn vị chủ trì đã được báo quá hạn \(Reason.vi(day))",
        en: "for the superior\(level > 1 ? " (level \(level))" : ""): the lead was told it is overdue on \(day)")
    case .moved(let from, let move): return Reason.moved(from, move)
    case .dayGone(let from):
      let was = from.map { Reason.vi($0) } ?? ""
      return .init(
        vi: "không còn hạn\(was.isEmpty ? "" : " \(was)")", en: "no day any more\(from.map { ", was \($0)" } ?? "")")
    case .released(.waived): return .init(vi: "được miễn", en: "waived")
    case .released(.withdrawn): return .init(vi: "đã bãi bỏ", en: "withdrawn")
    case .handedOver: return .init(vi: "đã chuyển cho đơn vị khác", en: "handed to another unit")
    case .silenced(let day): return .init(vi: "ngừng nhắc đến \(Reason.vi(day))", en: "reminders stopped until \(day)")
    case .settle(let day):
      return .init(
        vi: "hạn đã qua trước khi biết (\(Reason.vi(day))): xong chưa?",
        en: "due before it was known (\(day)): is it done?")
    case .undelivered: return .init(vi: "thư trước không tới", en: "an earlier message was never delivered")
    case .askDay(let day):
      return .init(
        vi: "mở từ \(Reason.vi(day)), chưa có hạn: bao giờ xong?", en: "open since \(day) without a day: which?")
    case .awaitsEvent(let days):
      return Reason.question("chờ sự kiện: đã có chưa?", "an event is awaited: has it happened?", days)
    case .awaitsTimetable(let days):
      return Reason.question("chờ ấn định hạn: đã có chưa?", "a date is awaited: is it known?", days)
    case .weeklySheet: return .init(vi: "tổng hợp hằng tuần", en: "the weekly sheet")
    }
  }

  private static func moved(_ from: CivilDate?, _ move: Move) -> Diagnostic.Words {
    let old = from.map { (" từ \(vi($0))", " from \($0)") } ?? ("", "")
    return switch move {
    case .extended: .init(vi: "gia hạn\(old.0)", en: "extended\(old.1)")
    case .set: .init(vi: "được ấn định hạn\(old.0)", en: "a date was set\(old.1)")
    case .recomputed: .init(vi: "hạn dời\(old.0)", en: "the day moved\(old.1)")
    case .announced: .init(vi: "hạn chính thức, trước là\(old.0)", en: "the day is final; it moved\(old.1)")
    }
  }

  private static func question(_ words: String, _ english: String, _ days: DayRange?) -> Diagnostic.Words {
    guard let days else { return .init(vi: words, en: english) }
    return .init(
      vi: "\(words) (dự kiến \(vi(days.first)) – \(vi(days.last)))",
      en: "\(english) (expected \(days.first) to \(days.last))")
  }

  /// `31/3/2024`; days below 10 and January and February with a zero, as signed documents write them.
  private static func vi(_ day: CivilDate) -> String {
    let (year, month, number) = day.components
    return "\(number < 10 ? "0" : "")\(number)/\(month < 3 ? "0" : "")\(month)/\(year)"
  }
}
