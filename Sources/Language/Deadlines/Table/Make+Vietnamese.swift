import CivilCalendar

/// What Vietnamese rows alone make of their parts.
extension Make {
  /// So long after each of several days of the year, on which what is counted from happens.
  static func countedFromEach(_ durations: [CalendarDuration]?, _ anchor: Anchor?, _ list: Value) -> Value? {
    guard case .event? = anchor, let days = list.parts?.compactMap({ $0.place?.day }), days.count > 1,
      days.count == list.parts?.count, days.allSatisfy({ $0.civil != nil })
    else { return nil }
    return self.list(days.map { shifted(durations, backwards: false, from: $0) })
      .flatMap { bounded(.by, $0, nil) }.flatMap(form)
  }

  /// Days of each month as far apart as the rhythm says.
  static func monthlyDays(_ rhythm: Rhythm?, _ list: Value) -> Value? {
    guard let rhythm, case .every(let unit, let interval) = rhythm.cycle, rhythm.start == nil, unit == .day,
      let places = list.parts?.compactMap(\.place), places.count > 1, (28...31).contains(interval * places.count),
      places.allSatisfy({ periods(of: $0).allSatisfy { $0 == .each(.month) } })
    else { return nil }
    return bounded(.on, list, nil).flatMap(form)
  }

  /// *đến hết năm 2024, định kỳ …*, *năm 2024, định kỳ …*: how long a rhythm runs. A year of its own is no news.
  static func running(_ window: WindowExpression?, _ body: Value, isOpen: Bool = false) -> Value? {
    guard let window, window.periods.allSatisfy({ if case .year = $0 { true } else { false } }),
      var item = body.item, item.form.recurs,
      isOpen || item.clauses.add(.from(.first(of: window))), item.clauses.add(.until(.last(of: window)))
    else { return nil }
    return .item(item)
  }

  /// *Báo cáo tháng: trước ngày 25*, *Báo cáo tuần: 15h00 thứ Sáu*: days without a period are of those that the label names.
  static func reported(_ label: String?, _ bound: Bound?, _ list: Value, _ time: ClockTime?) -> Value? {
    guard let label, let unit = reported(by: label), let parts = list.parts else { return nil }
    let days =
      parts.allSatisfy { $0.kind != nil }
      ? unit == .week ? self.list(parts.map { $0.kind.map { .day(.ordinal($0, 1, of: .period(.own(.week)))) } }) : nil
      : saysNoPeriod(list) ? list : nil
    return days.flatMap { bounded(bound ?? .on, $0, time) }.flatMap { paced(.every(unit), $0) }
      .flatMap { item($0, .none) }.flatMap { labelled(label, $0) }
  }

  /// *trước dịp lễ 30/4 và 1/5*: neighbours, of which the first bounds.
  static func beforeHoliday(_ first: DateExpression?, _ second: DateExpression?) -> Value? {
    guard var first else { return nil }
    if let second {
      guard let a = first.civil, let b = second.civil, a.year == nil || a.year == b.year else { return nil }
      let year = b.year ?? 2001
      guard let day = CivilDate(year: year, month: a.month, day: a.day),
        CivilDate(year: year, month: b.month, day: b.day) == day.adding(days: 1)
      else { return nil }
      first = .civil(year: b.year, month: a.month, day: a.day)
    }
    return bounded(.before, joined([.place(Place(.on, .day(first)))]), nil)
  }

  /// From a day to a day, and nothing else: what figures are of.
  static func spanning(_ body: Value) -> Value? {
    switch body.item?.form {
    case .at(let places)?, .each(_, let places)?:
      !places.isEmpty && places.allSatisfy { $0.opens != nil && $0.bound == .by } ? body : nil
    default: nil
    }
  }

  /// *cấp xã trước 10/3, cấp huyện 15/3*: whether the second is bounded too is not said.
  static func areBoundedAlike(_ items: [Value]) -> Bool {
    let places = items.flatMap { Make.places($0.item) }
    let bare = places.filter { $0.bound == .on && $0.day != nil }
    return bare.isEmpty || bare.count == places.count
  }
}
