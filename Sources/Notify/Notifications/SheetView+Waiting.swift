import CivilCalendar
import Expansion
import Rules
import Templates

/// Who and what the work of a plan waits for.
extension SheetView {
  /// What was reported as done, with who has to confirm it.
  func reported(_ ids: [ObligationID]) -> [Item] {
    groups(ids).map { group in
      let duty = duty(group[0])
      let confirmer = duty.flatMap { book.rules.confirmer(of: $0.task, leads: $0.leads) }
      let values: [String: TemplateValue] = [
        "reportedDay": .text(duty?.report?.day.map { view.dates.day($0) } ?? ""),
        "waitsFor": .text(confirmer.map { view.names.recipient($0) } ?? ""),
        "tasks": .text(words.language.number(group.count)),
      ]
      return item(group, summary: words.line(.waiting, values))
    }
  }

  /// Who is to answer, each once, with how much work waits for that and what it waits for.
  func waiting(_ ids: [ObligationID]) -> [Item] {
    var places: [[Recipient]: Int] = [:]
    var found: [(asked: [Recipient], ids: [ObligationID], things: [String])] = []
    var others: [ObligationID] = []
    for id in ids {
      guard let awaited = duty(id).flatMap({ awaited(id, $0) }) else {
        others.append(id)
        continue
      }
      let place = places[awaited.asked] ?? found.count
      if place == found.count { found.append((awaited.asked, [], [])) }
      places[awaited.asked] = place
      found[place].ids.append(id)
      if !found[place].things.contains(awaited.thing) { found[place].things.append(awaited.thing) }
    }
    return found.enumerated().sorted { ($1.element.ids.count, $0.offset) < ($0.element.ids.count, $1.offset) }
      .map { item($0.element.asked, $0.element.ids, $0.element.things) } + (others.isEmpty ? [] : [unasked(others)])
  }

  /// What nobody is asked about: it begins when a case comes up, or on a later day.
  private func unasked(_ ids: [ObligationID]) -> Item {
    let values: [String: TemplateValue] = ["tasks": .text(words.language.number(ids.count)), "isUnasked": .truth(true)]
    return Item(
      count: ids.count,
      value: .record([
        "title": .text(words.line(.waiting, values)), "summary": .text(""), "leads": .text(""),
        "id": .text(ids.count == 1 ? ids[0].spoken : ""), "notes": .list([]), "command": .text(""), "link": .text(""),
        "isOverdueItem": .truth(false), "isEvent": .truth(false),
      ]))
  }

  private func item(_ asked: [Recipient], _ ids: [ObligationID], _ things: [String]) -> Item {
    let more = things.count - SheetView.things
    let named = things.prefix(SheetView.things).map { Clipping.clip($0, to: 80) } + (more > 0 ? ["… (+\(more))"] : [])
    let values: [String: TemplateValue] = [
      "tasks": .text(words.language.number(ids.count)), "things": .text(named.joined(separator: "; ")),
    ]
    let (unit, summary) = (view.names.recipients(asked), words.line(.waiting, values))
    return Item(
      count: ids.count,
      value: .record([
        "title": .text(unit.isEmpty ? summary : unit), "summary": .text(unit.isEmpty ? "" : summary),
        "leads": .text(""), "id": .text(ids.count == 1 ? ids[0].spoken : ""), "notes": .list([]), "command": .text(""),
        "link": .text(""),
        "isOverdueItem": .truth(false), "isEvent": .truth(false),
      ]))
  }

  /// What is waited for, and who is to be asked about it; nobody where that may not be shown.
  private struct Awaited {
    var thing: String
    var asked: [Recipient]
  }

  /// Nil for work that waits for nothing that anybody could be asked about.
  private func awaited(_ id: ObligationID, _ duty: AnyDuty) -> Awaited? {
    switch duty.state {
    case .dated(let days):
      return switch days.pending {
      case .events(let events): awaited(events, duty.task)
      case .task(let task): awaited(task)
      case .timetable: awaitedDay(id, duty)
      case .occurrence, nil: nil
      }
    case .open(.waiting(let events, _)): return awaited(events, duty.task)
    case .open(.waitingForTask(let task, _, _)): return awaited(task)
    case .open(.awaitingDate): return awaitedDay(id, duty)
    case .open(.openUndated): return Awaited(thing: title(of: id), asked: duty.leads)
    case .open(.eachCase(let trigger?, _)): return awaited([trigger], duty.task)
    case .open(.eachCase), .open(.notBefore), .open(.standing), .open(.unclear): return nil
    }
  }

  private func awaited(_ events: [EventBinding], _ task: TaskID) -> Awaited {
    Awaited(
      thing: events.map { view.name(of: $0) }.joined(separator: "; "),
      asked: distinct(events.flatMap { view.names.watchers(of: $0.event, for: task) }))
  }

  private func awaited(_ binding: TaskBinding) -> Awaited {
    let (task, isClassified) = (book.rules.tasks[binding.task], book.rules.isClassified(binding.task))
    return Awaited(
      thing: view.name(of: binding.task), asked: isClassified ? [] : distinct(task.leads.map(\.1.recipient)))
  }

  /// A day that somebody else names: asked is who watches the task or its section, else the focal point.
  private func awaitedDay(_ id: ObligationID, _ duty: AnyDuty) -> Awaited? {
    let task = book.rules.tasks[duty.task]
    let section = task.section.map { book.rules.sections[$0].watchedBy } ?? []
    let watchers = task.watchedBy.isEmpty ? section : task.watchedBy
    return (watchers.isEmpty ? focal(duty) : watchers).map { Awaited(thing: title(of: id), asked: $0) }
  }

  private func focal(_ duty: AnyDuty) -> [Recipient]? {
    book.rules.plans[book.rules.tasks[duty.task].plan].focalPoint.map { [$0] }
  }
}
