import Diagnostics
import FactLog
import Glibc
import Hashing
import Proposals
import Revisions
import RuleFiles
import RuleSyntax
import Rules
import StateFolder

/// Carries out acceptances that administrators gave on pages: writes the row of a proposal into the rule folder, and has promoted
/// exactly what was previewed (decision: rows-by-acceptance). The daemon asks for it by the spool, and may write no rules itself. It reads
/// registers that were sent on pages, too.
package struct RowAcceptance {
  private let run: RemindRun
  private var state: StateFolder { run.state }
  private var operations: OperationContext { run.context.operations }

  package init(_ run: RemindRun) { self.run = run }

  /// Carries out what lies in the spool.
  /// - Returns: `busy` if something is to be tried again.
  package func answerAll() throws(OperationFailure) -> Ending {
    let folder = state.requests(to: .editor)
    // Files have the times of the machine's clock.
    let fileTime = operations.clock().seconds
    state.removeOldAnswers(now: fileTime, by: .editor)
    var ending = Ending.success
    let spool = Spool(folder)
    // Reading takes long, and whoever accepts something waits.
    let entries = spool.take(now: fileTime).entries
    let registers = entries.filter { $0.request?.isRegister == true }
    for entry in entries.filter({ $0.request?.isRegister != true }) + registers {
      let answer: SpoolAnswer
      do throws(OperationFailure) { answer = try self.answer(entry, spool) } catch {
        guard error.ending != .busy else {
          ending = .busy
          continue
        }
        let words = error.remark.summary
        answer = SpoolAnswer(exitCode: error.ending.rawValue, vi: words.vi, en: words.en)
      }
      do throws(SystemError) { try state.answer(entry, answer, by: .editor) } catch {
        throw run.context.failure(error)
      }
    }
    return ending
  }

  private func answer(_ entry: Spool.Entry, _ spool: Spool) throws(OperationFailure) -> SpoolAnswer {
    // The folder belongs to the daemon; nobody else asks, whoever may write there.
    switch Self.owner(of: spool.path) == entry.user ? entry.request : nil {
    case .acceptProposal(let number, let sources, let login)?:
      return try accept(number, SHA256Digest(hexadecimal: sources), by: login)
    case .readRegister(let sent)?: return try RegisterReading(run).answer(sent, entry, spool)
    default: throw OperationFailure(vi: "không hiểu yêu cầu này", en: "this request is not understood")
    }
  }

  private static func owner(of folder: String) -> uid_t? {
    var status = stat()
    return lstat(folder, &status) == 0 ? status.st_uid : nil
  }

  /// Done again after it broke off, it goes on where it was.
  private func accept(
    _ number: Int64, _ wanted: SHA256Digest?, by login: String
  ) throws(OperationFailure) -> SpoolAnswer {
    guard run.context.configuration.roles[login]?.isAdministrator == true else {
      throw OperationFailure(
        vi: "“\(login)” không phải là người quản trị ([roles.\(login)] administrator trong cấu hình)",
        en: "“\(login)” is no administrator ([roles.\(login)] administrator of the configuration)")
    }
    var operations = operations
    operations.recorder = login
    let query = try ProposalQuery(stateFolder: state.path, in: operations)
    let proposal = try query.waitingProposal(number)
    let request = BookRequest(state: state.path)
    guard let wanted, let live = try LoadedRules.live(request, in: operations) else {
      throw OperationFailure(vi: "chưa có quy tắc nào có hiệu lực", en: "no rules are live yet")
    }
    if live.hash != wanted {
      let folder = try RuleEdit.sources(request, in: operations)
      var edit: RuleEdit?
      if folder.hash != wanted {
        guard folder.hash == live.hash else {
          throw OperationFailure(
            vi:
              "thư mục quy tắc có thay đổi khác chưa có hiệu lực; áp dụng hoặc bỏ thay đổi ấy (nhacviec rules diff) rồi chấp nhận lại",
            en:
              "the rule folder has other changes that are not in force; promote or undo them (nhacviec rules diff), then accept it again"
          )
        }
        edit = try self.edit(proposal, folder, wanted, request, operations)
      }
      try requireNothingLost(live.rules, edit?.sources ?? folder, operations)
      try edit?.write()
      try promote(wanted)
    }
    try query.decide(proposal, .init(.accepted, by: login, at: Int64(operations.now)), in: operations)
    return SpoolAnswer(
      exitCode: 0, vi: "Đã áp dụng đề xuất số \(number).", en: "Proposal \(number) is in force.")
  }

  private func edit(
    _ proposal: Proposal, _ folder: RevisionSources, _ wanted: SHA256Digest, _ request: BookRequest,
    _ operations: OperationContext
  ) throws(OperationFailure) -> RuleEdit {
    let blocks = proposal.content.blocks
    guard !blocks.isEmpty, proposal.content.changes.isEmpty else {
      throw OperationFailure(
        vi: "đề xuất số \(proposal.number) không sửa dòng nào của kế hoạch",
        en: "proposal \(proposal.number) changes no row of a plan")
    }
    for block in blocks { try requireRow(block) }
    let edit = try RuleEdit(blocks, folder)
    try requireRest(edit, blocks)
    try edit.check(request, in: operations)
    guard edit.sources.hash == wanted else {
      throw OperationFailure(
        vi: "quy tắc đã đổi từ khi xem trước; xem lại đề xuất rồi chấp nhận",
        en: "the rules have changed since the preview; look at the proposal again, then accept it")
    }
    return edit
  }

  /// Fails where a promotion would ask first: the preview that was accepted may be older than a fact.
  private func requireNothingLost(
    _ live: RuleSet, _ sources: RevisionSources, _ operations: OperationContext
  ) throws(OperationFailure) {
    let rules = LoadedRules(sources, in: operations).rules
    let losses = try RuleLosses.found(from: live, to: rules, state: state.path, in: operations)
    guard !losses.isEmpty else { return }
    let words = losses.lines.joined(separator: "; ")
    throw OperationFailure(vi: "không áp dụng: \(words.vi)", en: "it is not applied: \(words.en)")
  }

  /// Fails unless it is one block of a task, of a file that there is, new or as before but for its words.
  private func requireRow(_ block: ProposedBlock) throws(OperationFailure) {
    let parsed = block.new.map { RuleFileParser.parse(name: block.file, text: $0).syntax.blocks } ?? []
    let isNewInFile = block.old == nil && (block.previous ?? "").isEmpty
    guard parsed.count == 1, parsed[0].keyword == .task, !isNewInFile, !block.isMoved,
      block.old.map({ RuleFileParser.parse(name: block.file, text: $0).syntax.blocks.map(\.keyword) == [.task] })
        ?? true
    else { throw Self.tooMuch }
  }

  /// Fails if anything but these blocks would change, or a unit would come or go.
  private func requireRest(_ edit: RuleEdit, _ blocks: [ProposedBlock]) throws(OperationFailure) {
    for file in Set(blocks.map(\.file)) {
      func rest(_ sources: RevisionSources) -> [String] {
        guard let bytes = sources.own.first(where: { $0.name == file })?.bytes else { return [] }
        let names = Set(blocks.filter { $0.file == file }.flatMap { [$0.name, Self.name(of: $0)] })
        return BlockTexts(name: file, bytes: bytes).blocks.filter { !names.contains($0.name) }.map(\.text)
      }
      guard rest(edit.before) == rest(edit.sources) else { throw Self.tooMuch }
    }
    func units(_ sources: RevisionSources) -> [String] {
      let rules = LoadedRules(sources, in: operations).rules
      return rules.units.map { "\($0.id)\0\($0.title)\0\($0.addresses)" }
        + rules.groups.map { "\($0.id)\0\($0.members)" }
    }
    guard units(edit.before) == units(edit.sources) else { throw Self.tooMuch }
  }

  /// The name that the new text gives the block.
  private static func name(of block: ProposedBlock) -> String {
    block.new.flatMap { BlockTexts(name: block.file, bytes: Array($0.utf8)).pieces.first?.name } ?? block.name
  }

  private static let tooMuch = OperationFailure(
    vi:
      "qua trang web chỉ sửa hoặc thêm dòng của nhiệm vụ; đề xuất này đổi phần khác của quy tắc: nhacviec proposals accept",
    en:
      "on pages rows of tasks alone are changed or added; this proposal changes something else of the rules: nhacviec proposals accept"
  )

  /// Has the folder promoted, if it holds just that.
  private func promote(_ wanted: SHA256Digest) throws(OperationFailure) {
    let answer = try ServiceRequest(run).acceptRules(wanted.description, folder: nil)
    guard answer.exitCode != 0 else { return }
    throw OperationFailure(
      vi: "dòng đã ghi vào thư mục quy tắc nhưng chưa có hiệu lực: \(answer.words.vi)",
      en: "the row stands in the rule folder and is not in force yet: \(answer.words.en)",
      ending: answer.exitCode == Ending.busy.rawValue ? .busy : .failure)
  }
}

extension SpoolRequest {
  fileprivate var isRegister: Bool { if case .readRegister = self { true } else { false } }
}
