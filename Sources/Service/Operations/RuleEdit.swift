import Diagnostics
import Proposals
import Revisions
import RuleFiles
import RuleSyntax

/// The rule folder with some of its blocks exchanged.
struct RuleEdit {
  /// The changed files, by their paths below the folder.
  private(set) var files: [String: [UInt8]] = [:]
  let sources: RevisionSources

  /// Fails if a block is no longer as the proposal found it.
  init(_ blocks: [ProposedBlock], _ sources: RevisionSources) throws(OperationFailure) {
    var files: [String: [UInt8]] = [:]
    for block in blocks {
      let bytes = files[block.file] ?? sources.own.first { $0.name == block.file }?.bytes
      guard let bytes else {
        throw OperationFailure(
          vi: "thư mục quy tắc không còn tệp \(block.file)", en: "the rule folder has no file \(block.file) any more")
      }
      let texts = BlockTexts(name: block.file, bytes: bytes)
      guard texts.text(of: block.name) == block.old else {
        throw OperationFailure(
          vi:
            "“\(block.name)” trong \(block.file) đã thay đổi từ khi có đề xuất; vẫn cần sửa thì sửa tệp ấy, rồi từ chối "
            + "đề xuất này",
          en:
            "“\(block.name)” of \(block.file) has changed since this was proposed; if the change is still wanted, make "
            + "it in the file, and refuse the proposal")
      }
      files[block.file] = texts.exchanging(block.name, for: block.new, behind: block.previous)
    }
    self.files = files
    do throws(RevisionFailure) { self.sources = try sources.exchanging(files) } catch {
      throw OperationFailure([error.diagnostic])
    }
  }

  /// Writes the changed files into the folder, each whole.
  func write() throws(OperationFailure) {
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      do throws(WholeFolder.Failure) {
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

  /// The blocks in which a copy of a file differs from it.
  static func blocks(from original: RuleFile, to copy: RuleFile) -> [ProposedBlock] {
    let old = BlockTexts(name: original.name, bytes: original.bytes)
    let new = BlockTexts(name: copy.name, bytes: copy.bytes)
    var blocks = new.pieces.compactMap { piece -> ProposedBlock? in
      let (was, becomes) = (old.text(of: piece.name), new.text(of: piece.name))
      guard was != becomes else { return nil }
      let previous = was == nil ? new.name(before: piece.name) : nil
      return ProposedBlock(file: original.name, name: piece.name, previous: previous, old: was, new: becomes)
    }
    let kept = Set(new.pieces.map(\.name))
    for piece in old.pieces where !kept.contains(piece.name) {
      blocks.append(ProposedBlock(file: original.name, name: piece.name, old: old.text(of: piece.name), new: nil))
    }
    return blocks
  }
}
