/// How a jurisdiction counts periods. Rules name one by its `id`; other laws are other conformances.
package protocol ComputationOfTime: Sendable {
  /// As written in a calendar's `luật tính thời hạn`.
  var id: String { get }

  /// The last day of a period of `durations` (added in order; no hours) counted forward from `anchor`.
  /// Nil if the calendar does not cover the days needed.
  func counted(_ durations: [CalendarDuration], from anchor: CivilDate, in calendar: WorkingCalendar) -> CountedDay?

  /// The last day on which something may be done that must be done `durations` before `anchor`.
  func counted(_ durations: [CalendarDuration], before anchor: CivilDate, in calendar: WorkingCalendar) -> CountedDay?
}

/// A day counted (nominal), the day that binds (effective), and the articles that say so.
package struct CountedDay: Hashable, Sendable {
  package var nominal: CivilDate
  package var effective: CivilDate
  /// Of the count (*Điều 147–148 Bộ luật Dân sự 2015*), nil where no law is cited.
  package var countArticle: LegalBasis?
  /// Of the move from `nominal` to `effective`; nil if they are equal.
  package var moveArticle: LegalBasis?

  package init(
    nominal: CivilDate, effective: CivilDate, countArticle: LegalBasis? = nil, moveArticle: LegalBasis? = nil
  ) {
    self.nominal = nominal
    self.effective = effective
    self.countArticle = countArticle
    self.moveArticle = moveArticle
  }
}

/// A citation in both languages.
package struct LegalBasis: Hashable, Sendable {
  package var vi: String
  package var en: String

  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}
