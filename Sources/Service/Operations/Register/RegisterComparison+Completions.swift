import CivilCalendar
import Diagnostics
import Expansion
import Rules

/// Days of completion that somebody typed.
extension RegisterComparison {
  mutating func compareCompletion(_ line: RegisterSheet.Line, _ task: TaskID, _ current: TaskID?) {
    guard let lines = line.lines(.done) else { return }
    let text = lines.joined(separator: " ")
    let was = line.check?.done
    let isUnchanged = line.check?.says(line.text(.done), .done) ?? text.isEmpty
    guard !isUnchanged else { return }
    let identity = line.identity
    let duty = current == nil ? nil : model.book.duty(identity, model.expander)
    var now: CivilDate?
    if case .done(let day, _)? = duty?.closed { now = day }
    guard let day = model.day(typed: text) else {
      if text.isEmpty, duty != nil, now == nil, was != nil { return }
      let words = text.isEmpty ? RegisterColumn.done.elsewhere : Self.unreadable(text)
      return trouble(line, .done, task, vi: words.vi, en: words.en)
    }
    guard day != was, day != now else { return }
    guard was == nil else {
      return trouble(line, .done, task, vi: RegisterColumn.done.elsewhere.vi, en: RegisterColumn.done.elsewhere.en)
    }
    if let fault = fault(day, identity, duty) {
      trouble(line, .done, task, vi: fault.vi, en: fault.en)
      if let now { troubles[troubles.count - 1].conflict = ("", now.written, day.written) }
      return
    }
    if let current { completions.append(Completion(task: current, line: line, duty: identity, day: day)) }
  }

  private static func unreadable(_ text: String) -> Bilingual {
    .init(vi: "“\(text)” không phải là một ngày; ghi như 31/5/2024", en: "“\(text)” is no day; write 31/5/2024")
  }

  /// Why a completion cannot be taken; nil if it can.
  private func fault(_ day: CivilDate, _ identity: String, _ duty: Duty<DutyState>?) -> Bilingual? {
    guard identity.contains("@") else {
      return .init(
        vi: "việc này không có một kỳ để ghi chung; ghi riêng: nhacviec done",
        en: "there is no one duty that this can be of; record it by nhacviec done")
    }
    guard let duty else {
      return .init(vi: "không còn việc này: nhacviec upcoming", en: "this is owed no more: nhacviec upcoming")
    }
    guard duty.closed == nil else {
      return .init(vi: "việc này nay đã đóng rồi", en: "this is closed by now")
    }
    guard duty.report == nil else {
      return .init(vi: "việc này đã báo cáo, đang chờ xác nhận", en: "this is reported and waits to be confirmed")
    }
    guard day <= model.today else { return .init(vi: "ngày này chưa đến", en: "this day lies ahead") }
    return nil
  }
}
