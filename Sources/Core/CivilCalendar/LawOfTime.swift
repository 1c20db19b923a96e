/// How a jurisdiction counts periods. Rules name one by its `id`; other laws are other conformances.
public protocol LawOfTime: Sendable {
  /// As written in a calendar's `luật tính thời hạn`.
  var id: String { get }

  /// The last day of a period of `durations` (added in order; no hours) counted forward from `anchor`.
  /// Nil if the calendar does not cover the days needed.
  func counted(_ durations: [CalendarDuration], from anchor: CivilDate, in calendar: WorkingCalendar) -> CountedDay?

  /// The last day on which something may be done that must be done `durations` before `anchor`.
  func counted(_ durations: [CalendarDuration], before anchor: CivilDate, in calendar: WorkingCalendar) -> CountedDay?
}

/// A counted day, the day that binds, and the articles that say so.
public struct CountedDay: Hashable, Sendable {
  public var counted: CivilDate
  public var binding: CivilDate
  /// Of the count (*Điều 147–148 Bộ luật Dân sự 2015*), nil where no law is cited.
  public var countArticle: LegalBasis?
  /// Of the move from `counted` to `binding`; nil if they are equal.
  public var moveArticle: LegalBasis?

  public init(
    counted: CivilDate, binding: CivilDate, countArticle: LegalBasis? = nil, moveArticle: LegalBasis? = nil
  ) {
    self.counted = counted
    self.binding = binding
    self.countArticle = countArticle
    self.moveArticle = moveArticle
  }
}

/// A citation in both languages.
public struct LegalBasis: Hashable, Sendable {
  public var vi: String
  public var en: String

  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }
}
