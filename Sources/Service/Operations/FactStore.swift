import Delivery
package import Diagnostics
package import FactLog
import FactLogSQLite
import Outbox
import Presentation
import Reminders
import Revisions
import Rules
import StateFolder

/// The log of facts in the state folder.
package struct FactStore {
  /// The folder of the log.
  let folder: String
  private let state: StateFolder
  private let operations: OperationContext

  /// Nil if there is no state folder.
  /// - Parameter named: the state folder that the user named; nil if they named none.
  package init?(named: String?, in operations: OperationContext) {
    guard let state = operations.folders.stateFolder(named: named) else { return nil }
    self.state = StateFolder(state)
    folder = self.state.facts
    self.operations = operations
  }

  /// The log of facts; fails if there is no state folder.
  package static func required(named: String?, in operations: OperationContext) throws(OperationFailure) -> FactStore {
    if let store = FactStore(named: named, in: operations) { return store }
    throw OperationFailure(vi: "không có thư mục ghi nhận; hãy dùng --state", en: "no state; use --state")
  }

  package var database: String { folder + "/facts.db" }

  /// The words that say which log it is.
  package static func words(_ database: String) -> Bilingual {
    let place = TerminalEscaper.escape(database)
    return .init(vi: "sổ ghi nhận: \(place)", en: "log of facts: \(place)")
  }

  func open(_ access: SQLiteFactLog.Access) throws(StoreFailure) -> any FactLog {
    try operations.openFacts(folder, access)
  }

  /// All facts; none if nothing was ever recorded.
  /// - Parameter instant: those of the longest beginning of the log that was recorded by then; nil: all.
  func read(through instant: Instant? = nil) throws(StoreFailure) -> StoredFacts {
    do throws(StoreFailure) {
      var (records, head) = try open(.reading).read(.all)
      if let instant { records = Array(records.prefix { Int64($0.entry.recordedAt) <= instant.seconds }) }
      return StoredFacts(place: database, records: records, head: head, isThere: true)
    } catch {
      guard error == .missing else { throw error }
      return StoredFacts(place: database, records: [], head: .empty, isThere: false)
    }
  }

  /// Why no fact may be added: this log does not have what the last round saw, so that adding would begin another log
  /// beside the lost one. Nil if it has, or no round ever ran.
  func loss() throws(StoreFailure) -> Diagnostic? {
    guard let last = try? OutboxLog(state, .reading).lastRound(), let seen = FactHead(last.facts), seen.count > 0
    else { return nil }
    var found = 0
    do throws(StoreFailure) {
      let log = try open(.reading)
      if try log.contains(seen) { return nil }
      found = try log.head().count
    } catch {
      guard error == .missing else { throw error }
    }
    let words = HeldRound.Reason.factsGone(seen: seen.count, found: found).words
    return Diagnostic(
      .factsGone, vi: "chưa ghi nhận gì: \(words.vi)", en: "nothing was recorded: \(words.en)",
      at: Span(SourceText(name: folder, bytes: []), 0, 0))
  }

  /// Verifies the hash chain and returns its head; fails if it is broken.
  /// - Parameter head: a head known from before, which must be in the chain; nil if none is.
  package func verify(against head: FactHead?) throws(OperationFailure) -> FactHead {
    let walk: ChainWalk
    do throws(StoreFailure) { walk = try open(.reading).verify(against: head) } catch {
      throw OperationFailure([complaint(error)])
    }
    guard let broken = walk.broken else { return walk.head }
    throw OperationFailure([FactLogWords.diagnostic(broken, at: database)])
  }

  /// The selected facts; fails also if nothing was ever recorded.
  package func facts(_ selection: FactSelection) throws(OperationFailure) -> [RecordedFact] {
    do throws(StoreFailure) { return try open(.reading).read(selection).facts } catch {
      throw OperationFailure([complaint(error)])
    }
  }

  func complaint(_ failure: StoreFailure) -> Diagnostic { FactLogWords.diagnostic(failure, at: database) }
}

/// The facts that were read from a log.
struct StoredFacts {
  let place: String
  let records: [RecordedFact]
  let head: FactHead
  /// Whether there is a database.
  let isThere: Bool

  /// What a rule book understands of the facts.
  struct Resolved {
    var facts: [TimedFact] = []
    var diagnostics: [Diagnostic] = []
    /// How many facts are about other plans, or about shared events that the rules do not have.
    var leftOut = 0
  }

  /// Resolves the facts as `--facts` does. In diagnostics, the line of a fact is its number.
  /// - Parameter isAccepted: whether the rules are in force, so that somebody accepted which facts name what is gone: these are
  ///   left out and told, as rounds leave them out. What is not understood for another reason nobody accepted.
  func resolved(by rules: RuleSet, isAccepted: Bool = false) -> Resolved {
    let understood = ReplayedFacts(records, rules: rules, place: place)
    var resolved = Resolved(facts: understood.facts, leftOut: understood.otherPlans.count)
    let shared = Set(records.lazy.filter { $0.entry.plan == nil }.map(\.sequence))
    for (sequence, diagnostic) in understood.problems {
      let isOfOthers = shared.contains(sequence) && diagnostic.code == DiagnosticCode.unknownEvent.rawValue
      if isOfOthers || isAccepted && Self.goneNames.contains(diagnostic.code) {
        if isOfOthers { resolved.leftOut += 1 }
        resolved.diagnostics.append(
          Diagnostic(
            .factNotUsed, vi: "ghi nhận này không dùng: " + diagnostic.words.vi,
            en: "this fact is not used: " + diagnostic.words.en, at: diagnostic.span))
      } else {
        resolved.diagnostics.append(diagnostic)
      }
    }
    return resolved
  }

  /// The mistakes of facts that name what the rules do not have.
  private static let goneNames = Set(
    [DiagnosticCode.unknownTask, .unknownEvent, .unknownUnit, .unknownPlan].map(\.rawValue))

  /// Where the facts come from, for the first line of a list: `12 ghi nhận trong /var/lib/nhacviec/facts/facts.db`.
  func origin(_ resolved: Resolved) -> Bilingual {
    guard isThere else { return .init(vi: "chưa có ghi nhận nào trong \(place)", en: "no facts yet in \(place)") }
    let used = resolved.facts.count
    let left =
      resolved.leftOut == 0
      ? (vi: "", en: "")
      : (
        vi: " (không kể \(resolved.leftOut) ghi nhận của kế hoạch khác)",
        en: " (without \(resolved.leftOut) of other plans)"
      )
    return .init(
      vi: "\(used) ghi nhận trong \(place)\(left.vi)",
      en: "\(used == 1 ? "1 fact" : "\(used) facts") in \(place)\(left.en)")
  }
}
