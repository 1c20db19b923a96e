import AnswerLinks
import Foundation
import Hashing
import StateFolder
import TestSupport
import Testing

@testable import Daemon

/// The examples of config/apache, as they are shipped, in a real Apache before the daemon.
@Suite(
  "Behind Apache", .serialized,
  .enabled(
    if: Apache.obstacle == nil || ProcessInfo.processInfo.environment["MACHINES"] != nil, "\(Apache.obstacle ?? "")"))
struct ApacheTests {
  init() throws { try #require(Apache.obstacle == nil, "\(Apache.obstacle ?? "")") }

  private static let forged = ["--header", "X-Remote-User: giamdoc"]

  @Test("Who signs in with a password sees the pages; nobody else does, whatever they say of themselves")
  func passwords() throws {
    let daemon = try ThreeSockets()
    let apache = try Apache("nhacviec.conf", socket: daemon.proxy)
    let page = try apache.ask("/viec", Apache.lan)
    #expect(page.status == 200 && page.body.contains("Việc A"), "\(page.text)\(apache.logs)")
    #expect(try apache.ask("/viec/kh/A@once", Apache.lan).status == 200)
    #expect(try apache.ask("/viec?text=b%C3%A1o%20c%C3%A1o", Apache.lan + Self.forged).status == 200)
    #expect(try apache.ask("/en/style.css", Apache.lan).status == 200)
    for options in [[], Self.forged, ["--user", "lan:x"], ["--header", "Authorization: Bearer x"] + Self.forged] {
      for path in ["/", "/viec", "/viec.csv", "/style.css", "/metrics"] {
        #expect(try apache.ask(path, options).status == 401, "\(path) \(options)")
      }
    }
    for path in ["/health", "/ready", "/metrics"] { #expect(try apache.ask(path, Apache.lan).status == 404, "\(path)") }
    #expect(try apache.ask("/viec", Apache.lan + ["--data", "x"]).status == 405)
  }

  @Test("Who signs in and has a role records by a form, once; a form of elsewhere records nothing")
  func recording() throws {
    let daemon = try ThreeSockets(configuration: "\n[roles.lan]\nfocal-point = true\n")
    let apache = try Apache("nhacviec.conf", socket: daemon.proxy)
    let form = "/ghi/tien-do/kh/A@once"
    let page = try apache.ask(form, Apache.lan)
    #expect(page.status == 200, "\(page.text)\(apache.logs)")
    let hidden = try ["token", "mark"].map { name in
      let found = try #require(page.body.firstMatch(of: try Regex("name=\"\(name)\" value=\"([0-9a-f]+)\"")))
      return "\(name)=\(found.output[1].substring ?? "")"
    }
    let sent = (hidden + ["words=40%25"]).flatMap { ["--data", $0] }
    for field in ["Sec-Fetch-Site: cross-site", "Origin: https://elsewhere.example", "Origin: null"] {
      #expect(try apache.ask(form, Apache.lan + sent + ["--header", field]).status == 403, "\(field)")
    }
    #expect(try apache.ask(form, sent + Self.forged).status == 401)
    for _ in 0..<2 {
      let answer = try apache.ask(form, Apache.lan + sent + ["--header", "Sec-Fetch-Site: same-origin"])
      #expect(answer.status == 303 && answer.value(of: "Location") == "/da-ghi/1", "\(answer.text)\(apache.logs)")
    }
    let receipt = try apache.ask("/da-ghi/1", Apache.lan)
    #expect(receipt.status == 200 && receipt.body.contains("40%") && receipt.body.contains("lan"), "\(receipt.text)")
    #expect(try apache.ask("/viec/kh/A@once", Apache.lan).body.components(separatedBy: "qua trang web").count == 2)
    // The bodies of forms stand in no log.
    #expect(!apache.logs.contains("40%"))
  }

  @Test(
    "A register of nearly two megabytes passes, is handed over and answered; larger ones are refused, and other forms")
  func registers() throws {
    let daemon = try ThreeSockets(configuration: "\n[roles.lan]\nfocal-point = true\n")
    try Folder.make(daemon.desk.state.requests(to: .editor))
    let apache = try Apache("nhacviec.conf", socket: daemon.proxy)
    let form = "/bang-theo-doi/kh"
    let page = try apache.ask(form, Apache.lan)
    let found = try #require(page.body.firstMatch(of: /name="token" value="([0-9a-f]+)"/), "\(page.text)\(apache.logs)")
    func send(_ bytes: Int, to path: String = form, _ more: [String] = []) throws -> ThreeSockets.Answer {
      try daemon.desk.write(String(repeating: "x", count: bytes), to: "bang.xlsx")
      return try apache.ask(
        path,
        Apache.lan + ["--header", "Sec-Fetch-Site: same-origin", "--form", "token=\(found.output.1)"]
          + ["--form", "bang=@\(daemon.desk.root)/bang.xlsx"] + more)
    }
    let sent = try send(2_000_000)
    let address = try #require(sent.value(of: "Location"), "\(sent.text)\(apache.logs)")
    #expect(sent.status == 303 && address.hasPrefix(form + "/"))
    #expect(try apache.ask(address, Apache.lan).body.contains("Đang đọc bảng"))
    #expect(try apache.ask(address).status == 401)
    _ = try daemon.command("proposals", "apply")
    let read = try apache.ask(address, Apache.lan)
    #expect(read.status == 200 && read.body.contains("Không đọc được bảng này"), "\(read.text)")
    for count in [3_000_000, 5_000_000] {
      // As browsers do, which ask nothing first.
      let refused = try send(count, ["--header", "Expect:"])
      #expect(refused.status == 413, "\(count): \(refused.text)")
    }
    #expect(try send(100_000, to: "/ghi/tien-do/kh/A@once", ["--header", "Expect:"]).status == 413)
  }

  @Test("Only a program's token opens the API without a password, and tricks with paths and fields open nothing")
  func programs() throws {
    let daemon = try ThreeSockets()
    let apache = try Apache("nhacviec.conf", socket: daemon.proxy)
    let said = try daemon.command("tokens", "make", "bao-cao", "--until", "31/12/2099")
    let token = try #require(said.firstMatch(of: /[0-9a-f]{40}/)).output
    let bearer = ["--header", "Authorization: Bearer \(token)"]
    #expect(try apache.ask("/api/v1/units", bearer).status == 200)
    #expect(try apache.ask("/en/api/v1/units", bearer).status == 200)
    #expect(try apache.ask("/api/v1/units", Apache.lan).status == 200)
    #expect(try apache.ask("/api/v1/units", Self.forged).status == 401)
    #expect(try apache.ask("/api/v1/units", ["--header", "Authorization: Bearer x"] + Self.forged).status == 403)
    #expect(try apache.ask("/api/v1/units", bearer + ["--header", "Connection: Authorization"]).status == 403)
    // What Apache lets through without a password is no way to other pages.
    for path in [
      "/feeds/../viec", "/feeds/%2e%2e/viec", "/feeds/..%2fviec", "/feeds/%2e%2e%2fviec", "/feeds//../viec",
      "/feeds/..;/viec", "/feeds/.%00./viec", "/feeds/%252e%252e/viec", "/en/feeds/../viec",
      "/feeds/x%0d%0aX-Remote-User:%20lan",
      "/tra-loi/../viec", "/tra-loi/x/%2e%2e/%2e%2e/viec", "/tra-loi/..%2fviec", "/en/tra-loi//../../viec",
      "/api/../viec", "/api/%2e%2e/viec", "/api/v1/..%2f..%2fviec", "/feeds\\..\\viec", "/feeds/%5c..%5cviec",
    ] {
      let answer = try apache.ask(path, ["--header", "Authorization: Bearer x"] + Self.forged)
      #expect(
        [400, 401, 403, 404].contains(answer.status) && !answer.body.contains("Việc A"), "\(path): \(answer.text)")
    }
  }

  @Test("A calendar's address needs no password, is sent once, and stands in no log, also when the daemon is down")
  func feeds() throws {
    let daemon = try ThreeSockets()
    let apache = try Apache("nhacviec.conf", socket: daemon.proxy)
    let said = try daemon.command("feeds", "make", "--all")
    let token = String(try #require(said.firstMatch(of: /[0-9a-f]{40}/)).output)
    let calendar = try apache.ask("/feeds/\(token).ics")
    #expect(calendar.status == 200 && calendar.body.contains("Việc A"), "\(calendar.text)")
    let tag = try #require(calendar.value(of: "ETag"))
    #expect(try apache.ask("/feeds/\(token).ics", ["--header", "If-None-Match: \(tag)"]).status == 304)
    #expect(try apache.ask("/feeds/\(token).ics", ["--head"]).status == 200)
    #expect(try apache.ask("/%66eeds//\(token).ics").status < 500)
    #expect(try apache.ask("/feeds/\(String(repeating: "0", count: 40)).ics").status == 404)
    daemon.desk.signal(SIGTERM)
    _ = daemon.desk.ended(within: 20)
    #expect(try apache.ask("/feeds/\(token).ics").status == 503)
    #expect(try apache.ask("/viec", Apache.lan).status == 503)
    #expect(apache.logs.contains("GET /feeds/...") && apache.logs.contains("lan"), "\(apache.logs)")
    #expect(!apache.logs.contains(token) && !daemon.desk.said.contains { $0.contains(token) }, "\(apache.logs)")
  }

  @Test("A letter's link asks for no password, records once, opens nothing else, and stands in no log") func links()
    throws
  {
    let daemon = try ThreeSockets(configuration: "\n[web]\naddress = \"https://localhost\"\n")
    let apache = try Apache("nhacviec.conf", socket: daemon.proxy)
    let key = try #require(Ed25519.PrivateKey([UInt8](0..<32)))
    try WholeFile.replace(daemon.desk.state.linkKey, with: Base64.text(try #require(key.publicKey).bytes))
    let link = AnswerLink(
      duty: "kh/A@once", unit: "vp-kh", mailbox: try #require(MailboxMark(of: "vp@so.example")),
      end: Int64(time(nil)) + AnswerLink.lifetime)
    let token = try #require(link.token(signedBy: key))
    let address = "/tra-loi/kh/A%40once?k=\(token)&viec=tien-do"
    let page = try apache.ask(address)
    #expect(page.status == 200 && page.body.contains("Việc A"), "\(page.text)\(apache.logs)")
    #expect(page.value(of: "Referrer-Policy") == "no-referrer" && page.value(of: "Cache-Control") == "no-store")
    let hidden = try ["token", "mark"].map { name in
      let found = try #require(page.body.firstMatch(of: try Regex("name=\"\(name)\" value=\"([0-9a-f]+)\"")))
      return "\(name)=\(found.output[1].substring ?? "")"
    }
    let sent = (hidden + ["words=40%25"]).flatMap { ["--data", $0] }
    let places = try (0..<2).map { _ in
      let answer = try apache.ask(address, sent + ["--header", "Sec-Fetch-Site: same-origin"])
      #expect(answer.status == 303, "\(answer.text)\(apache.logs)")
      return try #require(answer.value(of: "Location"))
    }
    #expect(places[0] == places[1])
    let receipt = try apache.ask(places[0])
    #expect(
      receipt.status == 200 && receipt.body.contains("<dd>Văn phòng</dd>") && receipt.body.contains("40%"),
      "\(receipt.text)")
    // Without its token it says nothing, and nothing else opens by it.
    let plain = try apache.ask("/tra-loi/kh/A%40once")
    #expect(plain.status == 200 && !plain.body.contains("Việc A") && plain.body.contains("/viec/kh/A@once"))
    for path in ["/viec/kh/A@once", "/ghi/tien-do/kh/A@once", "/da-ghi/1"] {
      #expect(try apache.ask("\(path)?k=x").status == 401, "\(path)")
      #expect(try daemon.ask(.proxy, "\(path)?k=\(token)", ["Host: localhost"]).status == 403, "\(path)")
    }
    daemon.desk.signal(SIGTERM)
    _ = daemon.desk.ended(within: 20)
    #expect(try apache.ask(address).status == 503)
    #expect(apache.logs.contains("GET /tra-loi/...") && !apache.logs.contains(token), "\(apache.logs)")
    #expect(!daemon.desk.said.contains { $0.contains(token) })
  }

  @Test("The daemon is told who signed in, once, and neither the password nor what a browser says of itself")
  func fields() throws {
    let folder = try ScratchFolder(in: "/tmp")
    let recorder = try Recorder(folder.path + "/s")
    let apache = try Apache("nhacviec.conf", socket: recorder.path)
    for options in [
      Self.forged, Self.forged + Self.forged,
      ["--header", "x-remote-user: giamdoc", "--header", "X_Remote_User: giamdoc"],
    ] {
      let lines = recorder.passedOn { _ = try? apache.ask("/viec", Apache.lan + options) }
      #expect(lines.first == "get /viec http/1.1")
      #expect(lines.filter { $0.hasPrefix("x-remote-user") } == ["x-remote-user: lan"], "\(lines)")
      #expect(!lines.contains { $0.hasPrefix("authorization") }, "\(lines)")
    }
    // What names the field as one of the connection takes it away, so that nobody is told.
    let named = recorder.passedOn {
      _ = try? apache.ask("/viec", Apache.lan + ["--header", "Connection: X-Remote-User"])
    }
    #expect(named.first == "get /viec http/1.1" && !named.contains { $0.hasPrefix("x-remote") }, "\(named)")
    for path in ["/feeds/x.ics", "/api/v1/units"] {
      let lines = recorder.passedOn {
        _ = try? apache.ask(path, Self.forged + ["--header", "Authorization: Bearer x"])
      }
      #expect(!lines.contains { $0.hasPrefix("x-remote") }, "\(lines)")
      #expect(lines.contains("authorization: bearer x"))
    }
    // An answer that breaks off is complained of, but for a secret address.
    for path in ["/feeds/secret.ics", "/broken"] {
      _ = recorder.passedOn(isAnswered: false) { _ = try? apache.ask(path, Apache.lan) }
    }
    #expect(eventually { apache.logs.contains("returned by /broken") }, "\(apache.logs)")
    #expect(!apache.logs.contains("secret.ics"), "\(apache.logs)")
  }

  @Test("Who signs in at an OpenID provider sees the pages, and the daemon is told their name")
  func openID() throws {
    let daemon = try ThreeSockets()
    let provider = freePort()
    let apache = try Apache(
      "nhacviec-openid.conf", socket: daemon.proxy, port: freePort(),
      definitions: [
        "NAME": "localhost:PORT", "CLIENT": "nhacviec", "SECRETS": "ROOT/secrets",
        "PROVIDER": "https://localhost:\(provider)/api/oidc/.well-known/openid-configuration",
      ], modules: ["auth_openidc"], more: ["OIDCCABundlePath ROOT/certificate.pem"])
    let program = try daemon.command("tokens", "make", "bao-cao", "--until", "31/12/2099")
    let feed = try daemon.command("feeds", "make", "--all")
    let token = String(try #require(program.firstMatch(of: /[0-9a-f]{40}/)).output)
    let address = String(try #require(feed.firstMatch(of: /[0-9a-f]{40}/)).output)
    let said = try PythonOracle.run(
      "Tests/apache/sign_in.py",
      [apache.folder.path, String(apache.port), String(provider), token, "/feeds/\(address).ics"], isOwn: false)
    let lines = said.split(separator: "\n").map(String.init)
    #expect(
      lines.dropLast() == [
        "stranger: 302", "stranger, API: 401", "wrong token: 403", "token: 200", "token, page: 302", "feed: 200",
        "password: 401", "not signed in: 302 True", "password: 200", "thief: False", "back: 302 /viec",
        "page: 200 True",
        "API: 200", "machine: 404", "another session: 302",
      ], "\(said)\(apache.logs)")
    let plain = try apache.ask("/tra-loi/kh/A%40once?k=secret")
    #expect(plain.status == 403 && plain.body.contains("/viec/kh/A@once"), "\(plain.text)")
    for secret in [address, "code=", "k=secret"] { #expect(!apache.logs.contains(secret), "\(apache.logs)") }
    // The same session with something else in the daemon's place.
    daemon.desk.signal(SIGTERM)
    _ = daemon.desk.ended(within: 20)
    let recorder = try Recorder(daemon.proxy)
    let cookie = ["--cookie", "mod_auth_openidc_session=\(lines.last ?? "")", "--header", "OIDC_CLAIM_sub: giamdoc"]
    let fields = recorder.passedOn { _ = try? apache.ask("/viec", cookie + Self.forged) }
    #expect(fields.filter { $0.hasPrefix("x-remote-user") } == ["x-remote-user: lan"], "\(fields)\(apache.logs)")
    #expect(!fields.contains { $0.hasPrefix("cookie") || $0.hasPrefix("oidc") || $0.hasPrefix("authorization") })
  }
}

/// In the place of the daemon: answers nothing but 200, if anything, and tells what it was asked.
private final class Recorder {
  let path: String
  private let socket: ListeningSocket

  /// The web server's user may ask it too.
  init(_ path: String) throws {
    self.path = path
    socket = try ListeningSocket.open(.path(path), isProxy: true)
    chmod(path, 0o666)
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket.descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket.descriptor) }

  /// The lines of what comes over the socket while somebody asks, in small letters.
  func passedOn(isAnswered: Bool = true, _ ask: @escaping @Sendable () -> Void) -> [String] {
    Thread(block: ask).start()
    let connection = accept(socket.descriptor, nil, nil)
    guard connection >= 0 else { return [] }
    defer { close(connection) }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(connection, &buffer, buffer.count)
    let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
    if isAnswered { _ = write(connection, answer, answer.count) }
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self).lowercased().components(separatedBy: "\r\n")
  }
}
