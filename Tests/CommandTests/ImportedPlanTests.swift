import CivilCalendar
import Diagnostics
import Documents
import Expansion
import PlanImport
import Rules
import TestSupport
import Testing

@testable import nhacviec

/// The tables of five real plans, imported without an edit, against the rule books that people wrote of them.
@Suite("Importing the five plans agrees with their rule books")
struct ImportedPlanTests {
  struct Plan: Sendable, CustomTestStringConvertible {
    var id: String
    var year: Int
    /// Task rows of its tables, counted by hand.
    var rows: Int
    var testDescription: String { id }
  }

  static let plans = [
    Plan(id: "khanh-hoa-skhcn-2024", year: 2024, rows: 48),
    Plan(id: "ha-tinh-skhcn-2021", year: 2021, rows: 0),
    Plan(id: "khanh-hoa-tinh-2021-2030", year: 2021, rows: 32),
    Plan(id: "ha-tinh-tinh-2024", year: 2024, rows: 75),
    Plan(id: "khanh-hoa-svhtt-2022", year: 2022, rows: 39),
  ]

  private static func imported(_ plan: Plan) throws -> PlanImporter.Output {
    let name = "\(plan.id).txt"
    let document = try PlainTextReader().read(try text(of: "Tests/Data/plans/\(name)"), name: name)
    return try PlanImporter(.init(plan: plan.id, years: plan.year...plan.year), shipped: try shippedRules()).read([
      document
    ])
  }

  @Test("Every row is a task, and few are to settle", arguments: plans) func rows(_ plan: Plan) throws {
    let report = try Self.imported(plan).report
    #expect(report.rows == plan.rows)
    #expect(report.rows == report.tasks + report.leftOut.count)
    #expect(report.tasks == report.understood + report.repaired + report.toSettle.count)
    #expect(report.toSettle.count * 20 <= max(report.rows, 1) + report.sentences.count)
  }

  @Test("The book passes check as it is", arguments: plans) func clean(_ plan: Plan) throws {
    let sources = try Self.imported(plan).files.map { SourceText(name: "book/\($0.name)", text: $0.text) }
    let (rules, diagnostics) = RuleBook.read(own: sources, shipped: try shippedRules())
    #expect(diagnostics.allSatisfy { $0.severity != .error }, "\(diagnostics.map { "\($0.code): \($0.words.en)" })")
    #expect(rules.tasks.count >= plan.rows)
  }

  @Test("Deadlines are those of the book", arguments: plans) func deadlines(_ plan: Plan) throws {
    let output = try Self.imported(plan)
    let sources = output.files.map { SourceText(name: "book/\($0.name)", text: $0.text) }
    let mine = Expander(RuleBook.read(own: sources, shipped: try shippedRules()).rules, facts: [])
    let theirs = Expander(
      RuleBook.read(own: try ruleFiles(in: "rules/\(plan.id)"), shipped: try shippedRules()).rules, facts: [])
    let unsettled = Set(output.report.toSettle.compactMap(\.task))
    let byLine = Dictionary(output.places.map { ($0.value, $0.key) }) { first, _ in first }
    // A sentence that stands in a row's cell has the row's line too, and comes behind it in the list.
    var compared: Set<String> = []
    for row in try ShippedRow.rows(of: plan.id) {
      guard let line = row.line, let id = byLine[.line(line)], !id.hasPrefix("LV."), !unsettled.contains(id),
        compared.insert(id).inserted
      else { continue }
      if Self.reworded.contains("\(plan.id)/\(row.task)") { continue }
      let (imported, written) = (Self.shape(id, mine), Self.shape(row.task, theirs))
      #expect(imported == written, "\(row.task) (\(row.deadline)) is \(id)")
    }
    #expect(compared.count + unsettled.count >= plan.rows)
  }

  /// Rows that people put otherwise than printed.
  private static let reworded: Set<String> = [
    // *Quý I/2024 (ban hành Kế hoạch)* dates one half of the duty; the book has a line to settle for the other.
    "khanh-hoa-skhcn-2024/VII.8"
  ]

  /// The days and the kinds of duties without days that a task has, whoever owes them.
  private static func shape(_ id: String, _ expander: Expander) -> Set<String> {
    guard let task = expander.rules.tasks.indices.first(where: { expander.rules.tasks[$0].id == id }) else {
      return ["no such task"]
    }
    let dated = expander.obligations(in: DayRange(first: .first, last: .last), of: task, explained: false).map {
      "\($0.opens.map { "\($0)" } ?? "")..\($0.effective)"
    }
    let open = expander.openDuties(of: task, explained: false).map { duty in
      switch duty.state {
      case .waiting, .waitingForTask: "waiting"
      case .awaitingDate: "timetable"
      case .openUndated: "undated"
      case .standing(let first, let last): "standing \(first)..\(last.map { "\($0)" } ?? "")"
      case .eachCase: "each case"
      case .unclear: "unclear"
      case .notBefore(let first): "from \(first)"
      }
    }
    return Set(dated + open)
  }
}
