import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Reminders
import Rules
import Templates

/// A short page on which something is recorded of a duty or an event.
struct ActPage: Page {
  static let template = "record.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "due": .text, "about": .text, "back": .text, "wBack": .text,
    "asked": .list(["label": .text, "value": .text]), "quotes": .texts,
    "oldDay": .text, "newDay": .text, "next": .text, "nextHref": .text, "count": .text,
    "isWrong": .truth, "errors": .list(FaultLinks.shape), "wError": .text, "errorNote": .text,
    "main": .list(ActForm.shape), "companions": .list(ActForm.shape),
    "choices": .list(["href": .text, "label": .text]), "note": .text, "ofLink": .text,
    "changes": .list(["label": .text, "value": .text]), "hasChanges": .truth, "hasAsked": .truth, "hasErrors": .truth,
    "hasChoices": .truth,
  ].merging(DutyTags.shape) { first, _ in first }

  let title: String
  let values: [String: TemplateValue]
  var bodyClass: String { "short" }

  /// What became of what was sent.
  enum State {
    case new
    case wrong([PageRecording.Fault], asked: [PageRecording.Fault])
    case asks([PageRecording.Fault])
    /// The page was made before the daemon was started anew, or for somebody else.
    case old
    /// It was sent before with other words.
    case sentBefore(Int)
    /// It answers something else than what waits now.
    case changed(shown: Bilingual, now: Bilingual)
    /// It cannot be recorded now.
    case notNow(Problem)
  }

  /// The page of a form that nobody has filled in.
  static func answer(_ visit: Visit, _ path: [String]) -> HTTPAnswer {
    guard let (act, subject) = found(visit, path) else { return Routes.missing(visit) }
    guard subject.isOpen(to: visit.visitor, for: act, visit.model) else { return refusal(visit) }
    return answer(act, subject, visit)
  }

  static func answer(_ act: Act, _ subject: ActSubject, _ visit: Visit) -> HTTPAnswer {
    answer(PageRecording(act, subject, SentForm(defaults(act, subject, visit)), visit), .new)
  }

  static func found(_ visit: Visit, _ path: [String]) -> (Act, ActSubject)? {
    guard let act = path.first.flatMap(Act.init),
      let subject = ActSubject.find(act, Array(path.dropFirst()), key: visit.route.value("key"), visit.model)
    else { return nil }
    return (act, subject)
  }

  static func answer(_ recording: PageRecording, _ state: State) -> HTTPAnswer {
    let status =
      switch state {
      case .new: 200
      case .wrong(let faults, _): faults.contains { $0.code == "not-your-side" || $0.code == "no-role" } ? 403 : 422
      case .asks, .sentBefore: 422
      case .old: 403
      case .changed: 409
      case .notNow(let problem): problem.status
      }
    var answer = recording.visit.page(ActPage(recording, state), status: status)
    answer.set("Cache-Control", "no-store")
    if case .notNow(let problem) = state { answer.set("Retry-After", "\(problem.secondsToWait ?? 5)") }
    // With none at all a browser does not say of a form that it came from here. The address of a link is told nobody.
    if recording.visit.visitor.link == nil { answer.set("Referrer-Policy", "same-origin") }
    return answer
  }

  /// Why somebody may not record here.
  static func refusal(_ visit: Visit) -> HTTPAnswer {
    if visit.visitor.recorder != nil { return Problem(.notYours).answer(visit) }
    let hasRoles = !visit.model.configuration.roles.isEmpty
    return Problem(
      .notYours,
      hasRoles
        ? .init(
          vi: "Chỉ người đăng nhập qua máy chủ web của cơ quan và có vai trò trong cấu hình mới ghi nhận được.",
          en: "Only who signed in at the office's web server and has a role in the configuration records here.")
        : .init(
          vi: "Cấu hình chưa có vai trò nào, nên không ai ghi nhận được qua trang web.",
          en: "The configuration has no roles, so that nobody records on pages.")
    ).answer(visit)
  }

  /// What to know of a link.
  private static func words(of link: Visitor.Link, _ visit: Visit) -> String {
    let end = visit.dates.moment(visit.model.civil(Instant(seconds: link.link.end)))
    return visit.say(
      "Trang này mở từ thư nhắc gửi tới hộp thư của đơn vị, không cần mật khẩu: ai có địa chỉ này cũng trả lời được, nên không chuyển tiếp. Liên kết hết hiệu lực khi việc xong, hoặc sau \(end).",
      "This page was opened from a letter to the unit's mailbox and asks for no password: whoever has its address can answer, so do not pass it on. The link is over when the work is done, or after \(end)."
    )
  }

  /// What stands in the fields before anybody types.
  private static func defaults(_ act: Act, _ subject: ActSubject, _ visit: Visit) -> [ActField.Name: String] {
    switch (act, subject) {
    case (.report, _), (.happened, _): [.day: visit.dates.short(visit.today)]
    case (.extend, .duty(let item)): item.duty.request?.newDay.map { [.newDay: visit.dates.short($0)] } ?? [:]
    default: [:]
    }
  }

  private static func toMend(_ count: Int, isAsked: Bool, _ visit: Visit) -> String {
    let faults = visit.say(
      "Có \(count) chỗ cần sửa; những gì đã gõ vẫn còn.",
      count == 1
        ? "One thing is to be mended; what was typed is still here."
        : "\(count) things are to be mended; what was typed is still here.")
    guard isAsked else { return faults }
    return count == 0
      ? visit.say(
        "Nếu đúng như vậy, đánh dấu ô xác nhận rồi gửi lại; những gì đã gõ vẫn còn.",
        "If it is right, tick the box and send it again; what was typed is still here.")
      : faults
        + visit.say(
          " Chỗ được hỏi, nếu đúng thì đánh dấu ô xác nhận.", " What is asked about: if it is right, tick the box.")
  }

  private init(_ recording: PageRecording, _ state: State) {
    let (visit, act, subject) = (recording.visit, recording.act, recording.subject)
    func say(_ words: Bilingual) -> String { words.text(in: visit.language) }
    let heading = say(act.title(isReported: recording.isReported))
    var (faults, asked): ([PageRecording.Fault], [PageRecording.Fault]) = ([], [])
    var note = ""
    var changes: [(label: String, value: String)] = []
    switch state {
    case .new: break
    case .changed(let shown, let now):
      note = visit.say(
        "Điều được trả lời đã khác từ khi trang này mở. Những gì đã gõ vẫn còn; đối chiếu dưới đây, vẫn muốn ghi thì gửi lại.",
        "What is answered has changed since this page was opened. What was typed is still here: compare the two below, and "
          + "send it again if it is still right.")
      changes = [
        (visit.say("Khi mở trang", "When it was opened"), say(shown).asBeginning),
        (visit.say("Hiện nay", "Now"), say(now).asBeginning),
      ]
    case .wrong(let found, let open): (faults, asked) = (found, open)
    case .asks(let found): asked = found
    case .old:
      note = visit.say(
        "Trang này mở từ lâu, hoặc dưới tên đăng nhập khác, nên chưa ghi. Những gì đã gõ vẫn còn; xem lại rồi gửi lại.",
        "This page was opened long ago, or under another login, so nothing was recorded. What was typed is still here: "
          + "look at it and send it again.")
    case .notNow(let problem): note = visit.notNow(problem)
    case .sentBefore(let number):
      note = visit.say(
        "Biểu mẫu này đã gửi một lần (ghi nhận số \(number)) với nội dung khác. Muốn ghi thêm thì xem lại rồi gửi lại.",
        "This form was sent once with other words (fact \(number)). To record this too, look at it and send it again.")
    }
    let isWrong = !faults.isEmpty || !asked.isEmpty || !note.isEmpty
    let name = "\(heading) · \(ActCard.name(subject, visit))"
    title = isWrong ? visit.say("Lỗi: \(name)", "Error: \(name)") : name
    // What is ticked already needs no answer.
    let open = recording.form.isConfirmed ? [] : asked
    let count = faults.count + open.count
    let toTell = (faults.map { ($0, "bieu-mau") } + open.map { ($0, ActForm.confirmationID(act)) }).map {
      fault, place in
      (field: fault.field.map { ActForm.id(of: $0, act) } ?? place, text: say(fault.words))
    }
    let others: [[String: TemplateValue]] = act.companions.compactMap { other in
      guard visit.formAddress(other, subject) != nil else { return nil }
      return ActForm(
        PageRecording(other, subject, SentForm(Self.defaults(other, subject, visit)), visit), faults: [], asked: [],
        isMain: false
      ).values
    }
    let applies = if case .duty(let item) = subject { act.applies(to: item) } else { true }
    var values: [String: TemplateValue] = [
      "isWrong": .truth(isWrong), "wError": .text(visit.say("Chưa ghi.", "Nothing was recorded.")),
      "errors": FaultLinks.values(toTell, in: recording.fields.map { ActForm.id(of: $0.name, act) }),
      "errorNote": .text(note.isEmpty ? Self.toMend(faults.count, isAsked: !open.isEmpty, visit) : note),
      // Once something is asked about it stays asked until it is answered.
      "main": .list(
        applies || isWrong
          ? [ActForm(recording, faults: faults + open, asked: asked, isMain: true).values]
          : [[String: TemplateValue]]()),
      "ofLink": .text(visit.visitor.link.map { Self.words(of: $0, visit) } ?? ""), "companions": .list(others),
      "hasErrors": .truth(count > 0),
      "changes": .list(changes.map { ["label": .text($0.label), "value": .text($0.value)] }),
      "hasChanges": .truth(!changes.isEmpty),
      "note": .text(
        applies || isWrong
          ? ""
          : recording.isReported
            ? visit.say(
              "Việc này đã báo cáo hoàn thành và đang chờ xác nhận; chưa cần ghi gì thêm.",
              "This was reported as done and waits for confirmation; nothing more is to be recorded now.")
            : visit.say("Việc này hiện không cần ghi như vậy.", "There is nothing of this kind to record now.")),
    ]
    values.merge(ActCard(act, subject, visit).values) { first, _ in first }
    for (name, list) in [("hasAsked", "asked"), ("hasChoices", "choices")] {
      values[name] = .truth(values[list] != .list([TemplateValue]()))
    }
    self.values = values
  }
}
