import CivilCalendar
import Diagnostics
import Expansion
import Rules

/// What was said of work that waits for somebody else's answer.
extension RecordingQuestions {
  /// Whether the same is asked for already, by a request that nobody has answered.
  func isAskedAlready(_ fact: Fact) -> Bool {
    guard fact.body.kind == .extensionAsked, let subject = fact.body.subject, case let meant = meant(by: subject) else {
      return false
    }
    return !meant.isEmpty
      && meant.allSatisfy { duty in
        duty.request.map { request in
          (request.day, request.newDay, request.words) == (fact.body.day, fact.body.newDay, fact.body.ground)
        } ?? false
      }
  }

  func reportDay(_ subject: Fact.Subject) -> CivilDate? {
    meant(by: subject).lazy.compactMap { $0.report?.day }.first
  }

  func doneDay(_ subject: Fact.Subject) -> CivilDate? {
    meant(by: subject).lazy.compactMap { if case .done(let day?, _)? = $0.closed { day } else { nil } }.first
  }

  /// A question if what was reported as done is accepted, is on its way or is to get another day.
  func reported(_ fact: Fact) -> [Diagnostic] {
    guard [.accepted, .progress, .extensionAsked].contains(fact.body.kind), let subject = fact.body.subject,
      case let meant = meant(by: subject), !meant.isEmpty, meant.allSatisfy({ $0.report != nil })
    else { return [] }
    return [
      Diagnostic(
        .alreadyRecorded,
        vi: "việc này đã báo cáo hoàn thành và đang chờ xác nhận; chưa xong thì rút báo cáo trước (nhacviec undo)",
        en: "this was reported as done and waits for confirmation; if it is not done, take the report back first "
          + "(nhacviec undo)", at: fact.span)
    ]
  }
}
