import Diagnostics
import HTTPMessages
import Operations
import Presentation
import Reminders
import Rules
import StateFolder
import Templates

/// What became of a register that somebody sent: that it is being read, or what is proposed, what was not taken, and the copy with
/// marks. For who sent it alone.
struct RegisterAnswerPage: Page {
  static let template = "register-answer.html"
  static let shape: [String: TemplateShape] = [
    "crumbs": .list(["href": .text, "label": .text]), "here": .text, "heading": .text, "about": .text,
    "class": .text, "summary": .text, "notes": .texts, "reading": .text, "again": .text, "unanswered": .texts,
    "hasUnanswered": .truth, "failure": .text,
    "proposals": .list(["href": .text, "label": .text]), "hasProposals": .truth, "proposalsName": .text,
    "parts": .list(["heading": .text, "lines": .texts]),
    "copy": .text, "copyName": .text, "copyNote": .text, "form": .text, "formName": .text,
  ]
  /// After so many seconds it is said that nobody reads it.
  private static let patience: Int64 = 60

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }
  var hasFiles: Bool { false }

  /// How far it is.
  private enum State {
    /// Since it was sent, in seconds since 1970.
    case waits(since: Int64, file: String)
    case answered(RegisterAnswer, SpoolAnswer)

    var file: String {
      switch self {
      case .waits(_, let file): file
      case .answered(let answer, _): answer.file
      }
    }
  }

  static func answer(_ visit: Visit, plan id: String, name: String) -> HTTPAnswer {
    guard visit.visitor.recorder != nil else { return ActPage.refusal(visit) }
    guard let plan = RegisterPage.plan(id, visit.rules), let state = state(name, id, visit) else {
      return Routes.missing(visit)
    }
    return visit.form(RegisterAnswerPage(state, plan, name, visit))
  }

  /// The copy with marks.
  static func file(_ visit: Visit, plan id: String, name: String) -> HTTPAnswer {
    guard visit.visitor.recorder != nil else { return ActPage.refusal(visit) }
    guard case .answered? = state(name, id, visit), let folder = visit.stateFolder,
      let bytes = RegisterAnswer.copy(name, in: folder)
    else { return Routes.missing(visit) }
    return ListExport.file(bytes, RegisterPage.workbookType, visit)
  }

  /// Nil if there is none of that name, or somebody else sent it.
  private static func state(_ name: String, _ plan: String, _ visit: Visit) -> State? {
    guard let sender = visit.visitor.recorder?.sender, let folder = visit.stateFolder,
      ProposalProgress.isName(name), let second = ProposalProgress.second(name)
    else { return nil }
    if let answer = folder.answer(to: name, by: .editor), let found = RegisterAnswer(name, in: folder) {
      return found.sender == sender && found.plan == plan ? .answered(found, answer) : nil
    }
    let entry = Spool(folder.requests(to: .editor)).entries().first { $0.name == name }
    guard case .readRegister(let sent)? = entry?.request, sent.sender == sender, sent.plan == plan else { return nil }
    return .waits(since: second, file: sent.file)
  }

  private init(_ state: State, _ plan: PlanID, _ name: String, _ visit: Visit) {
    let heading = visit.say("Bảng theo dõi đã gửi", "The register that was sent")
    title = "\(heading): \(visit.rules.plans[plan].title)"
    var values: [String: TemplateValue] = [
      "crumbs": RegisterPage.crumbs(plan, visit, isBelow: true), "here": .text(visit.say("Đã gửi", "Sent")),
      "heading": .text(heading), "about": .text("\(visit.rules.plans[plan].title) · \(state.file)"),
      "class": .text("open"), "summary": .text(""), "notes": .texts([]), "reading": .text(""), "again": .text(""),
      "unanswered": .texts([]), "hasUnanswered": .truth(false), "failure": .text(""),
      "proposals": .list([[String: TemplateValue]]()), "hasProposals": .truth(false),
      "proposalsName": .text(visit.say("Đề xuất", "Proposals")),
      "parts": .list([[String: TemplateValue]]()), "copy": .text(""), "copyName": .text(""), "copyNote": .text(""),
      "form": .text(visit.address(RegisterPage.place, visit.rules.plans[plan].id)),
      "formName": .text(visit.say("Gửi bảng khác", "Send another register")),
    ]
    switch state {
    case .waits(let since, _): values.merge(Self.waiting(since, visit)) { $1 }
    case .answered(let answer, let ending): values.merge(Self.read(answer, ending, name, visit)) { $1 }
    }
    self.values = values
  }

  private static func waiting(_ since: Int64, _ visit: Visit) -> [String: TemplateValue] {
    guard Int64(visit.operations.now) - since > patience else {
      return [
        "reading": .text(
          visit.say(
            "Đang đọc bảng. Tải lại trang này sau ít giây.", "It is being read. Load this page again in some seconds.")),
        "again": .text(visit.route.address()),
      ]
    }
    let moment = visit.dates.moment(visit.model.civil(Instant(seconds: since)))
    let said = visit.say(
      "Đã gửi lúc \(moment), đến nay dịch vụ đọc bảng (nhacviec-edit) chưa trả lời. Không cần gửi lại.",
      "It was sent at \(moment), and the service that reads it (nhacviec-edit) has not answered. It need not be sent again."
    )
    let more = visit.isAdministrator ? ProposalProgress.advice(visit) : []
    return ["unanswered": .texts([said] + more), "hasUnanswered": .truth(true), "again": .text(visit.route.address())]
  }

  private static func read(
    _ answer: RegisterAnswer, _ ending: SpoolAnswer, _ name: String, _ visit: Visit
  ) -> [String: TemplateValue] {
    guard ending.exitCode == 0 || ending.exitCode == 3 else {
      return [
        "class": .text("late"),
        "summary": .text(
          visit.say("Không đọc được bảng này; chưa đề xuất gì.", "It could not be read; nothing is proposed.")),
        "failure": .text(ending.words.text(in: visit.language).asBeginning),
      ]
    }
    let reading = answer.reading(visit.language)
    let parts = [
      (visit.say("Đã đề xuất", "What is proposed"), reading.changes),
      (visit.say("Chưa nhận, cần xem lại", "Not taken, to be looked at"), reading.troubles),
      (visit.say("Việc và ngày đổi theo", "Duties and days that change by it"), reading.days),
    ]
    let copy = visit.stateFolder.flatMap { RegisterAnswer.copy(name, in: $0) }
    return [
      "class": .text(answer.troubles > 0 ? "soon" : "done"), "summary": .text(summary(answer, visit)),
      "notes": .texts(reading.notes),
      "proposals": .list(
        answer.proposals.map { number in
          [
            "href": .text(visit.address("de-xuat", "\(number)")),
            "label": .text(visit.say("Đề xuất số \(number)", "Proposal \(number)")),
          ]
        }), "hasProposals": .truth(!answer.proposals.isEmpty),
      "parts": .list(
        parts.filter { !$0.1.isEmpty }.map { ["heading": .text($0.0), "lines": .texts($0.1.map(\.asBeginning))] }),
      "copy": .text(copy == nil ? "" : Route.address(visit.route.path, visit.language, format: .xlsx)),
      "copyName": .text(visit.say("Tải bảng có đánh dấu (.xlsx)", "Download the copy with marks (.xlsx)")),
      "copyNote": .text(
        visit.say(
          "Bảng bạn gửi, có tô màu và ghi chú ở chỗ chưa nhận: sửa ở đó rồi gửi lại. Chỉ bạn tải được, trong một ngày.",
          "What you sent, with colours and notes where something was not taken: mend it there, and send it again. You alone can "
            + "download it, for a day.")),
    ]
  }

  private static func summary(_ answer: RegisterAnswer, _ visit: Visit) -> String {
    let (changes, troubles) = (answer.changes, answer.troubles)
    let first: String
    if changes == 0 {
      first =
        troubles == 0
        ? visit.say("Không có gì đổi so với quy tắc.", "Nothing differs from the rules.")
        : visit.say("Không có gì để đề xuất.", "There is nothing to propose.")
    } else if answer.isRepeated {
      first = visit.say(
        "Tệp này đã có đề xuất đang chờ; không đề xuất lại.",
        "This very file is proposed already and waits; nothing was proposed anew.")
    } else {
      first = visit.say(
        "\(visit.number(changes)) thay đổi đã thành đề xuất; chưa đổi gì cho đến khi người quản trị chấp nhận.",
        "\(changes == 1 ? "1 change is" : "\(visit.number(changes)) changes are") proposed; nothing changes until an administrator accepts it."
      )
    }
    guard troubles > 0 else { return first }
    return first
      + visit.say(
        " \(visit.number(troubles)) chỗ chưa nhận.",
        troubles == 1 ? " One thing was not taken." : " \(visit.number(troubles)) things were not taken.")
  }
}

extension TemplateValue {
  fileprivate static func texts(_ lines: [String]) -> TemplateValue { .list(lines.map { .text($0) }) }
}
