import Diagnostics
import Documents
import FactLog
import OfficeDocuments
package import Presentation
import Proposals
import RuleFiles
import RuleSyntax
import Rules

/// Reads an edited register back as proposals: one of blocks, and one of facts for days of completion. Nothing is written into the
/// rules or recorded before somebody accepts them.
package struct RegisterImport {
  private let path: String
  private let plan: String
  private let marked: String?
  private let isRehearsal: Bool
  private let state: String?
  private let language: Language
  private let operations: OperationContext

  /// - Parameters:
  ///   - path: the edited workbook.
  ///   - plan: by its id or title.
  ///   - marked: a new file for a copy in which what was not taken is marked; nil: none.
  ///   - isRehearsal: whether only what would be proposed is wanted.
  ///   - state: the state folder; nil: the standard one.
  package init(
    _ path: String, into plan: String, marked: String?, isRehearsal: Bool, state: String?, _ language: Language,
    in operations: OperationContext
  ) {
    (self.path, self.plan, self.marked, self.isRehearsal) = (path, plan, marked, isRehearsal)
    (self.state, self.language, self.operations) = (state, language, operations)
  }

  /// The last part of the path.
  private var file: String { path.split(separator: "/").last.map(String.init) ?? path }

  package func run() throws(OperationFailure) -> RegisterReport {
    let bytes = try DocumentOnDisk.bytes(of: path)
    let document = try DocumentOnDisk.document(bytes, path)
    let model = try SiteModel(state: state, in: operations)
    try Register.requireRules(model)
    let rows = try RowProposals(model, in: operations)
    let plan = try NameChoice.plan(self.plan, model.rules)
    let id = model.rules.plans[plan].id
    let (sheet, others) = try sheet(of: id, in: document)
    let live = RegisterWording(rules: model.book.rules, sources: rows.sources)
    let comparison = RegisterComparison(sheet, base: try base(sheet), live: live, plan: plan, model)
    let drafts = RegisterDrafts(comparison, sheet, live: live, plan: plan, rows)
    var report = RegisterReport(file: file, sheet: sheet.name, plan: id, revision: sheet.revision)
    (report.others, report.unread) = (others, sheet.others)
    report.changes =
      drafts.changes
      + comparison.completions.map { completion in
        .init(
          kind: .completed, row: completion.line.row, column: .done, task: model.rules.tasks[completion.task].id,
          old: "",
          new: completion.day.written)
      }
    report.troubles = (comparison.troubles + drafts.troubles).sorted { ($0.row ?? .max) < ($1.row ?? .max) }
    report.isRehearsal = isRehearsal
    if !drafts.blocks.isEmpty {
      report.days = try ProposalPreview(drafts.blocks, model, in: operations).duties(language)
    }
    if let marked {
      try StatisticFile.write(copy(of: bytes, sheet, report.troubles, of: rows), to: marked)
    }
    guard !isRehearsal else { return report }
    let reason = "bảng theo dõi \(PlainWords.cleaned(file) ?? "") (bản \(sheet.revision))"
    func proposal(_ kind: String) -> BlockProposal {
      BlockProposal(reason: reason, way: "\(Self.way):\(id):\(kind)", source: bytes)
    }
    if !drafts.blocks.isEmpty {
      var rows = proposal("rows")
      rows.blocks = drafts.blocks
      report.proposals.append(try add(rows, model))
    }
    if !comparison.completions.isEmpty {
      var facts = proposal("done")
      facts.changes = comparison.completions.compactMap { change($0, model) }
      report.proposals.append(try add(facts, model))
    }
    return report
  }

  /// How the sources of proposals out of registers begin.
  package static let way = "register"

  /// The sheet of that plan, and the names of those of other plans.
  private func sheet(
    of plan: String, in document: SourceDocument
  ) throws(OperationFailure) -> (RegisterSheet, [String]) {
    let sheets = document.blocks.compactMap { block in
      if case .table(let table) = block { RegisterSheet(table) } else { nil }
    }
    if let sheet = sheets.first(where: { $0.plan == plan }) {
      return (sheet, sheets.filter { $0.plan != plan }.map(\.name))
    }
    guard sheets.isEmpty else {
      let plans = sheets.map(\.plan).joined(separator: ", ")
      throw OperationFailure(
        vi: "\(path) không có bảng của kế hoạch \(plan), mà của: \(plans)",
        en: "\(path) has no register of the plan \(plan), but of: \(plans)")
    }
    throw OperationFailure(
      vi: "\(path) không phải bảng theo dõi đã xuất: thiếu cột “\(RegisterColumn.identity.head.vi) (bản …)” hoặc "
        + "“\(RegisterColumn.check.head.vi) (…)”, là các cột ẩn; xuất bảng: nhacviec export --xlsx TỆP",
      en: "\(path) is no exported register: its hidden columns “\(RegisterColumn.identity.head.vi) (bản …)” or "
        + "“\(RegisterColumn.check.head.vi) (…)” are missing; export one: nhacviec export --xlsx FILE")
  }

  /// The rules from which the sheet was exported.
  private func base(_ sheet: RegisterSheet) throws(OperationFailure) -> RegisterWording {
    guard let store = LoadedRules.revisions(state, in: operations), store.numbers().contains(sheet.revision) else {
      throw OperationFailure(
        vi: "không còn bản quy tắc \(sheet.revision) mà bảng này được xuất từ đó; xuất bảng mới rồi sửa ở đó",
        en: "revision \(sheet.revision), from which this was exported, is not kept here; export anew, and edit that")
    }
    let loaded = try LoadedRules.revision(sheet.revision, of: store)
    do { return RegisterWording(rules: loaded.rules, sources: try store.sources(of: sheet.revision)) } catch {
      throw OperationFailure([error.diagnostic])
    }
  }

  private func change(_ completion: RegisterComparison.Completion, _ model: SiteModel) -> ProposedChange? {
    guard let duty = model.book.duty(completion.duty, model.expander) else { return nil }
    let words = PlainWords.cleaned((completion.line.lines(.result) ?? []).joined(separator: " "))
    return ProposedChange(
      .done, day: Int(completion.day.dayNumber), words: words,
      candidates: [.init(duty: completion.duty, old: DutyTrace(duty, model.book.rules).text)])
  }

  private func add(_ proposal: BlockProposal, _ model: SiteModel) throws(OperationFailure) -> (
    number: Int64, isNew: Bool
  ) {
    let query = try ProposalQuery(stateFolder: state, in: operations)
    // Read again while its proposal waits, a file proposes nothing more: new rows would only get other ids.
    if let same = try proposal.waiting(query) { return (same.number, false) }
    let head = (model.book.head ?? .empty).description
    return
      switch try proposal.add(
        query, by: operations.login, revision: model.revision ?? 0, facts: head, at: operations.now)
    {
    case .added(let number, _): (number, true)
    case .same(let same): (same.number, false)
    }
  }

  /// The file that was sent, with marks at what was not taken.
  private func copy(
    of bytes: [UInt8], _ sheet: RegisterSheet, _ troubles: [RegisterReport.Trouble], of rows: RowProposals
  ) throws(OperationFailure) -> [UInt8] {
    let marks = troubles.compactMap { trouble -> MarkedWorkbook.Mark? in
      guard let row = trouble.row else { return nil }
      return .init(
        row: row, column: trouble.column.flatMap { sheet.columns[$0] },
        words: RegisterText.words(of: trouble, language))
    }
    do throws(OfficeDocumentFailure) {
      let notes = MarkedWorkbook.Notes(
        column: sheet.answers, head: sheet.head, title: RegisterColumn.answer.text(in: language))
      return try MarkedWorkbook(bytes, sheet: sheet.name).bytes(marks, notes)
    } catch { throw OperationFailure(error.words) }
  }
}
