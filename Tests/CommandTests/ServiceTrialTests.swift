import Foundation
import Glibc
import Presentation
import ServiceStatus
import StateFolder
import Testing

@testable import nhacviec

/// The documented set-up: the service owns what the round writes and has the passwords; commands ask it.
@Suite("What only the service can do for a command")
struct ServiceTrialTests {
  /// Nobody listens on port 1.
  static let mail = """
    [mail]
    server = "localhost"
    port = 1
    starttls = "none"
    from = "nhacviec@so.example"
    allowed-domains = ["*"]

    """
  static let withPassword = """
    [mail]
    server = "localhost"
    port = 1
    user = "u"
    password-credential = "mail-password"
    from = "nhacviec@so.example"
    allowed-domains = ["so.example"]

    """
  /// As `systemctl show` answers for a package that was installed and not enabled.
  static let stopped = ServiceUnits(
    "Id=nhacviecd.service\nLoadState=loaded\nActiveState=inactive\nUnitFileState=disabled\n\n"
      + "Id=nhacviec-remind.path\nLoadState=loaded\nActiveState=inactive\nUnitFileState=disabled\n")

  /// Its post belongs to nobody's user, so that root, who runs the tests, asks.
  private func office(_ ways: String) throws -> MailOffice {
    let office = try MailOffice()
    try office.configure(ways)
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    try Folder.make(office.state + "/spool")
    return office
  }

  private func handOver(_ office: MailOffice) { #expect(chown(office.state + "/post", 65_534, 65_534) == 0) }

  /// Answers the first request, on a thread of its own, since the command waits.
  private func answer(_ office: MailOffice, _ code: Int32, _ words: @escaping @Sendable (String) -> String) {
    let state = StateFolder(office.state)
    Thread.detachNewThread {
      for _ in 0..<3000 {
        guard let entry = Spool(state.spool).entries().first(where: { $0.request != .wake }) else {
          usleep(10_000)
          continue
        }
        let text = words(entry.request?.text ?? "?")
        _ = try? state.answer(entry, SpoolAnswer(exitCode: code, vi: text, en: text))
        return
      }
    }
  }

  @Test("doctor has the service try the mail server and send, and takes its word", .enabled(if: geteuid() == 0))
  func doctor() throws {
    let office = try office(Self.withPassword)
    handOver(office)
    answer(office, 0) { "✓ the server answers\n✓ asked: \($0)" }
    let well = try office("doctor", "--send-test", "vp@so.example", office.config[0], office.config[1])
    #expect(well.code == 0, "\(well)")
    #expect(well.output.contains("✓ the server answers\n✓ asked: try-mail vp@so.example\n"), "\(well)")
    #expect(well.output.contains("✓ “mail.password” (credential “mail-password”) is held by the service"))
    #expect(!well.output.contains("CREDENTIALS_DIRECTORY"), "\(well)")
    answer(office, 1) { _ in "✗ mail server: the login was refused" }
    let refused = try office("doctor", office.config[0], office.config[1])
    #expect(refused.code == 1 && refused.output.contains("✗ mail server: the login was refused\n"), "\(refused)")
  }

  @Test("config check does not miss what the service holds")
  func check() throws {
    let office = try MailOffice()
    try office.configure(Self.withPassword)
    let said = try office("config", "check", office.config[0], office.config[1])
    #expect(said.code == 0 && said.output.contains("remark[config-secret-held]"), "\(said)")
    #expect(!said.output.contains("CREDENTIALS_DIRECTORY") && said.output.contains("0 errors, 0 warnings"))
  }

  @Test("The round tries the mail server on request; strangers get nothing, and it does so few times")
  func bounds() throws {
    let office = try office(Self.mail)
    let state = StateFolder(office.state)
    func ask(_ text: String) throws -> String {
      try Spool(state.spool).drop(try #require(SpoolRequest(text: text)))
    }
    func said(_ name: String) -> String { state.answer(to: name).map { "\($0.exitCode) \($0.words.en)" } ?? "nothing" }
    // Before the host's clock, by which answers are dated and removed. Every domain is allowed, and yet only units of the
    // live rules are written to.
    let stranger = try ask("try-mail somebody@else.example")
    let probes = try [ask("try-mail vp@so.example"), ask("try-mail"), ask("try-mail"), ask("try-mail vp@so.example")]
    try office.remind("2025-01-06T09:00")
    #expect(said(stranger).hasPrefix("1 ✗ test messages go to addresses of the live rules"))
    for text in ["try-mail a@so.example b@so.example", "try-mail " + String(repeating: "a", count: 255)] {
      #expect(SpoolRequest(text: text) == nil)
    }
    // Two a round.
    #expect(probes.count { said($0).hasPrefix("1 ✗ mail server: ") } == 2, "\(probes.map(said))")
    #expect(probes.count { said($0).contains("was tried often") } == 2)
    for minute in 1...4 {
      for _ in 0..<3 { _ = try ask("try-mail") }
      try office.remind("2025-01-06T09:0\(minute)")
    }
    // Ten an hour: five rounds of two.
    let late = try ask("try-mail")
    try office.remind("2025-01-06T09:59")
    #expect(said(late).contains("was tried often"))
    let next = try ask("try-mail")
    try office.remind("2025-01-06T10:04")
    #expect(said(next).hasPrefix("1 ✗ mail server: "))
  }

  @Test("Many requests for one promotion are carried out once, and all answered") func promotedOnce() throws {
    let office = try office(Self.mail)
    let state = StateFolder(office.state)
    let rules = try #require(WholeFile.read(office.scratch.path + "/rules/plan.rules"))
    try WholeFile.replace(office.scratch.path + "/rules/plan.rules", with: rules + "\n# khác\n")
    let names = try (0..<5).map { _ in try Spool(state.spool).drop(.promote) }
    try office.remind("2025-01-06T09:00")
    let answers = names.map { state.answer(to: $0).map { "\($0.exitCode) \($0.words.en)" } }
    #expect(answers[0]?.contains("revision 2") == true && Set(answers).count == 1, "\(answers)")
  }

  @Test(
    "A service that is not enabled is said at once, with what to do; nothing is asked", .enabled(if: geteuid() == 0))
  func notEnabled() throws {
    let office = try office(Self.mail)
    for entry in Spool(office.state + "/spool").entries() { try Spool(office.state + "/spool").remove(entry) }
    handOver(office)
    let units = try #require(Self.stopped)
    let promote = try office("rules", "promote", office.config[0], office.config[1], language: .vi, units: units)
    #expect(promote.code == 75 && promote.errors.hasPrefix("lỗi: dịch vụ chưa bật"), "\(promote)")
    #expect(promote.errors.contains("sudo systemctl enable --now nhacviecd.socket nhacviecd.service "))
    let doctor = try office("doctor", office.config[0], office.config[1], units: units)
    #expect(doctor.code == 1 && doctor.output.contains("✗ error: the service is not enabled"), "\(doctor)")
    #expect(
      doctor.output.contains("! not enabled, so that it does not start with the machine: nhacviecd.service, nhac"))
    #expect(Spool(office.state + "/spool").entries().isEmpty)
  }
}

/// Nothing is green where nothing works.
@Suite("Ways out that lead nowhere")
struct NoWayOutTests {
  private static let words =
    "there is no way out for mail (mail.server, maildir.path): 1 unit with a mail address gets none"

