import Addresses
import CivilCalendar
import Diagnostics
import Expansion
import Foundation
import Presentation
import Rules
import TestSupport
import Testing

@testable import Notifications
@testable import Reminders

/// Of a task with `độ mật` every channel says id and day. Whatever else the rules or facts hold of it has the word NHẠY.
@Suite("Classified duties")
struct ClassifiedTests {
  private let rules: RuleSet
  private let book: NotificationBook
  private let templates = NotificationTemplates.read(Fixture.template).templates

  init() throws {
    let plan = """
      kế hoạch mo-2024: Kế hoạch công tác năm 2024
        năm: 2024
        lịch: Việt Nam
        ban hành: 02/01/2024
        đầu mối: Văn phòng Sở
        lãnh đạo: Giám đốc Sở

      mục NHAY-I: Phần NHẠY

      nhiệm vụ M.1: Rà soát danh mục NHẠY
        độ mật: Mật
        số: NHAY-1
        mục: NHAY-I
        hạn: trước 16h00 ngày 29/3/2024
        sản phẩm: Báo cáo NHẠY
        chủ trì: Phòng Quản lý Khoa học
        phối hợp: Trung tâm NHẠY
        nơi nhận: Cơ quan NHẠY
        trình: Cơ quan NHẠY
        xác nhận: Văn phòng Sở
        hoạt động: Việc NHẠY
        ghi chú: NHẠY

      nhiệm vụ M.2: Việc NHẠY chưa có ngày
        độ mật: Mật
        hạn: theo tiến độ của tỉnh
        chủ trì: Phòng Quản lý Khoa học

      sự kiện E: có kết luận NHẠY
        theo dõi: Trung tâm NHẠY

      nhiệm vụ M.4: Việc NHẠY sau kết luận
        độ mật: Mật
        hạn: trong 10 ngày kể từ ngày có kết luận NHẠY
        chủ trì: Phòng Quản lý Khoa học

      nhiệm vụ M.5: Việc thường sau việc có độ mật
        hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ M.4
        chủ trì: Phòng Quản lý Khoa học

      nhiệm vụ M.6: Việc NHẠY xin gia hạn
        độ mật: Mật
        hạn: trước 16h00 ngày 29/3/2024
        chủ trì: Phòng Quản lý Khoa học

      nhiệm vụ M.3: Việc thường
        hạn: chậm nhất ngày 29/3/2024
        chủ trì: Phòng Quản lý Khoa học

      đơn vị nhay: Trung tâm NHẠY
        email: nhay@so.example

      đơn vị noi: Cơ quan NHẠY
        email: noi@so.example
      """
    let facts = """
      báo cáo hoàn thành mo-2024/M.1 ngày 25/3/2024 số 45-NHAY
      trả lại mo-2024/M.1 ngày 26/3/2024, hạn mới 05/4/2024 vì thiếu NHẠY
      xin gia hạn mo-2024/M.1 ngày 27/3/2024 đến 15/4/2024 vì NHẠY
      không đồng ý gia hạn mo-2024/M.1 ngày 28/3/2024 vì NHẠY
      xin gia hạn mo-2024/M.6 ngày 27/3/2024 đến 15/4/2024 vì NHẠY
      """
    let (rules, problems) = RuleBook.read(
      own: [
        SourceText(name: "rules/don-vi.rules", text: Fixture.units),
        SourceText(name: "rules/mo/mo.rules", text: plan),
      ], shipped: try shippedRules())
    #expect(problems.errors.isEmpty, "\(problems.errors.map(\.words.en))")
    let (read, wrong) = FactFile.read(SourceText(name: "facts", text: facts), rules: rules)
    #expect(wrong.isEmpty, "\(wrong.map(\.words.en))")
    let expander = Expander(rules, facts: read)
    let dated = expander.obligations(in: DayRange(first: .first, last: .last))
    self.rules = rules
    book = NotificationBook(rules, duties: dated.map(\.any) + expander.openDuties().map(\.any))
  }

  static let kinds: [NoticeKind] = [
    .opens(day("2024-03-01")), .running(known: day("2024-03-01")), .assigned(1), .middle, .during(day("2024-03-01")),
    .before(7, working: false), .overdue(1), .stillOverdue(week: day("2024-03-25"), told: 5),
    .superior(leadTold: day("2024-03-22"), level: 1), .moved(1, from: day("2024-03-15"), .extended),
    .dayGone(1, from: day("2024-03-15")), .released(1, .waived), .handedOver(1), .silenced(until: day("2024-04-30")),
    .settle(known: day("2024-03-01")), .confirm(0, reported: day("2024-03-25")), .returned(1, on: day("2024-03-26")),
    .reopened(1), .lapsed(1, .requestWithdrawn), .decide(0, asked: day("2024-03-27")),
    .refused(1, on: day("2024-03-28")),
    .again(week: day("2024-03-25")),
    .askDay(0, since: day("2024-03-01")), .askAcceptance(told: day("2024-03-28")),
    .askProgress(on: day("2024-04-01"), since: day("2024-03-01")),
    .question(0, .timetable, expected: DayRange(first: day("2024-03-01"), last: day("2024-03-31"))),
    .weeklySheet(week: day("2024-03-25")),
  ]

