/// A holiday that returns every year, as the law words it.
package struct HolidayRule: Hashable, Sendable {
  package var name: String
  /// The first year in which it holds; nil: always held.
  package var firstYear: Int?
  /// The last year in which it holds; nil: still holds.
  package var lastYear: Int?
  /// Usually one. Several where the law leaves a choice that is announced each year (*02/9 và 1 ngày liền kề*): until
  /// then a day that only some of them contain is doubtful.
  package var alternatives: [HolidayDays]
  /// It is meant to be a holiday, but no law says so yet: doubtful in every year.
  package var isIntended: Bool

  package init(
    name: String, firstYear: Int? = nil, lastYear: Int? = nil, alternatives: [HolidayDays], isIntended: Bool = false
  ) {
    self.name = name
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.alternatives = alternatives
    self.isIntended = isIntended
  }

  /// Whether it holds in `year`.
  package func holds(in year: Int) -> Bool {
    year >= firstYear ?? Int.min && year <= lastYear ?? Int.max
  }
}
