import CivilCalendar
import Expansion
import Presentation
import Reminders
import Rules
import Templates

/// A leader's weekly sheet in one language: counts, units and lists.
struct SheetView {
  let sheet: WeeklySheet
  let view: NoticeView
  /// The duties of which a notice of the same message tells: no list names them again.
  var apart: Set<ObligationID> = []
  /// The most items of a list; a longer one says how many more there are.
  static let limit = 30
  /// The most units that one item names.
  static let names = 10
  /// The most things that one unit is said to be asked about.
  static let things = 5

  var book: NotificationBook { view.book }
  var words: NotificationWords { view.words }

  var week: String { view.dates.day(sheet.week) }

  private var title: String {
    var values: [String: TemplateValue] = ["week": .text(week), "isClassified": .truth(view.isClassified)]
    if !view.isClassified { values["plan"] = .text(view.plan?.title ?? view.id) }
    return words.line(.sheetTitle, values)
  }

  var value: [String: TemplateValue] {
    [
      "sheetTitle": .text(title), "anchor": .text(anchor), "counts": .list(counts), "hasUnits": .truth(!units.isEmpty),
      "isShared": .truth(isShared),
      "units": .list(units),
      "lists": .list(lists),
    ]
  }

  /// The figures, each duty in one of them, and their sum.
  private var counts: [TemplateValue] {
    let figures = WeeklySheet.Figure.allCases.map { ($0.rawValue, sheet.count($0)) }
    let counts = figures.filter { $0.0 != "reported" || $0.1 > 0 } + [("total", figures.reduce(0) { $0 + $1.1 })]
    return counts.compactMap { kind, count in
      let label = words.label(kind, count)
      guard !label.isEmpty else { return nil }
      return .record([
        "label": .text(label), "count": .text(words.language.number(count)),
        "isBad": .truth(kind == "overdue" && count > 0),
      ])
    }
  }

  /// What may be told of the duty.
  func duty(_ id: ObligationID) -> AnyDuty? { book.duties[id]?.withoutSecrets(book.rules) }

  // MARK: Units

  /// The leads that have anything overdue, due soon or to settle, those with the most overdue first. Classified work is a row
  /// of its own, since it may not be told whose it is.
  private var units: [TemplateValue] {
    var order: [Recipient?] = []
    var numbers: [Recipient?: [Int]] = [:]
    for (column, ids) in [sheet.overdue, sheet.dueThisWeek, sheet.toSettle].enumerated() {
      for id in ids {
        for lead in unitRows(of: id) {
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
        "name": .text(recipient.map { view.names.recipient($0) } ?? view.classifiedTitle("")),
        "overdue": .text(row[0]), "thisWeek": .text(row[1]),
        "settle": .text(row[2]),
      ])
    }
  }

  /// The leads in whose rows it counts; nil is the row of classified work.
  private func unitRows(of id: ObligationID) -> [Recipient?] {
    guard let duty = duty(id) else { return [] }
    return duty.isClassified ? [nil] : duty.leads
  }

  /// Whether some duty counts with several of the units.
  private var isShared: Bool {
    (sheet.overdue + sheet.dueThisWeek + sheet.toSettle).contains { (duty($0)?.leads.count ?? 0) > 1 }
  }

  // MARK: Lists

  /// An item of a list, and how many duties it stands for.
  struct Item {
    var count: Int
    var value: TemplateValue
  }

  private var lists: [TemplateValue] {
    let lists: [(String, [ObligationID], ([ObligationID]) -> [Item])] = [
      ("overdue", sheet.overdue, { items($0) }), ("soon", sheet.dueThisWeek, { items($0) }),
      ("silenced", sheet.silenced, { items($0) }), ("toSettle", sheet.toSettle, { items($0, areToSettle: true) }),
      ("reported", sheet.reported, reported), ("undated", sheet.waiting, waiting),
    ]
    return lists.compactMap { kind, ids, items in
      let items = items(ids.filter { !apart.contains($0) })
      let elsewhere = ids.count { apart.contains($0) }
      let count = items.reduce(elsewhere) { $0 + $1.count }
      guard count > 0 else { return nil }
      let more = items.dropFirst(SheetView.limit).reduce(0) { $0 + $1.count }
      let rest = [
        more > 0 ? words.line(.more, ["more": .text(words.language.number(more))]) : "",
        elsewhere > 0 ? words.line(.apart, ["apart": .text(words.language.number(elsewhere))]) : "",
      ]
      return .record([
        "name": .text("\(words.label(kind, count)) (\(words.language.number(count)))"),
        "items": .list(items.prefix(SheetView.limit).map(\.value)),
        "more": .text(rest.filter { !$0.isEmpty }.joined(separator: " ")),
      ])
    }
  }

