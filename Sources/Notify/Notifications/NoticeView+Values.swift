import CivilCalendar
import Presentation
import Reminders
import Rules

/// The values with which the templates of words are filled.
extension NoticeView {
  var plainValues: [String: TemplateValue] {
    let texts = topic.merging(units) { first, _ in first }.merging(days) { first, _ in first }.mapValues {
      TemplateValue.text($0)
    }
    let truths = flags.merging(Self.flags(of: notice.told, on: today)) { first, _ in first }.mapValues {
      TemplateValue.truth($0)
    }
    return texts.merging(truths) { first, _ in first }.merging([notice.kind.name.rawValue: kind]) { first, _ in first }
  }

  // MARK: Texts

  private var topic: [String: String] {
    var values = ["id": id, "argument": argument]
    if let key { values["keyArgument"] = Self.shell(key) }
    guard !isClassified else { return values }
    values["key"] = key
    values["event"] = event?.title
    values["plan"] = plan?.title
    values["section"] = section
    values["number"] = task?.printedNumber
    values["product"] = product
    values["rule"] = rule
    values["pending"] = pending
    return values
  }

  /// The events that may still bring the due day forward.
  private var pending: String? {
    guard tellsDay, case .events(let events)? = duty?.days?.pending else { return nil }
    return events.map { names.event($0) }.joined(separator: "; ")
  }

  private var units: [String: String] {
    var values = [
      "recipient": names.unit(notice.unit), "leads": leads, "supports": supports, "focalPoint": focalPoint,
    ]
    if let task, !isClassified {
      values["submitTo"] = names.recipients(task.submitTo)
      values["addressees"] = names.recipients(task.addressees)
    }
    return values
  }

  private var days: [String: String] {
    var values: [String: String] = [:]
    if let day = notice.told {
      values["dueDay"] = dates.weekdayAndDay(day)
      values["dueDate"] = dates.day(day)
      values["days"] = String(abs(day.days(since: today)))
    }
    values["cutoff"] = cutoff.map { dates.time($0) }
    if let days = duty?.days, let opens = days.opens, opens != days.effective, tellsDay, !isClassified {
      values["opens"] = dates.weekdayAndDay(opens)
    }
    values["dueBefore"] = notice.toldBefore.map { dates.weekdayAndDay($0) }
    let planned = zone.day(of: notice.planned)
    if notice.isLate, planned < today { values["lateSince"] = dates.day(planned) }
    return values
  }

  // MARK: Commands

  private var argument: String {
    guard case .event(let plan, let id, _) = notice.subject else { return Self.shell(id) }
    return Self.shell("\(plan)/\(id)")
  }

  /// The text as one word of a shell's command line.
  private static func shell(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        || "/@:.,_-".unicodeScalars.contains($0)
    }
    return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }

  // MARK: Flags

  private var flags: [String: Bool] {
    let (role, request) = (notice.role, request)
    return [
      "isClassified": isClassified, "isEvent": event != nil, "isMail": notice.channel == .mail,
      "saysLead": [.changed, .questions, .closed].contains(group),
      "isOver": isPastDue, "isOverdue": isOverdue, "isProvisional": notice.isProvisional && tellsDay,
      "isLead": role == .lead, "isSupport": role == .support, "isAddressee": role == .addressee,
      "isWatcher": role == .watcher, "isNamed": role == .named, "isSuperior": role == .superior,
      "isFocalPoint": role == .focalPoint, "isLeader": role == .leader, "isToFocalPoint": isToFocalPoint,
      "asksDone": request == .done, "asksSettled": request == .settle, "asksDay": request == .day,
      "asksEvent": request == .event, "asksSupport": request == .support, "asksDirection": request == .direct,
    ]
  }

  /// The flags that say how far away a day is.
  static func flags(of day: CivilDate?, on today: CivilDate) -> [String: Bool] {
    guard let day else { return [:] }
    let days = day.days(since: today)
    return [
      "isPast": days < 0, "isToday": days == 0, "isTomorrow": days == 1, "isAhead": days > 1,
      "isOneDay": abs(days) == 1,
    ]
  }

  // MARK: Kinds

  /// The section that has the name of the kind, with the values that only this kind has.
  private var kind: TemplateValue {
    func day(_ day: CivilDate?) -> TemplateValue { .text(day.map { dates.day($0) } ?? "") }
    let fields: [String: TemplateValue] =
      switch notice.kind {
      case .opens(let first): ["on": day(first)]
      case .running: ["on": day(nil)]
      case .overdue(let time): ["time": .text(time > 1 ? String(time) : "")]
      case .stillOverdue(_, let told): ["times": .text(String(told))]
      case .superior(let told, _): ["leadTold": day(told)]
      case .moved(_, let from, let move):
        [
          "from": day(from ?? notice.toldBefore), "isExtended": .truth(move == .extended),
          "isSet": .truth(move == .set),
          "isAnnounced": .truth(move == .announced),
        ]
      case .dayGone(_, let from): ["from": day(from ?? notice.toldBefore)]
      case .released(_, let release): ["isWaived": .truth(release == .waived)]
      case .silenced(let until): ["until": day(until)]
      case .askDay(_, let since): ["since": day(since)]
      case .question(_, let awaited, let expected):
        [
          "isTimetable": .truth(awaited == .timetable), "expected": .text(expected.map { dates.range($0) } ?? ""),
        ]
      case .assigned, .middle, .during, .before, .handedOver, .settle, .again, .weeklySheet: [:]
      }
    return .list([.record(fields)])
  }
}
