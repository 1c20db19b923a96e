import CivilCalendar
import Expansion
import RuleSyntax
package import Rules

/// What a fact says of a duty, as a piece of a sentence behind who recorded it: `gia hạn đến ngày 30/9/2024`.
package struct FactWording {
  private let names: RuleNames
  private let dates: DateWording
  private let course: CourseWording
  private var language: Language { names.language }

  package init(_ rules: RuleSet, _ dates: DateWording) {
    names = RuleNames(rules: rules, language: dates.language)
    (self.dates, course) = (dates, CourseWording(dates))
  }

  package func text(of body: Fact.Body) -> String {
    guard !body.kind.form.isOnTheWay else { return course.text(of: CourseStep(body)) }
    let ground = body.ground ?? ""
    let (because, by) =
      ground.isEmpty ? ("", "") : (say(" vì \(ground)", " because \(ground)"), say(" theo \(ground)", " per \(ground)"))
    let day = body.day.map(dates.dayInSentence) ?? ""
    switch body.kind {
    case .done:
      let number = ground.isEmpty ? "" : say(", văn bản số \(ground)", ", document \(ground)")
      return body.day == nil
        ? say("đã xong, không rõ ngày", "done, day unknown") + number
        : say("đã xong \(day)", "done on \(day)") + number
    case .set: return say("ấn định hạn: “\(body.deadline?.text ?? "")”", "day set: “\(body.deadline?.text ?? "")”") + by
    case .extended: return say("gia hạn đến \(day)", "extended to \(day)") + by
    case .waived: return say("miễn", "waived") + because
    case .undone: return say("mở lại", "taken back") + because
    case .reassigned:
      let to = body.recipient.map(names.recipient) ?? ""
      return say("chuyển cho \(to)", "handed over to \(to)") + by
    case .silenced: return say("ngừng nhắc đến \(day)", "silenced until \(day)") + because
    case .happened: return say("\(event(body)) đã xảy ra \(day)", "\(event(body)) happened on \(day)")
    case .corrected:
      return say("sửa ngày của \(event(body)): \(day)", "day of \(event(body)) corrected: \(day)") + because
    case .withdrawn: return say("rút ghi nhận \(event(body))", "\(event(body)) withdrawn") + because
    default: return ""
    }
  }

  /// `sự kiện “Bộ công bố chỉ số”`
  private func event(_ body: Fact.Body) -> String {
    let name = body.event.map { event in
      "“\(names.event(EventBinding(event: event.event, key: event.key)))”" + (event.reference.map { " (\($0))" } ?? "")
    }
    return say("sự kiện", "the event") + (name.map { " \($0)" } ?? "")
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
}
