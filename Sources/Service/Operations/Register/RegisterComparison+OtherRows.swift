import Diagnostics
import RuleSyntax
import Rules

/// Rows that are about no task of the rules, and tasks whose rows are gone.
extension RegisterComparison {
  /// A row that is about no task: a heading, classified work, a new row.
  mutating func read(_ line: RegisterSheet.Line) {
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

  mutating func add(_ line: RegisterSheet.Line) {
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

  private func isLike(_ line: RegisterSheet.Line, _ task: TaskID) -> Bool {
    guard let row = live.row(of: task) else { return false }
    return EditableRow.Kind.allCases.allSatisfy { kind in
      line.lines(.of(kind)).map {
        RegisterWording.spelled($0, kind, of: row) == live.lines(kind, row, of: task)
      } ?? true
    }
  }

  // MARK: Rows that are gone

  mutating func compareGone(section id: String, of plan: String) {
    guard !sheet.lines.contains(where: { RegisterIdentity.section($0.identity, of: plan) == id }) else { return }
    troubles.append(
      RegisterReport.Trouble(
        task: id,
        words: .init(
          vi: "dòng của mục này không còn trong bảng; mục không bỏ được ở đây, mà trong tệp quy tắc",
          en: "the row of this section is gone; sections are not taken out here, but in the rule files")))
  }

  mutating func compareGone(_ task: TaskID) {
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