  private func status(_ office: MailOffice, _ language: Language = .en) throws -> Desk.Said {
    try office("status", office.config[0], office.config[1], at: Int(time(nil)), language: language)
  }

  @Test("Units have mail addresses, and there is no way out for mail: everybody says so")
  func mail() throws {
    let office = try MailOffice()
    try office.configure("")
    let promote = try office("rules", "promote", office.config[0], office.config[1])
    #expect(promote.code == 0 && promote.output.contains(Self.words), "\(promote)")
    let round = try office.remind("2027-03-08T08:00")
    #expect(round.code == 0 && round.errors.contains("warning: " + Self.words), "\(round)")
    let rehearsal = try office("remind", "--dry-run", office.config[0], office.config[1])
    #expect(rehearsal.errors.contains("warning: " + Self.words), "\(rehearsal)")
    let doctor = try office("doctor", office.config[0], office.config[1])
    #expect(doctor.output.contains("! " + Self.words), "\(doctor)")
    let status = try status(office)
    #expect(status.code == 1 && status.output.contains("WARNING: " + Self.words), "\(status)")
    #expect(StateFolder(office.state).readRoundMark()?.unitsWithoutMail == 1)

    // With a Maildir nothing is said any more.
    try office.configure("[maildir]\npath = \"\(office.scratch.path)/maildir\"\n")
    let well = try office.remind("2027-03-08T08:10")
    #expect(well.errors.isEmpty && StateFolder(office.state).readRoundMark()?.unitsWithoutMail == 0, "\(well)")
  }

  @Test("Mails that wait after a failure are a warning, with number, oldest and reason")
  func late() throws {
    let office = try MailOffice()
    try office.configure(ServiceTrialTests.mail)
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    try office.remind("2027-03-08T08:00")
    let mark = try #require(StateFolder(office.state).readRoundMark())
    // Slot Monday 8 March 2027, 08:00 in Việt Nam.
    #expect(mark.late?.count == 1 && mark.late?.since == 1_804_467_600 && mark.late?.reason != nil)
    let said = try status(office, .vi)
    #expect(said.output.contains("CẢNH BÁO: 1 thư chưa gửi được, lâu nhất từ 08:00 08/3/2027: "), "\(said)")
  }

  @Test("A round that broke off leaves its reason, in the language of who asks; the next one clears it")
  func failed() throws {
    let office = try MailOffice()
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    try office.remind("2027-03-05T08:00")
    let state = StateFolder(office.state)
    let database = state.postDatabase
    for part in ["", "-wal", "-shm"] { rename(database + part, database + part + "-kept") }
    try WholeFile.replace(database, with: String(repeating: "no database\n", count: 400))
    #expect(try office.remind("2027-03-08T08:00").code == 1)
    let said = try status(office, .vi)
    #expect(said.code == 2, "\(said)")
    #expect(
      said.output.hasPrefix("NGHIÊM TRỌNG: lượt nhắc trước chưa làm được hết: tệp hỏng hoặc không phải"), "\(said)")
    #expect(try status(office).output.hasPrefix("CRITICAL: the last round failed: the file is damaged or no database"))
    for part in ["", "-wal", "-shm"] { rename(database + part + "-kept", database + part) }
    #expect(try office.remind("2027-03-08T08:01").code == 0)
    #expect(state.readRoundMark()?.failure == nil)
  }
}
