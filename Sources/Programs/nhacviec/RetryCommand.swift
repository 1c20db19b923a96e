import ArgumentParser
import Operations

/// `nhacviec retry`: sends again what was given up.
struct RetryCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "retry", vi: "Gửi lại thư không gửi được.", en: "Try again what was given up.")

  @Argument(help: "Số của thư / the message's number (nhacviec deliveries --dead).")
  var message: Int64?

  @Flag(help: "Tất cả / all of them.")
  var all = false

  @OptionGroup var options: RevisionOptions

  func validate() throws {
    if (message == nil) != all {
      throw ValidationError(vi: "cần số của thư, hoặc --all", en: "a message's number is needed, or --all")
    }
  }

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    console.say(try ServiceRequest(run).retry(message))
  }
}
