package import CivilCalendar
import Expansion
package import Rules

/// A calendar and what is due in a year or month, for the command `calendar`.
package struct CalendarQuery {
  package let book: OpenBook
  package let calendar: CalendarID
  /// The open obligations of each due day, written `[PLAN/]TASK[:LABEL][@KEY][/UNIT]`.
  package let due: [CivilDate: [String]]

  /// - Parameters:
  ///   - period: the year or month whose due days are wanted.
  ///   - name: the name of the calendar; if it is nil, the first plan's is taken, or that of Việt Nam.
  package init(
    _ period: YearOrMonth, calendar name: String?, _ request: BookRequest, in operations: OperationContext
  ) throws(OperationFailure) {
    let years = max(1, period.year - 1)...min(9999, period.year + 1)
    book = try OpenBook.openOrCalendars(request, covering: years, in: operations)
    if name == nil, let own = book.rules.plans.first?.calendar {
      calendar = own
    } else {
      calendar = try CalendarChoice.calendar(named: name, book.rules)
    }
    due = Self.dueDays(book, period)
  }

  private static func dueDays(_ book: OpenBook, _ period: YearOrMonth) -> [CivilDate: [String]] {
    let (year, lastMonth) = (period.year, period.month ?? 12)
    guard let first = CivilDate(year: year, month: period.month ?? 1, day: 1),
      let last = CivilDate(year: year, month: lastMonth, day: CivilDate.daysInMonth(year: year, month: lastMonth))
    else { return [:] }
    let expander = Expander(book.rules, facts: book.facts)
    var due: [CivilDate: [String]] = [:]
    let duties = expander.duties(toldIn: DayRange(first: first, last: last)).withinPlans(book.rules, on: book.today)
    for obligation in duties.dated where obligation.closed == nil {
      let id = obligation.id
      let plan = book.rules.plans.count > 1 ? "\(id.plan)/" : ""
      due[obligation.told.day, default: []].append(
        plan + id.task + (id.label.map { ":\($0)" } ?? "") + (id.key == "once" ? "" : "@\(id.key)")
          + (id.unit.map { "/\($0)" } ?? ""))
    }
    return due
  }
}
