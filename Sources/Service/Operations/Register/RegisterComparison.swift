import CivilCalendar
import Diagnostics
import Expansion
import RuleSyntax
import Rules

/// What an edited register wants, found by three-way comparison: what the cells said when they were exported, what the rules in
/// force say, and what the sheet has (decision: register-by-revision).
struct RegisterComparison {
  /// Cells of a task that is there.
  struct Edit {
    let task: TaskID
    let line: RegisterSheet.Line
    /// The lines of the changed cells by their kinds.
    var cells: [EditableRow.Kind: [String]]
  }

  /// A row that is not in the rules.
  struct NewRow {
    let line: RegisterSheet.Line
    let place: RowProposals.Place
  }

  /// A day that somebody typed where there was none.
  struct Completion {
    let task: TaskID
    let line: RegisterSheet.Line
    let duty: String
    let day: CivilDate
  }

  private(set) var edits: [Edit] = []
  /// In the order of the sheet.
  private(set) var new: [NewRow] = []
  /// The tasks whose rows are gone.
  private(set) var gone: [TaskID] = []
  private(set) var completions: [Completion] = []
  private(set) var troubles: [RegisterReport.Trouble] = []

  private let sheet: RegisterSheet
  private let base, live: RegisterWording
  private let basePlan, livePlan: PlanID
  private let model: SiteModel
  /// Behind which row of the rules a new one stands.
  private var place = RowProposals.Place(section: nil, behind: nil)

  /// - Parameter base: the rules from which the sheet was exported.
  init(_ sheet: RegisterSheet, base: RegisterWording, live: RegisterWording, plan: PlanID, _ model: SiteModel) {
    (self.sheet, self.base, self.live, livePlan, self.model) = (sheet, base, live, plan, model)
    let id = live.rules.plans[plan].id
    guard let basePlan = base.rules.plans.firstIndex(where: { $0.id == id }) else {
      self.basePlan = 0
      return
    }
    self.basePlan = basePlan
    let copies = copies()
    var seen: Set<TaskID> = []
    for line in sheet.lines {
      if let trouble = copies.same[line.row] {
        troubles.append(trouble)
      } else if copies.new.contains(line.row) {
        add(line)
      } else if let task = baseTask(line) {
        seen.insert(task)
        compare(line, task)
      } else {
        read(line)
      }
    }
    for section in base.rules.sections.indices where base.rules.sections[section].plan == basePlan {
      compareGone(section: base.rules.sections[section].id, of: id)
    }
    for task in base.rules.tasks.indices where base.rules.tasks[task].plan == basePlan && !seen.contains(task) {
      compareGone(task)
    }
  }

  private func baseTask(_ line: RegisterSheet.Line) -> TaskID? {
    let found = RegisterIdentity.task(line.identity, of: basePlan, base.rules)
    return found.flatMap { base.rules.isClassified($0) ? nil : $0 }
  }

  /// The task of the rules in force; nil if there is none any more, or nothing of it may be changed here.
  private func current(_ task: TaskID) -> TaskID? {
    let id = FoldedName(base.rules.tasks[task].id)
    return live.rules.tasks.indices.first { candidate in
      let row = live.rules.tasks[candidate]
      return row.plan == livePlan && ([row.id] + row.formerly).contains { FoldedName($0) == id }
        && !live.rules.isClassified(candidate) && row.withdrawn == nil
    }
  }

  private mutating func trouble(
    _ line: RegisterSheet.Line, _ column: RegisterColumn?, _ task: TaskID?, vi: String, en: String
  ) {
    troubles.append(
      RegisterReport.Trouble(
        row: line.row, column: column, letters: column.flatMap(sheet.letters),
        task: task.map { base.rules.tasks[$0].id } ?? "", words: .init(vi: vi, en: en)))
  }

  // MARK: Rows that are copies

  /// Of several rows with one identity one is the row; the others are new, or say the same again.
  private func copies() -> (new: Set<Int>, same: [Int: RegisterReport.Trouble]) {
    var (new, same): (Set<Int>, [Int: RegisterReport.Trouble]) = ([], [:])
    let known = sheet.lines.compactMap { line in baseTask(line).map { (task: $0, line: line) } }
    for (task, found) in Dictionary(grouping: known, by: \.task) where found.count > 1 {
      let lines = found.map(\.line)
      let own = lines.first { line in EditableRow.Kind.allCases.allSatisfy { isUnchanged(line, $0, task) } } ?? lines[0]
      for line in lines where line.row != own.row {
        let isSame = EditableRow.Kind.allCases.allSatisfy { line.lines(.of($0)) == own.lines(.of($0)) }
        guard isSame else {
          new.insert(line.row)
          continue
        }
        same[line.row] = RegisterReport.Trouble(
          row: line.row, task: base.rules.tasks[task].id,
          words: .init(
            vi: "dòng này lặp lại dòng \(own.row); bỏ đi, hoặc ghi lời khác nếu là việc mới",
            en: "this row says the same as row \(own.row); take it out, or word it otherwise if it is new work"))
      }
    }
    return (new, same)
  }

