import Diagnostics
import Settings
import Testing

@testable import Delivery

/// Which addresses may be used (decision: limited-addresses).
@Suite("Who can be written to")
struct ReachTests {
  private func reach(_ toml: String, gone: Set<String> = [], journal: Bool = false) throws -> AddressPolicy {
    let (configuration, problems) = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: toml))
    try #require(!problems.hasErrors)
    return AddressPolicy(configuration, gone: gone, hasJournal: journal)
  }

  private static let mail = """
    [mail]
    server = "mail.so.example"
    from = "nhacviec@so.example"
    allowed-domains = ["so.example", "tinh.example"]

    """

  @Test(
    "Only the allowed domains and those below them",
    arguments: [
      ("a@so.example", nil), ("a@SO.Example", nil), ("a@phong.tinh.example", nil),
      ("a@other.example", .domainNotAllowed), ("a@notso.example", .domainNotAllowed),
      ("a@so.example.org", .domainNotAllowed), ("so.example", .invalid), ("", .invalid),
    ] as [(String, AddressPolicy.Obstacle?)])
  func domains(address: String, obstacle: AddressPolicy.Obstacle?) throws {
    #expect(try reach(Self.mail).obstacle(.mail, address) == obstacle)
  }

  @Test("Without a server mail reaches the Maildir and the journal only; without those nobody") func noServer() throws {
    #expect(try reach("").obstacle(.mail, "a@so.example") == .nowhere)
    #expect(try reach("", journal: true).obstacle(.mail, "a@so.example") == nil)
    #expect(try reach("[maildir]\npath = \"/tmp/m\"").obstacle(.mail, "a@other.example") == nil)
  }

  @Test("A channel that is off reaches nobody") func channels() throws {
    let only = try reach("[delivery]\nchannels = [\"webhook\"]\n" + Self.mail)
    #expect(only.obstacle(.mail, "a@so.example") == .channelOff)
    #expect(only.obstacle(.webhook, "https://chat.so.example/x") == nil)
    let mails = try reach("[delivery]\nchannels = [\"mail\"]\n" + Self.mail)
    #expect(mails.obstacle(.mail, "a@so.example") == nil)
    #expect(mails.obstacle(.webhook, "https://chat.so.example/x") == .channelOff)
  }

  @Test("Messages are posted to https alone") func schemes() throws {
    let reach = try reach("")
    #expect(reach.obstacle(.webhook, "HTTPS://chat.so.example/x") == nil)
    for address in ["http://chat.so.example/x", "file:///etc/passwd", "chat.so.example/x"] {
      #expect(reach.obstacle(.webhook, address) == .invalid)
    }
  }

  @Test("What its owner gave up (HTTP 410) is no address any more") func gone() throws {
    let gone = try reach(Self.mail, gone: ["https://chat.so.example/x"])
    #expect(gone.obstacle(.webhook, "https://chat.so.example/x") == .gone)
    #expect(gone.obstacle(.webhook, "https://chat.so.example/y") == nil)
  }

  @Test("Rules are left with the addresses that may be used") func rules() throws {
    let rules = try RoundDesk.book(
      RoundDesk.plan(
        RoundDesk.task("T", "chậm nhất 11/3/2024"),
        units: RoundDesk.units(a: "email: a@other.example\nwebhook: https://chat.so.example/a")))
    let left = try reach(Self.mail).reachable(rules)
    let a = try #require(left.units.first { $0.id == "a" })
    #expect(a.email == nil && a.webhook == "https://chat.so.example/a")
    #expect(left.units.first { $0.id == "b" }?.email == "b@so.example")
  }
}
