import Deadlines
package import Diagnostics
import FactLog
package import Proposals
import Revisions
import RuleFiles
import RuleSyntax
package import Rules

/// Proposes changes of rows, and new rows, on pages: people say what a row is to hold, and never write rules. Only blocks of
/// tasks are made here, and none of what is classified (decision: rows-by-fields).
package struct RowProposals {
  /// Characters of a value, at most.
  package static let most = 1000
  /// So many proposals of one author may wait.
  static let mostOfOne = 50

  let model: SiteModel
  let sources: RevisionSources
  let operations: OperationContext

  /// What is wrong with what somebody typed.
  package struct Fault: Error, Sendable {
    /// The name of the value; nil: it is about the whole.
    package var name: String?
    package var words: Bilingual
    /// How it may be mended.
    package var mends: [Bilingual]

    package init(name: String?, words: Bilingual, mends: [Bilingual] = []) {
      (self.name, self.words, self.mends) = (name, words, mends)
    }
  }

  package struct Faults: Error {
    package var all: [Fault]

    init(_ all: [Fault]) { self.all = all }

    init(_ name: String?, vi: String, en: String) { all = [Fault(name: name, words: .init(vi: vi, en: en))] }
  }

  /// A row as it is to be, and what it would do.
  package struct Draft {
    package let block: ProposedBlock
    package let preview: ProposalPreview
    /// Its task in the rules of the preview.
    package let task: TaskID
  }

  /// Fails if no rules are in force.
  package init(_ model: SiteModel, in operations: OperationContext) throws(OperationFailure) {
    sources = try ProposalPreview.sources(of: model, in: operations)
    (self.model, self.operations) = (model, operations)
  }

  /// - Parameter sources: those of the model's rules.
  init(_ model: SiteModel, _ sources: RevisionSources, in operations: OperationContext) {
    (self.model, self.sources, self.operations) = (model, sources, operations)
  }

  // MARK: A row that is there

  /// The row of a task; nil of a classified one.
  package func row(of task: TaskID) -> EditableRow? { block(of: task).flatMap { EditableRow($0.text) } }

  /// The block of a task in its file, if people may see it.
  func block(of task: TaskID) -> (file: String, name: String, text: String)? {
    guard model.book.rules.tasks.indices.contains(task), !model.book.rules.isClassified(task) else { return nil }
    return block(at: model.book.rules.tasks[task].span)
  }

  func block(at span: Span) -> (file: String, name: String, text: String)? { sources.block(at: span) }

  /// The row with other values, by their names as forms have them.
  package func changed(_ task: TaskID, to typed: [String: String]) throws(Faults) -> Draft {
    let (piece, faults) = try exchanged(task, typed)
    return try Self.judged(faults) { () throws(Faults) in
      guard let piece else { throw faults.isEmpty ? Self.unchanged : Faults(faults) }
      return try draft(piece)
    }
  }

  /// The same without a look at what it would do.
  func exchange(_ task: TaskID, to typed: [String: String]) throws(Faults) -> Piece {
    let (piece, faults) = try exchanged(task, typed)
    guard faults.isEmpty else { throw Faults(faults) }
    guard let piece else { throw Self.unchanged }
    return piece
  }

  /// The row, in which what is wrong by itself stays as it is while the others are looked at; nil if nothing else differs.
  private func exchanged(
    _ task: TaskID, _ typed: [String: String]
  ) throws(Faults) -> (piece: Piece?, faults: [Fault]) {
    guard let (file, name, text) = block(of: task), let row = EditableRow(text) else {
      throw Faults(nil, vi: "Dòng này không sửa được ở đây.", en: "This row cannot be changed here.")
    }
    var (new, faults): ([String: String], [Fault]) = ([:], [])
    for value in row.values {
      guard let words = typed[value.name] else { continue }
      let cleaned = PlainWords.cleaned(words) ?? ""
      // What the row lacks already it may go on lacking.
      let isMissing = cleaned.isEmpty && !value.kind.mayBeEmpty && !value.text.isEmpty
      if let fault = Self.fault(value.name, value.kind, cleaned, isMissing: isMissing) {
        faults.append(fault)
      } else {
        new[value.name] = cleaned
      }
    }
    guard let changed = row.exchanging(new) else { throw Faults(faults + Self.unwritable.all) }
    guard changed.text != text else { return (nil, faults) }
    let plan = model.rules.plans[model.rules.tasks[task].plan]
    let piece = Piece(
      block: ProposedBlock(file: file, name: name, old: text, new: changed.text), row: changed, task: task,
      year: plan.onlyYear)
    return (piece, faults)
  }

  /// What was drafted, if nothing is wrong; else everything that is.
  /// - Parameters:
  ///   - known: what is wrong with values by themselves.
  ///   - draft: drafts it with something else in place of these.
  static func judged<Found>(_ known: [Fault], _ draft: () throws(Faults) -> Found) throws(Faults) -> Found {
    let names = Set(known.map(\.name))
    let found: Found
    // What stands in place of a wrong value is nobody's mistake.
    do throws(Faults) { found = try draft() } catch {
      throw Faults(known + error.all.filter { !names.contains($0.name) })
    }
    guard known.isEmpty else { throw Faults(known) }
    return found
  }

  private static let unchanged = Faults(
    nil, vi: "Chưa đổi gì so với dòng đang dùng.", en: "Nothing differs from the row in force.")

  static let unwritable = Faults(
    nil, vi: "Không ghi được đúng như đã gõ.", en: "It cannot be written as it was typed.")

  /// What is wrong with a reason; nil if it is one.
  package static func fault(ofReason reason: String, _ name: String) -> Fault? {
    guard let words = PlainWords.cleaned(reason) else {
      return Fault(
        name: name, words: .init(vi: "Hãy ghi lý do, một câu là đủ.", en: "Write the reason; one sentence is enough."))
    }
    return fault(name, nil, words, isMissing: false)
  }

  static func fault(_ name: String, _ kind: EditableRow.Kind?, _ text: String, isMissing: Bool) -> Fault? {
    if isMissing {
      let words: Bilingual =
        switch kind {
        case .lead: .init(vi: "Hãy ghi đơn vị chủ trì.", en: "Name the unit that leads.")
        case .due: .init(vi: "Hãy ghi thời hạn.", en: "Write when it is due.")
        default: .init(vi: "Hãy ghi tên việc.", en: "Write what the work is.")
        }
      return Fault(name: name, words: words)
    }
    guard text.count > most else { return nil }
    return Fault(
      name: name,
      words: .init(
        vi: "Dài quá \(most) chữ; hãy ghi ngắn hơn.", en: "More than \(most) letters; write less."))
  }

  // MARK: What it would do

  /// The block with what it would do; the mistakes of the rules at the values that have them.
  func draft(_ piece: Piece) throws(Faults) -> Draft {
    let changed = try check(piece, testing: true)
    do throws(OperationFailure) {
      return Draft(
        block: piece.block, preview: try ProposalPreview(changed.rules, in: operations), task: changed.task)
    } catch { throw Faults([Fault(name: nil, words: error.remark.summary)]) }
  }

  /// Fails where the block cannot be as it is to be, with the mistakes at the values that have them.
  func check(_ piece: Piece, testing: Bool) throws(Faults) -> (rules: ChangedRules, task: TaskID) {
    let block = piece.block
    let edit: RuleEdit
    do throws(OperationFailure) { edit = try RuleEdit([block], sources) } catch {
      throw Faults([Fault(name: nil, words: error.remark.summary)])
    }
    let changed: ChangedRules
    do throws(OperationFailure) {
      changed = try ChangedRules(edit, [block], model, testing: testing, in: operations)
    } catch { throw Faults(faults(of: error, block, piece.row, edit, piece.year)) }
    guard changed.tasks.count == 1, let task = changed.tasks.first, !changed.isSecret(task) else {
      throw Self.unwritable
    }
    guard namesNoMoreSecrets(task, changed.rules, than: piece.task) else {
      throw Faults([Fault(name: EditableRow.Kind.due.rawValue, words: Self.hidden)])
    }
    return (changed, task)
  }

  /// Whether the due lines of a task name no classified work that they did not name before: a day that follows from it would tell how
  /// that stands.
  func namesNoMoreSecrets(_ task: TaskID, _ rules: RuleSet, than old: TaskID?) -> Bool {
    secretsNamed(by: task, rules).isSubset(of: old.map { secretsNamed(by: $0, model.book.rules) } ?? [])
  }

  /// The classified tasks and events that the due lines of a task name.
  private func secretsNamed(by task: TaskID, _ rules: RuleSet) -> Set<String> {
    func name(_ event: EventID, _ rules: RuleSet) -> String {
      let event = rules.events[event]
      return "event \(event.plan.map { rules.plans[$0].id } ?? "")/\(event.id)"
    }
    let lines = rules.tasks[task].due
    let tasks = lines.flatMap { $0.tasks.values.map(\.task) }.filter(rules.isClassified).map(rules.reference(to:))
    let secret = Set(model.book.rules.classifiedEvents.map { name($0, model.book.rules) })
    let events = lines.flatMap { $0.events.values.map { name($0.event, rules) } }
    return Set(tasks).union(secret.intersection(events))
  }

  private static let hidden = Bilingual(
    vi: "quy tắc không nhận giá trị này; đề nghị hỏi người quản trị",
    en: "the rules do not take this value; ask the administrator")

  private func faults(
    of failure: OperationFailure, _ block: ProposedBlock, _ row: EditableRow, _ edit: RuleEdit, _ year: Int?
  ) -> [Fault] {
    guard case .diagnostics(let found, _) = failure.remark else {
      return [Fault(name: nil, words: failure.remark.summary)]
    }
    let texts = BlockTexts(name: block.file, bytes: edit.files[block.file] ?? [])
    let range = texts.pieces.first { $0.name == block.name }?.range ?? 0..<0
    return found.errors.prefix(8).map { diagnostic in
      let span = diagnostic.span
      let isHere = span.source.name == "\(sources.folder)/\(block.file)" && range.contains(span.start)
      // The row has line feeds alone.
      let offset = isHere ? texts.source.bytes[range.lowerBound..<span.start].count { $0 != 0x0D } : 0
      return shown(diagnostic, at: isHere ? row.name(at: offset) : nil, of: row, year: year)
    }
  }

  /// How a wording that is not taken can be worded: its readings, or as it is once it is repaired.
  private static func readings(of wording: String, _ year: Int?) -> [Bilingual] {
    let readings = DeadlineReader().read(wording).freeText
    func mend(_ vi: String, _ en: String) -> Bilingual { .init(vi: "Ghi: “\(vi)”", en: "Write “\(en)”") }
    guard readings.isEmpty else {
      return readings.count == 1
        ? []
        : readings.prefix(4).map { mend(CanonicalWording(.vi).text(of: $0), CanonicalWording(.en).text(of: $0)) }
    }
    let repaired = DeadlineRepair(planYear: year).read(wording)
    return repaired.reading.freeText.count == 1 && !repaired.edits.isEmpty ? [mend(repaired.text, repaired.text)] : []
  }

  /// Without what tells of classified work, as the nearest names do.
  private func shown(_ diagnostic: Diagnostic, at name: String?, of row: EditableRow, year: Int?) -> Fault {
    func mayBeTold(_ words: Bilingual) -> Bool { !model.tellsSecrets(words.vi) && !model.tellsSecrets(words.en) }
    let ofWording = name.flatMap { name in
      row.values.first { $0.name == name && $0.kind == .due }.map { Self.readings(of: $0.text, year) }
    }
    let mends =
      diagnostic.fixIts.map(\.words) + diagnostic.notes.filter { $0.span == nil }.map(\.words)
      + (diagnostic.fixIts.isEmpty ? ofWording ?? [] : [])
    return Fault(
      name: name, words: mayBeTold(diagnostic.words) ? diagnostic.words : Self.hidden, mends: mends.filter(mayBeTold))
  }

  // MARK: Sending it

  package enum Outcome {
    case added(Int64)
    /// It waits already; whether the same author gave the same reason.
    case same(Proposal, isRepeated: Bool)
  }

  /// Puts it into the log of proposals.
  /// - Parameters:
  ///   - words: what else its author wrote, as the sentence of a document.
  package func add(
    _ draft: Draft, because reason: String, words: String, by recorder: Recorder
  ) throws(OperationFailure) -> Outcome {
    let query = try ProposalQuery(stateFolder: model.state, in: operations)
    let proposal = BlockProposal(
      blocks: [draft.block], reason: try PlainWords.given(reason), words: PlainWords.cleaned(words) ?? "",
      way: recorder.way, source: Array((draft.block.new ?? "").utf8))
    let outcome = try proposal.add(
      query, by: recorder.author, revision: model.revision ?? 0, facts: (model.book.head ?? .empty).description,
      limit: Self.mostOfOne, at: operations.now)
    return switch outcome {
    case .added(let number, _): .added(number)
    case .same(let known):
      .same(
        known,
        isRepeated: known.content.author == recorder.author && known.content.subject == proposal.reason
          && known.content.words == proposal.words)
    }
  }
}

