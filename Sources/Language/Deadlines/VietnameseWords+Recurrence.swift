import CivilCalendar

extension VietnameseWords {
  func unitName(_ unit: PeriodUnit) -> String {
    switch unit {
    case .week: "tuần"
    case .month: "tháng"
    case .quarter: "quý"
    case .half: "nửa năm"
    case .year: "năm"
    case .schoolYear: "năm học"
    case .term: "học kỳ"
    case .fiscalYear: "năm tài chính"
    }
  }

  func rhythm(_ rhythm: Rhythm) -> String {
    switch rhythm {
    case .every(.half, 1): "định kỳ 6 tháng"
    case .every(let unit, 1): "hằng \(unitName(unit))"
    case .every(let unit, let interval): "định kỳ \(interval) \(unitName(unit)) một lần"
    case .reporting(let periods): "định kỳ " + list(periods.map(reporting))
    }
  }

  private func reporting(_ period: ReportingPeriod) -> String {
    switch (period.unit, period.index) {
    case (.quarter, let index?): "Quý \(roman(index))"
    case (.half, 2?): "6 tháng cuối năm"
    case (.half, 1?): "6 tháng đầu năm"
    case (.half, _): "6 tháng"
    default: "hằng \(unitName(period.unit))"
    }
  }

  private func list(_ items: [String]) -> String {
    items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " và " + items[items.count - 1]
  }

  func recurrence(_ recurrence: Recurrence) -> String {
    let rhythm = self.rhythm(recurrence.rhythm)
    let bound = boundWord(recurrence.bound) + (recurrence.time.map { "\(clock($0)) " } ?? "")
    switch recurrence.pattern {
    case .whole: return rhythm
    case .windows(let spans): return "\(rhythm), trong \(list(spans.map(span)))"
    case .part(let part): return "\(rhythm), vào \(partName(part)) \(noun(recurrence.rhythm))"
    case .afterEnd(let durations):
      return "\(rhythm), trong \(self.durations(durations)) kể từ ngày kết thúc \(noun(recurrence.rhythm))"
    case .ordinal(let ordinal, let month) where recurrence.bound == .within:
      let unit = ordinal.kind == .workingDay ? "ngày làm việc" : "ngày"
      return "\(rhythm), trong \(ordinal.position) \(unit) đầu tiên của \(self.month(month, recurrence.rhythm))"
    case .monthDays(let days, let month):
      let named = "ngày \(list(days.map { $0 < 0 ? "cuối cùng" : padded($0) }))"
      if month == .fromEnd(0), case .every(.month, _) = recurrence.rhythm { return "\(rhythm), \(bound)\(named)" }
      return "\(rhythm), \(bound)\(named) của \(self.month(month, recurrence.rhythm))"
    case .yearDays(let days):
      let isRespective: Bool = if case .reporting = recurrence.rhythm { true } else { false }
      let later = days.contains { $0.yearsLater > 0 } ? " của năm sau" : ""
      return "\(rhythm), \(isRespective ? "lần lượt " : "")\(bound)\(list(days.map(yearDay)))\(later)"
    case .weekdays(let days): return "\(rhythm), \(bound)\(list(days.map(weekdayName)))"
    case .ordinal(let ordinal, let month):
      let named = self.ordinal(ordinal)
      if month == .fromEnd(0), case .every(.month, _) = recurrence.rhythm { return "\(rhythm), \(bound)\(named)" }
      return "\(rhythm), \(bound)\(named) của \(self.month(month, recurrence.rhythm))"
    }
  }

  /// The period as a noun: *quý*, *kỳ báo cáo*.
  private func noun(_ rhythm: Rhythm) -> String {
    switch rhythm {
    case .every(.half, _): "6 tháng"
    case .every(let unit, _): unitName(unit)
    case .reporting: "kỳ báo cáo"
    }
  }

  private func yearDay(_ day: YearDay) -> String {
    if day.isLunar {
      return day.month == 1 && day.day == 1 ? "Tết Nguyên đán" : "ngày \(padded(day.day))/\(padded(day.month)) âm lịch"
    }
    return day.day < 0
      ? "ngày cuối cùng của tháng \(padded(day.month))" : "ngày \(padded(day.day))/\(padded(day.month))"
  }

  private func month(_ month: MonthOfPeriod, _ rhythm: Rhythm) -> String {
    let noun = self.noun(rhythm)
    switch (month, rhythm) {
    case (.fromEnd(1), .every(.month, _)): return "tháng sau"
    case (.fromEnd(0), .every(.month, _)), (.fromStart(0), .every(.month, _)): return "tháng"
    case (.fromEnd(0), _): return "tháng cuối \(noun)"
    case (.fromEnd(1), .reporting): return "tháng tiếp theo \(noun)"
    case (.fromEnd(1), _): return "tháng đầu \(noun) sau"
    case (.fromEnd(let offset), _): return "tháng thứ \(offset) \(noun) sau"
    case (.fromStart(-1), _): return "tháng liền kề trước \(noun)"
    case (.fromStart(0), _): return "tháng đầu \(noun)"
    case (.fromStart(let offset), _): return "tháng thứ \(offset + 1) \(noun)"
    }
  }
}
