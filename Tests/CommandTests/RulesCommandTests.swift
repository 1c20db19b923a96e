import ArgumentParser
import FactLog
import Foundation
import Glibc
import Presentation
import RuleFiles
import Settings
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

/// An office's folders: rules, state, configuration; every command with its own environment.
private struct Office {
  let scratch: ScratchFolder
  let log = MemoryFactLog()
  var rules: String { scratch.path + "/rules" }
  var state: StateFolder { StateFolder(scratch.path + "/state") }
  /// 20 June 2024, 09:00 in Việt Nam.
  static let now = 1_718_848_800

  init(_ plan: String = CommandTests.plan) throws {
    scratch = try ScratchFolder(["rules/plan.rules": plan, "nhacviec.toml": ""])
  }

  func edit(_ old: String, _ new: String) throws {
    let path = rules + "/plan.rules"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try WholeFile.replace(path, with: text.replacingOccurrences(of: old, with: new))
  }

  func environment(_ language: Language = .en, rules: String? = nil) -> CommandEnvironment {
    var environment = CommandEnvironment(
      output: .inMemory(), errors: .inMemory(),
      folders: ProgramFolders(
        rules: rules ?? self.rules, share: nil, program: repository.path, current: nil, state: state.path),
      language: language, isColoured: false, width: 1000, now: Self.now, input: { [] })
    environment.world.recorder = "lan"
    let log = log
    environment.world.openFacts = { (_, access) throws(StoreFailure) in
      if access == .reading, try log.head() == .empty { throw .missing }
      return log
    }
    return environment
  }

  @discardableResult
  func callAsFunction(_ arguments: String..., language: Language = .en) throws -> Desk.Said {
    try run(arguments, language: language)
  }

  func run(_ arguments: [String], language: Language = .en) throws -> Desk.Said {
    let environment = environment(language)
    let isAboutRules = arguments.starts(with: ["rules", "promote"]) || arguments.starts(with: ["rules", "accept"])
    let all = arguments + (isAboutRules ? ["--config", scratch.path + "/nhacviec.toml"] : [])
    let command = try #require(try Nhacviec.parseAsRoot(all) as? any EnvironmentCommand)
    let code = command.run(in: environment).rawValue
    return (code, environment.output.text, environment.errors.text)
  }
}

@Suite("Rules in force")
struct RulesCommandTests {
  @Test("A channel that is not there, and an address that its channel cannot send to, do not go live")
  func channels() throws {
    let plan = CommandTests.plan + "\nđơn vị moi: Phòng Mới\n  "
    for (line, code) in [("kênh fax: 12", "unknown-channel"), ("kênh email: moi", "bad-address")] {
      let said = try Office(plan + line + "\n")("rules", "promote")
      #expect(said.code == 1)
      #expect((said.output + said.errors).contains("[\(code)]"), "\(said)")
    }
    #expect(try Office(plan + "kênh email: moi@so.example.vn\n")("rules", "promote").code == 0)
  }

