import CivilCalendar
import Presentation
import TestSupport
import Testing

@Suite("Month grids")
struct MonthGridTests {
  private static func calendar() throws -> WorkingCalendar {
    let announced = WorkingCalendar.Announcement(
      year: 2024, off: [WorkingCalendar.NamedDay(day("2024-04-30"), "Ngày Chiến thắng")],
      swaps: [WorkingCalendar.SwappedDays(off: day("2024-04-29"), work: day("2024-05-04"))])
    let holiday = HolidayRule(name: "Ngày Chiến thắng", alternatives: [.fixed(month: 4, day: 30)])
    return WorkingCalendar(
      WorkingCalendar.Definition(holidays: [holiday], announcements: [2024: announced]), covering: 2023...2025)
  }

  @Test("Monday first, days off, due days, names below")
  func april() throws {
    let grid = MonthGrid(try Self.calendar(), .vi, due: [day("2024-04-15"): 3])
    let text = try #require(grid.text(month: 4, of: 2024))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Tháng 4/2024")
    #expect(lines[1].hasPrefix(" T2") && lines[1].hasSuffix("CN"))
    // 1 April 2024 was a Monday, the 23rd of the second lunar month.
    #expect(lines[2].hasPrefix("  1·23"))
    #expect(text.contains("15!3"))
    #expect(text.contains("30*"))
    #expect(text.contains("thứ Ba 30/4/2024: nghỉ (Ngày Chiến thắng)"))
    #expect(text.contains("29*"))
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
  }

  @Test("A worked Saturday is marked and named")
  func swapped() throws {
    let text = try #require(MonthGrid(try Self.calendar(), .en).text(month: 5, of: 2024))
    #expect(text.contains(" 4+"))
    #expect(text.contains("Saturday 4 May 2024: worked"))
  }

  @Test("A year not announced says so")
  func provisional() throws {
    let grid = MonthGrid(try Self.calendar(), .vi)
    #expect(grid.provisionalWarning(for: 2024) == nil)
    #expect(grid.provisionalWarning(for: 2025)?.contains("chưa được công bố") == true)
    #expect(grid.provisionalWarning(for: 1900) != nil)
    #expect(grid.text(month: 13, of: 2024) == nil)
  }
}
