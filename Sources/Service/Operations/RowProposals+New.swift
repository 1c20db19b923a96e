import Diagnostics
package import PlanImport
import Proposals
import RuleSyntax
package import Rules

/// New rows.
extension RowProposals {
  /// Where a new row stands.
  package struct Place: Sendable {
    /// The id of its section; nil: that of the row before it.
    package var section: String?
    /// The id of the row behind which it stands; nil: the last of its section, or of the plan.
    package var behind: String?

    /// Whether it is the first of its section, where the heading stands above the others in their file.
    package var isFirst: Bool

    package init(section: String?, behind: String?, isFirst: Bool = false) {
      (self.section, self.behind, self.isFirst) = (section, behind, isFirst)
    }
  }

  /// The value of a new row that says where it comes from.
  package static let source = "source"
  package static let (behind, section) = ("behind", "section")

  /// A new row of a plan, with values by their names.
  package func new(in plan: PlanID, at place: Place, _ typed: [String: String]) throws(Faults) -> Draft {
    try judgedPiece(in: plan, at: place, typed, besides: []) { (piece) throws(Faults) in try draft(piece) }
  }

  /// The same without a look at what it would do.
  /// - Parameter ids: those that other new rows of the same proposal have.
  func added(
    to plan: PlanID, at place: Place, _ typed: [String: String], besides ids: [String]
  ) throws(Faults) -> Piece {
    try judgedPiece(in: plan, at: place, typed, besides: ids) { $0 }
  }

  private func judgedPiece<Found>(
    in plan: PlanID, at place: Place, _ typed: [String: String], besides ids: [String],
    _ look: (Piece) throws(Faults) -> Found
  ) throws(Faults) -> Found {
    var values = typed.mapValues { PlainWords.cleaned($0) ?? "" }
    var faults: [Fault] = []
    for kind in EditableRow.Kind.allCases {
      let text = values[kind.rawValue] ?? ""
      guard
        let fault = Self.fault(kind.rawValue, kind, text, isMissing: !kind.mayBeEmpty && text.isEmpty)
      else { continue }
      faults.append(fault)
      values[kind.rawValue] = standIn(for: kind, in: plan)
    }
    if let fault = Self.fault(Self.source, nil, values[Self.source] ?? "", isMissing: false) {
      faults.append(fault)
      values[Self.source] = ""
    }
    let known = known(place, in: plan)
    return try Self.judged(faults + known.faults) { [values] () throws(Faults) in
      try look(piece(values, in: plan, behind: neighbour(plan, known.place), besides: ids))
    }
  }

  /// What stands in place of a value that is wrong by itself, so that the others can be looked at.
  private func standIn(for kind: EditableRow.Kind, in plan: PlanID) -> String {
    let rules = model.rules
    switch kind {
    case .title: return "…"
    case .product, .support: return ""
    case .lead:
      return rules.units.indices.first { rules.recipient(named: rules.units[$0].title, in: plan) == .unit($0) }
        .map { rules.units[$0].title } ?? ""
    case .due: return "chậm nhất 31/12/\(rules.plans[plan].years.upperBound)"
    }
  }

  private func piece(
    _ values: [String: String], in plan: PlanID, behind neighbour: Neighbour, besides ids: [String]
  ) throws(Faults) -> Piece {
    func value(_ kind: EditableRow.Kind) -> String { values[kind.rawValue] ?? "" }
    let waiting = waitingBlocks
    let id = newID(
      in: plan, neighbour, besides: waiting.compactMap { $0.name.split(separator: " ").last.map(String.init) } + ids)
    let needsSection = neighbour.section.map { longestPrefix(of: id, in: plan) != $0 } ?? false
    let fields: [(FieldKey, String)] = [
      (.plan, neighbour.row?.field(.plan) ?? ""), (.section, needsSection ? neighbour.section ?? "" : ""),
      (.product, value(.product)), (.lead, value(.lead)), (.support, value(.support)), (.due, value(.due)),
      (.source, values[Self.source] ?? ""),
    ]
    let isVietnamese = neighbour.row?.isVietnamese ?? neighbour.isVietnamese
    guard let row = EditableRow(id: id, title: value(.title), fields, isVietnamese: isVietnamese) else {
      throw Self.unwritable
    }
    let year = model.rules.plans[plan].onlyYear
    let block = ProposedBlock(
      file: neighbour.file, name: "\(EditableRow.keyword(isVietnamese)) \(id)", previous: neighbour.name, old: nil,
      new: row.text)
    // The same row that waits already has its id.
    guard let same = waiting.first(where: { Self.isSame($0, block) }), let known = same.new.flatMap(EditableRow.init)
    else { return Piece(block: block, row: row, task: nil, year: year) }
    return Piece(block: same, row: known, task: nil, year: year)
  }

