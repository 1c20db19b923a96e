import Foundation
import StateFolder
import Testing

@Suite("The daemon as systemd starts it", .serialized)
struct DaemonProcessTests {
  @Test("On a fresh machine it is ready, says that there are no rules, lives, and is not ready for monitoring")
  func fresh() throws {
    let desk = try DaemonDesk()
    try desk.start()
    #expect(desk.told.contains("READY=1\nSTATUS=chưa có quy tắc"))
    #expect(try desk.get("/health").hasPrefix("HTTP/1.1 200 OK\r\n"))
    let ready = try desk.get("/ready")
    #expect(ready.hasPrefix("HTTP/1.1 503 "))
    #expect(ready.contains("\"en\":\"no rules yet\""))
    // Nothing to promote: nobody is bothered.
    #expect(desk.requests.isEmpty)
  }

  @Test("SIGTERM ends it within seconds, with a farewell, also while a connection is open")
  func stops() throws {
    let desk = try DaemonDesk()
    try desk.start()
    let idle = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(idle) }
    desk.signal(SIGTERM)
    #expect(desk.ended(within: 5) == 0)
    #expect(desk.told { $0.contains("STOPPING=1") })
  }

  @Test("At the next instant of the machine's clock it asks for a round")
  func wakes() throws {
    let desk = try DaemonDesk()
    let next = Int64(time(nil)) + 8
    try desk.mark { $0.next = next }
    try desk.start()
    #expect(eventually(within: 120) { desk.requests == [.wake] })
    // A request has in its name when it was made, so that it counts for nothing how long the machine takes to look.
    let request = try #require(desk.spool.entries().first)
    let made = try #require(request.name.split(separator: ".").first.flatMap { Int64($0) })
    #expect(made >= next, "\(request.name)")
    // So does a mark that comes while it runs.
    try desk.spool.remove(request)
    let again = Int64(time(nil)) + 2
    try desk.mark { $0.next = again }
    #expect(eventually(within: 120) { desk.requests == [.wake] })
    let second = try #require(desk.spool.entries().first?.name.split(separator: ".").first.flatMap { Int64($0) })
    #expect(second >= again)
  }

  @Test("A recorded fact asks for a round, one request for many facts")
  func facts() throws {
    let desk = try DaemonDesk()
    try desk.mark()
    try desk.start()
    for count in 1...3 {
      try WholeFile.replace(desk.state.factsHead, with: "\(count):" + String(repeating: "a", count: 64) + "\n")
    }
    #expect(eventually { desk.requests.contains(.wake) })
    #expect(try eventually { try desk.get("/metrics").contains("nhacviec_wakes_total{reason=\"fact\"}") })
    #expect(desk.requests == [.wake])
  }

  @Test("A fact that was recorded while nobody watched asks for a round at the start")
  func missedFact() throws {
    let desk = try DaemonDesk()
    try desk.mark()
    try Folder.make(desk.state.facts)
    try WholeFile.replace(desk.state.factsHead, with: "1:" + String(repeating: "b", count: 64) + "\n")
    try desk.start()
    #expect(eventually { desk.requests == [.wake] })
  }

  @Test("Rules that appear, in a new folder too, are asked to be promoted after the quiet time")
  func rules() throws {
    let desk = try DaemonDesk()
    try desk.start()
    try desk.write(DaemonDesk.plan(), to: "rules/nam-2024/plan.rules")
    #expect(eventually { desk.requests == [.promote] })
    #expect(try desk.get("/metrics").contains("\nnhacviec_rules_folder_differs 1\n"))
  }

  @Test("Broken rules: told in status line, metric and log with their place, promotion asked for so that it is refused")
  func broken() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan() + "nhiệm vụ B: Không có hạn\n  hạnn: 1/2/2024\n"])
    try desk.start()
    #expect(desk.told { $0.contains("plan.rules:") && $0.contains("thư mục quy tắc bị từ chối") })
    #expect(try desk.get("/metrics").contains("\nnhacviec_rules_folder_refused 1\n"))
    #expect(desk.requests == [.promote])
    // Mended: said, and asked for again.
    for entry in desk.spool.entries() { try desk.spool.remove(entry) }
    desk.forgetTold()
    try desk.write(DaemonDesk.plan(), to: "rules/plan.rules")
    #expect(desk.told { $0.contains("STATUS=") && !$0.contains("từ chối") })
    #expect(eventually { desk.requests == [.promote] })
    #expect(try desk.get("/metrics").contains("\nnhacviec_rules_folder_refused 0\n"))
  }

  @Test("SIGHUP reloads: told with the clock, then ready; a broken configuration leaves the old one")
  func reloads() throws {
    let desk = try DaemonDesk()
    try desk.start()
    try desk.write("language = \"en\"\n", to: "nhacviec.toml")
    desk.signal(SIGHUP)
    #expect(desk.told { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") })
    #expect(desk.told { $0 == "READY=1\nSTATUS=no rules yet" })
    try desk.write("language = 7\n", to: "nhacviec.toml")
    desk.signal(SIGHUP)
    #expect(desk.told { $0 == "READY=1\nSTATUS=no rules yet; new configuration refused" })
    #expect(try desk.get("/metrics").contains("\nnhacviec_configuration_refused 1\n"))
  }

  @Test("The watchdog is fed while the loop works and requests are answered; a stopped process feeds it no more")
  func watchdog() throws {
    let desk = try DaemonDesk()
    try desk.start(watchdog: 400_000)
    for _ in 1...3 {
      #expect(desk.told { $0 == "WATCHDOG=1" })
      desk.forgetTold()
    }
    desk.signal(SIGSTOP)
    // What was under way when it was stopped.
    _ = desk.told(within: 1) { $0 == "WATCHDOG=1" }
    desk.forgetTold()
    #expect(!desk.told(within: 1) { $0 == "WATCHDOG=1" })
    desk.signal(SIGCONT)
    #expect(desk.told { $0 == "WATCHDOG=1" })
  }

  @Test("A rounds' mark makes it ready: live rules, a young round that failed in nothing")
  func ready() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    try desk.promote()
    try desk.mark { $0.next = Int64(time(nil)) + 3600 }
    try desk.start()
    #expect(try desk.get("/ready").hasPrefix("HTTP/1.1 200 "))
    #expect(desk.told { $0.contains("STATUS=bản quy tắc 1; lượt tới ") })
    // What is live is what the folder holds: nothing is asked for.
    #expect(try eventually { try desk.get("/metrics").contains("\nnhacviec_rules_folder_differs 0\n") })
    #expect(desk.requests.isEmpty)
    try desk.mark { $0.failure = .init(vi: "máy chủ thư không trả lời", en: "mail server: no answer") }
    #expect(desk.told { $0.contains("lượt trước chưa làm được hết: máy chủ thư không trả lời") })
    let answer = try desk.get("/ready")
    #expect(answer.hasPrefix("HTTP/1.1 503 "))
    #expect(answer.contains("the last round failed: mail server: no answer"))
    // While the next one runs there is no mark; what was known stays.
    unlink(desk.state.roundMark)
    #expect(try eventually { try desk.get("/metrics").contains("\nnhacviec_round_under_way 1\n") })
    try desk.mark()
    #expect(try eventually { try desk.get("/ready").hasPrefix("HTTP/1.1 200 ") })
  }

  @Test("A round that only looked keeps it ready, although the mark says when it last did something")
  func looked() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    try desk.promote()
    try desk.mark { $0.began -= 7200 }
    var times = [timespec(tv_sec: time(nil) - 7200, tv_nsec: 0), timespec(tv_sec: time(nil) - 7200, tv_nsec: 0)]
    utimensat(AT_FDCWD, desk.state.roundMark, &times, 0)
    try desk.start()
    #expect(try desk.get("/ready").contains("the last round was 120 minutes ago"))
    desk.state.noteLook()
    #expect(try desk.get("/ready").hasPrefix("HTTP/1.1 200 "))
  }

  @Test("A manager at an abstract address is told too, ready and status in one datagram")
  func abstractManager() throws {
    let desk = try DaemonDesk(manager: "@nhacviec-test-\(UUID().uuidString)")
    try desk.start()
    #expect(desk.told.first == "READY=1\nSTATUS=chưa có quy tắc")
  }

  @Test("A socket from systemd on which nobody can connect is refused by its name")
  func wrongSocket() throws {
    let desk = try DaemonDesk()
    let datagrams = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(datagrams) }
    try desk.start(passing: datagrams)
    #expect(desk.ended(within: 20) == 1)
    #expect(desk.times("socket của systemd: http: ") == 1)
  }

  @Test("Without systemd's sockets and without --foreground it refuses to start and says what to do")
  func alone() throws {
    let (code, _, errors) = try run("nhacviecd", ["--state", "/tmp/nv-none"])
    #expect(code == 1)
    #expect(errors.contains("--foreground"))
  }
}
