import CivilCalendar

/// Canonical Vietnamese wordings.
struct VietnameseWords: DeadlineWords {
  func form(_ form: DeadlineForm) -> String {
    switch form {
    case .day(let day): dayDeadline(day)
    case .window(let spans): window(spans)
    case .range(let from, let to): "từ \(dated(from)) đến hết \(dated(to))"
    case .yearsOnward(let year): "năm \(padded(year, 4)) và các năm tiếp theo"
    case .recurring(let recurrence): self.recurrence(recurrence)
    case .times(let count, let unit, nil): "\(times(count)) mỗi \(unitName(unit))"
    case .times(let count, _, let span?): "\(times(count)) trong \(self.span(span))"
    case .counted(let counted): self.counted(counted)
    case .eachCase(let trigger, let durations):
      (trigger.map { "khi \(events($0))" } ?? "khi có phát sinh")
        + (durations.isEmpty ? "" : ", trong \(self.durations(durations))")
    case .timetable(let timetable): self.timetable(timetable)
    case .standing(let span): "thường xuyên" + (span.map { " trong \(self.span($0))" } ?? "")
    case .unclear(let text): text.isEmpty ? "chưa rõ" : "chưa rõ: \(text)"
    }
  }

  // MARK: Days and periods

  func dayDeadline(_ day: DayDeadline) -> String {
    let time = day.time.map { "\(clock($0)) " } ?? ""
    let list = day.days.map(dated)
    let days = list.count == 1 ? list[0] : list.dropLast().joined(separator: ", ") + " và " + list[list.count - 1]
    switch (day.bound, day.days[0]) {
    case (.before, .start(let span)): return "trước \(time)\(self.span(span))"
    case (.before, _): return "trước \(time)\(days)"
    case (.by, _), (.within, _): return "chậm nhất \(time)\(days)"
    case (.on, .end(let span)) where span.first.unit == .year: return "cuối \(self.span(span))"
    case (.on, .middle(let period)) where period.unit == .year: return "giữa \(self.period(period))"
    case (.on, _): return "vào \(time)\(days)"
    }
  }

  /// With the word *ngày* where it is a day in figures.
  func dated(_ date: DateExpression) -> String {
    switch date {
    case .civil(let year, let month, let day):
      return "ngày \(padded(day))/\(padded(month))" + (year.map { "/\(padded($0, 4))" } ?? "")
    case .lunar(let year, 1, 1): return "Tết Nguyên đán" + (year.map { " \(padded($0, 4))" } ?? "")
    case .lunar(let year, let month, let day):
      return "ngày \(padded(day))/\(padded(month)) âm lịch" + (year.map { " năm \(padded($0, 4))" } ?? "")
    case .start(let span): return "ngày đầu tiên của \(self.span(span))"
    case .end(let span): return "ngày cuối cùng của \(self.span(span))"
    case .middle(let period): return "giữa \(self.period(period))"
    case .ordinal(let ordinal, let span): return "\(self.ordinal(ordinal)) của \(self.span(span))"
    }
  }

  func ordinal(_ ordinal: Ordinal) -> String {
    let position =
      ordinal.position == -1
      ? "cuối cùng" : ordinal.position < 0 ? "thứ \(-ordinal.position) từ cuối" : "thứ \(ordinal.position)"
    switch ordinal.kind {
    case .weekday(let weekday): return "\(weekdayName(weekday)) tuần \(position)"
    case .workingDay: return "ngày làm việc \(position)"
    case .day: return "ngày \(position)"
    }
  }

  func weekdayName(_ weekday: Weekday) -> String {
    ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"][weekday.rawValue - 1]
  }

  private func window(_ spans: [PeriodSpan]) -> String {
    if spans == [PeriodSpan(PeriodExpression(.year))] { return "trong năm" }
    if spans.count == 1 { return span(spans[0]) }
    // A year that all share is written once, but weeks are read only with their year.
    let years = Set(spans.flatMap { [$0.first.year, $0.last.year] })
    let isShared =
      years.count == 1
      && spans.allSatisfy { $0.first == $0.last && ![.year, .week].contains($0.first.unit) && $0.part == nil }
    let list = spans.enumerated().map { index, span in
      isShared && index < spans.count - 1
        ? self.period(PeriodExpression(span.first.unit, span.first.index)) : self.span(span)
    }
    return list.dropLast().joined(separator: ", ") + " và " + list[list.count - 1]
  }

  func span(_ span: PeriodSpan) -> String {
    if let part = span.part { return "\(partName(part)) \(period(span.first))" }
    guard span.first != span.last else { return period(span.first) }
    let (first, last) = (span.first, span.last)
    if first.unit == .year, let from = first.year, let to = last.year {
      return "giai đoạn \(padded(from, 4))-\(padded(to, 4))"
    }
    if first.year == last.year {
      let year = last.year.map { "/\(padded($0, 4))" } ?? ""
      switch first.unit {
      case .quarter: return "Quý \(roman(first.index))-\(roman(last.index))\(year)"
      case .month: return "tháng \(padded(first.index ?? 0))-\(padded(last.index ?? 0))\(year)"
      default: break
      }
    }
    return "từ \(period(first)) đến \(period(last))"
  }

