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
    guard recurrence.pattern != .whole else { return rhythm }
    let bound = boundWord(recurrence.bound) + (recurrence.time.map { "\(clock($0)) " } ?? "")
    if case .reporting = recurrence.rhythm, case .yearDays = recurrence.pattern {
      return "\(rhythm), lần lượt \(bound)\(place(recurrence.pattern, recurrence.rhythm))"
    }
    switch recurrence.pattern {
    case .windows(let spans): return "\(rhythm), trong \(list(spans.map(span)))"
    case .part(let part): return "\(rhythm), vào \(partName(part)) \(partUnit(recurrence.rhythm))"
    case .afterEnd(let durations):
      return "\(rhythm), trong \(self.durations(durations)) kể từ ngày kết thúc \(noun(recurrence.rhythm))"
    case .ordinal(let ordinal, let month) where recurrence.bound == .within:
      let unit = ordinal.kind == .workingDay ? "ngày làm việc" : "ngày"
      return "\(rhythm), trong \(ordinal.position) \(unit) đầu tiên của \(self.month(month, recurrence.rhythm))"
    default: return "\(rhythm), \(bound)\(place(recurrence.pattern, recurrence.rhythm))"
    }
  }

  private func partUnit(_ rhythm: Rhythm) -> String { noun(rhythm) }

  /// The period as a noun: *quý*, *kỳ báo cáo*.
  private func noun(_ rhythm: Rhythm) -> String {
    switch rhythm {
    case .every(.half, _): "6 tháng"
    case .every(let unit, _): unitName(unit)
    case .reporting: "kỳ báo cáo"
    }
  }

  private func place(_ pattern: DayPattern, _ rhythm: Rhythm) -> String {
    switch pattern {
    case .monthDays(let days, let month):
      let list = self.list(days.map { $0 < 0 ? "cuối cùng" : padded($0) })
      if month == .fromEnd(0), case .every(.month, _) = rhythm { return "ngày \(list)" }
      return "ngày \(list) của \(self.month(month, rhythm))"
    case .yearDays(let days):
      let later = days.contains { $0.yearsLater > 0 } ? " của năm sau" : ""
      return list(days.map(yearDay)) + later
    case .weekdays(let days): return list(days.map(weekdayName))
    case .ordinal(let ordinal, let month):
      if month == .fromEnd(0), case .every(.month, _) = rhythm { return self.ordinal(ordinal) }
      return "\(self.ordinal(ordinal)) của \(self.month(month, rhythm))"
    case .whole, .part, .windows, .afterEnd: return ""
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
    case (.fromEnd(let offset), _) where offset > 1: return "tháng thứ \(offset) \(noun) sau"
    case (.fromEnd(let offset), _): return "tháng thứ \(1 - offset) từ cuối \(noun)"
    case (.fromStart(-1), _): return "tháng liền kề trước \(noun)"
    case (.fromStart(0), _): return "tháng đầu \(noun)"
    case (.fromStart(let offset), _): return "tháng thứ \(offset + 1) \(noun)"
    }
  }
}
