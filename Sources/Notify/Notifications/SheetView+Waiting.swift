import CivilCalendar
import Expansion
import Rules

/// Who and what the work of a plan waits for.
extension SheetView {
  /// What was reported as done, with who has to confirm it.
  var reported: [Item] {
    groups(sheet.reported).map { group in
      let duty = book.duties[group[0]]
      let confirmer =
        isClassified(group[0]) ? nil : duty.flatMap { book.rules.confirmer(of: $0.task, leads: $0.leads) }
      let values: [String: TemplateValue] = [
        "reportedDay": .text(duty?.report?.day.map { view.dates.day($0) } ?? ""),
        "waitsFor": .text(confirmer.map { view.names.recipient($0) } ?? ""), "tasks": .text(String(group.count)),
      ]
      return item(group, summary: words.line(.waiting, values))
    }
  }

  /// What is waited for, each once, with how much work waits for it and who is to be asked. Work that is due soon stands in
  /// another list.
  var waiting: [Item] {
    let soon = Set(sheet.dueThisWeek)
    var places: [Awaited: Int] = [:]
    var found: [(awaited: Awaited, ids: [ObligationID])] = []
    for id in sheet.undated where !soon.contains(id) {
      guard let duty = book.duties[id], let awaited = awaited(id, duty) else { continue }
      if let place = places[awaited] {
        found[place].ids.append(id)
      } else {
        places[awaited] = found.count
        found.append((awaited, [id]))
      }
    }
    return found.enumerated().sorted { ($1.element.ids.count, $0.offset) < ($0.element.ids.count, $1.offset) }
      .map { item($0.element.awaited, $0.element.ids) }
  }

  /// One thing that is waited for.
  private struct Awaited: Hashable {
    var title: String
    /// Who is to be asked.
    var asked: [Recipient] = []
    var expected: DayRange?
  }

  private func item(_ awaited: Awaited, _ ids: [ObligationID]) -> Item {
    let values: [String: TemplateValue] = [
      "tasks": .text(String(ids.count)), "waitsFor": .text(view.names.recipients(awaited.asked)),
      "expectedDays": .text(awaited.expected.map { view.dates.range($0) } ?? ""),
    ]
    return Item(
      count: ids.count,
      value: .record([
        "title": .text(Clipping.clip(awaited.title, to: 160)), "summary": .text(words.line(.waiting, values)),
        "leads": .text(""), "id": .text(ids.count == 1 ? ids[0].spoken : ""), "notes": .list([]), "command": .text(""),
        "isOverdueItem": .truth(false),
      ]))
  }

  /// Nil for work that waits for nothing that anybody could be asked about.
  private func awaited(_ id: ObligationID, _ duty: AnyDuty) -> Awaited? {
    if isClassified(id) { return Awaited(title: title(of: id)) }
    switch duty.state {
    case .dated(let days):
      return switch days.pending {
      case .events(let events): awaited(events, duty.task, nil)
      case .task(let task): awaited(task, nil)
      case .timetable: awaitedDay(id, duty, nil)
      case .occurrence, nil: nil
      }
    case .open(.waiting(let events, let expected)): return awaited(events, duty.task, expected)
    case .open(.waitingForTask(let task, _, let expected)): return awaited(task, expected)
    case .open(.awaitingDate(_, let expected)): return awaitedDay(id, duty, expected)
    case .open(.openUndated): return Awaited(title: title(of: id), asked: duty.leads)
    case .open(.eachCase(let trigger?, _)): return awaited([trigger], duty.task, nil)
    case .open(.eachCase), .open(.notBefore), .open(.standing), .open(.unclear): return nil
    }
  }

  private func awaited(_ events: [EventBinding], _ task: TaskID, _ expected: DayRange?) -> Awaited {
    Awaited(
      title: events.map { view.names.event($0) }.joined(separator: "; "),
      asked: distinct(events.flatMap { view.names.watchers(of: $0.event, for: task) }), expected: expected)
  }

  private func awaited(_ binding: TaskBinding, _ expected: DayRange?) -> Awaited {
    let task = book.rules.tasks[binding.task]
    return Awaited(
      title: NoticeView.plain(task.title), asked: distinct(task.leads.map(\.1.recipient)), expected: expected)
  }

  /// A day that somebody else names: asked is who watches the task or its section, else the focal point.
  private func awaitedDay(_ id: ObligationID, _ duty: AnyDuty, _ expected: DayRange?) -> Awaited {
    let task = book.rules.tasks[duty.task]
    let section = task.section.map { book.rules.sections[$0].watchedBy } ?? []
    let watchers = task.watchedBy.isEmpty ? section : task.watchedBy
    let focal = book.rules.plans[task.plan].focalPoint.map { [$0] } ?? []
    return Awaited(title: title(of: id), asked: watchers.isEmpty ? focal : watchers, expected: expected)
  }
}
