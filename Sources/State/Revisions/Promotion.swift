package import Addresses
import CivilCalendar
package import Diagnostics
import Expansion
package import FactLog
package import Hashing
import Presentation
package import Reminders
package import Rules
package import StateFolder

/// The result of a promotion.
package enum PromotionOutcome: Sendable {
  /// The rules are live now, under this number; with their warnings and remarks.
  case promoted(Int, [Diagnostic])
  /// The live revision has the same sources.
  case unchanged(Int)
  /// The rules have errors, and the live revision stays.
  case refused([Diagnostic])
  /// Somebody must accept the rules first, and the live revision stays.
  case waits(WaitingRules)
  /// The folder no longer holds the sources that were accepted; with the hash of those that it holds.
  case otherSources(SHA256Digest)
}

/// Makes the rules of a folder the live revision (decision: live-revision). The caller holds the round's lock.
package struct Promotion {
  package let store: RevisionStore
  /// Folders of the calendars and policies that come with the program.
  package let shipped: [String]
  /// The forms by which addresses of units are checked; nil if they are not checked.
  package let channels: [AddressForm]?

  package init(_ state: StateFolder, shipped: [String], channels: [AddressForm]? = nil) {
    store = RevisionStore(state)
    self.shipped = shipped
    self.channels = channels
  }

  /// Reads the folder once, checks it, compares it with the live revision, and makes it live as a whole, unless it must
  /// wait.
  ///
  /// - Parameters:
  ///   - author: the login of the user who asked.
  ///   - facts: all facts of the log.
  ///   - accepting: the hash that somebody accepted, or at least eight of its first digits; these sources do not wait.
  ///     Nil if nobody accepted any.
  package func promote(
    folder: String, by author: String, now: Instant, facts: [RecordedFact], outlook: RoundOutlook,
    accepting: String? = nil
  ) throws(RevisionFailure) -> PromotionOutcome {
    let (sources, found) = try RevisionSources.read(folder: folder, shipped: shipped)
    if let accepting, !sources.hash.isMeant(by: accepting) { return .otherSources(sources.hash) }
    try store.requireWhole()
    let live = Result { () throws(RevisionFailure) in try store.live() }
    if case .success(let live?) = live, live.hash == sources.hash {
      try clearWaiting()
      return .unchanged(live.number)
    }
    let (rules, problems) = sources.rules(channels: channels)
    var diagnostics = found + problems
    if !diagnostics.hasErrors {
      diagnostics += RuleCheck.unexpanded(rules) + CalendarZones(rules).problems
    }
    guard !diagnostics.hasErrors else {
      try clearWaiting()
      return .refused(diagnostics)
    }
    let before = lastManifest()
    let table = before.flatMap { EffectiveSince(lines: $0.table) } ?? EffectiveSince()
    let wentLive = EffectiveSince(rules, before: table, live: (try? live.get())?.rules, now: now)
    let comparison = comparison(try? live.get(), isDamaged: live.isFailure, rules, wentLive, facts, outlook, now)
    if accepting == nil {
      let reasons = comparison.reasons
      guard reasons.isEmpty else { return .waits(try wait(sources.hash, reasons, author, now)) }
    }
    let link = try before.map { manifest throws(RevisionFailure) in try manifest.encoded(at: folder).hash }
    let number = try store.write(sources, by: author, now: now, wentLive: wentLive, before: link ?? .start)
    try clearWaiting()
    return .promoted(number, diagnostics + comparison.judgedAnew)
  }

  /// The manifest of the live revision, else of the newest that can be read, so that a line keeps its instant even if
  /// sources are damaged.
  private func lastManifest() -> RevisionManifest? {
    let live = (try? store.liveNumber()) ?? nil
    return ([live].compactMap { $0 } + store.numbers().reversed()).lazy.compactMap { try? store.manifest($0) }.first
  }

  private func comparison(
    _ live: LiveRules??, isDamaged: Bool, _ rules: RuleSet, _ wentLive: EffectiveSince, _ records: [RecordedFact],
    _ outlook: RoundOutlook, _ now: Instant
  ) -> RuleComparison {
    let live = live ?? nil
    let through = RuleLosses.horizon(
      of: [rules] + (live.map { [$0.rules] } ?? []), today: Zone.vietnam.day(of: now))
    func side(_ rules: RuleSet, _ table: EffectiveSince, _ revised: Instant) -> RuleComparison.Side {
      RuleComparison.Side(rules, table, revised: revised, records, through: through)
    }
    return RuleComparison(
      live: live.map { side($0.rules, $0.table, $0.revised) }, candidate: side(rules, wentLive, now),
      records: records, outlook: outlook, now: now, countsAllFacts: isDamaged)
  }

  // MARK: Waiting

  private func wait(
    _ hash: SHA256Digest, _ reasons: [Bilingual], _ author: String, _ now: Instant
  ) throws(RevisionFailure) -> WaitingRules {
    var waiting = WaitingRules(
      hash: hash.description, since: now.seconds, author: author,
      reasons: reasons.joined(separator: "\n"))
    if let earlier = store.state.readWaitingRules(), earlier.hash == waiting.hash {
      (waiting.since, waiting.author) = (earlier.since, earlier.author)
    }
    do { try Folder.make(store.state.post) } catch { throw .system(error) }
    do { try store.state.write(waiting) } catch { throw .system(error) }
    return waiting
  }

  private func clearWaiting() throws(RevisionFailure) {
    do { try store.state.write(nil) } catch { throw .system(error) }
  }
}

/// Checks beyond `RuleBook.read`.
package enum RuleCheck {
  /// Errors for due lines that are well worded and yet have no day in the years of the plans (*từ 15/6 đến 15/3*);
  /// warnings for those that yield nothing at all.
  package static func unexpanded(_ rules: RuleSet) -> [Diagnostic] {
    let years = rules.plans.map(\.years)
    guard let first = years.map(\.lowerBound).min(), let last = years.map(\.upperBound).max(),
      let span = Period.years(first, last).days()
    else { return [] }
    let expander = Expander(rules, facts: [])
    return (expander.problems(in: span) + expander.barrenLines()).map(ProblemWords.diagnostic)
  }
}

extension SHA256Digest {
  /// Whether `text` is the digest in hexadecimal digits, or at least eight of the first.
  package func isMeant(by text: String) -> Bool {
    text.utf8.count >= 8 && description.hasPrefix(text.lowercased())
  }
}

extension Result {
  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
