import Foundation
import StateFolder
import Testing

@Suite("Trouble is said once when it begins and once when it is over, and mended by itself", .serialized)
struct TroubleTests {
  /// As lines begin: the line of the start has what is wrong then, too.
  private static let watchTrouble = "nhacviecd: không theo dõi được tệp"
  private static let watchOver = "đã theo dõi lại được tệp"
  private static let spoolTrouble = "nhacviecd: chưa gọi được lượt nhắc"
  private static let spoolOver = "đã gọi lại được lượt nhắc"

  /// Events that make the daemon look at everything anew.
  private func stir(_ desk: DaemonDesk, times: Int = 40) throws {
    for _ in 1...times {
      try Folder.make(desk.state.facts + "/x")
      try Folder.remove(desk.state.facts + "/x")
      usleep(10_000)
    }
  }

  @Test("A rule folder that it may not enter, until it may")
  func refusedRules() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    try desk.start(asNobody: true)
    #expect(eventually { desk.requests == [.promote] })
    chmod(desk.rules, 0)
    #expect(eventually { desk.times(Self.watchTrouble) == 1 })
    #expect(try eventually { try desk.get("/metrics").contains("\nnhacviec_watch_failed 1\n") })
    try stir(desk)
    for entry in desk.spool.entries() { try desk.spool.remove(entry) }
    chmod(desk.rules, 0o755)
    try desk.write(DaemonDesk.plan(2), to: "rules/plan.rules")
    #expect(eventually { desk.times(Self.watchOver) == 1 && desk.requests == [.promote] })
    #expect(try eventually { try desk.get("/metrics").contains("\nnhacviec_watch_failed 0\n") })
    #expect(desk.times(Self.watchTrouble) == 1 && desk.times(Self.watchOver) == 1, "\(desk.said)")
    // It watches again: what comes now is noticed.
    for entry in desk.spool.entries() { try desk.spool.remove(entry) }
    try desk.write(DaemonDesk.plan(3), to: "rules/plan.rules")
    #expect(eventually { desk.requests == [.promote] })
  }

  @Test("A rule file that it may not read, until it may")
  func refusedFile() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan(), "more.rules": "# Ghi chú\n"])
    chmod(desk.rules + "/more.rules", 0)
    try desk.start(asNobody: true)
    #expect(desk.told { $0.contains("thư mục quy tắc bị từ chối") })
    chmod(desk.rules + "/more.rules", 0o644)
    #expect(try eventually { try desk.get("/metrics").contains("\nnhacviec_rules_folder_refused 0\n") })
    #expect(desk.times("thư mục quy tắc có") == 1, "\(desk.said)")
  }

  @Test("A folder of the state that it may not enter, until it may")
  func refusedState() throws {
    let desk = try DaemonDesk()
    try desk.start(asNobody: true)
    chmod(desk.state.post, 0)
    try stir(desk)
    #expect(eventually { desk.times(Self.watchTrouble) == 1 })
    try stir(desk)
    chmod(desk.state.post, 0o755)
    #expect(eventually { desk.times(Self.watchOver) == 1 })
    #expect(desk.times(Self.watchTrouble) == 1, "\(desk.said)")
    try desk.mark { $0.next = Int64(time(nil)) - 1 }
    #expect(eventually { desk.requests == [.wake] })
  }

  @Test("The spool is gone: many facts, one line; what was to be asked is asked when it is back")
  func noSpool() throws {
    let desk = try DaemonDesk()
    try desk.mark()
    try desk.start()
    try Folder.remove(desk.state.spool)
    try WholeFile.replace(desk.state.spool, with: "no folder")
    for count in 1...40 {
      try WholeFile.replace(desk.state.factsHead, with: "\(count):" + String(repeating: "a", count: 64) + "\n")
      usleep(10_000)
    }
    #expect(eventually { desk.times(Self.spoolTrouble) == 1 })
    #expect(try eventually { try desk.get("/metrics").contains("\nnhacviec_spool_failed 1\n") })
    #expect(desk.told { $0.contains("chưa gọi được lượt nhắc") })
    try stir(desk)
    unlink(desk.state.spool)
    try Folder.make(desk.state.spool)
    #expect(eventually { desk.requests == [.wake] })
    #expect(eventually { desk.times(Self.spoolOver) == 1 })
    #expect(desk.times(Self.spoolTrouble) == 1, "\(desk.said)")
  }

  @Test("Folders that cannot be made at the start end nobody, and are made once they can be")
  func noFolders() throws {
    let desk = try DaemonDesk()
    try WholeFile.replace(desk.state.spool, with: "no folder")
    try desk.start()
    #expect(desk.times("nhacviecd: không tạo được thư mục dữ liệu") == 1)
    try stir(desk)
    unlink(desk.state.spool)
    #expect(eventually { Folder.isThere(desk.state.spool) && desk.times("các thư mục dữ liệu đã có lại") == 1 })
    // Without systemd nobody else makes the folder of acceptances.
    #expect(Folder.isThere(desk.state.requests(to: .editor)))
    #expect(desk.times("nhacviecd: không tạo được thư mục dữ liệu") == 1, "\(desk.said)")
  }

  @Test("More changes than the system keeps for it: what came is found all the same, and nothing is said of it")
  func overflow() throws {
    let desk = try DaemonDesk()
    try desk.start()
    let queue = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let most = try #require(Int(queue.trimmingCharacters(in: .whitespacesAndNewlines)))
    desk.signal(SIGSTOP)
    for number in 0...most / 2 {
      let path = "\(desk.rules)/\(number)"
      close(open(path, O_CREAT | O_WRONLY, 0o644))
      unlink(path)
    }
    try desk.write(DaemonDesk.plan(), to: "rules/new/plan.rules")
    desk.signal(SIGCONT)
    #expect(eventually { desk.requests == [.promote] })
    // The request is there before the daemon says so.
    #expect(eventually { desk.said.count >= 2 })
    #expect(desk.said.count == 2, "\(desk.said)")
  }
}

