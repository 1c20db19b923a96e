import CivilCalendar
package import Diagnostics

/// Every way to read one deadline; two that stand are the reader's question to the writer, never its choice.
package struct DeadlineReading: Sendable {
  /// All readings, names unresolved; the preferred first: those that take most words for clauses, fewest for names.
  package var readings: [Deadline]
  /// Those of the highest preference: what the words mean where any text may be a name.
  package var freeText: [Deadline]
  /// Why there is none; nil if there is one.
  package var failure: DeadlineFailure?
}

/// Why a wording was not understood.
package struct DeadlineFailure: Sendable {
  /// UTF-8 offsets in the phrase.
  package var range: Range<Int>
  package var words: Bilingual
}

/// Reads the wording of deadlines, Vietnamese or English.
package struct DeadlineReader: Sendable {
  package init() {}

  /// All readings of `phrase`, which is NFC text of one line.
  package func read(_ phrase: String) -> DeadlineReading {
    var parser = PhraseParser(phrase)
    while parser.limit > 0, [".", "/", ",", ";"].contains(parser.tokens[parser.limit - 1].key) { parser.limit -= 1 }
    guard parser.limit > 0 else { return failed(parser) }
    guard parser.limit <= 200 else { return failed(parser, tooLong: true) }
    var found = GrammarReader<VietnameseGrammar>(parser).deadlines()
    if found.isEmpty { found = GrammarReader<EnglishGrammar>(parser.forgetting()).deadlines() }
    guard !found.isEmpty else { return failed(parser) }
    return ranked(found)
  }

  /// A day as a deadline would name it (`31/12/2024`, `23 January 2024`, `10/3 âm lịch`); nil if it is none, or several.
  package func date(_ text: String) -> DateExpression? {
    let phrase = PhraseParser(text)
    let days = VietnameseGrammar(phrase).date(0) + EnglishGrammar(phrase.forgetting()).date(0)
    let whole = Set(days.filter { $0.end == phrase.limit && phrase.limit > 0 }.map(\.value))
    return whole.count == 1 ? whole.first : nil
  }

  /// One period or span as a deadline would name it (`Quý II/2024`, `2021-2025`, `March 2024`).
  package func span(_ text: String) -> PeriodSpan? {
    let phrase = PhraseParser(text)
    let spans = VietnameseGrammar(phrase).windowForms(0) + EnglishGrammar(phrase.forgetting()).windowForms(0)
    let whole = spans.compactMap { form -> PeriodSpan? in
      guard form.end == phrase.limit, case .window(let spans) = form.value, spans.count == 1 else { return nil }
      return spans[0]
    }
    return Set(whole).count == 1 ? whole.first : nil
  }

  /// A rhythm alone (`hằng quý`, `every 2 weeks`).
  package func rhythm(_ text: String) -> Rhythm? {
    let phrase = PhraseParser(text)
    let rhythms = VietnameseGrammar(phrase).rhythms(0) + EnglishGrammar(phrase).rhythms(0)
    return rhythms.first { $0.end == phrase.limit }?.value
  }

  private func ranked(_ found: [Ranked<Deadline>]) -> DeadlineReading {
    if found.count == 1 { return DeadlineReading(readings: [found[0].value], freeText: [found[0].value], failure: nil) }
    var best: [Deadline: Int] = [:]
    for reading in found { best[reading.value] = max(best[reading.value] ?? .min, reading.preference) }
    // A reading without names to look up stands only if none is preferred to it: else a name that is not declared
    // would silently become another reading.
    let bar = best.values.max()
    let kept = best.filter { !$0.key.mentions.isEmpty || $0.value == bar }
    let order = Dictionary(found.enumerated().map { ($1.value, $0) }, uniquingKeysWith: min)
    let sorted = kept.sorted { ($1.value, order[$0.key] ?? 0) < ($0.value, order[$1.key] ?? 0) }
    let top = sorted.first?.value
    return DeadlineReading(
      readings: sorted.map(\.key), freeText: sorted.filter { $0.value == top }.map(\.key), failure: nil)
  }

  private func failed(_ parser: PhraseParser, tooLong: Bool = false) -> DeadlineReading {
    DeadlineReading(
      readings: [], freeText: [], failure: tooLong ? .tooLong(parser) : .at(parser))
  }
}

struct Ranked<Value> {
  var value: Value
  var preference: Int
}

