import Addresses
import CivilCalendar
import Expansion
import FactLog
import Foundation
import Presentation
import RuleSyntax
import Rules
import TestSupport
import Testing

@testable import Notifications
@testable import Reminders

@Suite("Letters fit people")
struct LetterContentTests {
  static let head = "128:3f5a0c9d1e2b4a6c8d7e9f00112233445566778899aabbccddeeff0011223344"
  static let fixture = Fixture(head: FactHead(head))

  @Test("No letter has a command, a file, a hash or the key of what is owed once", arguments: Language.allCases)
  func noMachinery(_ language: Language) {
    for (name, notices) in letterKinds {
      for letter in Self.fixture.letters(notices(Self.fixture), language) {
        for text in [letter.subject, letter.text, letter.html, letter.chat] {
          for machinery in ["nhacviec ", "--on", ".rules", "@once", "3f5a0c9d"] {
            #expect(!text.contains(machinery), "\(name): \(machinery)")
          }
        }
      }
    }
  }

  @Test("The list of letters has every kind of notice")
  func everyKind() {
    let drawn = Set(letterKinds.flatMap { $0.1(Self.fixture) }.map(\.kind.name))
    #expect(Set(NoticeKind.Name.allCases).subtracting(drawn).isEmpty)
  }

  /// What says something new, as the rank of a notice has it, or asks something.
  @Test("The subject of news or of a question says more than the day", arguments: Language.allCases)
  func newsInSubject(_ language: Language) {
    let fixture = Self.fixture
    var (news, told) = (0, Set<String>())
    for (name, notices) in letterKinds {
      let notices = notices(fixture)
      guard notices.count == 1, notices[0].sheet == nil, case .obligation(let id) = notices[0].subject else { continue }
      let isQuestion = NoticeView(notices[0], fixture.book, words(fixture)).group == .questions
      guard isQuestion || notices[0].kind.rank == NoticeKind.assigned(1).rank else { continue }
      for today in ["2024-01-08", "2024-12-02"] {
        func subject(_ kind: NoticeKind) -> String {
          fixture.letters([fixture.notice(id.task, kind, on: today)], language)[0].subject
        }
        let plain = subject(.before(1, working: false))
        #expect(subject(notices[0].kind) != plain, "\(name)")
      }
      news += 1
      told.insert(notices[0].kind.name.rawValue)
    }
    #expect(news > 15 && told.contains("assigned"), "\(told)")
  }

  @Test("A sheet's anchor goes with the letter and into the journal, and with nothing else")
  func anchor() {
    let sheet = Self.fixture.letters([Fixture.sheet(Self.fixture)])[0]
    #expect(sheet.factsHead == Self.head)
    #expect(sheet.journal[0].fields.contains { $0.name == "FACTS" && $0.value == Self.head })
    let other = Self.fixture.letters([Self.fixture.notice("I.1", .overdue(1), on: "2024-03-18")])[0]
    #expect(other.factsHead == nil && !other.journal[0].fields.contains { $0.name == "FACTS" })
  }

  @Test("In a list too what is returned without a new day, or gets no more time, has its day and how late it is")
  func listedAnswers() {
    let fixture = Self.fixture
    let due = "Hạn: Chủ nhật 30/6/2024 (quá hạn 5 ngày)."
    for kind in [NoticeKind.returned(1, on: day("2024-07-04")), .refused(1, on: day("2024-07-04"))] {
      let notices = [
        fixture.notice("I.2", kind, on: "2024-07-05"), fixture.notice("I.1", .overdue(1), on: "2024-07-05"),
      ]
      #expect(fixture.letters(notices)[0].text.contains(due), "\(kind)")
    }
  }

  // MARK: Whom to answer

  static func late(_ fixture: Fixture, to unit: String = "qlkh", by channel: Channel = .mail) -> Notice {
    fixture.notice("I.1", .overdue(1), to: unit, on: "2024-03-18", by: channel)
  }

  @Test("Every letter that asks for something says whom to answer", arguments: Language.allCases)
  func asks(_ language: Language) {
    for (name, notices) in letterKinds {
      for letter in Self.fixture.letters(notices(Self.fixture), language) {
        #expect(letter.text.contains("Văn phòng Sở <vanphong@so.example>"), "\(name)")
      }
    }
  }

