import ArgumentParser
import Presentation
import RuleFiles
import ServiceStatus
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

/// A small office with a real state folder, whose mails go to a Maildir.
struct MailOffice {
  let scratch: ScratchFolder
  var state: String { scratch.path + "/state" }
  var config: [String] { ["--config", scratch.path + "/nhacviec.toml"] }
  /// 5 January and 10 March 2027, 09:00 in Việt Nam.
  static let january = 1_799_114_400
  static let march = 1_804_644_000

  private static let head = """
    kế hoạch kh: Kế hoạch thử
      năm: 2027
      lịch: Việt Nam
      ban hành: 04/01/2027
      đầu mối: Văn phòng
      nhắc: trước 7, 1 ngày; quá hạn không

    đơn vị vp: Văn phòng
      email: vp@so.example


    """
  private static let task = """
    nhiệm vụ I.1: Báo cáo công tác
      chủ trì: Văn phòng
      hạn: chậm nhất 15/3/2027

    """

  /// - Parameter tasks: what the office does, with the other units that do it.
  init(tasks: String = task) throws {
    scratch = try ScratchFolder(["rules/plan.rules": Self.head + tasks, "nhacviec.toml": "", "maildir/.keep": ""])
    try configure("[maildir]\npath = \"\(scratch.path)/maildir\"\n")
  }

  /// - Parameters:
  ///   - ways: the tables of the configuration that say where messages go.
  ///   - limits: further lines of `[limits]`.
  ///   - journal: whether rounds and promotions write to the journal.
  func configure(_ ways: String, limits: String = "", journal: Bool = false) throws {
    try WholeFile.replace(
      scratch.path + "/nhacviec.toml",
      with: """
        rules = "\(scratch.path)/rules"
        \(ways)
        [journal]
        enabled = \(journal)
        [limits]
        synchronised-clock = false
        \(limits)

        """)
  }

  @discardableResult
  func callAsFunction(
    _ arguments: String..., at now: Int = january, state: String? = nil, language: Language = .en,
    units: ServiceUnits? = nil
  ) throws -> Desk.Said {
    try self(arguments, at: now, state: state, language: language, units: units)
  }

  @discardableResult
  func callAsFunction(
    _ arguments: [String], at now: Int = january, state: String? = nil, language: Language = .en,
    units: ServiceUnits? = nil, width: Int = 1000
  ) throws -> Desk.Said {
    var environment = environment(at: now, state: state, language: language, width: width)
    environment.world.units = { _ in units }
    let command = try #require(try Nhacviec.parseAsRoot(arguments) as? any EnvironmentCommand)
    return (command.run(in: environment).rawValue, environment.output.text, environment.errors.text)
  }

  func environment(
    at now: Int, state: String? = nil, language: Language = .en, width: Int = 1000
  ) -> CommandEnvironment {
    CommandEnvironment(
      output: .inMemory(), errors: .inMemory(),
      folders: ProgramFolders(
        rules: scratch.path + "/rules", share: nil, program: repository.path, current: nil, state: state ?? self.state),
      language: language, isColoured: false, width: width, now: now, input: { [] }, recorder: "lan")
  }

  @discardableResult
  func remind(_ moment: String, state: String? = nil) throws -> Desk.Said {
    try self("remind", "--now", moment, config[0], config[1], state: state)
  }

  /// With its rules in force.
  static func promoted(tasks: String = task) throws -> MailOffice {
    let office = try MailOffice(tasks: tasks)
    let said = try office("rules", "promote", office.config[0], office.config[1])
    #expect(said.code == 0, "\(said)")
    return office
  }

  /// What was sent.
  var sent: [String] {
    let folder = scratch.path + "/maildir/new"
    return (Folder.names(in: folder) ?? []).compactMap { WholeFile.read("\(folder)/\($0)") }
  }
}
