import Glibc
import ServiceStatus
import StateFolder

/// Asks another user's process for something by a request in its spool, and waits for the answer.
struct SpoolCall {
  let answerer: StateFolder.Answerer
  let state: StateFolder
  let operations: OperationContext

  /// For how many seconds an answer is waited for.
  private static let patience = 60

  /// The answer of the service, or why there is none. If nothing would ever answer, it is not waited for.
  func ask(_ request: SpoolRequest) -> SpoolAnswer {
    if let units = operations.units(state), !units.isAnswering(answerer) {
      return Self.complaint(
        "dịch vụ chưa bật nên không ai trả lời; chưa yêu cầu gì. Bật: sudo \(ServiceUnits.remedy)",
        "the service is not enabled, so nothing would answer; nothing was asked. Enable it: sudo \(ServiceUnits.remedy)"
      )
    }
    let name: String
    do throws(SystemError) {
      name = try Spool(state.requests(to: answerer)).drop(request)
    } catch {
      return Self.complaint(
        "không gửi được yêu cầu tới dịch vụ (\(error.words.vi)); xem “systemctl status \(starter)”",
        "the request cannot be handed to the service (\(error.words.en)); see “systemctl status \(starter)”",
        .failure)
    }
    for look in 0..<Self.patience * 20 {
      if let answer = state.answer(to: name, by: answerer) { return answer }
      if look == 40 { tellWaiting() }
      usleep(50_000)
    }
    return Self.complaint(
      "dịch vụ chưa trả lời sau \(Self.patience) giây; yêu cầu \(name) vẫn nằm chờ; xem “systemctl status \(unit)”",
      "the service has not answered in \(Self.patience) seconds; request \(name) stays; see “systemctl status \(unit)”")
  }

  /// The unit that answers, and the one that takes requests for it.
  private var unit: String {
    switch answerer {
    case .round: "nhacviec-remind"
    case .daemon: "nhacviecd"
    case .editor: "nhacviec-edit"
    }
  }
  private var starter: String { answerer == .daemon ? unit : "\(unit).path" }

  /// Tells a user who has waited for two seconds what they wait for.
  private func tellWaiting() {
    operations.tell(
      .progress(
        .init(
          vi: "Đang chờ dịch vụ (\(unit).service) trả lời, nhiều nhất \(Self.patience) giây …",
          en: "Waiting for the service (\(unit).service) to answer, \(Self.patience) seconds at most …")))
  }

  private static func complaint(_ vi: String, _ en: String, _ ending: Ending = .busy) -> SpoolAnswer {
    SpoolAnswer(exitCode: ending.rawValue, vi: "lỗi: \(vi)", en: "error: \(en)")
  }
}
