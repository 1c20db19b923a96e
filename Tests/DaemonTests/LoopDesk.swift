import Foundation
import Settings
import StateFolder
import TestSupport
import Testing

@testable import Daemon

/// The daemon's loop in this process, on a clock that the test moves: nothing of it waits.
final class LoopDesk {
  let folders: DaemonDesk
  let clock = VirtualClock()
  let daemon: Daemon

  /// - Parameters:
  ///   - quiet: how long rules are left alone, in seconds.
  ///   - round: the command of a round, as in the foreground.
  init(quiet: Int = 30, round: [String]? = nil) throws {
    folders = try DaemonDesk()
    try folders.write("[daemon]\nquiet-seconds = \(quiet)\n", to: "nhacviec.toml")
    let rules = folders.rules
    let settings = DaemonSettings(
      state: folders.state, shipped: [folders.root + "/share/calendars", folders.root + "/share/policies"],
      configurationFile: ConfigurationFile(option: folders.root + "/nhacviec.toml", variable: nil), round: round,
      version: "0", timeZone: "Asia/Ho_Chi_Minh", ruleFolder: { _ in rules })
    // The daemon blocks signals, which this process needs.
    var mask = sigset_t()
    pthread_sigmask(SIG_SETMASK, nil, &mask)
    defer { pthread_sigmask(SIG_SETMASK, &mask, nil) }
    daemon = try Daemon(
      settings, manager: nil, sockets: [], journal: .standardError,
      clock: Clock(now: { [clock] in clock.seconds }, monotonic: { [clock] in clock.milliseconds }))
    try daemon.begin()
    daemon.turn(within: 0)
  }

  /// Lets time go by, from one thing that the daemon has to do to the next.
  func pass(milliseconds: Int) {
    let end = clock.milliseconds + milliseconds
    while true {
      daemon.turn(within: 0)
      if let instant = daemon.alarm.instant, instant <= clock.seconds { daemon.rang(.instant) }
      guard clock.milliseconds < end else { return }
      let waits = daemon.deadlines.timeout
      let next =
        [
          end, waits < 0 ? end : clock.milliseconds + max(1, Int(waits)),
          daemon.alarm.instant.map { max(clock.milliseconds + 1, Int($0) * 1000) } ?? end,
        ].min() ?? end
      clock.advance(milliseconds: next - clock.milliseconds)
    }
  }

  func pass(seconds: Int) { pass(milliseconds: seconds * 1000) }

  /// What a round leaves: a mark of its own, with the instant of the next.
  func mark(_ stamp: String, next: Int64?) throws {
    try folders.mark { mark in (mark.stamp, mark.next) = (stamp, next) }
    daemon.turn(within: 0)
  }

  /// The requests in the spool, which a round takes.
  func taken() throws -> [SpoolRequest] {
    let requests = folders.requests
    for entry in folders.spool.entries() { try folders.spool.remove(entry) }
    return requests
  }
}
