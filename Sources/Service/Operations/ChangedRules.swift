import Diagnostics
import Proposals
import RuleSyntax
import Rules

/// The rules in force with some of their blocks changed, checked and with the facts on record. No duty is computed.
struct ChangedRules {
  /// The hash of the sources, in hexadecimal digits.
  let sources: String
  /// What is to be minded.
  let warnings: [Bilingual]
  /// The tasks whose blocks are new or changed.
  let tasks: [TaskID]
  /// Whether no other blocks change than those of tasks.
  let areOfTasks: Bool
  let model: SiteModel
  let book: OpenBook
  var rules: RuleSet { book.rules }

  /// Fails if a block is another by now, the rules would have errors, or facts would lose their work.
  /// - Parameter testing: whether it is told which tests of the rules would no longer pass.
  init(
    _ edit: RuleEdit, _ blocks: [ProposedBlock], _ model: SiteModel, testing: Bool = true,
    in operations: OperationContext
  ) throws(OperationFailure) {
    var operations = operations
    var warnings: [Bilingual] = []
    operations.tell = { if case .warning(let words) = $0 { warnings.append(words) } }
    let request = BookRequest(state: model.state)
    let loaded = try edit.check(request, testing: testing, in: operations)
    let book = try OpenBook.open(loaded, request, in: operations)
    let names = Set(blocks.compactMap { $0.new == nil ? nil : "\(edit.sources.folder)/\($0.file)" })
    let texts = edit.files.mapValues { BlockTexts(name: "", bytes: $0) }
    func isChanged(_ task: PlanTask) -> Bool {
      guard names.contains(task.span.source.name) else { return false }
      let file = String(task.span.source.name.dropFirst(edit.sources.folder.count + 1))
      return texts[file]?.pieces.contains { piece in
        piece.range.contains(task.span.start) && blocks.contains { $0.file == file && $0.name == piece.name }
      } ?? false
    }
    tasks = book.rules.tasks.indices.filter { isChanged(book.rules.tasks[$0]) }
    areOfTasks = blocks.allSatisfy(\.isOfTask)
    sources = edit.sources.hash.description
    self.warnings = warnings.filter { !model.tellsSecrets($0.vi) && !model.tellsSecrets($0.en) }
    (self.model, self.book) = (model, book)
  }

  /// Whether only the ids of the duties of a task may be told.
  func isSecret(_ task: TaskID) -> Bool { rules.isClassified(task) }
}
