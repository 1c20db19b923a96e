import AnswerLinks
import CivilCalendar
import Foundation
import Presentation
import RuleSyntax
import TestSupport
import Testing

@testable import Notifications
@testable import Reminders

/// Undoes folding (RFC 5545, 3.1).
private func unfolded(_ text: String) -> [String] {
  text.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
}

@Suite("Nothing that a rule says becomes part of a message's form")
struct NotificationSafetyTests {
  private let fixture = Fixture()

  private func hostile() -> [Notice] {
    [fixture.notice("I.3", .before(7, working: false), on: "2024-03-22")]
  }

  @Test("HTML: a title with tags, quotes and ampersands is text")
  func html() throws {
    for letter in fixture.letters(hostile()) + fixture.letters(hostile() + hostile()) {
      #expect(letter.html.contains("Góp ý dự thảo &lt;b&gt;Quy chế&lt;/b&gt; &amp; &quot;phụ lục&quot;"))
      #expect(!letter.html.contains("<b>"))
      for word in ["<script", "<img", "http:", "https:", "url(", "onclick", "@import"] {
        #expect(!letter.html.lowercased().contains(word))
      }
      // Every tag that opens closes.
      for tag in ["table", "tr", "td", "p", "strong", "span", "html", "body", "head", "style"] {
        let opened =
          letter.html.components(separatedBy: "<\(tag)>").count
          + letter.html.components(separatedBy: "<\(tag) ").count
        #expect(opened - 1 == letter.html.components(separatedBy: "</\(tag)>").count, "\(tag)")
      }
    }
  }

