import Foundation
import Presentation
import StateFolder
import Testing

@testable import nhacviec

/// A channel that the configuration describes, at a prompt.
@Suite("A described channel at a prompt")
struct DescribedChannelCommandTests {
  private static let secret = "geheim-4711-xyzzy"
  private static let address = "-100456789"
  private let office: MailOffice

  /// Nobody listens on port 1.
  init() throws {
    office = try MailOffice()
    let rules = office.scratch.path + "/rules/plan.rules"
    let plan = try #require(WholeFile.read(rules))
    try WholeFile.replace(
      rules, with: plan.replacing("  email: vp@so.example\n", with: "  kênh Chat: \(Self.address)\n"))
    try office.scratch.write(Array(Self.secret.utf8), to: "secret")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: office.scratch.path + "/secret")
    try office.configure(
      """
      [channel.chat]
      address = "https://localhost:1/bot{{secret}}"
      headers = ["X-Id: {{id}}"]
      body = '''
      {
        "to": "{{address}}", "text": "{{text}}"
      }'''
      secret-file = "\(office.scratch.path)/secret"
      allowed-networks = ["127.0.0.1"]
      """)
  }

  private func said(_ arguments: String...) throws -> Desk.Said {
    let said = try office(arguments + (arguments == ["deliveries"] ? [] : office.config))
    #expect(!(said.output + said.errors).contains(Self.secret), "\(arguments)")
    return said
  }

  @Test("Rules may name it once it is described; what waits is shown by the channel's name") func waits() throws {
    let promoted = try said("rules", "promote")
    #expect(promoted.code == 0, "\(promoted)")
    _ = try said("remind", "--now", "2027-03-08T08:01")
    let (rehearsed, listed) = (try said("remind", "--dry-run", "--now", "2027-03-08T08:02"), try said("deliveries"))
    for text in [rehearsed.output, listed.output, try said("route", "kh/I.1").output] {
      #expect(text.contains("chat") && !text.contains(Self.address), "\(text)")
    }
    #expect(listed.output.contains("cannot connect to localhost"))
  }

  @Test("config show can be read back, with the lines of the body") func shown() throws {
    let shown = try said("config", "show")
    #expect(shown.output.contains(#"channel.chat.body = "{\n  \"to\": \"{{address}}\", \"text\": \"{{text}}\"\n}""#))
    let path = office.scratch.path + "/again.toml"
    try WholeFile.replace(path, with: shown.output)
    let again = try office("config", "check", "--config", path)
    #expect(again.code == 0, "\(again)")
  }

  @Test("Rules that name a channel which is not described are refused") func unknown() throws {
    try office.configure("")
    let refused = try said("rules", "promote")
    #expect(refused.code == 1 && refused.errors.contains("there is no channel called “Chat”"), "\(refused)")
  }

  @Test("doctor says that it is set up, or what lacks; a test goes where it is told") func doctor() throws {
    _ = try said("rules", "promote")
    let well = try said("doctor")
    #expect(well.output.contains("✓ channel chat (localhost): set up; to send a test: --send-test chat:ADDRESS"))
    let sent = try said("doctor", "--send-test", "chat:\(Self.address)")
    #expect(
      sent.code == 1 && sent.output.contains("✗ test message to chat:\(Self.address): cannot connect to localhost"))
    try FileManager.default.removeItem(atPath: office.scratch.path + "/secret")
    let broken = try said("doctor")
    #expect(broken.code == 1 && broken.output.contains("✗ channel chat (localhost): "), "\(broken)")
  }
}
