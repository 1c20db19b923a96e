import Diagnostics
import Expansion
import Presentation
import RuleSyntax
import Rules

/// What is refused.
extension RecordingQuestions {
  /// Why a fact is never recorded, not even with `--yes`; empty if it can be.
  func refusals(_ fact: Fact) -> [Diagnostic] {
    tooLong(fact) + notOwed(fact) + nothingFits(fact) + endedOtherwise(fact) + notYetDone(fact)
  }

  /// What was waived, or confirmed as done on another day, is not done by saying so (decision: strength-of-facts).
  private func endedOtherwise(_ fact: Fact) -> [Diagnostic] {
    guard [.done, .reported].contains(fact.body.kind), let subject = fact.body.subject,
      case let meant = meant(by: subject), let first = meant.first
    else { return [] }
    func stands(_ duty: AnyDuty) -> Bool {
      switch duty.closed {
      case .waived: true
      case .done(let day, _): fact.body.kind == .reported && day != fact.body.day
      case .withdrawn, nil: false
      }
    }
    guard meant.allSatisfy(stands) else { return [] }
    let words: (vi: String, en: String)
    if case .done(let day?, _)? = first.closed {
      words = ("việc này đã được xác nhận xong ngày \(vi.day(day))", "this was confirmed as done on \(en.day(day))")
    } else {
      words = ("việc này đã kết thúc", "this is over")
    }
    return [
      Diagnostic(
        .alreadyRecorded, vi: "\(words.vi); muốn ghi lại thì mở lại trước (nhacviec undo)",
        en: "\(words.en); to record it otherwise open it again first (nhacviec undo)", at: fact.span)
    ]
  }

  /// What is done on a day to come is not done, and nobody would be reminded of it (decision: no-done-ahead).
  private func notYetDone(_ fact: Fact) -> [Diagnostic] {
    guard [.done, .reported].contains(fact.body.kind), let day = fact.body.day, day > book.today else { return [] }
    return [
      Diagnostic(
        .notYetDone,
        vi:
          "\(vi.dayInSentence(day)) chưa đến (hôm nay \(vi.day(book.today))) nên chưa thể xong; hãy ghi ngày đã xong, hoặc "
          + "ghi khi việc xong",
        en:
          "\(en.day(day)) is in the future (today is \(en.day(book.today))), so that it cannot be done by then; write the day "
          + "on which it was done, or record it once it is", at: fact.span)
    ]
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
    let names = RuleNames(rules: book.rules, language: .vi)
    let words = ProblemWords.notOwed(names.recipient(owner), leads: names.recipients(first.leads))
    return [Diagnostic(.notOwed, vi: words.vi, en: words.en, at: fact.span)]
  }

  /// What answers something needs it to be there. The diagnostic lists what of the task can be meant.
  private func nothingFits(_ fact: Fact) -> [Diagnostic] {
    let kind = fact.body.kind
    guard kind.need.isAnswer, let subject = fact.body.subject, case let meant = meant(by: subject),
      !meant.contains(where: { $0.fits(kind) })
    else { return [] }
    let (code, words) = ProblemWords.nothingFits(
      kind, isOver: meant.contains { $0.closed != nil }, isConfirmed: book.rules.tasks[subject.task].confirmer != nil)
    let intro = ProblemWords.intro(ofFitting: kind)
    let fitting = duties[subject.task]?.all.filter { $0.fits(kind) } ?? []
    let most = ExpansionProblem.mostShown
    let shown = fitting.prefix(most).map(\.id.description).joined(separator: "; ") + (fitting.count > most ? "; …" : "")
    return [
      Diagnostic(
        code, vi: words.vi + (fitting.isEmpty ? "" : "; \(intro.vi): \(shown)"),
        en: words.en + (fitting.isEmpty ? "" : "; \(intro.en): \(shown)"), at: fact.span)
    ]
  }
}
