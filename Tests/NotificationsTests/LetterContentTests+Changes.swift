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

/// What letters about changes say of them, and by which document.
extension LetterContentTests {
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

  func words(_ fixture: Fixture) -> NotificationWords {
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
}
