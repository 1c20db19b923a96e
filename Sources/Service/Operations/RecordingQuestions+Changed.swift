import Diagnostics
import Expansion
import Presentation
import RuleSyntax
import Rules

/// What was answered by somebody who saw something else.
extension RecordingQuestions {
  /// Says what was shown and what waits now, as the first and the second note, where they differ (decision: answers-name-their-fact).
  /// - Parameter number: of the fact that was shown; 0: nothing waited.
  func changedSince(_ fact: Fact, shown number: Int) -> Diagnostic? {
    guard let subject = fact.body.subject, let duty = meant(by: subject).first,
      case let now = duty.answered(by: fact.body.kind)?.fact ?? 0, now != number
    else { return nil }
    let nothing = Bilingual(vi: "chưa có báo cáo hay đề nghị nào chờ trả lời", en: "nothing waited for an answer")
    let shown = words(ofFact: number) ?? nothing
    let waiting = words(ofFact: now) ?? end(of: duty)
    return Diagnostic(
      .changedSince,
      vi: "điều được trả lời đã khác từ khi xem: khi xem là “\(shown.vi)”, nay là “\(waiting.vi)”",
      en: "what is answered has changed since it was looked at: then “\(shown.en)”, now “\(waiting.en)”", at: fact.span,
      notes: [.init(shown), .init(waiting)])
  }

  private func words(ofFact number: Int) -> Bilingual? { book.facts.first { $0.line == number }.map(words) }

  private func words(_ fact: Fact) -> Bilingual {
    func text(_ language: Language) -> String {
      FactWording(book.rules, DateWording(language)).text(of: fact.body)
    }
    return Bilingual(
      vi: text(.vi) + " (ghi nhận số \(fact.line))", en: text(.en) + " (fact \(fact.line))")
  }

  /// That nothing waits any more, with what was recorded last.
  private func end(of duty: AnyDuty) -> Bilingual {
    let last = book.facts.last { fact in
      fact.body.subject.map { subject in
        subject.task == duty.task && meant(by: subject).contains { $0.id == duty.id }
      } ?? false
    }.map(words)
    return Bilingual(
      vi: "không còn gì chờ trả lời" + (last.map { "; ghi nhận gần nhất: \($0.vi)" } ?? ""),
      en: "nothing waits any more" + (last.map { "; recorded last: \($0.en)" } ?? ""))
  }
}
