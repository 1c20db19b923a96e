import Addresses
import Foundation
import Testing

@testable import Channels

@Suite("Mail to servers that misbehave")
struct SMTPFaultTests {
  /// What the server does, what we say of it, and whether it kept the mail.
  static let scripts: [(script: String, outcome: String, mails: Int)] = [
    ("good", "delivered", 1),
    ("stall_at_greeting", "later time-out", 0),
    ("stall_at_rcpt", "later time-out", 0),
    ("stall_after_data", "unknown time-out", 1),
    ("drop_at_greeting", "later connection-lost", 0),
    ("drop_at_mail", "later connection-lost", 0),
    ("drop_at_data", "later connection-lost", 0),
    ("accept_then_drop", "unknown connection-lost", 1),
    ("busy_greeting", "later server-busy 421", 0),
    ("no_service", "later server-refused 554", 0),
    ("refuse_sender", "never sender-refused 550", 0),
    ("defer_sender", "later server-busy 451", 0),
    ("refuse_content", "never message-refused 554", 1),
    ("defer_content", "later server-busy 451", 1),
  ]

  @Test("One mail", arguments: scripts) func script(_ script: String, outcome: String, mails: Int)
    throws
  {
    let server = try Peer("scripted_smtp.py", [script])
    // Short limits only where they are waited for; a busy machine reaches the last byte within them.
    let isStalled = script.hasPrefix("stall")
    let transport = try server.transport(
      connect: script == "stall_at_greeting" ? 600 : 20_000, whole: isStalled ? 3000 : 20_000)
    #expect(transport.send(try Sample.mail()).first?.outcome.kindAndCode == outcome)
    #expect(try server.counts().mails == mails)
  }

  @Test("A connection that breaks inside a large mail: it cannot have arrived") func inside() throws {
    let server = try Peer("scripted_smtp.py", ["drop_inside_data"])
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 20 << 20)
    let transport = try server.transport()
    let outcome = transport.send(bytes, returnPath: try address("a@b"), to: try address("c@d"))
    #expect(outcome.kindAndCode == "later connection-lost")
  }

  @Test("Each recipient has an outcome of its own") func recipients() throws {
    let server = try Peer("scripted_smtp.py", ["per_recipient"])
    let mail = try Sample.mail(to: [
      "a@so.test", "550@so.test", "452@so.test", "530@so.test", "b@so.test",
    ])
    let transport = try server.transport()
    let outcomes = transport.send(mail)
    #expect(
      outcomes.map(\.recipient.text) == [
        "a@so.test", "550@so.test", "452@so.test", "530@so.test", "b@so.test",
      ])
    #expect(
      outcomes.map(\.outcome.kindAndCode) == [
        "delivered", "never recipient-refused 550", "later recipient-deferred 452",
        "later login-required 530",
        "delivered",
      ])
    #expect(outcomes[1].outcome.problem?.said == "5.1.1 no such 5.1.1 mailbox")
    #expect(outcomes[2].outcome.problem?.said == "4.2.2 hộp thư đầy")
    #expect(try server.counts().mails == 2)
    #expect(try server.counts().connections == 4, "libcurl closes the connection after a refusal")
  }

  @Test(
    "What concerns this mail, the next one, and all",
    arguments: [
      ("530@so.test", .nobody), ("452@so.test", .nobody), ("550@so.test", .nobody), ("421@so.test", .next),
    ] as [(String, TransportProblem.Concern)])
  func concern(_ to: String, _ concern: TransportProblem.Concern) throws {
    let server = try Peer("scripted_smtp.py", ["per_recipient"])
    let transport = try server.transport()
    #expect(transport.send(try Sample.mail(to: [to])).first?.outcome.problem?.concern == concern)
    #expect(transport.send(try Sample.mail()).first?.outcome == .delivered, "others go on over a new connection")
  }

  @Test(
    "From the recipient on a reply concerns this mail alone, before it the server",
    arguments: [
      ("busy_greeting", .next), ("no_service", .all), ("login_at_sender", .all), ("defer_sender", .next),
      ("refuse_content", .nobody), ("defer_content", .nobody), ("login_at_content", .nobody), ("drop_at_data", .next),
    ] as [(String, TransportProblem.Concern)])
  func concernByCommand(_ script: String, _ concern: TransportProblem.Concern) throws {
    let server = try Peer("scripted_smtp.py", [script])
    let outcome = try server.transport().send(try Sample.mail()).first?.outcome
    #expect(outcome?.problem?.concern == concern)
  }

  @Test(
    "A server that hangs up between mails loses none and gets none twice",
    arguments: ["idle_drop", "idle_421"])
  func betweenMails(_ script: String) throws {
    let server = try Peer("scripted_smtp.py", [script])
    let transport = try server.transport()
    for number in 0..<5 {
      #expect(
        transport.send(try Sample.mail("\(number)@nhacviec.test")).first?.outcome == .delivered)
    }
    let counts = try server.counts()
    #expect(counts.mails == 5)
    #expect(counts.connections == 5)
  }

  @Test("A server that does not answer QUIT holds nobody up") func quit() throws {
    let server = try Peer("scripted_smtp.py", ["stall_at_quit"])
    let start = ContinuousClock.now
    do {
      let transport = try server.transport()
      #expect(transport.send(try Sample.mail()).first?.outcome == .delivered)
    }
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("Lines with dots arrive as they were") func dots() throws {
    let server = try Peer("scripted_smtp.py", ["good"])
    let bytes = Array("Subject: x\r\n\r\n.\r\n..\r\n.a\r\nb.\r\n.\r\n".utf8)
    let transport = try server.transport()
    let outcome = transport.send(bytes, returnPath: try address("a@b"), to: try address("c@d"))
    #expect(outcome == .delivered)
    let kept = try JSONDecoder().decode([String].self, from: server.ask("mails"))
    #expect(kept == ["Subject: x\r\n\r\n..\r\n...\r\n..a\r\nb.\r\n..\r\n"])
  }

  @Test("Configurations that cannot be meant are refused") func configurations() {
    func failures(_ change: (inout SMTPConfiguration) -> Void) -> [TransportSetupFailure] {
      var configuration = SMTPConfiguration(host: "mail.so.test")
      change(&configuration)
      return configuration.failures
    }
    #expect(failures { _ in }.isEmpty)
    #expect(failures { $0.host = "a b" } == [.invalidHost("a b")])
    #expect(failures { $0.host = "a/../b" } == [.invalidHost("a/../b")])
    #expect(failures { $0.host = "user@b" } == [.invalidHost("user@b")])
    #expect(failures { $0.host = "[::1]" }.isEmpty && failures { $0.host = "::1" }.isEmpty)
    #expect(failures { $0.port = 0 } == [.invalidPort(0)])
    #expect(failures { $0.greetingName = "a\r\nMAIL" } == [.invalidHost("a\r\nMAIL")])
    for security in MailEncryption.allCases {
      let found = failures {
        $0.security = security
        $0.credentials = SMTPConfiguration.Credentials(user: "u", password: "p")
      }
      #expect(found == (security == .required || security == .tls ? [] : [.passwordInTheClear]))
    }
  }
}
