package import Presentation
package import Revisions
import RuleFiles
package import StateFolder

/// Reads revisions of the rules: who promoted them when, and what each changed.
package struct RevisionQuery {
  package let live: Int?
  /// All numbers, the newest first.
  package let numbers: [Int]
  /// Rules that wait for acceptance; nil if none do.
  package let waiting: WaitingRules?
  private let store: RevisionStore
  private let model: SiteModel
  private let operations: OperationContext

  /// - Parameter model: what may not be shown is judged by its rules.
  package init(_ model: SiteModel, in operations: OperationContext) throws(OperationFailure) {
    try model.requireState(in: operations)
    guard let store = LoadedRules.revisions(model.state, in: operations) else {
      throw OperationFailure(vi: "không có thư mục dữ liệu", en: "there is no state folder")
    }
    do throws(RevisionFailure) { live = try store.liveNumber() } catch { throw OperationFailure([error.diagnostic]) }
    waiting = store.state.readWaitingRules()
    numbers = store.numbers().reversed()
    (self.store, self.model, self.operations) = (store, model, operations)
  }

  /// The number of the revision before that one; nil if it is the first.
  package func number(before number: Int) -> Int? { numbers.first { $0 < number } }

  package func manifest(_ number: Int) throws(OperationFailure) -> RevisionManifest {
    do throws(RevisionFailure) { return try store.manifest(number) } catch {
      throw OperationFailure([error.diagnostic])
    }
  }

  /// The blocks that a revision changed; of the first one all are new.
  package func blocks(_ number: Int) throws(OperationFailure) -> [BlockChange] {
    do throws(RevisionFailure) {
      let new = try store.sources(of: number)
      let old = if let before = self.number(before: number) { try store.sources(of: before).own } else { [RuleFile]() }
      return BlockChange.changes(from: old, to: new.own, SecretBlocks(model, root: new.folder))
    } catch { throw OperationFailure([error.diagnostic]) }
  }

  /// The blocks that the rules that wait would change; nil where none wait, or their folder has others by now.
  package func waitingBlocks() throws(OperationFailure) -> [BlockChange]? {
    guard let waiting, let live else { return nil }
    let folder = try manifest(live).folder
    do throws(RevisionFailure) {
      let new = try RevisionSources.read(folder: folder, shipped: operations.folders.shippedRules()).sources
      guard new.hash.description == waiting.hash else { return nil }
      return BlockChange.changes(
        from: try store.sources(of: live).own, to: new.own, SecretBlocks(model, root: new.folder))
    } catch { throw OperationFailure([error.diagnostic]) }
  }

  /// Why the rules wait, a line a reason, and how many are left out because they tell what is classified.
  package func reasons(_ language: Language) -> (told: [String], secret: Int) {
    guard let text = waiting?.reasons.text(in: language) else { return ([], 0) }
    // The reasons quote facts as the log has them; that work is owed once says nothing here.
    let all = text.replacing(language.choose(vi: " kỳ once", en: " at once"), with: "").split(separator: "\n")
      .map(String.init)
    let told = all.filter { !model.tellsSecrets($0) }
    return (told, all.count - told.count)
  }

  /// What a revision changed, with the facts of today; nil of the first one.
  package func difference(_ number: Int) throws(OperationFailure) -> RuleDifference? {
    guard let before = self.number(before: number) else { return nil }
    func book(_ number: Int) throws(OperationFailure) -> OpenBook {
      let request = BookRequest(state: model.state)
      return try OpenBook.open(LoadedRules.revision(number, of: store), request, in: operations)
    }
    return RuleDifference(try book(before), try book(number), secret: model.book.secretTasks)
  }

  /// The office's rule files as they are in force.
  /// - Parameter name: only the file of that path below the rule folder; nil takes all.
  package func files(named name: String? = nil) throws(OperationFailure) -> [ShownRules] {
    do throws(RevisionFailure) {
      let sources = if let live { try store.sources(of: live) } else { try folder() }
      let secrets = SecretBlocks(model, root: sources.folder)
      let diagnostics = model.diagnostics
      return sources.own.filter { name == nil || $0.name == name }.map { file in
        let name = "/" + file.name
        return ShownRules(file, diagnostics.filter { $0.span.source.name.hasSuffix(name) }, secrets)
      }
    } catch { throw OperationFailure([error.diagnostic]) }
  }

  private func folder() throws(RevisionFailure) -> RevisionSources {
    try RevisionSources.read(
      folder: operations.folders.ruleFolder(named: nil), shipped: operations.folders.shippedRules()
    ).sources
  }
}