  @Test("By mail one answers the mail; it goes to the focal point, or to whom the configuration names")
  func answered() {
    let fixture = Self.fixture
    let letter = fixture.letters([Self.late(fixture)])[0].text
    #expect(letter.contains("đề nghị trả lời thư này, nêu kết quả, ngày hoàn thành, số và ngày văn bản (nếu có)."))
    #expect(letter.contains("Nếu cần thêm thời gian, đề nghị trả lời thư này, nêu ngày mới đề nghị và lý do."))
    #expect(letter.contains("Thư trả lời sẽ đến Văn phòng Sở."))
    let configured = fixture.letters([Self.late(fixture)], replyTo: "Tổng hợp <tong-hop@so.example>")[0].text
    #expect(configured.contains("Thư trả lời sẽ đến Tổng hợp <tong-hop@so.example>."))
  }

  @Test("Where no answer arrives, by webhook or without the focal point's mail, the focal point is to be told")
  func told() {
    let chat = Self.fixture.letters([Self.late(Self.fixture, to: "tt", by: .webhook)])[0].chat
    #expect(
      chat.contains("đề nghị báo Văn phòng Sở (vanphong@so.example), nêu kết quả") && !chat.contains("trả lời thư"))
    let unreachable = Fixture { $0.replacing("  email: vanphong@so.example\n", with: "") }
    let letter = unreachable.letters([Self.late(unreachable)])[0].text
    #expect(letter.contains("đề nghị báo Văn phòng Sở, nêu kết quả") && !letter.contains("trả lời"))
    // With an address for answers the mail can be answered all the same.
    let configured = unreachable.letters([Self.late(unreachable)], replyTo: "tong-hop@so.example")[0].text
    #expect(configured.contains("Thư trả lời sẽ đến tong-hop@so.example."))
  }

  @Test("The focal point itself is asked to record, and not to answer itself")
  func focalPoint() {
    let letter = Self.fixture.letters([Self.late(Self.fixture, to: "vp")])[0].text
    #expect(letter.contains("đề nghị ghi nhận vào hệ thống, nêu kết quả") && !letter.contains("trả lời"))
  }

  @Test("A letter of several notices says once, at its foot, how each kind is answered")
  func several() {
    let fixture = Self.fixture
    let letter = fixture.letters([
      Self.late(fixture), fixture.notice("I.3", .before(7, working: false), on: "2024-03-18"),
      fixture.notice("I.5", .confirm(0, reported: day("2024-03-25")), told: nil, as: .confirmer, on: "2024-03-18"),
      fixture.notice("I.3", .decide(0, asked: day("2024-03-25")), as: .decider, on: "2024-03-18"),
    ])[0]
    let foot = letter.text.components(separatedBy: "\n\n").first { $0.contains("Việc nào hoàn thành") }
    #expect(
      foot == """
        Việc nào hoàn thành, đề nghị trả lời thư này, nêu mã việc, kết quả, ngày hoàn thành, số và ngày văn bản (nếu có).
        Việc nào cần thêm thời gian, đề nghị trả lời thư này, nêu mã việc, ngày mới đề nghị và lý do.
        Việc chờ xác nhận, đề nghị trả lời thư này, ghi mã việc và “xác nhận”, hoặc “trả lại” kèm lý do và hạn mới (nếu có).
        Việc xin gia hạn, đề nghị trả lời thư này, ghi mã việc và “đồng ý” kèm ngày mới, số văn bản (nếu có), hoặc “không đồng ý” kèm lý do.
        """)
    // The duty of late March is due in more than a week, and a subject says the two most urgent things.
    #expect(letter.subject == "[Nhắc việc] Quá hạn 1 việc, cần trả lời 2 câu hỏi")
  }

  @Test("Who decides on more time reads who asked for it, though another unit leads the work by now")
  func askers() {
    func letter(_ fixture: Fixture, _ language: Language) -> String {
      let notice = fixture.notice(
        "I.3", .decide(0, asked: day("2024-03-25")), to: "gd", as: .decider, on: "2024-03-26")
      return fixture.letters([notice], language)[0].text
    }
    let handed = Fixture(more: "chuyển kh-2024/I.3 cho Trung tâm Thông tin theo 5/TB")
    #expect(letter(handed, .vi).contains("Ngày 25/3/2024, Phòng Quản lý Khoa học đề nghị gia hạn việc sau"))
    #expect(letter(handed, .vi).contains("Chủ trì: Trung tâm Thông tin"))
    #expect(letter(handed, .en).contains("On 25 March 2024 Phòng Quản lý Khoa học asked for more time"))
    // Two lead it, and the log says which of them asked; or names a unit that the rules do not have any more.
    for (side, vi, en) in [
      ("tt (chủ trì)", "Ngày 25/3/2024, Trung tâm Thông tin đề nghị", "On 25 March 2024 Trung tâm Thông tin asked"),
      (
        "Lan; tt (chủ trì)", "Ngày 25/3/2024, Trung tâm Thông tin đề nghị", "On 25 March 2024 Trung tâm Thông tin asked"
      ),
      ("cũ (chủ trì)", "Ngày 25/3/2024, đơn vị chủ trì đề nghị", "On 25 March 2024 the lead asked"),
    ] {
      let fixture = Fixture(side: FactSide.read(side)?.side) {
        $0.replacing(
          "\n  chủ trì: Phòng Quản lý Khoa học\n", with: "\n  chủ trì: Phòng Quản lý Khoa học; Trung tâm Thông tin\n")
      }
      #expect(letter(fixture, .vi).contains(vi) && letter(fixture, .en).contains(en), "\(side)")
    }
  }

  @Test("Who confirms or decides sees the day that holds, alone and in a list, also where the round told none")
  func judged() {
    let fixture = Self.fixture
    // Friday 29 March; the round gives these questions no day of their own.
    let confirm = fixture.notice(
      "I.5", .confirm(0, reported: day("2024-03-25")), to: "vp", as: .confirmer, on: "2024-03-28"
    ) { $0.told = nil }
    let decide = fixture.notice(
      "I.3", .decide(0, asked: day("2024-03-25")), to: "vp", as: .decider, on: "2024-03-28"
    ) { $0.told = nil }
    for (notice, title) in [
      (confirm, "Báo cáo kết quả chuyển đổi số"), (decide, "Góp ý dự thảo <b>Quy chế</b> & \"phụ lục\""),
    ] {
      let letter = fixture.letters([notice])[0]
      #expect(letter.text.contains("\n\n\(title)\nHạn: thứ Sáu 29/3/2024\n"), "\(letter.text)")
      #expect(letter.chat.contains("\nHạn: thứ Sáu 29/3/2024\n"))
      #expect(String(decoding: letter.json, as: UTF8.self).contains("\"due\":\"2024-03-29\""))
    }
    let list = fixture.letters([confirm, decide])[0].text
    #expect(
      list.contains("ngày 25/3/2024 (văn bản số 45/BC-QLKH) và đang chờ xác nhận. Hạn: thứ Sáu 29/3/2024.\n"), "\(list)"
    )
    #expect(
      list.contains("đến hết ngày 15/4/2024, lý do: “chờ số liệu của các xã”. Hạn hiện nay: thứ Sáu 29/3/2024.\n"))
  }

  @Test("A letter about the program itself is addressed and signed as the others") func serviceLetters() {
    let letter = NotificationText.service(
      .vi, subject: "Thư", opening: "Kính gửi: Văn phòng <Sở>", text: "Một.\nHai.\n\n",
      closing: ("Trân trọng.", foot: "Thư tự động của hệ thống Nhắc việc."))
    #expect(
      letter.text
        == "Kính gửi: Văn phòng <Sở>\n\nMột.\nHai.\n\nTrân trọng.\n\n-- \nThư tự động của hệ thống Nhắc việc.\n")
    let lines = [
      "Kính gửi: Văn phòng &lt;Sở&gt;", "Một.", "Hai.", "Trân trọng.", "Thư tự động của hệ thống Nhắc việc.",
    ]
    #expect(letter.html.contains(lines.map { "<p>\($0)</p>" }.joined(separator: "\n")), "\(letter.html)")
    let english = NotificationText.service(
      .en, subject: "Letter", opening: "Dear Office,", text: "One.",
      closing: ("With kind regards.", foot: "Sent by NhacViec."))
    #expect(english.text == "Dear Office,\n\nOne.\n\nWith kind regards.\n\n-- \nSent by NhacViec.\n")
  }
}
