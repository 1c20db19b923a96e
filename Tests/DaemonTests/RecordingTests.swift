import Foundation
import HTTPMessages
import ServiceStatus
import StateFolder
import TestSupport
import Testing

@Suite("Recording over the web server's socket, by the daemon itself", .serialized)
struct RecordingTests {
  private static let roles =
    "[limits]\nsynchronised-clock = false\n[daemon]\nquiet-seconds = 1\n[roles.lan]\nfocal-point = true\n"

  /// A daemon in the foreground, with the socket of a web server.
  private func start(_ desk: DaemonDesk) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try DaemonDesk.program("nhacviecd"))
    process.arguments = [
      "--foreground", "--state", desk.state.path, "--rules", desk.rules, "--config", desk.root + "/nhacviec.toml",
      "--proxy", desk.root + "/proxy.sock",
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": desk.root, "NHACVIEC_SHARE": desk.root + "/share"]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // What one that was killed left behind.
    unlink(desk.root + "/proxy.sock")
    try process.run()
    #expect(eventually(within: 60) { Self.isHeard(desk.root + "/proxy.sock") })
    return process
  }

  /// Whether somebody listens on a socket file.
  private static func isHeard(_ path: String) -> Bool {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    guard let address = UnixAddress(path) else { return false }
    return address.with { connect(descriptor, $0, $1) } == 0
  }

  private func request(_ target: String, method: String = "GET", body: String = "") -> String {
    [
      "\(method) \(target) HTTP/1.1", "Host: localhost", "X-Remote-User: lan", "Sec-Fetch-Site: same-origin",
      "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)", "Connection: close", "",
      body,
    ].joined(separator: "\r\n")
  }

  private func ask(_ root: String, _ target: String, method: String = "GET", body: String = "") throws -> String {
    try Client(root + "/proxy.sock").answers(to: request(target, method: method, body: body))
  }

  private func hidden(_ name: String, _ page: String) throws -> String {
    let start = try #require(page.range(of: #"name="\#(name)" value=""#), "\(page.prefix(3000))")
    return String(page[start.upperBound...].prefix { $0 != "\"" })
  }

  @Test("A form that is sent while the daemon is killed is recorded once, however often it is sent again")
  func killed() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    try desk.write(Self.roles, to: "nhacviec.toml")
    let root = desk.root
    var daemon = try start(desk)
    defer { if daemon.isRunning { daemon.terminate() } }
    #expect(eventually(within: 60) { desk.state.readRoundMark()?.revision == 1 })
    #expect(eventually(within: 60) { (try? ask(root, "/api/v1/obligations").hasPrefix("HTTP/1.1 200")) ?? false })
    let list = try ask(root, "/api/v1/obligations")
    let id = try #require(list.firstMatch(of: /"id":\s*"([^"]+)"/)).output.1
    let form = "/ghi/tien-do/\(id)"
    #expect(eventually(within: 60) { (try? ask(root, form).hasPrefix("HTTP/1.1 200")) ?? false })
    let page = try ask(root, form)
    let mark = try hidden("mark", page)
    func body(_ page: String) throws -> String { "token=\(try hidden("token", page))&mark=\(mark)&words=40%25" }
    let first = try body(page)
    // Killed at some instant of the way, each time somewhat later.
    for delay in [0, 20, 60, 150, 400] {
      let sender = try Client(root + "/proxy.sock")
      sender.push(Array(request(form, method: "POST", body: try body(try ask(root, form))).utf8))
      usleep(UInt32(delay) * 1000)
      kill(daemon.processIdentifier, SIGKILL)
      daemon.waitUntilExit()
      daemon = try start(desk)
      #expect(eventually(within: 60) { (try? ask(root, form).hasPrefix("HTTP/1.1 200")) ?? false })
    }
    // The token is another process's: the page comes again with what was typed, and its mark is the first one's.
    let again = try ask(root, form, method: "POST", body: first)
    #expect(again.hasPrefix("HTTP/1.1 403") && again.contains("40%"))
    #expect(try hidden("mark", again) == mark)
    let sent = try ask(root, form, method: "POST", body: try body(again))
    #expect(sent.hasPrefix("HTTP/1.1 303") && sent.contains("Location: /da-ghi/1\r\n"), "\(sent.prefix(300))")
    #expect(try ask(root, "/da-ghi/1").contains("40%"))
    let facts = try run(
      "nhacviec", ["facts", "--details", "--state", desk.state.path],
      environment: ["NHACVIEC_SHARE": desk.root + "/share"])
    #expect(facts.output.components(separatedBy: "qua trang web").count == 2, "\(facts)")
  }
}
