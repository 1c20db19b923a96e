import Diagnostics
import Expansion
import Presentation
import RuleSyntax
import Rules

/// What is refused.
extension RecordingQuestions {
  /// Why a fact is never recorded, not even with `--yes`; empty if it can be.
  func refusals(_ fact: Fact) -> [Diagnostic] {
    tooLong(fact) + notOwed(fact) + nothingToUndo(fact) + nothingToConfirm(fact) + nothingAsked(fact)
  }

  /// A silence must end within 90 days (decision: silences-end).
  private func tooLong(_ fact: Fact) -> [Diagnostic] {
    let last = book.today.adding(days: 90)
    guard fact.body.kind == .silenced, let day = fact.body.day, day > last else { return [] }
    return [
      Diagnostic(
        .silenceTooLong, vi: "ngừng nhắc nhiều nhất 90 ngày: đến \(vi.dayInSentence(last))",
        en: "reminders stop for 90 days at most: until \(en.day(last))", at: fact.span)
    ]
  }

  /// A unit that only supports cannot close what others owe.
  private func notOwed(_ fact: Fact) -> [Diagnostic] {
    guard let subject = fact.body.subject, let owner = subject.owner, let duties = duties[subject.task] else {
      return []
    }
    let meant = duties.meant(by: subject)
    guard let first = meant.first, !meant.contains(where: { duties.isOwed($0, by: owner) }) else { return [] }
    func name(_ recipients: [Recipient], _ language: Language) -> String {
      RuleNames(rules: book.rules, language: language).recipients(recipients)
    }
    return [
      Diagnostic(
        .notOwed,
        vi:
          "\(name([owner], .vi)) không chủ trì việc này; chủ trì: \(name(first.leads, .vi)). Hãy bỏ tên đơn vị, hoặc ghi "
          + "đúng đơn vị chủ trì",
        en:
          "\(name([owner], .en)) does not owe this; it is owed by: \(name(first.leads, .en)). Leave the unit out, or name "
          + "one that owes it", at: fact.span)
    ]
  }

  /// *Mở lại* needs something that is done or waived. The diagnostic lists what of the task is.
  private func nothingToUndo(_ fact: Fact) -> [Diagnostic] {
    guard fact.body.kind == .undone, let subject = fact.body.subject,
      !meant(by: subject).contains(where: { $0.isDone || $0.report != nil })
    else { return [] }
    let done = duties[subject.task]?.all.filter(\.isDone) ?? []
    let most = ExpansionProblem.mostShown
    let shown = done.prefix(most).map(\.id.description).joined(separator: "; ") + (done.count > most ? "; …" : "")
    return [
      Diagnostic(
        .nothingToUndo,
        vi: "việc này chưa ghi xong và chưa được miễn, nên không có gì để mở lại"
          + (done.isEmpty ? "" : "; mở lại được: \(shown)"),
        en: "this is neither done nor waived, so that there is nothing to undo"
          + (done.isEmpty ? "" : "; what can be undone: \(shown)"), at: fact.span)
    ]
  }

  /// *Xác nhận* and *trả lại* need a report.
  private func nothingToConfirm(_ fact: Fact) -> [Diagnostic] {
    guard [.confirmed, .returned].contains(fact.body.kind), let subject = fact.body.subject,
      !meant(by: subject).contains(where: { $0.report != nil })
    else { return [] }
    let isOver = meant(by: subject).contains { $0.closed != nil }
    let isFinal = book.rules.tasks[subject.task].confirmer == nil
    return [
      Diagnostic(
        .nothingToConfirm,
        vi: isOver
          ? "việc này đã kết thúc, không còn chờ xác nhận; muốn mở lại thì dùng nhacviec undo"
          : isFinal
            ? "không đơn vị nào xác nhận việc này: ghi xong là xong"
            : "việc này chưa có báo cáo hoàn thành đang chờ xác nhận; đơn vị báo cáo bằng nhacviec done",
        en: isOver
          ? "this is over and waits for nobody; to open it again use nhacviec undo"
          : isFinal
            ? "nobody confirms this: done is done"
            : "nothing was reported here that waits for confirmation; the unit reports by nhacviec done",
        at: fact.span)
    ]
  }

  /// *Không đồng ý* and *rút đề nghị* need a request.
  private func nothingAsked(_ fact: Fact) -> [Diagnostic] {
    guard [.extensionRefused, .extensionWithdrawn].contains(fact.body.kind), let subject = fact.body.subject,
      !meant(by: subject).contains(where: { $0.request != nil })
    else { return [] }
    return [
      Diagnostic(
        .nothingAsked, vi: "việc này không có đề nghị gia hạn nào đang chờ trả lời",
        en: "nobody asks for more time here", at: fact.span)
    ]
  }
}