  /// Those of one task and label together, so that what each unit owes and what comes again and again is one item. The
  /// earliest stands first, in a group and among groups.
  func groups(_ ids: [ObligationID]) -> [[ObligationID]] {
    var places: [ObligationID: Int] = [:]
    var groups: [[ObligationID]] = []
    for (_, id) in ids.enumerated().sorted(by: { ($0.1.due(book), $0.0) < ($1.1.due(book), $1.0) }) {
      let line = ObligationID(plan: id.plan, task: id.task, label: id.label, key: "")
      if let place = places[line] {
        groups[place].append(id)
      } else {
        places[line] = groups.count
        groups.append([id])
      }
    }
    return groups
  }

  /// - Parameter areToSettle: whether they were due before they were known, so that they are never called overdue.
  private func items(_ ids: [ObligationID], areToSettle: Bool = false) -> [Item] {
    groups(ids).map { group in
      let dated = duty(group[0]).flatMap { duty in duty.days.map { duty.with($0) } }
      let values = dated.map { self.values($0, isToSettle: areToSettle).merging(several(group)) { $1 } }
      return item(
        group, summary: values.map { words.line(.summary, $0) } ?? "",
        isOverdue: !areToSettle && dated.map { $0.effective < view.today } ?? false)
    }
  }

  func item(_ group: [ObligationID], summary: String, isOverdue: Bool = false) -> Item {
    let first = group[0]
    let leads = distinct(group.flatMap { duty($0)?.leads ?? [] })
    let more = leads.count - SheetView.names
    let names = leads.prefix(SheetView.names).map { view.names.recipient($0) } + (more > 0 ? ["… (+\(more))"] : [])
    return Item(
      count: group.count,
      value: .record([
        "title": .text(title(of: first)), "summary": .text(summary), "leads": .text(names.joined(separator: "; ")),
        "id": .text(group.count == 1 ? first.spoken : first.line), "notes": .list([]), "command": .text(""),
        "link": .text(""),
        "isOverdueItem": .truth(isOverdue), "isEvent": .truth(false),
      ]))
  }

  /// How many units and how many periods a group of duties stands for.
  private func several(_ group: [ObligationID]) -> [String: TemplateValue] {
    var values: [String: TemplateValue] = [:]
    let (owners, periods) = (Set(group.map(\.unit)).count, Set(group.map(\.key)).count)
    if owners > 1 { values["owners"] = .text(words.language.number(owners)) }
    if periods > 1 { values["periods"] = .text(words.language.number(periods)) }
    return values
  }

  func distinct(_ recipients: [Recipient]) -> [Recipient] {
    var seen: Set<Recipient> = []
    return recipients.filter { seen.insert($0).inserted }
  }

  func title(of id: ObligationID) -> String {
    if isClassified(id) { return view.classifiedTitle(id.spoken) }
    guard let task = task(id) else { return id.spoken }
    let title = RuleNames.plainTitle(task.title)
    return Clipping.clip(id.label.map { "\(title) – \($0)" } ?? title, to: 160)
  }

  private func task(_ id: ObligationID) -> PlanTask? {
    book.duties[id].map { book.rules.tasks[$0.task] }
  }

  func isClassified(_ id: ObligationID) -> Bool {
    view.isClassified || view.plan?.classified != nil || task(id)?.classified != nil
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
    values["days"] = .text(words.language.number(abs(day.days(since: today))))
    if let until = duty.isSilencedUntil, today <= until { values["silencedUntil"] = .text(dates.day(until)) }
    values["due"] = .text(words.line(.due, values))
    values["distance"] = .text(words.line(.distance, values))
    return values
  }

  /// The line with the head of the log of facts, where an office has words for it; the mail's header has it always.
  private var anchor: String {
    guard let head = book.head else { return "" }
    return words.line(.anchor, ["facts": .text(String(head.count)), "head": .text(head.hash.description)])
  }
}

extension ObligationID {
  fileprivate func due(_ book: NotificationBook) -> CivilDate { book.duties[self]?.days?.effective ?? .last }

  /// `plan/task[:label]`, of all its occurrences.
  fileprivate var line: String { "\(plan)/\(task)\(label.map { ":\($0)" } ?? "")" }
}
