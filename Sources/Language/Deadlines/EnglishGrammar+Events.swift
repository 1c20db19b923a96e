import CivilCalendar

/// Events and timetables.
extension EnglishGrammar {
  static let withinWords = Lexicon(
    "within", "no later than", "not later than", "at the latest", "by", "in", "no more than", "up to", "within the",
    "at least")

  func countedForms(_ start: Int) -> [OpenForm] {
    var forms: [OpenForm] = []
    for durations in durations(phrase.skip(start, Self.withinWords)) {
      if let after = phrase.match(durations.end, Lexicon("after", "of", "from", "following")) {
        forms += anchored(after) { CountedDeadline(.within, durations.value, of: $0) }
      }
      if let before = phrase.match(durations.end, Lexicon("before", "prior to", "ahead of")) {
        forms += anchored(before) { CountedDeadline(.before, durations.value, of: $0) }
      }
    }
    if let at = phrase.match(
      start, Lexicon("immediately after", "immediately upon", "as soon as", "upon", "immediately on")),
      phrase.match(at, Lexicon("practicable", "possible", "reasonably")) == nil
    {
      forms += anchored(at) { CountedDeadline(.immediately, of: $0) }
    }
    let once = phrase.match(start, Lexicon("once every", "once each", "once a", "once per"))
    if once == nil, let after = phrase.match(start, Lexicon("after", "once", "following")) {
      forms += anchored(after) { CountedDeadline(.after, of: $0) }
    }
    if let before = phrase.match(start, Lexicon("before", "prior to")) {
      forms += anchored(before) { CountedDeadline(.before, of: $0) }
    }
    if let from = phrase.match(start, Lexicon("from")), !isDay(from) {
      forms += anchored(from) { CountedDeadline(.from, of: $0) }
    }
    forms += monthDayForms(start)
    if let task = phrase.match(start, Lexicon("as task", "same as task")),
      let mention = phrase.taskMention(task, phrase.limit, keyWord: "at")
    {
      forms.append(OpenForm(form: .counted(CountedDeadline(.same, of: .taskDue(mention))), preference: 5))
    }
    return forms
  }

  /// *before day 15 of the month after the month of X*.
  private func monthDayForms(_ start: Int) -> [OpenForm] {
    bounds(start).flatMap { bound -> [OpenForm] in
      let day = phrase.skip(bound.end, Lexicon("day"))
      guard let number = phrase.number(day, in: 1...31, maxDigits: 2),
        let of = phrase.match(
          day + 1, Lexicon("of the month after the month of", "of the month following the month of"))
      else { return [] }
      return anchored(of) { CountedDeadline(.monthDay(day: number, monthsLater: 1, bound.value), of: $0) }
        .map { OpenForm(form: $0.form, preference: 3) }
    }
  }

  private func isDay(_ index: Int) -> Bool {
    phrase.token(index)?.kind == .number || phrase.lookUp(index, Self.months) != nil
  }

  private func anchored(_ start: Int, _ make: (Anchor) -> CountedDeadline) -> [OpenForm] {
    guard start < phrase.limit else { return [] }
    if let day = date(start).first(where: { $0.end == phrase.limit }) {
      let counted = make(.date(day.value))
      return counted.durations.isEmpty && counted.relation != .immediately ? [] : [OpenForm(form: .counted(counted))]
    }
    if let task = phrase.key(start, "task"), phrase.isKey(phrase.limit - 1, "done"),
      phrase.isKey(phrase.limit - 2, "is"),
      let mention = phrase.taskMention(task, phrase.limit - 2, keyWord: "at")
    {
      return [OpenForm(form: .counted(make(.taskDone(mention))))]
    }
    if let task = phrase.match(start, Lexicon("the due day of task", "the due date of task", "the deadline of task")),
      let mention = phrase.taskMention(task, phrase.limit, keyWord: "at")
    {
      return [OpenForm(form: .counted(make(.taskDue(mention))))]
    }
    if let task = phrase.match(start, Lexicon("the due day of", "the due date of")),
      phrase.tokens[task..<phrase.limit].contains(where: { $0.kind == .number }),
      let mention = phrase.taskMention(task, phrase.limit, keyWord: "at")
    {
      return [OpenForm(form: .counted(make(.taskDue(mention))))]
    }
    guard phrase.isKey(start, "[") || !isDay(start) && period(start).isEmpty else { return [] }
    return events(start).map { OpenForm(form: .counted(make(.event($0.value))), preference: $0.preference) }
  }

