import FactLog
import Glibc
import ServiceStatus
import StateFolder

/// What only the round may do, on behalf of somebody: by itself where the user owns what the round writes, else by a request
/// in the spool, which the round answers.
package struct ServiceRequest {
  let run: RemindRun
  var state: StateFolder { run.state }
  var operations: OperationContext { run.context.operations }

  /// How long an answer is waited for, in seconds.
  private static let patience = 60

  package init(_ run: RemindRun) { self.run = run }

  /// Whether the round of another user writes there. Root too asks, so that no file becomes root's.
  var belongsToAnotherUser: Bool {
    var status = stat()
    return stat(state.post, &status) == 0 && status.st_uid != geteuid()
  }

  /// - Parameters:
  ///   - command: what those are told who want the lock meanwhile.
  ///   - here: does it, under the round's lock.
  func perform(
    _ request: SpoolRequest, as command: String, _ here: () throws -> SpoolAnswer
  ) throws(OperationFailure) -> SpoolAnswer {
    if let backup = state.unfinishedRestore { throw run.context.failure(StoreFailure.unfinishedRestore(backup)) }
    if belongsToAnotherUser { return ask(request) }
    do {
      let lock = try state.lockRound(holder: command)
      let answer = try here()
      withExtendedLifetime(lock) {}
      // The net finds it in ten minutes anyway.
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

  /// What the service said, or why it says nothing; the latter at once where nobody would ever answer.
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

  /// After two seconds: whoever waits knows for what.
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
