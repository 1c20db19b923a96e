import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import Reminders
import Rules
import Templates

/// One form of a page, as its template has it.
struct ActForm {
  static let shape: [String: TemplateShape] = [
    "act": .text, "action": .text, "heading": .text, "token": .text, "mark": .text, "answered": .text, "button": .text,
    "buttonClass": .text,
    "fields": .list([
      "id": .text, "name": .text, "label": .text, "hint": .text, "value": .text, "isWrong": .truth, "faults": .texts,
      "isLong": .truth,
      "isDay": .truth, "describedBy": .text,
    ]),
    "isAsked": .truth, "isTicked": .truth, "questions": .texts,
    "becomes": .list(["class": .text, "word": .text, "isNext": .truth]),
    "effects": .texts, "told": .text, "hasBecomes": .truth, "hasEffects": .truth, "hasQuestions": .truth,
  ]

  let values: [String: TemplateValue]

  /// - Parameters:
  ///   - asked: what it is asked to say yes to.
  ///   - isMain: whether it is the one that the page is for.
  init(
    _ recording: PageRecording, faults: [PageRecording.Fault], asked: [PageRecording.Fault], isMain: Bool
  ) {
    let (visit, act) = (recording.visit, recording.act)
    func say(_ words: Bilingual) -> String { words.text(in: visit.language) }
    let isReported = recording.isReported
    let changes = Preview(recording)
    // The others stand at their fields.
    let questions = asked.filter { $0.field == nil }
    values = [
      "act": .text(act.rawValue),
      "action": .text(visit.address(of: act, recording.subject)),
      "heading": .text(say(act.title(isReported: isReported))),
      "token": .text(visit.desk?.token(of: visit.visitor.key ?? "") ?? ""),
      "mark": .text(recording.form.mark.isEmpty ? visit.desk?.newMark() ?? "" : recording.form.mark),
      "answered": .text((recording.form.about ?? recording.waiting).map { "\($0)" } ?? ""),
      "button": .text(say(act.button(isReported: isReported))),
      "buttonClass": .text(act.isTakingAway ? "btn no" : isMain ? "btn" : "btn alt"),
      "fields": .list(
        recording.fields.map { field in
          let id = Self.id(of: field.name, act)
          let wrong = faults.filter { $0.field == field.name }
          let about = [field.hint == nil ? "" : "\(id)-goi-y", wrong.isEmpty ? "" : "\(id)-loi"].filter { !$0.isEmpty }
          return [
            "id": .text(id), "name": .text(field.name.rawValue), "label": .text(say(field.label)),
            "hint": .optional(field.hint.map(say)), "value": .text(recording.form.fields[field.name] ?? ""),
            "isWrong": .truth(!wrong.isEmpty), "faults": .list(wrong.map { .text(say($0.words)) }),
            "isLong": .truth(field.name.isLong), "isDay": .truth(field.name.isDay),
            "describedBy": .text(about.joined(separator: " ")),
          ]
        }),
      "isAsked": .truth(!asked.isEmpty), "isTicked": .truth(recording.form.isConfirmed),
      "questions": .list(questions.map { .text(say($0.words)) }),
      "hasQuestions": .truth(!questions.isEmpty),
      "becomes": .list(changes.tags), "effects": .list(changes.effects.map { .text($0) }),
      "told": .text(changes.told), "hasBecomes": .truth(!changes.tags.isEmpty),
      "hasEffects": .truth(!changes.effects.isEmpty),
    ]
  }

  /// The field of a form in its page.
  static func id(of field: ActField.Name, _ act: Act) -> String { "\(act.rawValue)-\(field.rawValue)" }

  /// Where what is asked about is said to be right.
  static func confirmationID(_ act: Act) -> String { "\(act.rawValue)-yes" }
}

extension PageRecording {
  var isReported: Bool { if case .duty(let item) = subject { item.duty.report != nil } else { false } }
}

/// What a form would change, and who would be told of it.
private struct Preview {
  var tags: [[String: TemplateValue]] = []
  var effects: [String] = []
  var told = ""

  init(_ recording: PageRecording) {
    let visit = recording.visit
    let typed = recording.rehearsable
    guard case .recorded(let recorded) = PageRecording(typed.act, typed.subject, typed.form, visit).run(nil) else {
      told = recording.toldWords(nil)
      return
    }
    let changes = visit.model.shown(recorded.changes)
    told = recording.toldWords(changes)
    guard case .duty(let item) = recording.subject else {
      effects = DutyChangeText(visit.rules, visit.wording, today: visit.today).lines(of: changes, limit: 8)
      return
    }
    tags = ChangedTags(of: item.duty.id, changes, visit).values
    let others = changes.filter { $0.duty?.id != item.duty.id }
    effects = DutyChangeText(visit.rules, visit.wording, today: visit.today).lines(of: others, limit: 8)
  }
}

/// The state of a duty before a change and after, as tags.
struct ChangedTags {
  let values: [[String: TemplateValue]]

