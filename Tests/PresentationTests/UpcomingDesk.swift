import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import Rules
import TestSupport
import Testing

/// Rules and facts, and the list of what is due on a day.
struct UpcomingDesk {
  let rules: RuleSet

  /// A book of one's own, or one of the shipped plans.
  init(_ text: String) throws {
    rules =
      RuleBook.read(own: [SourceText(name: "plan.rules", text: text)], shipped: try shippedRules()).rules
    #expect(!rules.tasks.isEmpty)
  }

  init(folders: [String]) throws {
    rules =
      RuleBook.read(own: try folders.flatMap { try ruleFiles(in: "rules/\($0)") }, shipped: try shippedRules()).rules
  }

  static let plans = [
    "ha-tinh-skhcn-2021", "ha-tinh-tinh-2024", "khanh-hoa-skhcn-2024", "khanh-hoa-svhtt-2022",
    "khanh-hoa-tinh-2021-2030",
  ]

  /// Everything until the end of 2025, and what has ended, after these facts.
  func list(_ facts: String = "", today: String = "2024-03-01", withClosed: Bool = true) -> UpcomingList {
    let read = FactFile.read(SourceText(name: "f", text: facts), rules: rules)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.words.en))")
    let expander = Expander(rules, facts: read.facts)
    #expect(expander.factProblems.isEmpty, "\(expander.factProblems)")
    let days = DayRange(first: .first, last: day("2025-12-31"))
    return UpcomingList(
      rules, expander.duties(in: days, explained: false), today: day(today), time: nil, includesClosed: withClosed)
  }
}

/// Ids of rows as the table shows them.
func ids(_ page: UpcomingPage) -> [String] { page.rows.map(\.first.duty.id.spoken) }
