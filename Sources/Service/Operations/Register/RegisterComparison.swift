import CivilCalendar
import Diagnostics
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

  var edits: [Edit] = []
  /// In the order of the sheet.
  var new: [NewRow] = []
  /// The tasks whose rows are gone.
  var gone: [TaskID] = []
  var completions: [Completion] = []
  var troubles: [RegisterReport.Trouble] = []

  let sheet: RegisterSheet
  let base, live: RegisterWording
  let basePlan, livePlan: PlanID
  let model: SiteModel
  /// Behind which row of the rules a new one stands.
  var place = RowProposals.Place(section: nil, behind: nil)
  /// The tasks that came after the sheet was exported.
  let sinceBase: [TaskID]

  /// How many rows are to be looked at together.
  var count: Int { edits.count + new.count + gone.count + completions.count }

  /// Fails if the rules from which the sheet was exported have no such plan.
  /// - Parameter base: these rules.
  init(
    _ sheet: RegisterSheet, base: RegisterWording, live: RegisterWording, plan: PlanID, _ model: SiteModel
  ) throws(OperationFailure) {
    (self.sheet, self.base, self.live, livePlan, self.model) = (sheet, base, live, plan, model)
    let id = live.rules.plans[plan].id
    guard let basePlan = base.rules.plans.firstIndex(where: { $0.id == id }) else {
      throw OperationFailure(
        vi:
          "bản quy tắc \(sheet.revision), mà bảng ghi là được xuất từ đó, không có kế hoạch \(id); xuất bảng mới rồi sửa ở đó",
        en:
          "revision \(sheet.revision), from which the sheet says it was exported, has no plan \(id); export anew, and edit that"
      )
    }
    self.basePlan = basePlan
    let known = Set(base.rules.tasks.filter { $0.plan == basePlan }.map { FoldedName($0.id) })
    sinceBase = live.rules.tasks.indices.filter { task in
      let row = live.rules.tasks[task]
      return row.plan == plan && !([row.id] + row.formerly).contains { known.contains(FoldedName($0)) }
    }
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

  func baseTask(_ line: RegisterSheet.Line) -> TaskID? {
    let found = RegisterIdentity.task(line.identity, of: basePlan, base.rules)
    return found.flatMap { base.rules.isClassified($0) ? nil : $0 }
  }

  /// The task of the rules in force; nil if there is none any more, or nothing of it may be changed here.
  func current(_ task: TaskID) -> TaskID? {
    let id = FoldedName(base.rules.tasks[task].id)
    return live.rules.tasks.indices.first { candidate in
      let row = live.rules.tasks[candidate]
      return row.plan == livePlan && ([row.id] + row.formerly).contains { FoldedName($0) == id }
        && !live.rules.isClassified(candidate) && row.withdrawn == nil
    }
  }

  mutating func trouble(
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
  mutating func compareComputed(
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
}
