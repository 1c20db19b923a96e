import Channels
import Diagnostics
import Presentation
import ServiceStatus
import StateFolder

// Reports what goes wrong for a while, and watches files, which may go wrong.
extension Daemon {
  /// Milliseconds until everything is tried again while there is trouble: at first, and at most.
  private static let firstRetry = 1000
  private static let lastRetry = 60_000

  /// Reports that a trouble begins or is over; while it lasts it is not reported again.
  ///
  /// - Parameter cause: nil if there is no such trouble.
  func note(_ trouble: Trouble, _ cause: Bilingual?) {
    let before = shared.value.troubles[trouble]
    guard cause != before else { return }
    shared.change { $0.troubles[trouble] = cause }
    guard let cause else { return journal.say(.troubleOver, trouble.over, priority: 5) }
    guard before == nil else { return }
    journal.say(trouble.message, trouble.words(cause), priority: 3)
    if trouble.isOfFiles {
      retryDelay = Self.firstRetry
      deadlines.bring(.lookAgain, after: retryDelay)
    }
  }

  /// Does everything anew, as after a start. While there is trouble this is repeated at intervals that double.
  func lookAgain() {
    makeFolders()
    watchEverything()
    readState()
    askForRounds()
    answerRequests()
    checkRules()
    guard shared.value.troubles.keys.contains(where: \.isOfFiles) else { return }
    retryDelay = min(retryDelay * 2, Self.lastRetry)
    deadlines.bring(.lookAgain, after: retryDelay)
  }

  /// Makes the folders of the state, until all of them exist. A folder that is missing later is not made again, because
  /// the person who moved it away probably means to bring it back.
  func makeFolders() {
    guard !hasFolders else { return }
    var failure: SystemError?
    let state = settings.state
    let spools = [state.spool, state.requests(to: .daemon), state.requests(to: .editor)]
    for folder in [state.facts, state.post] + spools {
      do throws(SystemError) {
        try Folder.make(folder, mode: folder == state.post ? 0o750 : 0o770)
      } catch {
        failure = failure ?? error
      }
    }
    hasFolders = failure == nil
    note(.folders, failure?.words)
  }

  // MARK: Watching

  func watchEverything() {
    watchState()
    watchRules()
    watchConfiguration()
  }

  /// Watches the files that the round and the commands write.
  func watchState() {
    let watch = FolderWatch()
    watch.add(root: settings.state.post, deeply: false)
    watch.add(root: settings.state.facts, deeply: false)
    watch.add(root: settings.state.requests(to: .daemon), deeply: false)
    if round != nil || !unasked.isEmpty { watch.add(root: settings.state.spool, deeply: false) }
    stateWatch = watch
    noteWatches()
  }

  func watchRules() {
    let watch = FolderWatch(noticesRights: true)
    watch.add(root: settings.rules, deeply: true)
    ruleWatch = watch
    noteWatches()
  }

  func watchConfiguration() {
    let watch = FolderWatch(noticesRights: true)
    watch.add(file: settings.configurationFile.path)
    configurationWatch = watch
    noteWatches()
  }

  private func noteWatches() {
    note(.watch, (stateWatch.failure ?? ruleWatch.failure ?? configurationWatch.failure)?.words)
  }
}

extension SystemError {
  var words: Bilingual { Bilingual(vi: description, en: description) }
}
