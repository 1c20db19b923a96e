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
  private static let head = "128:3f5a0c9d1e2b4a6c8d7e9f00112233445566778899aabbccddeeff0011223344"
  private static let fixture = Fixture(head: FactHead(head))

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

  private static func late(_ fixture: Fixture, to unit: String = "qlkh", by channel: Channel = .mail) -> Notice {
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

  // MARK: Changes

  @Test(
    "A letter about a change gives its document or reason",
    arguments: [
      (
        "gia hạn I.1 đến 15/4/2024 theo Công văn 12/SKHCN-VP", "I.1",
        NoticeKind.moved(1, from: day("2024-03-15"), .extended), "Căn cứ: Công văn 12/SKHCN-VP."
      ),
      (
        "xin gia hạn I.1 ngày 11/3/2024 đến 30/4/2024 vì thiếu số liệu\ngia hạn I.1 đến 15/4/2024 theo Công văn 13/SKHCN",
        "I.1", .moved(1, from: day("2024-03-15"), .extended), "Căn cứ: Công văn 13/SKHCN. Lý do: “thiếu số liệu”."
      ),
      (
        "báo cáo hoàn thành I.6 ngày 29/3/2024\ntrả lại I.6 ngày 01/4/2024, hạn mới 09/4/2024 vì số liệu cũ", "I.6",
        .moved(1, from: day("2024-04-05"), .returned),
        "bị trả lại để hoàn thiện; hạn mới là ngày 09/4/2024, thay cho ngày 05/4/2024. Lý do: “số liệu cũ”."
      ),
      (
        "ấn định I.4 hạn 30/9/2024 theo Kế hoạch 7/KH-UBND", "I.4", .moved(1, from: nil, .set),
        "Căn cứ: Kế hoạch 7/KH-UBND."
      ),
      (
        "miễn I.1 vì đã ghép vào I.2.", "I.1", .released(1, .waived),
        "Căn cứ: Công văn 21/SNV. Lý do: “đã ghép vào I.2”."
      ),
      (
        "I.1 xong ngày 11/3/2024\nmở lại I.1 vì còn thiếu biểu 2.", "I.1", .reopened(1),
        "được mở lại, cần tiếp tục thực hiện. Lý do: “còn thiếu biểu 2”."
      ),
      ("chuyển I.1 cho Trung tâm Thông tin theo Thông báo 3/TB", "I.1", .handedOver(1), "Căn cứ: Thông báo 3/TB."),
      (
        "ngừng nhắc I.1 đến 30/4/2024 vì chờ chỉ đạo", "I.1", .silenced(until: day("2024-04-30")),
        "Lý do: “chờ chỉ đạo”."
      ),
      (
        "có ý kiến của Sở Nội vụ ngày 04/3/2024", "I.7", .moved(1, from: day("2024-03-20"), .recomputed),
        "Căn cứ: Công văn 8/SNV. Lý do: “có ý kiến của Sở Nội vụ” được ghi nhận ngày 04/3/2024."
      ),
      (
        "có ý kiến của Sở Nội vụ ngày 04/3/2024\nsửa có ý kiến của Sở Nội vụ thành ngày 06/3/2024", "I.7",
        .moved(1, from: day("2024-03-14"), .recomputed),
        "Lý do: ngày của “có ý kiến của Sở Nội vụ” được sửa thành 06/3/2024."
      ),
      (
        "có ý kiến của Sở Nội vụ ngày 04/3/2024\nhủy ghi nhận có ý kiến của Sở Nội vụ", "I.7",
        .dayGone(1, from: day("2024-03-14")), "Lý do: ghi nhận “có ý kiến của Sở Nội vụ” đã bị hủy. Có hạn mới sẽ báo."
      ),
    ])
  func grounds(_ facts: String, _ task: String, _ kind: NoticeKind, _ expected: String) {
    let fixture = Fixture(more: facts, documents: [.happened: "Công văn 8/SNV", .waived: "Công văn 21/SNV"])
    #expect(fixture.diagnostics.map(\.words.en) == [])
    let notice = fixture.notice(task, kind, on: "2024-03-12")
    let lead = NoticeView(notice, fixture.book, words(fixture)).lead
    #expect(lead.hasSuffix(" " + expected), "\(lead)")
    // In a list too, where the title stands above.
    let several = fixture.letters([notice, Self.late(fixture)])[0].text
    #expect(several.contains(expected))
  }

  @Test("A superior is asked to see to overdue work where it is told of some, and not where its day moved")
  func direction() {
    let fixture = Fixture(more: "gia hạn I.1 đến 15/4/2024 theo Công văn 12/SKHCN-VP")
    func letter(_ kind: NoticeKind) -> NotificationText {
      fixture.letters([fixture.notice("I.1", kind, to: "gd", as: .superior, on: "2024-04-22")])[0]
    }
    #expect(letter(.superior(leadTold: day("2024-04-16"), level: 1)).text.contains("Kính đề nghị quan tâm, chỉ đạo."))
    #expect(letter(.superior(leadTold: day("2024-04-16"), level: 1)).text.contains("đã được nhắc ngày 16/4/2024"))
    let lost = letter(.superior(leadTold: nil, level: 1)).text
    #expect(lost.contains("Thư nhắc gửi đơn vị chủ trì không đến nơi.") && !lost.contains("đã được nhắc"), "\(lost)")
    let moved = letter(.moved(1, from: day("2024-03-15"), .extended)).text
    #expect(moved.contains("được gia hạn từ ngày 15/3/2024") && !moved.contains("chỉ đạo"), "\(moved)")
  }

  @Test("Undated work whose event was corrected or withdrawn: the letter says so, and tells no due day")
  func undated() {
    let happened = "có ý kiến của Sở Nội vụ ngày 04/3/2024\n"
    func letter(_ more: String, _ kind: NoticeKind, _ told: String?) -> NotificationText {
      let fixture = Fixture(more: happened + more) {
        $0.replacing("trong 10 ngày kể từ ngày có ý kiến", with: "sau khi có ý kiến")
      }
      #expect(fixture.diagnostics.map(\.words.en) == [])
      return fixture.letters([fixture.notice("I.7", kind, told: told, on: "2024-03-12") { $0.attachesCalendar = true }]
      )[0]
    }
    let moved = letter(
      "sửa có ý kiến của Sở Nội vụ thành ngày 06/3/2024", .openingMoved(1, from: day("2024-03-04")), "2024-03-06")
    #expect(
      moved.text.contains(
        "đổi từ ngày 04/3/2024 thành ngày 06/3/2024. Lý do: ngày của “có ý kiến của Sở Nội vụ” được sửa thành 06/3/2024."
      )
    )
    let waits = letter("hủy ghi nhận có ý kiến của Sở Nội vụ", .dayGone(1, from: nil), nil)
    #expect(
      waits.text.contains(
        "Việc sau tạm thời chưa phải thực hiện. Lý do: ghi nhận “có ý kiến của Sở Nội vụ” đã bị hủy. Khi phải thực hiện sẽ báo."
      ))
    let asked = letter("", .askDay(0, since: day("2024-03-04")), "2024-03-04")
    for letter in [moved, waits, asked] {
      #expect(letter.calendar == nil && !letter.text.contains("\nHạn: "))
      #expect(!String(decoding: letter.json, as: UTF8.self).contains("\"due\""))
    }
  }

  @Test("Waived without a document: the reason alone") func waived() {
    let fixture = Fixture(more: "miễn I.1 vì đã ghép vào I.2")
    let text = fixture.letters([fixture.notice("I.1", .released(1, .waived), on: "2024-03-12")])[0].text
    #expect(text.contains("không còn phải thực hiện. Lý do: “đã ghép vào I.2”.\n"))
  }

  private func words(_ fixture: Fixture) -> NotificationWords {
    NotificationWords(templates: fixture.templates, language: .vi)
  }

  @Test("The new lead hears by which document it got the work, in a letter and in a list")
  func assigned() {
    let fixture = Fixture(more: "chuyển I.1 cho Trung tâm Thông tin theo Thông báo 3/TB")
    let notice = fixture.notice("I.1", .assigned(1), to: "tt", on: "2024-03-12")
    let letter = fixture.letters([notice])[0].text
    #expect(letter.contains("Việc sau được giao cho Trung tâm Thông tin. Căn cứ: Thông báo 3/TB. Còn 3 ngày nữa"))
    #expect(fixture.letters([notice, notice])[0].text.contains(", được giao theo Thông báo 3/TB\n"))
  }

  @Test("Late work that was handed over says both in one letter; so does work that may be done")
  func handedOverLate() {
    let fixture = Fixture(more: "chuyển I.1 cho Trung tâm Thông tin theo Thông báo 3/TB")
    var late = fixture.notice("I.1", .overdue(1), to: "tt", on: "2024-03-18")
    #expect(!fixture.letters([late])[0].text.contains("được giao"))
    late.isHandedOver = true
    let letter = fixture.letters([late])[0]
    #expect(letter.subject.contains("Việc mới giao, đã quá hạn 3 ngày: "))
    #expect(
      letter.text.contains(
        "Việc sau được giao cho Trung tâm Thông tin. Căn cứ: Thông báo 3/TB. Việc đã quá hạn 3 ngày."))
    #expect(fixture.letters([late], .en)[0].text.contains("It is 3 days overdue."))
    #expect(fixture.letters([late, late])[0].text.contains(", được giao theo Thông báo 3/TB"))
  }

  @Test("A new lead of what was reported is not asked for it; of an open request it hears")
  func handedOverMeanwhile() {
    let fixture = Self.fixture
    let reported = fixture.notice("I.5", .assigned(1), on: "2024-03-26")
    for (notices, part) in [([reported], "Việc sau"), ([reported, reported], "Việc này")] {
      let letter = fixture.letters(notices)[0].text
      #expect(
        letter.contains(
          "\(part) được giao cho Phòng Quản lý Khoa học. Việc đã được báo cáo hoàn thành, đang chờ xác nhận."))
      #expect(
        !letter.contains("Khi hoàn thành") && !letter.contains("Việc nào hoàn thành") && !letter.contains("nữa là"))
    }
    #expect(fixture.letters([reported])[0].subject.contains("Việc mới giao, đã báo cáo: Báo cáo kết quả"))
    #expect(
      fixture.letters([reported, reported])[0].subject.contains("Mới giao 2 việc đã báo cáo, chờ xác nhận"))
    let asked = fixture.letters([fixture.notice("I.3", .assigned(1), on: "2024-03-26")])[0].text
    #expect(asked.contains("Đề nghị gia hạn việc này đang chờ quyết định. Còn 3 ngày nữa"))
  }

  @Test("Who left those who owe it hears that others go on, not that it was withdrawn")
  func left() {
    let notice = Self.fixture.notice("I.1", .released(1, .left), on: "2024-03-12")
    let letter = Self.fixture.letters([notice])[0].text
    #expect(letter.contains("Đơn vị không còn phải thực hiện việc sau; các đơn vị khác vẫn thực hiện."))
    #expect(!letter.contains("bãi bỏ"))
    let english = Self.fixture.letters([notice], .en)[0].text
    #expect(english.contains("Your unit need not do the following work any more; others go on with it."))
  }

  @Test("The subject says which it is where all answers are of one kind")
  func answersInSubject() {
    func subject(_ kinds: NoticeKind...) -> String {
      let fixture = Self.fixture
      return fixture.letters(
        kinds.map { fixture.notice("I.1", $0, on: "2024-03-12") } + [
          fixture.notice("I.2", .askDay(0, since: day("2024-03-01")), on: "2024-03-12")
        ])[0].subject
    }
    let (returned, refused) = (
      NoticeKind.returned(1, on: day("2024-03-11")), NoticeKind.refused(1, on: day("2024-03-11"))
    )
    #expect(subject(returned).contains("Bị trả lại 1 việc, cần trả lời 1 câu hỏi"))
    #expect(subject(.reopened(1)).contains("Mở lại 1 việc,"))
    #expect(subject(refused, refused).contains("Không được gia hạn 2 việc,"))
    #expect(subject(returned, refused).contains("Bị trả lại/mở lại/không được gia hạn 2 việc,"))
  }

  @Test("Withdrawn in the rules: their document. Rules that went live after the facts: they are the reason")
  func rules() {
    let withdrawn = Fixture {
      $0.replacing("  sản phẩm: Báo cáo\n", with: "  sản phẩm: Báo cáo\n  bãi bỏ: 01/3/2024, Quyết định 45/QĐ-SVD\n")
    }
    #expect(withdrawn.diagnostics.map(\.words.en) == [])
    let released = withdrawn.notice("I.1", .released(1, .withdrawn), on: "2024-03-12")
    #expect(withdrawn.letters([released])[0].text.contains("không còn phải thực hiện. Căn cứ: Quyết định 45/QĐ-SVD."))
    // The fact was recorded on 11 March.
    let facts = "có ý kiến của Sở Nội vụ ngày 04/3/2024"
    for (revised, isReason) in [("2024-03-10", false), ("2024-03-13", true)] {
      let fixture = Fixture(more: facts, revised: morning(revised))
      let moved = fixture.notice("I.7", .moved(1, from: day("2024-03-20"), .recomputed), on: "2024-03-14")
      let text = fixture.letters([moved])[0].text
      #expect(text.contains("Lý do: kế hoạch hoặc lịch nghỉ được cập nhật trong hệ thống ngày 13/3/2024.") == isReason)
      #expect(text.contains("được ghi nhận ngày 04/3/2024") != isReason)
    }
  }

  @Test("A day that is counted from another task names that task")
  func otherTask() {
    let task =
      "\nnhiệm vụ I.9: Sơ kết\n  hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ I.1\n  chủ trì: Trung tâm Thông tin\n"
    let fixture = Fixture(more: "I.1 xong ngày 12/3/2024") { $0.contains("I.8") ? $0 + task : $0 }
    #expect(fixture.diagnostics.map(\.words.en) == [])
    let moved = fixture.notice("I.9", .moved(1, from: day("2024-03-25"), .recomputed), to: "tt", on: "2024-03-13")
    #expect(
      fixture.letters([moved])[0].text.contains(
        "Lý do: hạn được tính từ việc “Báo cáo kết quả rà soát thủ tục hành chính”, việc này vừa có thay đổi."))
  }

  @Test("Work whose day is gone because what it counts from was waived: the letter says that, and asks for a day")
  func endedTask() {
    let task =
      "\nnhiệm vụ I.9: Sơ kết\n  hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ I.1\n  chủ trì: Trung tâm Thông tin\n"
    let fixture = Fixture(more: "miễn I.1 vì đã ghép vào I.2") { $0.contains("I.8") ? $0 + task : $0 }
    #expect(fixture.diagnostics.map(\.words.en) == [])
    let notice = fixture.notice(
      "I.9", .openingMoved(1, from: nil), told: "2024-03-15", to: "tt", on: "2024-03-13")
    let letter = fixture.letters([notice])[0]
    #expect(
      letter.text.contains(
        "Việc sau hiện không có hạn, cần ấn định hạn mới. "
          + "Lý do: việc “Báo cáo kết quả rà soát thủ tục hành chính” được miễn nên không còn mốc để tính hạn."),
      "\(letter.text)")
    #expect(letter.subject.contains("Cần ấn định hạn: Sơ kết"), "\(letter.subject)")
    #expect(!letter.text.contains("lại phải thực hiện"))
    let gone = fixture.notice("I.9", .dayGone(1, from: day("2024-03-25")), to: "gd", as: .superior, on: "2024-03-13")
    let told = fixture.letters([gone])[0].text
    #expect(told.contains("không còn hạn ngày 25/3/2024. Lý do: việc “Báo cáo"), "\(told)")
  }

  @Test("Of a classified duty no ground is told")
  func classified() {
    let fixture = Fixture(more: "gia hạn mat-2024/M.1 đến 15/4/2024 theo Công văn kín 1")
    let notice = fixture.notice("M.1", .moved(1, from: day("2024-03-29"), .extended), on: "2024-03-12")
    #expect(!fixture.letters([notice])[0].text.contains("kín"))
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
