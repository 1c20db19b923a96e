import CivilCalendar
package import Diagnostics
package import Expansion
package import Rules

/// The results of a rule book's test blocks: for each failure what was expected, what came out, and how it was derived.
package struct TestReport {
  private let rules: RuleSet
  private let language: Language
  private let style: TerminalStyle
  private let formatter: DiagnosticFormatter
  private let dates: DateWording
  private let explanation: Explanation

  package init(_ rules: RuleSet, _ language: Language, style: TerminalStyle = .plain, width: Int = 120) {
    self.rules = rules
    self.language = language
    self.style = style
    formatter = DiagnosticFormatter(language, style: style, width: width)
    dates = DateWording(language)
    explanation = Explanation(rules, language)
  }

  /// A runner that looks for the words after *vì / because* in the sentences of both languages.
  ///
  /// - Parameter remind: judges expectations about reminders and questions.
  package static func runner(
    _ rules: RuleSet, diagnostics: [Diagnostic], remind: @escaping TestRunner.Reminding
  ) -> TestRunner {
    let (vi, en) = (Explanation(rules, .vi), Explanation(rules, .en))
    return TestRunner(
      rules, diagnostics: diagnostics, explain: { vi.sentences(for: $0) + en.sentences(for: $0) }, remind: remind)
  }

  /// The failures of one block; empty if the block passed.
  package func text(of result: TestResult) -> String {
    guard !result.isPassed else { return "" }
    let place = formatter.place(of: result.test.span)
    var text = style(.error, say("KHÔNG ĐẠT", "FAILED")) + ": " + TerminalEscaper.escape(result.test.title)
    text += " (\(place), \(say("hôm nay", "today")) \(dates.day(result.test.today)))\n"
    for failure in result.failures { text += self.text(of: failure) }
    return text + "\n"
  }

  /// `5 passed, 1 failed`
  package func summary(of results: [TestResult]) -> String {
    let failed = results.count { !$0.isPassed }
    return say(
      "\(results.count - failed) đạt, \(failed) không đạt", "\(results.count - failed) passed, \(failed) failed")
  }

  private func text(of failure: TestFailure) -> String {
    var text = ""
    if let expectation = failure.expectation {
      text += "  \(formatter.place(of: expectation.span)): \(TerminalEscaper.escape(expectation.text))\n"
    }
    for line in reason(of: failure) { text += "    \(TerminalEscaper.escape(line))\n" }
    let (dated, open) = (failure.duties.filter { $0.days != nil }, failure.duties.filter { $0.days == nil })
    for duty in dated.prefix(12) + open.prefix(12) { text += steps(duty.id, explanation.sentences(for: duty)) }
    return text
  }

  private func steps(_ id: ObligationID, _ sentences: [String]) -> String {
    "    " + style(.faint, id.description) + "\n"
      + sentences.map { "      • \(TerminalEscaper.escape($0))\n" }.joined()
  }

  private func reason(of failure: TestFailure) -> [String] {
    switch failure.reason {
    case .days(let want, let got): wantGot(days(want), days(got))
    case .expectedDays(let want, let got): wantGot(days(want), days(got))
    case .opens(let want, let got):
      wantGot(
        say("mở từ \(dates.day(want))", "opens \(dates.day(want))"),
        got.map { say("mở từ \(dates.day($0))", "opens \(dates.day($0))") } ?? say("mở sẵn", "open from the start"))
    case .standsOtherwise:
      [say("tình trạng khác với mong đợi; hiện là:", "it stands otherwise; this is what is owed:")]
    case .wordsNotFound(let words):
      [say("phần giải thích không có: “\(words)”", "the explanation does not say: “\(words)”")]
    case .nothingMeant:
      [say("không có việc nào ứng với mong đợi này", "nothing is owed under that task, label, key or unit")]
    case .noSuchDiagnostic:
      [say("không có lỗi hay cảnh báo nào như vậy", "no error or warning has these words")]
    case .fact(let problem): factLines(problem)
    }
  }

  private func factLines(_ problem: ExpansionProblem) -> [String] {
    let words = ProblemWords.words(problem.reason)
    return [say("ghi nhận: \(problem.text)", "fact: \(problem.text)"), say(words.vi, words.en)]
  }

  private func wantGot(_ want: String, _ got: String) -> [String] {
    [say("mong đợi: \(want)", "want: \(want)"), say("thực tế:  \(got)", "got:  \(got)")]
  }

  private func days(_ days: [CivilDate]) -> String {
    days.isEmpty ? say("không có ngày nào", "no day") : days.map(dates.weekdayAndDay).joined(separator: "; ")
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
}
