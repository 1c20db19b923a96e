import Expansion
import Presentation
import Reminders

/// One notice in a list, and in a subject line.
extension NoticeView {
  enum Group: Int, CaseIterable {
    case overdue, below, soon, later, changed, questions, closed

    func name(_ language: Language) -> String {
      switch self {
      case .overdue: language.choose(vi: "Quá hạn", en: "Overdue")
      case .below: language.choose(vi: "Quá hạn, kính báo cấp trên", en: "Overdue, for the superior")
      case .soon: language.choose(vi: "Đến hạn trong 7 ngày", en: "Due within 7 days")
      case .later: language.choose(vi: "Đến hạn sau đó", en: "Due later")
      case .changed: language.choose(vi: "Hạn thay đổi", en: "Changed days")
      case .questions: language.choose(vi: "Cần trả lời", en: "To answer")
      case .closed: language.choose(vi: "Không còn phải làm, hoặc ngừng nhắc", en: "No longer owed, or paused")
      }
    }

    /// `2 việc quá hạn`
    func count(_ number: Int, _ language: Language) -> String {
      switch self {
      case .overdue: language.choose(vi: "\(number) việc quá hạn", en: "\(number) overdue")
      case .below: language.choose(vi: "\(number) việc quá hạn của cấp dưới", en: "\(number) overdue below you")
      case .soon: language.choose(vi: "\(number) việc đến hạn trong 7 ngày", en: "\(number) due within 7 days")
      case .later: language.choose(vi: "\(number) việc đến hạn sau đó", en: "\(number) due later")
      case .changed: language.choose(vi: "\(number) việc đổi hạn", en: "\(number) with a changed day")
      case .questions:
        language.choose(vi: "\(number) câu hỏi", en: number == 1 ? "1 question" : "\(number) questions")
      case .closed: language.choose(vi: "\(number) việc thôi nhắc", en: "\(number) closed or paused")
      }
    }
  }

  var group: Group {
    switch notice.kind {
    case .overdue, .stillOverdue: return .overdue
    case .superior: return .below
    case .moved, .dayGone: return .changed
    case .question, .askDay, .settle: return .questions
    case .released, .handedOver, .silenced: return .closed
    default: break
    }
    guard let day = notice.told else { return .later }
    return isPastDue ? .overdue : DueSoon.holds(day, on: today) ? .soon : .later
  }

  var isOverdue: Bool { group == .overdue || group == .below }

  /// `Hạn 31/3/2024 (còn 7 ngày)`, the front of a subject line.
  var front: String {
    switch notice.kind {
    case .question, .settle, .askDay:
      return event == nil
        ? (notice.kind.name == .settle ? say("Đã xong chưa?", "Done?") : say("Chưa có hạn", "No due day yet"))
        : say("Đã xảy ra chưa?", "Has it happened?")
    case .released: return say("Không còn phải làm", "No longer owed")
    case .handedOver: return say("Đã chuyển đơn vị khác", "Handed over")
    case .silenced(let day): return say("Ngừng nhắc đến \(dates.day(day))", "No reminders until \(dates.day(day))")
    case .dayGone: return say("Không còn hạn", "No due day any more")
    case .moved:
      let new = notice.told.map { dates.day($0) } ?? ""
      return say("Hạn mới \(new)", "New due day \(new)")
    default: break
    }
    guard let day = notice.told else { return "" }
    let days = day.days(since: today)
    if isOverdue {
      let late = max(-days, 0)
      guard late > 0 else { return say("Quá hạn từ hôm nay", "Overdue since today") }
      return say("Quá hạn \(late) ngày", late == 1 ? "1 day overdue" : "\(late) days overdue")
    }
    return say("Hạn \(dates.day(day)) (\(distance))", "Due \(dates.day(day)) (\(distance))")
  }

  var headline: String {
    guard !front.isEmpty else { return Clipping.clip(title, to: 120) }
    return Clipping.clip(front.hasSuffix("?") ? "\(front) \(title)" : "\(front): \(title)", to: 120)
  }

  /// The line below a title in a list.
  var summary: String {
    switch notice.kind {
    case .moved, .dayGone, .question, .askDay, .settle, .released, .handedOver, .silenced:
      return short(lead)
    default: break
    }
    guard !due.isEmpty else { return "" }
    var text = say("Hạn \(due) (\(distance))", "Due \(due) (\(distance))")
    switch notice.kind {
    case .overdue(let time) where time > 1: text += say(", nhắc lần thứ \(time)", ", reminder \(time)")
    case .opens: text += say(", bắt đầu thực hiện", ", work begins")
    case .middle: text += say(", đã đến giữa kỳ", ", halfway")
    case .assigned: text += say(", được giao", ", handed to you")
    case .superior(let day, _):
      text += say(
        ", đơn vị chủ trì đã được nhắc \(dates.dayInSentence(day))", ", the lead was told on \(dates.day(day))")
    case .again: text += say(", thư trước không đến nơi", ", an earlier message did not arrive")
    default: break
    }
    if notice.role == .support { text += say(", phối hợp", ", in support") }
    return text
  }

  /// In a list the title stands above.
  private func short(_ text: String) -> String {
    language.choose(
      vi: text.replacing("của việc sau ", with: "").replacing("Việc sau ", with: "Việc này "),
      en: text.replacing(" of the following work", with: "").replacing("The following work", with: "It"))
  }
}

enum Clipping {
  /// At most `count` characters, cut at a word, with `…`.
  static func clip(_ text: String, to count: Int) -> String {
    let text = TerminalEscaper.escape(text)
    guard text.count > count else { return text }
    var cut = text.prefix(count - 1)
    if let blank = cut.lastIndex(of: " "), cut.distance(from: blank, to: cut.endIndex) < 30 { cut = cut[..<blank] }
    while let last = cut.last, " ,;:–-".contains(last) { cut.removeLast() }
    return cut + "…"
  }
}
