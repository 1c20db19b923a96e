import CivilCalendar

/// Places, alone and in each period of a rhythm.
extension Make {
  /// Places alone: dates of the plan, or of the rhythm that their own words imply. Places of several rhythms are several
  /// forms.
  static func form(_ list: Value) -> Value? {
    guard let places = list.parts?.compactMap(\.place), !places.isEmpty else { return nil }
    // *tháng sau* alone is told from the day of writing, which nobody knows here.
    for place in places {
      guard case .window(.period(.neighbour(let unit, _, .own(let own)))) = place.moment, unit == own, !unit.isYear
      else { continue }
      return nil
    }
    var groups: [(rhythm: Rhythm?, places: [Place])] = []
    for place in places {
      guard let implied = implied(by: place) else { return nil }
      if let last = groups.indices.last, groups[last].rhythm == implied.rhythm {
        groups[last].places.append(place)
      } else {
        groups.append((implied.rhythm, [place]))
      }
    }
    // *trước ngày 28/02 năm sau và trước ngày 10/7 hằng năm*: the year after each of them.
    if groups.contains(where: { $0.rhythm == .every(.year) }),
      groups.allSatisfy({ $0.rhythm == .every(.year) || $0.rhythm == nil && $0.places.allSatisfy(isBesidePlanYear) })
    {
      groups = [(.every(.year), places)]
    }
    // *thứ Sáu hằng tuần, từ 27/12, đến 03/01* says when the rhythm runs.
    if groups.count > 1, places.contains(where: { $0.opens != nil }) { return nil }
    let forms = groups.map { group -> DeadlineForm? in
      guard let rhythm = group.rhythm else { return at(group.places) }
      return each(rhythm, group.places)
    }
    let known = forms.compactMap { $0 }
    guard known.count == forms.count, known.count < 4 else { return nil }
    return known.count == 1 ? .form(known[0]) : joined(known.map { .form($0) })
  }

  /// All of it is told by *năm sau* or *năm trước*.
  private static func isBesidePlanYear(_ place: Place) -> Bool {
    periods(of: place).allSatisfy { if case .neighbour(.year, _, .planYear) = yearOf($0) { true } else { false } }
  }

  private static func at(_ places: [Place]) -> DeadlineForm? {
    // A count from a day of the plan moves by the law of time.
    if places.count == 1, let place = places.first, place.bound == .by, place.time == nil, place.opens == nil,
      case .shifted(let durations, let backwards, let day)? = place.day, case .day = day
    {
      return .counted(CountedDeadline(backwards ? .before : .within, durations, of: .date(day)))
    }
    // A mere *năm*, *năm sau* or *tháng* is what a report is called, and no deadline.
    for place in places {
      guard case .window(.period(let period)) = place.moment else { continue }
      if case .own(let unit) = period, unit != .year { return nil }
    }
    return .at(places)
  }

  /// Nil: not said of which period. A nil rhythm: dates of the plan.
  private static func implied(by place: Place) -> (rhythm: Rhythm?, ())? {
    var smallest: PeriodUnit?
    var isReported = false
    for period in periods(of: place) {
      switch period.root {
      case .year, .own(.year), .child, .neighbour: continue
      case .own(nil): return nil
      // In a year one school year ends and another begins: which one is asked, unless it is counted from.
      case .own(.schoolYear) where place.day.map({ if case .shifted = $0 { false } else { true } }) ?? false: return nil
      case .each(nil): isReported = true
      case .own(let unit?), .each(let unit?): if smallest.map({ unit.size < $0.size }) ?? true { smallest = unit }
      }
    }
    if isReported { return smallest == nil ? (isPart(place) ? .fourReports : .unsaid, ()) : nil }
    return (smallest.map { .every($0) }, ())
  }

  /// *tháng cuối kỳ báo cáo*: of the reports that are longer than a month.
  private static func isPart(_ place: Place) -> Bool {
    periods(of: place).contains { $0.unit == .month && $0.root == .each(nil) }
  }

  /// Places in each period of a rhythm. What they are told from becomes that period.
  static func each(_ rhythm: Rhythm, _ places: [Place]) -> DeadlineForm? {
    var placed: [Place] = []
    for place in places {
      var isRefused = false
      let mapped = mapped(place) { period in
        guard let inside = rooted(period, in: rhythm) else {
          isRefused = true
          return period
        }
        return inside
      }
      if isRefused { return nil }
      // *ngày 20 hằng tháng, hằng quý*: of a quarter the day is not said.
      if rhythm.unit == nil, case .day(.day(_, let period)) = place.moment, period == .own(nil) || period == .each(nil)
      {
        return nil
      }
      // *hằng tuần, tháng 6*: longer than the rhythm's own periods.
      if case .window(.period(let period)) = place.moment, let outer = rhythm.unit, outer.size < PeriodUnit.half.size,
        period.root == .planYear, let unit = period.unit, unit.size >= outer.size
      {
        return nil
      }
      // *hằng tháng, từ tháng 3 đến tháng 6*: a stretch of the year is no place in a month.
      if case .window(.through) = place.moment, let outer = rhythm.unit, outer.size < PeriodUnit.half.size,
        periods(of: place).allSatisfy({ $0.root == .planYear }), !periods(of: place).contains(where: isEach)
      {
        return nil
      }
      // *hằng tháng, ngày 15/3*: a day of the year is no place in a month.
      if place.day != nil, let outer = rhythm.unit, outer.size <= PeriodUnit.month.size,
        periods(of: place).allSatisfy({ $0.root == .planYear })
      {
        return nil
      }
      // *hằng quý, ngày 15*: of which of its months is not said.
      if case .day(.day(let n, .own(nil))) = place.moment, n > 0, let unit = rhythm.unit,
        unit.size > PeriodUnit.month.size
      {
        return nil
      }
      placed.append(mapped)
    }
    guard Set(placed).count == placed.count else { return nil }
    if placed.count == 1, placed[0] == Place(.on, .window(.period(.own(rhythm.unit)))) { return unplaced(rhythm)?.form }
    // *hằng ngày* has one day in each.
    if rhythm.unit?.size == 0, placed == [Place(.on, .day(.last(of: .period(.own(rhythm.unit)))))] {
      return .each(rhythm, [])
    }
    return .each(rhythm, placed)
  }

