import CivilCalendar

extension EnglishWords {
  func unitName(_ unit: PeriodUnit) -> String {
    switch unit {
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .half: "half year"
    case .year: "year"
    case .schoolYear: "school year"
    case .term: "term"
    case .fiscalYear: "fiscal year"
    }
  }

  func rhythm(_ rhythm: Rhythm) -> String {
    switch rhythm {
    case .every(let unit, 1): "every \(unitName(unit))"
    case .every(let unit, let interval): "every \(interval) \(unitName(unit))s"
    case .reporting(let periods): "every reporting period (\(periods.map(reporting).joined(separator: ", ")))"
    }
  }

  private func reporting(_ period: ReportingPeriod) -> String {
    switch (period.unit, period.index) {
    case (.quarter, let index?): "Q\(index)"
    case (.half, let index?): "H\(index)"
    default: unitName(period.unit)
    }
  }

  private func list(_ items: [String]) -> String {
    items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
  }

  func recurrence(_ recurrence: Recurrence) -> String {
    let rhythm = self.rhythm(recurrence.rhythm)
    let bound = boundWord(recurrence.bound) + (recurrence.time.map { "\(clock($0)) on " } ?? "")
    switch recurrence.pattern {
    case .whole: return rhythm
    case .windows(let spans): return "\(rhythm), in \(list(spans.map(span)))"
    case .part(let part): return "\(rhythm), in \(partName(part)) the \(noun(recurrence.rhythm))"
    case .afterEnd(let durations): return "\(rhythm), within \(self.durations(durations)) after its end"
    case .ordinal(let ordinal, let month) where recurrence.bound == .within:
      let unit = ordinal.kind == .workingDay ? "working days" : "days"
      return "\(rhythm), within the first \(ordinal.position) \(unit) of \(self.month(month, recurrence.rhythm))"
    case .yearDays(let days):
      let isRespective: Bool = if case .reporting = recurrence.rhythm { true } else { false }
      let later = days.contains { $0.yearsLater > 0 } ? " of the following year" : ""
      return "\(rhythm), \(bound)\(list(days.map(yearDay)))\(later)" + (isRespective ? " respectively" : "")
    case .monthDays(let days, let month):
      let named =
        days.contains { $0 < 0 } ? "the last day" : "\(days.count > 1 ? "days" : "day") \(list(days.map(String.init)))"
      if month == .fromEnd(0), case .every(.month, _) = recurrence.rhythm { return "\(rhythm), \(bound)\(named)" }
      return "\(rhythm), \(bound)\(named) of \(self.month(month, recurrence.rhythm))"
    case .weekdays(let days): return "\(rhythm), \(bound)\(list(days.map(weekdayName)))"
    case .ordinal(let ordinal, let month):
      if month == .fromEnd(0), case .every(.month, _) = recurrence.rhythm {
        return "\(rhythm), \(bound)the \(self.ordinal(ordinal))"
      }
      return "\(rhythm), \(bound)the \(self.ordinal(ordinal)) of \(self.month(month, recurrence.rhythm))"
    }
  }

  private func noun(_ rhythm: Rhythm) -> String {
    switch rhythm {
    case .every(let unit, _): unitName(unit)
    case .reporting: "period"
    }
  }

  private func yearDay(_ day: YearDay) -> String {
    if day.isLunar { return day.month == 1 && day.day == 1 ? "Tết" : "lunar \(day.day)/\(day.month)" }
    return day.day < 0 ? "the end of \(monthName(day.month))" : "\(day.day) \(monthName(day.month))"
  }

  private func month(_ month: MonthOfPeriod, _ rhythm: Rhythm) -> String {
    switch (month, rhythm) {
    case (.fromEnd(0), .every(.month, _)), (.fromStart(0), .every(.month, _)): "the month"
    case (.fromEnd(0), _): "its last month"
    case (.fromEnd(1), _): "the following month"
    case (.fromEnd(let offset), _): "its \(numbered(offset)) month afterwards"
    case (.fromStart(-1), _): "the month before it"
    case (.fromStart(let offset), _): "its \(numbered(offset + 1)) month"
    }
  }
}
