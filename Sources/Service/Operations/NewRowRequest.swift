import CivilCalendar
package import Diagnostics
import Documents
package import PlanImport
package import Presentation
import Revisions
import RuleFiles
import RuleSyntax
package import Rules

/// Adds one row to a plan of the rule folder, out of a sentence of an incoming document, for the command `add`.
package struct NewRowRequest {
  private let model: SiteModel
  private let rows: RowProposals
  private let sources: RevisionSources
  private let book: BookRequest
  private let operations: OperationContext
  package let plan: PlanID

  /// - Parameter plan: the name of the plan; nil where there is only one.
  package init(_ book: BookRequest, plan: String?, in operations: OperationContext) throws(OperationFailure) {
    sources = try RuleEdit.sources(book, in: operations)
    let book = BookRequest(rules: sources.folder, state: book.state)
    model = try SiteModel(state: book.state, rules: sources.folder, in: operations)
    rows = RowProposals(model, sources, in: operations)
    (self.book, self.operations) = (book, operations)
    guard let plan else {
      guard model.rules.plans.count == 1 else {
        let ids = model.rules.plans.map(\.id).joined(separator: ", ")
        throw OperationFailure(
          vi: "có nhiều kế hoạch, hãy chọn bằng --plan: \(ids)", en: "there are several plans; choose by --plan: \(ids)"
        )
      }
      self.plan = 0
      return
    }
    self.plan = try NameChoice.plan(plan, model.rules)
  }

  /// The sentences of a document that ask for something.
  package func sentences(of path: String) throws(OperationFailure) -> [DocumentSentences.Sentence] {
    let document = try DocumentOnDisk.read(path, allowsClassified: false)
    return DocumentSentences(document, years: model.rules.plans[plan].years).all
  }

  /// The limits of a sentence, where there are several: then one is to be chosen, or the deadline typed.
  package func limits(_ sentence: String) -> [DocumentSentence.Limit] { rows.limits(of: sentence, in: plan) }

  /// What a sentence says, as values by their names; what people typed themselves takes its place.
  /// - Parameter limit: the chosen one of several.
  package func values(
    _ sentence: String, by limit: DocumentSentence.Limit?, document: String, typed: [String: String]
  ) -> [String: String] {
    rows.values(of: sentence, document: document, in: plan, by: limit).merging(typed) { $1 }
  }

  /// The row as it would be, and what it would do. Fails with all that is wrong with the values.
  package func draft(
    _ values: [String: String], section: String?, behind: String?
  ) throws(OperationFailure) -> RowProposals.Draft {
    do throws(RowProposals.Faults) {
      return try rows.new(in: plan, at: .init(section: section, behind: behind), values)
    } catch {
      throw OperationFailure(Self.words(of: error.all))
    }
  }

  /// Writes the block into its file, if that is as it was.
  package func write(_ draft: RowProposals.Draft) throws(OperationFailure) {
    let edit = try RuleEdit([draft.block], sources)
    try edit.check(book, in: operations)
    try edit.write()
  }

  /// The next days of the row, as a list has them; where none is to come, those that have been.
  package func days(_ draft: RowProposals.Draft, _ language: Language) -> [String] {
    let wording = ItemWording(draft.preview.rules, DateWording(language), today: model.today)
    let items = draft.preview.items(of: draft.task)
    let next = items.filter { ($0.dueDay ?? .last) >= model.today }
    return (next.isEmpty ? items : next).map { "\(wording.when($0)) (\(wording.state($0)))" }
  }

  /// One line for each fault, with its mends.
  private static func words(of faults: [RowProposals.Fault]) -> Bilingual {
    func text(_ language: Language) -> String {
      faults.map { fault in
        let name = fault.name.flatMap { Self.labels[$0] }.map { $0.text(in: language) + ": " } ?? ""
        return name + ([fault.words] + fault.mends).map { $0.text(in: language) }.joined(separator: " ")
      }.joined(separator: "\n")
    }
    return Bilingual(vi: text(.vi), en: text(.en))
  }

  /// What the values are called on the command line.
  package static let labels: [String: Bilingual] = [
    EditableRow.Kind.title.rawValue: .init(vi: "Nhiệm vụ", en: "Work"),
    EditableRow.Kind.product.rawValue: .init(vi: "Sản phẩm", en: "Product"),
    EditableRow.Kind.lead.rawValue: .init(vi: "Chủ trì", en: "Lead"),
    EditableRow.Kind.support.rawValue: .init(vi: "Phối hợp", en: "Support"),
    EditableRow.Kind.due.rawValue: .init(vi: "Thời hạn", en: "Due"),
    RowProposals.source: .init(vi: "Nguồn", en: "Source"),
    RowProposals.section: .init(vi: "Mục", en: "Section"),
    RowProposals.behind: .init(vi: "Đứng sau", en: "Behind"),
  ]
}
