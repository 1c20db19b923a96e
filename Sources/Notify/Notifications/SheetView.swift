import CivilCalendar
import Expansion
import Presentation
import Reminders
import Rules

/// A leader's weekly sheet in one language: counts, then units, then lists.
struct SheetView {
  let sheet: WeeklySheet
  let view: NoticeView
  /// Longer lists say how many more there are.
  static let limit = 30

  private var language: Language { view.language }
  private var book: NotificationBook { view.book }

  private func say(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language.choose(vi: vi(), en: en())
  }

  var title: String {
    let week = view.dates.day(sheet.week)
    let plan = view.plan?.title ?? view.id
    return view.isClassified
      ? say("Tình hình thực hiện, tuần từ \(week)", "State of the work, week of \(week)")
      : say("\(plan): tình hình thực hiện, tuần từ \(week)", "\(plan): state of the work, week of \(week)")
  }

  /// `5 quá hạn, 3 đến hạn trong 7 ngày`
  var summary: String {
    let overdue = NoticeView.Group.overdue.count(sheet.overdue.count, language)
    return "\(overdue), \(NoticeView.Group.soon.count(sheet.dueThisWeek.count, language))"
  }

  var value: [String: TemplateValue] {
    [
      "sheetTitle": .text(title), "anchor": .text(anchor), "counts": .list(counts), "hasUnits": .truth(!units.isEmpty),
      "units": .list(units),
      "lists": .list(lists),
    ]
  }

  private var counts: [TemplateValue] {
    let counts: [(String, Int, Bool)] = [
      (say("Quá hạn", "Overdue"), sheet.overdue.count, true),
      (say("Đến hạn trong 7 ngày", "Due within 7 days"), sheet.dueThisWeek.count, false),
      (say("Đang thực hiện", "Under way"), sheet.open, false),
      (say("Chờ sự kiện hoặc chờ hạn", "Waiting for an event or a day"), sheet.undated, false),
      (say("Cần xác nhận đã xong chưa", "To settle: done?"), sheet.toSettle.count, false),
      (say("Đang ngừng nhắc", "Reminders stopped"), sheet.silenced.count, false),
      (say("Chưa đến kỳ", "Not open yet"), sheet.notOpen, false),
      (say("Đã xong", "Done"), sheet.done, false),
    ]
    return counts.map { label, count, isBad in
      .record(["label": .text(label), "count": .text(String(count)), "isBad": .truth(isBad && count > 0)])
    }
  }

  // MARK: Units

  /// Leading units with something to say, the most overdue first.
  private var units: [TemplateValue] {
    var order: [Recipient] = []
    var numbers: [Recipient: [Int]] = [:]
    for (column, ids) in [sheet.overdue, sheet.dueThisWeek, sheet.toSettle].enumerated() {
      for id in ids {
        for lead in leads(of: id) {
          if numbers[lead] == nil { order.append(lead) }
          numbers[lead, default: [0, 0, 0]][column] += 1
        }
      }
    }
    let sorted = order.enumerated().sorted { one, other in
      let (a, b) = (numbers[one.element] ?? [], numbers[other.element] ?? [])
      return a == b ? one.offset < other.offset : b.lexicographicallyPrecedes(a)
    }
    return sorted.map { _, recipient in
      let row = (numbers[recipient] ?? []).map { $0 == 0 ? "–" : String($0) }
      return .record([
        "name": .text(view.names.recipient(recipient)), "overdue": .text(row[0]), "thisWeek": .text(row[1]),
        "settle": .text(row[2]),
      ])
    }
  }

  private func leads(of id: ObligationID) -> [Recipient] {
    guard !isClassified(id) else { return [] }
    return book.obligations[id]?.leads ?? book.duties[id]?.leads ?? []
  }

  // MARK: Lists

  private var lists: [TemplateValue] {
    let lists: [(String, [ObligationID])] = [
      (say("Quá hạn", "Overdue"), sheet.overdue),
      (say("Đến hạn trong 7 ngày", "Due within 7 days"), sheet.dueThisWeek),
      (say("Đang ngừng nhắc", "Reminders stopped"), sheet.silenced),
      (say("Cần xác nhận đã xong chưa", "To settle: done?"), sheet.toSettle),
    ]
    let toSettle = Set(sheet.toSettle)
    return lists.compactMap { name, ids in
      guard !ids.isEmpty else { return nil }
      let sorted = ids.enumerated().sorted { ($0.element.due(book), $0.offset) < ($1.element.due(book), $1.offset) }
      let more = ids.count - SheetView.limit
      return .record([
        "name": .text("\(name) (\(ids.count))"),
        "items": .list(
          sorted.prefix(SheetView.limit).map { item($0.element, isToSettle: toSettle.contains($0.element)) }),
        "more": .text(
          more > 0 ? say("… và \(more) việc khác: nhacviec upcoming", "… and \(more) more: nhacviec upcoming") : ""),
      ])
    }
  }

  private func task(_ id: ObligationID) -> PlanTask? {
    (book.obligations[id]?.task ?? book.duties[id]?.task).map { book.rules.tasks[$0] }
  }

  private func title(of id: ObligationID) -> String {
    guard let task = task(id) else { return id.description }
    let title = NoticeView.plain(task.title)
    return Clipping.clip(id.label.map { "\(title) – \($0)" } ?? title, to: 160)
  }

  private func isClassified(_ id: ObligationID) -> Bool {
    view.isClassified || view.plan?.classified != nil || task(id)?.classified != nil
  }

  /// - Parameter isToSettle: due before it was known: never called overdue.
  private func item(_ id: ObligationID, isToSettle: Bool) -> TemplateValue {
    let obligation = book.obligations[id]
    let hidden = isClassified(id)
    let title = hidden ? say("Việc có độ mật \(id)", "Classified duty \(id)") : (title(of: id))
    var summary = ""
    if let day = obligation?.binding {
      let distance = isToSettle ? say("đã xong chưa?", "done?") : view.dates.distance(to: day, from: view.today)
      summary = say(
        "Hạn \(view.dates.weekdayAndDay(day)) (\(distance))", "Due \(view.dates.weekdayAndDay(day)) (\(distance))")
      switch obligation?.status(on: view.today) {
      case .waiting: summary += say(", đang chờ", ", waiting")
      case .notOpen: summary += say(", chưa đến kỳ", ", not open yet")
      default: break
      }
      if let until = obligation?.isSilencedUntil, view.today <= until {
        summary += say(", ngừng nhắc đến \(view.dates.day(until))", ", no reminders until \(view.dates.day(until))")
      }
    }
    return .record([
      "title": .text(title), "summary": .text(summary), "leads": .text(view.names.recipients(leads(of: id))),
      "id": .text(id.description), "notes": .list([]), "command": .text(""),
      "isOverdueItem": .truth(!isToSettle && obligation.map { $0.binding < view.today } ?? false),
    ])
  }

  /// What an earlier head of the log of facts is compared with.
  private var anchor: String {
    guard let anchor = book.anchor else { return "" }
    return say(
      "Mốc sổ ghi nhận: \(anchor.count) dòng, \(anchor.head). Giữ lại thư này để đối chiếu: nhacviec audit verify --head \(anchor.count):\(anchor.head)",
      "Log of facts: \(anchor.count) entries, \(anchor.head). Keep this mail to compare: nhacviec audit verify --head \(anchor.count):\(anchor.head)"
    )
  }
}

extension ObligationID {
  fileprivate func due(_ book: NotificationBook) -> CivilDate { book.obligations[self]?.binding ?? .last }
}
