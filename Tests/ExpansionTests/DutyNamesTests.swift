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
    #expect(
      names.all(id).map(\.description) == ["kh/B.50:a@2024-Q1/vp", "kh/B.5:a@2024-Q1/vp", "kh/B.05:a@2024-Q1/vp"])
    #expect(names.first(id).description == "kh/B.5:a@2024-Q1/vp")
    for old in names.all(id) { #expect(names.current(old) == id) }
    let other = ObligationID(plan: "kh", task: "C", key: "2024")
    #expect(names.all(other) == [other] && names.first(other) == other && names.current(other) == other)
    // Of another plan it is another task.
    #expect(names.current(ObligationID(plan: "x", task: "B.5", key: "once")).task == "B.5")
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
