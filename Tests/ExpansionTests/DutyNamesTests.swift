import Diagnostics
import Expansion
import Rules
import TestSupport
import Testing

@Suite("Ids that duties had")
struct DutyNamesTests {
  private func names() throws -> DutyNames {
    let tasks =
      SmallOffice.task("B.50", "hằng quý", more: "  trước đây: B.5; B.05\n") + SmallOffice.task("C", "trong năm 2024")
    let text = SmallOffice.calendar + SmallOffice.policy + SmallOffice.plan(tasks)
    let (rules, diagnostics) = RuleBook.read(own: [SourceText(name: "plan.rules", text: text)], shipped: [])
    try #require(!diagnostics.hasErrors, "\(diagnostics.map(\.words.en))")
    return DutyNames(rules)
  }

  @Test("A duty has the ids of its task's former ids, and the first of them is what calendars know") func former()
    throws
  {
    let names = try names()
    let id = ObligationID(plan: "kh", task: "B.50", label: "a", key: "2024-Q1", unit: "vp")
    // Behind them the same in other letters, since logs have an id as it was spelled.
    #expect(
      names.all(id).map(\.description) == [
        "kh/B.50:a@2024-Q1/vp", "kh/B.5:a@2024-Q1/vp", "kh/B.05:a@2024-Q1/vp", "kh/b.5:a@2024-Q1/vp",
        "kh/b.05:a@2024-Q1/vp",
      ])
    #expect(names.first(id).description == "kh/B.5:a@2024-Q1/vp")
    for old in names.all(id) { #expect(names.current(old) == id) }
    let other = ObligationID(plan: "kh", task: "C", key: "2024")
    #expect(names.all(other) == [other] && names.first(other) == other && names.current(other) == other)
    // Of another plan it is another task.
    #expect(names.current(ObligationID(plan: "x", task: "B.5", key: "once")).task == "B.5")
  }

  @Test("Ids that units had count, too, and capitals do not") func units() throws {
    let text =
      SmallOffice.calendar + SmallOffice.policy
      + SmallOffice.plan(
        SmallOffice.task("B", "hằng quý", more: "  trước đây: A\n"), units: "đơn vị b1: Phòng Một\n  trước đây: a1\n")
    let (rules, diagnostics) = RuleBook.read(own: [SourceText(name: "plan.rules", text: text)], shipped: [])
    try #require(!diagnostics.hasErrors, "\(diagnostics.map(\.words.en))")
    let names = DutyNames(rules)
    let id = ObligationID(plan: "kh", task: "B", key: "2024-Q1", unit: "b1")
    #expect(names.first(id).description == "kh/A@2024-Q1/a1")
    for old in ["kh/A@2024-Q1/a1", "kh/B@2024-Q1/A1", "kh/a@2024-Q1/b1"] {
      #expect(names.current(written: old) == "kh/B@2024-Q1/b1")
    }
    #expect(names.all(id).map(\.description).contains("kh/a@2024-Q1/a1"))
    #expect(rules.recipient(named: "a1", in: 0) == rules.recipient(named: "b1", in: 0))
  }

  @Test(
    "An id as it is written leads to the one of now, and what is no former id stays as it is",
    arguments: [
      ("kh/B.5@once", "kh/B.50@once"), ("kh/B.5", "kh/B.50"),
      ("kh/B.05:dự thảo: 2@2024-Q1/vp", "kh/B.50:dự thảo: 2@2024-Q1/vp"),
      ("kh/B.5@7/QĐ", "kh/B.50@7/QĐ"), ("kh/B.50@once", "kh/B.50@once"), ("kh/B.51@once", "kh/B.51@once"),
      ("x/B.5@once", "x/B.5@once"), ("B.5@once", "B.5@once"), ("", ""), ("kh/", "kh/"),
    ])
  func written(_ text: String, _ current: String) throws {
    #expect(try names().current(written: text) == current)
  }
}