  func events(_ start: Int) -> [(value: EventExpression, preference: Int)] {
    var found: [(value: EventExpression, preference: Int)] = []
    if let whole = phrase.name(start, phrase.limit) { found.append((.single(EventMention(whole)), 0)) }
    if let first = phrase.match(start, Lexicon("both")) {
      found += splits(first, Lexicon("and", ", and")).map { (.all($0), 1) }
    }
    let either = phrase.match(start, Lexicon("either"))
    let isBracketed = phrase.isKey(either ?? start, "[")
    return found
      + splits(either ?? start, Lexicon("or", ", or")).map { (.any($0), isBracketed || either != nil ? 1 : -1) }
  }

  func eachCaseForms(_ start: Int) -> [OpenForm] {
    let word = phrase.match(start, Lexicon("whenever", "each time", "every time", "when"))
    var forms: [OpenForm] = []
    for comma in start..<phrase.limit where phrase.tokens[comma].key == "," {
      for durations in durations(phrase.skip(comma + 1, Self.withinWords)) where durations.end == phrase.limit {
        let head = EnglishGrammar(phrase.limited(to: comma))
        if head.phrase.match(start, Self.asItArises) == comma {
          forms.append(OpenForm(form: .eachCase(trigger: nil, durations: durations.value), preference: 3))
        } else if let word {
          forms += head.events(word).map {
            OpenForm(form: .eachCase(trigger: $0.value, durations: durations.value), preference: 3)
          }
        }
      }
    }
    guard let word, phrase.match(start, Self.asItArises) != phrase.limit else { return forms }
    return forms
      + events(word).map { OpenForm(form: .eachCase(trigger: $0.value, durations: []), preference: $0.preference) }
  }

  static let kinds = Vocabulary<Timetable.Kind>([
    ("schedule", .schedule), ("timetable", .schedule), ("plan", .plan), ("roadmap", .roadmap), ("guidance", .guidance),
    ("rules", .rules), ("regulations", .rules),
  ])

  /// *per X's schedule*, *per X's guidance and schedule*, *per the rules*, *per Decision 12*; to the end.
  func timetables(_ start: Int) -> [Timetable] {
    guard let word = phrase.match(start, Lexicon("per", "as per", "according to", "in accordance with")),
      word < phrase.limit
    else { return [] }
    let isInForce = phrase.match(phrase.limit - 2, Lexicon("in force")) != nil
    let head = isInForce ? EnglishGrammar(phrase.limited(to: phrase.limit - 2)) : self
    for mark in word..<phrase.limit where phrase.tokens[mark].key == "'" && phrase.isKey(mark + 1, "s") {
      if let kinds = head.kinds(mark + 2), let source = phrase.name(word, mark) {
        return [Timetable(kinds: kinds, source: source, isInForce: isInForce)]
      }
    }
    if let kinds = head.kinds(phrase.skip(word, Lexicon("the"))) {
      return [Timetable(kinds: kinds, source: nil, isInForce: isInForce)]
    }
    // A latest day without a comma is no part of a document's name (*per Decision 12 by 30 June 2024*).
    let ahead = EnglishGrammar(phrase.untraced())
    let isBounded = ((word + 1)..<phrase.limit).contains { ahead.boundedDays($0).contains { $0.value.bound != .on } }
    guard phrase.isKey(word, "[") || !isBounded else { return [] }
    return phrase.name(word, phrase.limit).map { [Timetable(kinds: [], source: $0)] } ?? []
  }

  /// Kinds joined by *and*, over the whole rest.
  private func kinds(_ start: Int) -> [Timetable.Kind]? {
    var kinds: [Timetable.Kind] = []
    var next = start
    while let kind = phrase.lookUp(next, Self.kinds), !kinds.contains(kind.value) {
      kinds.append(kind.value)
      if kind.end == phrase.limit { return kinds }
      guard let more = phrase.match(kind.end, Lexicon("and", ",")) else { return nil }
      next = more
    }
    return nil
  }
}
