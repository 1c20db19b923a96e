import CivilCalendar

/// The English wording of deadlines (docs/language.md).
struct EnglishGrammar: DeadlineGrammar {
  var phrase: PhraseParser

  init(_ phrase: PhraseParser) { self.phrase = phrase }

  func closedForms(_ start: Int) -> Parses<DeadlineForm> {
    recurrences(start) + timesForms(start) + windowForms(start) + dayForms(start) + standingForms(start)
      + yearsOnwardForms(start) + bareOccurrenceForms(start)
  }

  func openForms(_ start: Int) -> [OpenForm] {
    countedForms(start) + eachCaseForms(start) + timetables(start).map { OpenForm(form: .timetable($0)) }
      + unclearForms(start)
  }

  // MARK: Numbers, units, times

  static let joints = Lexicon(", and", "and", ",")
  static let and: StaticString = "and"
  static let numerals = Vocabulary<Int>([
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10), ("fourteen", 14), ("fifteen", 15), ("twenty", 20), ("thirty", 30), ("sixty", 60), ("ninety", 90),
    ("a", 1), ("an", 1),
  ])

  static let units = Vocabulary<DurationUnit>([
    ("hour", .hour), ("hours", .hour), ("day", .day), ("days", .day), ("calendar day", .day), ("calendar days", .day),
    ("working day", .workingDay), ("working days", .workingDay), ("business day", .workingDay),
    ("business days", .workingDay), ("clear day", .clearDay), ("clear days", .clearDay), ("week", .week),
    ("weeks", .week), ("month", .month), ("months", .month), ("year", .year), ("years", .year),
    ("calendar month", .month), ("calendar months", .month),
  ])

  func duration(_ index: Int) -> (value: CalendarDuration, end: Int)? {
    guard let count = count(index),
      let unit = phrase.lookUp(phrase.skip(count.end, Lexicon("additional", "more", "further")), Self.units)
    else { return nil }
    return (CalendarDuration(count.value, unit.value), unit.end)
  }

  /// *16:00*, *4 pm*, *noon*.
  func time(_ index: Int) -> (value: ClockTime, end: Int)? {
    if phrase.isKey(index, "noon") { return ClockTime(hour: 12).map { ($0, index + 1) } }
    guard let hour = phrase.number(index, in: 0...24, maxDigits: 2) else { return nil }
    var minute = 0
    var end = index + 1
    if phrase.tightMark(end, ":"), let value = phrase.number(index + 2, in: 0...59, maxDigits: 2) {
      (minute, end) = (value, index + 3)
    }
    if phrase.isKey(end, "pm") || phrase.isKey(end, "am") {
      guard (1...12).contains(hour) else { return nil }
      return ClockTime(hour: hour % 12 + (phrase.isKey(end, "pm") ? 12 : 0), minute: minute).map { ($0, end + 1) }
    }
    return end > index + 1 ? ClockTime(hour: hour, minute: minute).map { ($0, end) } : nil
  }

  static let months = Vocabulary<Int>([
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7), ("august", 8),
    ("september", 9), ("october", 10), ("november", 11), ("december", 12), ("jan", 1), ("feb", 2), ("mar", 3),
    ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
  ])

  static let weekdays = Vocabulary<Weekday>([
    ("monday", .monday), ("tuesday", .tuesday), ("wednesday", .wednesday), ("thursday", .thursday),
    ("friday", .friday), ("saturday", .saturday), ("sunday", .sunday), ("mondays", .monday), ("tuesdays", .tuesday),
    ("wednesdays", .wednesday), ("thursdays", .thursday), ("fridays", .friday), ("saturdays", .saturday),
    ("sundays", .sunday),
  ])

  static let ordinals = Vocabulary<Int>([
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("last", -1), ("second to last", -2),
    ("second last", -2), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10),
  ])

  /// *second*, *last*, *10th*, *2nd last*.
  func position(_ index: Int) -> (value: Int, end: Int)? {
    if let value = phrase.number(index, in: 1...366, maxDigits: 3), let suffix = phrase.token(index + 1),
      !suffix.spaceBefore, ["st", "nd", "rd", "th"].contains(suffix.key)
    {
      return phrase.isKey(index + 2, "last") ? (-value, index + 3) : (value, index + 2)
    }
    return phrase.lookUp(index, Self.ordinals)
  }

  static let article = Lexicon("the", "its", "that", "this")

  // MARK: Words kept or closed

  func unclearForms(_ start: Int) -> [OpenForm] {
    guard let word = phrase.match(start, Lexicon("unclear", "not decided")) else { return [] }
    if word == phrase.limit { return [OpenForm(form: .unclear(""))] }
    guard phrase.isKey(word, ":"), let words = phrase.slice(word + 1, phrase.limit) else { return [] }
    return [OpenForm(form: .unclear(words), preference: 100)]
  }

  func standingForms(_ start: Int) -> Parses<DeadlineForm> {
    guard
      let word = phrase.match(
        start, Lexicon("ongoing", "continuous", "continuously", "standing", "at all times", "on an ongoing basis"))
    else { return [] }
    var forms: Parses<DeadlineForm> = [(.standing(nil), word)]
    for window in windowForms(word) {
      guard case .window(let spans) = window.value, spans.count == 1 else { continue }
      forms.append((.standing(spans[0] == PeriodSpan(PeriodExpression(.year)) ? nil : spans[0]), window.end))
    }
    return forms
  }

  /// *every year from 2021*, *from 2021 on*, *2021 and the following years*.
  func yearsOnwardForms(_ start: Int) -> Parses<DeadlineForm> {
    if let word = phrase.match(start, Lexicon("every year from", "each year from", "yearly from", "annually from")),
      let year = phrase.year(word)
    {
      return [(.yearsOnward(from: year), phrase.skip(word + 1, Lexicon("on", "onwards")))]
    }
    let word = phrase.skip(start, Lexicon("from", "in"))
    guard let year = phrase.year(word),
      let end = phrase.match(
        word + 1, Lexicon("on", "onwards", "and the following years", "and following years", "and later years"))
    else { return [] }
    return [(.yearsOnward(from: year), end)]
  }

  static let asItArises = Lexicon(
    "as it arises", "as they arise", "as needed", "as required", "when it arises", "ad hoc", "promptly",
    "whenever it arises")

  func bareOccurrenceForms(_ start: Int) -> Parses<DeadlineForm> {
    phrase.match(start, Self.asItArises).map { [(.eachCase(trigger: nil, durations: []), $0)] } ?? []
  }

  func additions(_ start: Int) -> [(form: DeadlineForm, mainEnd: Int)] {
    guard phrase.contains("ad hoc") else { return [] }
    for index in start..<phrase.limit {
      guard let next = phrase.match(index, Lexicon("and", "or", ",", ", and", ", or")), phrase.isKey(next, "ad"),
        phrase.isKey(next + 1, "hoc")
      else { continue }
      if next + 2 == phrase.limit { return [(.eachCase(trigger: nil, durations: []), index)] }
      if let form = eachCaseForms(next + 2).first { return [(form.form, index)] }
    }
    return []
  }
}
