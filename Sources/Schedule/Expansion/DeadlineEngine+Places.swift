import CivilCalendar
import Deadlines

/// Days and windows, in the plan's time or in each period of a rhythm. Every day comes from its own period, never from the
/// occurrence before it.
extension DeadlineEngine {
  /// In the plan's time.
  mutating func expandPlaces(_ places: [Place]) throws(Unresolved) {
    for (index, place) in places.enumerated() {
      var trace = newTrace()
      let placed = try placed(place, in: nil, trace: &trace)
      let key = places.count == 1 ? "once" : key(of: placed, index, among: places)
      if placed.isNotBefore {
        addOpen(key, .notBefore(placed.draft.nominal), trace: trace)
      } else if placed.windowKey != nil, item.clauses.gate == .asItArises {
        let days = DayRange(first: placed.draft.opens ?? placed.draft.nominal, last: placed.draft.nominal)
        addOpen(key, .eachCase(trigger: nil, active: days), trace: trace)
      } else {
        var draft = placed.draft
        draft.key = key
        try add(draft, trace: trace)
      }
    }
  }

  /// Windows of several have the keys of their periods, with their position where two share one; days are numbered.
  private func key(of placed: PlacedDay, _ index: Int, among places: [Place]) -> String {
    guard let key = placed.windowKey else { return "\(context.spanKey).\(index + 1)" }
    let isShared = places.indices.contains { other in
      other != index && places[other].periodsOfWindow == places[index].periodsOfWindow
    }
    return isShared ? "\(key).\(index + 1)" : key
  }

  /// In each period of a rhythm; without places the period itself is the window.
  mutating func expandRhythm(_ rhythm: Rhythm, _ places: [Place]) throws(Unresolved) {
    let isRespective = rhythm.unit == nil && places.count > 1
    if isRespective, case .reporting(let list) = rhythm.cycle {
      let periods = context.expanded(list).count
      guard periods == places.count else { throw Unresolved(.unequalLists(periods: periods, days: places.count)) }
    }
    let context = self.context
    let start = try context.start(of: rhythm)
    if let first = start.day { item.from = max(item.from ?? first, first) }
    let slack = places.reduce(7) { max($0, $1.reach) } + slackForMoving
    context.forEachPeriod(
      of: rhythm, from: start.ordinal, in: window, slack: slack, touching: places.contains(where: \.namesWeekday)
    ) { period in
      if let season = rhythm.season, !context.isIn(season, period) { return }
      attempt { engine throws(Unresolved) in
        if places.isEmpty { return try engine.addWhole(period) }
        let own = isRespective ? [places[period.position ?? 0]] : places
        try engine.expand(own, in: period)
      }
    }
  }

  private mutating func addWhole(_ period: RhythmPeriod) throws(Unresolved) {
    var trace = newTrace()
    trace.add(.period(period.first, period.days))
    try add(
      Draft(
        key: period.key, opens: period.days.first, nominal: period.days.last, representative: period.days.last,
        kept: .periodEnd),
      trace: trace)
  }

  private mutating func expand(_ places: [Place], in period: RhythmPeriod) throws(Unresolved) {
    var found: [(placed: PlacedDay, trace: Trace)] = []
    for place in places {
      var trace = newTrace()
      if place.day != nil { trace.add(.period(period.first, period.days)) }
      let frame = context.frame(for: place, in: period)
      guard let placed = try placedIfThere(place, in: frame, trace: &trace) else { continue }
      // A day of the year lies in one of the shorter periods only.
      if !period.holdsYears, period.position == nil, !period.days.contains(placed.stated), place.namesYear { continue }
      if place.namesWeekday, !context.span.contains(placed.stated) { continue }
      found.append((placed, trace))
    }
    for (index, one) in found.enumerated() {
      var draft = one.placed.draft
      draft.key = key(one.placed, index, of: found.map(\.placed), period)
      draft.representative = min(period.days.last, draft.nominal)
      if one.placed.isNotBefore {
        addOpen(draft.key, .notBefore(draft.nominal), trace: one.trace)
        continue
      }
      if draft.opens == nil, !draft.opensOnEffective {
        let previous =
          index > 0 && found[index - 1].placed.stated < one.placed.stated ? found[index - 1].placed.stated : nil
        draft.opens = opening(of: draft.nominal, in: period, after: previous)
      }
      try add(draft, trace: one.trace)
    }
  }

  /// Of years several windows are periods of their own; all else is numbered.
  private func key(_ placed: PlacedDay, _ index: Int, of all: [PlacedDay], _ period: RhythmPeriod) -> String {
    if all.count == 1 { return period.key }
    guard period.holdsYears, period.position == nil, let key = placed.windowKey else {
      return "\(period.key).\(index + 1)"
    }
    let isShared = all.indices.contains { $0 != index && all[$0].windowKey == key }
    return isShared ? "\(key).\(index + 1)" : key
  }

  /// The work of a recurring day opens with its period, or, where the day lies outside, with the period's end or the day's
  /// own month; the second of several days is open after the first.
  private func opening(of day: CivilDate, in period: RhythmPeriod, after previous: CivilDate?) -> CivilDate {
    let natural =
      if period.days.contains(day) {
        period.days.first
      } else if day > period.days.last {
        period.days.last.adding(days: 1)
      } else {
        day.startOfMonth
      }
    return min(max(natural, previous.map { $0.adding(days: 1) } ?? natural), day)
  }

  // MARK: One place

  /// A place with its days, before the key is known.
  struct PlacedDay {
    var draft: Draft
    /// What the words name, before the bound.
    var stated: CivilDate
    /// Of a window: the key of what is served in it.
    var windowKey: String?
    var isNotBefore = false
  }

