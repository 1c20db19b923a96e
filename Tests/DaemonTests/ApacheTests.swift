import Foundation
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

  @Test("The daemon is told who signed in, once, and neither the password nor what a browser says of itself")
  func fields() throws {
    let folder = try ScratchFolder(in: "/tmp")
    let socket = try ListeningSocket.open(.path(folder.path + "/s"), isProxy: true)
    defer { close(socket.descriptor) }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket.descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let apache = try Apache("nhacviec.conf", socket: folder.path + "/s")
    /// The lines of what comes over the socket, in small letters.
    func passedOn(_ path: String, _ options: [String]) throws -> [String] {
      let asked = Thread { _ = try? apache.ask(path, options) }
      asked.start()
      let connection = accept(socket.descriptor, nil, nil)
      defer { close(connection) }
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = read(connection, &buffer, buffer.count)
      let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
      _ = write(connection, answer, answer.count)
      return String(decoding: buffer[..<max(0, count)], as: UTF8.self).lowercased().components(separatedBy: "\r\n")
    }
    for options in [
      Self.forged, Self.forged + Self.forged,
      ["--header", "x-remote-user: giamdoc", "--header", "X_Remote_User: giamdoc"],
    ] {
      let lines = try passedOn("/viec", Apache.lan + options)
      #expect(lines.first == "get /viec http/1.1")
      #expect(lines.filter { $0.hasPrefix("x-remote-user") } == ["x-remote-user: lan"], "\(lines)")
      #expect(!lines.contains { $0.hasPrefix("authorization") }, "\(lines)")
    }
    // What names the field as one of the connection takes it away, so that nobody is told.
    #expect(
      try !passedOn("/viec", Apache.lan + ["--header", "Connection: X-Remote-User"]).contains {
        $0.hasPrefix("x-remote")
      })
    for path in ["/feeds/x.ics", "/api/v1/units"] {
      let lines = try passedOn(path, Self.forged + ["--header", "Authorization: Bearer x"])
      #expect(!lines.contains { $0.hasPrefix("x-remote") }, "\(lines)")
      #expect(lines.contains("authorization: bearer x"))
    }
  }
}
