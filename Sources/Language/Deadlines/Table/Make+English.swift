import CivilCalendar

extension Make {
  /// An event's own first or last day: *the end of the grant*.
  static func isEdge(_ event: EventExpression?) -> Bool {
    guard let event, event.mentions.count == 1, let name = event.mentions.first?.name.lowercased() else { return false }
    if name.split(separator: " ").contains(where: {
      ["month", "quarter", "months", "same", "next", "following", "business"].contains($0)
    }) {
      return false
    }
    if name.hasSuffix("week") || name.hasSuffix("weeks") { return false }
    let heads = [
      "start", "beginning", "end", "close", "conclusion", "completion", "commencement", "first day", "last day",
      "final day", "expiration",
      "expiry", "termination", "anniversary", "first anniversary",
    ]
    if ["due date", "end date", "start date", "deadline", "closing date", "filing date"].contains(where: name.hasPrefix)
    {
      return true
    }
    return heads.contains {
      name.hasPrefix("\($0) of ") && name.split(separator: " ").count > 3
        || name.hasPrefix("\($0) of ") && !name.hasSuffix("year")
    }
  }

  /// Counts to a single day from a day are days themselves, and no counts.
  static func eventOnly(_ anchor: Anchor?) -> Anchor? { if case .date? = anchor { nil } else { anchor } }

  /// Under a rhythm; a day of one year stays that day, whatever the report is called (*annual report by 1 May 2024*).
  static func pacedOrDated(_ rhythm: Rhythm?, _ list: Value) -> Value? {
    if let value = paced(rhythm, list) { return value }
    guard let places = list.parts?.compactMap(\.place),
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

  /// *Within 24 hours, 72 hours and 1 month*: one count after another.
  static func counts(_ durations: [Value], _ anchor: Anchor?) -> Value? {
    let forms = durations.compactMap { counted(.within, $0.durations, anchor ?? .ownCase) }
    guard forms.count == durations.count, Set(durations).count == durations.count else { return nil }
    return joined(forms)
  }

  /// *Every other Friday*.
  static func alternate(_ kind: DayKind?, _ start: DateExpression?) -> Value? {
    guard let kind else { return nil }
    var rhythm = Rhythm.every(.week, interval: 2)
    if let start {
      guard let started = started(rhythm, .day(start))?.rhythm else { return nil }
      rhythm = started
    }
    return paced(rhythm, .list([.place(Place(.on, .day(.ordinal(kind, 1, of: .period(.own(.week))))))]))
  }

  /// *By 1 July 2025 and every three years thereafter*.
  static func thereafter(_ list: Value, _ rhythm: Rhythm?) -> Value? {
    guard var rhythm, let places = list.parts?.compactMap(\.place), let first = places.first, first.bound != .notBefore,
      let root = periods(of: first).first?.root
    else { return nil }
    switch root {
    case .year(.year, let year) where rhythm.unit == .year:
      if rhythm.interval > 1 { rhythm.start = .year(year) }
      let again = places.map { place in mapped(place) { $0.root == root ? $0.rooted(in: .planYear) : $0 } }
      return paced(rhythm, joined(again.map { .place($0) }))
    case .own(.year) where rhythm.unit == .year && rhythm.interval == 1: return paced(rhythm, list)
    default: return nil
    }
  }

  /// One bounded day, as one of several limits.
  static func limit(_ list: Value) -> Value? {
    guard let places = list.parts?.compactMap(\.place), places.count == 1,
      places[0].bound == .by || places[0].bound == .before, places[0].opens == nil,
      case .form(.at(let all))? = form(list), all == places
    else { return nil }
    return .form(.at(places))
  }
}
