import Presentation
import Reminders

/// What the recipient is asked to do, and the command that does it.
extension NoticeView {
  enum Request { case done, support, day, event, settle, direct, nothing }

  var request: Request {
    switch notice.kind {
    case .released, .handedOver, .silenced, .dayGone, .weeklySheet: return .nothing
    case .settle: return .settle
    case .askDay: return .day
    case .question: return event == nil ? .day : .event
    case .superior: return .direct
    default: break
    }
    switch notice.role {
    case .lead, .focalPoint: return .done
    case .superior: return .direct
    case .support: return .support
    case .addressee, .watcher, .named, .leader: return .nothing
    }
  }

  var command: String {
    switch request {
    case .done, .settle: "nhacviec done \(argument(id)) --on \(dayWord) --document \(numberWord)"
    case .day: "nhacviec set \(argument(id)) \(dayWord) --document \(numberWord)"
    case .event: eventCommand
    case .support, .direct, .nothing: ""
    }
  }

  private var eventCommand: String {
    guard case .event(let plan, let id, let key) = notice.subject else { return "" }
    let option = key.map { " --key \(argument($0))" } ?? ""
    return "nhacviec event record \(argument("\(plan)/\(id)"))\(option) --on \(dayWord) --document \(numberWord)"
  }

  private var dayWord: String { say("NGÀY", "DAY") }
  private var numberWord: String { say("VĂN-BẢN", "NUMBER") }

  /// As a shell takes it.
  private func argument(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        || "/@:.,_-".unicodeScalars.contains($0)
    }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// How a person without the program reports.
  private var report: String {
    if isToFocalPoint { return say("ghi nhận", "record it") }
    if notice.channel == .mail {
      return say("trả lời thư này hoặc ghi nhận", "answer this mail or record it")
    }
    let who = focalPoint.isEmpty ? say("đầu mối của kế hoạch", "the plan's focal point") : focalPoint
    return say("báo \(who) hoặc ghi nhận", "tell \(who) or record it")
  }

  var todo: String {
    switch request {
    case .done:
      say(
        "Khi hoàn thành, đề nghị \(report) (ngày hoàn thành, số văn bản nếu có) bằng lệnh:",
        "When it is done, please \(report) (the day, and the document's number if there is one):")
    case .settle:
      say("Nếu đã xong, đề nghị \(report) bằng lệnh:", "If it is done, please \(report):")
    case .day:
      say("Khi có ngày, đề nghị \(report) bằng lệnh:", "When there is a day, please \(report):")
    case .event:
      say(
        "Nếu đã xảy ra, đề nghị \(report) bằng lệnh dưới đây; nếu chưa thì không phải làm gì.",
        "If it has, please \(report); if not, there is nothing to do.")
    case .support:
      leads.isEmpty
        ? say("Đề nghị phối hợp để việc hoàn thành đúng hạn.", "Please help to finish it in time.")
        : say("Đề nghị phối hợp với \(leads) để hoàn thành đúng hạn.", "Please help \(leads) to finish it in time.")
    case .direct:
      say("Kính đề nghị quan tâm, chỉ đạo.", "Please see to it.")
    case .nothing: ""
    }
  }

  /// Sentences below the rows.
  var notes: [String] {
    var notes: [String] = []
    if notice.isProvisional, tellsDay {
      notes.append(
        say(
          "Hạn này là tạm tính vì lịch nghỉ của năm chưa được công bố; có thay đổi sẽ báo.",
          "This day is provisional: the days off of its year are not announced. A change will be told."))
    }
    if notice.isLate {
      let planned = zone.day(of: notice.planned)
      if planned < today {
        notes.append(
          say(
            "Lẽ ra nhắc \(dates.dayInSentence(planned)), nay xin nhắc muộn.",
            "This should have been said on \(dates.day(planned)); it comes late."))
      }
    }
    if let pending = pendingNote { notes.append(pending) }
    return notes
  }

  private var pendingNote: String? {
    guard let obligation, tellsDay, !isClassified, case .events(let events)? = obligation.pending else { return nil }
    let list = events.map { names.event($0) }.joined(separator: "; ")
    return say("Hạn có thể sớm hơn khi có: \(list).", "It may be earlier once there is: \(list).")
  }
}
