import Diagnostics
import Proposals
import RuleSyntax
import Rules

/// The changes of an edited register as blocks of rules: each as a form on the pages would make it, so that what a form refuses is
/// refused here with the same words.
struct RegisterDrafts {
  private(set) var changes: [RegisterReport.Change] = []
  private(set) var troubles: [RegisterReport.Trouble] = []

  private let sheet: RegisterSheet
  private let live: RegisterWording
  private let rows: RowProposals
  private let plan: PlanID
  private var taken: [Candidate] = []

  /// A row that is to be proposed.
  private struct Candidate {
    /// Among all, in the order of the sheet.
    var place = 0
    var piece: RowProposals.Piece
    /// The row of the sheet; nil of one that is gone.
    var row: Int?
    var task: String
    /// Of a changed one: its cells, and the values that they give it.
    var edit: RegisterComparison.Edit?
    var typed: [EditableRow.Kind: [String: String]] = [:]
  }

  init(
    _ comparison: RegisterComparison, _ sheet: RegisterSheet, live: RegisterWording, plan: PlanID, _ rows: RowProposals
  ) {
    (self.sheet, self.live, self.rows, self.plan) = (sheet, live, rows, plan)
    var candidates = comparison.edits.compactMap { changed($0) }
    candidates += comparison.gone.compactMap { withdrawn($0) }
    candidates += added(comparison.new)
    for place in candidates.indices { candidates[place].place = place }
    settle(candidates)
    taken.sort { $0.place < $1.place }
    for candidate in taken { tell(candidate) }
  }

  /// Of several new ones behind one row the last is put there first, so that they stand in the order of the sheet.
  var blocks: [ProposedBlock] {
    let isNew = { (candidate: Candidate) in candidate.piece.task == nil }
    return (taken.filter { !isNew($0) } + taken.filter(isNew).reversed()).map(\.piece.block)
  }

  private mutating func trouble(
    _ candidate: (row: Int?, task: String), _ fault: RowProposals.Fault, _ column: RegisterColumn?
  ) {
    troubles.append(
      RegisterReport.Trouble(
        row: candidate.row, column: column, letters: column.flatMap(sheet.letters), task: candidate.task,
        words: fault.words, mends: fault.mends))
  }

  // MARK: What it would do

  /// Takes all that is right. What is wrong is looked at alone; where it is not known what is, each half is.
  private mutating func settle(_ candidates: [Candidate]) {
    guard candidates.count > 1 else {
      if let only = candidates.first { settle(only) }
      return
    }
    guard let wrong = rows.wrong(among: candidates.map(\.piece)) else {
      taken += candidates
      return
    }
    guard wrong.isEmpty else {
      settle(candidates.indices.filter { !wrong.contains($0) }.map { candidates[$0] })
      for place in wrong.sorted() { settle(candidates[place]) }
      return
    }
    settle(Array(candidates[..<(candidates.count / 2)]))
    settle(Array(candidates[(candidates.count / 2)...]))
  }

  private mutating func settle(_ candidate: Candidate) {
    do throws(RowProposals.Faults) {
      _ = try rows.check(candidate.piece, testing: false)
      taken.append(candidate)
    } catch {
      if let rest = without(error.all, candidate) { settle(rest) }
    }
  }

  /// Tells the faults, and gives the row without the cells that have them; nil if nothing is left. What is wrong in one cell keeps no
  /// other of its row from being taken.
  private mutating func without(_ faults: [RowProposals.Fault], _ candidate: Candidate) -> Candidate? {
    var rest = candidate
    var isWhole = candidate.edit == nil
    for fault in faults {
      let kind = fault.name.flatMap(Self.kind)
      let column = kind.map { RegisterColumn.of($0) } ?? (fault.name == RowProposals.source ? .basis : nil)
      // A new row that is not taken has no id.
      trouble((candidate.row, candidate.piece.task == nil ? "" : candidate.task), fault, column)
      guard let kind, rest.typed[kind] != nil || candidate.typed[kind] != nil else {
        isWhole = true
        continue
      }
      rest.typed[kind] = nil
    }
    guard !isWhole, let edit = candidate.edit, !rest.typed.isEmpty else { return nil }
    guard var other = exchanged(edit, rest.typed) else { return nil }
    other.place = candidate.place
    return other
  }

  /// Of a value as forms name it: `due-2`.
  private static func kind(_ name: String) -> EditableRow.Kind? {
    EditableRow.Kind.allCases.first { name == $0.rawValue || name.hasPrefix($0.rawValue + "-") }
  }

