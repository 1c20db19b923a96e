package import CivilCalendar
package import Diagnostics
import Presentation
package import Reminders

/// What the program itself tells the focal points, and how it is worded. They run no commands: a letter says what
/// happened, what is to be done and whom to ask (decision: service-letters).
package enum ServiceEvent: Sendable {
  /// A round sends nothing until somebody accepts it, on this day.
  case held([HeldRound.Reason], on: CivilDate)
  /// New rules have so many errors; `name` tells these errors from others.
  case refused(errors: Int, name: String)
  /// New rules wait for acceptance; `name` tells them from others.
  case waits(Bilingual, name: String)
  /// These proposals wait, each by what it is about; the number of the last.
  case proposals([[ProposalTopic]], last: Int64)

  /// What a proposal is about. Focal points hear of those of their own plans.
  package enum ProposalTopic: Hashable, Sendable {
    /// Work of the plan of that id.
    case plan(String)
    /// Blocks of that rule file.
    case file(String)
  }

  static func subject(ofProposals count: Int) -> Bilingual {
    .init(vi: "\(count) đề xuất chờ xem", en: count == 1 ? "1 proposal waits" : "\(count) proposals wait")
  }

  package var note: ServiceNote {
    switch self {
    case .held(let reasons, let day):
      return ServiceNote(
        name: "held/\(day)",
        subject: .init(vi: "Thư nhắc đang chờ xác nhận, chưa gửi", en: "Reminders wait to be accepted"),
        text: (reasons.map(\.happened).map { .init(vi: "Chưa gửi gì: \($0.vi).", en: "Nothing was sent: \($0.en).") }
          + [
            .init(
              vi:
                "Đề nghị xem có đúng như vậy không. Nếu đúng, đề nghị người quản trị hệ thống xác nhận để thư được gửi; "
                + "nếu không đúng, đề nghị người quản trị hệ thống khắc phục trước. Đến khi đó chưa đơn vị nào được nhắc.",
              en:
                "Please see whether that is right. If it is, ask the administrator of the system to accept it, so that "
                + "the reminders go out; if not, to mend it first. Until then nobody is reminded.")
          ]).joined(separator: "\n"))
    case .refused(let errors, let name):
      return ServiceNote(
        name: "refused/\(name)",
        subject: .init(vi: "Quy tắc mới có lỗi, chưa có hiệu lực", en: "New rules have errors and are not live"),
        text: .init(
          vi: "Quy tắc mới có \(errors) lỗi nên chưa có hiệu lực. Việc nhắc vẫn tiếp tục theo quy tắc đang có hiệu "
            + "lực.\n"
            + "Đề nghị người soạn quy tắc sửa các lỗi này; chi tiết từng lỗi, xin hỏi người quản trị hệ thống.",
          en:
            "The new rules have \(errors == 1 ? "an error" : "\(errors) errors") and are not live. Reminders go on by "
            + "the rules that are.\nWhoever writes the rules is asked to mend them; the administrator of the system can name "
            + "each error."))
    case .waits(let reasons, let name):
      return ServiceNote(
        name: "waits/\(name)",
        subject: .init(vi: "Quy tắc mới chờ xác nhận", en: "New rules wait for acceptance"),
        text: .init(
          vi: "Quy tắc mới chưa có hiệu lực, chờ xác nhận vì:\n\(reasons.vi)\n"
            + "Đề nghị xem có đúng ý không. Nếu đúng, đề nghị người quản trị hệ thống xác nhận; nếu không, đề nghị người soạn quy "
            + "tắc sửa lại. Đến khi đó việc nhắc theo quy tắc đang có hiệu lực.",
          en: "The new rules are not live; they wait for acceptance since:\n\(reasons.en)\n"
            + "Please see whether that is meant. If it is, ask the administrator of the system to accept them, else whoever "
            + "writes the rules to mend them. Until then reminders go by the rules that are live."))
    case .proposals(let proposals, let last):
      var note = ServiceNote(
        name: "proposals-\(last)", subject: Self.subject(ofProposals: proposals.count),
        text: .init(
          vi: "Đơn vị đã trả lời thư nhắc, hoặc đề xuất sửa kế hoạch; chưa có gì được ghi nhận hay thay đổi.\n"
            + "Đề nghị xem từng đề xuất trong hệ thống rồi chấp nhận hoặc từ chối; sửa kế hoạch do người quản trị hệ thống "
            + "quyết định. Chưa rõ cách làm, xin hỏi người ấy.",
          en: "Units answered reminders, or proposed changes of the plan; nothing was recorded or changed yet.\n"
            + "Please look at each proposal in the system and accept or refuse it; changes of the plan are decided by the "
            + "administrator of the system, who also knows how."
        ))
      note.proposals = proposals
      return note
    }
  }

}
