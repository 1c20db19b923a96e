import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Reminders
import RuleSyntax
import Rules
import Templates

/// What was recorded, by whom and when, what it changed, and how to take it back.
struct ReceiptPage: Page {
  static let template = "receipt.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "about": .text, "facts": .list(["label": .text, "value": .text]),
    "becomes": .list(["class": .text, "word": .text, "isNext": .truth]), "effects": .texts, "told": .text,
    "takeBack": .text, "back": .text, "wBack": .text, "next": .text, "nextHref": .text, "count": .text,
    "choices": .list(["href": .text, "label": .text, "class": .text]), "home": .text,
    "hasBecomes": .truth, "hasEffects": .truth,
  ]

  let title: String
  let values: [String: TemplateValue]
  var bodyClass: String { "short" }

  /// - Parameter number: of the fact, as the address has it.
  static func answer(_ visit: Visit, number: String) -> HTTPAnswer {
    guard visit.visitor.recorder != nil else { return ActPage.refusal(visit) }
    guard let number = Int(number), let (fact, changes) = visit.model.recorded(number) else {
      return Routes.missing(visit)
    }
    var answer = visit.page(ReceiptPage(number, fact, changes, visit))
    answer.set("Cache-Control", "no-store")
    return answer
  }

  /// The receipt of what came in by the visitor's link.
  static func answer(_ visit: Visit, number: String, of item: UpcomingItem) -> HTTPAnswer {
    let own = visit.model.history(of: item).contains { known in
      guard let record = known.record, "\(record.sequence)" == number else { return false }
      return Recorder.unit(of: record.entry).map { .unit($0) } == visit.visitor.recorder
    }
    return own ? answer(visit, number: number) : LinkEndPage.answer(.altered, visit)
  }

  private init(_ number: Int, _ known: SiteModel.KnownFact, _ changes: [DutyChange], _ visit: Visit) {
    title = visit.say("Đã ghi nhận số \(number)", "Recorded as number \(number)")
    let body = known.fact.body
    let entry = known.record?.entry
    let text = FactWording(visit.rules, visit.wording).text(of: body)
    var particulars: [(String, String?)] = [
      (visit.say("Nội dung", "What"), text.asBeginning),
      (visit.say("Người ghi", "Recorded by"), entry.map { visit.author(of: $0) }),
      (
        visit.say("Ghi cho bên", "For the side"),
        entry?.onBehalfOf.map { SideWording.text($0, visit.rules, visit.language) }
      ),
      (
        visit.say("Lúc", "At"),
        entry.map { visit.dates.moment(visit.model.civil(Instant(seconds: Int64($0.recordedAt)))) }
      ),
      (visit.say("Văn bản", "Document"), entry?.document.flatMap { text.contains($0) ? nil : $0 }),
      (visit.say("Ghi chú", "Note"), Submission.shown(entry?.note, visit.language)),
      (visit.say("Số ghi nhận", "Number"), visit.number(number)),
    ]
    particulars.removeAll { $0.1 == nil }
    var values: [String: TemplateValue] = [
      "heading": .text(visit.say("Đã ghi nhận", "Recorded")),
      "facts": .list(particulars.map { ["label": .text($0.0), "value": .optional($0.1)] }),
      "home": .text(visit.visitor.link == nil ? visit.address() : ""),
    ]
    let item = body.subject.flatMap { subject in
      let changed = changes.compactMap(\.duty).first { $0.task == subject.task }
      // What changed nothing means a duty all the same.
      return (changed ?? visit.model.duties(meantBy: subject).first).flatMap { visit.model.duty($0.id.description) }
    }
    values.merge(Self.about(item, body, at: entry?.recordedAt, changes, visit)) { first, _ in first }
    for (name, list) in [("hasBecomes", "becomes"), ("hasEffects", "effects")] {
      values[name] = .truth(values[list] != .list([TemplateValue]()))
    }
    self.values = values
  }

  private static func about(
    _ item: UpcomingItem?, _ body: Fact.Body, at recorded: Int?, _ changes: [DutyChange], _ visit: Visit
  ) -> [String: TemplateValue] {
    let words = DutyChangeText(visit.rules, visit.wording, today: visit.today)
    let own = item?.duty.id
    // Of an older fact the states would be those of today, not of then.
    let isNew = recorded.map { visit.model.civil(Instant(seconds: Int64($0))).day == visit.today } ?? false
    let act = Act.allCases.first { $0.kind == body.kind || $0 == .report && body.kind == .reported }
    let next = item.flatMap { NextReport(after: $0, act ?? .report, visit) }
    let back: Act? =
      switch body.kind {
      case .reported, .done, .waived, .confirmed: .undo
      case .extensionAsked: .withdraw
      default: nil
      }
    let undo = item.flatMap { item in back.flatMap { visit.formAddress($0, .duty(item)) } }
    var choices: [[String: TemplateValue]] = []
    if let undo, let back {
      choices.append([
        "href": .text(undo), "class": .text("btn no"),
        "label": .text(back.title(isReported: item?.duty.report != nil).text(in: visit.language)),
      ])
    }
    let about = item.map {
      ItemWording(visit.rules, visit.wording, today: visit.today).name($0.duty.id) + " "
        + DutyRow.title($0.duty, visit)
    }
    return [
      "about": .optional(about),
      "becomes": .list(isNew ? own.map { ChangedTags(of: $0, changes, visit).values } ?? [] : []),
      "effects": .list(
        (withoutEffect(item, body, changes, visit).map { [$0] }
          ?? words.lines(
            of: changes.filter { $0.duty?.id != own || [.newDay, .movedDay].contains($0.kind) }, limit: 12))
          .map { .text($0) }),
      "told": .text(
        item.flatMap { item in
          act.map { isNew ? PageRecording($0, .duty(item), SentForm(), visit).comingWords : "" }
        }
          ?? (body.kind == .happened ? PageRecording.toldWords(ofEvent: changes, visit) : "")),
      "takeBack": .text(undo == nil ? takingBack(body.kind, item, visit) : ""),
      "back": .text(
        visit.visitor.link.map { visit.address(of: $0, [:]) } ?? item.map { DutyRow.address($0.duty.id, visit) }
          ?? visit.address("su-kien")),
      "wBack": .text(
        item == nil ? visit.say("Sự kiện đang chờ", "Events awaited") : visit.say("Xem việc này", "See this duty")),
      "next": .text(next?.words ?? ""), "nextHref": .text(next?.address ?? ""), "count": .text(next?.count ?? ""),
      "choices": .list(choices),
    ]
  }

  /// That a day which was given changes nothing, and which one binds.
  private static func withoutEffect(
    _ item: UpcomingItem?, _ body: Fact.Body, _ changes: [DutyChange], _ visit: Visit
  ) -> String? {
    guard [.extended, .set].contains(body.kind), let item else { return nil }
    let own = changes.first { $0.duty?.id == item.duty.id }
    // Whatever else it changes, as that nobody waits for an answer any more.
    guard changes.isEmpty || own.map({ !$0.movesDay && $0.after?.days != nil }) ?? false else { return nil }
    guard let day = item.duty.days?.effective else {
      return visit.say("Ghi nhận này không làm thay đổi gì.", "This changes nothing.")
    }
    let words = visit.dates.short(day)
    return visit.say(
      "Ghi nhận này không làm thay đổi hạn: hạn vẫn là \(words). Cần hạn khác thì gia hạn đến một ngày sau ngày đó.",
      "This does not change the day: it is due on \(words) as before. For another day, extend it beyond that one.")
  }

  private static func takingBack(_ kind: FactKind, _ item: UpcomingItem?, _ visit: Visit) -> String {
    let isFocalPoint = item.map { visit.isFocalPoint(of: visit.rules.tasks[$0.duty.task].plan) } ?? false
    // Who is the focal point asks nobody else.
    switch kind {
    case .reported where isFocalPoint && visit.visitor.link != nil,
      .extensionAsked where isFocalPoint && visit.visitor.link != nil:
      return visit.say("Ghi nhầm thì đăng nhập để rút lại.", "If it is wrong, sign in to take it back.")
    case .confirmed where isFocalPoint, .done where isFocalPoint, .waived where isFocalPoint:
      return visit.say("Ghi nhầm thì mở lại việc này.", "If it is wrong, open it again.")
    default: return takingBack(kind, visit)
    }
  }

  private static func takingBack(_ kind: FactKind, _ visit: Visit) -> String {
    switch kind {
    case .reported where visit.visitor.link != nil, .extensionAsked where visit.visitor.link != nil:
      visit.say(
        "Ghi nhầm thì đăng nhập để rút lại, hoặc báo đầu mối của kế hoạch.",
        "If it is wrong, sign in to take it back, or tell the plan's focal point.")
    case .happened:
      visit.say(
        "Ghi nhầm thì báo người quản trị sửa ngày hoặc hủy ghi nhận; sổ ghi nhận không xóa gì.",
        "If it is wrong, tell the administrator, who mends the day or withdraws it; nothing is removed from the log.")
    case .confirmed, .done, .waived:
      visit.say(
        "Ghi nhầm thì đề nghị bên quyết định hoặc đầu mối mở lại việc này.",
        "If it is wrong, ask who decides, or the focal point, to open it again.")
    default:
      visit.say(
        "Sổ ghi nhận không xóa gì: ghi nhầm thì ghi lại cho đúng, lần sau có hiệu lực.",
        "Nothing is removed from the log: if it is wrong, record it rightly; the later one holds.")
    }
  }
}
