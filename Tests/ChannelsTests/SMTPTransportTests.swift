import Addresses
import Foundation
import Testing

@testable import Channels

struct KeptMail: Decodable {
  var from: String
  var to: [String]
  var tls: Bool
  var user: String?
  var bytes: String
}

extension Peer {
  func transport(
    _ security: MailEncryption = .none, host: String = "127.0.0.1",
    authorities: String? = nil,
    user: String? = nil, password: String = "mật khẩu", connect: Int = 20_000, whole: Int = 20_000
  ) throws -> SMTPTransport {
    try SMTPTransport(
      SMTPConfiguration(
        host: host, port: port, security: security,
        credentials: user.map { SMTPConfiguration.Credentials(user: $0, password: password) },
        authorities: authorities, greetingName: "nhacviec.test", connectMilliseconds: connect,
        wholeMilliseconds: whole))
  }

  func mails() throws -> [KeptMail] {
    try JSONDecoder().decode([KeptMail].self, from: ask("mails"))
  }
}

@Suite("Mail to a real server")
struct SMTPTransportTests {
  private static func secured(_ kind: String, _ more: [String] = []) throws -> (Peer, Certificate) {
    let certificate = try Certificate.shared.get()
    let arguments = ["--cert", certificate.authority, "--key", certificate.key, "--tls", kind]
    return (try Peer("aiosmtpd_sink.py", arguments + more), certificate)
  }

  @Test("STARTTLS and a login; the very bytes arrive") func startTLS() throws {
    let (server, certificate) = try Self.secured(
      "starttls", ["--user", "nhacviec", "--password", "mật khẩu"])
    let mail = try Sample.mail()
    let transport = try server.transport(
      .required, authorities: certificate.authority, user: "nhacviec")
    #expect(transport.send(mail).map(\.outcome) == [.delivered])
    let kept = try server.mails()
    #expect(kept.map(\.tls) == [true])
    #expect(kept.map(\.user) == ["nhacviec"])
    #expect(kept.map(\.from) == ["daumoi@so.test"])
    #expect(kept.map(\.to) == [["vanphong@so.test"]])
    #expect(kept.first.map { Array($0.bytes.utf8) } == mail.bytes)
  }

  @Test("TLS from the first byte") func implicit() throws {
    let (server, certificate) = try Self.secured("implicit")
    let transport = try server.transport(
      .tls, host: "localhost", authorities: certificate.authority)
    #expect(transport.send(try Sample.mail()).map(\.outcome) == [.delivered])
    #expect(try server.mails().count == 1)
  }

