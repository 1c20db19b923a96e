import ArgumentParser
import CivilCalendar
import Expansion
import Presentation
import RuleSyntax
import Rules

/// `nhacviec baseline`: what was done before the program was used (decision: known-since).
struct BaselineCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: """
      Khi bắt đầu dùng: ghi xong mọi việc của kế hoạch đã đến hạn trước một ngày.
      At the start: record as done whatever of a plan was due before a day.
      """,
    discussion: """
      Ngày xong thực tế không rõ nên lấy ngày hạn, và ghi chú nói rõ điều đó. In danh sách và chờ --yes.
      The real days are not known: the due days stand for them, and the note says so. Prints the list and waits for --yes.
      """)

  @Argument(help: "KẾ-HOẠCH / PLAN")
  var plan: String

  @Option(
    name: [.customLong("date"), .customLong("before")],
    help: "Việc có hạn trước ngày này / what was due before this day (mặc định: hôm nay / default: today).")
  var day: DateArgument?

  @Option(help: "Trừ việc này, lặp lại được / but not this one, may be repeated: NHIỆM-VỤ[@KỲ] / TASK[@KEY].")
  var except: [String] = []

  @OptionGroup var options: RecordOptions

  func run(in environment: CommandEnvironment) -> ExitCode {
    let recording = Recording(options, environment)
    var isNothing = false
    let code = recording.run(needsYes: true) { book in
      let drafts = drafts(book, recording.language, environment)
      isNothing = drafts?.isEmpty ?? false
      return isNothing ? nil : drafts
    }
    guard isNothing else { return code }
    environment.output.write(
      recording.language.choose(vi: "Không có việc nào cần ghi.\n", en: "There is nothing to record.\n"))
    return .success
  }

  /// Nil, with the reason on the error sink, where the plan or an exception is unknown.
  private func drafts(_ book: OpenBook, _ language: Language, _ environment: CommandEnvironment) -> [Draft]? {
    guard let plan = book.rules.plan(named: plan) else {
      let known = book.rules.plans.map(\.id).joined(separator: ", ")
      environment.errors.write(
        language.choose(
          vi: "lỗi: không có kế hoạch “\(self.plan)”; có: \(known)\n",
          en: "error: there is no plan “\(self.plan)”; there are: \(known)\n"))
      return nil
    }
    var exceptions: [TaskReference] = []
    for text in except {
      guard let reference = TaskReference(text, book.rules, language, errors: environment.errors) else { return nil }
      exceptions.append(reference)
    }
    let limit = day?.date ?? book.today
    let baseline = Baseline(plan: plan, limit: limit)
    let years = book.rules.plans[plan].years
    let planYear = years.count == 1 ? years.lowerBound : nil
    let writer = FactWriter(book.rules)
    return Expander(book.rules, facts: book.facts)
      .obligations(in: DayRange(first: .first, last: limit.adding(days: -1)), explained: false)
      .filter { obligation in
        baseline.closes(obligation, book.rules)
          && !exceptions.contains {
            $0.tasks.contains(obligation.task) && $0.matches(obligation.id, planYear: planYear)
          }
      }
      .map { obligation in
        let id = obligation.id
        let subject = Fact.NoticeTopic(
          task: obligation.task, label: id.label, key: id.key,
          unit: id.unit.flatMap { unit in book.rules.units.firstIndex { $0.id == unit } },
          group: id.unit.flatMap { unit in book.rules.groups.firstIndex { $0.id == unit } })
        return Draft(
          line: writer.line(of: .done(subject, on: obligation.binding, document: nil)),
          note: options.note ?? Self.note(limit))
      }
  }

  /// In both languages: it is kept.
  private static func note(_ day: CivilDate) -> String {
    "chốt ban đầu: xong trước \(DateWording(.vi).day(day)), không rõ ngày / baseline: done before \(day), day not known"
  }
}