  /// Whether two new blocks differ by nothing but their ids.
  private static func isSame(_ one: ProposedBlock, _ other: ProposedBlock) -> Bool {
    func rest(_ block: ProposedBlock) -> Substring? {
      guard let new = block.new, new.hasPrefix(block.name) else { return nil }
      return new.dropFirst(block.name.count)
    }
    return one.file == other.file && one.previous == other.previous && rest(one) != nil && rest(one) == rest(other)
  }

  /// The block behind which a new one stands.
  private struct Neighbour {
    var file: String
    var name: String
    /// Nil where it is a section or the plan.
    var row: EditableRow?
    /// The id of its task.
    var task: String?
    /// The section of the new row.
    var section: String?
    var isVietnamese: Bool
  }

  /// The place without the names that the plan does not have, each of which is a mistake.
  private func known(_ place: Place, in plan: PlanID) -> (place: Place, faults: [Fault]) {
    // Names are looked up where those of classified work are not.
    let rules = model.rules
    var (known, faults) = (
      Place(section: place.section, behind: place.behind.flatMap(PlainWords.cleaned), isFirst: place.isFirst), [Fault]()
    )
    if let name = known.section, section(name, in: plan) == nil {
      known.section = nil
      faults.append(
        Fault(
          name: Self.section,
          words: .init(vi: "Kế hoạch không có mục “\(name)”.", en: "The plan has no section “\(name)”.")))
    }
    if let name = known.behind,
      !rules.tasks.contains(where: { $0.plan == plan && FoldedName($0.id) == FoldedName(name) })
    {
      known.behind = nil
      faults.append(
        Fault(
          name: Self.behind,
          words: .init(vi: "Kế hoạch không có việc “\(name)”.", en: "The plan has no task “\(name)”.")))
    }
    return (known, faults)
  }

  private func section(_ id: String, in plan: PlanID) -> Int? {
    model.rules.sections.indices.first { model.rules.sections[$0].plan == plan && model.rules.sections[$0].id == id }
  }

  private func neighbour(_ plan: PlanID, _ place: Place) throws(Faults) -> Neighbour {
    let rules = model.rules
    let section = place.section.flatMap { self.section($0, in: plan) }
    var tasks = rules.tasks.indices.filter { rules.tasks[$0].plan == plan }
    if let name = place.behind {
      tasks = tasks.filter { FoldedName(rules.tasks[$0].id) == FoldedName(name) }
    } else if let section {
      tasks = tasks.filter { rules.tasks[$0].section == section }
    }
    let wanted = section.map { rules.sections[$0].id }
    if let task = tasks.last {
      let row = rules.tasks[task]
      guard let block = block(at: row.span) else { throw Self.nowhere }
      if place.isFirst, let head = section.flatMap({ self.block(at: rules.sections[$0].span) }),
        tasks.allSatisfy({ rules.tasks[$0].span.source.name == rules.sections[section ?? 0].span.source.name })
      {
        return Neighbour(
          file: head.file, name: head.name, row: EditableRow(block.text), task: row.id, section: wanted,
          isVietnamese: true)
      }
      return Neighbour(
        file: block.file, name: block.name, row: EditableRow(block.text), task: row.id,
        section: wanted ?? row.section.map { rules.sections[$0].id }, isVietnamese: true)
    }
    let span = section.map { rules.sections[$0].span } ?? rules.plans[plan].span
    guard let block = block(at: span) else { throw Self.nowhere }
    let vietnamese = [BlockKeyword.section, .plan].map { Keywords.name(of: $0, vietnamese: true) }
    return Neighbour(
      file: block.file, name: block.name, section: wanted,
      isVietnamese: vietnamese.contains { FoldedName(block.name).text.hasPrefix(FoldedName($0).text) })
  }