  private func isUnchanged(_ line: RegisterSheet.Line, _ kind: EditableRow.Kind, _ task: TaskID) -> Bool {
    guard let lines = line.lines(.of(kind)), let row = base.row(of: task) else { return true }
    return RegisterWording.spelled(lines, kind, of: row) == base.lines(kind, row, of: task)
  }

  // MARK: Rows of tasks

  private mutating func compare(_ line: RegisterSheet.Line, _ task: TaskID) {
    let current = current(task)
    if let current { place = .init(section: nil, behind: live.rules.tasks[current].id) }
    guard let old = base.row(of: task) else { return }
    let new = current.flatMap { live.row(of: $0) }
    var cells: [EditableRow.Kind: [String]] = [:]
    for kind in EditableRow.Kind.allCases {
      guard let lines = line.lines(.of(kind)) else { continue }
      let was = base.lines(kind, old, of: task)
      let now = current.flatMap { current in new.map { live.lines(kind, $0, of: current) } }
      let typed = RegisterWording.spelled(lines, kind, of: new ?? old)
      guard RegisterWording.spelled(lines, kind, of: old) != was, typed != now else { continue }
      // Who stands in where a row names nobody need not be named.
      if typed.isEmpty, new?.values.allSatisfy({ $0.kind != kind || $0.text.isEmpty }) == true { continue }
      if let now, now == was {
        cells[kind] = typed
      } else {
        conflict(line, .of(kind), task, was, now, typed)
      }
    }
    if let current, !cells.isEmpty { edits.append(Edit(task: current, line: line, cells: cells)) }
    compareCompletion(line, task, current)
    compareComputed(line, task, besides: completions.last?.line.row == line.row ? [.result] : [])
  }

  private mutating func conflict(
    _ line: RegisterSheet.Line, _ column: RegisterColumn, _ task: TaskID, _ was: [String], _ now: [String]?,
    _ typed: [String]
  ) {
    trouble(
      line, column, task,
      vi: "quy tắc cũng đã đổi từ bản \(sheet.revision); xem lại rồi ghi đúng lời ở bảng xuất mới",
      en: "the rules have changed too since revision \(sheet.revision); look at it again in a new export")
    let gone = "(–)"
    troubles[troubles.count - 1].conflict = (
      was.joined(separator: "\n"), now?.joined(separator: "\n") ?? gone, typed.joined(separator: "\n")
    )
  }

  /// What somebody wrote into cells that are not read from a sheet.
  private mutating func compareComputed(
    _ line: RegisterSheet.Line, _ task: TaskID?, besides: Set<RegisterColumn>, all: Bool = false
  ) {
    guard let check = line.check else { return }
    for column in RegisterColumn.seen where !besides.contains(column) {
      guard all || column.kind == nil && column != .done, line.lines(column) != nil,
        !check.says(line.text(column), column)
      else { continue }
      trouble(line, column, task, vi: column.elsewhere.vi, en: column.elsewhere.en)
    }
  }

  // MARK: Completions

  private mutating func compareCompletion(_ line: RegisterSheet.Line, _ task: TaskID, _ current: TaskID?) {
    guard let lines = line.lines(.done) else { return }
    let text = lines.joined(separator: " ")
    let was = line.check?.done
    let isUnchanged = line.check?.says(line.text(.done), .done) ?? text.isEmpty
    guard !isUnchanged else { return }
    let identity = line.identity
    let duty = current == nil ? nil : model.book.duty(identity, model.expander)
    var now: CivilDate?
    if case .done(let day, _)? = duty?.closed { now = day }
    guard let day = model.day(typed: text) else {
      if text.isEmpty, duty != nil, now == nil, was != nil { return }
      let words = text.isEmpty ? RegisterColumn.done.elsewhere : Self.unreadable(text)
      return trouble(line, .done, task, vi: words.vi, en: words.en)
    }
    guard day != was, day != now else { return }
    guard was == nil else {
      return trouble(line, .done, task, vi: RegisterColumn.done.elsewhere.vi, en: RegisterColumn.done.elsewhere.en)
    }
    if let fault = fault(day, identity, duty) {
      trouble(line, .done, task, vi: fault.vi, en: fault.en)
      if let now { troubles[troubles.count - 1].conflict = ("", now.written, day.written) }
      return
    }
    if let current { completions.append(Completion(task: current, line: line, duty: identity, day: day)) }
  }

  private static func unreadable(_ text: String) -> Bilingual {
    .init(vi: "“\(text)” không phải là một ngày; ghi như 31/5/2024", en: "“\(text)” is no day; write 31/5/2024")
  }

