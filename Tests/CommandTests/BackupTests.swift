import AnswerLinks
import FactLog
import FactLogSQLite
import FeedStore
import Foundation
import Glibc
import Hashing
import Presentation
import Revisions
import RuleFiles
import Settings
import StateFolder
import TestSupport
import Testing

@testable import Operations
@testable import nhacviec

@Suite("Copies of the state")
struct BackupTests {
  /// A round has sent, and its work is done.
  private func office() throws -> MailOffice {
    let office = try MailOffice.promoted()
    try office.remind("2027-03-08T08:00")
    #expect(try office("done", "I.1", "--on", "9/3/2027", at: MailOffice.march).code == 0)
    return office
  }

  @Test("A copy of the state goes on where the state was; a changed copy is refused")
  func backup() throws {
    let office = try office()
    let (copy, other) = (office.scratch.path + "/copy", office.scratch.path + "/other")
    #expect(try office("backup", copy, office.config[0], office.config[1]).code == 0)
    #expect(try office("backup", copy, office.config[0], office.config[1]).code == 1, "it is there already")
    // A mistyped folder gives no empty copy that looks good.
    let typo = office.scratch.path + "/typo"
    #expect(try office("backup", typo + "-copy", office.config[0], office.config[1], state: typo).code == 1)
    #expect(!Folder.isThere(typo) && !Folder.isThere(typo + "-copy"))
    let nowhere = try office("backup", typo + "/copy", office.config[0], office.config[1])
    #expect(
      nowhere.code == 1 && nowhere.errors.contains("\(typo)/copy: there is no such file or folder\n"), "\(nowhere)")
    let restored = try office("restore", copy, office.config[0], office.config[1], state: other)
    #expect(restored.code == 0, "\(restored)")
    #expect(try office("facts", state: other).output == office("facts").output)
    #expect(try office("audit", "verify", state: other).code == 0)
    #expect(try office.remind("2027-03-12T08:00", state: other).output.hasPrefix("0 new messages"))
    #expect(try office("restore", copy, office.config[0], office.config[1], state: other).code == 1, "it is not empty")
    try WholeFile.replace(copy + "/post/revisions/000001/manifest", with: "changed")
    let refused = try office("restore", copy, office.config[0], office.config[1], state: office.scratch.path + "/third")
    #expect(refused.code == 1 && refused.errors.contains("was changed after the backup"), "\(refused)")
    #expect(Folder.names(in: office.scratch.path)?.contains { $0.contains("unfinished") } == false)
  }

  @Test("Addresses of calendars go on after a restore, and only their owner can read them")
  func addresses() throws {
    let office = try office()
    let made = try office("feeds", "make", "--all", office.config[0], office.config[1])
    let address = try #require(made.output.split(separator: "\n").first { $0.hasPrefix("/feeds/") })
    let token = String(address.dropFirst(7).dropLast(4))
    let (copy, other) = (office.scratch.path + "/copy", StateFolder(office.scratch.path + "/other"))
    #expect(try office("backup", copy, office.config[0], office.config[1]).code == 0)
    #expect(try office("restore", copy, office.config[0], office.config[1], state: other.path).code == 0)
    #expect(try TokenStore(other).feed(token, on: day("2027-03-12"))?.subject == .all)
    for (path, mode) in [(other.web, 0o700), (other.tokensDatabase, 0o600)] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
    }
  }

  @Test("Who is signed in by a mailbox is not in a copy; tokens and addresses of calendars are, and go on")
  func sessions() throws {
    let office = try office()
    let state = StateFolder(office.state)
    let made = try office("feeds", "make", "--all", office.config[0], office.config[1])
    let address = try #require(made.output.split(separator: "\n").first { $0.hasPrefix("/feeds/") })
    let feed = String(address.dropFirst(7).dropLast(4))
    let program = try office("tokens", "make", "bảng tin", "--until", "2027-12-31", office.config[0], office.config[1])
    #expect(program.code == 0, "\(program)")
    let token = try #require(program.output.split(separator: "\n").first { SecretToken(String($0)) != nil })
    // A unit is signed in, and another letter was opened.
    let now = Int64(MailOffice.march)
    let mailbox = try #require(MailboxMark(of: "vp@so.example"))
    let key = try #require(Ed25519.PrivateKey([UInt8](0..<32)))
    func opened(_ browser: UInt8) throws -> SignInLink.Opened {
      let link = SignInLink(
        unit: "vp", mailbox: mailbox, browser: try #require(SHA256.hash([browser])), end: now + SignInLink.lifetime)
      return try SignInLink.open(try #require(link.token(signedBy: key)), key: try #require(key.publicKey), now: now)
    }
    let secret = try #require(SHA256.hash([7]))
    _ = try #require(try SessionStore(state).open(opened(1), secret, at: now))
    try SessionStore(state).keep(opened(2), at: now)
    #expect(try SessionStore(state).session(secret, at: now) != nil)

    let (copy, other) = (office.scratch.path + "/copy", StateFolder(office.scratch.path + "/other"))
    #expect(try office("backup", copy, office.config[0], office.config[1]).code == 0)
    #expect(Folder.names(in: copy + "/web") == ["tokens.db"])
    let files = try #require(FileManager.default.enumerator(atPath: copy)).compactMap { $0 as? String }
    #expect(!files.isEmpty && !files.contains { $0.contains("session") }, "\(files)")
    let hidden = Array(secret.bytes)
    for file in files where !Folder.isThere(copy + "/" + file) {
      let bytes = try #require(FileManager.default.contents(atPath: copy + "/" + file))
      #expect(bytes.range(of: Data(hidden)) == nil, "\(file)")
    }
    #expect(try office("restore", copy, office.config[0], office.config[1], state: other.path).code == 0)
    #expect(!SessionStore.isThere(other) && Folder.names(in: other.web) == ["tokens.db"])
    #expect(try SessionStore(other).session(secret, at: now) == nil)
    #expect(try TokenStore(other).feed(feed, on: day("2027-03-12"))?.subject == .all)
    #expect(try TokenStore(other).program(String(token), on: day("2027-03-12"))?.name == "bảng tin")
    // Who is signed in where it was is so still.
    #expect(try SessionStore(state).session(secret, at: now) != nil)
  }

  @Test("A copy with sessions is none that this program made; where sessions are, nothing is put back")
  func foreignSessions() throws {
    let office = try office()
    let (copy, other) = (office.scratch.path + "/copy", StateFolder(office.scratch.path + "/other"))
    #expect(try office("backup", copy, office.config[0], office.config[1]).code == 0)
    try Folder.make(other.web)
    try WholeFile.replace(other.sessionsDatabase, with: "x")
    let full = try office("restore", copy, office.config[0], office.config[1], state: other.path)
    #expect(full.code == 1 && full.errors.contains(other.sessionsDatabase), "\(full)")
    unlink(other.sessionsDatabase)
    try Folder.make(copy + "/web")
    try WholeFile.replace(copy + "/web/sessions.db", with: "x")
    let list = try #require(WholeFile.read(copy + "/backup"))
    // SHA-256 of “x”, by sha256sum.
    let hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    try WholeFile.replace(copy + "/backup", with: list + "file \(hash) web/sessions.db\n")
    let said = try office("restore", copy, office.config[0], office.config[1], state: other.path)
    #expect(said.code == 1 && said.errors.contains("web/sessions.db was changed"), "\(said)")
  }

  @Test("It holds the rules, the configuration and the templates; putting it back puts them beside, and nowhere else")
  func officeFiles() throws {
    let office = try office()
    let templates = office.scratch.path + "/templates"
    try Folder.make(templates)
    try WholeFile.replace(templates + "/letter.vi.txt", with: "mẫu")
    try Folder.make(templates + "/vi")
    try WholeFile.replace(templates + "/vi/foot.txt.mustache", with: "chân thư")
    let config = try #require(WholeFile.read(office.config[1]))
    try WholeFile.replace(office.config[1], with: "templates = \"\(templates)\"\n" + config)
    let (copy, other) = (office.scratch.path + "/copy", StateFolder(office.scratch.path + "/other"))
    let said = try office("backup", copy, office.config[0], office.config[1])
    #expect(said.code == 0, "\(said)")
    let before = WholeFile.read(office.config[1])
    let restored = try office("restore", copy, office.config[0], office.config[1], state: other.path)
    #expect(restored.code == 0 && restored.output.contains("are in \(other.restored)"), "\(restored)")
    let rules = WholeFile.read(office.scratch.path + "/rules/plan.rules")
    #expect(WholeFile.read(other.restored + "/rules/plan.rules") == rules)
    #expect(WholeFile.read(other.restored + "/configuration/nhacviec.toml") == before)
    #expect(WholeFile.read(other.restored + "/configuration/templates/letter.vi.txt") == "mẫu")
    #expect(WholeFile.read(other.restored + "/configuration/templates/vi/foot.txt.mustache") == "chân thư")
    #expect(WholeFile.read(office.config[1]) == before)
  }

  // MARK: Stopped

  private struct Killed: Error {}

  private func run(_ office: MailOffice, _ state: String) throws -> RemindRun {
    let environment = office.environment(at: MailOffice.march, state: state)
    let file = ConfigurationFile(option: office.config[1], variable: nil)
    return try RemindRun(file, stateFolder: state, in: environment.operations)
  }

  /// Fails at the step of that number, as a process that is killed there would leave things.
  private func killer(at number: Int) -> () throws -> Void {
    var steps = 0
    return {
      steps += 1
      if steps == number { throw Killed() }
    }
  }

  @Test("A backup that did not end has not its name, and is no backup") func unfinished() throws {
    let office = try office()
    let run = try run(office, office.state)
    let files = try OfficeFiles(run.context)
    let copy = office.scratch.path + "/copy"
    for number in 1...5 {
      var backup = StateBackup(folder: copy)
      backup.step = killer(at: number)
      #expect(throws: Killed.self, "\(number)") { try backup.make(of: run.state, files, at: MailOffice.march) }
      #expect(!Folder.isThere(copy))
    }
    let backup = StateBackup(folder: copy)
    #expect(try backup.make(of: run.state, files, at: MailOffice.march).count == 1)
    // What a killed one leaves: whole files, and no list.
    unlink(copy + "/backup")
    let said = try office("restore", copy, office.config[0], office.config[1], state: office.scratch.path + "/other")
    #expect(said.code == 1 && said.errors.contains("is no backup"), "\(said)")
  }

  @Test("A promotion and a round between any two steps: the copy is whole, and restores to what was live in it")
  func promotionMeanwhile() throws {
    let office = try office()
    let run = try run(office, office.state)
    let files = try OfficeFiles(run.context)
    for number in 1...4 {
      let copy = office.scratch.path + "/copy\(number)"
      var backup = StateBackup(folder: copy)
      var steps = 0
      backup.step = {
        steps += 1
        guard steps == number else { return }
        let path = office.scratch.path + "/rules/plan.rules"
        try WholeFile.replace(path, with: (WholeFile.read(path) ?? "") + "# \(number)\n")
        #expect(try office("rules", "promote", office.config[0], office.config[1]).code == 0)
        #expect(try office("undo", "I.1", "--because", "nhầm", at: MailOffice.march).code == 0)
        #expect(try office.remind("2027-03-1\(number)T09:00").code == 0)
        #expect(try office("done", "I.1", "--on", "9/3/2027", at: MailOffice.march).code == 0)
      }
      _ = try backup.make(of: run.state, files, at: MailOffice.march)
      let other = office.scratch.path + "/other\(number)"
      let restored = try office("restore", copy, office.config[0], office.config[1], state: other)
      #expect(restored.code == 0, "\(number): \(restored)")
      #expect(try RevisionStore(StateFolder(other)).live() != nil, "\(number)")
      let round = try office.remind("2027-03-20T09:00", state: other)
      #expect(round.code == 0 && !round.output.contains("facts are gone"), "\(number): \(round)")
    }
  }

  @Test("A live revision that is not whole makes no backup") func damaged() throws {
    let office = try office()
    try WholeFile.replace(office.state + "/post/revisions/000001/sources/own/plan.rules", with: "changed")
    let said = try office("backup", office.scratch.path + "/copy", office.config[0], office.config[1])
    #expect(said.code == 1 && said.errors.contains("revision-damaged"), "\(said)")
    #expect(!Folder.isThere(office.scratch.path + "/copy"))
  }

  @Test("A restore that was killed at any step leaves a state that no command uses, and that it can begin again")
  func killedRestore() throws {
    let office = try office()
    let copy = office.scratch.path + "/copy"
    #expect(try office("backup", copy, office.config[0], office.config[1]).code == 0)
    var number = 1
    var isKilled = true
    while isKilled, number < 40 {
      let other = office.scratch.path + "/killed\(number)"
      let state = StateFolder(other)
      var backup = StateBackup(folder: copy)
      backup.step = killer(at: number)
      do {
        try Folder.make(other)
        _ = try backup.restore(to: state)
        isKilled = false
      } catch is Killed {}
      // At its first step nothing was begun.
      if isKilled, number > 1 { try expectRefused(office, other, copy) }
      let again = try office("restore", copy, office.config[0], office.config[1], state: other)
      #expect(again.code == (isKilled ? 0 : 1), "\(number): \(again)")
      #expect(try office("facts", state: other).output == office("facts").output)
      #expect(try office.remind("2027-03-12T08:00", state: other).output.hasPrefix("0 new messages"))
      number += 1
    }
    #expect(number > 6)
  }

  private func expectRefused(_ office: MailOffice, _ state: String, _ copy: String) throws {
    for arguments in [
      ["remind", "--now", "2027-03-08T08:00"] + office.config, ["rules", "promote"] + office.config,
      ["backup", office.scratch.path + "/no"] + office.config, ["facts"], ["upcoming"],
      ["done", "I.1", "--on", "9/3/2027"], ["deliveries"], ["retry", "--all"] + office.config,
    ] {
      let said = try office(arguments, state: state)
      #expect(said.code == 1 && said.errors.contains("[restore-unfinished]"), "\(arguments): \(said)")
      #expect(said.errors.contains("nhacviec restore \(copy)"), "\(arguments): \(said)")
    }
    let status = try office(["status"] + office.config, state: state)
    #expect(status.code != 0 && (status.output + status.errors).contains("nhacviec restore"), "\(status)")
  }
}
