import Channels
import CivilCalendar
import Delivery
import Diagnostics
import FactLog
import Glibc
import Notifications
import Outbox
import Presentation
import Reminders
import Revisions
import RuleFiles
import Rules
import Settings
import StateFolder

/// Configuration and state folder. Nil parts were complained about.
struct RoundPlace {
  let configuration: Configuration
  let state: StateFolder
  let file: ConfigurationFile
  /// Of the configuration and the templates from before they were read: what changes meanwhile makes another round.
  private let read: [FileStamp]

  /// Nil, with the reasons on the error sink, where something is wrong.
  /// - Parameter stateFolder: nil: the configuration's, or the standard one.
  init?(
    _ file: ConfigurationFile, _ stateFolder: String?, _ language: Language, _ environment: CommandEnvironment
  ) {
    self.file = file
    let known = environment.configuration.flatMap { $0.path == file.path ? $0 : nil }
    let fileStamp = known?.stamp ?? FileStamp(file.path)
    let (configuration, diagnostics) = known.map { ($0.values, []) } ?? file.load()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      DiagnosticReport(environment, language).printToErrors(diagnostics, files: 1)
      return nil
    }
    let folders = environment.folders.configured(rules: configuration.rules, state: configuration.state)
    if let closed = folders.closedState(named: stateFolder, recording: false) {
      DiagnosticReport(environment, language).printToErrors(
        [ClosedState.diagnostic(closed, environment)], files: nil)
      return nil
    }
    guard let folder = folders.stateFolder(named: stateFolder) else {
      environment.errors.write(
        language.choose(
          vi: "lỗi: không có thư mục dữ liệu; dùng --state\n", en: "error: no state folder; use --state\n"))
      return nil
    }
    self.configuration = configuration
    state = StateFolder(folder)
    read = [fileStamp, FileStamp(configuration.templates)]
  }

  /// Changes whenever a round might find something else to do before its next instant.
  var stamp: String {
    let databases = [state.factsDatabase, state.factsDatabase + "-wal"].map { FileStamp($0, isDatabase: true) }
    let files = [state.live, ProgramFolders.program ?? "-"].map { FileStamp($0) }
    return (databases + files + read).map(\.description).joined(separator: " ")
  }

  /// Whether a round has nothing to do now, and thereby is over.
  func isOver() -> Bool {
    guard hasNothingToDo(at: RoundSetting.clock()) else { return false }
    state.noteLook()
    return true
  }

  /// Whether the round before left nothing undone, nothing has changed since, and its next instant has not come. Once a
  /// day a round runs all the same, so that a quiet time never looks like a clock that jumped.
  private func hasNothingToDo(at now: Instant) -> Bool {
    guard let mark = state.readRoundMark(), mark.held == nil, mark.failure == nil,
      (mark.began..<mark.began + 86_400).contains(now.seconds), mark.next.map({ now.seconds < $0 }) ?? true,
      Spool(state.spool).isEmpty
    else { return false }
    return mark.stamp == stamp
  }
}

/// What every command about rounds needs: its place and the templates. Nil parts were complained about.
struct RoundSetting {
  private let place: RoundPlace
  let templates: NotificationTemplates
  private let environment: CommandEnvironment
  var configuration: Configuration { place.configuration }
  var state: StateFolder { place.state }
  var file: ConfigurationFile { place.file }
  var stamp: String { place.stamp }

  /// Nil, with the reasons on the error sink, where something is wrong.
  init?(
    _ option: ConfigCommand.FileOption, _ stateOption: StateOption, _ language: Language,
    _ environment: CommandEnvironment
  ) {
    guard let place = RoundPlace(option.file, stateOption.folder, language, environment) else { return nil }
    self.init(place, language, environment)
  }

  init?(_ place: RoundPlace, _ language: Language, _ environment: CommandEnvironment) {
    let loaded = LoadedTemplates(place.configuration, environment)
    let broken = loaded.diagnostics.filter { $0.severity == .error }
    guard broken.isEmpty else {
      DiagnosticReport(environment, language).printToErrors(broken, files: nil)
      return nil
    }
    self.place = place
    self.environment = environment
    templates = loaded.templates
  }

  /// - Parameter now: nil: the clock's.
  func round(at now: Instant?) -> DeliveryRound {
    let started = Self.clock()
    return DeliveryRound(
      state, configuration, templates, credentials: ConfigurationFile.credentialFolder,
      isClockSynchronised: now != nil || SystemClock.isSynchronised, hasJournal: hasJournal,
      clock: { now.map { $0.adding(seconds: Self.clock().seconds - started.seconds) } ?? Self.clock() })
  }

  var hasJournal: Bool { configuration.writesJournal && access(JournalTransport.systemPath, W_OK) == 0 }

  /// Units whose mails go nowhere.
  func unitsWithoutMail(_ rules: RuleSet) -> Int {
    AddressPolicy(configuration, gone: [], hasJournal: hasJournal).withoutMail(rules).count
  }

  static func clock() -> Instant { Instant(seconds: Int64(time(nil))) }

  /// The live rules with all facts; what of these is not understood is a warning. Nil: nothing was promoted yet.
  func book() throws -> (book: RoundBook, warnings: [Diagnostic])? {
    guard let live = try RevisionStore(state).live() else { return nil }
    let (records, head) = try facts()
    let understood = ReplayedFacts(records, rules: live.rules, place: state.factsDatabase)
    let book = RoundBook(
      rules: live.rules, revision: live.number, wentLive: live.wentLive, revised: live.revised, facts: understood.facts,
      factsCount: head.count, factsHash: head.hash.description,
      zone: try live.zones(standard: configuration.office.timeZone), holds: { $0.isIn(records) })
    return (book, understood.problems.map(\.diagnostic))
  }

  /// A folder's rules as if they had always been live, for looking ahead.
  func book(of rules: RuleSet) throws -> RoundBook {
    let zones = CalendarZones(rules, standard: configuration.office.timeZone)
    if let problem = zones.problems.first {
      throw RevisionFailure.timeZone(problem.words, path: problem.span.source.name)
    }
    let (records, head) = try facts()
    let understood = ReplayedFacts(records, rules: rules, place: state.factsDatabase)
    return RoundBook(
      rules: rules, revision: 0, facts: understood.facts, factsCount: head.count, factsHash: head.hash.description,
      zone: zones.zoneOf, holds: { $0.isIn(records) })
  }

  /// None where nothing was ever recorded.
  func facts() throws(StoreFailure) -> (records: [RecordedFact], head: FactHead) {
    do throws(StoreFailure) {
      let (records, head) = try environment.openFacts(state.facts, .reading).read(.all)
      return (records, head)
    } catch {
      guard error == .missing else { throw error }
      return ([], .empty)
    }
  }

  /// Addresses that their owners gave up; none where nothing was ever sent.
  var goneAddresses: Set<String> { (try? OutboxLog(state, .reading).goneAddresses()) ?? [] }

  /// Whatever a command about rounds can fail of.
  func diagnostic(_ error: any Error) -> Diagnostic {
    switch error {
    case let failure as StoreFailure: FactLogWords.diagnostic(failure, at: state.path)
    case let failure as RevisionFailure: failure.diagnostic
    case let failure as SystemError:
      Diagnostic(
        .storeFailure, vi: failure.words.vi, en: failure.words.en,
        at: Span(SourceText(name: state.path, bytes: []), 0, 0))
    default:
      Diagnostic(.storeFailure, vi: "\(error)", en: "\(error)", at: Span(SourceText(name: state.path, bytes: []), 0, 0))
    }
  }
}
