/// The periods that hold a day, and their neighbours.
extension Period {
  package static func year(containing day: CivilDate) -> Period { .year(day.year) }

  package static func half(containing day: CivilDate) -> Period {
    let (year, month, _) = day.components
    return .half(year: year, (month + 5) / 6)
  }

  package static func quarter(containing day: CivilDate) -> Period {
    let (year, month, _) = day.components
    return .quarter(year: year, (month + 2) / 3)
  }

  package static func month(containing day: CivilDate) -> Period {
    let (year, month, _) = day.components
    return .month(year: year, month)
  }

  /// The ISO 8601 week: its year is that of its Thursday.
  package static func week(containing day: CivilDate) -> Period {
    let thursday = day.adding(days: 4 - day.weekday.rawValue)
    let year = thursday.year
    let start = CivilDate(year: year, month: 1, day: 1) ?? .first
    return .week(year: year, thursday.days(since: start) / 7 + 1)
  }

  /// The term of the school year; nil if the day lies in none, or the calendar knows none.
  package static func term(containing day: CivilDate, in conventions: YearConventions) -> Period? {
    let year = conventions.schoolYear.yearBeginning(containing: day)
    for index in conventions.terms.indices {
      let period = Period.term(schoolYear: year, index + 1)
      if let days = period.days(in: conventions), days.contains(day) { return period }
    }
    return nil
  }

  /// The period `count` later of the same kind (earlier when negative). Nil if there is none: outside the years 1 to
  /// 9999, or terms of a calendar that knows none.
  ///
  /// Reached directly, not step by step, so that nothing drifts.
  package func advanced(by count: Int, in conventions: YearConventions = .civil) -> Period? {
    guard (-600_000...600_000).contains(count) else { return nil }
    let period: Period?
    switch self {
    case .year(let year): period = .year(year + count)
    case .schoolYear(let year): period = .schoolYear(year + count)
    case .fiscalYear(let year): period = .fiscalYear(year + count)
    case .half(let year, let index):
      let (newYear, newIndex) = carry(year, index, count, 2)
      period = .half(year: newYear, newIndex)
    case .quarter(let year, let index):
      let (newYear, newIndex) = carry(year, index, count, 4)
      period = .quarter(year: newYear, newIndex)
    case .month(let year, let index):
      let (newYear, newIndex) = carry(year, index, count, 12)
      period = .month(year: newYear, newIndex)
    case .term(let year, let index):
      guard !conventions.terms.isEmpty else { return nil }
      let (newYear, newIndex) = carry(year, index, count, conventions.terms.count)
      period = .term(schoolYear: newYear, newIndex)
    case .years(let first, let last):
      let length = last - first + 1
      period = .years(first + count * length, last + count * length)
    case .week:
      period = days().flatMap { CivilDate(dayNumber: Int($0.first.dayNumber) + 7 * count) }
        .map { Period.week(containing: $0) }
    case .day(let day): period = CivilDate(dayNumber: Int(day.dayNumber) + count).map { .day($0) }
    }
    return period.flatMap { $0.days(in: conventions) == nil ? nil : $0 }
  }
}

private func carry(_ year: Int, _ index: Int, _ count: Int, _ length: Int) -> (year: Int, index: Int) {
  let total = index - 1 + count
  let years = total >= 0 ? total / length : (total - length + 1) / length
  return (year + years, total - years * length + 1)
}

extension YearConventions.YearStart {
  /// The calendar year in which the year that holds `date` began.
  package func yearBeginning(containing date: CivilDate) -> Int {
    let (year, month, day) = date.components
    return (month, day) >= (self.month, self.day) ? year : year - 1
  }
}
