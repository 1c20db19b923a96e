package import Delivery
import Diagnostics
import FactLog
package import Notifications
import Outbox
package import Reminders
import ServiceStatus
package import Settings
package import StateFolder

/// A round of reminders: it takes the lock, answers requests, reads rules and facts, decides, delivers and leaves a
/// mark. Rules and facts are read after the mark is removed and its stamp is taken, so that a change in between makes
/// another round.
package struct RemindRun {
  package let context: RemindContext
  package let templates: NotificationTemplates
  /// The mistakes because of which shipped templates are used instead of the office's own.
  let templateFaults: [Diagnostic]
  package var state: StateFolder { context.state }
  private var operations: OperationContext { context.operations }

  /// Fails if no letter can be made of the shipped templates.
  package init(_ context: RemindContext) throws(OperationFailure) {
    let loaded = LoadedTemplates(context.configuration, context.operations)
    guard loaded.obstacles.isEmpty else { throw OperationFailure(loaded.obstacles) }
    self.context = context
    templates = loaded.templates
    templateFaults = loaded.faults
  }

  /// - Parameter stateFolder: the state folder; nil takes the configuration's, or the standard one.
  package init(
    _ file: ConfigurationFile, stateFolder: String?, in operations: OperationContext
  ) throws(OperationFailure) {
    try self.init(RemindContext(file, stateFolder: stateFolder, in: operations))
  }

  /// How a run ended.
  package struct Outcome {
    /// What the round did; nil if no rules are live yet.
    package var report: RoundReport?
    package var ending: Ending
  }

  /// Carries out a whole round.
  /// - Parameter now: the instant of the round; nil takes the clock's.
  package static func run(in context: RemindContext, at now: Instant?) throws(OperationFailure) -> Outcome {
    let run: RemindRun
    do throws(OperationFailure) { run = try RemindRun(context) } catch {
      context.state.noteFailure(
        .init(
          vi: "mẫu thư đi kèm thiếu hoặc có lỗi (nhacviec config check)",
          en: "the shipped templates are missing or have errors (nhacviec config check)"),
        after: context.state.readRoundMark(), at: now ?? context.operations.clock())
      throw error
    }
    return try run.run(at: now)
  }

  /// The round itself, with what it takes from its surroundings.
  /// - Parameter now: the instant of the round; nil takes the clock's.
  package func round(at now: Instant?) -> DeliveryRound {
    let clock = operations.clock
    let started = clock()
    return DeliveryRound(
      state, context.configuration, templates, credentials: operations.credentials,
      isClockSynchronised: now != nil || operations.isClockSynchronised(), hasJournal: context.hasJournal,
      clock: { now.map { $0.adding(seconds: clock().seconds - started.seconds) } ?? clock() })
  }

  private func run(at now: Instant?) throws(OperationFailure) -> Outcome {
    do {
      let lock = try state.lockRound(holder: "nhacviec remind")
      return try withExtendedLifetime(lock) {
        let earlier = state.readRoundMark()
        do {
          return try runLocked(at: now)
        } catch {
          state.noteFailure(context.diagnostic(error).words, after: earlier, at: now ?? operations.clock())
          throw error
        }
      }
    } catch FolderLock.Failure.held(let holder) {
      let who = holder.isEmpty ? "" : ": \(holder)"
      throw OperationFailure(
        vi: "đang có lượt khác chạy\(who); lượt này không gửi gì",
        en: "another round is running\(who); this one sent nothing", ending: .busy)
    } catch {
      throw context.failure(error)
    }
  }

  private func runLocked(at now: Instant?) throws -> Outcome {
    if let backup = state.unfinishedRestore { throw StoreFailure.unfinishedRestore(backup) }
    let spool = Spool(state.spool)
    // Files have the times of the machine's clock, even if the round is given another instant.
    let fileTime = operations.clock().seconds
    let taken = spool.take(now: fileTime)
    // A request that cannot be removed stays for the next round and does not end this one.
    var isAnswered = true
    for entry in taken.entries where entry.request == .wake {
      isAnswered = attempt { try spool.remove(entry) } && isAnswered
    }
    tell(taken)
    // The mark is moved back if this round breaks off and cannot even note that.
    _ = try? Folder.move(state.roundMark, to: state.earlierMark)
    let round = round(at: now)
    let began = now ?? operations.clock()
    var notes: [ServiceNote] = []
    var requests = RoundRequests(self, at: began)
    for entry in taken.entries where entry.request != .wake {
      let (answer, told) = requests.answer(entry)
      notes += told
      isAnswered = attempt { try state.answer(entry, answer) } && isAnswered
    }
    state.removeOldAnswers(now: fileTime)
    try OutboxLog.requireKept(state)
    let answers = RoundAnswers(context, at: began)
    answers.read()
    notes += answers.note.map { [$0] } ?? []
    // A failure makes systemd wait a minute before the next try.
    let ending: Ending = isAnswered ? .success : .failure
    if !templateFaults.isEmpty { operations.tell(.diagnostics(templateFaults, files: nil)) }
    var mark = RoundMark(began: began.seconds, stamp: context.stamp)
    mark.templateFault = templateFaults.first.map { RuleFolder.Problem($0).words }
    guard let (book, warnings) = try context.book() else {
      try WholeFile.replace(state.roundMark, with: mark.text)
      return Outcome(report: nil, ending: ending)
    }
    if !warnings.isEmpty { operations.tell(.diagnostics(warnings, files: nil)) }
    let report = try round.run(book, notes: notes)
    mark.fill(report, book)
    mark.next = [mark.next, answers.next?.seconds].compactMap { $0 }.min()
    try WholeFile.replace(state.roundMark, with: mark.text)
    RoundJournal(context).tell(report, book)
    return Outcome(report: report, ending: report.unrendered == 0 ? ending : .failure)
  }

  private func attempt(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      operations.tell(.diagnostics([context.diagnostic(error)], files: nil))
      return false
    }
  }

  /// Warns about what was in the spool and is no request, or one too many.
  private func tell(_ taken: Spool.Taken) {
    if !taken.aside.isEmpty {
      let names = taken.aside.prefix(3).map { String($0.prefix(60)) }.joined(separator: ", ")
      operations.tell(
        .warning(
          .init(
            vi:
              "\(taken.aside.count) thứ trong \(state.spool) không phải là yêu cầu, đã gạt sang bên (.strange-…): \(names)",
            en: "\(taken.aside.count) in \(state.spool) asked for nothing and were moved aside (.strange-…): \(names)"))
      )
    }
    if taken.surplus > 0 {
      operations.tell(
        .warning(
          .init(
            vi: "đã bỏ \(taken.surplus) yêu cầu của người gửi quá 100 yêu cầu",
            en: "\(taken.surplus) requests of somebody who made more than 100 were removed")))
    }
  }
}
