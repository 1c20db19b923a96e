package import CivilCalendar

/// A stretch of days as the words name it.
package indirect enum WindowExpression: Hashable, Sendable {
  case period(PeriodExpression)
  case part(PeriodPart, of: PeriodExpression)
  /// From the first day of one to the last day of the other (*Quý II-III*, *từ cuối tháng 3 đến giữa tháng 4*).
  case through(WindowExpression, WindowExpression)
  /// The first so many days, working days, weeks or months of a period; negative: the last.
  case leading(Int, DurationUnit, of: PeriodExpression)

  /// The period that it is, if it is one.
  package var period: PeriodExpression? { if case .period(let period) = self { period } else { nil } }

  /// The periods that it is told from.
  package var periods: [PeriodExpression] {
    switch self {
    case .period(let period), .part(_, let period), .leading(_, _, let period): [period]
    case .through(let first, let last): first.periods + last.periods
    }
  }

  /// The same with every period changed.
  package func mapped(_ change: (PeriodExpression) -> PeriodExpression) -> WindowExpression {
    switch self {
    case .period(let period): .period(change(period))
    case .part(let part, let period): .part(part, of: change(period))
    case .through(let first, let last): .through(first.mapped(change), last.mapped(change))
    case .leading(let count, let unit, let period): .leading(count, unit, of: change(period))
    }
  }
}
