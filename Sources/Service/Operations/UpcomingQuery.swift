package import CivilCalendar
package import Diagnostics
import Expansion
package import Presentation
import Rules

/// Finds what is due, for the command `upcoming`.
package struct UpcomingQuery {
  package let book: OpenBook
  package let list: UpcomingList
  private let expander: Expander
  /// The facts that could not be applied, because of which the list is wrong.
  package var problems: [Diagnostic] { expander.factProblems.map(ProblemWords.diagnostic) }

  /// Which duties are wanted.
  package struct Filter {
    var from: CivilDate?
    var until: CivilDate?
    var days: Int?
    var unit: String?
    var status: String?

    /// - Parameters:
    ///   - from: the first due day; nil wants everything that is open.
    ///   - until: the last due day.
    ///   - days: the number of days after today that are wanted, instead of `until`. Without either it is a year.
    ///   - unit: the id or name of a unit or group, whose duties are wanted.
    ///   - status: the state or group that is wanted.
    package init(from: CivilDate?, until: CivilDate?, days: Int?, unit: String?, status: String?) {
      (self.from, self.until, self.days, self.unit, self.status) = (from, until, days, unit, status)
    }

    func lastDay(today: CivilDate) -> CivilDate {
      if let until { return until }
      if let days { return today.adding(days: days) }
      let start = from.map { max($0, today) } ?? today
      return start.adding(days: 366)
    }

    /// The years that the calendars must cover besides the plans' own.
    func years(today: CivilDate) -> ClosedRange<Int> {
      let last = lastDay(today: today).year
      return min(from?.year ?? today.year, last)...last
    }
  }

  package init(_ request: BookRequest, _ filter: Filter, in operations: OperationContext) throws(OperationFailure) {
    let today = request.today ?? CivilClock.today(now: operations.now, zone: nil)
    let book = try OpenBook.open(request, covering: today.map { filter.years(today: $0) }, in: operations)
    let window = DayRange(first: filter.from ?? .first, last: filter.lastDay(today: book.today))
    let expander = Expander(book.rules, facts: book.facts)
    let isClosedWanted = filter.status.map { ["done", "waived", "withdrawn", "closed"].contains($0) } ?? false
    var list = UpcomingList(
      book.rules,
      expander.handedOver(expander.duties(in: window, explained: false), on: book.today), today: book.today,
      includesClosed: isClosedWanted, known: book.known)
    if let status = filter.status { list.keep(status: status) }
    self.book = book
    self.expander = expander
    if let folder = book.loaded.changedFolder(in: operations) {
      operations.tell(
        .note(
          .init(
            vi: "thư mục quy tắc \(folder) khác bản đang có hiệu lực; xem “nhacviec rules diff”",
            en: "the rule folder \(folder) differs from the live revision; see “nhacviec rules diff”")))
    }
    if let unit = filter.unit {
      switch try UnitChoice.recipient(unit, book.rules) {
      case .unit(let id): list.keep(unit: id)
      case .group(let id): list.keep(group: id)
      }
    }
    self.list = list
  }
}
