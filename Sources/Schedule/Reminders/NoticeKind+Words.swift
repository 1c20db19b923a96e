package import CivilCalendar
package import Diagnostics

/// Why a notice goes out, in a few words. These are no templates because the log keeps them with each notice, and
/// commands show them without reading any template.
extension NoticeKind {
  /// One line in both languages.
  package var words: Bilingual {
    switch self {
    case .opens(let day): .init(vi: "bắt đầu từ \(Self.vi(day))", en: "its window opens on \(Self.en(day))")
    case .running(let day):
      .init(vi: "đang trong kỳ, biết từ \(Self.vi(day))", en: "its window runs; known since \(Self.en(day))")
    case .assigned: .init(vi: "được giao việc này", en: "it was handed to you")
    case .middle: .init(vi: "đã đến giữa kỳ", en: "the middle of its window")
    case .during(let day): .init(vi: "nhắc trong kỳ từ \(Self.vi(day))", en: "the period from \(Self.en(day))")
    case .before(0, _): .init(vi: "đến hạn", en: "it is due")
    case .before(let days, let working):
      .init(
        vi: "trước hạn \(days) ngày\(working ? " làm việc" : "")",
        en: "\(days) \(working ? "working " : "")day\(days == 1 ? "" : "s") before")
    case .overdue(let time): .init(vi: "quá hạn, nhắc lần \(time)", en: "overdue, reminder \(time)")
    case .stillOverdue(_, let told):
      .init(vi: "vẫn quá hạn sau \(told) lần nhắc", en: "still overdue after \(told) reminders")
    case .superior(let day, let level):
      .init(
        vi: "báo cấp trên\(level > 1 ? " (bậc \(level))" : ""): "
          + (day.map { "đơn vị chủ trì đã được báo quá hạn \(Self.vi($0))" } ?? "thư gửi đơn vị chủ trì không đến nơi"),
        en: "for the superior\(level > 1 ? " (level \(level))" : ""): "
          + (day.map { "the lead was told it is overdue on \(Self.en($0))" } ?? "no message reached the lead"))
    case .moved(_, let from, let move): Self.moved(from, move)
    case .dayGone(_, let from?):
      .init(vi: "không còn hạn \(Self.vi(from))", en: "no day any more, was \(Self.en(from))")
    case .dayGone(_, nil): .init(vi: "tạm thời chưa phải thực hiện", en: "it waits again")
    case .openingMoved(_, let from?):
      .init(
        vi: "ngày bắt đầu dời từ \(Self.vi(from))", en: "the day from which it may be done moved from \(Self.en(from))")
    case .openingMoved(_, nil): .init(vi: "phải thực hiện trở lại", en: "it is open again")
    case .released(_, .waived): .init(vi: "được miễn", en: "waived")
    case .released(_, .left):
      .init(vi: "không còn là đơn vị phải thực hiện", en: "no longer among those who owe it")
    case .released(_, .withdrawn): .init(vi: "đã bãi bỏ", en: "withdrawn")
    case .handedOver: .init(vi: "đã chuyển cho đơn vị khác", en: "handed to another unit")
    case .silenced(let day): .init(vi: "ngừng nhắc đến \(Self.vi(day))", en: "reminders stopped until \(Self.en(day))")
    case .settle(let day):
      .init(
        vi: "hạn đã qua trước khi biết (\(Self.vi(day))): xong chưa?",
        en: "due before it was known (\(Self.en(day))): is it done?")
    case .confirm(_, let day):
      .init(
        vi: "báo cáo hoàn thành \(Self.vi(day)): xác nhận chưa?",
        en: "reported done on \(Self.en(day)): is it confirmed?")
    case .returned(_, let day): .init(vi: "bị trả lại \(Self.vi(day))", en: "returned on \(Self.en(day))")
    case .reopened: .init(vi: "được mở lại", en: "open again")
    case .decide(_, let day):
      .init(
        vi: "xin gia hạn \(Self.vi(day)): có đồng ý không?",
        en: "more time asked for on \(Self.en(day)): is it granted?")
    case .refused(_, let day):
      .init(vi: "không được gia hạn \(Self.vi(day))", en: "more time refused on \(Self.en(day))")
    case .lapsed(_, .reportTakenBack):
      .init(vi: "báo cáo hoàn thành đã được rút lại", en: "the report was taken back")
    case .lapsed(_, .requestWithdrawn):
      .init(vi: "đề nghị gia hạn đã được rút", en: "the request for more time was withdrawn")
    case .lapsed(_, .requestOver):
      .init(
        vi: "đã báo cáo hoàn thành: không cần quyết định gia hạn nữa",
        en: "reported done: more time need not be decided on")
    case .lapsed(_, .daySet):
      .init(
        vi: "hạn đã được ấn định lại: không cần quyết định gia hạn nữa",
        en: "its day was set anew: more time need not be decided on")
    case .lapsed(_, .reopened):
      .init(
        vi: "đã báo cáo, nay phải làm tiếp: không cần quyết định về đề nghị trước nữa",
        en: "reported, and to be done again: the earlier request need not be decided on")
    case .again: .init(vi: "thư trước không tới", en: "an earlier message was never delivered")
    case .askDay(_, let day):
      .init(
        vi: "mở từ \(Self.vi(day)), chưa có hạn: bao giờ xong?", en: "open since \(Self.en(day)) without a day: which?")
    case .askAcceptance(let day):
      .init(vi: "biết từ \(Self.vi(day)): đã tiếp nhận chưa?", en: "told on \(Self.en(day)): is it accepted?")
    case .askProgress(_, let day):
      .init(
        vi: "chưa có tin từ \(Self.vi(day)): đến đâu rồi?", en: "nothing heard since \(Self.en(day)): how far is it?")
    case .question(_, .event, let days):
      Self.question("chờ sự kiện: đã có chưa?", "an event is awaited: has it happened?", days)
    case .question(_, .timetable, let days):
      Self.question("chờ ấn định hạn: đã có chưa?", "a date is awaited: is it known?", days)
    case .weeklySheet: .init(vi: "tổng hợp hằng tuần", en: "the weekly sheet")
    }
  }

