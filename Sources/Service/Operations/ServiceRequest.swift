import FactLog
import Glibc
import ServiceStatus
import StateFolder

/// Does what only a round may do: in this process if the user owns what rounds write, otherwise by a request in the
/// spool, which the next round answers.
package struct ServiceRequest {
  let run: RemindRun
  var state: StateFolder { run.state }
  var operations: OperationContext { run.context.operations }

  package init(_ run: RemindRun) { self.run = run }

  /// Whether another user owns what rounds write.
  var belongsToAnotherUser: Bool { StateFolder.belongsToAnotherUser(state.post) }

  /// Does something under the round's lock, or asks the service to do it.
  /// - Parameters:
  ///   - command: the name under which the lock is held, which other processes are told.
  ///   - here: does it in this process.
  func perform(
    _ request: SpoolRequest, as command: String, _ here: () throws -> SpoolAnswer
  ) throws(OperationFailure) -> SpoolAnswer {
    if let backup = state.unfinishedRestore { throw run.context.failure(StoreFailure.unfinishedRestore(backup)) }
    if belongsToAnotherUser { return ask(request) }
    do {
      let lock = try state.lockRound(holder: command)
      let answer = try here()
      withExtendedLifetime(lock) {}
      // If the spool takes no request, the timer starts a round within ten minutes anyway.
      if answer.exitCode == 0, Folder.isThere(state.spool) { _ = try? Spool(state.spool).drop(.wake) }
      return answer
    } catch FolderLock.Failure.held(let holder) {
      let who = holder.isEmpty ? "" : ": \(holder)"
      throw OperationFailure(
        vi: "đang có lượt khác chạy\(who); hãy chạy lại sau", en: "a round is running\(who); try again after it",
        ending: .busy)
    } catch {
      throw run.context.failure(error)
    }
  }

  /// The answer of the service, or why there is none.
  func ask(_ request: SpoolRequest) -> SpoolAnswer {
    SpoolCall(answerer: .round, state: state, operations: operations).ask(request)
  }
}
