import CivilCalendar
import Expansion
import Reminders
import Rules

/// A leader's weekly sheet in one language: counts, units and lists.
struct SheetView {
  let sheet: WeeklySheet
  let view: NoticeView
  /// The most items of a list; a longer one says how many more there are.
  static let limit = 30

  private var book: NotificationBook { view.book }
  private var words: NotificationWords { view.words }

  var week: String { view.dates.day(sheet.week) }

  private var title: String {
    var values: [String: TemplateValue] = ["week": .text(week), "isClassified": .truth(view.isClassified)]
    if !view.isClassified { values["plan"] = .text(view.plan?.title ?? view.id) }
    return words.line(.sheetTitle, values)
  }

  /// `5 quá hạn, 3 đến hạn trong 7 ngày`
  var summary: String { words.counts([.overdue: sheet.overdue.count, .soon: sheet.dueThisWeek.count]) }

  var value: [String: TemplateValue] {
    [
      "sheetTitle": .text(title), "anchor": .text(anchor), "counts": .list(counts), "hasUnits": .truth(!units.isEmpty),
      "units": .list(units),
      "lists": .list(lists),
    ]
  }

  private var counts: [TemplateValue] {
    let counts: [(String, Int)] = [
      ("overdue", sheet.overdue.count), ("soon", sheet.dueThisWeek.count), ("open", sheet.open),
      ("undated", sheet.undated), ("toSettle", sheet.toSettle.count), ("silenced", sheet.silenced.count),
      ("notOpen", sheet.notOpen), ("reported", sheet.reported), ("done", sheet.done),
    ].filter { $0.0 != "reported" || $0.1 > 0 }
    return counts.map { kind, count in
      .record([
        "label": .text(words.label(kind, count)), "count": .text(String(count)),
        "isBad": .truth(kind == "overdue" && count > 0),
      ])
    }
  }

  // MARK: Units

  /// The leads that have anything overdue, due soon or to settle, those with the most overdue first.
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
    return book.duties[id]?.leads ?? []
  }

  // MARK: Lists

  private var lists: [TemplateValue] {
    let lists: [(String, [ObligationID])] = [
      ("overdue", sheet.overdue), ("soon", sheet.dueThisWeek), ("silenced", sheet.silenced),
      ("toSettle", sheet.toSettle),
    ]
    let toSettle = Set(sheet.toSettle)
    return lists.compactMap { kind, ids in
      guard !ids.isEmpty else { return nil }
      let sorted = ids.enumerated().sorted { ($0.element.due(book), $0.offset) < ($1.element.due(book), $1.offset) }
      let more = ids.count - SheetView.limit
      return .record([
        "name": .text("\(words.label(kind, ids.count)) (\(ids.count))"),
        "items": .list(
          sorted.prefix(SheetView.limit).map { item($0.element, isToSettle: toSettle.contains($0.element)) }),
        "more": .text(more > 0 ? words.line(.more, ["more": .text(String(more))]) : ""),
      ])
    }
  }

  private func task(_ id: ObligationID) -> PlanTask? {
    book.duties[id].map { book.rules.tasks[$0.task] }
  }

  private func title(of id: ObligationID) -> String {
    guard let task = task(id) else { return id.description }
    let title = NoticeView.plain(task.title)
    return Clipping.clip(id.label.map { "\(title) – \($0)" } ?? title, to: 160)
  }

  private func isClassified(_ id: ObligationID) -> Bool {
    view.isClassified || view.plan?.classified != nil || task(id)?.classified != nil
  }

  /// - Parameter isToSettle: whether it was due before it was known, so that it is never called overdue.
  private func item(_ id: ObligationID, isToSettle: Bool) -> TemplateValue {
    let dated = book.duties[id].flatMap { duty in duty.days.map { duty.with($0) } }
    let title =
      isClassified(id)
      ? words.line(.title, ["isClassified": .truth(true), "id": .text(id.description)]) : self.title(of: id)
    let summary = dated.map { words.line(.summary, values($0, isToSettle: isToSettle)) } ?? ""
    return .record([
      "title": .text(title), "summary": .text(summary), "leads": .text(view.names.recipients(leads(of: id))),
      "id": .text(id.description), "notes": .list([]), "command": .text(""),
      "isOverdueItem": .truth(!isToSettle && dated.map { $0.effective < view.today } ?? false),
    ])
  }

  /// The values of a duty for the line below its title.
  private func values(_ duty: Duty<DueDays>, isToSettle: Bool) -> [String: TemplateValue] {
    let (day, today, dates) = (duty.effective, view.today, view.dates)
    let status = duty.status(on: today)
    var values: [String: TemplateValue] = [:]
    for (name, truth) in NoticeView.flags(of: day, on: today) { values[name] = .truth(truth) }
    values["isListed"] = .truth(true)
    values["isToSettle"] = .truth(isToSettle)
    values["isWaiting"] = .truth(status == .waiting)
    values["isNotOpen"] = .truth(status == .notOpen)
    values["dueDay"] = .text(dates.weekdayAndDay(day))
    values["days"] = .text(String(abs(day.days(since: today))))
    if let until = duty.isSilencedUntil, today <= until { values["silencedUntil"] = .text(dates.day(until)) }
    values["due"] = .text(words.line(.due, values))
    values["distance"] = .text(words.line(.distance, values))
    return values
  }

  /// The line with the head of the log of facts, by which a later log can be checked.
  private var anchor: String {
    guard let head = book.head else { return "" }
    return words.line(.anchor, ["facts": .text(String(head.count)), "head": .text(head.hash.description)])
  }
}

extension ObligationID {
  fileprivate func due(_ book: NotificationBook) -> CivilDate { book.duties[self]?.days?.effective ?? .last }
}
