import Foundation
import Messages
import ServiceStatus
import StateFolder
import Testing

@Suite("nhacviec status", .serialized)
struct StatusTests {
  func status(_ desk: DaemonDesk, _ arguments: String...) throws -> (code: Int32, output: String, errors: String) {
    try run(
      "nhacviec",
      [
        "status", "--state", desk.state.path, "--rules", desk.rules, "--config", desk.root + "/nhacviec.toml", "--lang",
        "en",
      ]
        + arguments,
      environment: ["NHACVIEC_SHARE": desk.root + "/share"])
  }

  func live() throws -> DaemonDesk {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    try desk.promote()
    try desk.mark { $0.next = 1_893_456_000 }
    return desk
  }

  @Test("All is well: 0, what is next in the first line, and the daemon runs")
  func well() throws {
    let desk = try live()
    try desk.start()
    let (code, output, errors) = try status(desk)
    #expect(code == 0, "\(output)\(errors)")
    #expect(output.hasPrefix("OK: next round 2030-01-01 07:00\n"))
    #expect(output.contains("rules        revision 1 ("))
    #expect(output.contains("rule folder  as in force\n"))
    #expect(output.contains("daemon       running\n"))
  }

  @Test("The daemon is down, the folder has errors, deliveries were given up: 1, each said")
  func warning() throws {
    let desk = try live()
    try desk.mark { $0.dead = 2 }
    try desk.write("nhiệm vụ B: Không hạn\n", to: "rules/b.rules")
    let (code, output, _) = try status(desk)
    #expect(code == 1)
    #expect(output.hasPrefix("WARNING: the rule folder has "))
    #expect(output.contains("b.rules:1: "))
    #expect(output.contains("  WARNING: 2 deliveries were given up (nhacviec deliveries)\n"))
    #expect(output.contains("  WARNING: nhacviecd is not running; rounds come from nhacviec-remind.timer alone\n"))
  }

  @Test("A round that failed, was held, or is too old: 2")
  func critical() throws {
    let desk = try live()
    try desk.mark { $0.failure = "mail server: no answer" }
    #expect(try status(desk).code == 2)
    #expect(try status(desk).output.hasPrefix("CRITICAL: the last round failed: mail server: no answer\n"))
    try desk.mark { $0.held = "300 units" }
    #expect(try status(desk).code == 2)
    #expect(try status(desk).output.contains("the round is held, nothing is sent (nhacviec round accept): 300 units"))
    try desk.mark()
    var times = [timespec(tv_sec: time(nil) - 3660, tv_nsec: 0), timespec(tv_sec: time(nil) - 3660, tv_nsec: 0)]
    utimensat(AT_FDCWD, desk.state.roundMark, &times, 0)
    #expect(try status(desk).output.hasPrefix("CRITICAL: the last round was 61 minutes ago\n"))
    unlink(desk.state.roundMark)
    #expect(try status(desk).output.hasPrefix("CRITICAL: no round was completed yet\n"))
  }

  @Test("A live revision that was damaged: 2")
  func damaged() throws {
    let desk = try live()
    let manifest = desk.state.live + "/manifest"
    try WholeFile.replace(manifest, with: "nhacviec-revision 1\n")
    let (code, output, _) = try status(desk)
    #expect(code == 2)
    #expect(output.hasPrefix("CRITICAL: the rules in force are damaged: "))
  }

  @Test("Nothing can be known: 3 without a state folder, and with a broken configuration")
  func unknown() throws {
    let desk = try DaemonDesk()
    let (code, _, errors) = try status(desk)
    #expect(code == 3)
    #expect(errors.contains("UNKNOWN: \(desk.state.post) cannot be read"))
    try desk.write("nonsense\n", to: "nhacviec.toml")
    #expect(try status(desk).code == 3)
  }

  @Test("A fresh machine: 1, since nobody waits for a reminder yet")
  func fresh() throws {
    let desk = try DaemonDesk()
    try Folder.make(desk.state.post)
    let (code, output, _) = try status(desk)
    #expect(code == 1)
    #expect(output.hasPrefix("WARNING: no rules yet\n"))
  }

  @Test("As JSON, with both languages")
  func json() throws {
    let desk = try live()
    try desk.mark { ($0.pending, $0.sent, $0.next) = (3, 5, nil) }
    let (code, output, _) = try status(desk, "--format", "json")
    #expect(code == 1)
    let document = try #require(JSONValue(Array(output.utf8)))
    #expect(document["status"]?.string == "warning")
    #expect(document["revision"]?.integer == 1)
    #expect(document["folder"]?.string == "live")
    #expect(document["pending"]?.integer == 3)
    #expect(document["daemon"]?.string == "absent")
    #expect(document["lastRound"]?["sent"]?.integer == 5)
    #expect(document["next"] == nil)
    #expect(document["problems"]?.array?.first?["vi"]?.string?.hasPrefix("nhacviecd không chạy") == true)
  }

  @Test("The worst comes first; what nobody knows is worse than a warning and better than what is certainly bad")
  func order() {
    #expect([Finding.Severity.ok, .critical, .warning, .unknown].sorted() == [.ok, .warning, .unknown, .critical])
  }
}
