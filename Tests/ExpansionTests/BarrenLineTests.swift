import CivilCalendar
import Deadlines
import Expansion
import Rules
import Testing

/// A due line that yields nothing is told, with the days that its bounds took.
@Suite("Due lines that give no day")
struct BarrenLineTests {
  private static func office(_ wording: String, _ years: ClosedRange<Int>) throws -> Office {
    var office = Office(years)
    let deadline = try #require(DeadlineReader().read(wording).readings.first, "\(wording)")
    office.task("T", .standing(nil))
    office.rules.tasks[0].due = [office.line(deadline)]
    return office
  }

  @Test(
    "Bounds that let nothing through",
    arguments: [
      // The year 2026 ends after the bound.
      ("hằng năm, đến 30/6/2026", 2026...2026, "..2026-06-30: 2026-12-31"),
      ("hằng năm, đến 30/6/2026", 2026...2028, "..2026-06-30: 2026-12-31 2027-12-31 2028-12-31"),
      ("hằng quý, từ 01/01/2027", 2026...2026, "2027-01-01..: 2026-03-31 2026-06-30 2026-09-30"),
      ("hằng quý, trong năm 2024", 2025...2025, "2024-01-01..2024-12-31: 2025-03-31 2025-06-30 2025-09-30"),
    ])
  func told(_ wording: String, _ years: ClosedRange<Int>, _ expected: String) throws {
    let found = Expander(try Self.office(wording, years).rules, facts: []).barrenLines()
    try #require(found.count == 1)
    guard case .givesNoDay(let from, let until, let days) = found[0].reason else {
      Issue.record("\(found[0].reason)")
      return
    }
    let text = "\(from?.description ?? "")..\(until?.description ?? ""): "
    #expect(text + days.map(\.description).joined(separator: " ") == expected)
  }

  @Test(
    "What has a day, waits or stands is none of them",
    arguments: [
      "hằng năm, đến 31/12/2026", "chậm nhất 15/3/2031", "hằng quý", "thường xuyên", "khi có phát sinh",
      "theo tiến độ của Bộ", "chưa rõ: đầu năm", "trong 5 ngày kể từ ngày họp",
    ])
  func silent(_ wording: String) throws {
    #expect(Expander(try Self.office(wording, 2026...2026).rules, facts: []).barrenLines().isEmpty)
  }
}