  @Test("Two hundred mails go over one connection with one login") func oneConnection() throws {
    let (server, certificate) = try Self.secured(
      "starttls", ["--user", "nhacviec", "--password", "mật khẩu", "--forget"])
    let transport = try server.transport(
      .required, authorities: certificate.authority, user: "nhacviec")
    for number in 0..<200 {
      #expect(
        transport.send(try Sample.mail("\(number)@nhacviec.test")).map(\.outcome) == [.delivered])
    }
    let counts = try server.counts()
    #expect(counts.mails == 200)
    #expect(counts.connections == 1)
    #expect(counts.logins == 1)
  }

  @Test("A server that hangs up after each mail, under TLS") func hangsUp() throws {
    let (server, certificate) = try Self.secured("starttls", ["--per-connection", "1"])
    let transport = try server.transport(.required, authorities: certificate.authority)
    for number in 0..<5 {
      #expect(transport.send(try Sample.mail("\(number)@nhacviec.test")).map(\.outcome) == [.delivered])
    }
    #expect(try server.mails().count == 5)
    #expect(try server.counts().connections == 5)
  }

  @Test("A wrong password") func password() throws {
    let (server, certificate) = try Self.secured(
      "starttls", ["--user", "nhacviec", "--password", "khác"])
    let transport = try server.transport(
      .required, authorities: certificate.authority, user: "nhacviec")
    let outcome = try #require(transport.send(try Sample.mail()).first?.outcome)
    guard case .later(let problem, nil) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(problem.kind == .passwordRefused)
    #expect(problem.code == 535)
    #expect(problem.words.vi.contains("không chấp nhận tên đăng nhập hoặc mật khẩu (mã 535)"))
    #expect(try server.mails().isEmpty)
  }

  @Test("A login that the server wants and the configuration lacks") func noLogin() throws {
    let (server, certificate) = try Self.secured(
      "starttls", ["--user", "nhacviec", "--password", "x"])
    let transport = try server.transport(.required, authorities: certificate.authority)
    #expect(
      transport.send(try Sample.mail()).first?.outcome.kindAndCode == "later login-required 530")
  }

  @Test("A certificate that nobody vouches for") func certificate() throws {
    let (server, _) = try Self.secured("starttls")
    for security in [MailEncryption.required, .opportunistic] {
      let stranger = try server.transport(security)
      #expect(
        stranger.send(try Sample.mail()).first?.outcome.kindAndCode == "later certificate-untrusted"
      )
    }
    #expect(try server.mails().isEmpty)
  }

  @Test("A certificate of a trusted authority for another host") func otherName() throws {
    let certificate = try Certificate(names: "DNS:other.test")
    let server = try Peer(
      "aiosmtpd_sink.py",
      ["--cert", certificate.authority, "--key", certificate.key, "--tls", "starttls"])
    let transport = try server.transport(.required, authorities: certificate.authority)
    #expect(
      transport.send(try Sample.mail()).first?.outcome.kindAndCode == "later certificate-untrusted")
  }

  @Test("An authorities' file that is not there") func noAuthorities() throws {
    let (server, _) = try Self.secured("starttls")
    let transport = try server.transport(.required, authorities: "/nonexistent/ca.pem")
    #expect(transport.send(try Sample.mail()).first?.outcome.kindAndCode == "later tls-failed")
  }

  @Test("No STARTTLS where it is required: not a byte of the mail, nor the password") func missing()
    throws
  {
    let server = try Peer("scripted_smtp.py", ["good"])
    let transport = try server.transport(.required, user: "nhacviec")
    #expect(
      transport.send(try Sample.mail()).first?.outcome.kindAndCode == "later starttls-missing")
    let commands = try server.counts().commands ?? []
    #expect(commands.filter { $0 != "QUIT" } == ["EHLO"])
  }

  @Test("Opportunistic: goes on without STARTTLS") func opportunistic() throws {
    let server = try Peer("scripted_smtp.py", ["good"])
    #expect(
      try server.transport(.opportunistic).send(try Sample.mail()).first?.outcome == .delivered)
  }

  @Test("A proxy in the environment is not used; nobody listening is told as such") func nobody()
    throws
  {
    let server = try Peer("scripted_smtp.py", ["good"])
    let transport = try SMTPTransport(
      SMTPConfiguration(host: "127.0.0.1", port: 1, security: .none))
    #expect(transport.send(try Sample.mail()).first?.outcome.kindAndCode == "later no-connection")
    #expect(try server.counts().connections == 0)
    let nowhere = try SMTPTransport(
      SMTPConfiguration(host: "no-such-host.invalid", security: .none))
    #expect(nowhere.send(try Sample.mail()).first?.outcome.kindAndCode == "later host-not-found")
  }
}

extension TransportOutcome {
  /// For expectations: `later starttls-missing 454`.
  var kindAndCode: String {
    let name =
      switch self {
      case .delivered: "delivered"
      case .later: "later"
      case .never: "never"
      case .gone: "gone"
      case .unknown: "unknown"
      }
    guard let problem else { return name }
    return ([name, problem.kind.rawValue] + (problem.code.map { [String($0)] } ?? [])).joined(
      separator: " ")
  }
}