  /// Nil where a period lacks the place: a fifth Tuesday is not in every month.
  private func placedIfThere(
    _ place: Place, in frame: PlaceFrame, trace: inout Trace
  ) throws(Unresolved) -> PlacedDay? {
    do throws(Unresolved) {
      return try placed(place, in: frame, trace: &trace)
    } catch {
      if case .noSuchDay(.ordinal) = error.reason { return nil }
      throw error
    }
  }

  func placed(_ place: Place, in frame: PlaceFrame?, trace: inout Trace) throws(Unresolved) -> PlacedDay {
    switch place.moment {
    case .window(let window):
      let found = try context.resolve(window, in: frame, trace: &trace)
      let draft = Draft(
        key: found.key, opens: found.days.first, nominal: found.days.last, representative: found.days.last,
        kept: .periodEnd)
      return PlacedDay(draft: draft, stated: found.days.last, windowKey: found.key)
    case .day(let day): return try placed(day, place, in: frame, trace: &trace)
    }
  }

  private func placed(
    _ day: DateExpression, _ place: Place, in frame: PlaceFrame?, trace: inout Trace
  ) throws(Unresolved) -> PlacedDay {
    var own = Trace(isOn: false)
    let opens = try place.opens.map { day throws(Unresolved) in try context.resolve(day, in: frame, trace: &own) }
    var day = day
    if let opens, frame == nil, try context.resolve(day, in: nil, trace: &own) < opens {
      // *25/12–04/01* runs over the end of the plan's year.
      guard place.isYearless else { throw Unresolved(.endsBeforeItBegins(opens, opens)) }
      day = day.mapped { $0.root == .planYear ? $0.rooted(in: .neighbour(.year, 1, of: .planYear)) : $0 }
    }
    var placed = try bounded(day, place, in: frame, trace: &trace)
    placed.isNotBefore = place.bound == .notBefore
    if let opens {
      guard opens <= placed.draft.nominal else { throw Unresolved(.endsBeforeItBegins(opens, placed.draft.nominal)) }
      placed.draft.opens = opens
    } else if place.bound == .on {
      placed.draft.opensOnEffective = true
    }
    return placed
  }

  /// Only a moment whose outermost part is a count moves by the law of time.
  private func bounded(
    _ day: DateExpression, _ place: Place, in frame: PlaceFrame?, trace: inout Trace
  ) throws(Unresolved) -> PlacedDay {
    if case .shifted(let durations, let backwards, let base) = day, place.bound == .by || place.bound == .notBefore {
      let start = try context.resolve(base, in: frame, trace: &trace)
      let law = try context.shifted(durations, from: start, backwards: backwards, trace: &trace)
      let draft = Draft(
        key: "once", nominal: law.nominal, cutoff: context.cutoff(place.time), representative: law.nominal, law: law)
      return PlacedDay(draft: draft, stated: law.nominal)
    }
    let stated: CivilDate
    let last: BoundedDay
    if frame != nil, case .day(let n, let period) = day, n > 0 {
      let days = try context.resolve(period, in: frame, trace: &trace).days
      stated = days.first.adding(days: min(n, days.count) - 1)
      last = context.bounded(day: n, of: days, place.bound, place.time, trace: &trace)
    } else {
      stated = try context.resolve(day, in: frame, trace: &trace)
      last = context.bounded(stated, place.bound, place.time, trace: &trace)
    }
    let draft = Draft(key: "once", nominal: last.day, cutoff: last.cutoff, representative: last.day)
    return PlacedDay(draft: draft, stated: stated)
  }
}

extension DeadlineContext {
  /// The year that a place's days of the year take: the period's own, or, where the period runs over two calendar years,
  /// the one that puts the place into the period.
  fileprivate func frame(for place: Place, in period: RhythmPeriod) -> PlaceFrame {
    let frame = PlaceFrame(own: period, year: period.days.first.year)
    guard period.days.first.year != period.days.last.year, place.namesYear else { return frame }
    var trace = Trace(isOn: false)
    let last: CivilDate? =
      switch place.moment {
      case .day(let day):
        try? resolve(day.mapped { $0.root == .planYear ? $0.withoutNeighbours : $0 }, in: frame, trace: &trace)
      case .window(let window): try? resolve(window, in: frame, trace: &trace).days.last
      }
    guard let last, last < period.days.first else { return frame }
    return PlaceFrame(own: period, year: frame.year + 1)
  }

  /// Where a rhythm's periods begin to be counted, and the day before which nothing of it is owed.
  fileprivate func start(of rhythm: Rhythm) throws(Unresolved) -> (ordinal: Int?, day: CivilDate?) {
    guard let unit = rhythm.unit else { return (nil, nil) }
    switch rhythm.start {
    case .day(let expression)?:
      var trace = Trace(isOn: false)
      let day = try resolve(expression, trace: &trace)
      return (ordinal(of: unit, containing: day), day)
    case .year(let year)?: return (year, CivilDate(year: year, month: 1, day: 1))
    case .parity(let isOdd)?: return (isOdd ? 1 : 2, nil)
    case nil: return (nil, nil)
    }
  }

  /// Whether a period begins in the stretch of its year in which the rhythm runs.
  fileprivate func isIn(_ season: WindowExpression, _ period: RhythmPeriod) -> Bool {
    var trace = Trace(isOn: false)
    let frame = PlaceFrame(own: period, year: period.days.first.year)
    return (try? resolve(season, in: frame, trace: &trace).days.contains(period.days.first)) ?? false
  }
}
