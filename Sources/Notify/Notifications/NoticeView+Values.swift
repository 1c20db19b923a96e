import CivilCalendar
import Presentation
import Reminders
import Rules
import Templates

/// The values with which the templates of words are filled.
extension NoticeView {
  /// What is empty or false is left out, because a name without a value reads the same.
  var plainValues: [String: TemplateValue] {
    var values = [notice.kind.name.rawValue: kind]
    if let ground { values["ground"] = .list([.record(fields(of: ground))]) }
    values.reserveCapacity(40)
    for (name, text) in topic + units + days {
      if let text, !text.isEmpty { values[name] = .text(text) }
    }
    for (name, truth) in flags + Self.flags(of: toldDay, on: today) where truth { values[name] = .truth(true) }
    return values
  }

  // MARK: Texts

  private var topic: [(String, String?)] {
    let always = [("id", id), ("argument", argument), ("keyArgument", key.map(Self.shell))]
    guard !isClassified else { return always }
    return always + [
      ("key", key), ("event", event?.title), ("plan", plan?.title), ("section", section),
      ("number", task?.printedNumber), ("product", product), ("rule", rule), ("pending", pending),
    ]
  }

  /// The events that may still bring the due day forward.
  private var pending: String? {
    guard tellsDay, case .events(let events)? = duty?.days?.pending else { return nil }
    return events.map { name(of: $0) }.joined(separator: "; ")
  }

  private var units: [(String, String?)] {
    let known = isClassified ? nil : task
    return [
      ("recipient", names.unit(notice.unit)), ("leads", leads), ("supports", supports), ("focalPoint", focalPoint),
      ("focalAddress", focalAddress),
      ("submitTo", known.map { names.recipients($0.submitTo) }),
      ("addressees", known.map { names.recipients($0.addressees) }),
    ]
  }

  private var days: [(String, String?)] {
    let opens = duty?.days.flatMap { $0.opens == $0.effective || !tellsDay || isClassified ? nil : $0.opens }
    let planned = zone.day(of: notice.planned)
    return [
      ("dueDay", day.map { dates.weekdayAndDay($0) }), ("dueDate", day.map { dates.day($0) }),
      ("days", toldDay.map { words.language.number(abs($0.days(since: today))) }),
      ("cutoff", cutoff.map { dates.time($0) }),
      ("opens", opens.map { dates.weekdayAndDay($0) }),
      ("dueBefore", notice.toldBefore.map { dates.weekdayAndDay($0) }),
      ("lateSince", notice.isLate && planned < today ? dates.day(planned) : nil),
    ]
  }

  // MARK: Commands, for templates of an office that names them

