import CivilCalendar
package import Expansion
package import Presentation
import Reminders
package import Rules

/// The duties of one task, for the commands `show` and `explain`.
package struct TaskQuery {
  package let book: OpenBook
  package let task: TaskID
  /// The duties by their days.
  package let items: [UpcomingItem]
  private let delays: DelayAccount
  /// Whether all duties could be computed; the problems were told.
  package let isWhole: Bool

  /// Fails if there is no such task, or none of its duties has that key.
  /// - Parameter text: `TASK[@KEY][/UNIT]`.
  package init(_ text: String, _ request: BookRequest, in operations: OperationContext) throws(OperationFailure) {
    let book = try OpenBook.open(request, in: operations)
    let reference = try TaskReference(text, book.rules)
    let task = reference.task
    let expander = Expander(book.rules, facts: book.facts)
    let plan = book.rules.plans[book.rules.tasks[task].plan]
    let window = DayRange.all(of: [plan], today: book.today)
    let all = Self.items(of: task, book, expander)
    let items = all.filter { reference.matches($0.duty.id, of: plan) }
    let problems = expander.problems(in: window, of: task)
    let told = problems + expander.barrenLines(of: task)
    if !told.isEmpty { operations.tell(.diagnostics(told.map(ProblemWords.diagnostic), files: nil)) }
    guard !items.isEmpty || reference.key == nil else {
      let keys = Self.keys(of: all)
      throw OperationFailure(
        vi: "không có kỳ này; có: \(keys)", en: "there is no such key; there are: \(keys)")
    }
    self.book = book
    self.task = task
    self.items = items
    delays = book.delays(expander)
    isWhole = problems.isEmpty
  }

  /// The keys of the items, each once.
  static func keys(of items: [UpcomingItem]) -> String {
    var seen: Set<String> = []
    return items.map(\.duty.id.key).filter { seen.insert($0).inserted }.joined(separator: ", ")
  }

  /// All duties of a task of which lists tell, by their days, with their derivation.
  static func items(of task: TaskID, _ book: OpenBook, _ expander: Expander) -> [UpcomingItem] {
    let window = DayRange.all(of: [book.rules.plans[book.rules.tasks[task].plan]], today: book.today)
    let duties = expander.handedOver(expander.duties(in: window, of: task, keepsGiven: true), on: book.today)
    return UpcomingList(
      book.rules, duties.withinPlans(book.rules, on: book.today),
      today: book.today, time: book.time, includesClosed: true, known: book.known
    ).items.sorted { ($0.sortDay ?? .last) < ($1.sortDay ?? .last) }
  }

  /// Where the days of a late duty went; nil of others.
  package func delay(of item: UpcomingItem) -> Delay? { item.delay(delays.delay) }
}
