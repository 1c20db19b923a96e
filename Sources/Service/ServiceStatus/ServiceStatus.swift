package import Diagnostics
import Glibc
import Presentation
import Revisions
package import StateFolder

/// How reminding goes, read from the files of the state folder, for the daemon, its pages and `nhacviec status`.
package struct ServiceStatus: Hashable, Sendable {
  /// The mark of the last completed round, which is kept while the next one runs; nil if there was none.
  package var mark: RoundMark?
  /// When a round last ended or found nothing to do: seconds since 1970.
  package var lookedAt: Int64?
  /// Whether the mark is gone, because a round is at work or broke off.
  package var isRoundUnderWay = false
  /// The number of the live revision; 0 if no rules are in force.
  package var revision = 0
  /// The SHA-256 of its sources.
  package var revisionHash: String?
  /// Why the live revision cannot be used; nil if it can.
  package var revisionProblem: RuleFolder.Problem?
  /// Why the log of messages counts as lost; nil if it does not.
  package var outboxLoss: Bilingual?
  package var folder: RuleFolder = .unread
  package var waiting: WaitingRules?
  /// The letters for signing in of the last hour.
  package var signIns = SignInCount()
  /// How many proposals wait for a decision, which only `nhacviec status` asks for.
  package var proposals = 0
  /// What `ServiceAccess` finds, which only `nhacviec status` asks for.
  package var access: [Finding] = []

  package init() {}

  /// Reads everything but the rule folder.
  package mutating func read(_ state: StateFolder) {
    outboxLoss = state.isOutboxGone ? Self.loss(of: state) : nil
    readMark(state)
    readRevision(state)
    waiting = state.readWaitingRules()
  }

  /// The words for a log of messages that is lost.
  package static func loss(of state: StateFolder) -> Bilingual {
    let mark = state.isOutboxGone ? state.outboxMark : nil
    let words = FactLogWords.diagnostic(.gone(mark: mark), at: state.postDatabase).words
    return Bilingual(
      vi: "không gửi gì: sổ gửi \(state.postDatabase) \(words.vi)",
      en: "nothing is sent: the log of messages, \(state.postDatabase): \(words.en)")
  }

  package mutating func readMark(_ state: StateFolder) {
    signIns = SignInCount(state)
    let mark = state.readRoundMark()
    isRoundUnderWay = mark == nil && self.mark != nil
    self.mark = mark ?? self.mark
    lookedAt = state.lookedAt ?? lookedAt
  }

  package mutating func readRevision(_ state: StateFolder) {
    let store = RevisionStore(state)
    (revision, revisionHash, revisionProblem) = (0, nil, nil)
    do throws(RevisionFailure) {
      guard let number = try store.liveNumber() else { return }
      revision = number
      revisionHash = try store.manifest(number).sources.description
    } catch .gone {
      // `outboxLoss` says it.
    } catch {
      revisionProblem = RuleFolder.Problem(error.diagnostic)
    }
  }

  /// Reads and checks the rule folder; after `readRevision`.
  package mutating func readFolder(_ path: String, shipped: [String]) {
    folder = RuleFolder.read(path, shipped: shipped, live: revision > 0 ? revisionHash ?? "" : nil)
  }

  /// Seconds after which a round should have looked again, which is three times the interval of the timer.
  package static let oldestLook: Int64 = 30 * 60

  /// Why reminders may not go out, the most urgent reason first; empty if they do.
  ///
  /// - Parameter now: seconds since 1970.
  package func obstacles(at now: Int64) -> [Bilingual] {
    var found = [outboxLoss].compactMap { $0 }
    if let problem = revisionProblem {
      found.append(
        Bilingual(
          vi: "quy tắc đang có hiệu lực bị hỏng: \(problem.words.vi)",
          en: "the rules in force are damaged: \(problem.words.en)"))
    } else if revision == 0 {
      found.append(Bilingual(vi: "chưa có quy tắc nào có hiệu lực", en: "no rules yet"))
    }
    guard let mark, let lookedAt else {
      found.append(Bilingual(vi: "chưa có lượt nhắc nào hoàn thành", en: "no round was completed yet"))
      return found
    }
    if let held = mark.held {
      found.append(
        Bilingual(
          vi: "lượt nhắc bị giữ, không gửi thư nhắc nào (nhacviec round accept): \(held.vi)",
          en: "the round is held, no reminder is sent (nhacviec round accept): \(held.en)"))
    }
    if let failure = mark.failure {
      found.append(
        Bilingual(vi: "lượt nhắc trước chưa làm được hết: \(failure.vi)", en: "the last round failed: \(failure.en)"))
    }
    let minutes = (now - lookedAt) / 60
    if now - lookedAt > Self.oldestLook {
      found.append(
        Bilingual(vi: "lượt nhắc trước đã cách đây \(minutes) phút", en: "the last round was \(minutes) minutes ago"))
    }
    return found
  }
}
