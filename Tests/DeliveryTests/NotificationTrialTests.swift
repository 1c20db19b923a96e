import Delivery
import Diagnostics
import Notifications
import Settings
import TestSupport
import Testing

/// Templates of which no letter can be sent.
@Suite("Letters are tried before they are needed")
struct NotificationTrialTests {
  /// The shipped templates, with `text` in the place of one.
  private static func templates(_ language: String, _ name: String, _ text: String) -> NotificationTemplates {
    let files = TemplateFiles(
      own: "/nonexistent", shipped: repository.path + "/templates", names: NotificationTemplates.names)
    let (templates, diagnostics) = NotificationTemplates.read { of, file in
      of.rawValue == language && file == name
        ? SourceText(name: "/etc/nhacviec/templates/\(language)/\(name).mustache", text: text) : files.shipped(of, file)
    }
    #expect(diagnostics.isEmpty, "such templates are well formed")
    return templates
  }

  @Test("The shipped templates make letters that can be sent") func shipped() {
    #expect(NotificationTrial.diagnostics(RoundDesk.templates).isEmpty)
  }

  @Test(
    "A letter that cannot be sent is told with its template",
    arguments: [
      ("vi", "subject.txt", "", "no subject"), ("en", "subject.txt", "{{! nothing }}\n", "no subject"),
      ("vi", "subject.txt", "{{^isPart}}{{headline}}{{/isPart}}", "no subject"),
      ("vi", "subject.txt", "{{#isPart}}{{headline}}{{/isPart}}", "no subject"), ("vi", "single.txt", "\n", "no text"),
      ("en", "single.html", "", "no text"), ("vi", "single.chat", " ", "no text"), ("vi", "digest.txt", "", "no text"),
      ("en", "digest.html", "{{#isPart}}{{/isPart}}", "no text"), ("en", "digest.chat", "", "no text"),
    ])
  func unsendable(language: String, name: String, text: String, words: String) throws {
    let found = NotificationTrial.diagnostics(Self.templates(language, name, text))
    #expect(found.map(\.code) == ["template-not-sendable"])
    let diagnostic = try #require(found.first)
    #expect(diagnostic.severity == .error && diagnostic.words.en.contains(words))
    #expect(diagnostic.words.vi.contains("\(language)/\(name)"))
    #expect(diagnostic.span.source.name.hasSuffix("\(language)/\(name).mustache"))
  }

  @Test("A round that cannot render a message does all the rest, and did not succeed") func round() throws {
    let peers = try UnrulyPeers()
    let desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024") + "\n" + RoundDesk.task("U", "chậm nhất 11/3/2024", lead: "Phòng B"),
      units: RoundDesk.units(office: "", b: "webhook: \(peers.hook("b"))"), configuration: peers.configuration())
    desk.templates = Self.templates("vi", "subject.txt", "")
    let report = try desk.round()
    #expect(report.unrendered == 1 && report.sent == 1)
    #expect(report.failures.map(\.en) == ["a: the mail has no subject"])
    desk.templates = RoundDesk.templates
    // Its slot is over; what it did not say is said in the next.
    let second = try desk.round(at: RoundDesk.at("2024-03-05"))
    #expect(second.unrendered == 0 && second.sent == 1)
  }
}
