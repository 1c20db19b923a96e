import ArgumentParser
import Operations
import RuleSyntax

/// A command that records facts and prints what they change.
protocol RecordCommand: OperationCommand {
  var options: RecordOptions { get }

  /// Records the facts; nil if there is nothing to record.
  func record(_ recording: Recording) throws(OperationFailure) -> Recorded?
}

extension RecordCommand {
  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    guard let recorded = try record(Recording(options.request, in: operations)) else {
      console.say(vi: "Không có việc nào cần ghi.", en: "There is nothing to record.")
      return .success
    }
    console.say(recorded)
    return ExitCode(recorded.ending)
  }
}

extension CommandEnvironment {
  /// Prints what was recorded, or would be.
  func say(_ recorded: Recorded) {
    output.write(recorded.text(language, width: width))
    guard recorded.asksForYes else { return }
    complain(
      vi: "Chưa ghi nhận gì. Nếu đúng như vậy, chạy lại với --yes.",
      en: "Nothing was recorded. If it is right, run it again with --yes.")
  }
}

/// A command that records one kind of fact about a task.
protocol TaskFactCommand: RecordCommand {
  static var kind: FactKind { get }
  var subject: TaskArguments { get }
  /// What the kind says of the task; nil if it says nothing.
  var detail: FactDetail? { get }
  /// The day that the kind gives for the work; nil if there is none.
  var newDay: TypedDay? { get }
  /// The document or the reason, as the user gave it.
  var ground: String? { get }
}

extension TaskFactCommand {
  var detail: FactDetail? { nil }
  var newDay: TypedDay? { nil }
  var ground: String? { options.document }

  func record(_ recording: Recording) throws(OperationFailure) -> Recorded? {
    try recording.run(Self.kind, of: subject.name, detail: detail, newDay: newDay, ground: ground)
  }
}
