import CivilCalendar
import Expansion
import Reminders
import Rules

/// What still holds of a model when more was recorded.
extension SiteModel {
  /// A model, and what more facts change of it.
  struct Growth {
    let former: SiteModel
    /// Of all the facts.
    let expander: Expander
    /// Of these the duties are others, or since another day.
    let tasks: Set<TaskID>
  }

  /// Nil where anything may be another: the day, or an hour at which something becomes overdue, or facts that were there before.
  func growth(to book: OpenBook, at now: Instant) -> Growth? {
    guard now >= self.now, now < until, book.today == today, let expander = expander(of: book) else { return nil }
    let tasks = expander.tasks(reachedBy: book.timed.dropFirst(self.book.timed.count).lazy.map(\.fact))
    return Growth(former: self, expander: expander, tasks: tasks)
  }

  /// What is owed by a book of the same revision; nil if it is one of another, or has not all the facts of this model.
  func expander(of book: OpenBook) -> Expander? {
    guard let revision, book.loaded.revision?.number == revision, let head = self.book.head,
      head.count == 0 || book.records[head.count]?.hash == head.hash
    else { return nil }
    return expander.with(book.facts)
  }

  /// The duties of which is told.
  /// - Parameter tasks: nil: of all.
  static func told(_ tasks: Set<TaskID>?, _ book: OpenBook, _ expander: Expander, isOfPast: Bool) -> DutyLists {
    let all = DayRange(first: .first, last: DayRange.all(of: book.rules.plans, today: book.today).last)
    let duties =
      tasks.map { expander.duties(in: all, among: $0, keepsGiven: true) }
      ?? expander.duties(in: all, explained: false, keepsGiven: true)
    return expander.handedOver(duties, on: book.today).withinPlans(book.rules, on: book.today)
      .withoutSecrets(book.rules, isOfPast: isOfPast)
  }
}
