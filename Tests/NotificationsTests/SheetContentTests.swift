import CivilCalendar
import Expansion
import Presentation
import TestSupport
import Testing

@testable import Notifications
@testable import Reminders

@Suite("The leader's sheet is short and whole")
struct SheetContentTests {
  private let fixture = Fixture()

  private func sheet(_ change: (inout WeeklySheet) -> Void, _ fixture: Fixture? = nil) -> String {
    let fixture = fixture ?? self.fixture
    var notice = Fixture.sheet(fixture)
    var sheet = WeeklySheet(week: day("2024-03-25"))
    change(&sheet)
    notice.sheet = sheet
    return fixture.letters([notice])[0].text
  }

  private func ids(_ task: String, _ keys: [String]) -> [ObligationID] {
    fixture.book.duties.keys.filter { $0.task == task && keys.contains($0.key) }.sorted {
      $0.description < $1.description
    }
  }

  @Test("What each unit owes, and what comes again, is one item with its counts and everybody who is waited for")
  func collapsed() {
    let months = ids("I.8", ["2024-01", "2024-02"])
    #expect(months.count == 6)
    let text = sheet { $0.overdue = months }
    // By 19 January, a Friday: 66 days before 25 March.
    #expect(
      text.contains(
        """
        Quá hạn (6)

        * Báo cáo tự kiểm tra
          2 kỳ, kỳ sớm nhất có hạn thứ Sáu 19/01/2024 (quá hạn 66 ngày), 3 đơn vị
          Chủ trì: Phòng Quản lý Khoa học; Trung tâm Thông tin; Văn phòng Sở
          Mã việc: kh-2024/I.8

        """))
    // One month of one unit is named as such.
    let one = sheet { $0.overdue = [months[0]] }
    #expect(
      one.contains("Hạn thứ Sáu 19/01/2024 (quá hạn 66 ngày)\n") && one.contains("Mã việc: kh-2024/I.8@2024-01/qlkh"))
  }

  @Test("Counts of four digits are grouped as on pages") func grouped() {
    let months = ids("I.8", ["2024-01", "2024-02"])
    let text = sheet { $0.overdue = Array(repeating: months, count: 200).flatMap(\.self) }
    #expect(text.contains("Quá hạn (1.200)\n") && !text.contains("1200"), "\(text)")
  }

  @Test("Who is to answer stands once, with how much waits for it and what it is asked about")
  func waiting() {
    let task = "\nnhiệm vụ I.9: Tiếp thu ý kiến\n  hạn: trong 20 ngày kể từ ngày có ý kiến của Sở Nội vụ\n"
    let fixture = Fixture { $0.contains("I.8") ? $0 + task + "  chủ trì: Phòng Quản lý Khoa học\n" : $0 }
    #expect(fixture.diagnostics.map(\.words.en) == [])
    let text = sheet(
      { $0.undated = [fixture.obligation("I.4"), fixture.obligation("I.7"), fixture.obligation("I.9")] }, fixture)
    #expect(
      text.contains(
        """
        Chờ sự kiện hoặc chờ hạn (3)

        * Trung tâm Thông tin
          2 việc chờ trả lời về: có ý kiến của Sở Nội vụ
        * Văn phòng Sở
          1 việc chờ trả lời về: Xây dựng cơ sở dữ liệu dùng chung
          Mã việc: kh-2024/I.4
        """))
  }

  @Test("A duty that a notice tells of stands in no list of the sheet beside it, which says how many those are")
  func told() {
    let months = ids("I.8", ["2024-01", "2024-02"])
    var sheet = WeeklySheet(week: day("2024-03-25"))
    sheet.overdue = [fixture.obligation("I.1")] + months
    sheet.dueThisWeek = [fixture.obligation("I.3")]
    sheet.reported = [fixture.obligation("I.5")]
    sheet.undated = [fixture.obligation("I.4")]
    var leader = Fixture.sheet(fixture)
    leader.sheet = sheet
    let superior = NoticeKind.superior(leadTold: day("2024-03-18"), level: 1)
    let told = [
      leader, fixture.notice("I.1", superior, to: "gd", as: .superior, on: "2024-03-25"),
      fixture.notice("I.3", .decide(0, asked: day("2024-03-25")), to: "gd", as: .decider, on: "2024-03-25"),
      fixture.notice("I.5", .confirm(0, reported: day("2024-03-25")), to: "gd", as: .confirmer, on: "2024-03-25"),
      fixture.notice("I.4", .question(0, .timetable, expected: nil), to: "gd", as: .watcher, on: "2024-03-25"),
    ]
    let text = fixture.letters(told)[0].text
    for task in ["I.1", "I.3", "I.4", "I.5"] {
      #expect(text.components(separatedBy: "Mã việc: kh-2024/\(task)\n").count == 2, "\(task)")
    }
    #expect(text.contains("Quá hạn (7)\n\n* Báo cáo tự kiểm tra\n"))
    #expect(text.contains("  Mã việc: kh-2024/I.8\n1 việc được nêu riêng ở phần sau.\n"))
    #expect(text.contains("Đến hạn trong 7 ngày (1)\n\n1 việc được nêu riêng ở phần sau.\n"))
    // Also where the notice stands in a later part.
    let parts = fixture.letters(told, partsOf: 1).map(\.text)
    #expect(parts.count == 4 && !parts[0].contains("kh-2024/I.3\n"))
  }

  @Test("The subject counts all that the mail holds, sheet and notices, each duty once; the two most urgent things")
  func subject() {
    var leader = Fixture.sheet(fixture)
    let superior = fixture.notice(
      "I.1", .superior(leadTold: day("2024-03-18"), level: 1), to: "gd", as: .superior, on: "2024-03-25")
    let soon = fixture.notice("I.5", .before(1, working: false), to: "gd", as: .named, on: "2024-03-25")
    let decide = fixture.notice("I.2", .decide(0, asked: day("2024-03-25")), to: "gd", as: .decider, on: "2024-03-25")
    func subject(_ notices: Notice...) -> String { fixture.letters([leader] + notices)[0].subject }
    leader.sheet = WeeklySheet(week: day("2024-03-25"))
    leader.sheet?.overdue = [fixture.obligation("I.1")] + ids("I.8", ["2024-01"])
    leader.sheet?.dueThisWeek = [fixture.obligation("I.3")]
    let whole = "[Nhắc việc] Tuần từ 25/3/2024: quá hạn 4 việc, đến hạn 1 việc trong 7 ngày"
    #expect(subject() == whole)
    // The superior's notice is about one of the four, the reminder about another duty that is due on 29 March.
    #expect(subject(superior) == whole)
    #expect(subject(superior, soon, decide) == whole.replacing("đến hạn 1", with: "đến hạn 2"))
    leader.sheet?.overdue = []
    #expect(subject(decide) == "[Nhắc việc] Tuần từ 25/3/2024: đến hạn 1 việc trong 7 ngày, cần trả lời 1 câu hỏi")
    // What the sheet does not list is counted all the same.
    #expect(subject(superior) == "[Nhắc việc] Tuần từ 25/3/2024: quá hạn 1 việc, đến hạn 1 việc trong 7 ngày")
  }

  @Test("A quiet week says so in the subject") func quiet() {
    var notice = Fixture.sheet(fixture)
    var sheet = WeeklySheet(week: day("2024-03-25"))
    sheet.open = ids("I.8", ["2024-06"])
    notice.sheet = sheet
    #expect(
      fixture.letters([notice])[0].subject
        == "[Nhắc việc] Tuần từ 25/3/2024: không có việc quá hạn hay đến hạn trong 7 ngày")
  }

  @Test("A long list says how many duties it leaves out, and nothing else")
  func more() {
    let many = (0..<35).map { index in ObligationID(plan: "kh-2024", task: "X.\(index)", key: "once") }
    #expect(sheet { $0.overdue = many }.contains("… và 5 việc khác.\n"))
  }

  @Test(
    "It says why the figures of units add up to more, and counts what nobody is asked about where it lists the rest")
  func sums() {
    let tasks = """

      nhiệm vụ I.9: Việc chung
        chủ trì: Phòng Quản lý Khoa học; Trung tâm Thông tin
        hạn: chậm nhất 20/3/2024

      nhiệm vụ I.10: Việc theo vụ việc
        chủ trì: Trung tâm Thông tin
        hạn: khi có phát sinh

      """
    let fixture = Fixture { $0.contains("I.8") ? $0 + tasks : $0 }
    #expect(fixture.diagnostics.map(\.words.en) == [])
    let shared = "Việc có nhiều đơn vị chủ trì được tính ở từng đơn vị."
    #expect(sheet({ $0.overdue = [fixture.obligation("I.9")] }, fixture).contains(shared))
    #expect(!sheet({ $0.overdue = [fixture.obligation("I.1")] }, fixture).contains(shared))
    let cases = sheet({ $0.undated = [fixture.obligation("I.4"), fixture.obligation("I.10")] }, fixture)
    #expect(cases.contains("Chờ sự kiện hoặc chờ hạn: 2") && cases.contains("Chờ sự kiện hoặc chờ hạn (2)"), "\(cases)")
    #expect(cases.contains("* 1 việc khi có phát sinh hoặc chưa đến ngày bắt đầu, không chờ ai trả lời\n"), "\(cases)")
  }
}