  /// The same without the days that differ from duty to duty, for what many are told at once.
  package var wordsOfMany: Bilingual {
    switch self {
    case .opens, .running: .init(vi: "bắt đầu thực hiện", en: "the window opens")
    case .during: .init(vi: "nhắc trong kỳ", en: "within the period")
    case .overdue(let time): .init(vi: "quá hạn lần \(time)", en: "overdue, reminder \(time)")
    case .superior: .init(vi: "báo cấp trên", en: "for superiors")
    case .confirm: .init(vi: "hỏi xác nhận", en: "to be confirmed")
    case .decide: .init(vi: "hỏi về đề nghị gia hạn", en: "more time to be decided on")
    case .settle: .init(vi: "hỏi đã xong chưa", en: "asked whether it is done")
    case .askDay: .init(vi: "hỏi bao giờ xong", en: "asked by when it will be done")
    case .askAcceptance: .init(vi: "hỏi đã tiếp nhận chưa", en: "asked whether it is accepted")
    case .askProgress: .init(vi: "hỏi đến đâu rồi", en: "asked how far it is")
    case .question(_, .event, _): .init(vi: "hỏi sự kiện đã có chưa", en: "asked whether an event has happened")
    case .question(_, .timetable, _): .init(vi: "hỏi hạn được ấn định", en: "asked which day was set")
    case .moved: .init(vi: "hạn thay đổi", en: "its day moved")
    case .stillOverdue: .init(vi: "vẫn quá hạn", en: "still overdue")
    default: words
    }
  }

  /// The words of one notice. Days off move a step further from the due day than the policy's count, so that the number
  /// of days that are left is added if it differs.
  /// - Parameters:
  ///   - told: the day that the notice tells; nil if it tells none.
  ///   - day: the day on which it goes out.
  package func words(of told: CivilDate?, on day: CivilDate) -> Bilingual {
    let words = words
    guard case .before(let days, let working) = self, let left = told?.days(since: day), left > 0,
      left != days || working
    else { return words }
    return .init(
      vi: "\(words.vi) (còn \(left) ngày)", en: "\(words.en) (\(left) day\(left == 1 ? "" : "s") left)")
  }

  private static func moved(_ from: CivilDate?, _ move: Move) -> Bilingual {
    let old = from.map { (" từ \(vi($0))", " from \(en($0))") } ?? ("", "")
    return switch move {
    case .extended: .init(vi: "gia hạn\(old.0)", en: "extended\(old.1)")
    case .returned: .init(vi: "bị trả lại, hạn dời\(old.0)", en: "returned, the day moved\(old.1)")
    case .set: .init(vi: "được ấn định hạn\(old.0)", en: "a date was set\(old.1)")
    case .recomputed: .init(vi: "hạn dời\(old.0)", en: "the day moved\(old.1)")
    case .announced: .init(vi: "hạn chính thức, trước là\(old.0)", en: "the day is final; it moved\(old.1)")
    }
  }

  private static func question(_ words: String, _ english: String, _ days: DayRange?) -> Bilingual {
    guard let days else { return .init(vi: words, en: english) }
    guard days.first != days.last else {
      return .init(vi: "\(words) (dự kiến \(vi(days.first)))", en: "\(english) (expected \(en(days.first)))")
    }
    return .init(
      vi: "\(words) (dự kiến \(vi(days.first)) – \(vi(days.last)))",
      en: "\(english) (expected \(en(days.first)) to \(en(days.last)))")
  }

  /// `31/03/2024`, as tables have days, in which these words stand.
  private static func vi(_ day: CivilDate) -> String {
    let (year, month, number) = day.components
    return "\(number < 10 ? "0" : "")\(number)/\(month < 10 ? "0" : "")\(month)/\(year)"
  }

  /// `31 March 2024`
  private static func en(_ day: CivilDate) -> String {
    let (year, month, number) = day.components
    return "\(number) \(months[month - 1]) \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
