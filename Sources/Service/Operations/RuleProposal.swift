import Diagnostics
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

  /// Adds the proposal, and returns it with its number. Fails if the copy cannot be read, if the rules would have errors,
  /// if no block differs, if blocks cannot say what differs, and if the same is proposed already.
  package func propose() throws(OperationFailure) -> (number: Int64, content: Proposal.Content) {
    let reason = try PlainWords.given(because)
    let reader = RuleFileReader()
    guard let copy = reader.file(at: file).first else { throw OperationFailure(reader.diagnostics) }
    let new = try texts(of: copy)
    let sources = try RuleEdit.sources(book, in: operations)
    let original = try original(copy, sources)
    let blocks = RuleEdit.blocks(
      from: BlockTexts(name: original.name, bytes: original.bytes), to: new, in: original.name)
    guard !blocks.isEmpty else {
      throw OperationFailure(
        vi: "\(file) không có khối nào khác \(original.name) trong \(sources.folder)",
        en: "no block of \(file) differs from \(original.name) in \(sources.folder)")
    }
    let edit = try RuleEdit(blocks, sources)
    try compare(edit.files[original.name] ?? [], new, original.name)
    // The rules of the folder with these blocks must be right, or nobody could accept them.
    try edit.check(book, in: operations)
    try edit.tellLosses(book, in: operations)
    return try add(blocks, copy, because: reason)
  }

  /// The blocks of the copy; fails if it has none, or if they are not rightly formed.
  private func texts(of copy: RuleFile) throws(OperationFailure) -> BlockTexts {
    let found = RuleFileParser.parse(copy.source).diagnostics
    // What is no text at all has countless other mistakes.
    if let first = found.first(where: { $0.code == DiagnosticCode.invalidUTF8.rawValue }) {
      throw OperationFailure([first])
    }
    guard !found.hasErrors else { throw OperationFailure(found.errors) }
    let texts = BlockTexts(name: copy.name, bytes: copy.bytes)
    guard !texts.pieces.isEmpty else {
      throw OperationFailure(vi: "\(file) không có khối nào", en: "\(file) has no block")
    }
    return texts
  }

  /// Fails if the edited file has not the blocks of the copy in its order, and tells if it differs between them.
  private func compare(_ bytes: [UInt8], _ copy: BlockTexts, _ name: String) throws(OperationFailure) {
    let edited = BlockTexts(name: name, bytes: bytes)
    guard edited.blocks == copy.blocks else {
      throw OperationFailure(
        vi:
          "những chỗ \(file) khác \(name) không đề xuất từng khối được; hãy nhờ người quản lý thư mục quy tắc sửa tệp",
        en:
          "where \(file) differs from \(name) cannot be proposed by blocks; ask whoever keeps the rule folder to change it"
      )
    }
    if edited.text != copy.text {
      operations.tell(
        .note(
          .init(
            vi: "dòng ghi chú và dòng trống nằm giữa các khối của \(file) không được đề xuất",
            en: "comments and blank lines between the blocks of \(file) are not proposed")))
    }
  }

  private func add(
    _ blocks: [ProposedBlock], _ copy: RuleFile, because: String
  ) throws(OperationFailure) -> (number: Int64, content: Proposal.Content) {
    let query = try ProposalQuery(stateFolder: book.state, in: operations)
    let live = try LoadedRules.live(book, in: operations)
    let head = try ProposalQuery.head(FactStore(named: book.state, in: operations))
    let proposal = BlockProposal(blocks: blocks, reason: because, way: "rules", source: copy.bytes)
    switch try proposal.add(
      query, by: operations.login, revision: live?.number ?? 0, facts: head, at: operations.now)
    {
    case .added(let number, let content): return (number, content)
    case .same(let same):
      throw OperationFailure(
        vi: "đề xuất số \(same.number) đã đề xuất đúng như vậy và đang chờ xem",
        en: "proposal \(same.number) proposes the same and waits")
    }
  }

  /// The file that the copy stands for; an empty one where the user named a file that is not there yet.
  private func original(_ copy: RuleFile, _ sources: RevisionSources) throws(OperationFailure) -> RuleFile {
    let name = place.map { below(sources.folder, $0) } ?? String(copy.name.split(separator: "/").last ?? "")
    let found = sources.own.filter { $0.name == name || $0.name.hasSuffix("/" + name) }
    if place != nil, let exact = found.first(where: { $0.name == name }) { return exact }
    if found.count == 1 { return found[0] }
    if place != nil, found.isEmpty, isFileName(name) {
      operations.tell(
        .note(
          .init(
            vi: "\(sources.folder) chưa có \(name): đề xuất thêm tệp này",
            en: "\(sources.folder) has no \(name): the file is proposed as a new one")))
      return RuleFile(name: name, bytes: [])
    }
    let names = (found.isEmpty ? sources.own : found).map(\.name).prefix(20).joined(separator: ", ")
    throw OperationFailure(
      vi:
        "không rõ \(file) thay cho tệp nào trong \(sources.folder); hãy chọn bằng --for: \(names); tệp mới thì cho tên "
        + "mới trong thư mục ấy: --for TÊN.rules",
      en:
        "it is not clear for which file of \(sources.folder) \(file) stands; choose by --for: \(names); for a new file "
        + "give its name below that folder: --for NAME.rules")
  }

  /// A path as it is below the folder, if it leads there; else without `.`.
  private func below(_ folder: String, _ path: String) -> String {
    for root in [folder, OfficeFiles.resolved(folder)] {
      for path in [path, OfficeFiles.resolved(path)] where path.hasPrefix(root + "/") {
        return String(path.dropFirst(root.count + 1))
      }
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.filter { $0 != "." }.joined(separator: "/")
  }

  /// Whether a rule file of that name below the rule folder would be read.
  private func isFileName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name.hasSuffix(".rules") && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
  }
}
