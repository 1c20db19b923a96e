import Channels
import Diagnostics
import Glibc
import Presentation
import ServiceStatus
import StateFolder

// Reads what the round and the commands leave in the state folder, and sets the alarm for the next instant.
extension Daemon {
  /// Reads the whole state anew.
  func readState() {
    readStatus()
    setAlarm(settings.state.readRoundMark())
    noteFacts()
  }

  /// A folder that was here once and is not any more counts as lost with all that was in it.
  private func readStatus() {
    let state = settings.state
    let loss = state.isOutboxGone || !hasPost ? ServiceStatus.loss(of: state) : nil
    shared.change {
      $0.service.read(state)
      $0.service.outboxLoss = loss
    }
    note(.outbox, loss)
  }

  /// Whether the folder of what is sent is there, or was never.
  var hasPost: Bool { !hasFolders || Folder.isThere(settings.state.post) }

  func stateChanged(_ changes: [FolderWatch.Change]) {
    if changes.contains(where: \.isStructural) { deadlines.bring(.lookAgain, after: 1000) }
    let state = settings.state
    func has(_ path: String) -> Bool { changes.contains { "\($0.folder)/\($0.name)" == path } }
    if has(state.roundMark) { readMark() }
    if has(state.live) {
      shared.change { $0.service.readRevision(state) }
      site?.ask()
      deadlines.bring(.rules, after: 0)
    }
    if has(state.postDatabase) || has(state.outboxMark) { readStatus() }
    if has(state.waitingRules) { shared.change { $0.service.waiting = state.readWaitingRules() } }
    if has(state.factsHead) { noteFacts() }
    if changes.contains(where: { $0.folder == state.requests(to: .daemon) && !$0.name.hasPrefix(".") }) {
      answerRequests()
    }
    if round != nil, changes.contains(where: { $0.folder == state.spool && !$0.name.hasPrefix(".") }) {
      deadlines.bring(.round, after: 0)
    }
  }

  private func readMark() {
    shared.change { $0.service.readMark(settings.state) }
    setAlarm(settings.state.readRoundMark())
  }

  /// Asks for a round if a fact was recorded since the last look, or since the last round.
  private func noteFacts() {
    let head = WholeFile.read(settings.state.factsHead, limit: 256)?.split(separator: "\n").first.map(String.init)
    let seen = factsHead ?? shared.value.service.mark?.facts
    factsHead = head ?? ""
    site?.ask()
    if let head, let seen, head != seen { ask(.fact, .wake) }
  }

  // MARK: Instants

  /// Seconds between two rounds that the alarm asks for, at least, so that a round that always wants another one at
  /// once does not keep the machine busy.
  private static let betweenRings: Int64 = 5

  /// - Parameter mark: nil while a round is at work or after it broke off; its mark or the timer unit then comes.
  private func setAlarm(_ mark: RoundMark?) {
    guard let mark, let next = mark.next, mark != lastRing?.mark else { return alarm.set(nil) }
    alarm.set(max(next, lastRing.map { $0.at + Self.betweenRings } ?? 0))
  }

  func rang(_ ring: RealtimeAlarm.Ring) {
    let mark = settings.state.readRoundMark()
    switch ring {
    case .instant:
      guard let mark else { return }
      lastRing = (mark, clock.now())
      ask(.instant, .wake)
    case .clockWasSet:
      lastRing = nil
      site?.ask()
      ask(.clock, .wake)
    }
    setAlarm(mark)
  }

  // MARK: Asking for rounds

  /// Asks for a round now, or as soon as that is possible.
  func ask(_ reason: WakeReason, _ request: SpoolRequest) {
    unasked[request] = reason
    askForRounds()
  }

  /// Puts the requests into the spool. A wake-up that is there already suffices, because a round removes it before it
  /// reads the state.
  func askForRounds() {
    guard !unasked.isEmpty else { return note(.spool, nil) }
    let spool = Spool(settings.state.spool)
    do throws(SystemError) {
      for (request, reason) in unasked {
        if request != .wake || !spool.entries().contains(where: { $0.request == .wake }) { try spool.drop(request) }
        unasked[request] = nil
        shared.change { $0.wakes[reason, default: 0] += 1 }
        journal.say(.wake, reason.words, priority: 6, fields: [("REASON", reason.rawValue)])
      }
      note(.spool, nil)
    } catch {
      note(.spool, SystemError(error.code, spool.path).words)
    }
    if round != nil { deadlines.bring(.round, after: 0) }
  }
}

extension WakeReason {
  var words: Bilingual {
    switch self {
    case .instant: Bilingual(vi: "gọi lượt nhắc: đã đến lúc", en: "a round is asked for: its instant has come")
    case .fact: Bilingual(vi: "gọi lượt nhắc: có ghi nhận mới", en: "a round is asked for: a fact was recorded")
    case .rules:
      Bilingual(vi: "gọi lượt nhắc: thư mục quy tắc thay đổi", en: "a round is asked for: the rule folder changed")
    case .clock: Bilingual(vi: "gọi lượt nhắc: đồng hồ được chỉnh", en: "a round is asked for: the clock was set")
    case .net: Bilingual(vi: "gọi lượt nhắc định kỳ", en: "a round is asked for: ten minutes have passed")
    }
  }
}
