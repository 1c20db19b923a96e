import Delivery
import FactLog
import Hashing
import Outbox
import Reminders
import Revisions
import StateFolder

/// Carries out the requests that the spool holds for a round.
struct RoundRequests {
  private let run: RemindRun
  private let now: Instant
  private var state: StateFolder { run.state }
  /// The answers to promotions in this round. Checking rules takes long, so that the same request is not carried out
  /// again.
  private var promotions: [Promotion: SpoolAnswer] = [:]

  private struct Promotion: Hashable {
    var user: UInt32
    var hash: String?
  }

  init(_ run: RemindRun, at now: Instant) {
    self.run = run
    self.now = now
  }

  /// Carries out a request. Returns the answer, which is also given if it fails, and what the focal points must be
  /// told.
  mutating func answer(_ entry: Spool.Entry) -> (SpoolAnswer, [ServiceNote]) {
    let author = LoginName.of(entry.user)
    do {
      switch entry.request {
      case .promote: return promote(by: entry.user, accepting: nil)
      case .acceptRules(let hash): return promote(by: entry.user, accepting: hash)
      case .acceptRound(let round): return (try Self.accept(round, author, state, now), [])
      case .retry(let message): return (try Self.retry(message, state, now), [])
      case .tryMail(let address): return (try ChannelTrial(run.context).answer(sendingTo: address, at: now), [])
      case .signIn(let name, let browser, let asker):
        try signIn(name, browser, asker)
        // Whoever reads the answers learns nothing of units.
        return (SpoolAnswer(exitCode: 0, vi: "Đã nhận.", en: "Taken."), [])
      case .makeToken, .listTokens, .revokeToken, .acceptProposal, .readRegister, .wake, nil:
        return (Self.refusal("không hiểu yêu cầu này", "this request is not understood"), [])
      }
    } catch {
      let words = run.context.diagnostic(error).words
      return (SpoolAnswer(exitCode: Ending(of: error).rawValue, words), [])
    }
  }

  /// What hinders a letter stands in the journal alone: who asks is told the same in every case.
  private func signIn(_ name: String, _ browser: String, _ asker: SignInCount.Asker) throws {
    let context = run.context
    guard let browser = SHA256Digest(hexadecimal: browser), let live = try RevisionStore(state).live() else { return }
    let letters = SignInLetters(
      state, context.configuration, run.templates, credentials: context.operations.credentials)
    for problem in try letters.send(to: name, browser, asker, live.rules, at: now) {
      context.operations.tell(.warning(problem))
    }
  }

  private mutating func promote(by user: UInt32, accepting hash: String?) -> (SpoolAnswer, [ServiceNote]) {
    let promotion = Promotion(user: user, hash: hash)
    if let answer = promotions[promotion] { return (answer, []) }
    let author = LoginName.of(user)
    let folder = run.context.operations.folders.ruleFolder(named: run.context.configuration.rules)
    let words = RulePromotion(run: run).words(folder: folder, by: author, accepting: hash, at: now)
    if hash != nil { promotions = [:] }
    promotions[promotion] = words.answer
    return (words.answer, words.note(at: now).map { [$0] } ?? [])
  }

  /// Accepts the held round once: for its own reasons only, for no more units than it had, and within a day.
  static func accept(
    _ round: SpoolRequest.HeldRoundName, _ author: String, _ state: StateFolder, _ now: Instant
  ) throws -> SpoolAnswer {
    let log = try OutboxLog(state, .writing)
    guard let held = try log.heldRound(), !held.reasons.isEmpty else {
      return refusal("không có lượt nào đang chờ xác nhận", "no round waits for acceptance")
    }
    let last = max(now, held.began).adding(seconds: Acceptance.longest)
    guard round.facts == held.facts, round.reasons == held.reasons, (0...held.recipients).contains(round.recipients),
      (now.seconds...last.seconds).contains(round.until)
    else {
      return refusal(
        "lượt đang chờ (\(held.recipients) đơn vị, vì: \(held.held ?? "")) không phải là lượt được xác nhận; xem lại: "
          + "nhacviec status",
        "the round that waits (\(held.recipients) units, since \(held.held ?? "")) is not the one that was accepted; look "
          + "again: nhacviec status")
    }
    let acceptance = Acceptance(
      recipients: round.recipients, messages: held.messages ?? 0, since: held.began,
      until: Instant(seconds: round.until), reasons: held.reasons, facts: held.facts)
    try log.accept(acceptance, by: author, at: now)
    return SpoolAnswer(
      exitCode: 0, vi: "Đã xác nhận; lượt tiếp theo sẽ gửi.", en: "Accepted; the next round sends.")
  }

  private static func refusal(_ vi: String, _ en: String) -> SpoolAnswer { SpoolAnswer(exitCode: 1, vi: vi, en: en) }

  /// Makes deliveries that were given up pending again.
  static func retry(_ message: Int64?, _ state: StateFolder, _ now: Instant) throws -> SpoolAnswer {
    let count = try OutboxLog(state, .writing).retry(message, at: now, until: now.adding(seconds: 2 * 86_400))
    guard count > 0 else {
      return SpoolAnswer(
        exitCode: 1, vi: "không có thư nào như vậy để gửi lại", en: "there is nothing like this to be sent again")
    }
    return SpoolAnswer(
      exitCode: 0, vi: "Sẽ gửi lại \(count) thư ở lượt tiếp theo.",
      en: "\(count == 1 ? "1 delivery" : "\(count) deliveries") will be tried again in the next round.")
  }
}
