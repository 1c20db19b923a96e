import Channels
import Delivery
import Diagnostics
import FactLog
import Hashing
import Outbox
import Presentation
import Reminders
import Revisions
import RuleFiles
import Rules
package import Settings
package import StateFolder

/// What every operation about rounds needs: the configuration, the state folder, and the rules and facts in it.
package struct RemindContext {
  package let configuration: Configuration
  package let state: StateFolder
  package let file: ConfigurationFile
  package let operations: OperationContext
  /// The stamps of the configuration and the templates from before they were read, so that a change in between makes
  /// another round.
  private let read: [FileStamp]

  /// - Parameter stateFolder: the state folder; nil takes the configuration's, or the standard one.
  package init(
    _ file: ConfigurationFile, stateFolder: String?, in operations: OperationContext
  ) throws(OperationFailure) {
    let known = operations.configuration.flatMap { $0.path == file.path ? $0 : nil }
    let fileStamp = known?.stamp ?? FileStamp(file.path)
    let (configuration, diagnostics) = known.map { ($0.values, []) } ?? file.load()
    guard !diagnostics.hasErrors else {
      throw OperationFailure(diagnostics, files: 1)
    }
    var operations = operations
    operations.folders = operations.folders.configured(rules: configuration.rules, state: configuration.state)
    if let closed = operations.folders.closedState(named: stateFolder, recording: false) {
      throw OperationFailure([ClosedState.diagnostic(closed, operations.login)])
    }
    self.file = file
    self.configuration = configuration
    self.operations = operations
    state = try operations.stateFolder(named: stateFolder)
    read = [fileStamp, FileStamp(configuration.templates)]
  }

  // MARK: Whether there is anything to do

  /// A text that changes whenever a round might find something else to do before its next instant.
  package var stamp: String {
    let databases = [state.factsDatabase, state.proposalsDatabase].flatMap { [$0, $0 + "-wal"] }
      .map { FileStamp($0, isDatabase: true) }
    let mailbox = configuration.answers.map { ["\($0)/new", "\($0)/cur"] } ?? []
    let files = ([state.live, ProgramFolders.program ?? "-"] + mailbox).map { FileStamp($0) }
    // Another key for links takes effect at once, and so does taking it away.
    let key = configuration.webAddress.flatMap { _ in try? LinkKey(credentials: operations.credentials) }
    return ((databases + files + read).map(\.description) + [key.map { Base64.text($0.publicKey.bytes) } ?? "-"])
      .joined(separator: " ")
  }

  /// Whether a round would have nothing to do now. If so, the state folder notes that a round looked.
  package func isOver() -> Bool {
    guard hasNothingToDo(at: operations.clock().seconds) else { return false }
    state.noteLook()
    return true
  }

  /// Whether the last round left nothing undone, nothing has changed since, and its next instant has not come. A round
  /// runs once a day all the same, so that a quiet time never looks like a clock that jumped.
  private func hasNothingToDo(at now: Int64) -> Bool {
    guard let mark = state.readRoundMark(), mark.held == nil, mark.failure == nil, mark.templateFault == nil,
      (mark.began..<mark.began + 86_400).contains(now), mark.next.map({ now < $0 }) ?? true,
      Spool(state.spool).isEmpty, !state.isOutboxGone
    else { return false }
    return mark.stamp == stamp
  }

  // MARK: Channels

  /// Writes to the systemd journal; nil if there is none, or the configuration wants no entries.
  var journal: ((JournalEntry) -> Void)? { configuration.writesJournal ? operations.journal() : nil }

  var hasJournal: Bool { journal != nil }

  /// How many units have an address of a channel that delivers nowhere.
  func unitsWithoutMail(_ rules: RuleSet) -> Int {
    AddressPolicy(configuration, gone: [], hasJournal: hasJournal).unitsWithoutDelivery(rules).count
  }

  /// The addresses that their owners gave up; none if nothing was ever sent.
  var goneAddresses: Set<String> { (try? OutboxLog(state, .reading).goneAddresses()) ?? [] }

  // MARK: Rules and facts

  /// The live rules with all facts, and warnings about facts that are not understood. Nil if no rules are live yet.
  func book() throws -> (book: RoundBook, warnings: [Diagnostic])? {
    guard let live = try RevisionStore(state).live() else { return nil }
    let (records, head) = try facts()
    let understood = ReplayedFacts(records, rules: live.rules, place: state.factsDatabase)
    let book = RoundBook(
      rules: live.rules, revision: live.number, wentLive: live.wentLive, leads: live.leads, revised: live.revised,
      facts: live.leads.namingThen(understood.facts, live.rules),
      head: head,
      zone: try live.zones(standard: configuration.office.timeZone), holds: { $0.isIn(records) })
    return (book, understood.problems.map(\.diagnostic))
  }

  /// Rules as if they had always been live, for looking ahead.
  func book(of rules: RuleSet) throws -> RoundBook {
    let zones = CalendarZones(rules, standard: configuration.office.timeZone)
    if let problem = zones.problems.first {
      throw RevisionFailure.timeZone(problem.words, path: problem.span.source.name)
    }
    let (records, head) = try facts()
    let understood = ReplayedFacts(records, rules: rules, place: state.factsDatabase)
    return RoundBook(
      rules: rules, revision: 0, facts: understood.facts, head: head,
      zone: zones.zoneOf, holds: { $0.isIn(records) })
  }

  /// All facts; none if nothing was ever recorded.
  func facts() throws(StoreFailure) -> (records: [RecordedFact], head: FactHead) {
    do throws(StoreFailure) {
      let (records, head) = try operations.openFacts(state.facts, .reading).read(.all)
      return (records, head)
    } catch {
      guard error == .missing else { throw error }
      return ([], .empty)
    }
  }

  // MARK: Failing

  /// The diagnostic of any error with which an operation about rounds can fail.
  func diagnostic(_ error: any Error) -> Diagnostic {
    switch error {
    case let failure as StoreFailure where failure.isLoss: FactLogWords.diagnostic(failure, at: state.postDatabase)
    case FolderLock.Failure.system where state.isOutboxGone:
      FactLogWords.diagnostic(.gone(mark: state.outboxMark), at: state.postDatabase)
    case let failure as StoreFailure: FactLogWords.diagnostic(failure, at: state.path)
    case FolderLock.Failure.system(let failure): diagnostic(failure)
    case let failure as RevisionFailure: failure.diagnostic
    case let failure as SystemError:
      Diagnostic(
        .storeFailure, vi: failure.words.vi, en: failure.words.en,
        at: Span(SourceText(name: state.path, bytes: []), 0, 0))
    default:
      Diagnostic(.storeFailure, vi: "\(error)", en: "\(error)", at: Span(SourceText(name: state.path, bytes: []), 0, 0))
    }
  }

  /// The error as the failure of an operation.
  func failure(_ error: any Error) -> OperationFailure {
    error as? OperationFailure ?? OperationFailure([diagnostic(error)], ending: Ending(of: error))
  }
}