/// Tries every division of a phrase into labelled deadlines, main form and clauses.
struct GrammarReader<Grammar: DeadlineGrammar> {
  let phrase: PhraseParser

  init(_ phrase: PhraseParser) { self.phrase = phrase }

  private func grammar(_ limit: Int) -> Grammar { Grammar(phrase.limited(to: limit)) }

  func deadlines() -> [Ranked<Deadline>] {
    let breaks = (0..<phrase.limit).filter { phrase.tokens[$0].key == ";" && depth($0) == 0 }
    var found = segment(0, phrase.limit)
    if !breaks.isEmpty {
      var lists: [Ranked<[DeadlineItem]>] = [Ranked(value: [], preference: 0)]
      var start = 0
      for end in breaks + [phrase.limit] {
        let segments = segment(start, end)
        lists = lists.flatMap { list in
          segments.map { Ranked(value: list.value + $0.value, preference: list.preference + $0.preference + 20) }
        }
        start = end + 1
        if lists.count > 64 { return [] }
      }
      found += lists
    }
    return found.filter { Set($0.value.map(\.label)).count == $0.value.count }
      .map { Ranked(value: Deadline(items: $0.value), preference: $0.preference) }
  }

  private func depth(_ index: Int) -> Int {
    phrase.tokens[..<index].reduce(0) {
      $0 + (["(", "["].contains($1.key) ? 1 : [")", "]"].contains($1.key) ? -1 : 0)
    }
  }

  /// One deadline, or one with its label on either side of a colon (*giai đoạn 2022-2023: xây dựng*).
  private func segment(_ start: Int, _ end: Int) -> [Ranked<[DeadlineItem]>] {
    var found = items(start, end)
    for colon in start..<end where phrase.tokens[colon].key == ":" && !phrase.limited(to: end).isClock(colon) {
      if let label = label(start, colon) {
        found += items(colon + 1, end).filter { $0.value.count == 1 }.map { labelled($0, label) }
      }
      if let label = label(colon + 1, end) {
        found += items(start, colon).filter { $0.value.count == 1 && $0.value[0].form.isPlain }.map {
          labelled($0, label)
        }
      }
      break
    }
    return found
  }

  private func labelled(_ item: Ranked<[DeadlineItem]>, _ label: String) -> Ranked<[DeadlineItem]> {
    var item = item
    item.value[0].label = label
    return item
  }

  private func label(_ start: Int, _ end: Int) -> String? {
    let reserved = ["nếu", "hợp", "khi", "rõ", "định", "if", "unless", "unclear"]
    guard start < end, !reserved.contains(phrase.tokens[end - 1].key),
      phrase.tokens[start..<end].allSatisfy({ !["(", ")", "[", "]", ":", ";"].contains($0.key) })
    else { return nil }
    return phrase.slice(start, end)
  }

  /// Every division of the stretch into a main form and clauses.
  private func items(_ start: Int, _ end: Int) -> [Ranked<[DeadlineItem]>] {
    var found: [Ranked<[DeadlineItem]>] = []
    divide(start, end, DeadlineClauses(), stripped: 0) { mainEnd, clauses, stripped in
      found += mains(start, mainEnd, clauses, stripped)
    }
    for addition in grammar(end).additions(start) where addition.mainEnd > start {
      for main in items(start, addition.mainEnd) where main.value.count == 1 && main.value[0].form.recurs {
        let second = DeadlineItem(label: Self.suddenLabel, form: addition.form, clauses: DeadlineClauses())
        found.append(Ranked(value: main.value + [second], preference: main.preference + 15))
      }
    }
    return found
  }

  private static var suddenLabel: String { Grammar.self == EnglishGrammar.self ? "ad hoc" : "đột xuất" }

  /// Calls `yield` with every end of the main form and the clauses then cut off behind it.
  private func divide(
    _ start: Int, _ end: Int, _ clauses: DeadlineClauses, stripped: Int,
    _ yield: (Int, DeadlineClauses, Int) -> Void
  ) {
    guard end > start else { return }
    yield(end, clauses, stripped)
    guard stripped < 10 else { return }
    if phrase.tokens[end - 1].key == ")", let open = phrase.opening(of: end - 1), open > start {
      bracketClauses(open + 1, end - 1, clauses) { inner in
        let outer = phrase.tokens[open - 1].key == "," ? open - 1 : open
        divide(start, outer, inner, stripped: stripped + 1, yield)
      }
    }
    // A wording has a handful of clauses; farther commas stand in names.
    for comma in stride(from: end - 2, to: max(start, end - 60), by: -1) where isBreak(comma) {
      for clause in grammar(end).clauses(comma + 1) {
        var more = clauses
        if more.add(clause) { divide(start, comma, more, stripped: stripped + 1, yield) }
      }
    }
  }

