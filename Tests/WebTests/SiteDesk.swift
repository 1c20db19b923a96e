import Delivery
import FactLog
import FactLogSQLite
import Foundation
import HTTPMessages
import Operations
import Presentation
import Reminders
import RuleFiles
import Settings
import StateFolder
import TestSupport
import Testing
import Web

@testable import nhacviec

/// An office whose pages are looked at: a rule folder, a log in memory, a clock that stands still.
struct SiteDesk {
  let rules: ScratchFolder
  /// Empty until something is promoted or sent.
  let state: ScratchFolder
  let site: WebSite
  private let configuration: String
  private let log: MemoryFactLog
  private let now: Int

  /// 23 September 2024, 08:05 in Việt Nam.
  static let monday = 1_727_053_500

  init(_ files: [String: String] = ["plan.rules": plan], configuration: String = "", now: Int = monday) throws {
    let (rules, log) = (try ScratchFolder(files), MemoryFactLog())
    let state = try ScratchFolder(["nhacviec.toml": configuration])
    (self.rules, self.state, self.log, self.configuration, self.now) = (rules, state, log, configuration, now)
    let (path, folder) = (rules.path, state.path)
    site = try WebSite(state: nil, secret: [1, 2, 3]) { Self.operations(path, folder, log, configuration, now) }
    _ = site.refresh()
  }

  private static func operations(
    _ rules: String, _ state: String, _ log: MemoryFactLog, _ configuration: String, _ now: Int
  ) -> OperationContext {
    var operations = OperationContext(
      folders: ProgramFolders(rules: rules, share: nil, program: repository.path, current: nil, state: state),
      now: now, clock: { Instant(seconds: Int64(now)) }, input: { [] }, recorder: "lan", credentials: nil,
      isClockSynchronised: { true }, journal: { nil })
    let (read, _) = ConfigurationReader.read(.init(name: "nhacviec.toml", text: configuration))
    operations.configuration = ("nhacviec.toml", FileStamp("nhacviec.toml"), read)
    operations.openFacts = { (_, access) throws(StoreFailure) in
      if access == .reading, try log.head() == .empty { throw .missing }
      return log
    }
    return operations
  }

  /// The lines of the log, with author, side and note.
  func facts() throws -> [String] {
    try log.read(.all).facts.map { fact in
      [fact.entry.line, fact.entry.author, fact.entry.onBehalfOf, fact.entry.document, fact.entry.note]
        .compactMap { $0 }.joined(separator: " | ")
    }
  }

  /// Puts the rule folder into force.
  /// - Parameter status: 3 where the rules are to wait for acceptance.
  func promote(status: Int32 = 0) throws {
    try record(["rules", "promote", "--rules", rules.path, "--config", state.path + "/nhacviec.toml"], status: status)
  }

  /// Records a fact by the command line, and has the pages made anew.
  func record(_ arguments: String...) throws { try record(arguments) }

  func record(_ arguments: [String], status: Int32 = 0) throws {
    let (output, errors) = (OutputSink.inMemory(), OutputSink.inMemory())
    var environment = CommandEnvironment(
      output: output, errors: errors, folders: ProgramFolders(rules: nil, share: nil, program: nil, current: nil),
      language: .vi, isColoured: false, width: 200, now: now, input: { [] })
    environment.world = Self.operations(rules.path, state.path, log, configuration, now)
    let command = try #require(try Nhacviec.parseAsRoot(arguments) as? any EnvironmentCommand)
    #expect(command.run(in: environment).rawValue == status, "\(arguments): \(errors.text)")
    // The log in memory has no files whose stamps would tell.
    site.forget()
    _ = site.refresh()
  }

  func get(
    _ target: String, fields: [(String, String)] = [], socket: HTTPRequest.Socket = .group
  ) -> HTTPAnswer {
    site.answer(HTTPRequest("GET", target, fields: fields.map { (name: $0.0, value: $0.1) }, socket: socket))
  }

  /// The text of a page that must be there.
  func text(_ target: String) -> String {
    let answer = get(target)
    #expect(answer.status == 200, "\(target): \(answer.text)")
    return answer.text
  }

  static let plan = """
    kế hoạch kh: Kế hoạch cải cách hành chính năm 2024
      năm: 2024
      lịch: Việt Nam
      ban hành: 04/01/2024
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng

    đơn vị a: Phòng A

    nhiệm vụ I.1: Báo cáo <b>công tác</b> & kiểm tra
      chủ trì: Phòng A
      phối hợp: Văn phòng
      sản phẩm: Báo cáo
      hạn: chậm nhất 30/8/2024

    nhiệm vụ I.2: Kế hoạch kiểm tra
      chủ trì: Văn phòng
      hạn: chậm nhất 27/9/2024

    nhiệm vụ I.3: Việc kín đáo
      độ mật: Mật
      chủ trì: Phòng A
      sản phẩm: Tài liệu kín
      hạn: chậm nhất 31/12/2024

    nhiệm vụ I.4: Sau khi công bố
      chủ trì: Phòng A
      hạn: sau khi Bộ công bố chỉ số

    sự kiện cs: Bộ công bố chỉ số

    """
}

extension HTTPAnswer {
  var text: String { String(decoding: body, as: UTF8.self) }
}
