import CivilCalendar
import Diagnostics
import FactLog
import FactLogSQLite
import Foundation
import JSON
import Presentation
import RuleFiles
import Settings
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

/// A clerk's desk: a rule folder, a log in memory, a clock.
struct Desk {
  let rules: ScratchFolder
  let log: any FactLog
  /// 20 June 2024, 09:00 in Việt Nam.
  var now = 1_718_848_800
  var login = "lan"
  /// The columns of the terminal.
  var width = 1000
  /// The configuration file; nil: there is none.
  var configuration: String?

  init(_ files: [String: String] = ["plan.rules": CommandTests.plan], log: any FactLog = MemoryFactLog()) throws {
    rules = try ScratchFolder(files)
    self.log = log
  }

  typealias Said = (code: Int32, output: String, errors: String)

  @discardableResult
  func callAsFunction(_ arguments: String..., language: Language = .vi) -> Said { run(arguments, language) }

  func run(_ arguments: [String], _ language: Language = .vi) -> Said {
    let (output, errors) = (OutputSink.inMemory(), OutputSink.inMemory())
    var environment = CommandEnvironment(
      output: output, errors: errors,
      folders: ProgramFolders(
        rules: rules.path, share: nil, program: repository.path, current: nil, state: "/nowhere"),
      language: language, isColoured: false, width: width, now: now, input: { [] })
    environment.world.recorder = login
    if let configuration {
      let (read, diagnostics) = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: configuration))
      #expect(diagnostics.isEmpty)
      environment.world.configuration = ("nhacviec.toml", FileStamp("nhacviec.toml"), read)
    }
    let log = log
    environment.world.openFacts = { (_, access) throws(StoreFailure) in
      if access == .reading, try log.head() == .empty { throw .missing }
      return log
    }
    do {
      let command = try Nhacviec.parseAsRoot(arguments)
      guard let command = command as? any EnvironmentCommand else { return (0, "", "") }
      let code = command.run(in: environment).rawValue
      return (code, output.text, errors.text)
    } catch {
      return (Nhacviec.exitCode(for: error).rawValue, output.text, Nhacviec.fullMessage(for: error))
    }
  }

  var lines: [String] { (try? log.read(.all).facts.map(\.entry.line)) ?? [] }
}
