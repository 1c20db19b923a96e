import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import Reminders
import Rules
import Templates

/// Who will be told of a duty if nothing changes, whom nobody can write to, and why nothing is to come.
struct DutyOutlook {
  static let shape: [String: TemplateShape] = [
    "hasComing": .truth, "coming": .list(["date": .text, "when": .text, "what": .text]), "noneComing": .text,
    "unreached": .text,
  ]

  /// Lines and names, at most.
  private static let (most, mostNames) = (60, 5)

  let values: [String: TemplateValue]

  init(_ item: UpcomingItem, _ visit: Visit) {
    let (steps, limits) = visit.model.schedule(of: item)
    let lines = Self.lines(steps.filter { !$0.channels.isEmpty }, visit)
    let unreached = Self.names(of: steps.filter(\.channels.isEmpty), visit)
    values = [
      "hasComing": .truth(!lines.isEmpty), "coming": .list(lines),
      "noneComing": .text(
        !lines.isEmpty
          ? ""
          : unreached.isEmpty
            ? Self.reason(item, limits, visit)
            : visit.say("Không gửi được lời nhắc nào.", "No reminder can be sent.")),
      "unreached": .text(
        unreached.isEmpty
          ? ""
          : visit.say(
            "Chưa có hộp thư hay kênh nhận khác nên không được nhắc: \(unreached).",
            "Not reminded, for want of a mailbox or another channel: \(unreached).")),
    ]
  }

  /// What is told at one instant for one reason stands in one line, however many are told.
  private static func lines(_ steps: [ScheduledStep], _ visit: Visit) -> [[String: TemplateValue]] {
    var lines: [(slot: Instant, words: String, units: [String])] = []
    for step in steps {
      let words = step.kind.words(of: step.told, on: visit.model.civil(step.slot).day).text(in: visit.language)
      let unit = visit.rules.units[step.unit].title
      if let same = lines.firstIndex(where: { $0.slot == step.slot && $0.words == words }) {
        lines[same].units.append(unit)
      } else {
        lines.append((step.slot, words, [unit]))
      }
    }
    return lines.prefix(most).map { line in
      let (day, minute) = visit.model.civil(line.slot)
      let more = line.units.count - 1
      let who = line.units[0] + (more == 0 ? "" : visit.say(" và \(more) đơn vị khác", " and \(more) more"))
      return [
        "date": .text("\(day)"), "when": .text(visit.dates.moment((day, minute))),
        "what": .text("\(who): \(line.words)"),
      ]
    }
  }

  /// The units of the steps, each once.
  private static func names(of steps: [ScheduledStep], _ visit: Visit) -> String {
    var units: [UnitID] = []
    for step in steps where !units.contains(step.unit) { units.append(step.unit) }
    let more = units.count - mostNames
    return units.prefix(mostNames).map(visit.names.unit).joined(separator: "; ")
      + (more > 0 ? visit.say(" và \(more) đơn vị khác", " and \(more) more") : "")
  }

