import CivilCalendar

/// What English wordings of rhythms make of their parts.
extension Make {
  /// Places of each month of a stretch of the year; over its turn the stretch has no name.
  static func seasonal(_ first: Int?, _ last: Int?, _ list: Value) -> Value? {
    guard case .form(.each(let rhythm, let places))? = form(list),
      let run = seasonal(rhythm, through(.month, first, last, of: nil)?.window)?.rhythm
    else { return nil }
    return .form(.each(run, places))
  }

  /// Under a rhythm; a day of one year stays that day, whatever the report is called (*annual report by 1 May 2024*).
  static func pacedOrDated(_ rhythm: Rhythm?, _ list: Value) -> Value? {
    // *annual return: the 20th of the month after the end of the half year*: the day is another rhythm's.
    if case .form(.each(let own, _))? = form(list), let told = own.unit, let unit = rhythm?.unit,
      told.size > PeriodUnit.month.size, told.size < unit.size
    {
      return nil
    }
    if let value = paced(rhythm, list) { return value }
    guard rhythm?.interval == 1, let places = list.parts?.compactMap(\.place),
      places.allSatisfy({ place in periods(of: place).allSatisfy { if case .year = $0.root { true } else { false } } })
    else { return nil }
    return form(list)
  }

  /// Places in each fiscal or school year, said to recur each year.
  static func ownYear(_ rhythm: Rhythm?, _ list: Value) -> Value? {
    guard rhythm == .every(.year), let value = form(list), case .form(.each(let own, _)) = value, own.interval == 1,
      own.unit == .fiscalYear || own.unit == .schoolYear
    else { return nil }
    return value
  }

  /// A count under a rhythm: of periods it is a place in each, of an event it is counted each time.
  static func pacedCount(_ rhythm: Rhythm?, _ counted: Value) -> Value? {
    if case .form(.counted(let form)) = counted {
      if case .date = form.anchor { return nil }
      // *within 30 days after the meeting each year* is of a yearly event; *after approval, every quarter* goes on.
      guard let rhythm, rhythm.interval == 1, rhythm.unit?.isYear == true, !form.durations.isEmpty else { return nil }
      return counted
    }
    guard let rhythm, case .form(.each(let own, _)) = counted else { return nil }
    if rhythm.unit == .year, rhythm.interval == 1, own.unit?.isYear == true { return counted }
    return paced(rhythm, counted: counted.form)
  }

  /// *31 July and 31 January for periods ending 30 June and 31 December, respectively*: the first such day after each.
  static func respectively(_ bound: Bound?, _ days: Value, _ ends: Value) -> Value? {
    guard let bound, let places = days.parts?.compactMap(\.place), let others = ends.parts?.compactMap(\.place),
      places.count == others.count, places.count > 1
    else { return nil }
    func order(_ place: Place) -> Int? {
      if case .day(.day(let n, .child(.month, let month, .own(.year)))) = place.moment { month * 32 + n } else { nil }
    }
    var list: [Value] = []
    for (place, end) in zip(places, others) {
      guard let day = order(place), let last = order(end) else { return nil }
      let told = day > last ? place : mapped(place) { $0.rooted(in: .neighbour(.year, 1, of: .planYear)) }
      list.append(.place(told))
    }
    return bounded(bound, joined(list), nil).flatMap { form($0) }
  }

  /// A day of each week.
  static func weekday(_ kind: DayKind?) -> Value? { kind.map { .day(.ordinal($0, 1, of: .period(.own(.week)))) } }

  /// *Every other Friday*.
  static func alternate(_ kind: DayKind?, _ start: DateExpression?, _ time: ClockTime?) -> Value? {
    let rhythm = Rhythm.every(.week, interval: 2)
    let started = start.map { self.started(rhythm, .day($0))?.rhythm } ?? rhythm
    return weekday(kind)?.day.flatMap {
      paced(started, .list([.place(Place(time == nil ? .on : .by, .day($0), time: time))]))
    }
  }

  /// *Semiannually, by January 31 or July 31*: each half has its own.
  static func halves(_ rhythm: Rhythm?, _ bound: Bound?, _ a: Value, _ b: Value) -> Value? {
    guard rhythm == .every(.half) else { return nil }
    return list([a, b]).flatMap { bounded(bound, $0, nil) }.flatMap { paced(rhythm, $0) }
  }

  /// *By 1 July 2025 and every three years thereafter*: the first day sets the year, or the day of each month or week.
  static func thereafter(_ list: Value, _ rhythm: Rhythm?) -> Value? {
    guard var rhythm, let places = list.parts?.compactMap(\.place), let first = places.first, first.bound != .notBefore,
      first.opens == nil, let root = periods(of: first).first?.root
    else { return nil }
    if rhythm.unit == .year {
      switch root {
      case .year(.year, let year):
        if rhythm.interval > 1 { rhythm.start = .year(year) }
        let again = places.map { place in mapped(place) { $0.root == root ? $0.rooted(in: .planYear) : $0 } }
        let from = rhythm.interval == 1 ? first.day.map { Value.list([.clause(.from($0))]) } : nil
        return paced(rhythm, joined(again.map { .place($0) })).flatMap { item($0, from ?? .none) }
      case .own(.year) where rhythm.interval == 1: return paced(rhythm, list).flatMap { item($0, .none) }
      default: return nil
      }
    }
    guard places.count == 1, let day = first.day, let civil = day.civil, let unit = rhythm.unit else { return nil }
    var again = first
    switch unit {
    case .week:
      guard let year = civil.year, let date = CivilDate(year: year, month: civil.month, day: civil.day) else {
        return nil
      }
      again.moment = .day(.ordinal(.weekday(date.weekday), 1, of: .period(.own(.week))))
    case .month, .quarter, .half:
      rhythm = .every(.month, interval: rhythm.interval * (unit.months ?? 1))
      again.moment = .day(.day(civil.day, of: .own(.month)))
    default: return nil
    }
    return item(.form(.each(rhythm, [again])), .list([.clause(.from(day))]))
  }

  /// *Starting 1 January 2025, reports are due quarterly*; *until 31 December 2025, …*.
  static func running(from: Place? = nil, until: Place? = nil, _ body: Value) -> Value? {
    guard var item = body.item, item.form.recurs else { return nil }
    if let from {
      guard from.opens == nil, item.clauses.from == nil else { return nil }
      if case .window(.through) = from.moment { return nil }
      item.clauses.from = from.day ?? from.window.flatMap { edge(isLast: false, of: $0)?.day }
    }
    if let until {
      guard until.opens == nil, item.clauses.until == nil else { return nil }
      item.clauses.until = until.day ?? until.window.flatMap { edge(isLast: true, of: $0)?.day }
    }
    return rejoined(item)
  }
}
