import Addresses
import Foundation
import Hashing
import Testing

@testable import Channels

struct ReceivedRequest: Decodable {
  var method: String
  var path: String
  var headers: [String: String]
  var body: String
}

extension Peer {
  func webhook(
    _ path: String, _ format: WebhookEndpoint.Format = .json, allowed: [String] = ["127.0.0.0/8"],
    whole: Int = 20_000
  ) throws -> WebhookTransport {
    try WebhookTransport(
      WebhookEndpoint(
        try address("http://127.0.0.1:\(port)/\(path)"), format: format,
        allowedNetworks: allowed.compactMap { NetworkRange($0) }, wholeMilliseconds: whole))
  }

  func requests() throws -> [ReceivedRequest] {
    try JSONDecoder().decode([ReceivedRequest].self, from: ask("requests"))
  }
}

/// On one machine `http` is enough.
private func address(_ url: String) throws -> WebAddress {
  try #require(WebAddress(url, scheme: String(url.prefix { $0 != ":" })))
}

@Suite("Webhooks to a real receiver")
struct WebhookTests {
  static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
  static let now = 1_735_000_000

  private func message(_ id: String = "msg_1") throws -> WebhookMessage {
    try #require(WebhookMessage(id: id, text: "Nhắc việc “I.5”:\n\t\\ \"hạn\" 31/12/2024 \u{1}"))
  }