  private var argument: String {
    switch notice.subject {
    case .obligation(let id): Self.shell(id.description)
    case .event(let plan, let id, _): Self.shell("\(plan)/\(id)")
    case .plan(let id): Self.shell(id)
    }
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

  private var flags: [(String, Bool)] {
    let (role, request) = (notice.role, request)
    return [
      ("isClassified", isClassified), ("isEvent", isEvent), ("isMail", notice.channel == .mail),
      ("isAnswerable", isAnswerable), ("isHandedOver", isHandedOver),
      ("saysLead", [.answered, .changed, .questions, .handed, .lapsed, .closed].contains(group)),
      ("isOver", isPastDue), ("isOverdue", isOverdue), ("isProvisional", notice.isProvisional && tellsDay),
      ("isLead", role == .lead), ("isSupport", role == .support), ("isAddressee", role == .addressee),
      ("isWatcher", role == .watcher), ("isNamed", role == .named), ("isSuperior", role == .superior),
      ("isConfirmer", role == .confirmer), ("isDecider", role == .decider),
      ("isFocalPoint", role == .focalPoint), ("isLeader", role == .leader), ("isToFocalPoint", isToFocalPoint),
      ("asksDone", request == .done), ("asksSettled", request == .settle), ("asksDay", request == .day),
      ("asksEvent", request == .event), ("asksSupport", request == .support), ("asksDirection", request == .direct),
      ("asksConfirmation", request == .confirm), ("asksDecision", request == .decide),
      ("asksAcceptance", request == .accept), ("asksProgress", request == .progress),
    ]
  }

  /// The flags that say how far away a day is.
  static func flags(of day: CivilDate?, on today: CivilDate) -> [(String, Bool)] {
    guard let day else { return [] }
    let days = day.days(since: today)
    return [
      ("isPast", days < 0), ("isToday", days == 0), ("isTomorrow", days == 1), ("isAhead", days > 1),
      ("isOneDay", abs(days) == 1),
    ]
  }

  // MARK: Kinds

  /// The section that has the name of the kind, with the values that only this kind has.
  private var kind: TemplateValue {
    func day(_ day: CivilDate?) -> TemplateValue { .text(day.map { dates.day($0) } ?? "") }
    // When somebody said something of the work, which of classified work nobody is told.
    func said(_ on: CivilDate?) -> TemplateValue { day(isClassified ? nil : on) }
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
          "isSet": .truth(move == .set), "isReturned": .truth(move == .returned),
          "isAnnounced": .truth(move == .announced),
        ]
      case .dayGone(_, let from): ["from": day(from ?? notice.toldBefore)]
      case .released(_, let release): ["isWaived": .truth(release == .waived), "isLeft": .truth(release == .left)]
      case .silenced(let until): ["until": day(until)]
      case .askDay(_, let since): ["since": day(since)]
      case .openingMoved(_, let from):
        ["from": day(from), "on": day(notice.told), "isEnded": .truth(isCountedFromEnded)]
      case .askAcceptance(let told): ["toldOn": day(told)]
      case .askProgress(_, let since): ["since": day(since)]
      case .confirm(_, let reported): ["reportedOn": said(reported), "document": .text(Self.clause(told))]
      case .decide(_, let asked):
        [
          "askedOn": said(asked), "askedBy": .text(isClassified ? "" : names.recipients(step?.askers ?? [])),
          "reason": .text(Self.clause(told)), "newDay": day(step?.newDay),
        ]
      case .refused(_, let on): ["refusedOn": said(on), "reason": .text(Self.clause(told))]
      case .returned(_, let on):
        ["returnedOn": said(on), "reason": .text(Self.clause(told)), "newDay": day(step?.newDay)]
      case .lapsed(_, let lapse):
        [
          "isReport": .truth(lapse == .reportTakenBack), "isWithdrawn": .truth(lapse == .requestWithdrawn),
          "isReported": .truth(lapse == .requestOver), "isSet": .truth(lapse == .daySet),
          "isReopened": .truth(lapse == .reopened),
        ]
      case .question(_, let awaited, let expected):
        [
          "isTimetable": .truth(awaited == .timetable), "expected": .text(expected.map { dates.range($0) } ?? ""),
        ]
      case .assigned:
        ["isReported": .truth(duty?.report != nil), "isAsked": .truth(duty?.report == nil && duty?.request != nil)]
      case .middle, .during, .before, .handedOver, .reopened, .settle, .again, .weeklySheet: [:]
      }
    return .list([.record(fields)])
  }

  // MARK: Changes

  /// Whether it has no day because what it would be counted from need not be done any more.
  private var isCountedFromEnded: Bool { if case .ended? = ground?.cause { true } else { false } }

  /// The values of the section `ground`.
  private func fields(of ground: ChangeGround) -> [String: TemplateValue] {
    var fields = NotificationShape.ground.mapValues { $0 == .truth ? TemplateValue.truth(false) : .text("") }
    func tell(_ title: String, _ flag: String, _ day: CivilDate? = nil) {
      fields["event"] = .text(title)
      fields[flag] = .truth(true)
      if let day { fields["day"] = .text(dates.day(day)) }
    }
    fields["document"] = .text(Self.clause(ground.document))
    fields["reason"] = .text(Self.clause(ground.reason))
    switch ground.cause {
    case .happened(let event, let day): tell(name(of: event), "isHappened", day)
    case .corrected(let event, let day): tell(name(of: event), "isCorrected", day)
    case .withdrawn(let event): tell(name(of: event), "isWithdrawn")
    case .task(let task): tell(name(of: task), "isTask")
    case .ended(let task, let release):
      tell(name(of: task), "isTask")
      fields[release == .waived ? "isWaivedTask" : "isWithdrawnTask"] = .truth(true)
    case .revised(let instant): tell("", "isRevised", zone.day(of: instant))
    case .merged(let day): tell("", "isMerged", day)
    case nil: break
    }
    return fields
  }

  /// What a person wrote, as a part of a sentence that ends in a full stop of its own, without links.
  private static func clause(_ words: String?) -> String {
    var words = Substring(QuotedWords.withoutLinks(words ?? ""))
    while let last = words.last, last == "." || last.isWhitespace { words.removeLast() }
    return String(words)
  }
}
