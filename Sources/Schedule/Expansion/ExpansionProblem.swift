package import CivilCalendar
package import Deadlines
package import Diagnostics
package import RuleSyntax
package import Rules

/// Something that could not be expanded or applied; nothing is guessed in its place.
package struct ExpansionProblem: Sendable {
  /// What is in the way.
  package enum Reason: Hashable, Sendable {
    /// The period names no year and the plan has several, or there is no such period.
    case noSuchPeriod(PeriodExpression)
    /// 31 February, a lunar day that the year does not have, or no year in a plan of several.
    case noSuchDay(DateExpression)
    /// That part of that period has no settled reading.
    case noSuchPart(WindowExpression)
    /// The end of a window lies before its start.
    case endsBeforeItBegins(CivilDate, CivilDate)
    /// The calendar does not cover the days from here on.
    case notCovered(CivilDate)
    /// Working hours are counted, and the calendar has no office hours.
    case noOfficeHours
    /// As many days as reporting periods were expected.
    case unequalLists(periods: Int, days: Int)
    /// A task counts from another in a circle, or too deep.
    case tooDeep
    /// A deadline hangs on a task that never owes anything under that label or key.
    case otherOwesNothing(TaskID)
    /// A due line yields nothing at all; `days` are the first that it would have had without its bounds.
    case givesNoDay(from: CivilDate?, until: CivilDate?, days: [CivilDate])
    /// The fact names nothing that is owed.
    case nothingMeant(task: TaskID?, event: EventID?)
    /// The fact could mean any of these; of more than `mostShown` the first.
    case severalMeant([ObligationID])
    /// The fact could mean several, and none stands so that it can be about it.
    /// - isOver: all of them have ended.
    /// - isConfirmed: somebody confirms what is reported.
    case nothingFits(FactKind, isOver: Bool, isConfirmed: Bool)
    /// The fact names a unit that owes no part of what it is about, by name; with the leads.
    case notOwed(by: String, leads: [String])
    /// A periodic event was recorded without saying which occurrence.
    case occurrenceNotNamed(EventID, awaited: [String])
    /// The date set by a fact is none or several.
    case setsNoSingleDay
  }

  /// Of what a fact could mean, so many are told: a hundred thousand help nobody.
  package static let mostShown = 24

  package var reason: Reason
  /// The due line or the fact.
  package var text: String
  package var span: Span?

  package init(reason: Reason, text: String, span: Span?) {
    self.reason = reason
    self.text = text
    self.span = span
  }
}