@Suite("The daemon takes its configuration by itself", .serialized)
struct DaemonConfigurationTests {
  private static let refused = "cấu hình mới có lỗi"
  private static let mended = "cấu hình đã đúng, có hiệu lực"

  @Test("An edit is taken without a signal; a broken one is said once and leaves the old one; a mended one is in force")
  func edits() throws {
    let desk = try DaemonDesk()
    try desk.start()
    try desk.write("language = \"en\"\n", to: "nhacviec.toml")
    #expect(desk.told { $0.contains("STATUS=no rules yet") })
    try desk.write("language = \"vi\"\n", to: "nhacviec.toml")
    #expect(desk.told { $0.hasPrefix("STATUS=chưa có quy tắc") })
    for number in 1...5 {
      // As an editor that writes in place, with other comments each time.
      try Data("[\n# \(number)\n".utf8).write(to: URL(fileURLWithPath: desk.root + "/nhacviec.toml"))
      usleep(20_000)
    }
    #expect(eventually { desk.times(Self.refused) == 1 })
    #expect(desk.said.contains { $0.contains("nhacviec.toml:1: ") }, "\(desk.said)")
    desk.signal(SIGHUP)
    #expect(desk.told { $0 == "READY=1\nSTATUS=chưa có quy tắc; cấu hình mới bị từ chối" })
    #expect(try desk.get("/metrics").contains("\nnhacviec_configuration_refused 1\n"))
    desk.forgetTold()
    try desk.write("language = \"vi\"\n", to: "nhacviec.toml")
    #expect(desk.told { $0 == "STATUS=chưa có quy tắc" })
    #expect(eventually { desk.times(Self.mended) == 1 })
    #expect(desk.times(Self.refused) == 1, "\(desk.said)")
  }

  @Test("A broken file at the start ends nobody; the rules of the mended one are followed, and those of the next")
  func brokenAtStart() throws {
    let desk = try DaemonDesk()
    try desk.write("[", to: "nhacviec.toml")
    try desk.write(DaemonDesk.plan(), to: "one/plan.rules")
    try desk.start(namesRules: false)
    #expect(desk.told { $0.contains("cấu hình mới bị từ chối") })
    #expect(desk.times(Self.refused) == 1)
    #expect(desk.requests.isEmpty)
    let quiet = "[daemon]\nquiet-seconds = 1\n"
    try desk.write("rules = \"\(desk.root)/one\"\n" + quiet, to: "nhacviec.toml")
    #expect(eventually { desk.requests == [.promote] })
    for entry in desk.spool.entries() { try desk.spool.remove(entry) }
    try Folder.make(desk.root + "/two")
    try desk.write("rules = \"\(desk.root)/two\"\n" + quiet, to: "nhacviec.toml")
    #expect(try eventually { try desk.get("/metrics").contains("\nnhacviec_rules_folder_differs 0\n") })
    try desk.write(DaemonDesk.plan(), to: "two/plan.rules")
    #expect(eventually { desk.requests == [.promote] })
  }

  @Test(
    "It has 21 threads: the loop, connections, two for answers, sixteen for what is sent, one for the pages; none of libdispatch"
  )
  func threads() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    try desk.start(watchdog: 400_000)
    #expect(desk.told { $0 == "WATCHDOG=1" })
    _ = try desk.get("/metrics")
    #expect(eventually { desk.requests == [.promote] })
    desk.forgetTold()
    desk.signal(SIGHUP)
    #expect(desk.told { $0.hasPrefix("RELOADING=1") })
    #expect(desk.told { $0.hasPrefix("READY=1") })
    let pools = [2, 16].flatMap { count in (0..<count).map { "TP-#\($0)" } }
    #expect(desk.lastingThreads() == (["NIO-ELT-1-#1", "NIO-ELT-2-#1", "nhacviecd"] + pools).sorted())
  }
}
