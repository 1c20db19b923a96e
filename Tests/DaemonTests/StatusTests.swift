import Foundation
import JSON
import Presentation
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
    #expect(output.contains("  WARNING: 2 deliveries were given up (nhacviec deliveries --dead)\n"))
    #expect(output.contains("  WARNING: nhacviecd is not running; rounds come from nhacviec-remind.timer alone\n"))
  }

  @Test("A round that failed, was held, or is too old: 2")
  func critical() throws {
    let desk = try live()
    try desk.mark { $0.failure = .init(vi: "máy chủ thư không trả lời", en: "mail server: no answer") }
    #expect(try status(desk).code == 2)
    #expect(try status(desk).output.hasPrefix("CRITICAL: the last round failed: mail server: no answer\n"))
    try desk.mark { $0.held = .init(vi: "300 đơn vị", en: "300 units") }
    #expect(try status(desk).code == 2)
    #expect(
      try status(desk).output.contains("the round is held, no reminder is sent (nhacviec round accept): 300 units"))
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

  @Test("Mails without a way out and mails that wait are warnings, in either language")
  func ways() throws {
    let desk = try live()
    try desk.mark {
      $0.unitsWithoutMail = 3
      $0.late = .init(count: 2, since: 1_893_456_000, reason: .init(vi: "máy chủ bận", en: "the server is busy"))
      $0.lateCopies = .init(count: 1, since: 1_893_456_060, reason: .init(vi: "đĩa đầy", en: "the disk is full"))
    }
    let (code, output, _) = try status(desk)
    #expect(code == 1)
    #expect(output.contains("no way out for mail (mail.server, maildir.path): 3 units with mail addresses get none\n"))
    #expect(
      output.contains("2 messages wait to be sent, the oldest since 2030-01-01 07:00: the server is busy\n"),
      "\(output)")
    #expect(
      output.contains(
        "1 copy of a message was not kept (nhacviec deliveries --copies), the oldest since 2030-01-01 07:01: the disk is full\n"
      ), "\(output)")
    let json = try #require(JSONValue(Array(try status(desk, "--format", "json").output.utf8)))
    #expect(json["copiesLate"]?.integer == 1 && json["copiesLateSince"]?.integer == 1_893_456_060)
    #expect(json["unitsWithoutMail"]?.integer == 3 && json["late"]?.integer == 2)
    #expect(json["lateSince"]?.integer == 1_893_456_000 && (json["freeBytes"]?.integer ?? 0) > 0)
    #expect(
      json["problems"]?.array?.contains {
        $0["vi"]?.string == "2 thư chưa gửi được, lâu nhất từ 07:00 01/01/2030: máy chủ bận"
      } == true)
    #expect(
      json["problems"]?.array?.contains {
        $0["vi"]?.string
          == "1 bản lưu của thư chưa ghi được (nhacviec deliveries --copies), lâu nhất từ 07:01 01/01/2030: đĩa đầy"
      } == true)
  }

  @Test("A failure is told in the language that was asked for")
  func languages() throws {
    let desk = try live()
    try desk.mark { $0.failure = .init(vi: "máy chủ thư không trả lời", en: "mail server: no answer") }
    #expect(try status(desk, "--lang", "vi").output.contains("chưa làm được hết: máy chủ thư không trả lời\n"))
    #expect(try status(desk).output.contains("the last round failed: mail server: no answer\n"))
  }

  @Test("A mark keeps both languages; one of the first version has English alone")
  func marks() throws {
    var mark = RoundMark(began: 5, stamp: "s")
    mark.held = .init(vi: "đồng hồ\nsai", en: "the clock\nis wrong")
    mark.failure = .init(vi: "không có máy chủ", en: "no server")
    mark.late = .init(count: 3, since: 4, reason: .init(vi: "bận", en: "busy"))
    (mark.lateCopies, mark.unitsWithoutMail) = (.init(count: 5, since: 6), 2)
    let read = try #require(RoundMark(text: mark.text))
    mark.held = .init(vi: "đồng hồ sai", en: "the clock is wrong")
    #expect(read == mark)
    let old = "began=5\nstamp=s\nfacts=\nrevision=0\npending=1\ndead=0\nsent=0\nheld=300 units\nfailure=no server\n"
    let first = try #require(RoundMark(text: old))
    #expect(first.held == .init(vi: "300 units", en: "300 units") && first.failure?.vi == "no server")
    #expect(first.late == nil && first.lateCopies == nil && first.unitsWithoutMail == 0)
  }

  @Test("A full or read-only disk, a loose clock: each said, with what it means")
  func surroundings() throws {
    func said(_ change: (inout Surroundings) -> Void) -> [String] {
      var surroundings = Surroundings()
      surroundings.path = "/var/lib/nhacviec"
      surroundings.freeBytes = 1 << 30
      change(&surroundings)
      return surroundings.findings.map { "\($0.severity) \($0.words.en)" }
    }
    #expect(said { _ in } == [])
    #expect(said { $0.freeBytes = 16 << 20 } == [])
    let full = "critical the disk of /var/lib/nhacviec is full"
    #expect(said { $0.freeBytes = 3 << 20 } == ["\(full) (3 MB left): nothing can be recorded or sent"])
    #expect(said { $0.isOutOfFiles = true } == ["\(full) (1024 MB, no inodes left): nothing can be recorded or sent"])
    #expect(said { $0.isReadOnly = true }.first?.contains("/var/lib/nhacviec is read-only") == true)
    #expect(said { $0.isClockLoose = true }.first?.hasPrefix("warning the clock is not synchronised") == true)
    // Of this machine's own file system.
    let here = Surroundings(of: StateFolder("/tmp"))
    #expect((here.freeBytes ?? 0) > 0 && !here.isReadOnly)
    #expect(Surroundings(of: StateFolder("/nowhere")).freeBytes == nil)
  }

  @Test("Units that are not enabled or not active are named, with the command; nothing is said without systemd")
  func units() throws {
    func units(_ states: [String: (String, String)]) -> ServiceUnits? {
      ServiceUnits(
        ["nhacviecd.socket", "nhacviecd.service", "nhacviec-remind.path", "nhacviec-remind.timer"].map {
          let (active, file) = states[$0] ?? ("active", "enabled")
          return "Id=\($0)\nLoadState=loaded\nActiveState=\(active)\nUnitFileState=\(file)\n"
        }.joined(separator: "\n"))
    }
    func said(_ units: ServiceUnits?) -> [String] {
      var surroundings = Surroundings()
      surroundings.units = units
      return surroundings.findings.map(\.words.en)
    }
    let well = try #require(units([:]))
    #expect(said(well) == [] && well.isAnswering(.round))
    let timer = try #require(units(["nhacviec-remind.timer": ("inactive", "disabled")]))
    #expect(
      said(timer) == [
        "not enabled, so that it does not start with the machine: nhacviec-remind.timer "
          + "(systemctl enable --now nhacviec-remind.timer)"
      ])
    #expect(timer.isAnswering(.round), "the path unit does")
    let failed = try #require(
      units(["nhacviec-remind.path": ("failed", "enabled"), "nhacviec-remind.timer": ("inactive", "masked")]))
    #expect(!failed.isAnswering(.round))
    #expect(said(failed).last == "not active: nhacviec-remind.path (failed) (systemctl start nhacviec-remind.path)")
    #expect(ServiceUnits("Id=nhacviecd.socket\nLoadState=not-found\nActiveState=inactive\nUnitFileState=\n") == nil)
    #expect(ServiceUnits("") == nil)
    // A round that could not even say why: its configuration was not to be read.
    func round(_ result: String, _ status: Int) -> [String] {
      said(
        ServiceUnits(
          "Id=nhacviecd.socket\nActiveState=active\nUnitFileState=enabled\n\nId=nhacviec-remind.service\n"
            + "ActiveState=activating\nUnitFileState=static\nResult=\(result)\nExecMainStatus=\(status)\n"))
    }
    #expect(
      round("exit-code", 1) == [
        "the last round ended with an error (exit-code, 1): journalctl -u nhacviec-remind.service"
      ])
    #expect(round("success", 0) == [] && round("exit-code", 75) == [])
    #expect(ServiceUnits.ask(StateFolder("/tmp/nowhere")) == nil)
    // Neither the daemon nor the timer: nothing asks for a round.
    var surroundings = Surroundings()
    surroundings.units = failed
    let worst = ServiceStatus().findings(at: 0, daemon: .absent, surroundings: surroundings).first?.words.en
    #expect(worst == "nothing asks for rounds: neither nhacviecd nor nhacviec-remind.timer runs")
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
