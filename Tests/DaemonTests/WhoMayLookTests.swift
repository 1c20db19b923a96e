import Foundation
import StateFolder
import Testing

@Suite("Who may look, over the daemon's sockets", .serialized)
struct WhoMayLookTests {
  private static let here = "Host: 127.0.0.1:8025"
  private static let lan = "X-Remote-User: lan"

  @Test("The group's socket file answers all; of the other two each has its own word for who asks")
  func sockets() throws {
    let daemon = try ThreeSockets()
    // On 127.0.0.1 who asks counts for nothing, and a web server that passes requests on gets nothing.
    #expect(try daemon.ask(.group, "/viec", ["Host: x", "X-Forwarded-For: 10.0.0.1"]).status == 200)
    #expect(try daemon.ask(.loopback, "/viec", [Self.here, Self.lan]).status == 200)
    for field in ["Via: 1.1 web", "X-Forwarded-For: 10.0.0.1", "X-Forwarded-Port: 443", "FORWARDED: for=10.0.0.1"] {
      #expect(try daemon.ask(.loopback, "/viec", [Self.here, Self.lan, field]).status == 403, "\(field)")
    }
    for host in ["evil.example", "127.0.0.1.evil.example", "localhost:80@evil.example", "[::1]x", "127.0.0.1:8025:1"] {
      #expect(try daemon.ask(.loopback, "/viec", ["Host: " + host, Self.lan]).status == 403, "\(host)")
    }
    #expect(try daemon.ask(.loopback, "/viec", [Self.lan]).status == 403)
    #expect(try daemon.ask(.loopback, "/viec", [Self.here, "Host: evil.example"]).status == 403)
    // Over the web server's socket nobody is anonymous, and nobody is two.
    let host = "Host: nhacviec.so.example"
    for name in ["lan", "lê.lan@so.example", "SO\\lan"] {
      #expect(try daemon.ask(.proxy, "/viec", [host, "X-Remote-User: " + name]).status == 200, "\(name)")
    }
    for name in ["lan,giamdoc", "CN=Lê Lan,O=Sở", "la\tn", String(repeating: "a", count: 300)] {
      #expect(try daemon.ask(.proxy, "/viec", [host, "X-Remote-User: " + name]).status == 400, "\(name)")
    }
    for fields in [
      [], ["X-Remote-User:"], ["X-Remote-User:   "], ["X-Remote-User: (null)"], [Self.lan, "x-remote-user: giamdoc"],
      ["X-Remote_User: lan"],
      ["Remote-User: lan"], ["X-Remote-User : lan"], ["Authorization: Basic bGFuOmxhbg=="],
    ] {
      let status = try daemon.ask(.proxy, "/viec", [host] + fields).status
      #expect(status == 403 || status == 400, "\(fields): \(status)")
    }
    #expect(try daemon.ask(.proxy, "/style.css", [host]).status == 200)
  }

  @Test("What tells of the machine is told on this machine alone, under the same rule as the pages")
  func machine() throws {
    let daemon = try ThreeSockets()
    for path in ["/health", "/metrics"] {
      // As curl asks, a monitor by name, Prometheus by number.
      for host in ["localhost", "127.0.0.1:8025", "[::1]:8025"] {
        #expect(try daemon.ask(.loopback, path, ["Host: " + host]).status == 200, "\(path) \(host)")
      }
      #expect(try daemon.ask(.group, path, ["Host: x"]).status == 200)
      #expect(try daemon.ask(.loopback, path, ["Host: evil.example"]).status == 403)
      #expect(try daemon.ask(.loopback, path, [Self.here, "X-Forwarded-For: 10.0.0.1"]).status == 403)
      #expect(try daemon.ask(.proxy, path, ["Host: localhost"]).status == 403)
      #expect(try daemon.ask(.proxy, path, ["Host: localhost", Self.lan]).status == 404)
    }
    #expect(try daemon.ask(.loopback, "/ready", ["Host: evil.example"]).status == 403)
    #expect(try daemon.ask(.proxy, "/ready", ["Host: localhost", Self.lan]).status == 404)
  }

