import ArgumentParser
import Expansion
import Operations
import Presentation
import RuleSyntax
import Rules

/// Records what a command is told, and prints what that changes.
struct Recorder {
  private let options: RecordOptions
  private let environment: CommandEnvironment
  private let language: Language

  init(_ options: RecordOptions, _ environment: CommandEnvironment) {
    self.options = options
    self.environment = environment
    language = options.languages.language(in: environment)
  }

  /// A line about a task.
  /// - Parameters:
  ///   - detail: what the kind says of the task, as lines write it.
  ///   - ground: the document or the reason, as it was given.
  func run(_ kind: FactKind, of task: TaskArguments, detail: String?, ground: String?) -> ExitCode {
    run { recording throws(OperationFailure) in
      try recording.run(kind, of: task.name, detail: detail, ground: ground)
    }
  }

  /// One line.
  func run(_ line: String) -> ExitCode {
    run { recording throws(OperationFailure) in try recording.run { _ in [Draft(line: line)] } }
  }

  func run(_ record: (Recording) throws(OperationFailure) -> Recorded?) -> ExitCode {
    environment.attempt(language) { operations throws(OperationFailure) in
      guard let recorded = try record(Recording(options.request, in: operations)) else {
        environment.output.write(
          language.choose(vi: "Không có việc nào cần ghi.\n", en: "There is nothing to record.\n"))
        return .success
      }
      write(recorded)
      return ExitCode(recorded.ending)
    }
  }

  private func write(_ recorded: Recorded) {
    let words = DutyChangeText(recorded.book.rules, language, today: recorded.book.today)
    var text = ""
    for (index, line) in recorded.lines.enumerated() {
      let head =
        recorded.numbers.map {
          language.choose(vi: "ghi nhận số \($0[index])", en: "fact \($0[index])")
        } ?? language.choose(vi: "chưa ghi nhận", en: "not recorded")
      text += TerminalEscaper.escape("\(head): \(line)") + "\n"
    }
    text += "→ " + words.summary(of: recorded.changes) + "\n"
    for line in words.lines(of: recorded.changes) {
      let wrapped = TextWrapping.lines(of: line, columns: max(20, environment.width - 4))
      text += "  " + wrapped.joined(separator: "\n    ") + "\n"
    }
    environment.output.write(text + StateOption.line(recorded.database, language))
    if recorded.asksForYes {
      environment.errors.write(
        language.choose(
          vi: "Chưa ghi nhận gì. Nếu đúng như vậy, chạy lại với --yes.\n",
          en: "Nothing was recorded. If it is right, run it again with --yes.\n"))
    }
  }
}
