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

/// The facts of the state folder.
package struct FactStore {
  /// Of the log, in the state folder.
  let folder: String
  private let state: StateFolder
  private let operations: OperationContext

  /// Nil where there is no state folder.
  /// - Parameter named: the one that was named; nil: none was.
  package init?(named: String?, in operations: OperationContext) {
    guard let state = operations.folders.stateFolder(named: named) else { return nil }
    self.state = StateFolder(state)
    folder = self.state.facts
    self.operations = operations
  }

  /// The same, failing.
  package static func required(named: String?, in operations: OperationContext) throws(OperationFailure) -> FactStore {
    if let store = FactStore(named: named, in: operations) { return store }
    throw OperationFailure(vi: "không có thư mục ghi nhận; hãy dùng --state", en: "no state; use --state")
  }

  package var database: String { folder + "/facts.db" }

  /// Which log it is.
  package static func words(_ database: String) -> Bilingual {
    let place = TerminalEscaper.escape(database)
    return .init(vi: "sổ ghi nhận: \(place)", en: "log of facts: \(place)")
  }

  func open(_ access: SQLiteFactLog.Access) throws(StoreFailure) -> any FactLog {
    try operations.openFacts(folder, access)
  }

  /// All facts; none where nothing was ever recorded.
  func read() throws(StoreFailure) -> StoredFacts {
    do throws(StoreFailure) {
      let (records, head) = try open(.reading).read(.all)
      return StoredFacts(place: database, records: records, head: head, isThere: true)
    } catch {
      guard error == .missing else { throw error }
      return StoredFacts(place: database, records: [], head: .empty, isThere: false)
    }
  }

  /// Why nothing may be added: what the last round saw is not in this log, so that another one would begin beside it. Nil:
  /// it is, or no round ran here.
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

  /// The head of the facts, whose chain is whole; fails where it is broken.
  /// - Parameter head: a head known from before; nil: none is.
  package func verify(against head: FactHead?) throws(OperationFailure) -> FactHead {
    let walk: ChainWalk
    do throws(StoreFailure) { walk = try open(.reading).verify(against: head) } catch {
      throw OperationFailure([complaint(error)])
    }
    guard let broken = walk.broken else { return walk.head }
    throw OperationFailure([FactLogWords.diagnostic(broken, at: database)])
  }

  /// The facts that are selected; fails also where nothing was ever recorded.
  package func facts(_ selection: FactSelection) throws(OperationFailure) -> [RecordedFact] {
    do throws(StoreFailure) { return try open(.reading).read(selection).facts } catch {
      throw OperationFailure([complaint(error)])
    }
  }

  func complaint(_ failure: StoreFailure) -> Diagnostic { FactLogWords.diagnostic(failure, at: database) }
}

/// What was read of the store, and what of it a rule book understands.
struct StoredFacts {
  let place: String
  let records: [RecordedFact]
  let head: FactHead
  /// False where there is no database yet.
  let isThere: Bool

  struct Resolved {
    var facts: [Fact] = []
    var diagnostics: [Diagnostic] = []
    /// Facts of plans that are not among the rules, and of shared events that the rules do not know.
    var leftOut = 0
  }

  /// Reads the lines exactly as `--facts` does; the line of each is its number.
  func resolved(by rules: RuleSet) -> Resolved {
    let understood = ReplayedFacts(records, rules: rules, place: place)
    var resolved = Resolved(facts: understood.facts.map(\.fact), leftOut: understood.otherPlans.count)
    let shared = Set(records.lazy.filter { $0.entry.plan == nil }.map(\.sequence))
    for (sequence, diagnostic) in understood.problems {
      if shared.contains(sequence), diagnostic.code == DiagnosticCode.unknownEvent.rawValue {
        resolved.leftOut += 1
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

  /// `12 ghi nhận trong /var/lib/nhacviec/facts/facts.db`, for a first line.
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
