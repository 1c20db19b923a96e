import FactLog
import Outbox
import Reminders
package import StateFolder

extension ServiceRequest {
  private var now: Instant { Instant(seconds: Int64(operations.now)) }

  /// Promotes the rule folder, for `rules promote` and `rules accept`.
  /// - Parameters:
  ///   - folder: the rule folder that was named; nil takes the configuration's.
  ///   - accepting: the hash, or its first digits, of the rules that are accepted; nil accepts none.
  package func promote(folder: String?, accepting: String? = nil) throws(OperationFailure) -> SpoolAnswer {
    guard !belongsToAnotherUser || folder == nil else {
      throw OperationFailure(
        vi: "dữ liệu này do dịch vụ giữ: dịch vụ đưa thư mục “rules” của cấu hình vào hiệu lực, không dùng --rules",
        en: "the service keeps this state: it promotes the configuration's “rules” folder; leave --rules out")
    }
    return try perform(accepting.map { .acceptRules(hash: $0) } ?? .promote, as: "nhacviec rules promote") {
      RulePromotion(run: run).words(
        folder: operations.folders.ruleFolder(named: folder), by: operations.login, accepting: accepting, at: now
      ).answer
    }
  }

  /// Accepts rules that wait.
  /// - Parameter hash: the hash of the rules, or its first digits; nil accepts whatever waits.
  package func acceptRules(_ hash: String?, folder: String?) throws(OperationFailure) -> SpoolAnswer {
    guard let hash = hash ?? state.readWaitingRules()?.hash else {
      throw OperationFailure(
        vi: "không có bản quy tắc nào đang chờ xác nhận", en: "no rules wait for acceptance")
    }
    return try promote(folder: folder, accepting: hash)
  }

  /// Accepts the round that waits, so that it goes out once.
  /// - Parameters:
  ///   - recipients: how many units it may write to; nil allows as many as the round that waits has.
  ///   - hours: for how many hours the acceptance holds.
  package func acceptRound(recipients: Int?, hours: Int) throws(OperationFailure) -> SpoolAnswer {
    let round: SpoolRequest.HeldRoundName
    do throws(StoreFailure) {
      guard let held = try OutboxLog(state, .reading).heldRound() else { throw .missing }
      // The held round may have begun after this instant, by a clock that ran ahead.
      let until = max(now, held.began).adding(seconds: Int64(hours) * 3600)
      round = SpoolRequest.HeldRoundName(
        recipients: recipients ?? held.recipients, until: until.seconds, facts: held.facts, reasons: held.reasons)
    } catch {
      guard error != .missing else {
        throw OperationFailure(vi: "không có lượt nào đang chờ xác nhận", en: "no round waits for acceptance")
      }
      throw run.context.failure(error)
    }
    return try perform(.acceptRound(round), as: "nhacviec round accept") {
      try RoundRequests.accept(round, operations.login, state, now)
    }
  }

  /// Makes deliveries that were given up pending again.
  /// - Parameter message: the number of the message; nil takes all of them.
  package func retry(_ message: Int64?) throws(OperationFailure) -> SpoolAnswer {
    try perform(.retry(message: message), as: "nhacviec retry") { try RoundRequests.retry(message, state, now) }
  }
}
