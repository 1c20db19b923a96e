import Channels
import Diagnostics
import Glibc
import Presentation
import ServiceStatus
import StateFolder

// Starts rounds where no path unit does: in the foreground, without systemd.
extension Daemon {
  /// Milliseconds from one round to the next at the latest, and after one that failed.
  private static let net = 600_000
  private static let afterFailure = 60_000

  func startRound() {
    guard round != nil else { return }
    deadlines.set(.round, after: Self.net)
    // It would make everything anew, and send everything again.
    guard hasPost else { return deadlines.bring(.lookAgain, after: 0) }
    do throws(SystemError) {
      try round?.start()
    } catch {
      roundFailed(Bilingual(vi: "không chạy được: \(error)", en: "cannot be started: \(error)"))
    }
  }

  func reapRound() {
    guard let code = round?.reap() else { return }
    // EX_TEMPFAIL: another round is at work.
    if code == 75 { return deadlines.bring(.round, after: 5000) }
    guard code == 0 else {
      let ending = Bilingual(
        vi: code < 0 ? "bị tín hiệu \(-code) dừng" : "kết thúc với mã \(code)",
        en: code < 0 ? "was ended by signal \(-code)" : "exited with status \(code)")
      return roundFailed(ending)
    }
    note(.round, nil)
    // Requests may have come meanwhile. If a round leaves those that it should have taken, the next one comes later and
    // later.
    let names = Set(Spool(settings.state.spool).entries().map(\.name))
    left = (names, names == left.names ? min(left.times + 1, 10) : 0)
    if !names.isEmpty { deadlines.bring(.round, after: min(1000 << left.times, Self.net)) }
  }

  private func roundFailed(_ ending: Bilingual) {
    deadlines.set(.round, after: Self.afterFailure)
    let name = round?.command.first ?? ""
    note(.round, Bilingual(vi: "“\(name)” \(ending.vi)", en: "“\(name)” \(ending.en)"))
  }
}
