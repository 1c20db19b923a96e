import CivilCalendar
import Diagnostics
import Expansion
import Reminders
import Rules

extension RuleComparison {
  /// Warnings about what is over and would be judged otherwise: what nobody recorded the day of that bound then, and reports
  /// that wait for somebody who would confirm no more.
  var judgedAnew: [Diagnostic] {
    guard let live else { return [] }
    let before = Dictionary(live.agenda.duties.map { ($0.id, $0) }) { first, _ in first }
    let today = Zone.vietnam.day(of: now)
    var (late, timely, closed): ([AnyDuty], [AnyDuty], [AnyDuty]) = ([], [], [])
    for duty in candidate.agenda.duties {
      switch (before[duty.id]?.status(on: today), duty.status(on: today)) {
      case (.done(.onTime), .done(.late)): late.append(duty)
      case (.done(.late), .done(.onTime)): timely.append(duty)
      case (.reported, .done): closed.append(duty)
      default: continue
      }
    }
    return [
      warning(
        .doneJudgedAnew, late, vi: "việc đã xong đúng hạn nay thành trễ vì hạn trong quy tắc đổi",
        en: "that were done on time count as late now, because the rules name another day"),
      warning(
        .doneJudgedAnew, timely, vi: "việc đã xong trễ nay thành đúng hạn vì hạn trong quy tắc đổi",
        en: "that were done late count as on time now, because the rules name another day"),
      warning(
        .reportClosed, closed, vi: "báo cáo đang chờ xác nhận nay thành đã xong vì không còn ai xác nhận",
        en: "that were reported count as done now, because nobody is to confirm them any more"),
    ].compactMap(\.self)
  }

  private func warning(_ code: DiagnosticCode, _ duties: [AnyDuty], vi: String, en: String) -> Diagnostic? {
    guard let first = duties.first else { return nil }
    let rules = candidate.agenda.rules
    let shown = duties.prefix(10).map(\.id.description).joined(separator: "; ") + (duties.count > 10 ? "; …" : "")
    return Diagnostic(
      code, vi: "\(duties.count) \(vi): \(shown)", en: "\(duties.count) \(en): \(shown)",
      at: rules.tasks[first.task].due[first.dueLine].span)
  }
}
