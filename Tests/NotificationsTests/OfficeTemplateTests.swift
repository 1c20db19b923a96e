import Diagnostics
import FactLog
import Foundation
import Presentation
import TestSupport
import Testing

@testable import Notifications
@testable import Templates

@Suite("Templates of an office")
struct OfficeTemplateTests {
  private static let fixture = Fixture()

  /// The shipped templates, with those of an office in the place of some.
  private static func templates(
    _ own: @escaping (_ language: Language, _ name: String) -> SourceText?
  ) -> NotificationTemplates {
    let (templates, diagnostics) = NotificationTemplates.read(Fixture.template, own: own)
    #expect(diagnostics.filter { $0.severity == .error }.map(\.words.en) == [])
    return templates
  }

  /// As they were shipped when sentences were not yet templates of their own.
  private static func copied(_ language: Language, _ name: String) -> String? {
    let path = "Tests/NotificationsTests/office/\(language.rawValue)/\(name).mustache"
    return try? String(decoding: Data(contentsOf: repository.appending(path: path)), as: UTF8.self)
  }

  private static func letters(_ templates: NotificationTemplates, _ language: Language) -> [[NotificationText]] {
    letterKinds.map { fixture.letters($1(fixture), language, by: templates) }
  }

  /// The words of a text, without who gets the answers, which copied templates do not know.
  private static func said(_ text: String, after lines: Int = 0) -> [Substring] {
    text.split(separator: "\n").dropFirst(lines).filter {
      !$0.hasPrefix("Thư trả lời sẽ đến") && !$0.hasPrefix("Answers to this mail")
    }
    .flatMap { $0.split(separator: " ") }
  }

  @Test("A whole folder copied before the words were templates says the same", arguments: Language.allCases)
  func folder(_ language: Language) throws {
    #expect(Self.copied(language, "single.txt") != nil && Self.copied(language, "lead.txt") == nil)
    let office = Self.templates { language, name in
      Self.copied(language, name).map { SourceText(name: "office/\(name)", text: $0) }
    }
    let pairs = zip(Self.letters(office, language), Self.letters(Self.fixture.templates, language))
    for (mine, shipped) in pairs.flatMap({ zip($0, $1) }) {
      #expect(mine.subject == shipped.subject && mine.json == shipped.json && mine.keys == shipped.keys)
      #expect(Self.said(mine.text) == Self.said(shipped.text))
      #expect(Self.said(mine.chat) == Self.said(shipped.chat))
      #expect(!mine.html.contains("{{") && mine.html.contains("</html>"))
    }
  }