extension RevisionSources {
  /// The block of the office's own files that holds a place.
  func block(at span: Span) -> (file: String, name: String, text: String)? {
    let name = span.source.name
    guard name.hasPrefix(folder + "/") else { return nil }
    let file = String(name.dropFirst(folder.count + 1))
    guard let bytes = own.first(where: { $0.name == file })?.bytes else { return nil }
    let texts = BlockTexts(name: file, bytes: bytes)
    guard let piece = texts.pieces.first(where: { $0.range.contains(span.start) }),
      let text = texts.text(of: piece.name)
    else { return nil }
    return (file, piece.name, text)
  }
}

extension Recorder {
  private static let session = "session"

  /// How a proposal of theirs begins its source's name.
  var way: String { if case .session = self { Self.session } else { "page" } }

  /// Whether this is who proposed something on a page: the same login, or the unit that signed in by its mailbox.
  fileprivate func proposed(_ content: Proposal.Content) -> Bool {
    if case .unit = self { return false }
    return content.author == author && content.sourceID.hasPrefix(way + ":")
  }

  /// The id of the unit that proposed something by its mailbox; nil if somebody else did.
  package static func unit(of content: Proposal.Content) -> String? {
    content.sourceID.hasPrefix(session + ":") ? unit(ofAuthor: content.author) : nil
  }
}

extension SiteModel {
  /// Whether somebody proposed this on a page, and may take it back while it waits. Of units that have one id in several plans it is
  /// the one that may propose in the plan of the row.
  package func isProposed(_ proposal: Proposal, by recorder: Recorder) -> Bool {
    guard recorder.proposed(proposal.content) else { return false }
    let files = Set(proposal.content.blocks.map { "\(rulesFolder)/\($0.file)" })
    func stands(_ span: Span) -> Bool { files.contains(span.source.name) }
    let rules = book.rules
    let plans = Set(
      rules.plans.indices.filter { stands(rules.plans[$0].span) }
        + rules.sections.filter { stands($0.span) }.map(\.plan) + rules.tasks.filter { stands($0.span) }.map(\.plan))
    return plans.contains { mayPropose(in: $0, by: recorder) }
  }
}