  private func notice(_ task: String, _ kind: NoticeKind, by channel: Channel = .mail) throws -> Notice {
    let id = try #require(book.duties.keys.first { $0.task == task })
    let row = try #require(rules.tasks.firstIndex { $0.id == task })
    let day = book.duties[id]?.days?.effective
    let (name, slot) = (RecipientName(unit: "qlkh"), morning("2024-04-01"))
    let isSheet = kind.name == .weeklySheet
    let subject: NoticeTopic = isSheet ? .plan("mo-2024") : .obligation(id)
    var sheet = WeeklySheet(week: CivilDate(iso: "2024-03-25") ?? .first)
    (sheet.overdue, sheet.dueThisWeek, sheet.toSettle, sheet.silenced) = ([id], [id], [id], [id])
    sheet.undated = ids(["M.2", "M.4", "M.5"])
    return Notice(
      key: NoticeKey(subject: subject, kind: kind, told: day, recipient: name, channel: channel), subject: subject,
      kind: kind, told: isSheet ? nil : day, toldBefore: CivilDate(iso: "2024-03-15"), recipient: name,
      unit: rules.units.firstIndex { $0.id == "qlkh" } ?? 0, channel: channel, role: .lead, planned: slot,
      slot: Slot(slot), urgency: .normal, isProvisional: false, isClassified: !isSheet && task != "M.3",
      attachesCalendar: true, task: isSheet ? nil : row, sheet: isSheet ? sheet : nil)
  }

  @Test("Mail, chat, webhook, journal and calendar file say id and day of every kind of notice", arguments: kinds)
  func everyForm(_ kind: NoticeKind) throws {
    let task = [.askDay, .question].contains(kind.name) ? "M.2" : "M.1"
    for channel in [Channel.mail, .webhook, Channel(rawValue: "telegram")] {
      let own = try notice(task, kind, by: channel)
      let other = try notice("M.3", .before(7, working: false), by: channel)
      for language in Language.allCases {
        let writer = NotificationWriter(book, templates, language: language)
        for notices in [[own], [own, other]] {
          let message = OutgoingMessage(
            recipient: own.recipient, unit: own.unit, channel: channel, slot: own.slot, notices: notices)
          for letter in writer.texts(for: message) {
            let forms =
              [letter.subject, letter.text, letter.html, letter.chat, letter.calendar ?? ""]
              + [String(decoding: letter.json, as: UTF8.self)] + letter.journal.map { "\($0)" }
            for form in forms { #expect(!form.lowercased().contains(/nhạy|nhay/), "\(kind.code) \(language)\n\(form)") }
            // Of the same task without a degree of secrecy all of it would be said.
            #expect(
              letter.chat.contains("mo-2024/\(task)") && !letter.chat.contains("@once")
                || kind.name == .weeklySheet && letter.chat.contains(task))
          }
        }
      }
    }
  }