  @Test("Queries work from what was promoted, say so, and say when the folder differs")
  func live() throws {
    let office = try Office()
    #expect(try office("rules", "list").output == "No rules are live yet: nhacviec rules promote.\n")
    // Nothing is live: the folder is read, as before.
    let log = "no facts yet in \(office.state.factsDatabase)"
    #expect(try office("upcoming").output.hasPrefix("Today: Thursday 20 June 2024 · \(log)\n"))
    let promoted = try office("rules", "promote")
    #expect(promoted.code == 0)
    #expect(promoted.output.hasPrefix("The rules of \(office.rules) are live: revision 1.\n"), "\(promoted)")
    // I.1 on 4 January, VII.9 on 16 March and 16 June.
    #expect(promoted.output.contains("\nvi-du-2024: 3 duties were due before the plan went live here. "))
    let before = try office("upcoming")
    #expect(before.output.hasPrefix("Today: Thursday 20 June 2024 · rules: revision 1 · \(log)\n"), "\(before.output)")
    #expect(before.errors.isEmpty)

    try office.edit("nhiệm vụ I.5:", "nhiệm vụ I.6:")
    let after = try office("upcoming")
    #expect(after.output == before.output)
    #expect(
      after.errors
        == "note: the rule folder \(office.rules) differs from the live revision; see “nhacviec rules diff”\n")
    #expect(try office("show", "I.5").code == 0)
    #expect(try office("show", "I.6").code == 1)
    #expect(try office("show", "I.6", "--rules", office.rules).code == 0)
    let diff = try office("rules", "diff", language: .vi).output
    #expect(diff.contains("+ vi-du-2024/I.6@once: chờ "), "\(diff)")
    #expect(diff.contains("- vi-du-2024/I.5@once: chờ "), "\(diff)")
    #expect(try office("rules", "promote", language: .vi).output.contains("nay có hiệu lực: bản 2.\n"))
    #expect(try office("rules", "diff").output == "No duty and no day differs.\n")
    let list = try office("rules", "list").output.split(separator: "\n")
    #expect(list.count == 2)
    #expect(list[0].hasPrefix("1  20/6/2024 09:00  ") && list[0].hasSuffix("  lan  \(office.rules)"))
    #expect(list[1].hasPrefix("2  ") && list[1].hasSuffix("  ← live"))
  }

  @Test("A task that is renamed is told as that, with its days where they differ too, and as nothing else")
  func renamed() throws {
    let office = try Office()
    #expect(try office("rules", "promote").code == 0)
    try office.edit("nhiệm vụ I.1: Gửi kế hoạch\n", "nhiệm vụ I.10: Gửi kế hoạch\n  trước đây: I.1\n")
    #expect(try office("rules", "diff").output == "= vi-du-2024/I.1@once → vi-du-2024/I.10@once\n")
    try office.edit("hạn: trước ngày 05/01/2024", "hạn: trước ngày 06/01/2024")
    #expect(
      try office("rules", "diff", language: .vi).output
        == "~ vi-du-2024/I.10@once (trước đây vi-du-2024/I.1@once): thứ Năm 04/01/2024 → thứ Sáu 05/01/2024\n")
  }

  @Test("What would lose a fact waits; it is listed, and accepted without naming its hash")
  func waits() throws {
    let office = try Office()
    #expect(try office("rules", "promote").code == 0)
    #expect(try office("event", "record", "chi-so-pii", "--on", "09/5/2024").code == 0)
    try office.edit("sự kiện chi-so-pii:", "sự kiện chi-so-moi:")
    let waits = try office("rules", "promote")
    #expect(waits.code == 3 && waits.output.isEmpty)
    #expect(waits.errors.contains("1 fact that has an effect now would have none:\n  number 1: vi-du-2024/chi-so-pii"))
    let list = try office("rules", "list", language: .vi).output
    #expect(list.contains("Đang chờ xác nhận từ 20/6/2024 09:00 (lan): "))
    #expect(try office("show", "I.5").output.contains("10 June 2024"))
    #expect(try office("rules", "accept").code == 0)
    #expect(try office("rules", "list").output.contains("2  20/6/2024 09:00"))
    let again = try office("rules", "accept")
    #expect(again.code == 1 && again.errors == "error: no rules wait for acceptance\n")
  }

  @Test("Facts that mean nothing under accepted rules are told and left out, and nothing else stops")
  func leftOut() throws {
    let office = try Office()
    #expect(try office("rules", "promote").code == 0)
    #expect(try office("done", "I.1", "--on", "04/01/2024", "--yes").code == 0)
    try office.edit("nhiệm vụ I.1: Gửi kế hoạch\n  chủ trì: Văn phòng\n  hạn: trước ngày 05/01/2024\n\n", "")
    #expect(try office("rules", "promote").code == 3)
    #expect(try office("rules", "accept").code == 0)
    for command in [["upcoming"], ["report"], ["show", "I.5"]] {
      let said = try office.run(command)
      #expect(said.code == 0, "\(command) \(said.errors)")
      #expect(said.errors.contains("this fact is not used: ") && said.errors.contains("I.1"), "\(said.errors)")
    }
  }

  @Test("A fact on record that is not understood stops every answer, also under rules in force")
  func notUnderstood() throws {
    let office = try Office()
    #expect(try office("rules", "promote").code == 0)
    _ = try office.log.append(
      [FactEntry(line: "I.1 xong ngày 32/01/2024", plan: "vi-du-2024", author: "lan", recordedAt: 1_718_848_000)])
    let said = try office.run(["upcoming"])
    #expect(said.code == 1 && !said.errors.contains("not used"), "\(said.output)\(said.errors)")
  }

  @Test("Errors are shown with their place, and nothing changes")
  func refused() throws {
    let office = try Office()
    #expect(try office("rules", "promote").code == 0)
    try office.edit("lịch:", "lich sai:")
    let refused = try office("rules", "promote")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("\(office.rules)/plan.rules:"))
    #expect(refused.errors.hasSuffix("The rules have errors; the live revision stays.\n"))
    #expect(try office("upcoming").code == 0)
  }

  @Test("A damaged revision is an error of every query; the folder can still be named")
  func damaged() throws {
    let office = try Office()
    #expect(try office("rules", "promote").code == 0)
    try WholeFile.replace(office.state.revisions + "/000001/sources/own/plan.rules", with: CommandTests.plan + "\n")
    for arguments in [["upcoming"], ["show", "I.5"], ["calendar", "2024-06"], ["rules", "list"]] {
      let environment = office.environment()
      let command = try #require(try Nhacviec.parseAsRoot(arguments) as? any EnvironmentCommand)
      #expect(command.run(in: environment) == .failure, "\(arguments)")
      #expect(environment.errors.text.hasPrefix("error[revision-damaged]"), "\(environment.errors.text)")
    }
    #expect(try office("upcoming", "--rules", office.rules).code == 0)
    #expect(try office("rules", "promote").code == 0)
    #expect(try office("upcoming").output.contains("rules: revision 2"))
  }

  @Test("While a round runs nothing is promoted, and who runs is said")
  func locked() throws {
    let office = try Office()
    try Folder.make(office.state.post)
    let lock = try FolderLock(office.state.lock, holder: "nhacviec remind")
    let said = try office("rules", "promote")
    withExtendedLifetime(lock) {}
    #expect(said.code == 75)
    #expect(said.errors == "error: a round is running: nhacviec remind (\(getpid())); try again after it\n")
  }

  @Test("Where another user's round writes, promotion is asked for and answered", .enabled(if: geteuid() == 0))
  func asked() throws {
    let office = try Office()
    try Folder.make(office.state.post)
    try Folder.make(office.state.spool)
    #expect(chown(office.state.post, 65_534, 65_534) == 0)
    let named = try office("rules", "promote", "--rules", office.rules)
    #expect(named.code == 1 && named.errors.contains("leave --rules out"))
    let state = office.state
    // The service: a thread of its own, as the command blocks until it is answered.
    Thread.detachNewThread {
      for _ in 0..<3000 {
        guard let entry = Spool(state.spool).entries().first else {
          usleep(10_000)
          continue
        }
        let words = "asked: \(entry.request?.text ?? "?")\nby \(entry.user)"
        _ = try? state.answer(entry, SpoolAnswer(exitCode: 3, vi: "Chờ", en: words))
        return
      }
    }
    let said = try office("rules", "accept", "0123456789abcdef")
    #expect(said.code == 3 && said.errors == "asked: accept-rules 0123456789abcdef\nby 0\n")
    let log = "no facts yet in \(office.state.factsDatabase)"
    #expect(try office("upcoming").output.hasPrefix("Today: Thursday 20 June 2024 · \(log)\n"))
  }

  @Test("The configuration's rules, state and language hold where nobody says otherwise")
  func configured() throws {
    let office = try Office()
    let path = office.scratch.path + "/own.toml"
    try WholeFile.replace(path, with: "language = \"vi\"\nrules = \"/office/rules\"\nstate = \"/office/state\"\n")
    func configured(hasLocale: Bool, _ folders: ProgramFolders) -> CommandEnvironment {
      var environment = office.environment()
      (environment.world.folders, environment.hasLocale) = (folders, hasLocale)
      let isConfigured = environment.configure(by: ConfigurationFile(option: path, variable: nil))
      #expect(isConfigured)
      return environment
    }
    let bare = ProgramFolders(rules: nil, share: nil, program: nil, current: nil)
    let taken = configured(hasLocale: false, bare)
    #expect(taken.language == .vi)
    #expect(taken.folders.ruleFolder(named: nil) == "/office/rules")
    #expect(taken.folders.stateFolder(named: nil) == "/office/state")
    #expect(taken.folders.ruleFolder(named: "mine") == "mine" && taken.folders.stateFolder(named: "mine") == "mine")
    let chosen = configured(
      hasLocale: true, ProgramFolders(rules: "/env/rules", share: nil, program: nil, current: nil, state: "/env/state"))
    #expect(chosen.language == .en)
    #expect(chosen.folders.ruleFolder(named: nil) == "/env/rules")
    #expect(chosen.folders.stateFolder(named: nil) == "/env/state")

    try WholeFile.replace(path, with: "rulez = \"/office/rules\"\n")
    var broken = office.environment()
    let isConfigured = broken.configure(by: ConfigurationFile(option: path, variable: nil))
    #expect(!isConfigured)
    #expect(broken.errors.text.hasPrefix("error[config-unknown-key]"))
  }
}
