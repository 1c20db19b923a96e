import Diagnostics
import HTTPMessages
import Operations
import PlanImport
import Presentation
import Rules
import Templates

/// The form by which somebody proposes another row, or a new one: values in, meaning and days out, then sent with a reason.
struct RowPage: Page {
  static let template = "propose.html"
  static let shape: [String: TemplateShape] = [
    "crumbs": .list(["href": .text, "label": .text]), "here": .text, "heading": .text, "about": .text,
    "action": .text, "token": .text, "isWrong": .truth, "note": .text,
    "errors": .list(FaultLinks.shape), "hasErrors": .truth,
    "known": .list(["href": .text, "name": .text, "about": .text, "reason": .text, "more": .text]),
    "sentences": .list(["fields": .list(RowField.shape)]), "fields": .list(RowField.shape),
    "units": .texts, "tasks": .texts, "drafts": .list(DraftCard.shape),
    "reasons": .list(["fields": .list(RowField.shape)]),
  ]

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }

  /// What is proposed.
  enum Subject {
    case change(TaskID, EditableRow)
    case new(PlanID)

    func plan(_ rules: RuleSet) -> PlanID {
      switch self {
      case .change(let task, _): rules.tasks[task].plan
      case .new(let plan): plan
      }
    }
  }

  /// What its buttons ask for.
  enum Action: String {
    case read = "doc"
    case look = "xem"
    case send = "gui"
  }

  /// What is shown beside what was typed.
  struct State {
    var faults: [RowProposals.Fault] = []
    var preview: ProposalPreview?
    var note = ""
    /// Several limits of the sentence, of which one is to be chosen.
    var limits: [DocumentSentence.Limit] = []
    /// The proposal that says the same already.
    var known: ProposalRow?
  }

  // MARK: Answers

  static func change(_ visit: Visit, plan: String, task: String) -> HTTPAnswer {
    answer(visit) { proposals in
      let rules = visit.rules
      let found = rules.tasks.indices.first {
        rules.reference(to: $0) == visit.model.dutyNames.current(written: "\(plan)/\(task)")
      }
      return found.flatMap { task in proposals.row(of: task).map { .change(task, $0) } }
    }
  }

  static func new(_ visit: Visit, plan: String) -> HTTPAnswer {
    answer(visit) { _ in
      visit.rules.plans.indices.first { visit.rules.plans[$0].id == plan && visit.rules.plans[$0].classified == nil }
        .map {
          .new($0)
        }
    }
  }

  private static func answer(_ visit: Visit, _ find: (RowProposals) -> Subject?) -> HTTPAnswer {
    guard let recorder = visit.visitor.recorder else { return ActPage.refusal(visit) }
    do throws(OperationFailure) {
      let proposals = try RowProposals(visit.model, in: visit.operations)
      guard let subject = find(proposals) else { return Routes.missing(visit) }
      guard visit.model.mayPropose(in: subject.plan(visit.rules), by: recorder) else { return ActPage.refusal(visit) }
      guard visit.request.method == "POST" else {
        return visit.form(RowPage(subject, SentFields(defaults(subject)), State(), visit))
      }
      return try posted(subject, proposals, visit)
    } catch { return Problem.unreadable(error.remark.summary).answer(visit) }
  }

  private static func posted(
    _ subject: Subject, _ proposals: RowProposals, _ visit: Visit
  ) throws(OperationFailure) -> HTTPAnswer {
    let names = Set(fields(subject, visit).all.map(\.name) + [RowField.limit])
    func page(_ sent: SentFields, _ state: State, _ status: Int) -> HTTPAnswer {
      var state = state
      if case .new(let plan) = subject {
        state.limits = proposals.limits(of: sent.values[RowField.sentence] ?? "", in: plan)
      }
      return visit.form(RowPage(subject, sent, state, visit), status: status)
    }
    let sent: SentFields
    switch visit.sentFields(isField: names.contains) {
    case .success(let fields): sent = fields
    case .failure(.answer(let answer)): return answer
    case .failure(.old(let fields)):
      return page(fields, State(note: visit.say(Visit.oldForm.vi, Visit.oldForm.en)), 403)
    case .failure(.notNow(let fields, let problem)):
      var answer = page(fields, State(note: visit.notNow(problem)), problem.status)
      answer.set("Retry-After", "\(problem.secondsToWait ?? 5)")
      return answer
    }
    guard let action = Action(rawValue: sent.action) else { return Problem(.badForm).answer(visit) }
    if action == .read, case .new(let plan) = subject {
      let (read, faults) = read(sent, plan, proposals)
      return page(read, State(faults: faults), faults.isEmpty ? 200 : 422)
    }
    // A reason is wanted of what is sent, and told with all else that is wrong.
    let reason = sent.values[RowField.reason] ?? ""
    let unreasoned = action == .send ? RowProposals.fault(ofReason: reason, RowField.reason) : nil
    let draft: RowProposals.Draft
    do throws(RowProposals.Faults) {
      draft = try visit.previewing { () throws(RowProposals.Faults) in try self.draft(subject, sent, proposals) }
    } catch { return page(sent, State(faults: error.all + [unreasoned].compactMap(\.self)), 422) }
    if let unreasoned { return page(sent, State(faults: [unreasoned], preview: draft.preview), 422) }
    guard action == .send else { return page(sent, State(preview: draft.preview), 200) }
    return try send(draft, sent, proposals, visit) { page(sent, $0, 422) }
  }

  private static func draft(
    _ subject: Subject, _ sent: SentFields, _ proposals: RowProposals
  ) throws(RowProposals.Faults) -> RowProposals.Draft {
    switch subject {
    case .change(let task, _): return try proposals.changed(task, to: sent.values)
    case .new(let plan):
      func given(_ name: String) -> String? { sent.values[name].flatMap { $0.isEmpty ? nil : $0 } }
      let place = RowProposals.Place(section: given(RowProposals.section), behind: given(RowProposals.behind))
      return try proposals.new(in: plan, at: place, sent.values)
    }
  }

  /// With what the sentence says in the fields that are empty, and what is to be chosen first. Another limit that is chosen takes the
  /// place of the one before, if nobody changed that.
  private static func read(
    _ sent: SentFields, _ plan: PlanID, _ proposals: RowProposals
  ) -> (sent: SentFields, faults: [RowProposals.Fault]) {
    var sent = sent
    func text(_ name: String) -> String { sent.values[name] ?? "" }
    let (sentence, document) = (text(RowField.sentence), text(RowField.document))
    let (title, due) = (EditableRow.Kind.title.rawValue, EditableRow.Kind.due.rawValue)
    let limits = proposals.limits(of: sentence, in: plan)
    let chosen = Int(text(RowField.limit)).flatMap { limits.indices.contains($0 - 1) ? limits[$0 - 1] : nil }
    if chosen != nil, limits.contains(where: { $0.title == text(title) && $0.deadline == text(due) }) {
      (sent.values[title], sent.values[due]) = ("", "")
    }
    let isOpen = !limits.isEmpty && chosen == nil && text(due).isEmpty
    let found = proposals.values(of: sentence, document: document, in: plan, by: chosen)
    for (name, value) in found where text(name).isEmpty { sent.values[name] = value }
    if text(RowField.reason).isEmpty, !sentence.isEmpty {
      sent.values[RowField.reason] = (document.isEmpty ? "" : "\(document): ") + "“\(sentence)”"
    }
    let question = RowProposals.Fault(
      name: RowField.limit,
      words: .init(
        vi: "Câu này có \(limits.count) thời hạn; hãy chọn một rồi đọc lại, hoặc tự ghi thời hạn.",
        en: "The sentence has \(limits.count) limits: choose one and read it again, or write the deadline yourself."))
    return (sent, isOpen ? [question] : [])
  }

  private static func send(
    _ draft: RowProposals.Draft, _ sent: SentFields, _ proposals: RowProposals, _ visit: Visit,
    _ wrong: (State) -> HTTPAnswer
  ) throws(OperationFailure) -> HTTPAnswer {
    guard let recorder = visit.visitor.recorder, let desk = visit.desk else { return ActPage.refusal(visit) }
    let outcome: Result<RowProposals.Outcome, OperationFailure> = desk.turn.withLock { _ in
      do throws(OperationFailure) {
        return .success(
          try proposals.add(
            draft, because: sent.values[RowField.reason] ?? "", words: sent.values[RowField.sentence] ?? "",
            by: recorder))
      } catch { return .failure(error) }
    }
    switch outcome {
    case .success(.added(let number)): return visit.redirect(visit.address("de-xuat", "\(number)"))
    // Sent twice, it is one proposal.
    case .success(.same(let same, isRepeated: true)): return visit.redirect(visit.address("de-xuat", "\(same.number)"))
    case .success(.same(let same, isRepeated: false)):
      return wrong(State(preview: draft.preview, known: ProposalRow(same, visit)))
    case .failure(let failure):
      guard failure.ending == .failure, case .error(let words) = failure.remark else { throw failure }
      return wrong(State(faults: [.init(name: nil, words: words)], preview: draft.preview))
    }
  }

  // MARK: Fields

  struct Fields {
    var sentence: [RowField] = []
    var row: [RowField] = []
    let reason = RowField.ofReason
    var all: [RowField] { sentence + row + [reason] }
  }

  private static func fields(_ subject: Subject, _ visit: Visit) -> Fields {
    switch subject {
    case .change(_, let row):
      // What is changed most stands first.
      let values = row.values.filter { $0.kind == .due } + row.values.filter { $0.kind != .due }
      return Fields(row: values.map(RowField.of))
    case .new(let plan):
      let kinds = EditableRow.Kind.allCases.map { RowField.of(.init($0)) }
      let sections = visit.rules.sections.filter { $0.plan == plan }
      let none = (value: "", label: visit.say("Như việc đứng trước", "That of the task before"))
      let choice = RowField(
        name: RowProposals.section, label: .init(vi: "Mục", en: "Section"),
        options: [none] + sections.map { ($0.id, "\($0.id). \(RuleNames.plainTitle($0.title))") })
      return Fields(
        sentence: [.ofSentence, .ofDocument],
        row: kinds + [.ofSource] + (sections.isEmpty ? [] : [choice]) + [.ofBehind])
    }
  }

  private static func defaults(_ subject: Subject) -> [String: String] {
    guard case .change(_, let row) = subject else { return [:] }
    return Dictionary(row.values.map { ($0.name, $0.text) }) { first, _ in first }
  }

  // MARK: The page

  private init(_ subject: Subject, _ sent: SentFields, _ state: State, _ visit: Visit) {
    let rules = visit.rules
    var fields = Self.fields(subject, visit)
    if !state.limits.isEmpty { fields.sentence.insert(.of(state.limits, visit), at: 1) }
    let plan: PlanID
    let heading: String
    switch subject {
    case .change(let task, _):
      plan = rules.tasks[task].plan
      heading = visit.say("Đề xuất sửa dòng \(rules.tasks[task].id)", "Propose a change of row \(rules.tasks[task].id)")
    case .new(let place):
      plan = place
      heading = visit.say("Đề xuất việc mới", "Propose a new task")
    }
    let isWrong = !state.faults.isEmpty || !state.note.isEmpty || state.known != nil
    title = isWrong ? visit.say("Lỗi: \(heading)", "Error: \(heading)") : heading
    // In the order in which they stand on the page, then those of the whole.
    let ids = Dictionary(fields.all.map { ($0.name, $0.id) }) { first, _ in first }
    func values(_ fields: [RowField]) -> TemplateValue {
      .list(fields.map { $0.values(sent.values[$0.name] ?? "", state.faults, visit) })
    }
    let count = state.faults.count
    self.values = [
      "crumbs": .list([
        ["href": .text(visit.address()), "label": .text(visit.say("Hôm nay", "Today"))],
        ["href": .text(visit.address("ke-hoach", rules.plans[plan].id)), "label": .text(rules.plans[plan].title)],
        ["href": .text(visit.address("de-xuat")), "label": .text(visit.say("Đề xuất", "Proposals"))],
      ]),
      "here": .text(heading), "heading": .text(heading),
      "about": .text(
        visit.say(
          "Chưa đổi gì cho đến khi người quản trị chấp nhận.", "Nothing changes until an administrator accepts it.")),
      "action": .text(visit.route.address()), "token": .text(visit.token), "isWrong": .truth(isWrong),
      "note": .text(
        !state.note.isEmpty
          ? state.note
          : state.known != nil
            ? visit.say(
              "Đề xuất đúng như vậy đã có và đang chờ quyết định.", "The same is proposed already and waits.")
            : visit.say(
              "Có \(count) chỗ cần sửa; những gì đã gõ vẫn còn.",
              count == 1
                ? "One thing is to be mended; what was typed is still here."
                : "\(count) things are to be mended; what was typed is still here.")),
      "errors": FaultLinks.values(
        state.faults.map { fault in
          (
            field: fault.name.flatMap { ids[$0] } ?? "bieu-mau", text: fault.words.text(in: visit.language).asBeginning
          )
        }, in: fields.all.map(\.id)),
      "hasErrors": .truth(count > 0),
      "known": .list(state.known.map { [Self.values(of: $0, visit)] } ?? []),
      "sentences": .list(fields.sentence.isEmpty ? [] : [["fields": values(fields.sentence)]]),
      "fields": values(fields.row), "reasons": .list([["fields": values([fields.reason])]]),
      "units": .list(Self.units(of: plan, rules).map { .text($0) }),
      "tasks": .list(
        { if case .new = subject { rules.tasks.filter { $0.plan == plan }.map { .text($0.id) } } else { [] } }()),
      "drafts": .list(state.preview.map { [DraftCard($0, visit).values] } ?? []),
    ]
  }

  /// Who proposed the same, when and why, and that no other reason was kept.
  private static func values(of known: ProposalRow, _ visit: Visit) -> [String: TemplateValue] {
    let number = known.proposal.number
    return [
      "href": .text(visit.address("de-xuat", "\(number)")),
      "name": .text(visit.say("Đề xuất số \(number)", "Proposal \(number)")),
      "about": .text("\(known.author), \(known.moment(known.proposal.made))"),
      "reason": .text(known.isSecret ? "" : "“\(known.proposal.content.subject)”"),
      "more": .text(
        visit.say(
          "Lý do vừa ghi chưa được lưu; nếu cần, báo cho người quản trị.",
          "The reason above was not kept; if it matters, tell the administrator.")),
    ]
  }

  /// The names of the units and groups that the plan sees.
  private static func units(of plan: PlanID, _ rules: RuleSet) -> [String] {
    let all =
      rules.units.indices.map { (Recipient.unit($0), rules.units[$0].title) }
      + rules.groups.indices.map { (Recipient.group($0), rules.groups[$0].title) }
    return all.filter { rules.recipient(named: $0.1, in: plan) == $0.0 }.map(\.1).inVietnameseOrder { $0 }
  }
}
