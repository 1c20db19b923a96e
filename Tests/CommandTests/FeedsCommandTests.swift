import FeedStore
import Feeds
import Foundation
import Presentation
import ServiceStatus
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

@Suite("nhacviec feeds, nhacviec tokens")
struct FeedsCommandTests {
  private let office: MailOffice
  private var state: StateFolder { StateFolder(office.state) }

  init() throws {
    office = try MailOffice()
    try office.configure("[web]\naddress = \"https://nhacviec.so.example/\"\n")
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
  }

  private func run(_ words: String..., language: Language = .en, units: ServiceUnits? = nil) throws -> Desk.Said {
    try office(words + office.config, language: language, units: units)
  }

  /// The token in the address that was printed.
  private func token(_ said: Desk.Said) throws -> String {
    let line = try #require(said.output.split(separator: "\n").first { $0.contains("/feeds/") }, "\(said)")
    #expect(line.hasPrefix("https://nhacviec.so.example/feeds/") && line.hasSuffix(".ics"))
    return String(line.dropFirst(34).dropLast(4))
  }

  @Test("An address is printed once, opens what was asked for, and is revoked") func addresses() throws {
    let made = try run("feeds", "make", "--unit", "văn phòng", "--language", "en", "--alarm", "3", "--todo")
    #expect(made.code == 0 && made.output.hasPrefix("Address 1 is made.\n"), "\(made)")
    #expect(made.output.contains("The calendar lags behind (hours in Google); mail decides."))
    let token = try token(made)
    let scope = FeedScope(.unit("vp"), .en, alarmDays: 3, isTodo: true)
    #expect(try TokenStore(state).feed(token, on: day("2027-01-06")) == scope)
    let list = try run("feeds", "list")
    #expect(list.output.contains("unit vp") && list.output.contains("6 January 2027") && !list.output.contains(token))
    #expect(try run("feeds", "revoke", "1").output == "Address 1 is revoked.\n")
    #expect(try TokenStore(state).feed(token, on: day("2027-01-06")) == nil)
    let again = try run("feeds", "revoke", "1", language: .vi)
    #expect(again.code == 1 && again.errors.hasPrefix("lỗi: không có địa chỉ lịch số 1 đang dùng"))
  }

  @Test("The feed's language is the configuration's, and the plan is known by its id") func plan() throws {
    let made = try run("feeds", "make", "--plan", "Kế hoạch thử")
    #expect(try TokenStore(state).feed(token(made), on: day("2027-01-06")) == FeedScope(.plan("kh"), .vi))
    let vietnamese = try run("feeds", "make", "--all", language: .vi)
    #expect(vietnamese.output.contains("thư nhắc mới là căn cứ"))
  }

  @Test("A unit whose id another plan has too is kept with its plan") func namesakes() throws {
    let folder = office.scratch.path + "/rules/k2"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try WholeFile.replace(
      folder + "/plan.rules",
      with: """
        kế hoạch k2: Kế hoạch hai
          năm: 2027
          lịch: Việt Nam
          ban hành: 04/01/2027
          đầu mối: Văn phòng Hai

        đơn vị vp: Văn phòng Hai

        """)
    #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
    for (named, kept) in [("k2/vp", "k2/vp"), ("Văn phòng Hai", "k2/vp"), ("kh/vp", "kh/vp"), ("vp", "vp")] {
      let made = try run("feeds", "make", "--unit", named)
      #expect(try TokenStore(state).feed(token(made), on: day("2027-01-06"))?.subject == .unit(kept), "\(named)")
    }
  }

  @Test("What is wrong is said, and nothing is made") func mistakes() throws {
    let unit = try run("feeds", "make", "--unit", "Phòng Văn")
    #expect(unit.code == 1 && unit.errors.contains("there is no unit “Phòng Văn”"), "\(unit)")
    let plan = try run("feeds", "make", "--plan", "kk")
    #expect(plan.code == 1 && plan.errors.contains("there is no plan “kk”; nearest: kh"), "\(plan)")
    for wrong in [["--all", "--unit", "vp"], [], ["--all", "--alarm", "61"], ["--all", "--language", "fr"]] {
      #expect(throws: (any Error).self) { try Nhacviec.parseAsRoot(["feeds", "make"] + wrong) }
    }
    let past = try run("tokens", "make", "Bảng", "--until", "2027-01-04")
    #expect(past.code == 1 && past.errors.contains("4 January 2027 is over"), "\(past)")
    let empty = try run("tokens", "make", " ", "--until", "2027-12-31")
    #expect(empty.code == 1 && empty.errors.contains("a name is one line"), "\(empty)")
    #expect(try TokenStore(state).tokens(.feed).isEmpty && TokenStore(state).tokens(.program).isEmpty)
    // Nobody has been assigned anything.
    let person = try run("feeds", "make", "--person", "An")
    #expect(person.code == 0 && person.errors.contains("no duty with a day is assigned to “An” yet"), "\(person)")
  }

  @Test("A program's token is printed once and holds until its day") func tokens() throws {
    let made = try run("tokens", "make", "Bảng điện tử", "--until", "2027-06-30")
    #expect(made.code == 0, "\(made)")
    let token = String(made.output.split(separator: "\n")[1])
    #expect(try TokenStore(state).program(token, on: day("2027-06-30"))?.name == "Bảng điện tử")
    #expect(try run("tokens", "list").output.contains("until 30 June 2027"))
    #expect(try run("feeds", "revoke", "1").code == 1)
    #expect(try run("tokens", "revoke", "1").code == 0)
    #expect(try TokenStore(state).program(token, on: day("2027-06-30")) == nil)
  }

  @Test("Where the daemon owns the tokens it is asked, and gets only the hash", .enabled(if: geteuid() == 0))
  func asked() throws {
    try Folder.make(state.web, mode: 0o700)
    #expect(chown(state.web, 65_534, 65_534) == 0)
    try Folder.make(state.requests(to: .daemon))
    let heard = Heard()
    let state = state
    Thread.detachNewThread {
      for _ in 0..<3000 {
        guard let entry = Spool(state.requests(to: .daemon)).entries().first else {
          usleep(10_000)
          continue
        }
        heard.text = entry.request?.text ?? "?"
        _ = try? state.answer(entry, SpoolAnswer(exitCode: 0, vi: "Xong.", en: "Done."), by: .daemon)
        return
      }
    }
    let made = try run("feeds", "make", "--all")
    #expect(made.code == 0 && made.output.hasPrefix("Done.\n"), "\(made)")
    let token = try #require(SecretToken(token(made)))
    #expect(heard.text == "make-token \(token.hashText) feed all vi - event -")
    #expect(!FileManager.default.fileExists(atPath: state.tokensDatabase))
    // A daemon that does not run is said at once.
    let stopped = try run("feeds", "list", units: ServiceTrialTests.stopped)
    #expect(stopped.code == 75 && stopped.errors.hasPrefix("error: the service is not enabled"), "\(stopped)")
  }

  private final class Heard: @unchecked Sendable { var text = "" }
}