  @Test("Signatures that standardwebhooks accepts, with an old and a new secret, over TLS")
  func signed() throws {
    let certificate = try Certificate.shared.get()
    let receiver = try Peer(
      "webhook_receiver.py",
      [
        "--secret", Self.secret, "--now", "\(Self.now)", "--cert", certificate.authority, "--key",
        certificate.key,
      ])
    let good = try #require(WebhookSecret(Self.secret))
    let other = try #require(WebhookSecret("whsec_" + Base64.text(Array(repeating: 7, count: 32))))
    for (secrets, outcome) in [
      ([good], "delivered"), ([other, good], "delivered"), ([other], "never message-refused 400"),
    ] {
      let transport = try WebhookTransport(
        WebhookEndpoint(
          try address("https://localhost:\(receiver.port)/verify"), format: .standard(secrets),
          allowedNetworks: [try #require(NetworkRange("127.0.0.1"))],
          authorities: certificate.authority))
      #expect(transport.post(try message(), at: Self.now).kindAndCode == outcome)
    }
    let request = try #require(try receiver.requests().first)
    #expect(request.method == "POST")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["webhook-id"] == "msg_1")
    #expect(request.headers["webhook-timestamp"] == "1735000000")
    #expect(request.headers["expect"] == nil)
    let body = try JSONDecoder().decode([String: String].self, from: Data(request.body.utf8))
    #expect(body == ["text": "Nhắc việc “I.5”:\n\t\\ \"hạn\" 31/12/2024 \u{1}"])
  }

  @Test("A stale time is refused: it is signed along") func stale() throws {
    let receiver = try Peer(
      "webhook_receiver.py", ["--secret", Self.secret, "--now", "\(Self.now)"])
    let transport = try receiver.webhook(
      "verify", .standard([try #require(WebhookSecret(Self.secret))]))
    #expect(
      transport.post(try message(), at: Self.now - 600).kindAndCode == "never message-refused 400")
  }

  @Test("Without a signature the id still goes along") func unsigned() throws {
    let receiver = try Peer("webhook_receiver.py")
    #expect(try receiver.webhook("200", .text).post(try message(), at: Self.now) == .delivered)
    let headers = try #require(try receiver.requests().first?.headers)
    #expect(headers["webhook-id"] == "msg_1")
    #expect(headers["webhook-signature"] == nil)
  }

  static let answers: [(path: String, outcome: String, notBefore: Int?)] = [
    ("200", "delivered", nil), ("202", "delivered", nil), ("204", "delivered", nil),
    ("301", "never redirected 301", nil), ("302", "never redirected 302", nil),
    ("307", "never redirected 307", nil),
    ("400", "never message-refused 400", nil), ("401", "never login-required 401", nil),
    ("404", "never message-refused 404", nil), ("410", "gone gone 410", nil),
    ("413", "never too-large 413", nil),
    ("408", "later server-busy 408", nil), ("409", "later server-busy 409", nil),
    ("425", "later server-busy 425", nil),
    ("429", "later server-busy 429", nil), ("429?after=30", "later server-busy 429", now + 30),
    ("429?after=99999999999999999999", "later server-busy 429", now + 604_800),
    ("503?after=Tue,%2024%20Dec%202024%2001:26:40%20GMT", "later server-busy 503", now + 3600),
    ("503?after=Tue,%2024%20Dec%202019%2001:26:40%20GMT", "later server-busy 503", now),
    ("503?after=soon", "later server-busy 503", nil),
    ("503?after=-5", "later server-busy 503", nil),
    ("500", "later server-busy 500", nil), ("501", "later server-busy 501", nil),
    ("599", "later server-busy 599", nil),
    ("endless", "delivered", nil), ("slow", "delivered", nil), ("silent", "unknown time-out", nil),
    ("drop", "unknown connection-lost", nil),
  ]

  @Test("Answers") func answers() throws {
    let receiver = try Peer("webhook_receiver.py")
    for (path, outcome, notBefore) in Self.answers {
      let transport = try receiver.webhook(path, whole: ["slow", "silent"].contains(path) ? 2500 : 20_000)
      let found = transport.post(try message(), at: Self.now)
      #expect(found.kindAndCode == outcome, "\(path)")
      if case .later(_, let time) = found { #expect(time == notBefore, "\(path)") }
    }
    #expect(
      try receiver.counts().requests == Self.answers.count,
      "no redirect was followed, nothing sent twice")
  }

  @Test("Many messages go over one connection") func oneConnection() throws {
    let receiver = try Peer("webhook_receiver.py")
    let transport = try receiver.webhook("200")
    for number in 0..<50 {
      #expect(transport.post(try message("msg_\(number)"), at: Self.now) == .delivered)
    }
    let counts = try receiver.counts()
    #expect(counts.requests == 50)
    #expect(counts.connections == 1)
  }

  @Test("Nobody listens: not under way, also after one that was") func nobody() throws {
    var receiver: Peer? = try Peer("webhook_receiver.py")
    let transport = try #require(try receiver?.webhook("200"))
    #expect(transport.post(try message(), at: Self.now) == .delivered)
    receiver = nil
    #expect(transport.post(try message(), at: Self.now).kindAndCode == "later no-connection")
  }

  @Test(
    "A private address is refused when connecting, whatever the name says",
    arguments: [
      "http://127.0.0.1:PORT/200", "http://localhost:PORT/200", "http://[::1]:PORT/200",
      "http://0.0.0.0:PORT/200",
      "http://[::ffff:127.0.0.1]:PORT/200", "http://2130706433:PORT/200", "http://0x7f.1:PORT/200",
      "http://10.0.0.1/",
      "http://169.254.169.254/latest", "http://[fe80::1]/", "http://[fd00::1]/",
      "http://[64:ff9b::7f00:1]/",
    ])
  func forbidden(_ url: String) throws {
    let receiver = try Peer("webhook_receiver.py")
    let transport = try WebhookTransport(
      WebhookEndpoint(
        try address(url.replacingOccurrences(of: "PORT", with: "\(receiver.port)")), format: .json,
        allowedNetworks: [try #require(NetworkRange("192.168.7.0/24"))]))
    let outcome = transport.post(try message(), at: Self.now)
    #expect(outcome.kindAndCode == "never address-forbidden")
    #expect(try receiver.counts().connections == 0)
  }

  @Test("An untrusted certificate") func untrusted() throws {
    let certificate = try Certificate.shared.get()
    let receiver = try Peer(
      "webhook_receiver.py", ["--cert", certificate.authority, "--key", certificate.key])
    let transport = try WebhookTransport(
      WebhookEndpoint(
        try address("https://127.0.0.1:\(receiver.port)/200"), format: .json,
        allowedNetworks: [try #require(NetworkRange("127.0.0.0/8"))]))
    #expect(
      transport.post(try message(), at: Self.now).kindAndCode == "later certificate-untrusted")
    #expect(try receiver.requests().isEmpty)
  }

  @Test("The path, which is often a secret, is in no words") func secretPath() throws {
    let transport = try WebhookTransport(
      WebhookEndpoint(try address("https://127.0.0.1:9/s3cret?token=s3cret"), format: .json))
    let words = try #require(transport.post(try message(), at: Self.now).problem?.words)
    #expect(!(words.vi + words.en).contains("s3cret"))
  }
}

@Suite("Webhook addresses and secrets")
struct WebhookConfigurationTests {
  @Test(
    "Addresses",
    arguments: [
      ("https://so.test/hook", true), ("https://so.test:8443/hook?token=1", true),
      ("http://so.test/", false), ("ftp://so.test/", false), ("file:///etc/passwd", false), ("so.test", false),
      ("https://user:pass@so.test/", false), ("https://so.test/#x", false), ("https://so.test/a b", false),
      ("https://so.test/\r\nHost: x", false), ("", false), ("https://", false), ("gopher://so.test/", false),
    ])
  func urls(_ url: String, isAddress: Bool) { #expect((WebAddress(url) != nil) == isAddress) }

  @Test(
    "Secrets",
    arguments: [
      ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true), ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false),
      ("whsec_", false),
      ("whsec_AAAA", false), ("whsec_!!!!", false),
      ("whsec_" + String(repeating: "AAAA", count: 21), true),
      ("whsec_" + String(repeating: "AAAA", count: 22), false),
      ("whsec_" + String(repeating: "A", count: 43), true),
    ])
  func secrets(_ text: String, isValid: Bool) { #expect((WebhookSecret(text) != nil) == isValid) }

  @Test(
    "Ids",
    arguments: [("msg_2-a", true), ("", false), ("a.b", false), ("a b", false), ("a@b", false)])
  func ids(_ id: String, isValid: Bool) {
    #expect((WebhookMessage(id: id, body: []) != nil) == isValid)
  }

  // Python's ipaddress says the same of each (is_global), but of translated and 6to4 addresses.
  @Test(
    "Public addresses",
    arguments: [
      ("8.8.8.8", true), ("113.160.0.1", true), ("9.255.255.255", true), ("11.0.0.0", true),
      ("172.15.255.255", true),
      ("172.32.0.0", true), ("100.63.255.255", true), ("100.128.0.0", true),
      ("2001:4860:4860::8888", true),
      ("2606:4700::1111", true), ("64:ff9b::808:808", true), ("0.0.0.0", false),
      ("10.1.2.3", false),
      ("100.64.0.1", false), ("127.0.0.1", false), ("127.255.255.255", false),
      ("169.254.169.254", false),
      ("172.16.0.1", false), ("172.31.255.255", false), ("192.168.1.1", false),
      ("192.0.2.1", false),
      ("198.18.0.1", false), ("198.19.255.255", false), ("224.0.0.1", false), ("239.1.1.1", false),
      ("240.0.0.1", false), ("255.255.255.255", false), ("::", false), ("::1", false),
      ("::ffff:10.0.0.1", false),
      ("::ffff:8.8.8.8", true), ("::8.8.8.8", false), ("fc00::1", false), ("fdff::1", false),
      ("fe80::1", false),
      ("fec0::1", false), ("ff02::1", false), ("2001:db8::1", false), ("2001::1", false),
      ("2002:a00:1::", false),
      ("64:ff9b::a00:1", false), ("64:ff9b:1::1", false), ("100::1", false), ("3fff::1", false),
      ("4000::1", false),
    ])
  func publicAddresses(_ text: String, isPublic: Bool) throws {
    #expect(try #require(NetworkAddress(text)).isPublic == isPublic)
  }

  @Test(
    "Blocks",
    arguments: [
      ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
      ("10.0.0.0/8", "::ffff:10.0.0.1", true),
      ("192.168.7.128/25", "192.168.7.127", false), ("192.168.7.128/25", "192.168.7.255", true),
      ("10.1.1.1", "10.1.1.1", true), ("10.1.1.1", "10.1.1.2", false),
      ("fd00::/8", "fd12::1", true),
      ("fd00::/8", "fc00::1", false), ("::/0", "10.0.0.1", true), ("0.0.0.0/0", "fd00::1", false),
    ])
  func blocks(_ block: String, _ address: String, holds: Bool) throws {
    #expect(try #require(NetworkRange(block)).holds(try #require(NetworkAddress(address))) == holds)
  }

  @Test(
    "What is no block",
    arguments: [
      "", "10.0.0.0/33", "10.0.0.0/", "10.0.0.1/8", "10.0.0/8", "x/8", "fd00::/129", "a/b/c",
    ])
  func noBlocks(_ text: String) { #expect(NetworkRange(text) == nil) }
}
