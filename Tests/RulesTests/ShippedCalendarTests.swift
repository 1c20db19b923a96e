import CivilCalendar
import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

/// `rules/calendars`, read as the program reads it, against the days off and worked that were announced.
@Suite struct `Shipped calendars` {
  let rules: RuleSet
  let diagnostics: [Diagnostic]

  init() throws {
    let files = ["viet-nam.rules", "viet-nam-cac-nam.rules", "cuoi-tuan.rules"]
    let sources = try files.map { SourceText(name: $0, text: try text(of: "rules/calendars/\($0)")) }
    (rules, diagnostics) = RuleBook.read(own: [], shipped: sources, covering: 2020...2027)
  }

  private func calendar(_ id: String) throws -> RuleCalendar {
    try #require(rules.calendars.first { $0.id == id })
  }

  @Test func areReadWithoutARemark() {
    #expect(diagnostics.map { $0.words.vi }.isEmpty)
  }

  @Test func everyDayOf2021To2026IsAsAnnounced() throws {
    let calendar = try calendar("vn").calendar
    var expected: [String: Bool] = [:]
    for line in try text(of: "Tests/Data/calendar/vn_days_off_2021_2026.csv").split(separator: "\n").dropFirst() {
      let row = line.split(separator: ",")
      expected[String(row[0])] = row[2] != "off"
    }
    try #require(expected.count > 80)
    var date = day("2021-01-01")
    while date.year <= 2026 {
      let isWeekend = date.weekday == .saturday || date.weekday == .sunday
      #expect(calendar.isWorking(date) == expected[date.description] ?? !isWeekend, "\(date)")
      date = date.adding(days: 1)
    }
    #expect((2020...2027).filter(calendar.isAnnounced) == Array(2021...2026))
  }

  /// By the Labour Code, not announced: Tết 2027 is 2 + 3 or 1 + 4 days around Saturday 6 February, both with two days
  /// for the weekend; from 2026 the 24th of November is meant to be off, which no law says yet.
  @Test(arguments: [
    ("2027-02-04", DayStatus.doubtful("Tết Nguyên đán")), ("2027-02-05", .holiday("Tết Nguyên đán")),
    ("2027-02-10", .substitute("Tết Nguyên đán")), ("2027-02-11", .doubtful("Tết Nguyên đán")),
    ("2027-09-01", .doubtful("Quốc khánh")), ("2027-09-02", .holiday("Quốc khánh")),
    ("2027-09-03", .doubtful("Quốc khánh")), ("2027-11-24", .doubtful("Ngày Văn hóa Việt Nam")),
    ("2026-11-24", .doubtful("Ngày Văn hóa Việt Nam")),
    ("2020-11-24", .working), ("2024-04-29", .substitute("↔ 04/05/2024")), ("2024-05-04", .makeUp("↔ 29/04/2024")),
    ("2025-02-01", .weeklyDayOff(.saturday)),
  ])
  func status(iso: String, status: DayStatus) throws {
    #expect(try calendar("vn").calendar.status(of: day(iso)) == status)
  }

  @Test func conventionsAndLaw() throws {
    let vietnam = try calendar("vn")
    #expect(vietnam.law.id == "vn-civil-code")
    #expect(vietnam.timeZone == "Asia/Ho_Chi_Minh")
    let conventions = vietnam.calendar.definition.conventions
    #expect(Period.schoolYear(2023).days(in: conventions)?.last == day("2024-05-30"))
    #expect(Period.fiscalYear(2024).days(in: conventions)?.last == day("2024-12-31"))
    #expect(vietnam.calendar.definition.officeHours.count == 2)
  }

  @Test func plainWeekends() throws {
    let plain = try calendar("cuoi-tuan")
    #expect(plain.law.id == "plain")
    #expect(plain.calendar.status(of: day("2024-01-01")) == .working)
    #expect(plain.calendar.isWorking(day("2024-01-06")) == false)
    #expect(plain.calendar.isAnnounced(2030))
  }
}
