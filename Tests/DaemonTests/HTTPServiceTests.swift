import Foundation
import NIOCore
import ServiceStatus
import StateFolder
import Testing

@testable import Daemon

/// A service in this process, on a socket of its own.
private final class Server {
  let path = "/tmp/nv-" + UUID().uuidString.prefix(8) + ".sock"
  let service: HTTPService

  init(_ patience: HTTPService.Patience = .init(), body: String = "ok\n") throws {
    service = HTTPService(patience: patience, quick: { _ in .text(body) }, slow: { _ in .text(body) })
    try service.start([try ListeningSocket.open(.path(path))])
  }

  deinit {
    service.stop()
    unlink(path)
  }
}

@Suite("What a connection can take", .serialized)
struct HTTPServiceTests {
  private static func requests(_ count: Int, _ target: String = "/") -> [UInt8] {
    Array(String(repeating: "GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n", count: count).utf8)
  }

  @Test(
    "A hundred thousand requests of four clients that fetch no answer take no memory; others are answered meanwhile")
  func memory() throws {
    let desk = try DaemonDesk()
    try desk.start()
    _ = try desk.get("/metrics")
    let before = try #require(desk.resident)
    let many = Self.requests(100_000, "/metrics")
    let clients = try (1...4).map { _ in try Client(desk.state.socket) }
    for client in clients { #expect(client.push(many) < many.count) }
    #expect(try desk.get("/health").hasPrefix("HTTP/1.1 200 OK\r\n"))
    let after = try #require(desk.resident)
    #expect(after - before < 20_000, "kB: \(before), then \(after)")
    // Who fetches them gets answers, as many as a connection may have.
    let answers = try #require(clients[0].rest()).components(separatedBy: "HTTP/1.1 200 OK\r\n").count - 1
    #expect(answers == 1000)
  }

  @Test("Requests one behind the other are answered in order, the last with a farewell")
  func pipelined() throws {
    let server = try Server()
    let client = try Client(server.path)
    client.push(Self.requests(3) + Array("HEAD / HTTP/1.1\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n".utf8))
    let answers = try #require(client.rest())
    #expect(answers.components(separatedBy: "HTTP/1.1 200 OK\r\n").count == 5)
    #expect(answers.components(separatedBy: "ok\n").count == 4)
    #expect(answers.hasSuffix("close\r\n\r\n"))
  }

  @Test("A client that does nothing, or fetches nothing, is let go after the idle time; one that dribbles at the end")
  func patience() throws {
    let server = try Server(
      .init(idle: .milliseconds(300), whole: .seconds(2)), body: String(repeating: "x", count: 1 << 20))
    #expect(try Client(server.path).rest() == "")
    let greedy = try Client(server.path)
    greedy.push(Self.requests(100))
    // It fetches nothing: the service is who ends it.
    #expect(eventually { greedy.push(Self.requests(1)) == 0 && greedy.isGone })
    let slow = try Client(server.path)
    #expect(
      eventually {
        usleep(50_000)
        return slow.push([UInt8(ascii: "G")]) == 0
      })
  }