  init(of id: ObligationID, _ changes: [DutyChange], _ visit: Visit) {
    guard let change = changes.first(where: { $0.duty?.id == id }),
      let before = Self.tags(change.before, visit), let after = Self.tags(change.after, visit), before != after
    else {
      values = []
      return
    }
    func one(_ tags: [TemplateValue], isNext: Bool) -> [[String: TemplateValue]] {
      tags.enumerated().compactMap { place, tag in
        guard case .record(let tag) = tag else { return nil }
        return tag.merging(["isNext": .truth(isNext && place == 0)]) { first, _ in first }
      }
    }
    values = one(before, isNext: false) + one(after, isNext: true)
  }

  private static func tags(_ duty: AnyDuty?, _ visit: Visit) -> [TemplateValue]? {
    guard let item = duty.flatMap({ visit.model.item($0) }),
      case .list(let tags)? = DutyTags(item, today: visit.today, visit.language).values["tags"]
    else { return nil }
    return tags
  }
}

extension PageRecording {
  /// The same with something in the fields that must not be empty, so that it can be seen what it would change.
  fileprivate var rehearsable: PageRecording {
    let empty = fields.filter { $0.missing != nil && (form.fields[$0.name] ?? "").isEmpty }.map(\.name)
    // A request moves no day, whichever it asks for.
    let names = empty.filter { $0 != .day && ($0 != .newDay || act == .askTime) }
    return standingIn(for: Set(names), isConfirmed: true)
  }

  /// Who will be told, in the next letter.
  /// - Parameter changes: what it would change; nil where that is not known.
  func toldWords(_ changes: [DutyChange]?) -> String {
    if act.audience == .waiting { return Self.toldWords(ofEvent: changes ?? [], visit) }
    if act.audience == .readers || act == .extend && changes.map({ !movesDay($0) }) ?? false {
      let names = visit.names.recipients(recipients)
      return visit.say(
        "Không gửi thư; \(names) thấy ghi nhận này trên trang của việc.",
        "No letter goes; \(names): will see it on the task's page.")
    }
    let reached = visit.model.reached(among: recipients, in: visit.operations)
    guard !reached.isEmpty else { return "" }
    let names = visit.names.recipients(reached)
    return visit.say("\(names) sẽ được báo bằng thư.", "\(names): will be told by letter.")
  }

  /// That those whose days an event moves are told of it, if any of them gets letters.
  static func toldWords(ofEvent changes: [DutyChange], _ visit: Visit) -> String {
    let leads = changes.compactMap(\.duty).flatMap(\.leads)
    guard !visit.model.reached(among: leads, in: visit.operations).isEmpty else { return "" }
    return visit.say(
      "Các đơn vị có việc đang chờ sẽ được báo bằng thư.", "The units whose work waits for it will be told by letter.")
  }

  /// Whether the duty is due on another day.
  private func movesDay(_ changes: [DutyChange]) -> Bool {
    guard case .duty(let item) = subject else { return false }
    return changes.contains { $0.duty?.id == item.duty.id && $0.movesDay }
  }

  /// Who hears of it.
  private var recipients: [Recipient] {
    guard case .duty(let item) = subject else { return [] }
    let duty = item.duty
    switch act.audience {
    case .confirmer: return visit.rules.confirmer(of: duty.task, leads: duty.leads).map { [$0] } ?? []
    case .decider: return visit.rules.decider(of: duty.task, leads: duty.leads).map { [$0] } ?? []
    case .leads, .readers: return duty.leads
    case .waiting, nil: return []
    }
  }

  /// Which letters of what was recorded just now are still to come, as rounds will decide it; empty where none is.
  var comingWords: String {
    guard case .duty(let item) = subject, let outlook = try? visit.model.outlook(of: item, in: visit.operations) else {
      return ""
    }
    let meant = Set(recipients.flatMap(visit.rules.units(of:)))
    let steps = outlook.steps.filter { step in
      meant.contains(step.unit) && !step.channels.isEmpty && act.tells(step.kind.name)
    }
    guard let first = steps.map(\.slot).min() else { return "" }
    let units = Set(steps.filter { $0.slot == first }.map(\.unit)).sorted()
    let names = visit.names.recipients(units.map { .unit($0) })
    let day = visit.dates.short(visit.model.civil(first).day)
    return visit.say("\(names) được báo trong thư ngày \(day).", "\(names): told in the letter of \(day).")
  }
}

extension DutyChange {
  /// Whether the day by which it is due is another.
  var movesDay: Bool { before?.days?.effective != after?.days?.effective }
}

extension Act {
  /// Whether a notice of this kind tells of the act.
  fileprivate func tells(_ kind: NoticeKind.Name) -> Bool {
    switch audience {
    case .confirmer: kind == .confirm || kind == .lapsed
    case .decider: kind == .decide || kind == .lapsed
    case .leads: kind.tellsOfChange
    case .readers, .waiting, nil: false
    }
  }
}

extension NoticeKind.Name {
  /// Whether it tells who does the work that something was recorded.
  fileprivate var tellsOfChange: Bool {
    [.moved, .openingMoved, .dayGone, .released, .returned, .refused, .reopened, .handedOver, .assigned].contains(self)
  }
}
