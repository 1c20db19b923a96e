import CivilCalendar
import Expansion
import Reminders
import RuleSyntax
import Rules
import Testing

/// `nhắc …`, `không nhắc …` and `hỏi …` in test blocks (docs/language.md, "Tests").
@Suite("Statements about reminders in test blocks")
struct ReminderExpectationTests {
  /// Due Saturday 16 March 2024: told 15, 7 and 1 days before Friday 15 March, and on Monday the 18th that it is
  /// overdue.
  private func failures(_ statements: String, today: String = "16/01/2024", given: String = "") throws -> [TestFailure]
  {
    let office = try DrawnOffice(
      DrawnOffice.book(
        "  hạn: trước ngày 17/3/2024\n  nhắc: tiêu chuẩn; trước 15, 7, 1 ngày", plan: "nhắc: tiêu chuẩn",
        more: """
          nhiệm vụ E: Sau sự kiện
            chủ trì: Phòng Kế hoạch
            hạn: sau khi x

          kiểm thử: nhắc
            hôm nay: \(today)
          \(given)
          \(statements.split(separator: "\n").map { "  mong đợi: \($0)" }.joined(separator: "\n"))

          """),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    let rules = office.rules
    return TestRunner(rules, explain: { _ in [] }, remind: { ReminderExpectations(rules, $0).failure }).run()
      .flatMap(\.failures)
  }

  @Test("All days on which a unit is reminded until the due day") func days() throws {
    #expect(try failures("nhắc T tới Phòng Chuyên ngành ngày 29/02/2024; 08/3/2024; 14/3/2024").isEmpty)
    #expect(try failures("nhắc T tới Phòng Chuyên ngành ngày 29/02/2024; …").isEmpty)
    #expect(try failures("nhắc T tới Phòng Chuyên ngành ngày 29/02/2024; 08/3/2024").count == 1)
    #expect(try failures("nhắc T tới Phòng Kế hoạch ngày 29/02/2024").count == 1)
  }

  @Test("Days before today are not asked for; after the due day today alone is") func fromToday() throws {
    #expect(try failures("nhắc T tới Phòng Chuyên ngành ngày 14/3/2024", today: "10/3/2024").isEmpty)
    #expect(try failures("nhắc T tới Phòng Chuyên ngành ngày 18/3/2024", today: "18/3/2024").isEmpty)
  }

  @Test("What was done is not told") func done() throws {
    let given = "  cho: T xong ngày 05/3/2024"
    #expect(try failures("không nhắc T ngày 14/3/2024", given: given).isEmpty)
    #expect(try failures("không nhắc T ngày 14/3/2024").count == 1)
  }

  @Test("Whoever watches an event is asked about it") func question() throws {
    // Without an expected window first a month after the plan's issue on 1 January.
    let wrong = try failures("hỏi Phòng Theo dõi về x ngày 14/3/2024")
    #expect(wrong.count == 1)
    guard case .days(_, let got)? = wrong.first?.reason, let first = got.first else {
      Issue.record("nobody was asked")
      return
    }
    #expect(try failures("hỏi Phòng Theo dõi về x ngày \(first.day)/\(first.month)/2024").isEmpty)
  }
}