  @Test("A subject is one line without control characters, whatever the title holds")
  func subject() {
    var rules = fixture.rules
    let task = rules.tasks.firstIndex { $0.id == "I.3" } ?? 0
    rules.tasks[task].title = "Việc\r\nBcc: ai@khac.example\u{202E}\u{0}" + String(repeating: " rất dài", count: 60)
    let book = NotificationBook(
      rules, duties: Array(fixture.book.duties.values))
    let notice = hostile()[0]
    let message = OutgoingMessage(
      recipient: notice.recipient, unit: notice.unit, channel: .mail, slot: notice.slot, notices: [notice])
    for language in Language.allCases {
      let letter = NotificationWriter(book, fixture.templates, language: language).texts(for: message)[0]
      #expect(!letter.subject.unicodeScalars.contains(where: TerminalEscaper.isUnsafe))
      #expect(letter.subject.count < 150 && letter.subject.hasSuffix("…"))
      #expect(!letter.text.contains("\nBcc:"))
      #expect(letter.journal.allSatisfy { !$0.message.contains("\n") })
      #expect(!letter.html.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test("What people wrote is quoted, without links and tags, in every form of a letter")
  func people() {
    let words =
      "xem https://evil.example/x?a=1 hoặc WWW.Evil.example, MailTo:a@evil.example <a href='http://evil.example'>đây</a>"
    let fixture = Fixture(
      more: "xin gia hạn I.1 ngày 11/3/2024 đến 30/4/2024 vì \(words)", documents: [.waived: "https://evil.example/9"])
    #expect(fixture.diagnostics.map(\.words.en) == [])
    let notice = fixture.notice("I.1", .decide(1, asked: day("2024-03-11")), to: "gd", as: .decider, on: "2024-03-12")
    for letter in fixture.letters([notice]) + fixture.letters([notice, hostile()[0]]) + fixture.letters([notice], .en) {
      for text in [letter.text, letter.html, letter.chat, String(decoding: letter.json, as: UTF8.self)] {
        let text = text.lowercased()
        for link in ["://evil", "www.evil", "mailto:"] { #expect(!text.contains(link), "\(text)") }
      }
      #expect(
        letter.text.contains(
          "“xem https[:]//evil[.]example/x?a=1 hoặc WWW[.]Evil[.]example, MailTo[:]a@evil[.]example <a"))
      #expect(!letter.html.contains("<a "))
      #expect(letter.html.contains("&lt;a href=") && letter.html.contains("đây&lt;/a&gt;”"))
    }
  }

  @Test(
    "Bare names of machines become no links; abbreviations, documents and numbers stay as they are",
    arguments: [
      ("vào evil.example.com/x", "vào evil[.]example[.]com/x"), ("EVIL.RU ngay", "EVIL[.]RU ngay"),
      ("bit.ly/abc", "bit[.]ly/abc"), ("xem TP.HCM, GS.TSKH, v.v. và II.1.a", "xem TP.HCM, GS.TSKH, v.v. và II.1.a"),
      ("bao-cao.quy-3.docx, 156/BC.UBND, 23.9.2024", "bao-cao.quy-3.docx, 156/BC.UBND, 23.9.2024"),
    ])
  func bareNames(_ words: String, _ quoted: String) { #expect(QuotedWords.withoutLinks(words) == quoted) }

  @Test("The address at which work is answered stands in letters about it alone, and in none about what is classified")
  func addresses() {
    let book = NotificationBook(
      fixture.rules, duties: Array(fixture.book.duties.values), answers: AnswerAddress(site: "https://nv.example"))
    func letters(_ notices: [Notice], _ language: Language = .vi) -> [NotificationText] {
      let first = notices[0]
      let message = OutgoingMessage(
        recipient: first.recipient, unit: first.unit, channel: .mail, slot: first.slot, notices: notices)
      return NotificationWriter(book, fixture.templates, language: language).texts(for: message)
    }
    let about = fixture.notice("I.3", .before(7, working: false), on: "2024-03-22")
    let single = letters([about])[0]
    let address = "https://nv.example/tra-loi/\(book.rules.plans[0].id)/I.3%40once"
    #expect(single.text.contains("\nTrả lời trên trang web: \(address)\n"), "\(single.text)")
    #expect(
      single.html.contains("<a href=\"\(address)\"") && single.chat.contains("Trả lời trên trang web: \(address)"))
    #expect(letters([about], .en)[0].text.contains("\nAnswer on the web page: https://nv.example/en/tra-loi/"))
    let classified = fixture.notice("M.1", .before(7, working: false), on: "2024-03-22")
    let list = letters([about, classified])[0]
    #expect(list.text.components(separatedBy: address).count == 2 && !list.text.contains("M.1%40"))
    #expect(list.html.components(separatedBy: address).count == 2 && !list.html.contains("M.1%40"))
    for notice in [
      classified,
      fixture.notice(
        "I.1", .superior(leadTold: day("2024-03-16"), level: 1), to: "gd", as: .superior, on: "2024-03-22"),
      fixture.notice("I.1", .released(1, .waived), on: "2024-03-22"),
    ] {
      #expect(!letters([notice])[0].text.contains("tra-loi"))
    }
  }

  @Test("Chat: no tags, nobody is called")
  func chat() {
    #expect(ChatEscaper.escape("<!channel> @all, @here: VII.9@2024-Q1") == "‹!channel› ＠all, ＠here: VII.9@2024-Q1")
  }

  @Test("Of a classified duty only id and day are said")
  func classified() throws {
    let notices = [
      fixture.notice("M.1", .before(7, working: false), on: "2024-03-22") {
        $0.attachesCalendar = true
      }
    ]
    for language in Language.allCases {
      // Not even to a template of the office's own.
      let words = NotificationWords(templates: fixture.templates, language: language)
      let values = "\(NoticeView(notices[0], fixture.book, words).values)"
      #expect(values.contains("mat-2024/M.1"))
      #expect(!values.contains("tuyệt đối kín") && !values.contains("bảo vệ bí mật"))
      for letter in fixture.letters(notices, language) + fixture.letters(notices + hostile(), language) {
        let all = [letter.subject, letter.text, letter.html, letter.chat, letter.calendar ?? ""]
        let journal = letter.journal.map { "\($0)" }
        for text in all + journal + [String(decoding: letter.json, as: UTF8.self)] {
          #expect(!text.contains("danh mục tuyệt đối kín"))
          #expect(!text.contains("bảo vệ bí mật"))
        }
        #expect(letter.text.contains("mat-2024/M.1"))
      }
    }
  }

  @Test("The body of a webhook is JSON with every notice")
  func json() throws {
    let letter = fixture.letters(hostile() + [Fixture.sheet(fixture)])[0]
    let read = try JSONSerialization.jsonObject(with: Data(letter.json)) as? [String: Any]
    let data = try #require(read?["data"] as? [String: Any])
    #expect(read?["type"] as? String == "nhacviec.reminder")
    #expect(read?["timestamp"] as? String == "2024-03-22T01:00:00Z")
    let notices = try #require(data["notices"] as? [[String: Any]])
    #expect(notices.count == 2)
    #expect(notices.contains { $0["title"] as? String == "Góp ý dự thảo <b>Quy chế</b> & \"phụ lục\"" })
    #expect(notices.contains { ($0["sheet"] as? [String: Any])?["done"] as? Int == 4 })
  }

  @Test("A calendar file has short lines, whole characters, stable UIDs and no alarm")
  func calendar() throws {
    func text(_ kind: NoticeKind, on today: String, told: String? = nil) throws -> String {
      let notice = fixture.notice("I.3", kind, told: told, on: today) { $0.attachesCalendar = true }
      return try #require(fixture.letters([notice])[0].calendar)
    }
    let first = try text(.before(7, working: false), on: "2024-03-22")
    let second = try text(
      .moved(1, from: day("2024-03-29"), .extended), on: "2024-03-25", told: "2024-04-15")
    let last = try text(.released(1, .waived), on: "2024-03-26")
    for text in [first, second, last] {
      for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
      #expect(!text.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
      #expect(!text.contains("VALARM"))
      #expect(unfolded(text).contains("UID:kh-2024/I.3@once@nhacviec"))
    }
    #expect(unfolded(first).contains("SUMMARY;LANGUAGE=vi:Hạn: Góp ý dự thảo <b>Quy chế</b> & \"phụ lục\""))
    #expect(unfolded(second).contains("DTSTART;VALUE=DATE:20240415"))
    #expect(unfolded(last).contains("STATUS:CANCELLED"))
    let numbers = [first, second, last].compactMap { text in
      unfolded(text).first { $0.hasPrefix("SEQUENCE:") }.flatMap { Int($0.dropFirst(9)) }
    }
    #expect(numbers.count == 3 && numbers == numbers.sorted() && Set(numbers).count == 3)
  }

  @Test("Without a wish for it there is no calendar file")
  func noCalendar() { #expect(fixture.letters(hostile())[0].calendar == nil) }

  @Test("iCalendar text", arguments: [("a,b;c\\d", "a\\,b\\;c\\\\d"), ("một\nhai", "một\\nhai"), ("ế", "ế")])
  func escaping(_ text: String, _ escaped: String) { #expect(ICSEscaper.escape(text) == escaped) }
}

@Suite("Long messages are cut into parts")
struct LetterPartTests {
  private let fixture = Fixture()

  @Test("Each notice stands in exactly one part, the sheet in the first")
  func parts() throws {
    let one = fixture.notice("I.3", .before(7, working: false), on: "2024-03-22")
    let many = (0..<95).map { index in
      var notice = one
      notice.key = NoticeKey(first: UInt64(index), second: 0)
      return notice
    }
    var sheet = Fixture.sheet(fixture)
    sheet.slot = one.slot
    let letters = fixture.letters(many + [sheet])
    #expect(letters.map(\.part) == [1, 2, 3] && letters.allSatisfy { $0.parts == 3 })
    #expect(letters.map(\.keys.count) == [41, 40, 15])
    #expect(letters.flatMap(\.keys).count == Set(letters.flatMap(\.keys)).count)
    #expect(letters[0].text.contains("tình hình thực hiện") && !letters[1].text.contains("tình hình thực hiện"))
    #expect(letters[1].subject.hasSuffix("(phần 2/3)"))
    #expect(fixture.letters([one])[0].subject.contains("phần") == false)
  }

  @Test("A recipient's own language wins")
  func language() {
    var rules = fixture.rules
    rules.units[fixture.unit("qlkh")].language = "en"
    let book = NotificationBook(rules, duties: fixture.book.duties.values.filter { $0.days != nil })
    let notice = fixture.notice("I.3", .before(7, working: false), on: "2024-03-22")
    let message = OutgoingMessage(
      recipient: notice.recipient, unit: notice.unit, channel: .mail, slot: notice.slot, notices: [notice])
    #expect(NotificationWriter(book, fixture.templates).texts(for: message)[0].subject.hasPrefix("[Reminder]"))
  }

  @Test("The same input gives the same bytes")
  func pure() {
    let notice = fixture.notice("I.1", .overdue(1), on: "2024-03-18")
    #expect(fixture.letters([notice]) == Fixture().letters([notice]))
  }
}
