import CivilCalendar

/// Canonical English wordings.
struct EnglishWords: DeadlineWords {
  func form(_ form: DeadlineForm) -> String {
    switch form {
    case .day(let day): dayDeadline(day)
    case .window(let spans): window(spans)
    case .range(let from, let to): "from \(dated(from)) to \(dated(to))"
    case .yearsOnward(let year): "every year from \(padded(year, 4))"
    case .recurring(let recurrence): self.recurrence(recurrence)
    case .times(let count, let unit, nil): "\(times(count)) a \(unitName(unit))"
    case .times(let count, _, let span?): "\(times(count)) in \(self.span(span))"
    case .counted(let counted): self.counted(counted)
    case .eachCase(let trigger, let durations):
      (trigger.map { "whenever \(events($0))" } ?? "as it arises")
        + (durations.isEmpty ? "" : ", within \(self.durations(durations))")
    case .timetable(let timetable): self.timetable(timetable)
    case .standing(let span): "ongoing" + (span.map { " in \(self.span($0))" } ?? "")
    case .unclear(let text): text.isEmpty ? "unclear" : "unclear: \(text)"
    }
  }

  // MARK: Days and periods

  func dayDeadline(_ day: DayDeadline) -> String {
    let time = day.time.map { "\(clock($0)) on " } ?? ""
    let list = day.days.map(dated)
    let days = list.count == 1 ? list[0] : list.dropLast().joined(separator: ", ") + " and " + list[list.count - 1]
    switch (day.bound, day.days[0]) {
    case (.before, .start(let span)): return "before \(time)\(self.span(span))"
    case (.before, _): return "before \(time)\(days)"
    case (.by, _), (.within, _): return "by \(time)\(days)"
    case (.on, _): return "on \(time)\(days)"
    }
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  func monthName(_ index: Int?) -> String { Self.monthNames[min(max((index ?? 1) - 1, 0), 11)] }

  func dated(_ date: DateExpression) -> String {
    switch date {
    case .civil(let year, let month, let day):
      return "\(day) \(monthName(month))" + (year.map { " \(padded($0, 4))" } ?? "")
    case .lunar(let year, 1, 1): return "Tết" + (year.map { " \(padded($0, 4))" } ?? "")
    case .lunar(let year, let month, let day):
      return "lunar \(day)/\(month)" + (year.map { " of \(padded($0, 4))" } ?? "")
    case .start(let span): return "the start of \(self.span(span))"
    case .end(let span): return "the end of \(self.span(span))"
    case .middle(let period): return "the middle of \(self.period(period))"
    case .ordinal(let ordinal, let span): return "the \(self.ordinal(ordinal)) of \(self.span(span))"
    }
  }

  func ordinal(_ ordinal: Ordinal) -> String {
    let position =
      ordinal.position == -1
      ? "last" : ordinal.position < 0 ? "\(numbered(-ordinal.position)) last" : numbered(ordinal.position)
    switch ordinal.kind {
    case .weekday(let weekday): return "\(position) \(weekdayName(weekday))"
    case .workingDay: return "\(position) working day"
    case .day: return "\(position) day"
    }
  }

  /// 1st, 2nd, 3rd, 4th, 11th, 21st.
  func numbered(_ number: Int) -> String {
    let suffix = (11...13).contains(number % 100) ? "th" : ["th", "st", "nd", "rd"][number % 10 < 4 ? number % 10 : 0]
    return "\(number)\(suffix)"
  }

  func weekdayName(_ weekday: Weekday) -> String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday.rawValue - 1]
  }

  private func window(_ spans: [PeriodSpan]) -> String {
    guard spans.count > 1 else { return span(spans[0]) }
    // A year that all share is written once, but weeks are read only with their year.
    let years = Set(spans.flatMap { [$0.first.year, $0.last.year] })
    let isShared =
      years.count == 1
      && spans.allSatisfy { $0.first == $0.last && ![.year, .week].contains($0.first.unit) && $0.part == nil }
    let list = spans.enumerated().map { index, span in
      isShared && index < spans.count - 1
        ? period(PeriodExpression(span.first.unit, span.first.index)) : self.span(span)
    }
    return list.dropLast().joined(separator: ", ") + " and " + list[list.count - 1]
  }

  func span(_ span: PeriodSpan) -> String {
    if let part = span.part { return "\(partName(part)) \(period(span.first))" }
    guard span.first != span.last else { return period(span.first) }
    let (first, last) = (span.first, span.last)
    if first.unit == .year { return "\(period(first))-\(period(last))" }
    let isShared = first.year == last.year && first.unit != .week
    let head = isShared ? period(PeriodExpression(first.unit, first.index)) : period(first)
    return "\(head) to \(period(last))"
  }

  func partName(_ part: PeriodPart) -> String {
    switch part {
    case .early: "early"
    case .middle: "mid"
    case .late: "late"
    case .week(-1): "the last week of"
    case .week(let week): "the \(["first", "second", "third", "fourth"][min(max(week - 1, 0), 3)]) week of"
    }
  }

  func period(_ period: PeriodExpression) -> String {
    let year = period.year.map { " \(padded($0, 4))" } ?? ""
    switch period.unit {
    case .week: return "week \(period.index ?? 0)" + (period.year.map { " of \(padded($0, 4))" } ?? "")
    case .month: return monthName(period.index) + year
    case .quarter: return "Q\(period.index ?? 0)\(year)"
    case .half: return "H\(period.index ?? 0)\(year)"
    case .year: return period.year.map { padded($0, 4) } ?? "the year"
    case .schoolYear: return "school year \(pair(period.year))"
    case .term: return "term \(period.index ?? 0)" + (period.year.map { " of school year \(pair($0))" } ?? "")
    case .fiscalYear: return "fiscal year \(padded(period.year ?? 0, 4))"
    }
  }

  private func pair(_ year: Int?) -> String { "\(padded(year ?? 0, 4))-\(padded((year ?? 0) + 1, 4))" }

  private func times(_ count: CountRange) -> String {
    switch (count.minimum, count.maximum) {
    case (1, 1?): "once"
    case (2, 2?): "twice"
    case (let low, nil): "at least \(low) times"
    case (let low, let high?) where count.isAtLeast: "at least \(low) to \(high) times"
    case (let low, let high?): low == high ? "\(low) times" : "\(low) to \(high) times"
    }
  }

  // MARK: Events and timetables

  private func counted(_ counted: CountedDeadline) -> String {
    let anchor = self.anchor(counted.anchor)
    switch counted.relation {
    case .within: return "within \(durations(counted.durations)) after \(anchor)"
    case .after: return "after \(anchor)"
    case .immediately: return "immediately after \(anchor)"
    case .before where counted.durations.isEmpty: return "before \(anchor)"
    case .before: return "\(durations(counted.durations)) before \(anchor)"
    case .from: return "from \(anchor)"
    case .same:
      if case .taskDue(let task) = counted.anchor { return "as task \(self.task(task))" }
      return "on \(anchor)"
    case .monthDay(let day, _, let bound):
      return "\(boundWord(bound))day \(day) of the month after the month of \(anchor)"
    }
  }

  func boundWord(_ bound: Bound) -> String {
    switch bound {
    case .before: "before "
    case .by, .within: "by "
    case .on: "on "
    }
  }

  private func anchor(_ anchor: Anchor) -> String {
    switch anchor {
    case .event(let events): self.events(events)
    case .date(let date): dated(date)
    case .taskDone(let task): "task \(self.task(task)) is done"
    case .taskDue(let task): "the due day of task \(self.task(task))"
    }
  }

  private func task(_ task: TaskMention) -> String {
    (task.plan.map { "\($0)/" } ?? "") + task.id + (task.label.map { " (\($0))" } ?? "")
      + (task.key.map { " at \($0)" } ?? "")
  }

  func events(_ events: EventExpression) -> String {
    switch events {
    case .single(let mention): name(mention)
    case .all(let mentions): "both " + mentions.map { name($0, joined: true) }.joined(separator: " and ")
    case .any(let mentions): mentions.map { name($0, joined: true) }.joined(separator: " or ")
    }
  }

  func durations(_ durations: [CalendarDuration]) -> String {
    durations.map { "\($0.count) \(durationUnit($0.unit))\($0.count == 1 ? "" : "s")" }.joined(separator: " and ")
  }

  private func durationUnit(_ unit: DurationUnit) -> String {
    switch unit {
    case .hour: "hour"
    case .day: "day"
    case .workingDay: "working day"
    case .week: "week"
    case .month: "month"
    case .year: "year"
    case .clearDay: "clear day"
    }
  }

  func timetable(_ timetable: Timetable) -> String {
    let kinds = timetable.kinds.map { kind in
      switch kind {
      case .schedule: "schedule"
      case .plan: "plan"
      case .roadmap: "roadmap"
      case .guidance: "guidance"
      case .rules: "rules"
      }
    }.joined(separator: " and ")
    let which = timetable.isInForce ? "\(kinds) in force" : kinds
    guard let source = timetable.source else { return "per the \(which)" }
    return kinds.isEmpty ? "per \(sourceName(source))" : "per \(sourceName(source))'s \(which)"
  }
}
