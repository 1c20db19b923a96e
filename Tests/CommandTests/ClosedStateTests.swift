import Glibc
import Presentation
import RuleFiles
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

/// A machine with an office's state, seen by somebody outside its group: the tests run as root, whom nothing is closed to, so
/// the kernel's answer is given here.
private struct Outsider {
  let scratch: ScratchFolder
  /// Rights that the office's folder of facts gives to this user.
  var granted: Int32 = 0
  var office: String { scratch.path + "/office" }
  var own: String { scratch.path + "/home/.local/state/nhacviec" }

  init() throws {
    scratch = try ScratchFolder(["rules/plan.rules": CommandTests.plan, "nhacviec.toml": "", "office/facts/.keep": ""])
  }

  func callAsFunction(
    _ arguments: String..., environmentState: String? = nil, configured: String? = nil, language: Language = .vi
  ) throws -> Desk.Said {
    try run(arguments, environmentState: environmentState, configured: configured, language)
  }

  func run(
    _ arguments: [String], environmentState: String? = nil, configured: String? = nil, _ language: Language = .vi
  ) throws -> Desk.Said {
    let (closed, granted) = (office + "/facts", granted)
    var folders = ProgramFolders(
      rules: scratch.path + "/rules", share: nil, program: repository.path, current: nil, state: environmentState,
      systemState: office, ownState: own, isRoot: false,
      refusal: { path, rights in
        guard path == closed, access(path, F_OK) == 0 else { return access(path, rights) == 0 ? nil : errno }
        return rights & ~granted == 0 ? nil : EACCES
      })
    folders = folders.configured(rules: nil, state: configured)
    let environment = CommandEnvironment(
      output: .inMemory(), errors: .inMemory(), folders: folders, language: language, isColoured: false, width: 1000,
      // 20 June 2024, 09:00 in Việt Nam.
      now: 1_718_848_800, input: { [] }, recorder: "lan")
    let command = try #require(try Nhacviec.parseAsRoot(arguments) as? any EnvironmentCommand)
    let code = command.run(in: environment).rawValue
    return (code, environment.output.text, environment.errors.text)
  }

  /// Whether anything was written, in the office's state or elsewhere.
  var isUntouched: Bool {
    Folder.names(in: office + "/facts") == [] && Folder.names(in: office) == ["facts"]
      && !Folder.isThere(scratch.path + "/home")
  }
}

@Suite("The office's state, closed to who runs a command")
struct ClosedStateTests {
  @Test("Recording is refused, with what to do, and nothing is written anywhere")
  func recording() throws {
    let outsider = try Outsider()
    for arguments in [
      ["done", "I.1", "--on", "04/01/2024"], ["event", "record", "chi-so-pii", "--on", "09/5/2024"],
      ["waive", "I.1", "--because", "x"], ["baseline", "vi-du-2024", "--yes"],
    ] {
      let said = try outsider.run(arguments)
      #expect(said.code == 1 && said.output.isEmpty, "\(arguments) \(said)")
      #expect(said.errors.contains("lỗi[state-closed]") && said.errors.contains(outsider.office), "\(said.errors)")
      #expect(said.errors.contains("--state THƯ-MỤC"))
      #expect(outsider.isUntouched)
    }
  }

  @Test("Who may read and not write records nothing either")
  func readers() throws {
    var outsider = try Outsider()
    outsider.granted = R_OK | X_OK
    #expect(try outsider("done", "I.1", "--on", "04/01/2024").errors.contains("lỗi[state-closed]"))
    #expect(outsider.isUntouched)
    let list = try outsider("upcoming")
    #expect(list.code == 0 && !list.errors.contains("không đọc được"), "\(list)")
    #expect(list.output.contains("chưa có ghi nhận nào trong \(outsider.office)/facts/facts.db"))
  }

  @Test("An office's folder of facts that is gone is no leave to record elsewhere; a machine without an office is")
  func gone() throws {
    let outsider = try Outsider()
    try Folder.remove(outsider.office + "/facts")
    let said = try outsider("done", "I.1", "--on", "04/01/2024", language: .en)
    #expect(said.code == 1 && said.errors.contains("error[state-closed]: the office's folder of facts is not here"))
    #expect(!Folder.isThere(outsider.scratch.path + "/home") && Folder.names(in: outsider.office) == [])
    try Folder.remove(outsider.office)
    let alone = try outsider("done", "I.1", "--on", "04/01/2024", language: .en)
    #expect(alone.code == 0 && alone.output.hasSuffix("log of facts: \(outsider.own)/facts/facts.db\n"), "\(alone)")
  }

  @Test("A member records in the office's log, which is named")
  func members() throws {
    var member = try Outsider()
    member.granted = R_OK | W_OK | X_OK
    let said = try member("done", "I.1", "--on", "04/01/2024")
    #expect(said.code == 0, "\(said.errors)")
    #expect(said.output.hasSuffix("\nsổ ghi nhận: \(member.office)/facts/facts.db\n"), "\(said.output)")
    #expect(access(member.office + "/facts/facts.db", F_OK) == 0)
  }

  @Test("A folder that somebody names is theirs to use; the configuration's state is the office's")
  func named() throws {
    let outsider = try Outsider()
    let mine = outsider.scratch.path + "/mine"
    let said = try outsider("done", "I.1", "--on", "04/01/2024", "--state", mine, language: .en)
    #expect(said.code == 0 && said.output.hasSuffix("\nlog of facts: \(mine)/facts/facts.db\n"), "\(said)")
    let variable = try outsider("undo", "I.1", environmentState: mine)
    #expect(variable.code == 0, "\(variable)")
    for said in [
      try outsider("done", "I.1", "--on", "04/01/2024", configured: outsider.office),
      try outsider("done", "I.1", "--on", "04/01/2024", "--state", outsider.office),
    ] { #expect(said.code == 1 && said.errors.contains("lỗi[state-closed]"), "\(said)") }
    #expect(Folder.names(in: outsider.office + "/facts") == [])
  }

  @Test("Lists go on and say so; whatever would promote, send or judge is refused")
  func lists() throws {
    let outsider = try Outsider()
    let note = "note: the office's state in \(outsider.office) is closed to you and is not taken into account\n"
    for command in [["upcoming"], ["upcoming", "--format", "json"], ["show", "I.1"], ["calendar", "2024-06"]] {
      let said = try outsider.run(command, .en)
      #expect(said.code == 0 && said.errors.hasPrefix(note), "\(said)")
      let place = "no facts yet in \(outsider.own)/facts/facts.db"
      #expect((command.contains("json") ? said.errors : said.output).contains(place), "\(said)")
    }
    for command in [["deliveries"], ["rules", "list"]] {
      let said = try outsider.run(command, .en)
      #expect(said.code == 0 && said.errors == note, "\(said)")
    }
    let config = outsider.scratch.path + "/nhacviec.toml"
    for command in [
      ["rules", "promote"], ["remind"], ["remind", "--dry-run"], ["doctor", "--offline"],
    ] {
      let said = try outsider.run(command + ["--config", config], .en)
      #expect(said.code == 1 && said.errors.contains("error[state-closed]"), "\(command) \(said)")
    }
    let status = try outsider("status", "--config", config, language: .en)
    #expect(status.code == 3 && status.errors.hasPrefix("UNKNOWN: \(outsider.office): the office's state"), "\(status)")
    #expect(outsider.isUntouched)
  }
}
