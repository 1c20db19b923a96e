import CivilCalendar

extension Make {
  static func duration(_ n: Int?, _ scale: Value, least: Int? = nil) -> Value? {
    guard let n, n >= 1, let one = scale.durations?.first else { return nil }
    if let least { guard least >= 1, least < n else { return nil } }
    return .durations([CalendarDuration(n * one.count, one.unit, least: least.map { $0 * one.count })])
  }

  private static func isLength(_ mention: EventMention) -> Bool {
    guard mention.name.holds("notice"),
      let first = mention.name.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).first
    else { return false }
    return NumberWords.english.words.contains(Word(first))
  }

  /// *laid before the Assembly*, *before each House of Parliament*: in whose presence, and not when.
  private static func isAssembly(_ mention: EventMention) -> Bool {
    let bodies: Set<Substring> = [
      "assembly", "house", "houses", "parliament", "legislature", "senate", "congress", "court", "tribunal",
      "commission", "council", "committee", "board", "minister", "judge",
    ]
    let words = mention.name.lowercased().split(separator: " ")
    guard let first = words.first, bodies.contains(first) else { return false }
    return words.count == 1 || words[1] == "of"
  }

  static func sum(_ one: [CalendarDuration]?, _ rest: [CalendarDuration]?) -> Value? {
    guard let one, let rest, one.count + rest.count <= 3 else { return nil }
    // *9 months and 1 day*: from the longer to the shorter.
    return .durations(one + rest)
  }

  private static let days: Set<Word> = [
    "kết thúc năm học", "hết năm học", "bắt đầu năm học", "tết dương lịch", "tết tây",
  ]
  private static let longestDay = days.map(\.text.utf8.count).max() ?? 0

  /// *kết thúc năm học* is a day of some school year, and no event.
  static func event(_ mention: EventMention?) -> Value? {
    guard let mention else { return nil }
    if mention.name.utf8.count <= longestDay, days.contains(Word(mention.name.folded)) { return nil }
    // *dịp Tết* is a stretch, *Tết Nguyên đán* a day.
    if let first = mention.name.utf8.first, "dDtT".utf8.contains(first),
      ["dịp ", "tết nguyên đán"].contains(where: mention.name.folded.begins)
    {
      return nil
    }
    return .event(.single(mention))
  }

  static func events(_ names: Value, all: Bool) -> Value? {
    guard let mentions = names.parts?.compactMap(\.mention), mentions.count > 1 else { return nil }
    return .event(all ? .all(mentions) : .any(mentions))
  }

  /// Names of a list: in square brackets where they could be cut elsewhere.
  static func names(_ mentions: [EventMention]) -> Value {
    let joints: Set<Substring> = ["và", "and", "hoặc", "or"]
    let isClear =
      mentions.count == 2
      && !mentions.contains { mention in
        mention.name.contains(",") || mention.name.split(separator: " ").contains { joints.contains($0) }
      }
    return joined(mentions.map { .mention(isClear ? $0 : EventMention("[\($0.name)]")) })
  }

  static func task(_ task: TaskMention?, _ label: String?, _ key: String?) -> Value? {
    guard var task else { return nil }
    task.label = label
    task.key = key
    return .task(task)
  }

  static func counted(
    _ relation: CountedDeadline.Relation, _ durations: [CalendarDuration]?, _ anchor: Anchor?,
    earliest: [CalendarDuration]? = [], time: ClockTime? = nil
  ) -> Value? {
    guard let durations, let anchor, let earliest, durations.allSatisfy({ $0.count >= 1 }) else { return nil }
    if case .date(let day) = anchor { return counted(relation, durations, from: day, earliest) }
    // *upon ninety (90) days' notice* is so long ahead, and after nothing of that name.
    if durations.isEmpty, case .event(let event) = anchor,
      event.mentions.contains(where: { isLength($0) || relation == .before && isAssembly($0) })
    {
      return nil
    }
    return .form(.counted(CountedDeadline(relation, durations, earliest: earliest, of: anchor, time: time)))
  }

  /// Events of several anchors together.
  static func joined(_ one: Anchor?, _ other: Anchor?, all: Bool) -> Anchor? {
    guard case .event(.single(let a))? = one, case .event(.single(let b))? = other, a != b else { return nil }
    return .event(all ? .all([a, b]) : .any([a, b]))
  }

  /// *trước 03 ngày*: so long ahead of the duty's own case. *trước 16 giờ* alone is rather an hour of the day.
  static func ahead(_ durations: [CalendarDuration]?, isSaid: Bool) -> Value? {
    guard let durations else { return nil }
    if !isSaid, durations.contains(where: { $0.unit == .hour && $0.count < 24 }) { return nil }
    return counted(.before, durations, .ownCase)
  }

  /// A length of time alone. Months and years alone say how often, and are no such limit.
  static func ownTime(_ durations: [CalendarDuration]?, label: String?) -> Value? {
    guard let durations, durations.allSatisfy({ [.day, .workingDay, .hour, .workingHour, .minute].contains($0.unit) })
    else { return nil }
    guard case .form(let form)? = counted(.within, durations, .ownCase) else { return nil }
    return joined([.item(DeadlineItem(label: label, form: form))])
  }

  static func matchCount(_ value: Value, _ relation: CountedDeadline.Relation, isDated: Bool) -> [Value]? {
    guard let counted = value.counted, counted.relation == relation, !counted.durations.isEmpty,
      counted.earliest.isEmpty,
      counted.anchor != .ownCase, counted.time == nil
    else { return nil }
    if case .date(let day) = counted.anchor {
      guard isDated else { return nil }
      return [.durations(counted.durations), .day(day)]
    }
    return isDated ? nil : [.durations(counted.durations), .number(0), .anchor(counted.anchor)]
  }

  /// The hour of the duty's own case on the next day of a unit.
  static func hourNext(_ unit: DurationUnit, _ value: Value) -> Value? {
    guard let counted = value.counted, let time = counted.time,
      counted == CountedDeadline(.within, [CalendarDuration(1, unit)], of: .ownCase, time: time)
    else { return nil }
    return .time(time)
  }

  static func matchEarliest(_ value: Value, _ relation: CountedDeadline.Relation) -> [Value]? {
    guard let counted = value.counted, counted.relation == relation, !counted.earliest.isEmpty,
      counted.anchor != .ownCase
    else { return nil }
    return relation == .within
      ? [.durations(counted.earliest), .durations(counted.durations), .number(0), .anchor(counted.anchor)]
      : [.number(0), .durations(counted.durations), .durations(counted.earliest), .anchor(counted.anchor)]
  }

  /// Counted from a day: of a period that recurs it is a place; of the plan's time it stays a count, which the law moves.
  private static func counted(
    _ relation: CountedDeadline.Relation, _ durations: [CalendarDuration], from day: DateExpression,
    _ earliest: [CalendarDuration]
  ) -> Value? {
    switch relation {
    case .within, .before, .notBefore, .fromBefore: break
    case .after, .from, .immediately, .same, .inPeriod: return nil
    }
    guard !durations.isEmpty else { return nil }
    guard earliest.isEmpty else {
      guard relation == .within || relation == .before, (durations + earliest).allSatisfy(\.unit.isDays) else {
        return nil
      }
      let opens = DateExpression.shifted(earliest, backwards: relation == .before, from: day)
      let closes = DateExpression.shifted(durations, backwards: relation == .before, from: day)
      return form(.list([.place(Place(.by, .day(closes), opens: opens))]))
    }
    if isCountedFrom(day) { return .form(.counted(CountedDeadline(relation, durations, of: .date(day)))) }
    guard durations.allSatisfy(\.unit.isDays) else { return nil }
    let shifted = DateExpression.shifted(
      durations, backwards: relation == .before || relation == .fromBefore, from: day)
    let place =
      switch relation {
      case .notBefore: Place(.notBefore, .day(shifted))
      case .fromBefore: Place(.by, .day(day), opens: shifted)
      default: Place(.by, .day(shifted))
      }
    return form(.list([.place(place)]))
  }

  /// Days of the calendar from which a count stays a count.
  static func isCountedFrom(_ day: DateExpression) -> Bool {
    if case .day = day { isPlanned(day.periods) } else { false }
  }

  static func shiftedPlace(_ bound: Bound, _ durations: [CalendarDuration]?, backwards: Bool, from day: DateExpression?)
    -> Value?
  {
    guard let day, !isCountedFrom(day), let shifted = shifted(durations, backwards: backwards, from: day)?.day else {
      return nil
    }
    return .list([.place(Place(bound, .day(shifted)))])
  }

  /// *đến 16:00 ngày cuối, …*
  static func timed(_ time: ClockTime?, _ form: DeadlineForm?) -> Value? {
    guard let time, case .counted(var counted)? = form, counted.time == nil else { return nil }
    if case .inPeriod = counted.relation { return nil }
    counted.time = time
    return .form(.counted(counted))
  }

  static func matchTimed(_ value: Value) -> [Value]? {
    guard var counted = value.counted, let time = counted.time else { return nil }
    counted.time = nil
    return [.time(time), .form(.counted(counted))]
  }

  static func isEach(_ period: PeriodExpression) -> Bool { if case .each = period { true } else { false } }

  static func inPeriod(_ bound: Bound?, _ day: DateExpression?, _ time: ClockTime?, _ event: EventExpression?) -> Value?
  {
    guard var bound, let day, let event else { return nil }
    // *within seven days after the end of the month in which X*
    if bound == .on, case .shifted = day { bound = .by }
    // The period that holds the anchor is told from: *của tháng kế tiếp tháng có X*.
    guard
      day.periods.allSatisfy({ period in
        if case .own(let unit?) = period.root { unit.size > 0 } else { false }
      })
    else { return nil }
    return .form(.counted(CountedDeadline(.inPeriod(Place(bound, .day(day), time: time)), of: .event(event))))
  }
}
