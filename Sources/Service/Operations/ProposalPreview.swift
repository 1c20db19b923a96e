package import Diagnostics
import Expansion
import FactLog
import Hashing
package import Presentation
package import Proposals
import Revisions
import RuleFiles
import RuleSyntax
package import Rules
import StateFolder

/// What the rules in force would be with some blocks of theirs changed, by the facts on record. Nothing is changed.
package struct ProposalPreview {
  private let changed: ChangedRules
  private let difference: RuleDifference
  /// What is on record and would be lost, because of which it is not accepted on pages.
  private let losses: RuleLosses

  /// The hash of the sources that would be promoted, in hexadecimal digits.
  package var sources: String { changed.sources }
  /// What is to be minded, and keeps nobody from accepting it.
  package var warnings: [Bilingual] { changed.warnings }
  /// The tasks whose blocks are new or changed, by the changed rules.
  package var tasks: [TaskID] { changed.tasks }
  /// Whether no other blocks change than those of tasks.
  var areOfTasks: Bool { changed.areOfTasks }
  var model: SiteModel { changed.model }
  var book: OpenBook { changed.book }
  /// The rules with the blocks changed.
  package var rules: RuleSet { changed.rules }

  /// Fails if it cannot be applied: a block is another by now, the rules would have errors, facts would lose their work.
  package init(
    _ blocks: [ProposedBlock], _ model: SiteModel, in operations: OperationContext
  ) throws(OperationFailure) {
    let edit = try RuleEdit(blocks, Self.sources(of: model, in: operations))
    try self.init(ChangedRules(edit, blocks, model, in: operations), in: operations)
  }

  init(_ changed: ChangedRules, in operations: OperationContext) throws(OperationFailure) {
    self.changed = changed
    difference = RuleDifference(changed.model.book, changed.book)
    losses = try RuleLosses.found(
      from: changed.model.book.rules, to: changed.rules, state: changed.model.state, in: operations)
  }

  /// The duties that come, go or move.
  package func duties(_ language: Language) -> [RuleDifference.Change] { difference.changes(language) }

  /// What changes of open work besides its days, a sentence each.
  package func hands(_ language: Language) -> [String] {
    difference.hands(language).filter { !model.tellsSecrets($0) }
  }

  /// What to do where something would be lost.
  package static let lossAdvice = RuleLosses.advice

  /// Whether something on record would be lost.
  package var isLosing: Bool { !losses.isEmpty }

  /// What would be lost, in each way, and of what; nothing of classified work but that there is some.
  package func losses(_ language: Language) -> [(words: String, items: [String])] {
    let secret = model.book.secretTasks.union(book.secretTasks)
    return losses.parts.map { part in
      let items = part.items.map { item in
        let words = item.words.text(in: language)
        let isSecret = item.task.map(secret.contains) ?? false || model.tellsSecrets(words)
        return isSecret ? language.choose(vi: "việc có độ mật", en: "classified work") : words
      }
      return (part.words.text(in: language), items)
    }
  }

  /// The duties of a task by their days; none of a classified one.
  package func items(of task: TaskID) -> [UpcomingItem] {
    guard !rules.isClassified(task) else { return [] }
    return TaskQuery.items(of: task, book, Expander(book.rules, facts: book.facts))
  }

  /// Whether only the ids of the duties of a task may be told.
  package func isSecret(_ task: TaskID) -> Bool { changed.isSecret(task) }

  /// The sources of the rules in force, on which all that is proposed on pages builds.
  static func sources(
    of model: SiteModel, in operations: OperationContext
  ) throws(OperationFailure) -> RevisionSources {
    guard let number = model.revision, let store = LoadedRules.revisions(model.state, in: operations) else {
      throw OperationFailure(
        vi: "chưa có bản quy tắc nào có hiệu lực, nên chưa đề xuất được trên trang",
        en: "no rules are in force yet, so that nothing can be proposed on pages")
    }
    do throws(RevisionFailure) { return try store.sources(of: number) } catch {
      throw OperationFailure([error.diagnostic])
    }
  }

  /// The hash of the rules in force, if they have these blocks as proposed already: an acceptance broke off before it was noted, or
  /// somebody wrote the same. Then accepting only notes it.
  package static func sourcesInForce(
    with blocks: [ProposedBlock], _ model: SiteModel, in operations: OperationContext
  ) throws(OperationFailure) -> String? {
    let sources = try sources(of: model, in: operations)
    let hasAll = blocks.allSatisfy { block in
      let bytes = sources.own.first { $0.name == block.file }?.bytes ?? []
      return BlockTexts(name: block.file, bytes: bytes).text(of: block.name) == block.new
    }
    return hasAll && !blocks.isEmpty ? sources.hash.description : nil
  }

  /// Whether the rule folder has other rules than those in force and than these, because of which nothing else can be promoted.
  /// It has these where an acceptance broke off.
  package func isFolderAnother(in operations: OperationContext) -> Bool {
    model.book.loaded.changedSources(in: operations).map { $0.hash.description != sources } ?? false
  }
}

extension ProposedBlock {
  /// Whether it is the block of a task, before and after.
  package var isOfTask: Bool { [old, new].compactMap(\.self).allSatisfy { EditableRow($0) != nil } }
}

extension SiteModel {
  /// The blocks of a proposal as everybody may see them.
  package func changes(of blocks: [ProposedBlock]) -> [BlockChange] {
    let secrets = SecretBlocks(self, root: rulesFolder)
    return blocks.map { block in
      guard ![block.old, block.new].compactMap(\.self).contains(where: { secrets.contains(block.file, $0) }) else {
        return BlockChange(file: block.file, name: "", title: "", old: nil, new: nil, isSecret: true)
      }
      return BlockChange(file: block.file, name: block.name, old: block.old, new: block.new)
    }
  }
}