  @Test("A program's token opens the API over the web server's socket, and nothing else; revoked it opens nothing")
  func tokens() throws {
    let daemon = try ThreeSockets()
    let said = try daemon.command("tokens", "make", "bao-cao", "--until", "31/12/2099")
    let token = try #require(said.firstMatch(of: /[0-9a-f]{40}/)).output
    let bearer = "Authorization: Bearer \(token)"
    func status(_ path: String, _ fields: [String]) throws -> Int {
      try daemon.ask(.proxy, path, ["Host: x"] + fields).status
    }
    #expect(try status("/api/v1/units", [bearer]) == 200)
    #expect(try status("/api/v1/units", ["authorization: bearer \(token)"]) == 200)
    #expect(try status("/viec", [bearer]) == 403)
    #expect(try status("/api/v1/units", []) == 403)
    #expect(try status("/api/v1/units", [bearer, bearer]) == 403)
    #expect(try status("/api/v1/units", ["Authorization: Bearer \(token.dropLast())0"]) == 403)
    _ = try daemon.command("tokens", "revoke", "1")
    #expect(try status("/api/v1/units", [bearer]) == 403)
  }

  @Test("A calendar's address is read by whoever has it, sent once, and noted in no log")
  func feeds() throws {
    let daemon = try ThreeSockets(configuration: "[web]\naddress = \"https://nhacviec.so.example/\"\n")
    let said = try daemon.command("feeds", "make", "--all")
    let address = try #require(said.firstMatch(of: /https:\/\/nhacviec\.so\.example(\/feeds\/([0-9a-f]{40})\.ics)/))
    let (path, token) = (String(address.output.1), String(address.output.2))
    let calendar = try daemon.ask(.loopback, path, [Self.here])
    #expect(calendar.status == 200 && calendar.body.contains("SUMMARY;LANGUAGE=vi:Việc A"), "\(calendar.text)")
    let tag = try #require(calendar.value(of: "ETag"))
    let again = try daemon.ask(.proxy, path, ["Host: nhacviec.so.example", "If-None-Match: " + tag])
    #expect(again.status == 304 && again.body == "")
    // The address that an office's web server has stands in the calendar; the one that was asked does not.
    #expect(calendar.body.contains("https://nhacviec.so.example/viec/") && !calendar.body.contains("8025"))
    let others = try [
      "/feeds/" + String(repeating: "0", count: 40) + ".ics", "/feeds/\(token.dropLast()).ics", "/feeds/x.ics",
      "/feeds/\(token)", "/feeds/\(token).ics/x", "/feeds/\(token.uppercased()).ics", "/feeds/", "/feeds",
      "/feeds/%25.ics", "/feeds/'%20OR%201=1.ics", "/feeds/\(token)0.ics",
    ].map { ($0, try daemon.ask(.proxy, $0, ["Host: x"])) }
    _ = try daemon.command("feeds", "revoke", "1")
    let revoked = try daemon.ask(.proxy, path, ["Host: x"])
    func unmarked(_ answer: ThreeSockets.Answer) -> String { answer.text.replacing(/Date: [^\r]*/, with: "") }
    for (path, answer) in others {
      #expect(answer.status == 404 && unmarked(answer) == unmarked(revoked), "\(path): \(answer.text)")
    }
    // Neither what the daemon said nor what it keeps has the secret.
    for place in [daemon.desk.root + "/log", daemon.desk.state.path] {
      #expect(try !Self.holds(place, token), "\(place)")
    }
  }

  /// Whether a file there holds the bytes of a text.
  private static func holds(_ place: String, _ text: String) throws -> Bool {
    let below = FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String } ?? []
    return try below.isEmpty
      ? Data(contentsOf: URL(fileURLWithPath: place)).range(of: Data(text.utf8)) != nil
      : below.map { "\(place)/\($0)" }.contains {
        FileManager.default.contents(atPath: $0)?.range(of: Data(text.utf8)) != nil
      }
  }
}
