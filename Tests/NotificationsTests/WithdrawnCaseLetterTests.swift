import Diagnostics
import Expansion
import RuleSyntax
import Rules
import TestSupport
import Testing

@testable import Notifications
@testable import Reminders

@Suite("The letter about a case that was withdrawn")
struct WithdrawnCaseLetterTests {
  private static let plan = """
    kế hoạch kh: Kế hoạch tiếp dân
      năm: 2024
      lịch: Việt Nam
      ban hành: 02/01/2024
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng
      email: vp@so.example

    sự kiện don: đơn
      xảy ra: mỗi vụ việc

    nhiệm vụ T: Trả lời đơn của công dân
      chủ trì: Văn phòng
      hạn: khi có đơn, trong 10 ngày

    """

  /// Received on Monday 4 March, told on the 5th, withdrawn on the 6th at noon, told on the 7th.
  @Test("It names the work and its case, and why nothing is owed, and asks for nothing") func letter() throws {
    let (rules, problems) = RuleBook.read(
      own: [SourceText(name: "plan.rules", text: Self.plan)], shipped: try shippedRules())
    #expect(problems.errors.map(\.words.en) == [])
    let (facts, wrong) = FactFile.read(
      SourceText(name: "facts", text: "đơn số 5 ngày 04/3/2024\nhủy ghi nhận đơn số 5"), rules: rules)
    #expect(wrong.map(\.words.en) == [])
    let timed = zip(facts, ["2024-03-04", "2024-03-06"]).map {
      TimedFact($0, recorded: morning($1).adding(seconds: 4 * 3600))
    }
    var walk = RoundWalk(rules, facts: timed, through: day("2025-12-31"), wentLive: { _, _ in morning("2024-01-02") })
    walk.walk(from: morning("2024-03-01"), until: morning("2024-03-29"))
    let kinds = walk.notices.filter { $0.sheet == nil }.map(\.kind.name)
    #expect(kinds.count == 2 && kinds.last == .released, "\(kinds)")
    let agenda = Agenda(rules, facts: timed, through: day("2025-12-31"))
    let book = NotificationBook(rules, duties: agenda.duties, grounds: agenda.grounds)
    let message = try #require(walk.messages.last { $0.notices.contains { $0.kind.name == .released } })
    let templates = NotificationTemplates.read(Fixture.template).templates
    let letter = NotificationWriter(book, templates, language: .vi, noticesPerPart: 40, replyTo: { _ in nil })
      .texts(for: message)[0]
    #expect(letter.subject == "[Nhắc việc] Không còn phải làm: Trả lời đơn của công dân")
    #expect(
      letter.text.contains("Việc sau đã được bãi bỏ, không còn phải thực hiện. Lý do: ghi nhận “đơn"),
      "\(letter.text)")
    #expect(letter.text.contains("đã bị hủy.") && letter.text.contains("\nMã việc: kh/T@5\n"), "\(letter.text)")
    #expect(!letter.text.contains("Khi hoàn thành"), "\(letter.text)")
  }
}
