import CivilCalendar
import Presentation
import Reminders
import Rules

/// The first sentence of a letter, and the short form of it for lists.
extension NoticeView {
  /// What the letter says first. Of the work it says “việc sau”, which follows.
  var lead: String {
    switch notice.kind {
    case .opens, .running, .assigned, .middle, .during, .before, .again: forward
    case .overdue, .stillOverdue, .superior: backward
    case .moved(_, let from, let move): moved(from ?? notice.toldBefore, move)
    case .dayGone(_, let from): dayGone(from ?? notice.toldBefore)
    case .released(_, .waived):
      say("Việc sau được miễn, không còn phải thực hiện.", "The following work is waived; it need not be done.")
    case .released(_, .withdrawn):
      say(
        "Việc sau đã được bãi bỏ, không còn phải thực hiện.", "The following work was withdrawn; it need not be done.")
    case .handedOver: handedOver
    case .silenced(let day):
      say(
        "Việc sau được ngừng nhắc đến hết \(dates.dayInSentence(day)).",
        "Reminders of the following work are stopped until \(dates.day(day)).")
    case .settle: settle
    case .askDay(_, let since):
      say(
        "Việc sau đã mở từ \(dates.dayInSentence(since)) nhưng chưa có hạn. Dự kiến ngày nào hoàn thành?",
        "The following work has been open since \(dates.day(since)) without a day. By when will it be done?")
    case .question(_, .event, let days): question(of: days)
    case .question(_, .timetable, let days): timetable(days)
    case .weeklySheet: ""
    }
  }

  private var forward: String {
    let left = untilDue
    switch notice.kind {
    case .opens(let day):
      return say(
        "Việc sau bắt đầu thực hiện từ \(dates.dayInSentence(day)). \(left)",
        "The following work begins on \(dates.day(day)). \(left)")
    case .running: return say("Việc sau đang trong kỳ thực hiện. \(left)", "The following work is under way. \(left)")
    case .assigned:
      return say(
        "Việc sau được giao cho \(recipient). \(left)", "The following work was handed to \(recipient). \(left)")
    case .middle: return say("Việc sau đã đến giữa kỳ thực hiện. \(left)", "The following work is halfway. \(left)")
    case .during: return say("Việc sau đang trong kỳ thực hiện. \(left)", "The following work is under way. \(left)")
    case .again:
      return say(
        "Một thư trước về việc sau đã không đến nơi, nên xin nhắc lại. \(left)",
        "An earlier message about the following work did not arrive, so here it is again. \(left)")
    default: return left
    }
  }

  private var recipient: String { names.unit(notice.unit) }

  /// `Còn 7 ngày nữa là đến hạn.`
  private var untilDue: String {
    guard let day = notice.told else { return "" }
    let days = day.days(since: today)
    let of = notice.kind.name == .before ? say(" của việc sau", " of the following work") : ""
    switch days {
    case ..<0:
      return say("Hạn\(of) đã qua \(-days) ngày.", "The due day\(of) was \(english(-days)) ago.")
    case 0:
      guard let cutoff else {
        return say("Hôm nay là hạn\(of).", "Today is the due day\(of).")
      }
      if isPastDue {
        let time = dates.time(cutoff)
        return say("Hạn\(of) (\(time) hôm nay) đã qua.", "The due time\(of) (\(time) today) is over.")
      }
      return say(
        "Hôm nay, trước \(dates.time(cutoff)), là hạn\(of).",
        "Today, before \(dates.time(cutoff)), is the due time\(of).")
    case 1: return say("Ngày mai là hạn\(of).", "Tomorrow is the due day\(of).")
    default: return say("Còn \(days) ngày nữa là đến hạn\(of).", "\(english(days)) are left until the due day\(of).")
    }
  }

  /// `quá hạn 3 ngày`
  private var late: String {
    guard let day = notice.told else { return "" }
    let days = today.days(since: day)
    if days > 0 { return say("quá hạn \(days) ngày", "\(english(days)) overdue") }
    return say("quá hạn từ hôm nay", "overdue since today")
  }

