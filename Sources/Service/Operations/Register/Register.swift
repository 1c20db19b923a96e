import CivilCalendar
import Diagnostics
import Expansion
import OfficeDocuments
import Presentation
import Rules

/// The register of a plan: its tasks in its order below the headings of their sections, each with the duty that is to be done next.
/// Of classified work it has id and day alone (decision: classified-tasks).
struct Register {
  private let model: SiteModel
  private let wording: RegisterWording
  private let language: Language
  private let names: RuleNames
  private let items: ItemWording
  private let order: TaskOrder

  /// Fails if no rules are in force.
  init(_ model: SiteModel, _ language: Language, in operations: OperationContext) throws(OperationFailure) {
    try Self.requireRules(model)
    wording = RegisterWording(rules: model.book.rules, sources: try ProposalPreview.sources(of: model, in: operations))
    (self.model, self.language) = (model, language)
    names = RuleNames(rules: model.rules, language: language)
    items = ItemWording(model.rules, DateWording(language), today: model.today)
    order = TaskOrder(model.rules)
  }

  /// Fails if no rules are in force.
  static func requireRules(_ model: SiteModel) throws(OperationFailure) {
    guard model.revision == nil else { return }
    throw OperationFailure(
      vi: "chưa có bản quy tắc nào có hiệu lực nên chưa có bảng theo dõi: nhacviec rules promote",
      en: "no rules are in force yet, so that there is no register: nhacviec rules promote")
  }

  func rows(of plan: PlanID) -> [RegisterRow] {
    let rules = model.rules
    let sections = rules.sections.indices.filter { rules.sections[$0].plan == plan }.sorted {
      TaskOrder.sortKey(rules.sections[$0].id).lexicographicallyPrecedes(TaskOrder.sortKey(rules.sections[$1].id))
    }
    let bySection = Dictionary(grouping: rules.tasks.indices.filter { rules.tasks[$0].plan == plan }) {
      rules.tasks[$0].section ?? -1
    }
    func rows(_ section: Int) -> [RegisterRow] { inOrder(bySection[section] ?? []).map(row) }
    return rows(-1) + sections.flatMap { [heading($0)] + rows($0) }
  }

  /// Rows stand as their file has them, so that a row that somebody put between others is found there again; files stand as an office
  /// reads their first ids.
  private func inOrder(_ tasks: [TaskID]) -> [TaskID] {
    let files = Dictionary(grouping: tasks) { model.rules.tasks[$0].span.source.name }.values.map { tasks in
      (first: tasks.map { order.rank[$0] }.min() ?? 0, tasks: tasks)
    }
    return files.sorted { $0.first < $1.first }.flatMap { file in
      file.tasks.sorted { model.rules.tasks[$0].span.start < model.rules.tasks[$1].span.start }
    }
  }

  private func heading(_ section: Int) -> RegisterRow {
    let found = model.rules.sections[section]
    var row = RegisterRow()
    row.cells = [.number: .text(found.id), .title: .text(found.title)]
    row.identity = RegisterIdentity.section(model.rules.plans[found.plan].id, found.id).text
    row.isHeading = true
    return row
  }

  private func row(_ task: TaskID) -> RegisterRow {
    let duties = model.counted.places(of: task).map { model.list.items[$0] }
    guard !model.rules.isClassified(task) else { return secret(task, duties) }
    let found = model.rules.tasks[task]
    let plan = model.rules.plans[found.plan]
    var row = RegisterRow()
    row.cells = [
      .number: .text(found.id), .basis: .text(RegisterWording.basis(of: task, model.rules)),
      .note: .text(found.note ?? ""), .done: .noDay,
    ]
    if let block = wording.row(of: task) {
      for kind in EditableRow.Kind.allCases {
        row.cells[.of(kind)] = .text(wording.lines(kind, block, of: task).joined(separator: "\n"))
      }
    }
    row.cells[.leader] = .text(leader(of: found, plan))
    let lines = SharedWork.lines(of: duties)
    guard let line = lines.first(where: { $0.items.contains { $0.group != .closed } }) ?? lines.last,
      let item = line.items.first(where: { $0.group != .closed }) ?? line.items.first
    else {
      row.identity = RegisterIdentity.task(plan.id, found.id).text
      return row
    }
    let isShared = line.items.count > 1 || item.duty.id.unit != nil
    row.identity = isShared ? RegisterIdentity.task(plan.id, found.id).text : item.duty.id.description
    row.cells[.day] = item.dueDay.map { .day($0) } ?? .text(items.when(item))
    row.cells[.state] = .text(items.state(item))
    row.cells[.progress] = .text(isShared ? line.share.text(language) : progress(of: item.duty))
    guard !isShared else { return row }
    if case .done(let day, let document)? = item.duty.closed {
      row.done = day
      if let day { row.cells[.done] = .day(day) }
      row.cells[.result] = .text(document ?? "")
    } else if let report = item.duty.report {
      row.cells[.result] = .text(report.words ?? "")
    }
    return row
  }