  /// Why a completion cannot be taken; nil if it can.
  private func fault(_ day: CivilDate, _ identity: String, _ duty: Duty<DutyState>?) -> Bilingual? {
    guard identity.contains("@") else {
      return .init(
        vi: "việc này không có một kỳ để ghi chung; ghi riêng: nhacviec done",
        en: "there is no one duty that this can be of; record it by nhacviec done")
    }
    guard let duty else {
      return .init(vi: "không còn việc này: nhacviec upcoming", en: "this is owed no more: nhacviec upcoming")
    }
    guard duty.closed == nil else {
      return .init(vi: "việc này nay đã đóng rồi", en: "this is closed by now")
    }
    guard duty.report == nil else {
      return .init(vi: "việc này đã báo cáo, đang chờ xác nhận", en: "this is reported and waits to be confirmed")
    }
    guard day <= model.today else { return .init(vi: "ngày này chưa đến", en: "this day lies ahead") }
    return nil
  }

  // MARK: Other rows

  /// A row that is about no task: a heading, classified work, a new row.
  private mutating func read(_ line: RegisterSheet.Line) {
    let plan = live.rules.plans[livePlan].id
    if let id = RegisterIdentity.section(line.identity, of: plan) {
      if live.rules.sections.contains(where: { $0.plan == livePlan && $0.id == id }) {
        place = .init(section: id, behind: nil, isFirst: true)
      }
      return compareComputed(line, nil, besides: [], all: true)
    }
    guard line.identity.isEmpty else {
      return trouble(
        line, .identity, nil,
        vi: "bản \(sheet.revision) không có “\(line.identity)”; giữ nguyên cột này, để trống ở việc mới",
        en: "revision \(sheet.revision) has no “\(line.identity)”; leave this column as it is, and empty in new rows")
    }
    if line.check != nil { compareComputed(line, nil, besides: [], all: true) } else { add(line) }
  }

  private mutating func add(_ line: RegisterSheet.Line) {
    guard EditableRow.Kind.allCases.contains(where: { line.lines(.of($0))?.isEmpty == false }) else {
      return trouble(
        line, nil, nil, vi: "dòng này không có nội dung việc nào; điền Nhiệm vụ, Chủ trì, Thời hạn, hoặc bỏ đi",
        en: "this row says of no work; fill in task, lead and deadline, or take it out")
    }
    // Read again once its new rows are in the rules, a sheet has no other ones.
    if let known = sinceBase.first(where: { isLike(line, $0) }) {
      place = .init(section: nil, behind: live.rules.tasks[known].id)
      return
    }
    new.append(NewRow(line: line, place: place))
    let taken: Set<RegisterColumn> = [.number, .basis]
    for column in RegisterColumn.seen where column.kind == nil && !taken.contains(column) {
      // Of a copied row what it was copied with says nothing.
      let isCopied = line.check?.says(line.text(column), column) ?? false
      guard line.lines(column)?.isEmpty == false, !isCopied else { continue }
      trouble(
        line, column, nil, vi: "việc mới chưa có ô này; ghi lại sau khi việc được chấp nhận",
        en: "new work has no such cell yet; write it once the work is accepted")
    }
  }

  /// The tasks that came after the sheet was exported.
  private var sinceBase: [TaskID] {
    let known = base.rules.tasks.filter { $0.plan == basePlan }.map { FoldedName($0.id) }
    return live.rules.tasks.indices.filter { task in
      let row = live.rules.tasks[task]
      return row.plan == livePlan && !([row.id] + row.formerly).contains { known.contains(FoldedName($0)) }
    }
  }

  private func isLike(_ line: RegisterSheet.Line, _ task: TaskID) -> Bool {
    guard let row = live.row(of: task) else { return false }
    return EditableRow.Kind.allCases.allSatisfy { kind in
      line.lines(.of(kind)).map {
        RegisterWording.spelled($0, kind, of: row) == live.lines(kind, row, of: task)
      } ?? true
    }
  }

  // MARK: Rows that are gone

  private mutating func compareGone(section id: String, of plan: String) {
    guard !sheet.lines.contains(where: { RegisterIdentity.section($0.identity, of: plan) == id }) else { return }
    troubles.append(
      RegisterReport.Trouble(
        task: id,
        words: .init(
          vi: "dòng của mục này không còn trong bảng; mục không bỏ được ở đây, mà trong tệp quy tắc",
          en: "the row of this section is gone; sections are not taken out here, but in the rule files")))
  }

  private mutating func compareGone(_ task: TaskID) {
    let old = base.rules.tasks[task]
    guard !base.rules.isClassified(task), old.withdrawn == nil, let current = current(task) else { return }
    guard base.row(of: task)?.text == live.row(of: current)?.text else {
      troubles.append(
        RegisterReport.Trouble(
          task: old.id,
          words: .init(
            vi: "dòng này đã bỏ khỏi bảng, nhưng quy tắc cũng đã đổi từ bản \(sheet.revision); xem lại ở bảng xuất mới",
            en: "this row is gone from the sheet, but the rules have changed too since revision \(sheet.revision); "
              + "look at it again in a new export")))
      return
    }
    gone.append(current)
  }
}