  /// Why nobody will be reminded; of classified work nothing.
  private static func reason(_ item: UpcomingItem, _ limits: ScheduleLimits?, _ visit: Visit) -> String {
    if item.duty.isClassified { return "" }
    switch item.duty.closed {
    case .done: return visit.say("Việc đã xong nên không nhắc nữa.", "It is done, so nobody is reminded any more.")
    case .waived:
      return visit.say("Việc được miễn nên không nhắc nữa.", "It is waived, so nobody is reminded any more.")
    case .withdrawn:
      return visit.say("Việc đã bãi bỏ nên không nhắc nữa.", "It is withdrawn, so nobody is reminded any more.")
    case nil: break
    }
    if case .open(let state) = item.duty.state { return reason(item, state, visit) }
    if item.status == .reported {
      return visit.say(
        "Đã báo cáo nên không nhắc hạn nữa.", "It is reported, so nobody is reminded of its day any more.")
    }
    if item.duty.leads.isEmpty {
      return visit.say(
        "Chưa rõ đơn vị chủ trì nên không nhắc ai.", "Nobody is known to lead it, so nobody is reminded.")
    }
    guard let limits, limits.hasPolicy else {
      return visit.say(
        "Kế hoạch không nêu cách nhắc nên không nhắc.", "The plan does not say how to remind, so nobody is reminded.")
    }
    if let end = limits.quietUntil, end >= visit.today {
      let day = visit.dates.long(end)
      return limits.isPaused
        ? visit.say(
          "Tạm ngừng nhắc đến hết \(day) trong khi chờ trả lời đề nghị gia hạn.",
          "Reminders pause until \(day), while the request for more time waits for its answer.")
        : visit.say("Ngừng nhắc đến hết \(day).", "Reminders are stopped until \(day).")
    }
    if limits.isToSettle {
      return visit.say(
        "Hạn đã qua trước khi việc được đưa vào đây nên không nhắc; đầu mối kế hoạch được hỏi việc đã xong chưa.",
        "Its day had passed before it was known here, so nobody is reminded; the plan's focal point is asked whether it is done."
      )
    }
    if case .overdue = item.status {
      return visit.say(
        "Đã qua các lần nhắc quá hạn theo lịch; khi chưa có báo cáo, việc vẫn được nhắc mỗi tuần một lần.",
        "The planned overdue reminders have passed; until it is reported, it is still told once a week.")
    }
    return visit.say("Đã qua các lần nhắc theo lịch.", "All planned reminders have passed.")
  }

  /// Why nobody is reminded of what has no day, and who is asked about it instead, if anybody is.
  private static func reason(_ item: UpcomingItem, _ state: OpenState, _ visit: Visit) -> String {
    func asked(_ vi: String, _ en: String, see: Bilingual? = nil) -> String {
      let next: Bilingual? =
        switch visit.model.nextQuestion(about: item) {
        case .on(visit.today): .init(vi: "\(vi) được hỏi lại hôm nay", en: "\(en) asked again today")
        case .on(let day):
          .init(
            vi: "\(vi) được hỏi lại, lần tới là \(visit.dates.inSentence(day))",
            en: "\(en) asked again, next on \(visit.dates.inSentence(day))")
        case .never: .init(vi: "\(vi) không được hỏi nữa", en: "\(en) not asked any more")
        case .unknown: nil
        }
      let parts = [
        Bilingual(vi: "Chưa có hạn nên chưa nhắc hạn", en: "It has no day to be reminded of yet"), next, see,
      ]
      return parts.compactMap { $0?.text(in: visit.language) }.joined(separator: "; ") + "."
    }
    switch state {
    case .waiting:
      return asked(
        "đơn vị theo dõi sự kiện", "the watchers of the event are",
        see: .init(vi: "xem trang Sự kiện đang chờ", en: "see the page Events awaited"))
    case .awaitingDate: return asked("đơn vị theo dõi tiến độ ấy", "who watches that timetable is")
    case .openUndated: return asked("đơn vị chủ trì (bao giờ xong)", "its lead (by when it will be done) is")
    case .waitingForTask:
      return visit.say(
        "Chưa có hạn nên chưa nhắc hạn; hạn tính theo việc mà nó chờ, việc ấy được nhắc riêng.",
        "It has no day to be reminded of yet; it follows from the work it waits for, which has reminders of its own.")
    case .unclear:
      return visit.say(
        "Hạn chưa rõ nên chưa nhắc; đầu mối kế hoạch cần làm rõ.",
        "Its deadline is unclear, so nobody is reminded; the plan's focal point is to settle it.")
    case .standing, .eachCase, .notBefore:
      return visit.say(
        "Việc không có ngày hạn nên không nhắc hạn.", "It has no due day, so nobody is reminded of one.")
    }
  }
}
