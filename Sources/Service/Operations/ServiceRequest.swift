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

  /// For how many seconds an answer is waited for.
  private static let patience = 60

  package init(_ run: RemindRun) { self.run = run }

  /// Whether another user owns what rounds write. Then even root asks the service, so that no file becomes root's.
  var belongsToAnotherUser: Bool {
    var status = stat()
    return stat(state.post, &status) == 0 && status.st_uid != geteuid()
  }

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

  /// The answer of the service, or why there is none. If nothing would ever answer, it is not waited for.
  func ask(_ request: SpoolRequest) -> SpoolAnswer {
    if let units = operations.units(state), !units.isAnswering {
      return Self.complaint(
        "dịch vụ chưa bật nên không ai trả lời; chưa yêu cầu gì. Bật: sudo \(ServiceUnits.remedy)",
        "the service is not enabled, so nothing would answer; nothing was asked. Enable it: sudo \(ServiceUnits.remedy)"
      )
    }
    let name: String
    do throws(SystemError) {
      name = try Spool(state.spool).drop(request)
    } catch {
      return Self.complaint(
        "không gửi được yêu cầu tới dịch vụ (\(error.words.vi)); xem “systemctl status nhacviec-remind.path”",
        "the request cannot be handed to the service (\(error.words.en)); see “systemctl status nhacviec-remind.path”",
        .failure)
    }
    for look in 0..<Self.patience * 20 {
      if let answer = state.answer(to: name) { return answer }
      if look == 40 { tellWaiting() }
      usleep(50_000)
    }
    return Self.complaint(
      "dịch vụ chưa trả lời sau \(Self.patience) giây; yêu cầu \(name) vẫn nằm chờ; xem “systemctl status nhacviec-remind”",
      "the service has not answered in \(Self.patience) seconds; request \(name) stays; see "
        + "“systemctl status nhacviec-remind”")
  }

  /// Tells a user who has waited for two seconds what they wait for.
  private func tellWaiting() {
    operations.tell(
      .progress(
        .init(
          vi: "Đang chờ dịch vụ (nhacviec-remind.service) trả lời, nhiều nhất \(Self.patience) giây …",
          en: "Waiting for the service (nhacviec-remind.service) to answer, \(Self.patience) seconds at most …")))
  }

  private static func complaint(_ vi: String, _ en: String, _ ending: Ending = .busy) -> SpoolAnswer {
    SpoolAnswer(exitCode: ending.rawValue, vi: "lỗi: \(vi)", en: "error: \(en)")
  }
}
