import Channels
import Daemon
import Delivery
import Glibc
import HTTPMessages
import Operations
import Reminders
import RuleFiles
import Settings
import StateFolder
import Web

/// The pages of the office's work, as the daemon serves them.
struct DaemonSite: Site {
  private let site: WebSite

  /// Fails where the shipped templates are missing or wrong.
  init(_ settings: DaemonSettings, _ file: ConfigurationFile) throws(OperationFailure) {
    let state = settings.state.path
    var generator = SystemRandomNumberGenerator()
    let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    site = try WebSite(state: state, secret: secret) { Self.operations(file) }
  }

  func answer(_ request: HTTPRequest) -> HTTPAnswer { site.answer(request) }
  func mostBytes(of head: HTTPRequest) -> Int? { site.mostBytes(of: head) }
  func refresh() -> Int64 { site.refresh() }

  /// What operations take, with the configuration as the file has it now; the standard one where that has errors.
  private static func operations(_ file: ConfigurationFile) -> OperationContext {
    let stamp = FileStamp(file.path)
    let (configuration, diagnostics) = file.load()
    let used = diagnostics.hasErrors ? .standard : configuration
    var operations = OperationContext(
      folders: ProgramFolders.ofProcess.configured(rules: used.rules, state: used.state), now: Int(time(nil)),
      clock: { Instant(seconds: Int64(time(nil))) }, input: { [] }, recorder: nil, credentials: nil,
      isClockSynchronised: { SystemClock.isSynchronised }, journal: { nil })
    if file.isThere { operations.configuration = (file.path, stamp, used) }
    return operations
  }
}