  private var backward: String {
    switch notice.kind {
    case .overdue(1): return say("Việc sau đã \(late).", "The following work is \(late).")
    case .overdue(let time):
      return say("Việc sau đã \(late) (nhắc lần thứ \(time)).", "The following work is \(late) (reminder \(time)).")
    case .stillOverdue(_, let told):
      return say(
        "Việc sau vẫn \(late), đã nhắc \(told) lần; từ nay chỉ nhắc mỗi tuần một lần.",
        "The following work is still \(late) after \(told) reminders; from now on it is told once a week.")
    case .superior(let day, _):
      let who = leads.isEmpty ? say("đơn vị chủ trì", "the lead") : leads
      return say(
        "Kính báo: việc sau do \(who) chủ trì đã \(late). Đơn vị chủ trì đã được nhắc \(dates.dayInSentence(day)).",
        "For your attention: the following work, led by \(who), is \(late). The lead was told on \(dates.day(day)).")
    default: return ""
    }
  }

  private func moved(_ from: CivilDate?, _ move: NoticeKind.Move) -> String {
    let new = notice.told.map { dates.dayInSentence($0) } ?? ""
    let old = from.map { dates.dayInSentence($0) }
    switch (move, old) {
    case (.extended, let old?):
      return say(
        "Việc sau được gia hạn từ \(old) đến hết \(new).", "The following work is extended from \(old) to \(new).")
    case (.extended, nil):
      return say("Việc sau được gia hạn đến hết \(new).", "The following work is extended to \(new).")
    case (.set, let old?):
      return say(
        "Hạn của việc sau được ấn định là \(new), thay cho \(old).",
        "The due day of the following work is set to \(new), in place of \(old).")
    case (.set, nil):
      return say("Hạn của việc sau được ấn định là \(new).", "The due day of the following work is set to \(new).")
    case (.announced, let old?):
      return say(
        "Hạn chính thức của việc sau là \(new), tạm tính trước đây là \(old), theo lịch nghỉ đã công bố.",
        "The final due day of the following work is \(new), provisionally \(old), now that the days off are announced.")
    case (_, let old?):
      return say(
        "Hạn của việc sau dời từ \(old) sang \(new).", "The due day of the following work moves from \(old) to \(new).")
    case (_, nil):
      return say("Hạn của việc sau nay là \(new).", "The due day of the following work is now \(new).")
    }
  }

  private func dayGone(_ from: CivilDate?) -> String {
    let old = from.map { say(" \(dates.dayInSentence($0))", ", \(dates.day($0)),") } ?? ""
    return say(
      "Việc sau không còn hạn\(old), vì căn cứ tính hạn đã được hủy ghi nhận. Có hạn mới sẽ báo.",
      "The due day of the following work\(old) no longer holds: what it was counted from was withdrawn. A new day will be told."
    )
  }

  private var handedOver: String {
    let who = leads.isEmpty ? say("đơn vị khác", "another unit") : leads
    return say(
      "Việc sau đã chuyển cho \(who) chủ trì.", "The following work was handed to \(who).")
  }

  private var settle: String {
    guard let day = notice.told else {
      return say("Việc sau đã xong chưa?", "Is the following work done?")
    }
    return say(
      "Việc sau có hạn \(dates.dayInSentence(day)), trước khi được đưa vào theo dõi. Việc này đã xong chưa?",
      "The following work was due on \(dates.day(day)), before it was followed here. Is it done?")
  }

  private func expected(_ days: DayRange?) -> String {
    guard let days else { return "" }
    return say(" (dự kiến \(dates.range(days)))", " (expected \(dates.range(days)))")
  }

  private func question(of days: DayRange?) -> String {
    guard !isClassified else { return settle }
    return say(
      "Kế hoạch đang chờ sự kiện “\(title)”\(expected(days)). Sự kiện này đã xảy ra chưa?",
      "The plan awaits “\(title)”\(expected(days)). Has it happened?")
  }

  private func timetable(_ days: DayRange?) -> String {
    say(
      "Việc sau đang chờ ấn định hạn\(expected(days)). Đã có ngày chưa?",
      "The following work awaits its due day\(expected(days)). Is it known?")
  }

  private func english(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