  /// How far it is, as was last told.
  private func progress(of duty: AnyDuty) -> String {
    duty.course.last { $0.kind == .progress }?.words ?? ""
  }

  /// Whoever stands above those who lead, a person or a post, else the plan's leader.
  private func leader(of task: PlanTask, _ plan: Plan) -> String {
    let units = task.leads.flatMap { model.rules.units(of: $0.1.recipient) }
    var superiors: [Int] = []
    for unit in units {
      guard let superior = model.rules.units[unit].superior, !superiors.contains(superior),
        [.role, .person].contains(model.rules.units[superior].kind)
      else { continue }
      superiors.append(superior)
    }
    return superiors.isEmpty ? plan.leader.map(names.recipient) ?? "" : names.recipients(superiors.map { .unit($0) })
  }

  /// Which of its days is shown must not tell how it stands: the next one, else the last.
  private func secret(_ task: TaskID, _ duties: [UpcomingItem]) -> RegisterRow {
    let days = duties.compactMap(\.dueDay).sorted()
    var row = RegisterRow()
    row.cells[.number] = .text(model.rules.tasks[task].id)
    if let day = days.first(where: { $0 >= model.today }) ?? days.last { row.cells[.day] = .day(day) }
    return row
  }
}

extension RegisterWording {
  /// The document on which a task rests: its own, else its plan.
  static func basis(of task: TaskID, _ rules: RuleSet) -> String {
    rules.tasks[task].source ?? basis(ofPlan: rules.tasks[task].plan, rules)
  }

  /// The plan as a document.
  static func basis(ofPlan plan: PlanID, _ rules: RuleSet) -> String {
    let plan = rules.plans[plan]
    guard let number = plan.issuedNumber else { return "" }
    guard case .on(let day) = plan.issued else { return number }
    return "\(number), \(DateWording(.vi).dayInSentence(day))"
  }
}

/// What a row is about, as its hidden cell has it.
enum RegisterIdentity: Equatable {
  /// By the ids of the plan and the section.
  case section(String, String)
  /// By the ids of the plan and the task: each unit owes it, or nobody owes anything of it.
  case task(String, String)

  private static let mark = "mục "

  var text: String {
    switch self {
    case .section(let plan, let id): "\(Self.mark)\(plan)/\(id)"
    case .task(let plan, let id): "\(plan)/\(id)"
    }
  }

  /// The section that the text is about; nil if it is about none.
  static func section(_ text: String, of plan: String) -> String? {
    let start = "\(mark)\(plan)/"
    return text.hasPrefix(start) ? String(text.dropFirst(start.count)) : nil
  }

  /// The task of the plan that the text is about, alone or by one of its duties; nil if there is none.
  static func task(_ text: String, of plan: PlanID, _ rules: RuleSet) -> TaskID? {
    let start = rules.plans[plan].id + "/"
    guard text.hasPrefix(start) else { return nil }
    let rest = text.dropFirst(start.count)
    let found = rules.tasks.indices.filter { task in
      guard rules.tasks[task].plan == plan, rest.hasPrefix(rules.tasks[task].id) else { return false }
      let next = rest.dropFirst(rules.tasks[task].id.count).first
      return next == nil || next.map(":@/".contains) == true
    }
    return found.max { rules.tasks[$0].id.count < rules.tasks[$1].id.count }
  }
}