  @Test("A question about an event that only classified tasks wait for has its id alone, and asks for it")
  func event() throws {
    #expect(rules.classifiedEvents.map { rules.events[$0].id } == ["E"])
    var own = try notice(
      "M.2", .question(0, .event, expected: DayRange(first: day("2024-03-01"), last: day("2024-03-31"))))
    own.subject = .event(plan: "mo-2024", id: "E", key: nil)
    own.told = day("2024-03-31")
    let message = OutgoingMessage(
      recipient: own.recipient, unit: own.unit, channel: .mail, slot: own.slot, notices: [own])
    let vi = try #require(NotificationWriter(book, templates, language: .vi).texts(for: message).first)
    #expect(vi.subject == "[Nhắc việc] Đã xảy ra chưa? Sự kiện có độ mật mo-2024/E")
    #expect(
      vi.text.contains(
        """
        Kế hoạch đang chờ sự kiện có mã mo-2024/E (dự kiến từ ngày 01/3/2024 đến hết ngày 31/3/2024). Sự kiện này đã xảy ra chưa?

        Sự kiện có độ mật mo-2024/E
        Mã sự kiện: mo-2024/E

        Nếu đã xảy ra, đề nghị trả lời thư này, nêu mã sự kiện mo-2024/E, ngày xảy ra và số văn bản (nếu có); nếu chưa thì không phải làm gì.
        """))
    let en = try #require(NotificationWriter(book, templates, language: .en).texts(for: message).first)
    #expect(
      en.text.contains(
        """
        The plan awaits the event mo-2024/E (expected from 1 March 2024 to 31 March 2024). Has it happened?

        Classified event mo-2024/E
        Event: mo-2024/E

        If it has, please answer this mail: the id mo-2024/E, the day, and the document's number if there is one; if not, there is nothing to do.
        """))
    for letter in [vi, en] {
      let forms =
        [letter.subject, letter.text, letter.html, letter.chat, String(decoding: letter.json, as: UTF8.self)]
        + letter.journal.map { "\($0)" }
      for form in forms { #expect(!form.lowercased().contains(/nhạy|nhay/), "\(form)") }
    }
  }

  private func sheet(_ change: (inout WeeklySheet) -> Void) throws -> String {
    var own = try notice("M.1", .weeklySheet(week: day("2024-03-25")))
    var sheet = WeeklySheet(week: day("2024-03-25"))
    change(&sheet)
    own.sheet = sheet
    let message = OutgoingMessage(
      recipient: own.recipient, unit: own.unit, channel: .mail, slot: own.slot, notices: [own])
    return try #require(NotificationWriter(book, templates, language: .vi).texts(for: message).first).text
  }

  private func ids(_ tasks: [String]) -> [ObligationID] {
    book.duties.keys.filter { tasks.contains($0.task) }.sorted { $0.description < $1.description }
  }

  @Test("The leader's sheet names no unit that classified work waits for, nor whose that is that others wait for")
  func waiting() throws {
    let text = try sheet { $0.undated = ids(["M.2", "M.4", "M.5"]) }
    #expect(
      text.contains(
        """
        Chờ sự kiện hoặc chờ hạn (3)

        * 3 việc chờ trả lời về: Việc có độ mật mo-2024/M.2; Việc có độ mật mo-2024/M.4

        """), "\(text)")
  }

  @Test("The table by unit has classified work in a row of its own, so that it adds up and tells nobody's")
  func units() throws {
    let text = try sheet { $0.overdue = ids(["M.1", "M.3"]) }
    #expect(text.contains("  Quá hạn: 2\n"))
    for name in ["Phòng Quản lý Khoa học", "Việc có độ mật"] {
      #expect(text.contains("  \(name): quá hạn 1; 7 ngày tới –; cần xác nhận –\n"), "\(text)")
    }
    // Beside the duty itself its lead is not named.
    #expect(text.contains("* Việc có độ mật mo-2024/M.1\n") && text.components(separatedBy: "Chủ trì: ").count == 2)
  }

  @Test(
    "When it was reported, returned or asked for reaches no letter",
    arguments: [
      (NoticeKind.confirm(0, reported: day("2024-03-25")), 25), (.returned(1, on: day("2024-03-26")), 26),
      (.decide(0, asked: day("2024-03-27")), 27), (.refused(1, on: day("2024-03-28")), 28),
    ])
  func said(kind: NoticeKind, on day: Int) throws {
    for channel in [Channel.mail, .webhook] {
      let own = try notice("M.1", kind, by: channel)
      for language in Language.allCases {
        let message = OutgoingMessage(
          recipient: own.recipient, unit: own.unit, channel: channel, slot: own.slot, notices: [own])
        for letter in NotificationWriter(book, templates, language: language).texts(for: message) {
          let forms =
            [letter.subject, letter.text, letter.html, letter.chat, String(decoding: letter.json, as: UTF8.self)]
            + letter.journal.map { "\($0)" }
          for form in forms {
            for words in ["\(day)/3/2024", "\(day) March", "2024-03-\(day)"] {
              #expect(!form.contains(words), "\(kind.code) \(language)\n\(form)")
            }
          }
        }
      }
    }
  }

  @Test("Who decides on a classified duty sees the day that holds and the day that is asked for")
  func judged() throws {
    var own = try notice("M.6", .decide(0, asked: day("2024-03-27")))
    own.told = nil
    let message = OutgoingMessage(
      recipient: own.recipient, unit: own.unit, channel: .mail, slot: own.slot, notices: [own])
    let letter = try #require(NotificationWriter(book, templates, language: .vi).texts(for: message).first)
    #expect(letter.text.contains("\nHạn: trước 16h00 thứ Sáu 29/3/2024\n"), "\(letter.text)")
    #expect(letter.text.contains("đề nghị gia hạn việc sau đến hết ngày 15/4/2024.\n"))
    #expect(!letter.text.contains("NHẠY"))
  }

  @Test("The words would be there without the degree of secrecy") func open() throws {
    var own = try notice("M.1", .returned(1, on: day("2024-03-26")))
    own.isClassified = false
    let message = OutgoingMessage(
      recipient: own.recipient, unit: own.unit, channel: .mail, slot: own.slot, notices: [own])
    let letter = try #require(NotificationWriter(book, templates, language: .vi).texts(for: message).first)
    #expect(letter.text.contains("Rà soát danh mục NHẠY") && letter.text.contains("thiếu NHẠY"))
  }
}
