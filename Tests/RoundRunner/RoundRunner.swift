import Delivery
import Diagnostics
import FactLog
import Glibc
import Notifications
import Outbox
import Reminders
import RuleFiles
import Rules
import Settings
import StateFolder

/// `round-runner FOLDER SECONDS [kill-at CALL | kill-after MICROSECONDS | retry]`: one round over FOLDER as of SECONDS
/// (since 1970), under the round's lock and without facts, for the tests of delivery. FOLDER holds `rules`, `shipped`,
/// `templates`, `nhacviec.toml`, `state`, and `credentials` where it is to have any.
///
/// `kill-at` ends it, as `kill -9` does, at its CALL-th look at the clock, `kill-after` so long after it began, `retry`
/// takes up what was given up. Prints `PENDING DEAD NEXT LOOKS`, NEXT in seconds or `-`.
@main
struct RoundRunner {
  let folder: String
  let start: Instant
  let mode: String
  let number: Int

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 2, let seconds = Int64(arguments[2]) else { exit(64) }
    let runner = RoundRunner(
      folder: arguments[1], start: Instant(seconds: seconds), mode: arguments.count > 3 ? arguments[3] : "",
      number: arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0)
    do {
      try runner.run()
    } catch {
      say("\(error)", to: STDERR_FILENO)
      exit(error is FolderLock.Failure ? 75 : 1)
    }
  }

  private func run() throws {
    let state = StateFolder(folder + "/state")
    let book = try self.book()
    let configuration = ConfigurationFile(option: folder + "/nhacviec.toml", variable: nil).load().configuration
    let files = TemplateFiles(own: "/nonexistent", shipped: folder + "/templates", names: NotificationTemplates.names)
    let templates = NotificationTemplates.read(files.shipped).templates
    if mode == "kill-after" { Self.die(after: number) }
    let lock = try state.lockRound(holder: "round-runner")
    if mode == "retry" {
      _ = try OutboxLog(state, .writing).retry(nil, at: start, until: start.adding(seconds: 2 * 86_400))
    }
    var looks = 0
    let began = Self.seconds()
    let round = DeliveryRound(
      state, configuration, templates, credentials: folder + "/credentials", isClockSynchronised: true,
      hasJournal: false,
      clock: {
        looks += 1
        if mode == "kill-at", looks == number { kill(getpid(), SIGKILL) }
        return start.adding(seconds: Self.seconds() - began)
      })
    let report = try withExtendedLifetime(lock) { try round.run(book) }
    guard report.held == nil, report.failures.allSatisfy({ !$0.en.isEmpty }) else { throw Held(report: report) }
    Self.say("\(report.pending) \(report.deadInAll) \(report.next.map { "\($0.seconds)" } ?? "-") \(looks)")
  }

  struct Held: Error {
    let report: RoundReport
  }

  private func book() throws -> RoundBook {
    let sources = RuleSources(paths: [folder + "/rules"], shipped: [folder + "/shipped"])
    let (rules, _) = RuleBook.read(
      own: sources.own.map { SourceText(name: $0.name, bytes: $0.bytes) },
      shipped: sources.shipped.map { SourceText(name: $0.name, bytes: $0.bytes) })
    return RoundBook(rules: rules, revision: 1, facts: [], head: .empty)
  }

  private static func seconds() -> Int64 { Int64(time(nil)) }

  /// On a thread of its own, so that the round is stopped wherever it is.
  private static func die(after microseconds: Int) {
    var thread = pthread_t()
    let argument = UnsafeMutableRawPointer(bitPattern: max(microseconds, 1))
    pthread_create(
      &thread, nil,
      { argument in
        usleep(UInt32(UInt(bitPattern: argument)))
        kill(getpid(), SIGKILL)
        return nil
      }, argument)
  }

  private static func say(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    let line = Array((text + "\n").utf8)
    line.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
  }
}
