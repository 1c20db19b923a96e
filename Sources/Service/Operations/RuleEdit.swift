import Diagnostics
import FactLog
import Presentation
import Proposals
import Revisions
import RuleFiles
import RuleSyntax

/// The rule folder with some of its blocks exchanged.
struct RuleEdit {
  /// The changed files, by their paths below the folder.
  let files: [String: [UInt8]]
  /// The folder as it is, and with the blocks exchanged.
  let before, sources: RevisionSources

  /// Fails if a block is no longer as the proposal found it, or the one is gone behind which it is to be put.
  init(_ blocks: [ProposedBlock], _ sources: RevisionSources) throws(OperationFailure) {
    var files: [String: [UInt8]] = [:]
    for file in Set(blocks.map(\.file)).sorted() {
      files[file] = try Self.edited(file, blocks.filter { $0.file == file }, sources)
    }
    (self.files, before) = (files, sources)
    do throws(RevisionFailure) { self.sources = try sources.exchanging(files) } catch {
      throw OperationFailure([error.diagnostic])
    }
  }

  private static func edited(
    _ file: String, _ blocks: [ProposedBlock], _ sources: RevisionSources
  ) throws(OperationFailure) -> [UInt8] {
    let there = sources.own.first { $0.name == file }?.bytes
    let isNewFile = blocks.allSatisfy { $0.old == nil } && blocks.first?.previous == nil
    guard let bytes = there ?? (isNewFile ? [] : nil) else {
      throw OperationFailure(
        vi: "thư mục quy tắc không còn tệp \(file)", en: "the rule folder has no file \(file) any more")
    }
    let texts = BlockTexts(name: file, bytes: bytes)
    guard texts.pieces.isEmpty || !isNewFile else {
      throw OperationFailure(
        vi: "thư mục quy tắc nay đã có tệp \(file); vẫn cần sửa thì sửa tệp ấy, rồi từ chối đề xuất này",
        en:
          "the rule folder has a file \(file) now; if the change is still wanted, make it there, and refuse the proposal"
      )
    }
    for block in blocks where texts.text(of: block.name) != block.old { throw changed(block) }
    var layout = BlockLayout(texts)
    for block in blocks where block.new == nil || block.isMoved { layout.takeOut(block.name) }
    for block in blocks {
      guard let new = block.new else { continue }
      if block.old != nil, !block.isMoved {
        layout.exchange(block.name, for: new)
      } else if let previous = block.previous, !previous.isEmpty {
        guard layout.put(block.name, new, behind: previous) else { throw alone(block, previous) }
      } else {
        layout.putFirst(block.name, new)
      }
    }
    return layout.bytes
  }

  private static func changed(_ block: ProposedBlock) -> OperationFailure {
    OperationFailure(
      vi:
        "“\(block.name)” trong \(block.file) đã thay đổi từ khi có đề xuất; vẫn cần sửa thì sửa tệp ấy, rồi từ chối "
        + "đề xuất này",
      en:
        "“\(block.name)” of \(block.file) has changed since this was proposed; if the change is still wanted, make "
        + "it in the file, and refuse the proposal")
  }

  private static func alone(_ block: ProposedBlock, _ previous: String) -> OperationFailure {
    OperationFailure(
      vi:
        "\(block.file) không còn “\(previous)”, mà “\(block.name)” phải đứng ngay sau; vẫn cần sửa thì sửa tệp ấy, rồi "
        + "từ chối đề xuất này",
      en:
        "\(block.file) has no “\(previous)” any more, behind which “\(block.name)” is to stand; if the change is still "
        + "wanted, make it in the file, and refuse the proposal")
  }

  /// Fails if the rules would have errors, or facts on record would name work that is gone. Tells which tests of the rules
  /// would no longer pass.
  /// - Parameter testing: whether that is wanted.
  /// - Returns: the rules with the blocks exchanged.
  @discardableResult
  func check(
    _ request: BookRequest, testing: Bool = true, in operations: OperationContext
  ) throws(OperationFailure) -> LoadedRules {
    let (old, new) = (LoadedRules(before, in: operations), LoadedRules(sources, in: operations))
    // They are to be promoted, and a promotion refuses these too.
    let errors = new.findings.errors
    guard errors.isEmpty else { throw OperationFailure(errors, files: new.files) }
    guard !old.hasErrors else { return new }
    try requireFacts(old, new, request, operations)
    guard testing else { return new }
    func failing(_ loaded: LoadedRules) -> [String] {
      let results = try? RuleTests(loaded, in: []).results
      return results?.filter { !$0.isPassed }.map(\.test.title) ?? []
    }
    let known = Set(failing(old))
    for title in failing(new) where !known.contains(title) {
      operations.tell(
        .warning(
          .init(
            vi: "kiểm thử “\(title)” của quy tắc sẽ không đạt; sửa cả khối ấy, hoặc xem lại thay đổi (nhacviec test)",
            en: "the rules' test “\(title)” would not pass; change it too, or look at the change again (nhacviec test)")
        ))
    }
    return new
  }