  @Test("An office that wants commands and the anchor in its letters writes these two words itself")
  func commands() throws {
    let own = [
      "command.txt": "{{#asksDone}}nhacviec done {{argument}} --on NGÀY{{/asksDone}}",
      "anchor.txt": "{{facts}}:{{head}}",
    ]
    let office = Self.templates { language, name in
      language == .vi ? own[name].map { SourceText(name: "office/\(name)", text: $0) } : nil
    }
    let late = Self.fixture.notice("I.1", .overdue(1), on: "2024-03-18")
    let letter = try #require(Self.fixture.letters([late], by: office).first)
    for text in [letter.text, letter.html, letter.chat] {
      #expect(text.contains("nhacviec done kh-2024/I.1@once --on NGÀY"))
    }
    let head = try #require(FactHead("2:3f5a0c9d1e2b4a6c8d7e9f00112233445566778899aabbccddeeff0011223344"))
    let fixture = Fixture(head: head)
    let sheet = try #require(fixture.letters([Fixture.sheet(fixture)], by: office).first)
    for text in [sheet.text, sheet.html, sheet.chat] { #expect(text.contains(head.description)) }
  }

  @Test("Its own letter of one notice, written before, is whole: sentence, day, rows and request")
  func single() throws {
    let before = try #require(Self.copied(.vi, "single.txt"))
    let own = before.replacing("Kính gửi: {{recipient}}", with: "Thân gửi {{recipient}},")
    #expect(own != before)
    let office = Self.templates { language, name in
      language == .vi && name == "single.txt" ? SourceText(name: "office/single.txt", text: own) : nil
    }
    let pairs = zip(Self.letters(office, .vi), Self.letters(Self.fixture.templates, .vi))
    var changed = 0
    for (mine, shipped) in pairs.flatMap({ zip($0, $1) }) where mine != shipped {
      changed += 1
      #expect(mine.subject == shipped.subject && mine.html == shipped.html && mine.json == shipped.json)
      #expect(mine.text.hasPrefix("Thân gửi "))
      #expect(Self.said(mine.text, after: 1) == Self.said(shipped.text, after: 1))
    }
    #expect(changed == letterKinds.count { $0.1(Self.fixture).count == 1 && $0.1(Self.fixture)[0].sheet == nil })
  }

  @Test("A sentence that an office writes anew stands in mail, page and chat, and the rest stays")
  func sentence() throws {
    let office = Self.templates { language, name in
      guard language == .vi, name == "lead.txt" else { return nil }
      return SourceText(
        name: "office/lead.txt", text: "{{#overdue}}\nĐề nghị xử lý ngay:\nđã trễ {{days}} ngày.\n{{/overdue}}\n")
    }
    // Due on 15 March, said on the 18th.
    let late = Self.fixture.notice("I.1", .overdue(1), on: "2024-03-18")
    let letter = try #require(Self.fixture.letters([late], by: office).first)
    for text in [letter.text, letter.html, letter.chat] {
      #expect(text.contains("Đề nghị xử lý ngay: đã trễ 3 ngày.") && !text.contains("Việc sau"))
    }
    #expect(letter.subject.hasPrefix("[Nhắc việc] Quá hạn 3 ngày: "))
    // A kind of which its file says nothing goes out with all but the sentence.
    let soon = Self.fixture.notice("I.1", .before(1, working: false), on: "2024-03-14")
    let other = try #require(Self.fixture.letters([soon], by: office).first)
    #expect(other.text.contains("Hạn: ") && other.text.contains("Khi hoàn thành, đề nghị trả lời thư này"))
  }

  @Test("A subject line that an office writes anew is the message's headline everywhere")
  func headline() throws {
    let office = Self.templates { language, name in
      language == .vi && name == "headline.txt"
        ? SourceText(name: "office/headline.txt", text: "{{^isSeveral}}Việc {{id}}{{/isSeveral}}") : nil
    }
    let late = Self.fixture.notice("I.1", .overdue(1), on: "2024-03-18")
    let letter = try #require(Self.fixture.letters([late], by: office).first)
    #expect(letter.subject == "[Nhắc việc] Việc kh-2024/I.1")
    #expect(String(decoding: letter.json, as: UTF8.self).contains("\"headline\":\"Việc kh-2024/I.1\""))
    #expect(letter.journal.first?.message.hasSuffix(": Việc kh-2024/I.1") == true)
  }

  @Test("A name that words do not have is an error with its place")
  func unknown() {
    let (_, diagnostics) = NotificationTemplates.read { language, name in
      language == .vi && name == "lead.txt"
        ? SourceText(name: "office/lead.txt", text: "{{#overdue}}{{untill}}{{/overdue}}")
        : Fixture.template(language, name)
    }
    #expect(Set(diagnostics.map(\.code)) == ["template-unknown-name"])
    #expect(diagnostics.allSatisfy { $0.span.text == "untill" })
  }

  @Test("What is said in letters stands in templates, not in the room's Swift files")
  func noWords() throws {
    let room = repository.appending(path: "Sources/Notify/Notifications")
    let files = try FileManager.default.contentsOfDirectory(atPath: room.path).filter { $0.hasSuffix(".swift") }
    #expect(files.count > 5)
    for file in files {
      let text = try String(decoding: Data(contentsOf: room.appending(path: file)), as: UTF8.self)
      for word in ["choose(", "vi:"] { #expect(!text.contains(word), "\(file): \(word)") }
    }
  }
}
