import CivilCalendar

/// What English wordings of events, cases and sentences make of their parts.
extension Make {
  /// The whole deadline of a form, of places or of a rhythm; deadlines stay as they are.
  static func whole(_ value: Value) -> Value? {
    switch value {
    case .form: item(value, .none)
    case .rhythm(let rhythm): unplaced(rhythm).flatMap { item($0, .none) }
    case .list where value.parts?.first?.place != nil: form(value).flatMap { item($0, .none) }
    default: value
    }
  }

  /// *at least quarterly*
  static func atLeastOnce(_ rhythm: Value?) -> Value? {
    times(CountRange(minimum: 1, maximum: nil), rhythm?.rhythm)
  }

  /// An event's own first or last day: *the end of the grant*.
  static func isEdge(_ event: EventExpression?) -> Bool {
    guard let event, event.mentions.count == 1, let name = event.mentions.first?.name.folded else { return false }
    let isDate = dates.contains(where: name.begins)
    guard isDate || heads.contains(where: name.begins), !name.hasSuffix("week"), !name.hasSuffix("weeks") else {
      return false
    }
    let words = name.split(separator: " ")
    return !words.contains { periods.contains($0) } && (isDate || words.count > 3 || !name.hasSuffix("year"))
  }

  private static let dates = ["due date", "end date", "start date", "deadline", "closing date", "filing date"]
  private static let heads = [
    "start of ", "beginning of ", "end of ", "close of ", "conclusion of ", "completion of ", "commencement of ",
    "first day of ", "last day of ", "final day of ", "expiration of ", "expiry of ", "termination of ",
    "anniversary of ", "first anniversary of ",
  ]
  private static let periods: Set<Substring> = [
    "month", "quarter", "months", "same", "next", "following", "business", "each", "every",
  ]

  static func events(_ all: [EventExpression?], all isAll: Bool) -> Value? {
    let mentions = all.compactMap { event in if case .single(let mention)? = event { mention } else { nil } }
    guard mentions.count == all.count, Set(mentions).count == mentions.count else { return nil }
    return .anchor(.event(isAll ? .all(mentions) : .any(mentions)))
  }

  /// The last day of the month or the like that holds an event.
  static func end(of unit: PeriodUnit?, with event: EventExpression?) -> Value? {
    guard let unit, unit.size > 0, case .single(let mention)? = event else { return nil }
    let names: [PeriodUnit: String] = [
      .week: "week", .month: "month", .quarter: "quarter", .half: "half-year", .fiscalYear: "fiscal year",
      .schoolYear: "school year", .term: "term", .year: "year",
    ]
    return names[unit].map { .anchor(.event(.single(EventMention("end of the \($0) in which \(mention.name)")))) }
  }

  /// What holds in another case, in the writer's words; another limit there is a deadline of its own.
  static func excepted(_ body: Value, _ text: String?, isLimit: Bool) -> Value? {
    guard let text, var item = body.item, item.clauses.condition == nil, item.form != .unclear("") else { return nil }
    let words = text.lowercased().split { !$0.isLetter }
    let limits: Set<Substring> = ["by", "within", "later", "thereafter", "before", "until", "annually", "whichever"]
    // *(or 29 February in a leap year)* is told by the calendar.
    if !isLimit && words.contains(where: limits.contains) || words.contains("leap") { return nil }
    item.clauses.condition = Condition(.unless, text.hasPrefix("if ") ? String(text.dropFirst(3)) : text)
    return rejoined(item)
  }

  /// With clauses that were added to it; nil where they cannot stand with its form.
  static func rejoined(_ item: DeadlineItem) -> Value? {
    DeadlineItem.joined(item.form, item.clauses).map { joined in
      .item(DeadlineItem(label: item.label, form: joined.form, clauses: joined.clauses))
    }
  }

  /// Words that end with, or hold, what one may or must do: *no permit shall be issued*, *the plan may | not …*.
  static func isDuty(_ text: String?, isLast: Bool) -> Bool {
    let words = text?.lowercased().split(separator: " ") ?? []
    let duties: Set<Substring> = ["may", "shall", "must", "can", "will", "should"]
    return !words.contains("if") && (isLast ? words.suffix(1) : words[...]).contains(where: duties.contains)
  }

  /// What stands in a bracket and limits nothing.
  static func isRemark(_ text: String?) -> Bool {
    let limits: Set<Word> = LeafWords.english.limits.subtracting(["no"])
    let tokens = PhraseLexer.tokens(text ?? "")
    return !tokens.isEmpty && !tokens.contains { $0.kind == .number || limits.contains($0.key) }
      && !tokens.contains { NumberWords.english.words.contains($0.key) || LeafWords.english.dated.contains($0.key) }
  }

  static func isCounted(_ body: Value) -> Bool { if case .counted? = body.item?.form { true } else { false } }

  /// *the quarterly period beginning on the first day of January, April, July and October*: those of the calendar.
  static func calendarPeriod(_ unit: PeriodUnit?, _ days: Value) -> Value? {
    guard let unit, let months = unit.months, months > 1, months < 12, let all = days.parts?.compactMap(\.place?.day),
      all.count == 12 / months
    else { return nil }
    let isOwn = all.allSatisfy { day in
      switch day {
      case .day(1, .child(.month, let month, _)), .first(.period(.child(.month, let month, _))): month % months == 1
      case .last(.period(.child(.month, let month, _))): month % months == 0
      case .day(let n, .child(.month, let month, _)): month % months == 0 && n >= 30
      default: false
      }
    }
    return isOwn ? .period(.own(unit)) : nil
  }

