import ArgumentParser
import Delivery
import Diagnostics
import FactLog
import FactLogSQLite
import Outbox
import Presentation
import Reminders
import Revisions
import Rules
import StateFolder

/// `--state`.
struct StateOption: ParsableArguments {
  @Option(
    name: .customLong("state"),
    help:
      "Thư mục lưu ghi nhận / state folder (mặc định / default: $NHACVIEC_STATE, /var/lib/nhacviec, ~/.local/state).")
  var folder: String?
}

/// The facts of the state folder.
struct FactStore {
  /// Of the log, in the state folder.
  let folder: String
  private let state: StateFolder
  private let environment: CommandEnvironment

  /// Nil where there is no state folder.
  init?(_ option: StateOption, in environment: CommandEnvironment) {
    guard let state = environment.folders.stateFolder(named: option.folder) else { return nil }
    self.state = StateFolder(state)
    folder = self.state.facts
    self.environment = environment
  }

  var database: String { folder + "/facts.db" }

  func open(_ access: SQLiteFactLog.Access) throws(StoreFailure) -> any FactLog {
    try environment.openFacts(folder, access)
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

  /// Which log it is.
  func placeLine(_ language: Language) -> String {
    TerminalEscaper.escape(language.choose(vi: "sổ ghi nhận: \(database)", en: "log of facts: \(database)")) + "\n"
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
  func origin(_ resolved: Resolved, _ language: Language) -> String {
    guard isThere else {
      return language.choose(vi: "chưa có ghi nhận nào trong \(place)", en: "no facts yet in \(place)")
    }
    let used = resolved.facts.count
    let left =
      resolved.leftOut == 0
      ? ""
      : language.choose(
        vi: " (không kể \(resolved.leftOut) ghi nhận của kế hoạch khác)",
        en: " (without \(resolved.leftOut) of other plans)")
    return language.choose(
      vi: "\(used) ghi nhận trong \(place)\(left)", en: "\(used == 1 ? "1 fact" : "\(used) facts") in \(place)\(left)")
  }
}

extension ExitCode {
  /// Another process holds what is needed; to be tried again (sysexits.h, EX_TEMPFAIL).
  static let busy = ExitCode(75)
  /// Nobody can tell whether it was done (sysexits.h, EX_IOERR).
  static let uncertain = ExitCode(74)

  /// How a command ends that failed so.
  init(of error: any Error) {
    self =
      switch error {
      case StoreFailure.busy, FolderLock.Failure.held: .busy
      case StoreFailure.uncertain: .uncertain
      default: .failure
      }
  }
}