  func partName(_ part: PeriodPart) -> String {
    switch part {
    case .early: "đầu"
    case .middle: "giữa"
    case .late: "cuối"
    case .week(1): "tuần đầu của"
    case .week(-1): "tuần cuối của"
    case .week(2): "tuần thứ hai của"
    case .week(3): "tuần thứ ba của"
    case .week(_): "tuần thứ tư của"
    }
  }

  func roman(_ index: Int?) -> String { ["I", "II", "III", "IV"][min(max((index ?? 1) - 1, 0), 3)] }

  func period(_ period: PeriodExpression) -> String {
    let slash = period.year.map { "/\(padded($0, 4))" } ?? ""
    let named = period.year.map { " năm \(padded($0, 4))" } ?? ""
    switch period.unit {
    case .week: return "tuần \(period.index ?? 0)\(named)"
    case .month: return "tháng \(padded(period.index ?? 0))\(slash)"
    case .quarter: return "Quý \(roman(period.index))\(slash)"
    case .half:
      return "6 tháng \(period.index == 1 ? "đầu" : "cuối") năm" + (period.year.map { " \(padded($0, 4))" } ?? "")
    case .year: return "năm" + (period.year.map { " \(padded($0, 4))" } ?? "")
    case .schoolYear: return "năm học \(pair(period.year))"
    case .term: return "học kỳ \(roman(period.index))" + (period.year.map { " năm học \(pair($0))" } ?? "")
    case .fiscalYear: return "năm tài chính \(padded(period.year ?? 0, 4))"
    }
  }

  private func pair(_ year: Int?) -> String { "\(padded(year ?? 0, 4))-\(padded((year ?? 0) + 1, 4))" }

  private func times(_ count: CountRange) -> String {
    switch count.maximum {
    case nil: "ít nhất \(padded(count.minimum)) lần"
    case count.minimum?: "\(padded(count.minimum)) lần"
    case let maximum? where count.isAtLeast:
      "ít nhất từ \(padded(count.minimum)) đến \(padded(maximum)) lần"
    case let maximum?: "từ \(padded(count.minimum)) đến \(padded(maximum)) lần"
    }
  }

  // MARK: Events and timetables

  private func counted(_ counted: CountedDeadline) -> String {
    let isDay: Bool = if case .event = counted.anchor { false } else { true }
    let anchor = self.anchor(counted.anchor)
    let count = durations(counted.durations)
    switch counted.relation {
    case .within:
      let hours = counted.durations.contains { $0.unit == .hour }
      return "trong \(count) kể từ \(isDay ? "" : hours ? "khi " : "ngày ")\(anchor)"
    case .after: return "sau \(isDay ? "" : "khi ")\(anchor)"
    case .immediately: return "ngay sau \(isDay ? "" : "khi ")\(anchor)"
    case .before where counted.durations.isEmpty: return "trước \(isDay ? "" : "khi ")\(anchor)"
    case .before: return "\(count) trước \(isDay ? "" : "khi ")\(anchor)"
    case .from: return "kể từ \(isDay ? "" : "khi ")\(anchor)"
    case .same: return "theo \(anchor)"
    case .monthDay(let day, _, let bound):
      return "\(boundWord(bound))ngày \(padded(day)) của tháng tiếp theo tháng \(anchor)"
    }
  }

  func boundWord(_ bound: Bound) -> String {
    switch bound {
    case .before: "trước "
    case .by, .within: "chậm nhất "
    case .on: "vào "
    }
  }

  private func anchor(_ anchor: Anchor) -> String {
    switch anchor {
    case .event(let events): self.events(events)
    case .date(let date): dated(date)
    case .taskDone(let task): "khi hoàn thành nhiệm vụ \(self.task(task))"
    case .taskDue(let task): "hạn của nhiệm vụ \(self.task(task))"
    }
  }

  private func task(_ task: TaskMention) -> String {
    (task.plan.map { "\($0)/" } ?? "") + task.id + (task.label.map { " (\($0))" } ?? "")
      + (task.key.map { " kỳ \($0)" } ?? "")
  }

  func events(_ events: EventExpression) -> String {
    switch events {
    case .single(let mention): name(mention)
    case .all(let mentions): "cả " + mentions.map { name($0, joined: true) }.joined(separator: " và ")
    case .any(let mentions): mentions.map { name($0, joined: true) }.joined(separator: " hoặc ")
    }
  }

  func durations(_ durations: [CalendarDuration]) -> String {
    durations.map { "\(padded($0.count)) \(durationUnit($0.unit))" }.joined(separator: " và ")
  }

  private func durationUnit(_ unit: DurationUnit) -> String {
    switch unit {
    case .hour: "giờ"
    case .day: "ngày"
    case .workingDay: "ngày làm việc"
    case .week: "tuần"
    case .month: "tháng"
    case .year: "năm"
    case .clearDay: "ngày trọn"
    }
  }

  func timetable(_ timetable: Timetable) -> String {
    let kinds = timetable.kinds.map { kind in
      switch kind {
      case .schedule: "tiến độ"
      case .plan: "kế hoạch"
      case .roadmap: "lộ trình"
      case .guidance: "hướng dẫn"
      case .rules: "quy định"
      }
    }.joined(separator: ", ")
    let which = timetable.isInForce ? "\(kinds) hiện hành" : kinds
    guard let source = timetable.source else { return "theo \(which)" }
    return kinds.isEmpty ? "theo \(sourceName(source))" : "theo \(which) của \(sourceName(source))"
  }
}