  /// *if the sale was completed on or after 27 October 2021*
  static func onlyIf(_ body: Value, _ text: String?) -> Value? {
    guard let text else { return nil }
    let words = text.lowercased().split { !$0.isLetter }
    let others: Set<Substring> = [
      "by", "within", "later", "thereafter", "until", "if", "where", "unless", "otherwise", "whichever", "but", "due",
      "then",
    ]
    return words.contains(where: others.contains) || text.contains(",") || text.contains(";")
      ? nil : conditional(text, body)
  }

  /// The same count in working days.
  static func working(_ counted: Value) -> Value? {
    guard case .form(.counted(var form)) = counted, form.durations.allSatisfy({ [.day, .clearDay].contains($0.unit) }),
      !form.durations.isEmpty
    else { return nil }
    form.durations = form.durations.map { CalendarDuration($0.count, .workingDay, least: $0.least) }
    return .form(.counted(form))
  }

  /// Counts to a single day from a day are days themselves, and no counts.
  static func eventOnly(_ anchor: Anchor?) -> Anchor? { if case .date? = anchor { nil } else { anchor } }

  /// What happens first, and how often thereafter.
  static func afterEvent(_ one: Value, _ rest: Value) -> Value? {
    guard let first = one.item else { return nil }
    switch first.form {
    case .counted(let counted): if case .date = counted.anchor { return nil }
    case .eachCase: break
    default: return nil
    }
    return items(one, rest)
  }

  /// Counts from several events that *or* joins: each is awaited. Days and rhythms so joined are the writer's to choose.
  static func alternatives(_ one: Value, _ rest: Value) -> Value? {
    guard let both = items(one, rest), let all = both.parts?.compactMap(\.item) else { return nil }
    let isOfEvents = all.contains {
      if case .counted(let counted) = $0.form, case .event = counted.anchor { true } else { false }
    }
    let isOfRhythms = all.contains { item in
      switch item.form {
      case .each, .times: true
      default: false
      }
    }
    return isOfEvents && !isOfRhythms ? both : nil
  }

  /// Told from the period of the deadline, as what is reported is (*the preceding month*), and neither named nor each.
  static func isTold(_ periods: [PeriodExpression?]) -> Bool {
    !periods.isEmpty
      && periods.allSatisfy { period in
        switch period {
        case .own(nil): false
        case .own, .neighbour(_, _, .own): true
        case .child(_, let n, .own(let unit)): unit != .year || n < 0
        default: false
        }
      }
  }

  /// The first of two lengths of time that are nearly one.
  static func same(_ one: Value?, _ other: Value?) -> Value? {
    func hours(_ value: Value?) -> Int? {
      guard let duration = value?.durations?.first else { return nil }
      switch duration.unit {
      case .hour: return duration.count
      case .day: return duration.count * 24
      case .week: return duration.count * 168
      case .month: return duration.count * 730
      case .year: return duration.count * 8766
      case .workingDay, .clearDay, .workingHour, .minute: return nil
      }
    }
    guard let a = hours(one), let b = hours(other), abs(a - b) * 30 < a else { return nil }
    return one
  }

  /// *the 15th and the last working day*: a day and a working day, rather than two working days.
  static func areDays(_ numbers: [Value]) -> Bool {
    numbers.contains(.number(-1)) && numbers.contains { ($0.number ?? 0) > 5 }
  }

  /// Whoever or whatever sets a date; *approved by the end of May* is a day.
  static func authority(_ name: String?) -> Value? {
    let times: Set<Substring> = [
      "end", "close", "start", "beginning", "expiry", "expiration", "conclusion", "completion", "last", "first", "time",
      "date", "deadline", "advance", "writing", "Eastern", "Pacific", "accordance", "compliance", "full", "detail",
      "person",
    ]
    guard let name, let word = name.split(separator: " ").first, !times.contains(word) else { return nil }
    return .timetable(Timetable(kinds: [], source: name))
  }

  static func within(_ list: Value) -> Value? {
    list.parts?.allSatisfy { $0.place?.window != nil } == true ? bounded(.on, list, nil) : nil
  }

  static func holdsAnd(_ counted: CountedDeadline) -> Bool {
    guard case .event(let event) = counted.anchor else { return false }
    return event.mentions.contains { $0.name.split(separator: " ").contains("and") }
  }

  /// *first regular meeting*
  static func meeting(_ n: Int?, _ event: EventExpression?) -> EventExpression? {
    guard case .single(let mention)? = event, let word = mention.name.split(separator: " ").last,
      ["meeting", "session", "sitting"].contains(word.lowercased()),
      let ordinal = n.flatMap({ [-1: "last", 1: "first", 2: "second", 3: "third", 4: "fourth"][$0] })
    else { return nil }
    return .single(EventMention("\(ordinal) \(mention.name)"))
  }

  static func holdsHour(_ text: String?) -> Bool {
    let tokens = PhraseLexer.tokens(text ?? "").map(\.key.text)
    return tokens.indices.contains { index in
      ["am", "pm", "noon", "midnight"].contains(tokens[index])
        || index > 0 && index + 1 < tokens.count && tokens[index] == ":" && Int(tokens[index - 1]) != nil
          && Int(tokens[index + 1]) != nil
    }
  }

  /// *Within 24 hours, 72 hours and 1 month*: one count after another.
  static func counts(_ durations: [Value], _ anchor: Anchor?) -> Value? {
    let forms = durations.compactMap { counted(.within, $0.durations, anchor ?? .ownCase) }
    guard forms.count == durations.count, Set(durations).count == durations.count else { return nil }
    return joined(forms)
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