  /// Tells what putting the changed rules into force would lose, about which a promotion asks; nothing if no rules are live.
  func tellLosses(_ request: BookRequest, in operations: OperationContext) throws(OperationFailure) {
    guard let live = try LoadedRules.live(request, in: operations) else { return }
    let losses = try RuleLosses.found(
      from: live.rules, to: LoadedRules(sources, in: operations).rules, state: request.state, in: operations)
    guard !losses.isEmpty else { return }
    for line in losses.lines { operations.tell(.warning(line)) }
  }

  private func requireFacts(
    _ old: LoadedRules, _ new: LoadedRules, _ request: BookRequest, _ operations: OperationContext
  ) throws(OperationFailure) {
    guard let store = FactStore(named: request.state, in: operations) else { return }
    let read: StoredFacts
    do throws(StoreFailure) { read = try store.read() } catch {
      throw OperationFailure([FactLogWords.diagnostic(error, at: store.database)])
    }
    let known = Set(read.resolved(by: old.rules).diagnostics.errors.map(\.words.en))
    let lost = read.resolved(by: new.rules).diagnostics.errors.filter { !known.contains($0.words.en) }
    guard let first = lost.first else { return }
    throw OperationFailure(
      vi:
        "đã có ghi nhận về việc mà thay đổi này bỏ đi hoặc đổi mã: \(first.words.vi). Ghi mã cũ ở “trước đây” của việc "
        + "thay nó, hoặc giữ khối và ghi “bãi bỏ”",
      en:
        "facts on record are about work that this takes out or gives another id: \(first.words.en). Name the former id "
        + "under “trước đây” (formerly) of what replaces it, or keep the block and mark it as withdrawn")
  }

  /// Writes the changed files into the folder, each whole.
  func write() throws(OperationFailure) {
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      do throws(WholeFolder.Failure) {
        try WholeFolder.makeParents(of: name, in: sources.folder)
        try WholeFolder.replace("\(sources.folder)/\(name)", with: String(decoding: bytes, as: UTF8.self))
      } catch {
        throw OperationFailure(
          vi: "không ghi được \(error.path): \(error.words.vi)", en: "cannot write \(error.path): \(error.words.en)")
      }
    }
  }

  /// The files of the rule folder that is named, else of the one that the live revision was promoted from.
  static func sources(_ book: BookRequest, in operations: OperationContext) throws(OperationFailure) -> RevisionSources
  {
    let live = try LoadedRules.live(book, in: operations)
    let folder =
      book.rules ?? operations.folders.namedRuleFolder ?? live?.manifest.folder
      ?? operations.folders.ruleFolder(named: nil)
    let read: (sources: RevisionSources, diagnostics: [Diagnostic])
    do throws(RevisionFailure) {
      read = try RevisionSources.read(folder: folder, shipped: operations.folders.shippedRules())
    } catch { throw OperationFailure([error.diagnostic]) }
    guard read.diagnostics.isEmpty else { throw OperationFailure(read.diagnostics) }
    return read.sources
  }

  /// The blocks in which a copy of a file differs from it, those that are left in the order of the copy. As few as
  /// possible count as moved.
  static func blocks(from original: BlockTexts, to copy: BlockTexts, in file: String) -> [ProposedBlock] {
    var moves = Set<String>()
    for change in copy.pieces.map(\.name).difference(from: original.pieces.map(\.name)) {
      if case .insert(_, let name, _) = change { moves.insert(name) }
    }
    let changed = copy.blocks.compactMap { block -> ProposedBlock? in
      let old = original.text(of: block.name)
      let isPut = moves.contains(block.name)
      guard isPut || old != block.text else { return nil }
      // A new file has nothing before which its first block could stand.
      let first = original.pieces.isEmpty ? nil : ""
      let previous = isPut ? copy.name(before: block.name) ?? first : nil
      return ProposedBlock(file: file, name: block.name, previous: previous, old: old, new: block.text)
    }
    let kept = Set(copy.pieces.map(\.name))
    let gone = original.blocks.filter { !kept.contains($0.name) }
    return changed + gone.map { ProposedBlock(file: file, name: $0.name, old: $0.text, new: nil) }
  }
}
