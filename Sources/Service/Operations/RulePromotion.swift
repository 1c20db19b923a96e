import Delivery
import Diagnostics
import FactLog
import Outbox
import Reminders
import Revisions
import ServiceStatus
import StateFolder

/// Makes the rule folder the live revision, for the commands `rules promote` and `rules accept` and for requests of the
/// spool. The caller holds the round's lock.
struct RulePromotion {
  let run: RemindRun
  private var context: RemindContext { run.context }

  /// - Parameter accepting: the hash of the rules that somebody accepted; nil if nobody did.
  private func promote(
    folder: String, by author: String, accepting: String?, at now: Instant
  ) -> Result<PromotionOutcome, Failure> {
    do {
      let (records, head) = try context.facts()
      let outcome = try outlook(records, head) { outlook in
        let (shipped, channels) = (context.operations.folders.shippedRules(), context.configuration.addressForms)
        return try Promotion(run.state, shipped: shipped, channels: channels).promote(
          folder: folder, by: author, now: now, facts: records, outlook: outlook, accepting: accepting)
      }
      return .success(try outcome.get())
    } catch {
      return .failure(Failure(diagnostic: context.diagnostic(error)))
    }
  }

  /// Promotes the folder, and words the outcome and, if rules are live or wait, what their first rounds will meet.
  func words(folder: String, by author: String, accepting: String?, at now: Instant) -> PromotionWords {
    let result = promote(folder: folder, by: author, accepting: accepting, at: now)
    if case .success(let outcome) = result { RoundJournal(context).tell(outcome, by: author) }
    let book: RoundBook?
    switch result {
    case .success(.promoted), .success(.unchanged): book = (try? context.book())?.book
    case .success(.waits): book = waitingBook(folder, now)
    case .success(.refused), .success(.otherSources), .failure: book = nil
    }
    return PromotionWords(result, folder: folder, advice: book.map { advice($0, now) } ?? [])
  }

  private func advice(_ book: RoundBook, _ now: Instant) -> [Bilingual] {
    var advice: [Bilingual] = []
    let withoutMail = context.unitsWithoutMail(book.rules)
    if withoutMail > 0 { advice.append(Finding.unitsWithoutMail(withoutMail).words) }
    // If rehearsing fails, the round itself will say why.
    if let rehearsal = try? run.round(at: now).rehearse(book) {
      advice += Baseline.advice(rehearsal, book, at: now)
    }
    return advice
  }

  /// The rules that wait, as if they went live now. Nil if others are live, because known lines would keep their
  /// instants.
  private func waitingBook(_ folder: String, _ now: Instant) -> RoundBook? {
    guard ((try? context.book()) ?? nil) == nil else { return nil }
    var book = try? context.book(of: LoadedRules(paths: [folder], in: context.operations).rules)
    book?.wentLive = { _, _ in now }
    return book
  }

  struct Failure: Error {
    var diagnostic: Diagnostic
  }

  /// Gives `body` what it must know of earlier rounds to judge the next one; an empty log if nothing was ever sent.
  private func outlook(
    _ records: [RecordedFact], _ head: FactHead, _ body: (RoundOutlook) throws -> PromotionOutcome
  ) throws(StoreFailure) -> Result<PromotionOutcome, any Error> {
    var outlook = RoundOutlook(log: MemoryLog(), limits: context.configuration.limits)
    do throws(StoreFailure) {
      let log = try OutboxLog(run.state, .reading)
      outlook.usualRecipients = try log.usualRecipients()
      outlook.usualMessages = try log.usualMessages()
      let last = try log.lastRound()
      outlook.lastRound = last?.began
      if let seen = last.flatMap({ FactHead($0.facts) }), !seen.isIn(records) {
        outlook.doubt = RuleLosses.doubt(seen: seen, head)
      }
      return try log.read { sent in
        outlook.log = sent
        return Result { try body(outlook) }
      }
    } catch {
      guard error == .missing else { throw error }
      return Result { try body(outlook) }
    }
  }
}
