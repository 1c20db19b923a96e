import CivilCalendar
import Diagnostics

/// Every way to read one deadline; two that stand are the reader's question to the writer, never its choice.
package struct DeadlineReading: Sendable {
  /// All readings, names unresolved; the preferred first: those that take most words for clauses, fewest for names.
  package var readings: [Deadline]
  /// Those of the highest preference: what the words mean where any text may be a name.
  package var freeText: [Deadline]
  /// Why there is none; nil if there is one.
  package var failure: DeadlineFailure?
}

/// Reads the wording of deadlines, Vietnamese or English.
package struct DeadlineReader: Sendable {
  /// Longer wordings are no deadline.
  static let mostWords = 200

  package init() {}

  /// All readings of `phrase`, which is NFC text of one line. English is tried where Vietnamese has none.
  package func read(_ phrase: String) -> DeadlineReading {
    let text = DeadlineText(phrase)
    guard text.count > 0 else { return failed(.empty(phrase)) }
    guard text.count <= Self.mostWords else { return failed(.tooLong(phrase)) }
    if let doubt = Slip.misreading(of: text.tokens, in: phrase) { return failed(doubt) }
    var vietnamese = text.parse(.vi)
    let found = vietnamese.readings("deadline")
    if !found.isEmpty { return told(ranked(found), text) }
    // Figures alone are read in the order of Vietnamese: *6/24* is no day.
    if text.isFigures { return failed(.at(text.explained())) }
    var english = text.parse(.en)
    let others = english.readings("deadline")
    if !others.isEmpty { return told(ranked(others), text) }
    return failed(.at(text.explained()))
  }

  /// A day as a deadline would name it (`31/12/2024`, `23 January 2024`, `10/3 âm lịch`); nil if it is none, or several.
  package func date(_ text: String) -> DateExpression? { only(text, "day")?.day }

  /// One period or window as a deadline would name it (`Quý II/2024`, `2021-2025`, `March 2024`).
  package func window(_ text: String) -> WindowExpression? {
    guard let places = only(text, "moments")?.parts, places.count == 1,
      case .window(let window)? = places[0].place?.moment
    else { return nil }
    return window
  }

  /// A rhythm alone (`hằng quý`, `every 2 weeks`).
  package func rhythm(_ text: String) -> Rhythm? { only(text, "rhythm")?.rhythm }

  /// A weekday by its name in either language.
  func weekday(_ text: String) -> Weekday? {
    if case .weekday(let day)? = only(text, "weekday")?.kind { day } else { nil }
  }

  /// The one cheapest reading of the whole text in either language.
  private func only(_ text: String, _ symbol: String) -> Value? {
    let text = DeadlineText(text)
    guard text.count > 0, text.count <= Self.mostWords else { return nil }
    for language in Language.allCases {
      var parse = text.parse(language)
      let found = parse.readings(symbol)
      guard let first = found.first else { continue }
      return found.count > 1 && found[1].cost == first.cost ? nil : first.value
    }
    return nil
  }

  private func ranked(_ found: [Parse.Reading]) -> DeadlineReading {
    let all = found.map { (deadline: $0.value.deadline, cost: $0.cost) }
    guard let best = all.first?.cost, all.count > 1 else {
      return DeadlineReading(readings: all.map(\.deadline), freeText: all.map(\.deadline), failure: nil)
    }
    // Behind the preferred ones a reading stands only by names to look up, and others than those of one preferred to it:
    // else a name that is not declared would silently become another reading.
    var names: [[Deadline.Mention]: Int] = [:]
    let kept = all.filter { one in
      let mentions = one.deadline.mentions
      let cost = names[mentions] ?? one.cost
      names[mentions] = cost
      return one.cost == best || !mentions.isEmpty && one.cost == cost
    }
    return DeadlineReading(
      readings: kept.map(\.deadline), freeText: kept.filter { $0.cost == best }.map(\.deadline), failure: nil)
  }

  /// The reading, unless what it found is one of several things that the words may say.
  func told(_ reading: DeadlineReading, _ text: DeadlineText) -> DeadlineReading {
    reading.freeText.lazy.compactMap { Slip.misreading($0, of: text.tokens, in: text.text) }.first.map(failed)
      ?? reading
  }

  private func failed(_ failure: DeadlineFailure) -> DeadlineReading {
    DeadlineReading(readings: [], freeText: [], failure: failure)
  }
}

/// A wording cut into tokens once, for the grammars of both languages.
struct DeadlineText {
  let text: String
  let tokens: [Token]
  /// Without the marks at its end.
  let count: Int

  init(_ text: String) {
    self.text = text
    tokens = PhraseLexer.tokens(text)
    count = tokens.count - tokens.reversed().prefix { [".", "/", ",", ";"].contains($0.key) }.count
  }

  /// It has no word, and what may be a day.
  var isFigures: Bool {
    tokens.contains { $0.key == "/" } && !tokens.contains { $0.kind == .word }
  }

  /// The languages that it may be written in: the one that more of its words belong to alone, for what its words limit
  /// must not be left out as words that say nothing.
  var languages: [Language] {
    func count(_ language: Language) -> Int { tokens.count { Table.isOwn($0.key, language) } }
    let (vietnamese, english) = (count(.vi), count(.en))
    if vietnamese == english, english > 0 { return Language.allCases }
    return english > vietnamese ? [.en] : [.vi]
  }

  func parse(_ language: Language, explains: Bool = false) -> Parse {
    let grammar = Table.grammar(language)
    var phrase = Phrase(text, tokens, end: count, capitals: grammar.names.words.capitals) { grammar.number(of: $0) }
    grammar.names.mark(&phrase)
    return Parse(grammar, phrase, explains: explains)
  }

  /// A parse that tells how far a wording that no language has makes sense: in English where that goes farther.
  func explained() -> Parse {
    var vietnamese = parse(.vi, explains: true)
    _ = vietnamese.readings("deadline")
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return vietnamese }
    var english = parse(.en, explains: true)
    _ = english.readings("deadline")
    return english.farthest > vietnamese.farthest ? english : vietnamese
  }
}

extension Value {
  /// Of `deadline` and `repaired`.
  var deadline: Deadline { Deadline(items: item.map { [$0] } ?? parts?.compactMap(\.item) ?? []) }
}