  private mutating func tell(_ candidate: Candidate) {
    func change(_ kind: RegisterReport.Change.Kind, _ column: RegisterColumn?, _ old: String, _ new: String) {
      changes.append(
        .init(kind: kind, row: candidate.row, column: column, task: candidate.task, old: old, new: new))
    }
    if let edit = candidate.edit, let row = live.row(of: edit.task) {
      for kind in EditableRow.Kind.allCases where candidate.typed[kind] != nil {
        change(
          .changed, .of(kind), live.lines(kind, row, of: edit.task).joined(separator: "\n"),
          (edit.cells[kind] ?? []).joined(separator: "\n"))
      }
    } else if let task = candidate.piece.task {
      change(.removed, nil, live.rules.tasks[task].title, "")
    } else {
      let values = candidate.piece.row.values.map(\.text).filter { !$0.isEmpty }
      change(.added, nil, "", values.joined(separator: " · "))
    }
  }

  // MARK: Rows

  private mutating func changed(_ edit: RegisterComparison.Edit) -> Candidate? {
    guard let row = live.row(of: edit.task) else { return nil }
    var typed: [EditableRow.Kind: [String: String]] = [:]
    for (kind, lines) in edit.cells {
      if let values = RegisterWording.values(lines, kind, of: row) {
        typed[kind] = values
      } else {
        trouble(
          (edit.line.row, live.rules.tasks[edit.task].id), .init(name: nil, words: Self.otherLines), .of(kind))
      }
    }
    return typed.isEmpty ? nil : exchanged(edit, typed)
  }

  private mutating func exchanged(
    _ edit: RegisterComparison.Edit, _ typed: [EditableRow.Kind: [String: String]]
  ) -> Candidate? {
    let id = live.rules.tasks[edit.task].id
    var typed = typed
    while !typed.isEmpty {
      do throws(RowProposals.Faults) {
        let piece = try rows.exchange(edit.task, to: typed.values.reduce(into: [:]) { $0.merge($1) { $1 } })
        return Candidate(piece: piece, row: edit.line.row, task: id, edit: edit, typed: typed)
      } catch {
        for fault in error.all {
          let kind = fault.name.flatMap(Self.kind)
          trouble((edit.line.row, id), fault, kind.map { .of($0) })
          if let kind { typed[kind] = nil } else { typed = [:] }
        }
      }
    }
    return nil
  }

  private static let otherLines = Bilingual(
    vi: "ô này có nhiều dòng; giữ đủ các dòng, mỗi dòng bắt đầu bằng nhãn của nó như khi xuất",
    en: "this cell has several lines; keep them all, each beginning with its label as it was exported")

  private mutating func withdrawn(_ task: TaskID) -> Candidate? {
    let id = live.rules.tasks[task].id
    guard let block = rows.block(of: task), let row = EditableRow(block.text),
      let ended = row.withdrawn(on: rows.model.today.written)
    else {
      trouble((nil, id), RowProposals.unwritable.all[0], nil)
      return nil
    }
    let proposed = ProposedBlock(file: block.file, name: block.name, old: block.text, new: ended.text)
    return Candidate(
      piece: .init(block: proposed, row: ended, task: task, year: live.rules.plans[plan].onlyYear), row: nil, task: id)
  }

  private mutating func added(_ new: [RegisterComparison.NewRow]) -> [Candidate] {
    var candidates: [Candidate] = []
    for row in new {
      do throws(RowProposals.Faults) {
        let piece = try rows.added(to: plan, at: row.place, values(of: row), besides: candidates.map(\.task))
        candidates.append(Candidate(piece: piece, row: row.line.row, task: piece.row.id))
      } catch {
        for fault in error.all {
          trouble((row.line.row, ""), fault, fault.name.flatMap(Self.kind).map { .of($0) })
        }
      }
    }
    return candidates
  }

  private func values(of row: RegisterComparison.NewRow) -> [String: String] {
    var values: [String: String] = [:]
    for kind in EditableRow.Kind.allCases {
      values[kind.rawValue] = RegisterWording.joined(row.line.lines(.of(kind)) ?? [], kind)
    }
    // That it stands in the plan need not be said.
    let basis = (row.line.lines(.basis) ?? []).joined(separator: " ")
    values[RowProposals.source] = RegisterWording.basis(ofPlan: plan, live.rules) == basis ? "" : basis
    return values
  }
}
