import FactLog
import FeedStore
import Glibc
import Presentation
import Reminders
import StateFolder

// Requests that people make of the daemon, because it alone writes `web/`.
extension Daemon {
  /// Milliseconds until it looks again where one user asked for more than is answered at once.
  private static let nextLook = 1000

  /// Answers what lies in its spool.
  func answerRequests() {
    let state = settings.state
    let spool = Spool(state.requests(to: .daemon))
    guard !spool.isEmpty else { return note(.requests, nil) }
    var failure: SystemError?
    // Files are dated by the machine's clock.
    let now = Int64(time(nil))
    for entry in spool.take(now: now).entries {
      do throws(SystemError) {
        try state.answer(entry, answer(entry), by: .daemon)
      } catch {
        failure = failure ?? error
      }
    }
    state.removeOldAnswers(now: now, by: .daemon)
    note(.requests, failure?.words)
    if failure == nil, !spool.isEmpty { deadlines.bring(.requests, after: Self.nextLook) }
  }

  private func answer(_ entry: Spool.Entry) -> SpoolAnswer {
    let state = settings.state
    do throws(StoreFailure) {
      // No folder is made in the place of one that was here and was moved away, with all addresses in it.
      guard !hasWeb || Folder.isThere(state.web) else { throw .gone(mark: nil) }
      let answer = try TokenDesk(state).answer(
        entry.request ?? .wake, by: LoginName.of(entry.user), at: Instant(seconds: clock.now()))
      hasWeb = true
      return answer
    } catch {
      let words = FactLogWords.diagnostic(error, at: state.tokensDatabase).words
      return SpoolAnswer(
        exitCode: 1, vi: "lỗi: \(state.tokensDatabase): \(words.vi)", en: "error: \(state.tokensDatabase): \(words.en)")
    }
  }
}
