import ArgumentParser
import Operations

/// `nhacviec round`: accepts a round that waits.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "round", vi: "Lượt nhắc việc đang chờ xác nhận.", en: "A round that waits for acceptance.",
    subcommands: [Accept.self])

  struct Accept: RevisionCommand {
    static let configuration = CommandConfiguration(
      "accept", vi: "Cho lượt đang chờ được gửi, một lần.", en: "Let the round that waits go out, once.")

    @Option(
      help:
        "Nhiều nhất chừng này đơn vị / at most so many units (mặc định: như lượt đang chờ / as the round that waits).")
    var recipients: Int?

    @Option(help: "Trong chừng này giờ / for so many hours.")
    var hours = 24

    @OptionGroup var options: RevisionOptions

    func validate() throws {
      if !(1...24).contains(hours) { throw ValidationError("--hours: 1–24") }
    }

    func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      console.say(try ServiceRequest(run).acceptRound(recipients: recipients, hours: hours))
    }
  }
}
