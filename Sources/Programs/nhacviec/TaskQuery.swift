import ArgumentParser
import CivilCalendar
import Expansion
import Presentation
import Rules

/// The duties of one task that `show` and `explain` tell of.
struct TaskQuery {
  struct Found {
    let book: OpenBook
    let language: Language
    let task: TaskID
  }

  private let text: String
  private let options: RuleOptions
  private let environment: CommandEnvironment

  init(_ text: String, _ options: RuleOptions, _ environment: CommandEnvironment) {
    self.text = text
    self.options = options
    self.environment = environment
  }

  /// Calls `body` with the task's duties, by day; fails where there is no such task or none of its duties is meant.
  func run(_ body: (Found, [UpcomingItem]) -> Void) -> ExitCode {
    guard let book = OpenBook.open(options, in: environment) else { return .failure }
    let language = options.languages.language(in: environment)
    guard let reference = TaskReference(text, book.rules, language, errors: environment.errors),
      let task = reference.tasks.first
    else { return .failure }
    let expander = Expander(book.rules, facts: book.facts)
    let plan = book.rules.plans[book.rules.tasks[task].plan]
    let window = DayRange(first: .first, last: lastDay(of: plan, today: book.today))
    let list = UpcomingList(
      book.rules, obligations: expander.handedOver(expander.obligations(in: window, of: task), on: book.today),
      duties: expander.handedOver(expander.openDuties(of: task), on: book.today), today: book.today,
      includesClosed: true, live: book.live)
    let planYear = plan.years.count == 1 ? plan.years.lowerBound : nil
    let items = list.items.filter { reference.matches($0.id, planYear: planYear) }
      .sorted { ($0.sortDay ?? .last) < ($1.sortDay ?? .last) }
    let problems = expander.problems(in: window, of: task)
    let told = problems + expander.barrenLines(of: task)
    if !told.isEmpty {
      DiagnosticReport(environment, language).printToErrors(told.map(ProblemWords.diagnostic), files: nil)
    }
    guard !items.isEmpty || reference.key == nil else {
      let keys = list.items.map(\.id.key).joined(separator: ", ")
      environment.errors.write(
        language.choose(
          vi: "lỗi: không có kỳ này; có: \(keys)\n", en: "error: there is no such key; there are: \(keys)\n"))
      return .failure
    }
    if let origin = book.origin {
      environment.output.write(environment.style(.faint, TerminalEscaper.escape(origin)) + "\n")
    }
    body(Found(book: book, language: language, task: task), items)
    return problems.isEmpty ? .success : .failure
  }

  /// Rows of a plan can be due in the year after it; an open-ended one is shown for two years from today.
  private func lastDay(of plan: Plan, today: CivilDate) -> CivilDate {
    let year = min(9999, max(plan.years.upperBound, today.year) + 2)
    return CivilDate(year: year, month: 12, day: 31) ?? .last
  }
}
