import ArgumentParser
import Foundation
import Presentation
import RuleFiles
import TestSupport

@testable import nhacviec

/// One run of the program inside the tests, with its own sinks, folders, clock and standard input.
struct CommandRun {
  let code: Int32
  let output: String
  let errors: String

  /// 10 January 2024, 09:00 in Việt Nam.
  static let now = 1_704_852_000

  init(
    _ arguments: [String], language: Language = .en, input: String = "", rules: String? = nil, now: Int = now,
    width: Int = 100
  ) {
    let (output, errors) = (OutputSink.inMemory(), OutputSink.inMemory())
    var rest = Array(input.utf8)
    let environment = CommandEnvironment(
      output: output, errors: errors,
      folders: ProgramFolders(
        rules: rules, share: nil, program: repository.path, current: nil),
      language: language, isColoured: false, width: width, now: now,
      input: {
        // In small pieces, as a pipe would bring it.
        defer { rest.removeFirst(min(7, rest.count)) }
        return Array(rest.prefix(7))
      })
    do {
      let command = try Nhacviec.parseAsRoot(PhraseArguments.separated(arguments))
      guard let command = command as? any EnvironmentCommand else {
        (code, self.output, self.errors) = (0, "", "")
        return
      }
      code = command.run(in: environment).rawValue
    } catch {
      code = Nhacviec.exitCode(for: error).rawValue
      errors.write(ArgumentComplaint(arguments, language, now: now).text(for: error))
    }
    self.output = output.text
    self.errors = errors.text
  }
}
