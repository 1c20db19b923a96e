import Configuration
import Delivery
import Glibc
import Messages
import PostStore
import Reminders
import Revisions
import RuleSyntax
import StateFolder
import Store

/// Carries out what the spool asks of a round, and leaves the answers.
struct RoundRequests {
  private let setting: RoundSetting
  private let environment: CommandEnvironment
  private let now: Instant
  private var state: StateFolder { setting.state }

  init(_ setting: RoundSetting, _ environment: CommandEnvironment, at now: Instant) {
    self.setting = setting
    self.environment = environment
    self.now = now
  }

  /// - Returns: what the focal points must hear of it.
  func answer(_ entry: Spool.Entry) throws -> [ServiceNote] {
    let author = CommandEnvironment.login(of: entry.user)
    var notes: [ServiceNote] = []
    let answer: SpoolAnswer
    switch entry.request {
    case .promote: (answer, notes) = promote(by: author, accepting: nil)
    case .acceptRules(let hash): (answer, notes) = promote(by: author, accepting: hash)
    case .acceptRound(let recipients, let until):
      answer = try Self.accept(Acceptance(recipients: recipients, until: Instant(seconds: until)), author, state, now)
    case .retry(let message): answer = try Self.retry(message, state, now)
    case .tryMail(let address): answer = try MailTrial(setting).answer(sendingTo: address, at: now)
    case .wake: return []
    case nil: answer = SpoolAnswer(exitCode: 1, vi: "không hiểu yêu cầu này", en: "this request is not understood")
    }
    try state.answer(entry, answer)
    return notes
  }

  private func promote(by author: String, accepting: String?) -> (SpoolAnswer, [ServiceNote]) {
    let folder = environment.folders.ruleFolder(named: setting.configuration.rules)
    let words = RulePromotion(setting: setting, environment: environment).words(
      folder: folder, by: author, accepting: accepting, at: now)
    return (words.answer, words.note(at: now).map { [$0] } ?? [])
  }

  /// Lets the held round pass.
  static func accept(
    _ acceptance: Acceptance, _ author: String, _ state: StateFolder, _ now: Instant
  ) throws -> SpoolAnswer {
    try PostLog(state, .writing).accept(acceptance, by: author, at: now)
    return SpoolAnswer(
      exitCode: 0, vi: "Đã xác nhận; lượt tiếp theo sẽ gửi.", en: "Accepted; the next round sends.")
  }

  /// Puts dead deliveries back among those to be sent.
  static func retry(_ message: Int64?, _ state: StateFolder, _ now: Instant) throws -> SpoolAnswer {
    let count = try PostLog(state, .writing).retry(message, at: now, until: now.adding(seconds: 2 * 86_400))
    guard count > 0 else {
      return SpoolAnswer(
        exitCode: 1, vi: "không có thư nào như vậy để gửi lại", en: "there is nothing like this to be sent again")
    }
    return SpoolAnswer(
      exitCode: 0, vi: "Sẽ gửi lại \(count) thư ở lượt tiếp theo.",
      en: "\(count == 1 ? "1 delivery" : "\(count) deliveries") will be tried again in the next round.")
  }
}
