import ArgumentParser
import FactLog
import Outbox
import Presentation
import Reminders
import Settings
import StateFolder

/// `nhacviec round`.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: """
      Lượt nhắc việc đang chờ xác nhận.
      A round that waits for acceptance.
      """,
    subcommands: [Accept.self])

  struct Accept: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: """
        Cho lượt đang chờ được gửi, một lần.
        Let the round that waits go out, once.
        """)

    @Option(
      help:
        "Nhiều nhất chừng này đơn vị / at most so many units (mặc định: như lượt đang chờ / as the round that waits).")
    var recipients: Int?

    @Option(help: "Trong chừng này giờ / for so many hours.")
    var hours = 24

    @OptionGroup var options: RevisionOptions

    var configurationFile: ConfigurationFile? { options.config.file }

    func validate() throws {
      if !(1...24).contains(hours) { throw ValidationError("--hours: 1–24") }
    }

    func run(in environment: CommandEnvironment) -> ExitCode {
      guard let request = ServiceRequest(options, environment) else { return .failure }
      let now = Instant(seconds: Int64(environment.now))
      do throws(StoreFailure) {
        guard let held = try OutboxLog(request.state, .reading).heldRound() else {
          return request.complain("không có lượt nào đang chờ xác nhận", "no round waits for acceptance")
        }
        // The clock of the round that is held may be ahead.
        let until = max(now, held.began).adding(seconds: Int64(hours) * 3600)
        let round = SpoolRequest.HeldRoundName(
          recipients: recipients ?? held.recipients, until: until.seconds, facts: held.facts, reasons: held.reasons)
        return request.perform(.acceptRound(round), as: "nhacviec round accept") {
          try RoundRequests.accept(round, environment.login, request.state, now)
        }
      } catch {
        guard error != .missing else {
          return request.complain("không có lượt nào đang chờ xác nhận", "no round waits for acceptance")
        }
        return request.complain(error)
      }
    }
  }
}

/// `nhacviec retry`: what was given up is tried once more.
struct RetryCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: """
      Gửi lại thư không gửi được.
      Try again what was given up.
      """)

  @Argument(help: "Số của thư / the message's number (nhacviec deliveries --dead).")
  var message: Int64?

  @Flag(help: "Tất cả / all of them.")
  var all = false

  @OptionGroup var options: RevisionOptions

  var configurationFile: ConfigurationFile? { options.config.file }

  func validate() throws {
    if (message == nil) != all {
      throw ValidationError(vi: "cần số của thư, hoặc --all", en: "a message's number is needed, or --all")
    }
  }

  func run(in environment: CommandEnvironment) -> ExitCode {
    guard let request = ServiceRequest(options, environment) else { return .failure }
    return request.perform(.retry(message: message), as: "nhacviec retry") {
      try RoundRequests.retry(message, request.state, Instant(seconds: Int64(environment.now)))
    }
  }
}
