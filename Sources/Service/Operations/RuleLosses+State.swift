import Diagnostics
import FactLog
import Outbox
import Reminders
import Revisions
import Rules
import StateFolder

extension RuleLosses {
  /// What would be lost of what is on record in a state folder if other rules took the place of the live ones: what a
  /// promotion asks about.
  /// - Parameter named: the state folder that the user named; nil if they named none.
  static func found(
    from live: RuleSet, to rules: RuleSet, state named: String?, in operations: OperationContext
  ) throws(OperationFailure) -> RuleLosses {
    guard let store = FactStore(named: named, in: operations) else { return RuleLosses() }
    let state = try operations.stateFolder(named: named)
    let today = Zone.vietnam.day(of: Instant(seconds: Int64(operations.now)))
    let facts: StoredFacts
    do throws(StoreFailure) { facts = try store.read() } catch { throw OperationFailure([store.complaint(error)]) }
    func losses(_ log: any SentLog, doubt: Bilingual?) -> RuleLosses {
      RuleLosses(from: live, to: rules, facts.records, log: log, doubt: doubt, today: today)
    }
    do throws(StoreFailure) {
      let outbox = try OutboxLog(state, .reading)
      var reason: Bilingual?
      if let last = try outbox.lastRound(), let seen = FactHead(last.facts), !seen.isIn(facts.records) {
        reason = Self.doubt(seen: seen, facts.head)
      }
      return try outbox.read { log in losses(log, doubt: reason) }
    } catch {
      guard error == .missing else { throw OperationFailure(error, at: state.postDatabase) }
      return losses(MemoryLog(), doubt: nil)
    }
  }

  /// Why facts cannot be trusted that lack some which the last round saw.
  static func doubt(seen: FactHead, _ found: FactHead) -> Bilingual {
    HeldRound.Reason.factsGone(seen: seen.count, found: found.count).words
  }

  /// What would be lost, a line each, and who may decide it nevertheless; for who does not promote.
  var lines: [Bilingual] {
    func line(_ text: String) -> String { text.replacing(":\n  ", with: ": ").replacing("\n  ", with: "; ") }
    return parts.map { Bilingual(vi: line($0.text.vi), en: line($0.text.en)) } + [Self.advice]
  }

  /// What to do where something would be lost.
  static let advice = Bilingual(
    vi: "Nên giữ dòng cũ, ghi “bãi bỏ” với ngày, rồi thêm dòng mới. Nếu mất đúng là điều muốn, người quản lý thư mục "
      + "quy tắc đưa vào hiệu lực trên máy chủ: nhacviec rules promote, rồi nhacviec rules accept.",
    en:
      "Better keep the row, mark it “bãi bỏ” (withdrawn) with a day, and add a new one. If the loss is meant, whoever "
      + "keeps the rule folder promotes it on the machine: nhacviec rules promote, then nhacviec rules accept.")
}