  @Test("Whoever drips a request without end is ended as one who says nothing") func dripping() throws {
    let server = try Server(.init(idle: .milliseconds(300), whole: .minutes(10)))
    let slow = try Client(server.path)
    slow.push(Array("GET / HTTP/1.1\r\nX: ".utf8))
    #expect(
      eventually {
        usleep(50_000)
        return slow.push([UInt8(ascii: "x")]) == 0
      })
    // One that finishes its requests in time goes on.
    let steady = try Client(server.path)
    for _ in 1...5 {
      #expect(steady.push(Self.requests(1)) > 0)
      usleep(100_000)
    }
  }

  @Test(
    "Whoever waits for an answer gets it, after the idle time and after the last of the connection, and is then let go")
  func waiting() throws {
    let path = "/tmp/nv-" + UUID().uuidString.prefix(8) + ".sock"
    let service = HTTPService(
      patience: .init(idle: .milliseconds(200), whole: .milliseconds(500)), quick: { _ in nil },
      slow: { _ in
        // Longer than both of them.
        usleep(1_000_000)
        return .text("ok\n")
      })
    try service.start([try ListeningSocket.open(.path(path))])
    defer {
      service.stop()
      unlink(path)
    }
    let client = try Client(path)
    client.push(Self.requests(1))
    let answer = try #require(client.rest())
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.contains("Connection: close") && answer.hasSuffix("ok\n"))
  }

  @Test("Who reads is answered while what others sent is being recorded") func recording() throws {
    let path = "/tmp/nv-" + UUID().uuidString.prefix(8) + ".sock"
    let turn = DispatchSemaphore(value: 0)
    let service = HTTPService(
      patience: .init(), quick: { _ in nil },
      slow: { request in
        if request.method == "POST" { turn.wait() }
        return .text("ok\n")
      })
    try service.start([try ListeningSocket.open(.path(path))])
    defer {
      service.stop()
      unlink(path)
    }
    let senders = try (1...4).map { _ in try Client(path) }
    for sender in senders { sender.push(Array("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx".utf8)) }
    for _ in 1...3 {
      let reader = try Client(path)
      reader.push(Array("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8))
      #expect(reader.rest()?.hasPrefix("HTTP/1.1 200") == true)
    }
    #expect(senders[0].heard(within: 1).text.isEmpty)
    for _ in senders { turn.signal() }
    for sender in senders { #expect(eventually { sender.heard(within: 1).text.hasSuffix("ok\n") }) }
  }

  @Test(
    "A large body is read where it may be large, of four at a time; where it is larger, or others' is, it is refused")
  func largeBodies() throws {
    let path = "/tmp/nv-" + UUID().uuidString.prefix(8) + ".sock"
    let service = HTTPService(
      patience: .init(), quick: { _ in nil }, slow: { .text("\($0.body.count)\n") },
      mostBytes: { $0.path == ["large"] && $0.body.isEmpty ? 1 << 20 : nil })
    try service.start([try ListeningSocket.open(.path(path))])
    defer {
      service.stop()
      unlink(path)
    }
    func head(_ target: String, _ count: Int) -> [UInt8] {
      Array("POST \(target) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: \(count)\r\n\r\n".utf8)
    }
    func answer(_ target: String, _ count: Int) throws -> String {
      let client = try Client(path)
      client.push(head(target, count) + [UInt8](repeating: 0x78, count: count))
      return client.heard(within: 10).text
    }
    #expect(try answer("/large", 1 << 20).hasSuffix("\r\n\r\n1048576\n"))
    #expect(try answer("/other", 65_536).hasSuffix("\r\n\r\n65536\n"))
    let polite = try Client(path)
    polite.push(
      Array(
        "POST /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n".utf8
      ))
    #expect(polite.heard(within: 2).text == "HTTP/1.1 100 Continue\r\n\r\n")
    polite.push([0x78])
    #expect(polite.heard(within: 10).text.hasSuffix("\r\n\r\n1\n"))
    for (target, count) in [("/large", (1 << 20) + 1), ("/other", 65_537), ("/large", 10_000_000)] {
      let text = try answer(target, count)
      #expect(text.hasPrefix("HTTP/1.1 413"), "\(text)")
    }
    let slow = try (1...4).map { _ in try Client(path) }
    for client in slow { client.push(head("/large", 200_000) + [UInt8](repeating: 0x78, count: 100_000)) }
    #expect(
      try eventually {
        let text = try answer("/large", 70_000)
        return text.hasPrefix("HTTP/1.1 503") && text.contains("Retry-After")
      })
    #expect(try answer("/large", 60_000).hasSuffix("60000\n"))
    // Who goes leaves room, as does who is answered.
    for client in slow.dropFirst(2) { client.push([UInt8](repeating: 0x78, count: 100_000)) }
    for client in slow.dropFirst(2) { #expect(client.heard(within: 10).text.hasSuffix("200000\n")) }
    #expect(try eventually { try answer("/large", 70_000).hasSuffix("70000\n") })
    withExtendedLifetime(slow) {}
  }

  @Test("A socket whose connections are all taken leaves the other one open") func sockets() throws {
    let server = try Server()
    let path = server.path + "-2"
    try server.service.start([try ListeningSocket.open(.path(path))])
    defer { unlink(path) }
    let others = try (1...256).map { _ in try Client(server.path) }
    #expect(try eventually { try Client(server.path).rest(within: 1) == "" })
    let client = try Client(path)
    client.push(Array("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8))
    #expect(client.rest()?.hasPrefix("HTTP/1.1 200") == true)
    withExtendedLifetime(others) {}
  }

  @Test("While others hold all connections the service still answers itself, so that the watchdog is fed")
  func full() throws {
    let server = try Server()
    let others = try (1...256).map { _ in try Client(server.path) }
    for client in others { client.push(Self.requests(1)) }
    #expect(try eventually { try Client(server.path).rest(within: 1) == "" })
    #expect(server.service.isAnswering(within: 20))
    withExtendedLifetime(others) {}
  }
}