  /// The period as one told from the rhythm's own; nil where it is none.
  private static func rooted(_ period: PeriodExpression, in rhythm: Rhythm) -> PeriodExpression? {
    let own = PeriodExpression.own(rhythm.unit)
    switch period.root {
    case .year: return nil
    case .own(nil), .each(nil): return valid(period.rooted(in: own))
    case .own(let unit?), .each(let unit?):
      if unit == .year, let year = rhythm.unit, year.isYear, year != .year {
        // *năm sau* of a school year may be the year in which it ends.
        guard case .neighbour(.year, let n, .planYear) = yearOf(period) else { return period.rooted(in: own) }
        guard year == .fiscalYear else { return nil }
        return period.replacing(.neighbour(.year, n, of: .planYear), by: .neighbour(year, n, of: own))
      }
      if unit == rhythm.unit { return period.rooted(in: own) }
      guard let outer = rhythm.unit else { return unit == .year ? period.rooted(in: .planYear) : nil }
      if unit.size > outer.size { return unit == .year ? period.rooted(in: .planYear) : nil }
      // *tháng sau* under *hằng quý* is the month after the quarter.
      guard case .neighbour(let inside, let n, .own) = innermost(period), inside == unit else { return nil }
      guard case .period(let told)? = neighbour(inside, n, of: own) else { return nil }
      return replacingInnermost(period, with: told)
    case .child, .neighbour: return nil
    }
  }

  /// False children: *the 13th month*.
  private static func valid(_ period: PeriodExpression) -> PeriodExpression? {
    if case .neighbour(let unit, let n, let of) = period { return neighbour(unit, n, of: of)?.period }
    guard case .child(let unit, let n, let of) = period else { return period }
    guard let inside = valid(of) else { return nil }
    return child(unit, n, of: inside)?.period
  }

  /// The period next to the root.
  private static func innermost(_ period: PeriodExpression) -> PeriodExpression {
    switch period {
    case .child(_, _, let of), .neighbour(_, _, let of):
      switch of {
      case .child, .neighbour: innermost(of)
      case .own, .each, .year: period
      }
    case .own, .each, .year: period
    }
  }

  private static func replacingInnermost(_ period: PeriodExpression, with told: PeriodExpression) -> PeriodExpression {
    switch period {
    case .child(let unit, let n, let of):
      switch of {
      case .child, .neighbour: .child(unit, n, of: replacingInnermost(of, with: told))
      case .own, .each, .year: told
      }
    case .neighbour(let unit, let n, let of):
      switch of {
      case .child, .neighbour: .neighbour(unit, n, of: replacingInnermost(of, with: told))
      case .own, .each, .year: told
      }
    case .own, .each, .year: period
    }
  }

  static func paced(_ rhythm: Rhythm?, _ list: Value) -> Value? {
    guard let rhythm, let all = list.parts?.compactMap(\.place) else { return nil }
    // *Quý I, 6 tháng, Quý III*: all are reports.
    if rhythm.unit == nil,
      all.contains(where: { place in
        place.bound == .on && (place.window?.periods ?? []).contains { $0.root == .planYear }
          || place == Place(.on, .day(.last(of: .period(.planYear))))
      })
    {
      return nil
    }
    // *hằng tháng từ tháng 3 đến tháng 6* is when the rhythm runs.
    if all.count == 1, let window = all[0].window, seasonal(rhythm, window) != nil { return nil }
    // *2 lần/tháng, vào tuần 2 và tuần 4*, *hằng tháng, thứ Sáu tuần 2*: weeks of the month.
    let places = all.map { place -> Place in
      guard rhythm.unit == .month else { return place }
      var place = place
      switch place.moment {
      case .window(.period(.child(.week, let n, .planYear))):
        place.moment = .window(.part(.week(n), of: .own(nil)))
      case .day(.ordinal(let kind, 1, .period(.child(.week, let n, .planYear)))):
        place.moment = .day(.ordinal(kind, 1, of: .part(.week(n), of: .own(nil))))
      default: break
      }
      return place
    }
    // *6 tháng, năm, trước ngày 10/7 và ngày 10/02 năm sau*: of three reports two days are no turns, but days of each year.
    if case .reporting(let list) = rhythm.cycle, !list.isEmpty, all.count > 1,
      list.reduce(0, { $0 + ($1.index == nil ? 12 / ($1.unit.months ?? 12) : 1) }) != all.count,
      all.allSatisfy({ place in place.day != nil && periods(of: place).allSatisfy { $0.root == .planYear } })
    {
      return each(.every(.year), all).map { .form($0) }
    }
    // What is reported half-yearly on days of the year is a rhythm of the year.
    if let unit = rhythm.unit, rhythm.interval == 1, rhythm.start == nil, unit.size > PeriodUnit.month.size,
      !unit.isYear,
      places.allSatisfy({ place in periods(of: place).allSatisfy { $0.root == .planYear || $0.root == .each(.year) } })
    {
      // *hằng quý, chậm nhất 30/9*: one day is not quarterly, and may be the last of the rhythm.
      if places.count == 1, places[0].day != nil { return nil }
      return each(.every(.year), places).map { .form($0) }
    }
    return each(rhythm, places).map { .form($0) }
  }
}
