import Diagnostics
import Proposals
import RuleSyntax
import Rules

/// Rows that are proposed together.
extension RowProposals {
  /// A row that is to be another, or new.
  struct Piece {
    let block: ProposedBlock
    let row: EditableRow
    /// Nil: it is new.
    let task: TaskID?
    /// The only one of its plan.
    let year: Int?
  }

  /// Which of several are wrong, by a look at what all would do together: as long as a look at one. Nil: none is; empty: some are, and
  /// it does not say which. What is wrong with one its draft tells.
  func wrong(among pieces: [Piece]) -> Set<Int>? {
    let blocks = pieces.map(\.block)
    do throws(OperationFailure) {
      let edit = try RuleEdit(blocks, sources)
      do throws(OperationFailure) {
        let changed = try ChangedRules(edit, blocks, model, testing: false, in: operations)
        return changed.tasks.count == pieces.count && changed.tasks.allSatisfy { isOpen($0, changed, pieces) }
          ? nil : []
      } catch { return places(of: error, pieces, edit) }
    } catch { return [] }
  }

  /// Whether nothing of a changed task is classified, or follows from what is and did not before.
  private func isOpen(_ task: TaskID, _ changed: ChangedRules, _ pieces: [Piece]) -> Bool {
    let (new, plans) = (changed.rules.tasks[task], model.book.rules.plans)
    let old = pieces.lazy.compactMap(\.task).first { old in
      let row = model.book.rules.tasks[old]
      return row.id == new.id && plans[row.plan].id == changed.rules.plans[new.plan].id
    }
    return !changed.isSecret(task) && namesNoMoreSecrets(task, changed.rules, than: old)
  }

  /// The rows in whose blocks there are errors.
  private func places(of failure: OperationFailure, _ pieces: [Piece], _ edit: RuleEdit) -> Set<Int> {
    guard case .diagnostics(let found, _) = failure.remark else { return [] }
    let texts = edit.files.reduce(into: [:]) {
      $0["\(sources.folder)/\($1.key)"] = BlockTexts(name: $1.key, bytes: $1.value)
    }
    let places = found.errors.compactMap { diagnostic -> Int? in
      let span = diagnostic.span
      guard let file = texts[span.source.name],
        let name = file.pieces.first(where: { $0.range.contains(span.start) })?.name
      else { return nil }
      return pieces.firstIndex { $0.block.name == name && span.source.name == "\(sources.folder)/\($0.block.file)" }
    }
    return Set(places)
  }
}
