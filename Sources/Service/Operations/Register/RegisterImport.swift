import Diagnostics
package import Documents
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
  /// Rows of one register that are edited, at most: each is looked at alone where something is wrong.
  static let mostRows = 500
  /// Cells that are marked in the copy, at most.
  private static let mostMarks = 2000

  /// Who brings it: somebody on the machine, or on a page.
  private let recorder: Recorder?
  private let limits: DocumentLimits
  private let isRehearsal: Bool
  private let state: String?
  private let language: Language
  private let operations: OperationContext

  /// - Parameters:
  ///   - recorder: who sent it on a page; nil: who runs the command.
  ///   - isRehearsal: whether only what would be proposed is wanted.
  ///   - state: the state folder; nil: the standard one.
  ///   - language: of the marked copy.
  package init(
    by recorder: Recorder? = nil, limits: DocumentLimits = .standard, isRehearsal: Bool = false, state: String?,
    _ language: Language, in operations: OperationContext
  ) {
    (self.recorder, self.limits, self.isRehearsal) = (recorder, limits, isRehearsal)
    (self.state, self.language, self.operations) = (state, language, operations)
  }

  /// - Parameters:
  ///   - path: the edited workbook.
  ///   - plan: by its id or title.
  ///   - marked: a new file for a copy in which what was not taken is marked; nil: none.
  package func read(_ path: String, into plan: String, marked: String?) throws(OperationFailure) -> RegisterReport {
    let bytes = try DocumentOnDisk.bytes(of: path)
    return try read(bytes, path, into: plan) { copy throws(OperationFailure) in
      if let marked { try StatisticFile.write(copy(), to: marked) }
    }
  }

  /// - Parameters:
  ///   - name: of the file, as somebody has it.
  ///   - keep: gets what makes the copy with marks, before anything is proposed.
  func read(
    _ bytes: [UInt8], _ name: String, into plan: String,
    keep: (() throws(OperationFailure) -> [UInt8]) throws(OperationFailure) -> Void
  ) throws(OperationFailure) -> RegisterReport {
    let document = try DocumentOnDisk.document(bytes, name, limits, converts: recorder == nil)
    let model = try SiteModel(state: state, in: operations)
    try Register.requireRules(model)
    let rows = try RowProposals(model, in: operations)
    let plan = try NameChoice.plan(plan, model.rules)
    try requireRight(to: plan, model)
    let id = model.rules.plans[plan].id
    let (sheet, others) = try sheet(of: id, in: document, name)
    let live = RegisterWording(rules: model.book.rules, sources: rows.sources)
    let comparison = try RegisterComparison(sheet, base: try base(sheet), live: live, plan: plan, model)
    guard comparison.count <= Self.mostRows else { throw Self.tooMany(comparison.count) }
    let drafts = RegisterDrafts(comparison, sheet, live: live, plan: plan, rows)
    let file = name.split(separator: "/").last.map(String.init) ?? name
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
      let edit = try RuleEdit(drafts.blocks, rows.sources)
      let changed = try ChangedRules(edit, drafts.blocks, model, testing: false, in: operations)
      report.difference = RuleDifference(model.book, changed.book)
    }
    let troubles = report.troubles
    try keep { () throws(OperationFailure) in try copy(of: bytes, sheet, troubles) }
    guard !isRehearsal else { return report }
    let reason = "bảng theo dõi \(PlainWords.cleaned(file) ?? "") (bản \(sheet.revision))"
    func proposal(_ kind: String) -> BlockProposal {
      BlockProposal(
        reason: reason, way: RegisterSource.way(of: recorder, plan: id, kind), likeness: RegisterSource.part(id, kind),
        source: bytes)
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

  /// Fails where who sent it on a page may propose no row of the plan.
  private func requireRight(to plan: PlanID, _ model: SiteModel) throws(OperationFailure) {
    guard let recorder else { return }
    guard model.mayProposeRegister(of: plan, by: recorder) else {
      throw OperationFailure(
        vi: "“\(recorder.author)” không đề xuất được ở kế hoạch này",
        en: "“\(recorder.author)” may propose nothing in this plan")
    }
  }

  private static func tooMany(_ count: Int) -> OperationFailure {
    OperationFailure(
      vi: "bảng có \(count) dòng đã sửa, nhiều nhất là \(mostRows); sửa từng phần, mỗi lần một tệp",
      en: "\(count) rows of the sheet are edited, at most \(mostRows) are read; edit parts of it, a file each time")
  }

  /// The sheet of that plan, and the names of those of other plans.
  private func sheet(
    of plan: String, in document: SourceDocument, _ path: String
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
        query, by: recorder?.author ?? operations.login, revision: model.revision ?? 0, facts: head,
        limit: recorder == nil ? nil : RowProposals.mostOfOne, at: operations.now)
    {
    case .added(let number, _): (number, true)
    case .same(let same): (same.number, false)
    }
  }

  /// The file that was sent, with marks at what was not taken.
  private func copy(
    of bytes: [UInt8], _ sheet: RegisterSheet, _ troubles: [RegisterReport.Trouble]
  ) throws(OperationFailure) -> [UInt8] {
    let marks = troubles.prefix(Self.mostMarks).compactMap { trouble -> MarkedWorkbook.Mark? in
      guard let row = trouble.row else { return nil }
      return .init(
        row: row, column: trouble.column.flatMap { sheet.columns[$0] },
        words: RegisterText.words(of: trouble, language))
    }
    do throws(OfficeDocumentFailure) {
      let notes = MarkedWorkbook.Notes(
        column: sheet.answers, head: sheet.head, title: RegisterColumn.answer.text(in: language))
      return try MarkedWorkbook(bytes, sheet: sheet.name, limits: limits).bytes(marks, notes)
    } catch { throw OperationFailure(error.words) }
  }
}
