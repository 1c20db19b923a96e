import Diagnostics
import FactLog
import Hashing
package import Proposals
import Revisions
import RuleFiles
import RuleSyntax
import StateFolder

/// Proposes the blocks in which a copy of a rule file differs from the file in the rule folder. Neither is changed.
package struct RuleProposal {
  private let file: String
  private let place: String?
  private let because: String
  private let book: BookRequest
  private let operations: OperationContext

  /// - Parameters:
  ///   - file: the copy that somebody has edited.
  ///   - place: the file that it stands for, by its path below the rule folder; nil: the one of the same name.
  package init(
    file: String, for place: String?, because: String, _ book: BookRequest, in operations: OperationContext
  ) {
    (self.file, self.place, self.because, self.book, self.operations) = (file, place, because, book, operations)
  }

  /// Adds the proposal, and returns it with its number. Fails if the rules would have errors, if no block differs, and
  /// if the same is proposed already.
  package func propose() throws(OperationFailure) -> (number: Int64, content: Proposal.Content) {
    let reader = RuleFileReader()
    guard let copy = reader.file(at: file).first else { throw OperationFailure(reader.diagnostics) }
    let sources = try RuleEdit.sources(book, in: operations)
    let original = try original(copy, sources)
    let blocks = RuleEdit.blocks(from: original, to: copy)
    guard !blocks.isEmpty else {
      throw OperationFailure(
        vi: "\(file) không có khối nào khác \(original.name) trong \(sources.folder)",
        en: "no block of \(file) differs from \(original.name) in \(sources.folder)")
    }
    // The rules of the folder with these blocks must be right, or nobody could accept them.
    let edit = try RuleEdit(blocks, sources)
    let loaded = LoadedRules(edit.sources, in: operations)
    guard !loaded.hasErrors else { throw OperationFailure(loaded.diagnostics.errors, files: loaded.files) }
    return try add(blocks, copy)
  }

  private func add(
    _ blocks: [ProposedBlock], _ copy: RuleFile
  ) throws(OperationFailure) -> (number: Int64, content: Proposal.Content) {
    let query = try ProposalQuery(stateFolder: book.state, in: operations)
    let waiting = try query.proposals(isWaiting: true, limit: ProposalLog.mostWaiting)
    if let same = waiting.first(where: { $0.content.blocks == blocks }) {
      throw OperationFailure(
        vi: "đề xuất số \(same.number) đã đề xuất đúng như vậy và đang chờ xem",
        en: "proposal \(same.number) proposes the same and waits")
    }
    guard waiting.count < ProposalLog.mostWaiting else {
      throw OperationFailure(
        vi: "đang có \(waiting.count) đề xuất chờ xem; hãy xem bớt: nhacviec proposals list",
        en: "\(waiting.count) proposals wait; decide some: nhacviec proposals list", ending: .busy)
    }
    let live = try LoadedRules.live(book, in: operations)
    let head = try ProposalQuery.head(FactStore(named: book.state, in: operations))
    let content = Proposal.Content(
      author: operations.login, letter: nil,
      sourceID: "rules:\(operations.now):\(SHA256.hash(copy.bytes).map { "\($0)" } ?? "")", subject: because,
      words: "", revision: live?.number ?? 0, facts: head, blocks: blocks)
    let number = try ProposalQuery.attempt(query.state.proposalsDatabase) { () throws(StoreFailure) in
      try ProposalLog(query.state, .writing).add(content, source: copy.bytes, at: Int64(operations.now))
    }
    guard let number else {
      throw OperationFailure(vi: "tệp này vừa được đề xuất", en: "this file was proposed just now")
    }
    return (number, content)
  }

  private func original(_ copy: RuleFile, _ sources: RevisionSources) throws(OperationFailure) -> RuleFile {
    let name = place ?? copy.name
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let found = sources.own.filter { file in
      place.map { file.name == $0 } ?? (file.name == last || file.name.hasSuffix("/" + last))
    }
    if found.count == 1 { return found[0] }
    let names = (found.isEmpty ? sources.own : found).map(\.name).prefix(20).joined(separator: ", ")
    throw OperationFailure(
      vi: "không rõ \(file) thay cho tệp nào trong \(sources.folder); hãy chọn bằng --for: \(names)",
      en: "it is not clear for which file of \(sources.folder) \(file) stands; choose by --for: \(names)")
  }
}
