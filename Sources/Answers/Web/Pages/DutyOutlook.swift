import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import Reminders
import Rules
import Templates

/// Who will be told of a duty if nothing changes, as rounds to come decide it, whom nobody can write to, and why nothing is to
/// come.
struct DutyOutlook {
  static let shape: [String: TemplateShape] = [
    "hasComing": .truth, "coming": .list(["date": .text, "when": .text, "what": .text]), "noneComing": .text,
    "comingNote": .text, "unreached": .text,
  ]

  /// Lines and names, at most.
  private static let (most, mostNames) = (60, 5)

  let values: [String: TemplateValue]

  /// Fails if the log of messages cannot be read.
  init(_ item: UpcomingItem, _ visit: Visit) throws(OperationFailure) {
    let outlook = try visit.model.outlook(of: item, in: visit.operations)
    // Questions about what has no day are told in a sentence.
    let isOpen = item.duty.closed == nil && item.duty.days == nil
    let steps = outlook?.steps.filter { !isOpen || !$0.kind.name.isQuestion } ?? []
    let lines = Self.lines(steps, visit)
    let unreached = Self.names(of: outlook?.unreached ?? [], visit)
    let none =
      !lines.isEmpty
      ? ""
      : unreached.isEmpty || isOpen
        ? try Self.reason(item, outlook, visit)
        : visit.say("Không gửi được lời nhắc nào.", "No reminder can be sent.")
    values = [
      "hasComing": .truth(!lines.isEmpty), "coming": .list(lines),
      "noneComing": .text(none),
      "comingNote": .text(
        outlook.map { outlook in
          visit.say(
            "Tính đến hết \(visit.dates.inSentence(outlook.through)), nếu không có ghi nhận gì thêm.",
            "Until \(visit.dates.inSentence(outlook.through)), if nothing more is recorded.")
        } ?? ""),
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

  /// Some of the units, and how many there are.
  private static func names(of units: [UnitID], _ visit: Visit) -> String {
    let more = units.count - mostNames
    return units.prefix(mostNames).map(visit.names.unit).joined(separator: "; ")
      + (more > 0 ? visit.say(" và \(more) đơn vị khác", " and \(more) more") : "")
  }

  /// Why nobody will be reminded; of classified work nothing.
  private static func reason(
    _ item: UpcomingItem, _ outlook: SiteModel.Outlook?, _ visit: Visit
  ) throws(OperationFailure) -> String {
    if item.duty.isClassified { return "" }
    switch item.duty.closed {
    case .done: return visit.say("Việc đã xong nên không nhắc nữa.", "It is done, so nobody is reminded any more.")
    case .waived:
      return visit.say("Việc được miễn nên không nhắc nữa.", "It is waived, so nobody is reminded any more.")
    case .withdrawn:
      return visit.say("Việc đã bãi bỏ nên không nhắc nữa.", "It is withdrawn, so nobody is reminded any more.")
    case nil: break
    }
    if case .open(let state) = item.duty.state { return try reason(item, state, visit) }
    if item.status == .reported {
      return visit.say(
        "Đã báo cáo nên không nhắc hạn nữa.", "It is reported, so nobody is reminded of its day any more.")
    }
    if item.duty.leads.isEmpty {
      return visit.say(
        "Chưa rõ đơn vị chủ trì nên không nhắc ai.", "Nobody is known to lead it, so nobody is reminded.")
    }
    guard let outlook else { return visit.say("Chưa tính được sẽ nhắc ai.", "Who will be told was not worked out.") }
    guard let limits = outlook.limits, limits.hasPolicy else {
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
        "Hạn đã qua trước khi việc được đưa vào đây nên không nhắc; đầu mối kế hoạch chỉ được hỏi một lần việc đã xong chưa.",
        "Its day had passed before it was known here, so nobody is reminded; the plan's focal point is asked just once whether it is done."
      )
    }
    let day = visit.dates.inSentence(outlook.through)
    return visit.say("Đến hết \(day) không còn lời nhắc nào.", "No reminders are to come until \(day).")
  }

  /// Why nobody is reminded of what has no day, and who is asked about it instead, if anybody is.
  private static func reason(
    _ item: UpcomingItem, _ state: OpenState, _ visit: Visit
  ) throws(OperationFailure) -> String {
    func asked(_ vi: String, _ en: String, see: Bilingual? = nil) throws(OperationFailure) -> String {
      let next: Bilingual? =
        switch try visit.model.nextQuestion(about: item, in: visit.operations) {
        case .on(visit.today): .init(vi: "\(vi) được hỏi lại hôm nay", en: "\(en) asked again today")
        case .on(let day):
          .init(
            vi: "\(vi) được hỏi lại, lần tới là \(visit.dates.inSentence(day))",
            en: "\(en) asked again, next on \(visit.dates.inSentence(day))")
        case .never: .init(vi: "\(vi) không được hỏi nữa", en: "\(en) not asked any more")
        case .unreached:
          .init(
            vi: "\(vi) chưa có hộp thư hay kênh nhận khác nên không hỏi được",
            en: "\(en) not asked, for want of a mailbox or another channel")
        case nil: nil
        }
      let parts = [
        Bilingual(vi: "Chưa có hạn nên chưa nhắc hạn", en: "It has no day to be reminded of yet"), next, see,
      ]
      return parts.compactMap { $0?.text(in: visit.language) }.joined(separator: "; ") + "."
    }
    switch state {
    case .waiting:
      return try asked(
        "đơn vị theo dõi sự kiện", "the watchers of the event are",
        see: .init(vi: "xem trang Sự kiện đang chờ", en: "see the page Events awaited"))
    case .awaitingDate: return try asked("đơn vị theo dõi tiến độ ấy", "who watches that timetable is")
    case .openUndated: return try asked("đơn vị chủ trì (bao giờ xong)", "its lead (by when it will be done) is")
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