  /// A comma, or the end of a sentence before a clause in words (*…. If this day is a holiday, …*).
  private func isBreak(_ index: Int) -> Bool {
    let key = phrase.tokens[index].key
    return key == "," || (key == "." && ["if", "nếu", "trường"].contains(phrase.tokens[index + 1].key))
  }

  /// Clauses inside one pair of brackets, themselves separated by commas.
  private func bracketClauses(
    _ start: Int, _ end: Int, _ clauses: DeadlineClauses, _ yield: (DeadlineClauses) -> Void
  ) {
    for clause in grammar(end).clauses(start) {
      var more = clauses
      if more.add(clause) { yield(more) }
    }
    for comma in stride(from: end - 2, to: start, by: -1) where phrase.tokens[comma].key == "," {
      for clause in grammar(end).clauses(comma + 1) {
        var more = clauses
        if more.add(clause) { bracketClauses(start, comma, more, yield) }
      }
    }
  }

  private func mains(_ start: Int, _ end: Int, _ clauses: DeadlineClauses, _ stripped: Int) -> [Ranked<[DeadlineItem]>]
  {
    let grammar = grammar(end)
    var found: [Ranked<[DeadlineItem]>] = []
    func add(_ form: DeadlineForm, _ clauses: DeadlineClauses, _ preference: Int) {
      guard let item = DeadlineItem.joined(form, clauses) else { return }
      found.append(Ranked(value: [item], preference: preference))
    }
    for form in grammar.closedForms(start) {
      if form.end == end { add(form.value, clauses, stripped * 10 + 5) }
      // A clause may follow a form whose end is plain, without a comma (*Trong năm 2022 theo tiến độ của tỉnh*).
      guard form.end < end, phrase.tokens[form.end].key != ",", phrase.tokens[form.end].key != "(",
        form.value != .eachCase(trigger: nil, durations: [])
      else { continue }
      for clause in grammar.clauses(form.end) {
        var more = clauses
        if more.add(clause) { add(form.value, more, stripped * 10 + 4) }
      }
    }
    // A timetable may be followed by its gate or its latest day without a comma (*theo tiến độ khi có hướng dẫn*).
    if let timetable = (grammar as? VietnameseGrammar)?.timetables(start).first, timetable.end < end {
      for clause in grammar.clauses(timetable.end) {
        var more = clauses
        if more.add(clause) { add(.timetable(timetable.value), more, stripped * 10 + 8) }
      }
    }
    for open in grammar.openForms(start) {
      // Words that are kept are kept whole.
      if case .unclear = open.form, stripped > 0 { continue }
      add(open.form, clauses, stripped * 10 + open.preference)
    }
    return found
  }
}

extension PhraseParser {
  /// The colon of *16:00*.
  func isClock(_ colon: Int) -> Bool {
    tightMark(colon, ":") && token(colon - 1)?.kind == .number && token(colon + 1)?.kind == .number
  }

  /// `[PLAN/]ID [(label)] [kỳ KEY]` over tokens `start..<end`; ids are letters, digits, dots and dashes without blanks.
  func taskMention(_ start: Int, _ end: Int, keyWord: StaticString) -> TaskMention? {
    guard start < end else { return nil }
    var index = start
    while index < end, index == start || !tokens[index].spaceBefore, tokens[index].key != "(" { index += 1 }
    guard let id = slice(start, index), !id.contains(where: { !$0.isASCII }),
      id.first?.isLetter == true || id.first?.isNumber == true
    else { return nil }
    var mention = TaskMention(id: id)
    if let slash = id.lastIndex(of: "/") {
      mention.plan = String(id[..<slash])
      mention.id = String(id[id.index(after: slash)...])
    }
    if index < end, tokens[index].key == "(", let close = (index..<end).first(where: { tokens[$0].key == ")" }) {
      mention.label = slice(index + 1, close)
      index = close + 1
    }
    if index + 1 < end, isKey(index, keyWord) {
      mention.key = slice(index + 1, end)
      index = end
    }
    return index == end ? mention : nil
  }
}