  private static let nowhere = Faults(
    nil, vi: "Kế hoạch này không nhận dòng mới ở đây.", en: "No new row can stand in this plan.")

  /// An id like that of the row before it, or of its section, that nothing in the plan has or had, and no proposal that waits.
  private func newID(in plan: PlanID, _ neighbour: Neighbour, besides ids: [String]) -> String {
    let rules = model.book.rules
    var taken = Set(
      rules.tasks.filter { $0.plan == plan }.flatMap { [$0.id] + $0.formerly }.map { FoldedName($0) })
    // What another revision had keeps its id, though nothing in force has it any more.
    let prefix = "\(rules.plans[plan].id)/"
    for name in everyTask where name.hasPrefix(prefix) {
      taken.insert(FoldedName(String(name.dropFirst(prefix.count))))
    }
    for name in ids { taken.insert(FoldedName(name)) }
    let start = neighbour.task.map(Self.stem) ?? neighbour.section.map { "\($0)." } ?? ""
    let numbers = taken.compactMap { id -> Int? in
      let prefix = FoldedName(start).text
      guard id.text.hasPrefix(prefix) else { return nil }
      return Int(id.text.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber })
    }
    var number = (numbers.filter { $0 < 100_000 }.max() ?? 0) + 1
    while taken.contains(FoldedName("\(start)\(number)")) { number += 1 }
    return "\(start)\(number)"
  }

  /// An id without its last number: `TC.` of `TC.2a`; of one without numbers a hyphen follows it.
  private static func stem(_ id: String) -> String {
    guard let last = id.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return id + "-" }
    let rest = id[...last]
    let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
    return String(rest.dropLast(digits))
  }

  /// The tasks of all revisions.
  private var everyTask: Set<String> { LoadedRules.revisions(model.state, in: operations)?.everyTask() ?? [] }

  /// The new rows that are proposed already.
  private var waitingBlocks: [ProposedBlock] {
    let query = try? ProposalQuery(stateFolder: model.state, in: operations)
    let waiting = (try? query?.proposals(.waiting, limit: ProposalLog.mostWaiting)) ?? []
    return waiting.flatMap(\.content.blocks).filter { $0.old == nil }
  }

  /// The section to which an id belongs by its beginning.
  private func longestPrefix(of id: String, in plan: PlanID) -> String? {
    model.rules.sections.filter { $0.plan == plan && FoldedName(id).text.hasPrefix(FoldedName($0.id).text + ".") }
      .map(\.id).max { $0.count < $1.count }
  }
}

/// Rows out of a document's sentence.
extension RowProposals {
  /// What a sentence of a document that came in says of a row, as values by their names: a first guess. Of several limits none is
  /// taken that nobody chose, nor the work of which it may be.
  /// - Parameters:
  ///   - document: its number and day as people write them.
  ///   - limit: the chosen one of several.
  package func values(
    of sentence: String, document: String, in plan: PlanID, by limit: DocumentSentence.Limit? = nil
  ) -> [String: String] {
    let read = read(sentence, in: plan)
    let title = limit?.title ?? (read.limits.isEmpty ? read.title : "")
    // Who leads whichever is chosen leads it.
    let isShared = Set(read.limits.map(\.lead)).count < 2
    let lead = limit?.lead ?? (isShared ? read.lead : [])
    let support = limit?.support ?? (isShared ? read.support : [])
    return [
      EditableRow.Kind.title.rawValue: title, EditableRow.Kind.lead.rawValue: lead.joined(separator: "; "),
      EditableRow.Kind.support.rawValue: support.joined(separator: "; "),
      EditableRow.Kind.due.rawValue: limit?.deadline ?? read.deadline ?? "",
      Self.source: PlainWords.cleaned(document) ?? "",
    ]
  }

  /// The limits of a sentence, where there are several.
  package func limits(of sentence: String, in plan: PlanID) -> [DocumentSentence.Limit] {
    read(sentence, in: plan).limits
  }

  private func read(_ sentence: String, in plan: PlanID) -> DocumentSentence {
    DocumentSentence(PlainWords.cleaned(sentence) ?? "", years: model.rules.plans[plan].years)
  }
}
